"""The rows of the question bank: each question of a library, its versions and its state."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import TypeAdapter

from bot.store import questions
from bot.store.database import Row, Transaction
from knowledge.models import Question

State = Literal["draft", "approved", "retired", "suspended"]
"""Not looked at yet; may be asked; will not be asked; not asked until a doubt is settled."""

_BODY = TypeAdapter(Question)


@dataclass(frozen=True, slots=True)
class Entry:
    """A question in a library's bank, as it is asked now.

    ``made`` is its version as made from the articles, None where it was written by hand.
    ``is_gone``: they do not say it any more.
    """

    id: int
    library: int
    question: Question
    version: str
    made: str | None
    state: State
    reason: str
    is_gone: bool

    @property
    def is_edited(self) -> bool:
        """Whether it is asked in other words than it was made in."""
        return self.made != self.version


@dataclass(frozen=True, slots=True)
class Count:
    """How many questions of a library are in each state."""

    draft: int = 0
    approved: int = 0
    retired: int = 0
    suspended: int = 0


async def askable(tx: Transaction, library: int) -> list[Question]:
    """The questions that may be asked, as the library's instructors decided."""
    rows = await tx.all(f"{_ASKABLE} ORDER BY entry_id", library=library)
    return [_read(row["body"]) for row in rows]


async def for_polls(tx: Transaction, library: int) -> list[Question]:
    """Those of them that a poll can ask: with 2 to 10 options."""
    rows = await tx.all(f"{_ASKABLE} AND {_FITS_A_POLL} ORDER BY entry_id", library=library)
    return [_read(row["body"]) for row in rows]


async def add(
    tx: Transaction, library: int, question: Question, *, by_hand: bool, state: State = "draft"
) -> int:
    """Keep a new question; one of the same id must not be in the bank."""
    version = await questions.keep(tx, question)
    return await tx.insert(
        """
        INSERT INTO bank (library_id, question_id, article, made_version, version, is_sure, state)
        VALUES (:library, :question, :article, :made, :version, :is_sure, :state)
        """,
        library=library,
        question=question.id,
        article=_article(question),
        made=None if by_hand else version,
        version=version,
        is_sure=question.tier == "safe",
        state=state,
    )


async def load(tx: Transaction, entry: int) -> Entry | None:
    """An entry by its id."""
    row = await tx.one(f"{_ENTRIES} WHERE entry_id = :id", id=entry)
    return None if row is None else _entry(row)


async def of_library(tx: Transaction, library: int) -> list[Entry]:
    """All entries of a library."""
    rows = await tx.all(
        f"{_ENTRIES} WHERE library_id = :library ORDER BY entry_id", library=library
    )
    return [_entry(row) for row in rows]


async def next_to_review(tx: Transaction, library: int, after: int) -> Entry | None:
    """The entry that waits for an instructor, beginning anew after the last one."""
    row = await tx.one(
        f"""
        {_ENTRIES} WHERE library_id = :library AND state IN ('draft', 'suspended')
        ORDER BY entry_id <= :after, state = 'draft', entry_id LIMIT 1
        """,
        library=library,
        after=after,
    )
    return None if row is None else _entry(row)


async def count(tx: Transaction, library: int) -> Count:
    """How many questions are in which state."""
    rows = await tx.all(
        "SELECT state, count(*) AS n FROM bank WHERE library_id = :library GROUP BY state",
        library=library,
    )
    return Count(**{row["state"]: row["n"] for row in rows})


async def decide(
    tx: Transaction,
    entry: int,
    state: State,
    *,
    reason: str,
    player: int | None,
    now: float | None,
) -> None:
    """Note what somebody thinks of a question; ``now`` is None where nobody has decided."""
    await tx.run(
        """
        UPDATE bank SET state = :state, reason = :reason, decided_by = :player, decided_at = :now
        WHERE entry_id = :id
        """,
        id=entry,
        state=state,
        reason=reason,
        player=player,
        now=now,
    )


async def approve_article(
    tx: Transaction, library: int, article: str, *, player: int | None, now: float
) -> int:
    """Approve what waits of one article; how many questions that were."""
    return await tx.run(
        """
        UPDATE bank SET state = 'approved', reason = '', decided_by = :player, decided_at = :now
        WHERE library_id = :library AND article = :article AND state = 'draft'
        """,
        library=library,
        article=article,
        player=player,
        now=now,
    )


async def suspend(tx: Transaction, library: int, question_id: str, *, reason: str) -> None:
    """Ask a question no more until somebody has looked at it."""
    await tx.run(
        """
        UPDATE bank SET state = 'suspended', reason = :reason
        WHERE library_id = :library AND question_id = :question AND state IN ('draft', 'approved')
        """,
        library=library,
        question=question_id,
        reason=reason,
    )


async def settle(
    tx: Transaction, library: int, question_id: str, state: State, *, reason: str
) -> None:
    """End a suspension."""
    await tx.run(
        """
        UPDATE bank SET state = :state, reason = :reason
        WHERE library_id = :library AND question_id = :question AND state = 'suspended'
        """,
        library=library,
        question=question_id,
        state=state,
        reason=reason,
    )


async def rewrite(
    tx: Transaction, entry: int, question: Question, *, made: str | None = None
) -> str:
    """Ask the entry as ``question`` from now on; answers stay with the version they were given to.

    ``made`` is the version that was newly made from the articles, if that is the reason.
    """
    version = await questions.keep(tx, question)
    await tx.run(
        """
        UPDATE bank SET version = :version, made_version = coalesce(:made, made_version),
                        article = :article, is_sure = :is_sure, is_gone = 0
        WHERE entry_id = :id
        """,
        id=entry,
        version=version,
        made=made,
        article=_article(question),
        is_sure=question.tier == "safe",
    )
    return version


async def mark_gone(tx: Transaction, entry: int, *, is_gone: bool) -> None:
    """Note whether the articles (still) say what the question asks."""
    await tx.run(
        "UPDATE bank SET is_gone = :is_gone WHERE entry_id = :id", id=entry, is_gone=is_gone
    )


def _article(question: Question) -> str:
    return question.citations[0].article if question.citations else ""


@lru_cache(maxsize=50_000)
def _read(body: str) -> Question:
    return _BODY.validate_json(body)


def _entry(row: Row) -> Entry:
    return Entry(
        id=row["entry_id"],
        library=row["library_id"],
        question=_read(row["body"]),
        version=row["version"],
        made=row["made_version"],
        state=row["state"],
        reason=row["reason"],
        is_gone=bool(row["is_gone"]),
    )


_ENTRIES = "SELECT bank.*, body FROM bank JOIN questions USING (version)"

_ASKABLE = """
SELECT body FROM bank JOIN questions USING (version) JOIN libraries USING (library_id)
WHERE library_id = :library AND NOT is_gone
  AND (state = 'approved' OR state = 'draft' AND is_sure AND asks = 'sure')
"""
_FITS_A_POLL = "json_array_length(body, '$.options') BETWEEN 2 AND 10"
