from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

import pytest

from bot.quiz.plan import Plan
from bot.services.announcements import QuestionAsked
from bot.services.doubting import Doubting
from bot.services.lobbies import Lobbies, Venue
from bot.services.practising import Practising
from bot.services.rounds import Rounds
from bot.services.voting import Voting
from bot.store import bank, posts, rounds
from bot.store.database import Database
from bot.store.libraries import HOST
from bot.store.players import Player
from knowledge.models import Question


def question(number: int) -> Question:
    return Question(
        id=f"q{number}",
        kind="office",
        tier="safe",
        title=f"Title {number % 2}",
        stem=f"Which is {number}?",
        options=("right", "wrong", "worse"),
        key=0,
        answer="right",
        accept=(),
        explanation="So it is.",
        citations=(),
    )


CLASS = -100


def questions_in(told):
    """The questions among announcements."""
    return [each.posed for each in told if isinstance(each, QuestionAsked)]


@dataclass(frozen=True)
class Class:
    """Services on a real database, with a hand that posts and votes."""

    database: Database
    practising: Practising
    voting: Voting
    rounds: Rounds
    lobbies: Lobbies
    doubting: Doubting

    async def deliver(self, posed, now: float = 3.0):
        """Let Telegram accept a question; what the chat is then told."""

        async def work(tx):
            number, poll = posed.post.id, f"poll-{posed.post.id}"
            await posts.delivered(tx, number, poll=poll, message=number + 100, now=now)
            post = await posts.load(tx, number)
            return await self.rounds.posted(tx, post, now) if post.round else []

        return await self.database.write(work)

    async def open_round(self, plan: Plan, instructor: Player | None = None, now=1.0):
        """Open a lobby in the class's chat; the round's number."""
        venue = Venue(CLASS, None, "Class 9b")

        async def work(tx):
            await self.lobbies.open(tx, venue, plan, wait=None, instructor=instructor, now=now)
            return await rounds.running_in(tx, CLASS)

        return (await self.database.write(work)).id

    async def begin_round(self, starter: Player, now: float = 2.0):
        """Begin the open round; its first question, on its way to Telegram."""

        async def work(tx):
            return await self.lobbies.start(tx, await rounds.running_in(tx, CLASS), starter, now)

        (posed,) = questions_in(await self.database.write(work))
        return posed

    async def start_round(self, starter: Player, now: float = 2.0):
        """Begin the open round; its first question, delivered."""
        posed = await self.begin_round(starter, now)
        await self.deliver(posed, now)
        return posed

    async def happens(self, event, now: float = 9.0):
        """Put an event to the class's round; what the chat is told."""
        return await self.database.write(lambda tx: self.rounds.happens_in(tx, CLASS, event, now))

    async def vote(self, posed, player: Player, option: str, now: float = 5.0):
        places = tuple(
            place
            for place, index in enumerate(posed.post.order)
            if posed.question.options[index] == option
        )
        return await self.vote_places(f"poll-{posed.post.id}", player, places, now)

    async def vote_places(self, poll: str, player: Player, places, now: float = 5.0):
        return await self.database.write(
            lambda tx: self.voting.vote(tx, poll=poll, player=player, places=places, now=now)
        )


@pytest.fixture
def ann() -> Player:
    return Player(1, "Ann")


@pytest.fixture
def ben() -> Player:
    return Player(2, "Ben")


@pytest.fixture
async def classroom(tmp_path: Path) -> AsyncIterator[Class]:
    chance = Random(7)
    practising, course = Practising(chance), Rounds(chance)
    async with Database.open(tmp_path / "db.sqlite3") as database:
        for number in range(4):
            adding = partial(bank.add, library=HOST, question=question(number), by_hand=False)
            await database.write(adding)
        yield Class(
            database,
            practising,
            Voting(practising, course),
            course,
            Lobbies(course),
            Doubting(),
        )
