"""The words that dialogues are written in: Ann says, presses, votes, hears and sees.

A person here acts in a running playground and watches what the bot does there. All waiting ends
as soon as the awaited thing happens, or fails after ``within`` seconds with the whole dialogue.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.playground import membership, people
from bot.playground.chats import Chat
from bot.playground.classroom import ANN, BEN, CHEN, CLASS_ID, INSTRUCTOR
from bot.playground.events import Edited, Event, InlineAnswered, Posted, Toasted
from bot.playground.messages import Message
from bot.playground.polls import Poll
from bot.playground.server import Playground
from bot.playground.users import User
from bot.playground.wire import Json
from bot.playground.world import World

T = TypeVar("T")

PATIENCE_SECONDS = 5.0


@dataclass(frozen=True)
class Line:
    """Something that appeared in a chat: a new message, or the new text of an old one."""

    message: Message
    text: str
    is_edit: bool

    def __str__(self) -> str:
        kind = " (edited)" if self.is_edit else " (poll)" if self.message.poll else ""
        return f"{self.message.chat.name} | {self.message.sender.first_name}{kind}: {self.text}"


class Stage:
    """A playground with its people, and the transcript of everything that appeared there."""

    def __init__(self, playground: Playground) -> None:
        self.playground = playground
        self.lines: list[Line] = []
        self.toasts: list[Toasted] = []
        self.inline_answers: list[InlineAnswered] = []
        self._waiting: list[asyncio.Future[None]] = []
        self._cast: dict[tuple[int, int], Person] = {}
        playground.world.watch(self._listen)

    @property
    def world(self) -> World:
        return self.playground.world

    @property
    def instructor(self) -> Person:
        return self.person(INSTRUCTOR)

    @property
    def ann(self) -> Person:
        return self.person(ANN)

    @property
    def ben(self) -> Person:
        return self.person(BEN)

    @property
    def chen(self) -> Person:
        return self.person(CHEN)

    def person(self, user: User, chat_id: int | None = None) -> Person:
        """Somebody in a chat; in the private chat with the bot when none is given."""
        place = user.id if chat_id is None else chat_id
        return self._cast.setdefault((user.id, place), Person(self, user, place))

    def skip(self, seconds: float) -> None:
        """Let time pass at once, for everything that the playground times."""
        self.playground.skip(seconds)

    async def until(self, find: Callable[[], T | None], within: float, awaited: str) -> T:
        """What ``find`` returns as soon as that is something."""
        try:
            async with asyncio.timeout(within):
                while (found := find()) is None:
                    waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                    self._waiting.append(waiting)
                    await waiting
                return found
        except TimeoutError:
            said = "\n".join(f"    {line}" for line in self.lines) or "    (nothing)"
            raise AssertionError(f"{awaited} within {within} s; this was said:\n{said}") from None

    def _listen(self, event: Event) -> None:
        if isinstance(event, Posted | Edited):
            self._write(event.message, is_edit=isinstance(event, Edited))
        elif isinstance(event, Toasted):
            self.toasts.append(event)
        elif isinstance(event, InlineAnswered):
            self.inline_answers.append(event)
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    def _write(self, message: Message, *, is_edit: bool) -> None:
        before = [line.text for line in self.lines if line.message is message]
        if not is_edit or message.text not in before[-1:]:
            self.lines.append(Line(message, message.text, is_edit))


class Person:
    """Somebody in one chat. Each thing that the bot says is heard once, in order."""

    def __init__(self, stage: Stage, user: User, chat_id: int) -> None:
        self.stage = stage
        self.user = user
        self.chat_id = chat_id
        self._heard = 0
        self._seen = 0
        self._poll: Message | None = None

    @property
    def in_class(self) -> Person:
        """The same person in the group."""
        return self.stage.person(self.user, CLASS_ID)

    @property
    def chat(self) -> Chat:
        """Where this person is; the supergroup once the group became one."""
        chat = self.stage.world.chats[self.chat_id]
        return chat if chat.migrated_to is None else self.stage.world.chats[chat.migrated_to]

    async def says(
        self, text: str, *, reply_to: Message | None = None, anonymously: bool = False
    ) -> Message:
        """Write a message; what was heard before it is past."""
        self._heard = self._seen = len(self.stage.lines)
        return people.say(
            self.stage.world,
            self.user,
            self.chat.id,
            text,
            reply_to=reply_to.id if reply_to else None,
            anonymously=anonymously,
        )

    async def sends(self, name: str, content: bytes, caption: str = "") -> Message:
        """Send a file."""
        return people.upload(self.stage.world, self.user, self.chat.id, name, content, caption)

    async def hears(self, containing: str = "", within: float = PATIENCE_SECONDS) -> Message:
        """The next message or edit of the bot with these words; what comes before is passed by."""

        def find() -> Message | None:
            for position, line in self._lines(self._heard):
                if containing in line.text and not line.message.poll:
                    self._heard = position + 1
                    return line.message
            return None

        return await self.stage.until(find, within, f"{self} did not hear {containing!r}")

    def has_heard(self, containing: str) -> bool:
        """Whether the bot has ever said these words here."""
        return any(containing in line.text for _, line in self._lines(0))

    async def sees_poll(self, containing: str = "", within: float = PATIENCE_SECONDS) -> Poll:
        """The next poll of the bot, which this person then votes in."""

        def find() -> Poll | None:
            for position, line in self._lines(self._seen):
                if line.message.poll and containing in line.text:
                    self._seen, self._poll = position + 1, line.message
                    return line.message.poll
            return None

        return await self.stage.until(find, within, f"{self} saw no poll {containing!r}")

    async def votes(self, *options: str, anonymously: bool = False) -> Poll:
        """Vote for these texts in the poll seen last, waiting for one if there was none."""
        message, poll = await self._last_poll()
        chosen = [poll.options.index(option) for option in options]
        people.vote(
            self.stage.world,
            self.user,
            self.chat.id,
            message.id,
            chosen,
            anonymously=anonymously,
        )
        return poll

    async def votes_in(self, poll: Poll, *options: str) -> None:
        """Vote in this poll, even if another was seen since."""
        message = next(m for m in self.chat.messages.values() if m.poll is poll)
        chosen = [poll.options.index(option) for option in options]
        people.vote(self.stage.world, self.user, self.chat.id, message.id, chosen)

    async def retracts(self) -> None:
        """Take the vote in the poll seen last back."""
        message, _ = await self._last_poll()
        people.retract(self.stage.world, self.user, self.chat.id, message.id)

    async def sees_poll_end(self, within: float = PATIENCE_SECONDS) -> Poll:
        """The poll seen last, once it is closed."""
        _, poll = await self._last_poll()
        awaited = f"{self} did not see the end of {poll.question!r}"
        return await self.stage.until(lambda: poll if poll.is_closed else None, within, awaited)

    async def presses(self, button: str, within: float = PATIENCE_SECONDS) -> Message:
        """Press the newest button with this text; returns the message that it hangs on."""

        def find() -> tuple[Message, Json] | None:
            for message in reversed(self.chat.messages.values()):
                for candidate in message.buttons:
                    if candidate["text"] == button and "callback_data" in candidate:
                        return message, candidate
            return None

        message, found = await self.stage.until(find, within, f"{self} saw no button {button!r}")
        self._heard = self._seen = len(self.stage.lines)
        people.press(self.stage.world, self.user, self.chat.id, message.id, found["callback_data"])
        return message

    async def is_told(self, containing: str = "", within: float = PATIENCE_SECONDS) -> Toasted:
        """The notice that answers this person's press of a button; each is told once."""

        def find() -> Toasted | None:
            for toast in self.stage.toasts:
                if toast.user_id == self.user.id and containing in toast.text:
                    self.stage.toasts.remove(toast)
                    return toast
            return None

        return await self.stage.until(find, within, f"{self} got no notice {containing!r}")

    async def receives_file(self, name: str = "", within: float = PATIENCE_SECONDS) -> bytes:
        """The bytes of the next document of the bot whose name contains this."""

        def find() -> bytes | None:
            for position, line in self._lines(self._seen):
                document = line.message.content.get("document")
                if document and name in document["file_name"]:
                    self._seen = position + 1
                    stored = self.stage.world.files.find(document["file_id"])
                    return stored.content if stored else None
            return None

        return await self.stage.until(find, within, f"{self} received no file {name!r}")

    async def blocks_the_bot(self) -> None:
        """Stop the bot from writing here; saying something lifts the block."""
        membership.block(self.stage.world, self.user)

    def __str__(self) -> str:
        return f"{self.user.first_name} in {self.chat.name}"

    def _lines(self, since: int) -> list[tuple[int, Line]]:
        bot = self.stage.world.bot
        return [
            (position, line)
            for position, line in enumerate(self.stage.lines)
            if position >= since and line.message.sender is bot and line.message.chat is self.chat
        ]

    async def _last_poll(self) -> tuple[Message, Poll]:
        if self._poll is None:
            await self.sees_poll()
        if self._poll is None or self._poll.poll is None:
            raise AssertionError(f"{self} has seen no poll")
        return self._poll, self._poll.poll
