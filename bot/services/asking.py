"""Answering students' questions from the library, and remembering them for "More"."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.store import asks
from bot.store.database import Database, Transaction
from knowledge import Article, Library
from knowledge.models import Answer, Hit, Question

_KEPT_SECONDS = 30 * 24 * 3600
_MOST_PASSAGES = 12


@dataclass(frozen=True, slots=True)
class Asking:
    """What the library says. Searching runs beside the event loop, in a thread."""

    library: Library
    by_id: Mapping[str, Article] = field(init=False)

    def __post_init__(self) -> None:
        """The articles by id, for titles and sources."""
        object.__setattr__(self, "by_id", {a.id: a for a in self.library.articles})

    @property
    def articles(self) -> Sequence[Article]:
        """What can be asked about, in the library's order."""
        return self.library.articles

    def example(self) -> Question | None:
        """The question with the most evidence, one that asks for a value if there is one."""
        return max(self.library.questions(), key=_shows_well, default=None)

    async def answer(self, question: str) -> Answer:
        """The articles' answer, or that they do not say."""
        return await asyncio.to_thread(self.library.ask, question)

    async def passages(self, question: str) -> list[Hit]:
        """The passages nearest to the question, best first."""
        return await asyncio.to_thread(self.library.search, question, _MOST_PASSAGES)

    async def remember(
        self, tx: Transaction, *, chat: int, player: int | None, question: str, now: float
    ) -> int:
        """Keep the question for the buttons under its answer, for thirty days."""
        await asks.forget_before(tx, now - _KEPT_SECONDS)
        return await asks.add(tx, chat=chat, player=player, question=question, now=now)

    async def asked_before(self, database: Database, ask: int, chat: int) -> str | None:
        """The question that a button belongs to; None once it is forgotten."""
        return await database.read(lambda tx: asks.question_of(tx, ask, chat=chat))


def _shows_well(question: Question) -> tuple[int, bool]:
    articles = {citation.article for citation in question.citations}
    asks_for_a_value = question.expected is not None and question.expected.kind == "quantity"
    return min(len(articles), 3), asks_for_a_value
