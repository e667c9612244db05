"""Answering students' questions from what their chat studies, and remembering them for "More"."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.services.libraries import Libraries
from bot.store import asks
from bot.store.database import Database, Transaction
from knowledge import Article, Library
from knowledge.models import Answer, Citation, Passage, Question

_KEPT_SECONDS = 30 * 24 * 3600
_FOLLOWED_SECONDS = 5 * 60
_MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Answered:
    """What the articles say; ``articles`` by id, for titles and sources."""

    answer: Answer
    articles: Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class Around:
    """A quote in its passage."""

    passage: Passage
    citation: Citation
    article: Article


@dataclass(frozen=True, slots=True)
class Asking:
    """What the libraries say. Searching runs beside the event loop, in a thread."""

    database: Database
    libraries: Libraries

    async def answer(self, chat: int, question: str, before: str | None = None) -> Answered:
        """The answer of the articles that the chat studies, or that they do not say.

        A follow-up ("how long?") is made whole with the question ``before`` it.
        """
        library = await self.libraries.of(chat)
        return await asyncio.to_thread(_answered, library, question, before)

    async def next_best(self, chat: int, question: str, number: int) -> Answered | None:
        """The answer after ``number`` better ones; None where there is none."""
        library = await self.libraries.of(chat)
        found = await asyncio.to_thread(library.answers, question, number + 1)
        answer = found[number] if len(found) > number else None
        return _named(library, answer) if answer and answer.found else None

    async def offered(self, chat: int, question: str) -> list[Answered]:
        """The best answers, to choose from."""
        library = await self.libraries.of(chat)
        found = await asyncio.to_thread(library.answers, question, _MOST_OFFERED)
        return [_named(library, answer) for answer in found if answer.found]

    async def context(self, chat: int, answered: Answered | None) -> Around | None:
        """The passage around the first quote of an answer that the chat was given."""
        if answered is None or not answered.answer.citations:
            return None
        citation = answered.answer.citations[0]
        library = await self.libraries.of(chat)
        passage = await asyncio.to_thread(library.context, citation)
        return Around(passage, citation, answered.articles[citation.article])

    async def remember(
        self, tx: Transaction, *, chat: int, player: int | None, question: str, now: float
    ) -> int:
        """Keep the question for the buttons under its answer, for thirty days."""
        ask = await asks.add(tx, chat=chat, player=player, question=question, now=now)
        await asks.forget_before(tx, now - _KEPT_SECONDS)  # only now: no number is given twice
        return ask

    async def asked_last(self, *, chat: int, player: int | None, now: float) -> str | None:
        """What a follow-up follows: the same person's question of a few minutes ago."""
        since = now - _FOLLOWED_SECONDS
        return await self.database.read(
            lambda tx: asks.last(tx, chat=chat, player=player, since=since)
        )

    async def asked_before(self, ask: int, chat: int) -> str | None:
        """The question that a button belongs to; None once it is forgotten."""
        return await self.database.read(lambda tx: asks.question_of(tx, ask, chat=chat))


def example(questions: Iterable[Question]) -> Question | None:
    """The question with the most evidence, one that asks for a value if there is one."""
    return max(questions, key=_shows_well, default=None)


def _answered(library: Library, question: str, before: str | None) -> Answered:
    whole = library.resolved(question, before) if before else question
    return _named(library, library.ask(whole))


def _named(library: Library, answer: Answer) -> Answered:
    articles = {citation.article for citation in answer.citations}
    articles |= {hit.article for hit in answer.passages}
    return Answered(answer, {article: library.article(article) for article in articles})


def _shows_well(question: Question) -> tuple[int, bool]:
    articles = {citation.article for citation in question.citations}
    asks_for_a_value = question.expected is not None and question.expected.kind == "quantity"
    return min(len(articles), 3), asks_for_a_value
