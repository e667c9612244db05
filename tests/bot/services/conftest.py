from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from bot.services.groups import Groups
from bot.services.practising import Practising
from bot.services.voting import Voting
from bot.store import posts
from bot.store.database import Database
from bot.store.players import Player
from knowledge.models import Question


@dataclass(frozen=True)
class Shelf:
    """The part of a library that quizzes need."""

    made: tuple[Question, ...]

    def questions(self) -> list[Question]:
        return list(self.made)


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


@dataclass(frozen=True)
class Class:
    """Services on a real database, with a hand that posts and votes."""

    database: Database
    practising: Practising
    groups: Groups
    voting: Voting

    async def deliver(self, posed) -> str:
        poll = f"poll-{posed.post.id}"
        await self.database.write(
            lambda tx: posts.delivered(tx, posed.post.id, poll=poll, message=posed.post.id + 100)
        )
        return poll

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
    library, chance = Shelf(tuple(question(n) for n in range(4))), Random(7)
    practising = Practising(library, chance)
    async with Database.open(tmp_path / "db.sqlite3") as database:
        yield Class(database, practising, Groups(library, chance), Voting(practising))
