"""Practice in a private chat: start, go on after each answer, stop, sum up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from bot.quiz.practice import Practice
from bot.quiz.selection import selected
from bot.services.banking import askable
from bot.services.posing import Posed, pose
from bot.services.secrecy import open_questions
from bot.store import answers, participants, posts, practices, questions, round_posts
from bot.store.database import Transaction
from bot.store.posts import COUNTING, Post
from bot.store.practices import StoredPractice
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

    random: Random

    async def start(self, tx: Transaction, player: int, count: int, now: float) -> Started:
        """Begin a practice of up to ``count`` questions; a running one ends."""
        replaced = await self.stop(tx, player, now)
        asked = await posts.times_asked(tx, player)
        secret = {q.id for q in await open_questions(tx, player, is_private=True)}
        pool = [question for question in await askable(tx, player) if question.id not in secret]
        chosen = selected(pool, asked, count, self.random)
        if not chosen:
            raise NothingToAsk
        versions = [await questions.keep(tx, question) for question in chosen]
        return Started(await self._begin(tx, player, versions, now), replaced)

    async def review(self, tx: Transaction, player: int, round_id: int, now: float) -> Started:
        """Practise exactly the questions of a round that the player missed.

        Raises `NothingToAsk` for somebody who was not in it or missed none.
        """
        missed = await missed_in(tx, round_id, player)
        if not missed:
            raise NothingToAsk
        replaced = await self.stop(tx, player, now)
        return Started(await self._begin(tx, player, missed, now), replaced)

    async def _begin(
        self, tx: Transaction, player: int, versions: Sequence[str], now: float
    ) -> Posed:
        stored = await practices.start(tx, player, Practice.of(versions), now)
        return await self._pose_current(tx, stored, now)

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
        stored = await self._without_secrets(tx, stored, now)
        practice = stored.practice
        question = await questions.load(tx, practice.questions[practice.number - 1])
        posed = await pose(
            tx, question, chat=stored.player, practice=stored.id, random=self.random, now=now
        )
        return replace(posed, number=practice.number, total=len(practice.questions))

    async def _without_secrets(
        self, tx: Transaction, stored: StoredPractice, now: float
    ) -> StoredPractice:
        """Let a question wait that a round is asking at this moment; the last one can't."""
        secret = await round_posts.open_in_rounds(tx, None)
        for _ in range(len(stored.practice.questions) - stored.practice.number):
            if stored.practice.current in secret:
                stored = replace(stored, practice=stored.practice.postponed())
                await practices.save(tx, stored, now)
        return stored

    async def _summary(self, tx: Transaction, stored: StoredPractice) -> Finished:
        result = stored.practice.result
        return Finished(
            right=len(result.right),
            answered=result.answered,
            total=result.total,
            missed=tuple(await questions.load_all(tx, result.missed)),
        )


async def missed_in(tx: Transaction, round_id: int, player: int) -> list[str]:
    """The counted, closed questions (versions) of a round that a participant had not right."""
    present = {p.player: p.first_number for p in await participants.of_round(tx, round_id)}
    right = await answers.right_in_round(tx, round_id, player)
    return [
        post.version
        for post in await round_posts.of_round(tx, round_id)
        if post.number >= present.get(player, post.number + 1)
        and post.validity in COUNTING
        and not post.is_open
        and post.version not in right
    ]
