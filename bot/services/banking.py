"""The question bank kept in step with what is made from the articles, whatever people changed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from bot.store import bank, libraries, posts, questions
from bot.store.bank import Entry, State
from bot.store.database import Database, Transaction
from bot.store.posts import Post
from knowledge.models import Article, Citation, Question

T = TypeVar("T")

CHANGED = "Its article has changed."
DOUBTED = "Players say that its marked answer is wrong."
DROPPED = "Players said that its marked answer was wrong, and it was dropped."
_AT_ONCE = 100
"""Rows in one transaction: others write in between."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between a bank and what was made, or (``gone``) is not made any more.

    Questions ``by_hand`` are to be looked for in the articles.
    """

    new: list[Question] = field(default_factory=list)
    renewed: list[tuple[int, Question]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    by_hand: list[int] = field(default_factory=list)


async def askable(tx: Transaction, chat: int) -> list[Question]:
    """The questions that may be asked in a chat, which asks by polls."""
    return await bank.for_polls(tx, (await libraries.studied(tx, chat)).id)


async def without_options(tx: Transaction, chat: int) -> int:
    """How many questions a chat might be asked, were they not to be answered in words."""
    found = await bank.askable(tx, (await libraries.studied(tx, chat)).id)
    return sum(not question.options for question in found)


async def suspend(tx: Transaction, post: Post) -> None:
    """Players doubt the key of a posted question: it is asked no more where it is from."""
    question = await questions.load(tx, post.version)
    library = await _library_of(tx, post)
    if library is not None:
        await bank.suspend(tx, library, question.id, reason=DOUBTED)


async def settle(tx: Transaction, post: Post, *, is_right: bool) -> None:
    """The doubt is settled: the question is asked again, or never."""
    question = await questions.load(tx, post.version)
    library = await _library_of(tx, post)
    state: State = "approved" if is_right else "retired"
    reason = "" if is_right else DROPPED
    if library is not None:
        await bank.settle(tx, library, question.id, state, reason=reason)


async def bring_up_to_date(
    database: Database,
    library: int,
    made: Sequence[Question],
    articles: Iterable[Article],
    origin: str,
) -> None:
    """Let the bank hold what was made; ``origin`` is noted when all of it stands there.

    What is interrupted is done again. An edit stays as long as its articles say the same.
    """
    entries = await database.read(lambda tx: bank.of_library(tx, library))
    texts = {article.id: article.text for article in articles}
    found = await asyncio.to_thread(differences, entries, made)
    await _in_parts(database, found.new, lambda tx, each: _added(tx, library, each))
    await _in_parts(database, found.renewed, lambda tx, each: _renewed(tx, *each))
    await _in_parts(database, found.by_hand, lambda tx, each: _followed(tx, each, texts))
    await _in_parts(database, found.gone, lambda tx, each: bank.mark_gone(tx, each, is_gone=True))
    await database.write(lambda tx: libraries.made_from(tx, library, origin))


def differences(entries: Iterable[Entry], made: Iterable[Question]) -> Changes:
    """Compare a bank's entries with the questions that are made now."""
    changes = Changes()
    fresh = {question.id: question for question in made}
    for entry in entries:
        question = fresh.pop(entry.question.id, None)
        if entry.made is None:
            changes.by_hand.append(entry.id)
        elif question is None:
            changes.gone.extend([] if entry.is_gone else [entry.id])
        elif entry.is_gone or entry.made != questions.version_of(question):
            changes.renewed.append((entry.id, question))
    changes.new.extend(fresh.values())
    return changes


def _found_again(citation: Citation, texts: Mapping[str, str]) -> Citation | None:
    text = texts.get(citation.article, "")
    if text[citation.start : citation.end] == citation.quote:
        return citation
    start = text.find(citation.quote)
    end = start + len(citation.quote)
    return None if start < 0 else replace(citation, start=start, end=end)


async def _library_of(tx: Transaction, post: Post) -> int | None:
    """The library that a posted question is from: its chat may study another one by now."""
    studied = await libraries.studied(tx, post.chat)
    return await posts.library_of(tx, post, studied=studied.id)


async def _added(tx: Transaction, library: int, question: Question) -> None:
    await bank.add(tx, library, question, by_hand=False)


async def _renewed(tx: Transaction, entry_id: int, question: Question) -> None:
    entry = await bank.load(tx, entry_id)
    if entry is None or entry.made is None:
        return
    before = await questions.load(tx, entry.made)
    version = await questions.keep(tx, question)
    if _says_the_same(before, question):
        if entry.is_edited:
            question = replace(entry.question, citations=question.citations)
    elif entry.state == "approved":
        await bank.decide(tx, entry.id, "draft", reason=CHANGED, player=None, now=None)
    await bank.rewrite(tx, entry.id, question, made=version)


async def _followed(tx: Transaction, entry_id: int, texts: Mapping[str, str]) -> None:
    """A question by hand stays as long as its quotes stand somewhere in their articles.

    It is read here once more, as its instructor may have edited it meanwhile.
    """
    entry = await bank.load(tx, entry_id)
    if entry is None:
        return
    citations = [_found_again(citation, texts) for citation in entry.question.citations]
    standing = tuple(citation for citation in citations if citation)
    if len(standing) < len(citations):
        await bank.mark_gone(tx, entry.id, is_gone=True)
    elif entry.is_gone or standing != entry.question.citations:
        await bank.rewrite(tx, entry.id, replace(entry.question, citations=standing))


def _says_the_same(one: Question, other: Question) -> bool:
    """Whether both ask the same with the same evidence, wherever it stands by now."""
    return _content(one) == _content(other)


def _content(question: Question) -> tuple[object, ...]:
    quotes = tuple(citation.quote for citation in question.citations)
    return question.stem, question.options, question.key, question.answer, quotes


async def _in_parts(
    database: Database, items: Sequence[T], step: Callable[[Transaction, T], Awaitable[None]]
) -> None:
    for start in range(0, len(items), _AT_ONCE):
        await database.write(partial(_each, items=items[start : start + _AT_ONCE], step=step))


async def _each(
    tx: Transaction, items: Sequence[T], step: Callable[[Transaction, T], Awaitable[None]]
) -> None:
    for item in items:
        await step(tx, item)
