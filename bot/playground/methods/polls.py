"""sendPoll and stopPoll: what a poll may look like."""

from __future__ import annotations

from typing import ClassVar, Literal

from bot.playground.errors import BadRequest
from bot.playground.methods.formatting import MessageEntity, formatted
from bot.playground.methods.keyboards import checked_inline_keyboard
from bot.playground.methods.parameters import ChatId, FromJson, Parameters, Shape
from bot.playground.methods.sending import Sending
from bot.playground.polls import Poll
from bot.playground.text import utf16_length
from bot.playground.wire import Json
from bot.playground.world import World

LONGEST_QUESTION = 300
LONGEST_OPTION = 100
MOST_OPTIONS = 12
LONGEST_EXPLANATION = 200
MOST_LINE_FEEDS = 2
LONGEST_DESCRIPTION = 1024
SHORTEST_PERIOD_SECONDS = 5
LONGEST_PERIOD_SECONDS = 2_628_000


class InputPollOption(Shape):
    """One option as the bot writes it."""

    text: str
    text_parse_mode: str | None = None
    text_entities: list[MessageEntity] | None = None


class SendPoll(Sending):
    """Sends a poll. Only polls with ``is_anonymous`` false tell the bot who voted."""

    question: str
    question_parse_mode: str | None = None
    question_entities: FromJson[list[MessageEntity]] | None = None
    options: FromJson[list[InputPollOption]]
    is_anonymous: bool = True
    type: Literal["quiz", "regular"] = "regular"
    allows_multiple_answers: bool = False
    allows_revoting: bool | None = None
    shuffle_options: bool = False
    allow_adding_options: bool = False
    hide_results_until_closes: bool = False
    correct_option_ids: FromJson[list[int]] | None = None
    explanation: str = ""
    explanation_parse_mode: str | None = None
    explanation_entities: FromJson[list[MessageEntity]] | None = None
    open_period: int | None = None
    close_date: int | None = None
    is_closed: bool = False
    description: str = ""
    description_parse_mode: str | None = None
    description_entities: FromJson[list[MessageEntity]] | None = None

    def act(self, world: World) -> Json:
        """Post the poll; returns the Message."""
        chat = world.reach(self.chat_id)
        if self.allow_adding_options and (self.is_anonymous or self.type == "quiz"):
            raise BadRequest("options can't be added to anonymous polls and quizzes")
        close_date = self._close_date(int(world.clock.now()))
        poll = Poll(
            id=world.new_poll_id(),
            question=self._question(),
            options=tuple(self._option(option) for option in self._counted_options()),
            type=self.type,
            correct_option_ids=self._correct(),
            is_anonymous=self.is_anonymous,
            allows_multiple_answers=self.allows_multiple_answers,
            allows_revoting=self._allows_revoting(),
            shuffles_options=self.shuffle_options,
            hides_results=self.hide_results_until_closes,
            explanation=self._explanation(),
            description=self._description(),
            open_period=close_date and close_date - int(world.clock.now()),
            close_date=close_date,
            is_closed=self.is_closed,
        )
        return self.post(world, chat, {}, poll=poll)

    def _question(self) -> str:
        text = _without_formatting(
            self.question, self.question_parse_mode, self.question_entities, "question"
        )
        if not text:
            raise BadRequest("text must be non-empty")
        if utf16_length(text) > LONGEST_QUESTION:
            raise BadRequest(f"poll question length must not exceed {LONGEST_QUESTION}")
        return text

    def _counted_options(self) -> list[InputPollOption]:
        if not self.options:
            raise BadRequest("poll must have at least one answer option")
        if len(self.options) > MOST_OPTIONS:
            raise BadRequest(f"poll can't have more than {MOST_OPTIONS} options")
        return self.options

    def _option(self, option: InputPollOption) -> str:
        text = _without_formatting(
            option.text, option.text_parse_mode, option.text_entities, "option"
        )
        if not text:
            raise BadRequest("text must be non-empty")
        if utf16_length(text) > LONGEST_OPTION:
            raise BadRequest(f"poll options length must not exceed {LONGEST_OPTION}")
        return text

    def _correct(self) -> tuple[int, ...]:
        chosen = self.correct_option_ids
        if self.type == "regular":
            if chosen:
                raise BadRequest("only quizzes have correct options")
            return ()
        if not chosen:
            raise BadRequest("a quiz needs correct_option_ids")
        if chosen != sorted(set(chosen)):
            raise BadRequest("correct_option_ids must increase")
        if not 0 <= chosen[0] <= chosen[-1] < len(self.options):
            raise BadRequest("wrong correct option ID specified")
        if len(chosen) > 1 and not self.allows_multiple_answers:
            raise BadRequest("several correct options need allows_multiple_answers")
        return tuple(chosen)

    def _allows_revoting(self) -> bool:
        return self.type == "regular" if self.allows_revoting is None else self.allows_revoting

    def _explanation(self) -> Json:
        if not self.explanation:
            return {}
        if self.type != "quiz":
            raise BadRequest("only quizzes have an explanation")
        value = formatted(self.explanation, self.explanation_parse_mode, self.explanation_entities)
        if utf16_length(value.text) > LONGEST_EXPLANATION:
            raise BadRequest(f"quiz explanation length must not exceed {LONGEST_EXPLANATION}")
        if value.text.count("\n") > MOST_LINE_FEEDS:
            raise BadRequest(f"quiz explanation has more than {MOST_LINE_FEEDS} line feeds")
        return value.as_fields("explanation") if value.text else {}

    def _description(self) -> Json:
        value = formatted(self.description, self.description_parse_mode, self.description_entities)
        if utf16_length(value.text) > LONGEST_DESCRIPTION:
            raise BadRequest(f"poll description length must not exceed {LONGEST_DESCRIPTION}")
        return value.as_fields("description") if value.text else {}

    def _close_date(self, now: int) -> int | None:
        if self.open_period is not None and self.close_date is not None:
            raise BadRequest("open_period and close_date can't be used together")
        close_date = self.close_date if self.open_period is None else now + self.open_period
        if close_date is None:
            return None
        if not SHORTEST_PERIOD_SECONDS <= close_date - now <= LONGEST_PERIOD_SECONDS:
            raise BadRequest(
                f"a poll is open for {SHORTEST_PERIOD_SECONDS} to {LONGEST_PERIOD_SECONDS} seconds"
            )
        return close_date


class StopPoll(Parameters):
    """Ends a poll of the bot."""

    paced: ClassVar[bool] = True

    chat_id: ChatId
    message_id: int
    reply_markup: FromJson[Json] | None = None

    def act(self, world: World) -> Json:
        """Close the poll; returns the final Poll."""
        message = world.reach(self.chat_id).messages.get(self.message_id)
        if message is None or message.poll is None:
            raise BadRequest("message with poll to stop not found")
        if message.sender is not world.bot:
            raise BadRequest("poll can't be stopped")
        if message.poll.is_closed:
            raise BadRequest("poll has already been closed")
        message.markup = checked_inline_keyboard(self.reply_markup)
        world.close_poll(message)
        return message.poll.as_json()


def _without_formatting(
    text: str, parse_mode: str | None, entities: list[MessageEntity] | None, what: str
) -> str:
    value = formatted(text, parse_mode, entities)
    if any(entity["type"] != "custom_emoji" for entity in value.entities):
        raise BadRequest(f"a poll's {what} may hold custom emoji only, no other formatting")
    return value.text
