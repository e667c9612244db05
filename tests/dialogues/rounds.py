"""The words that dialogues about rounds are written in: what a class does together."""

from __future__ import annotations

from typing import Literal

from bot.playground.messages import Message
from bot.playground.polls import Poll
from bot.quiz.round import REVEAL_SECONDS
from knowledge.models import Question
from tests.dialogues.stage import Person, Stage

Choice = Literal["right", "wrong"]


class Room:
    """The class in its group: Ida, who runs the rounds, and the students Ann, Ben and Chen."""

    def __init__(self, stage: Stage, host) -> None:
        self.ida = stage.instructor.in_class
        self.ann, self.ben = stage.ann.in_class, stage.ben.in_class
        self.chen = stage.chen.in_class
        self._host = host

    async def opens_lobby(self, words: str = "/quiz 1 20s") -> Message:
        """Ida opens a lobby with these words."""
        await self.ida.says(words)
        return await self.ida.hears("A round begins soon")

    async def begins(
        self, words: str = "/quiz 2 20s", joining: tuple[str, ...] = ("ann", "ben")
    ) -> Poll:
        """A lobby is opened, students join, Ida starts; the first question."""
        await self.opens_lobby(words)
        for name in joining:
            await self._student(name).presses("✋ Join")
            await self._student(name).is_told("You are in.")
        await self.ida.presses("▶ Start")
        return await self.ann.sees_poll()

    async def answers(self, poll: Poll, **choices: Choice) -> None:
        """Students answer a question, in this order: ``ann="right", ben="wrong"``."""
        for name, choice in choices.items():
            await self._student(name).votes_in(poll, getattr(self._host, choice)(poll))

    async def goes_on(self, number: str) -> Poll:
        """The explanation was read; the next question (``2/3``)."""
        await self._host.lets_pass(REVEAL_SECONDS)
        return await self.ann.sees_poll(number)

    async def plays(self) -> list[Question]:
        """A round of two questions that Ann wins; the questions."""
        first = await self.begins("/quiz 2 20s")
        await self.answers(first, ann="right", ben="wrong")
        await self.ann.hears("Board after question 1 of 2")
        second = await self.goes_on("2/2")
        await self.answers(second, ann="right", ben="wrong")
        await self.ann.hears("The round is over")
        return [self._host.question(poll.question) for poll in (first, second)]

    def _student(self, name: str) -> Person:
        return {"ann": self.ann, "ben": self.ben, "chen": self.chen}[name]


async def follows(person: Person, label: str) -> None:
    """Open the link behind the newest button with this label, in private."""
    for message in reversed(person.in_class.chat.messages.values()):
        for button in message.buttons:
            if button["text"] == label:
                await person.says(f"/start {button['url'].partition('?start=')[2]}")
                return
    raise AssertionError(label)
