"""A student asks; the articles answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable

from bot.services import Services, secrecy
from bot.services.asking import Answered
from bot.services.asking import example as example_of
from bot.services.banking import askable
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.callbacks import More, ShowContext
from bot.telegram.effects import Effect, just
from bot.telegram.handlers import review
from bot.telegram.handlers.patience import until_there_are_questions
from bot.telegram.incoming import Incoming
from bot.telegram.views import answers
from bot.telegram.views.running import withheld
from knowledge.answers.small_talk import is_small_talk
from knowledge.models import Passage

_Told = tuple[Outgoing, Passage | None]
"""What is said of an answer, with the passage shown around it."""


async def ask(came: Incoming, services: Services) -> Effect:
    """A question in the player's own words, after /ask or as plain text."""
    if not came.words:
        return just(answers.ask_for_a_question(came.place, came.message))
    return await _answered(came, services, came.words)


async def hear(came: Incoming, services: Services) -> Effect:
    """Words in private: what an instructor is writing just now, else a question."""
    drafted = await review.drafted(came, services)
    return await ask(came, services) if drafted is None else drafted


async def example(came: Incoming, services: Services) -> Effect:
    """Shows what asking looks like, with a question that the library answers."""
    chat = came.place.chat
    if unready := await until_there_are_questions(came, services):
        return unready
    question = example_of(await services.database.read(lambda tx: askable(tx, chat)))
    if question is None:
        return just(answers.ask_for_a_question(came.place, None))
    answered = await _answered(came, services, question.stem)

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        return [answers.example(came.place, question.stem), *await answered(tx)]

    return effect


async def more(came: Incoming, services: Services, button: More) -> Effect:
    """The next best answer to a question that was asked here."""

    async def told(found: Answered | None) -> _Told:
        return answers.next_best(came.place, found, button.ask, button.number), None

    return await _about(came, services, button, told)


async def context(came: Incoming, services: Services, button: ShowContext) -> Effect:
    """The passage around the quote of an answer."""

    async def told(found: Answered | None) -> _Told:
        around = await services.asking.context(came.place.chat, found)
        return answers.context(came.place, around), around.passage if around else None

    return await _about(came, services, button, told)


async def _about(
    came: Incoming,
    services: Services,
    button: More | ShowContext,
    told: Callable[[Answered | None], Awaitable[_Told]],
) -> Effect:
    """What is ``told`` of the answer that a button means, unless a round asks for it."""
    asking, chat = services.asking, came.place.chat
    question = await asking.asked_before(button.ask, chat)
    if question is None:
        return just(answers.asked_too_long_ago(came.place))
    found = await asking.next_best(chat, question, button.number)
    message, around = await told(found)

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        secrets = await secrecy.open_questions(tx, chat, is_private=came.is_private)
        is_secret = found is not None and secrecy.gives_away(found.answer, secrets, around)
        return [withheld(came.place) if is_secret else message]

    return effect


async def _answered(came: Incoming, services: Services, question: str) -> Effect:
    if is_small_talk(question):
        return just(answers.small_talk(came.place))
    asking, chat = services.asking, came.place.chat
    asker = came.player.id if came.player else None
    before = await asking.asked_last(chat=chat, player=asker, now=came.now)
    found = await asking.answer(chat, question, before)

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        secrets = await secrecy.open_questions(tx, chat, is_private=came.is_private)
        if secrecy.gives_away(found.answer, secrets):
            return [withheld(came.place)]
        whole = found.answer.question
        ask = await asking.remember(tx, chat=chat, player=asker, question=whole, now=came.now)
        return [answers.answer(came.place, found, ask)]

    return effect
