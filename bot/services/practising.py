"""Practice in a private chat: start, go on after each answer, stop, sum up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from bot.quiz.practice import Practice
from bot.quiz.selection import selected
from bot.services.posing import Posed, pose
from bot.store import posts, practices, questions
from bot.store.database import Transaction
from bot.store.posts import Post
from bot.store.practices import StoredPractice
from knowledge import Library
from knowledge.models import Question


@dataclass(frozen=True, slots=True)
class Finished:
    """A practice that is over, with what to read again; ``unanswered`` is its open post."""

    right: int
    answered: int
    total: int
    missed: tuple[Question, ...]
    unanswered: Post | None = None


@dataclass(frozen=True, slots=True)
class Started:
    """A new practice's first question, and the practice that it replaced."""

    first: Posed
    replaced: Finished | None


class NothingToAsk(Exception):  # noqa: N818 - it reads as the sentence it is
    """The library has no question that is good enough to be asked."""


@dataclass(frozen=True, slots=True)
class Practising:
    """The practices of all players. A player's private chat has the player's id."""

    library: Library
    random: Random

    async def start(self, tx: Transaction, player: int, count: int, now: float) -> Started:
        """Begin a practice of up to ``count`` questions; a running one ends."""
        replaced = await self.stop(tx, player, now)
        asked = await posts.times_asked(tx, player)
        chosen = selected(self.library.questions(), asked, count, self.random)
        if not chosen:
            raise NothingToAsk
        versions = [await questions.keep(tx, question) for question in chosen]
        stored = await practices.start(tx, player, Practice.of(versions), now)
        return Started(await self._pose_current(tx, stored, now), replaced)

    async def stop(self, tx: Transaction, player: int, now: float) -> Finished | None:
        """End the running practice, if there is one."""
        stored = await practices.running(tx, player)
        if stored is None:
            return None
        unanswered = await posts.open_in_practice(tx, stored.id)
        if unanswered:
            await posts.close(tx, unanswered.id, now)
        stored = replace(stored, practice=stored.practice.stop())
        await practices.save(tx, stored, now)
        return replace(await self._summary(tx, stored), unanswered=unanswered)

    async def go_on(
        self, tx: Transaction, post: Post, *, correct: bool, now: float
    ) -> Posed | Finished | None:
        """After an answer to ``post``: the next question, or the end; None if it was over."""
        stored = await practices.load(tx, post.practice) if post.practice else None
        if stored is None or stored.practice.is_over:
            return None
        await posts.close(tx, post.id, now)
        practice = stored.practice.answered(post.version, correct=correct)
        stored = replace(stored, practice=practice)
        await practices.save(tx, stored, now)
        if practice.is_over:
            return await self._summary(tx, stored)
        return await self._pose_current(tx, stored, now)

    async def ask_again(self, tx: Transaction, post: Post, now: float) -> Posed | None:
        """Put an open question once more, after it is uncertain whether it was delivered."""
        stored = await practices.load(tx, post.practice) if post.practice else None
        if stored is None or stored.practice.is_over or not post.is_open:
            return None
        await posts.close(tx, post.id, now)
        return await self._pose_current(tx, stored, now)

    async def _pose_current(self, tx: Transaction, stored: StoredPractice, now: float) -> Posed:
        practice = stored.practice
        question = await questions.load(tx, practice.questions[practice.number - 1])
        posed = await pose(
            tx, question, chat=stored.player, practice=stored.id, random=self.random, now=now
        )
        return replace(posed, number=practice.number, total=len(practice.questions))

    async def _summary(self, tx: Transaction, stored: StoredPractice) -> Finished:
        result = stored.practice.result
        return Finished(
            right=len(result.right),
            answered=result.answered,
            total=result.total,
            missed=tuple(await questions.load_all(tx, result.missed)),
        )
