"""The questions as they were asked; answers refer to these, whatever the library becomes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pydantic import TypeAdapter

from bot.store.database import Transaction
from knowledge.models import Question

_BODY = TypeAdapter(Question)


async def keep(tx: Transaction, question: Question) -> str:
    """Keep the question as it is asked now; returns the version that answers refer to."""
    body = _BODY.dump_json(question)
    version = version_of(question)
    await tx.run(
        """
        INSERT INTO questions (version, question_id, body) VALUES (:version, :id, :body)
        ON CONFLICT DO NOTHING
        """,
        version=version,
        id=question.id,
        body=body.decode(),
    )
    return version


def version_of(question: Question) -> str:
    """The version that the question would be kept as."""
    return hashlib.sha256(_BODY.dump_json(question)).hexdigest()[:16]


async def load(tx: Transaction, version: str) -> Question:
    """A question that was asked before."""
    return (await load_all(tx, [version]))[0]


async def load_all(tx: Transaction, versions: Iterable[str]) -> list[Question]:
    """Questions that were asked before, in the order given."""
    found = []
    for version in versions:
        row = await tx.one("SELECT body FROM questions WHERE version = :version", version=version)
        if row is None:
            raise LookupError(f"question {version} was never asked")
        found.append(_BODY.validate_json(row["body"]))
    return found
