"""The questions as they were asked; answers refer to these, whatever the library becomes."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import TypeAdapter

from bot.store.database import Transaction
from knowledge.models import Question

_BODY = TypeAdapter(Question)


async def keep(tx: Transaction, question: Question) -> None:
    """Keep the question as it is asked now."""
    await tx.run(
        """
        INSERT INTO questions (question_id, body) VALUES (:id, :body)
        ON CONFLICT (question_id) DO UPDATE SET body = :body
        """,
        id=question.id,
        body=_BODY.dump_json(question).decode(),
    )


async def load(tx: Transaction, question_id: str) -> Question:
    """A question that was asked before."""
    return (await load_all(tx, [question_id]))[0]


async def load_all(tx: Transaction, question_ids: Iterable[str]) -> list[Question]:
    """Questions that were asked before, in the order given."""
    found = []
    for question_id in question_ids:
        row = await tx.one("SELECT body FROM questions WHERE question_id = :id", id=question_id)
        if row is None:
            raise LookupError(f"question {question_id} was never asked")
        found.append(_BODY.validate_json(row["body"]))
    return found
