"""Answering students' questions from what their chat studies, and remembering them for "More"."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.services.libraries import Libraries
from bot.store import asks
from bot.store.database import Database, Transaction
from knowledge import Article, Library
from knowledge.models import Answer, Hit, Question

_KEPT_SECONDS = 30 * 24 * 3600
_MOST_PASSAGES = 12


@dataclass(frozen=True, slots=True)
class Answered:
    """What the articles say; ``articles`` by id, for titles and sources."""

    answer: Answer
    articles: Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class Nearby:
    """The passages nearest to a question, best first, and their articles by id."""

    hits: tuple[Hit, ...]
    articles: Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class Asking:
    """What the libraries say. Searching runs beside the event loop, in a thread."""

    libraries: Libraries

    async def answer(self, chat: int, question: str) -> Answered:
        """The answer of the articles that the chat studies, or that they do not say."""
        library = await self.libraries.of(chat)
        answer = await asyncio.to_thread(library.ask, question)
        cited = {citation.article for citation in answer.citations}
        return Answered(answer, _named(library, cited | {hit.article for hit in answer.passages}))

    async def passages(self, chat: int, question: str) -> Nearby:
        """The passages nearest to the question."""
        library = await self.libraries.of(chat)
        hits = await asyncio.to_thread(library.search, question, _MOST_PASSAGES)
        return Nearby(tuple(hits), _named(library, {hit.article for hit in hits}))

    async def remember(
        self, tx: Transaction, *, chat: int, player: int | None, question: str, now: float
    ) -> int:
        """Keep the question for the buttons under its answer, for thirty days."""
        await asks.forget_before(tx, now - _KEPT_SECONDS)
        return await asks.add(tx, chat=chat, player=player, question=question, now=now)

    async def asked_before(self, database: Database, ask: int, chat: int) -> str | None:
        """The question that a button belongs to; None once it is forgotten."""
        return await database.read(lambda tx: asks.question_of(tx, ask, chat=chat))


def example(questions: Iterable[Question]) -> Question | None:
    """The question with the most evidence, one that asks for a value if there is one."""
    return max(questions, key=_shows_well, default=None)


def _named(library: Library, articles: set[str]) -> dict[str, Article]:
    return {article: library.article(article) for article in articles}


def _shows_well(question: Question) -> tuple[int, bool]:
    articles = {citation.article for citation in question.citations}
    asks_for_a_value = question.expected is not None and question.expected.kind == "quantity"
    return min(len(articles), 3), asks_for_a_value
