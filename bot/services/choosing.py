"""Which questions a round asks, and in which form: none again before the library is used up."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bot.quiz.difficulty import easy_to_hard
from bot.quiz.selection import selected
from bot.quiz.spoilers import without_spoilers
from bot.quiz.variety import varied
from bot.services.banking import askable
from bot.store import posts, questions, ratings
from bot.store.database import Transaction
from bot.store.rounds import StoredRound
from knowledge.models import Question


@dataclass(frozen=True, slots=True)
class Topic:
    """An article that a round can be about."""

    article: str
    title: str


async def questions_for(tx: Transaction, stored: StoredRound, random: Random) -> tuple[str, ...]:
    """The questions of a round as kept versions, in the order of asking; none from none."""
    plan = stored.round.plan
    asked = await posts.times_asked(tx, stored.chat)
    known = await about(tx, stored.chat, plan.article)
    chosen = selected(known, asked, plan.count, random)
    ordered = without_spoilers(easy_to_hard(chosen, await ratings.difficulties(tx)))
    others = [question for question in known if question not in chosen]
    forms = varied(ordered, others, random)
    return tuple([await questions.keep(tx, question) for question in forms])


async def about(tx: Transaction, chat: int, article: str) -> list[Question]:
    """The chat's questions whose answers stand in this article; all without one."""
    return [
        question
        for question in await askable(tx, chat)
        if not article or any(citation.article == article for citation in question.citations)
    ]


async def topics(tx: Transaction, chat: int) -> list[Topic]:
    """The articles that the chat has questions about, by title."""
    found = {
        citation.article: citation.title
        for question in await askable(tx, chat)
        for citation in question.citations
    }
    return sorted((Topic(*each) for each in found.items()), key=lambda each: each.title)
