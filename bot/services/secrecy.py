"""What may not be said for now: the answer to a question that is open in a round.

A group is kept from the questions open in it. In private nobody is told the answer to any open
question: who listens there may sit in the class that is being asked.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.store import questions, round_posts
from bot.store.database import Transaction
from knowledge.models import Answer, Citation, Hit, Question


async def open_questions(tx: Transaction, chat: int, *, is_private: bool) -> list[Question]:
    """The questions whose answers may not be given away in this chat now."""
    versions = await round_posts.open_in_rounds(tx, None if is_private else chat)
    return await questions.load_all(tx, versions)


def gives_away(answer: Answer, secrets: Iterable[Question]) -> bool:
    """Whether an answer, or a passage shown in its place, says what an open question asks."""
    secrets = list(secrets)
    said = (answer.answer or "").casefold()
    if any(said == secret.answer.casefold() for secret in secrets):
        return True
    places: list[Citation | Hit] = [*answer.citations, *answer.passages]
    return any(_overlaps(place, citation) for place in places for citation in _evidence(secrets))


def _evidence(secrets: Iterable[Question]) -> list[Citation]:
    return [citation for question in secrets for citation in question.citations]


def _overlaps(one: Citation | Hit, other: Citation) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end
