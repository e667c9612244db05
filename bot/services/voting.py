"""A vote in a poll becomes an answer, once."""

from __future__ import annotations

from dataclasses import dataclass

from bot.quiz.difficulty import after_answer
from bot.quiz.scoring import chosen_option, points
from bot.services.posing import Posed
from bot.services.practising import Finished, Practising
from bot.services.rounds import Announcements, Rounds
from bot.store import answers, players, posts, practices, questions, ratings
from bot.store.database import Transaction
from bot.store.players import Player
from bot.store.posts import Post
from knowledge.models import Question


class UnknownPoll(Exception):  # noqa: N818 - it reads as the sentence it is
    """No post has this poll (yet): Telegram's reply to the post may still be under way."""


@dataclass(frozen=True, slots=True)
class Voting:
    """Votes of all chats."""

    practising: Practising
    rounds: Rounds

    async def vote(
        self, tx: Transaction, *, poll: str, player: Player, places: tuple[int, ...], now: float
    ) -> Posed | Finished | Announcements | None:
        """Count a vote for the options shown at ``places``; what comes next.

        A repeat, a retraction (no places), a late vote in a practice and a vote in somebody
        else's practice change nothing.
        """
        post = await posts.of_poll(tx, poll)
        if post is None:
            raise UnknownPoll(poll)
        if len(places) != 1 or not await _may_answer(tx, post, player):
            return None
        question = await questions.load(tx, post.version)
        choice = chosen_option(post.order, places[0])
        correct = choice == question.key
        await players.remember(tx, player, now)
        is_first = await answers.add(
            tx,
            post=post.id,
            player=player.id,
            choice=choice,
            points=points(correct=correct),
            now=now,
        )
        if not is_first:
            return None
        await _learn(tx, player.id, question, correct=correct)
        if post.round is not None:
            return await self.rounds.answered(tx, post, player.id, now)
        return await self.practising.go_on(tx, post, correct=correct, now=now)


async def _may_answer(tx: Transaction, post: Post, player: Player) -> bool:
    if post.round is not None:
        return True  # Telegram accepts votes in open polls only, so this one was in time
    if not post.is_open:
        return False
    if post.practice is None:
        return True
    stored = await practices.load(tx, post.practice)
    return stored is not None and stored.player == player.id


async def _learn(tx: Transaction, player: int, question: Question, *, correct: bool) -> None:
    """Only a first answer says how hard a question is: later ones are remembered."""
    if not await ratings.is_first(tx, player, question.id):
        return
    skill, difficulty = await ratings.load(tx, player, question.id)
    skill, difficulty = after_answer(
        skill, difficulty, options=len(question.options), correct=correct
    )
    await ratings.save(tx, player, skill, question.id, difficulty)
