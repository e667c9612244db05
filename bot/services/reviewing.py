"""Instructors look over a library's questions: which one comes next, what an edit may be."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.store import bank, libraries
from bot.store.bank import Entry
from bot.store.database import Transaction
from bot.store.libraries import HOST, StoredLibrary
from knowledge import Library
from knowledge.articles import sentences
from knowledge.models import Article, Citation, Question

Part = Literal["stem", "options", "key", "accept", "source"]
"""What of a question can be edited."""

REASONS = ("Wrong", "Unclear", "Trivial", "The question reveals the answer")
"""Why questions are rejected most."""

MOST_STEM, MOST_OPTION, MOST_OPTIONS = 250, 100, 10
_KEY_MARK = "*"
_MOST_DIGITS = 2


class NotAllowed(Exception):  # noqa: N818 - it reads as the sentence it is
    """The player is no instructor of the library; ``str`` says so."""

    def __init__(self) -> None:
        super().__init__("Only the instructors of this library may change its questions.")


class BadEdit(Exception):  # noqa: N818 - as above
    """What was written can't be that part of a question; ``str`` says why and what can."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The next question to look at, None where none waits, and how many are in which state."""

    library: StoredLibrary
    entry: Entry | None
    count: bank.Count


async def reviewable(tx: Transaction, player: int, chat: int) -> list[StoredLibrary]:
    """The libraries whose questions a player may look over, first the one studied in ``chat``."""
    studied = await libraries.studied(tx, chat)
    found = await libraries.instructed_by(tx, player)
    return sorted(found, key=lambda library: (library.id != studied.id, library.id == HOST))


async def next_waiting(tx: Transaction, library: int, after: int = 0) -> Waiting:
    """The next question that nobody has looked at, after the entry ``after``."""
    entry = await bank.next_to_review(tx, library, after)
    stored = await libraries.load(tx, library)
    return Waiting(stored, entry, await bank.count(tx, library))


async def entry_for(tx: Transaction, entry_id: int, player: int) -> Entry:
    """An entry that the player may decide on. Raises `NotAllowed`, also where it is gone."""
    entry = await bank.load(tx, entry_id)
    if entry is None or not await libraries.is_instructor(tx, entry.library, player):
        raise NotAllowed
    return entry


def edited(question: Question, part: Part, words: str) -> Question:
    """The question with one part written anew. Raises `BadEdit`."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if not lines:
        raise BadEdit("There is nothing in it. Send me some words.")
    match part:
        case "stem":
            return replace(question, stem=_checked_stem(" ".join(lines)))
        case "options":
            return _with_options(question, lines)
        case "accept":
            return replace(question, accept=tuple(dict.fromkeys(lines)))
        case "key":
            return with_key(question, _number(lines[0]) - 1)
    raise BadEdit("The source is a sentence of an article; send it exactly as it stands there.")


def with_key(question: Question, key: int) -> Question:
    """The question with another right option. Raises `BadEdit`."""
    if not question.options:
        raise BadEdit("It is answered in words. Give it options, and mark the right one with *.")
    if not 0 <= key < len(question.options):
        raise BadEdit(f"Send the number of an option, from 1 to {len(question.options)}.")
    answer = question.options[key]
    if answer == question.answer:
        return replace(question, key=key)
    # What typed answers were held against belonged to the other key.
    return replace(question, key=key, answer=answer, accept=(), expected=None)


def with_source(question: Question, library: Library, quote: str) -> Question:
    """The question cited to a sentence that stands exactly so in an article. Raises `BadEdit`."""
    citation = _cited(library.articles, quote.strip())
    if citation is None:
        raise BadEdit("I don't find that in my articles. Send the sentence exactly as it stands.")
    return replace(
        question, citations=(citation,), explanation=citation.quote, title=citation.title
    )


def written(
    library: Library, stem: str, options: Sequence[str], key: int, explanation: str
) -> Question:
    """A question by hand, cited where the explanation, or else the answer, stands in an article.

    Raises `BadEdit` for what can't be asked.
    """
    identity = hashlib.sha256("\0".join((stem, *options)).encode()).hexdigest()[:12]
    blank = Question(
        id=f"hand-{identity}",
        kind="hand",
        tier="draft",
        title="",
        stem=_checked_stem(stem),
        options=(),
        key=0,
        answer="",
        accept=(),
        explanation=explanation,
        citations=(),
    )
    marked = [f"{_KEY_MARK}{each}" if n == key else each for n, each in enumerate(options)]
    question = _with_options(blank, marked)
    citation = _cited(library.articles, explanation.strip()) or _best(library, question)
    if citation is None:
        return question
    return replace(
        question,
        citations=(citation,),
        title=citation.title,
        explanation=explanation or citation.quote,
    )


def _checked_stem(stem: str) -> str:
    if len(stem) > MOST_STEM:
        raise BadEdit(f"A question may have {MOST_STEM} characters; this has {len(stem)}.")
    return stem


def _with_options(question: Question, lines: Sequence[str]) -> Question:
    marked = [number for number, line in enumerate(lines) if line.startswith(_KEY_MARK)]
    options = tuple(line.removeprefix(_KEY_MARK).strip() for line in lines)
    if not 1 < len(options) <= MOST_OPTIONS:
        raise BadEdit(f"A question has 2 to {MOST_OPTIONS} options, one on each line.")
    if len({option.casefold() for option in options}) < len(options):
        raise BadEdit("Two of these options are the same.")
    if not all(options) or any(len(option) > MOST_OPTION for option in options):
        raise BadEdit(f"An option has 1 to {MOST_OPTION} characters.")
    if len(marked) > 1 or (not marked and question.answer not in options):
        raise BadEdit("Put a * before the right option, and before no other.")
    key = marked[0] if marked else options.index(question.answer)
    return with_key(replace(question, options=options), key)


def _number(words: str) -> int:
    is_number = words.isascii() and words.isdecimal() and len(words) <= _MOST_DIGITS
    return int(words) if is_number else 0


def _cited(articles: Sequence[Article], quote: str) -> Citation | None:
    for article in articles if quote else ():
        start = article.text.find(quote)
        if start >= 0:
            end = start + len(quote)
            return Citation(article.id, article.title, article.source, quote, start, end)
    return None


def _best(library: Library, question: Question) -> Citation | None:
    """The sentence nearest to the question that holds its answer."""
    for hit in library.search(f"{question.stem} {question.answer}", limit=3):
        article = library.article(hit.article)
        for sentence in sentences(article):
            is_near = hit.start <= sentence.start < hit.end
            if is_near and question.answer.casefold() in sentence.text.casefold():
                return Citation(
                    article.id,
                    article.title,
                    article.source,
                    sentence.text,
                    sentence.start,
                    sentence.end,
                )
    return None
