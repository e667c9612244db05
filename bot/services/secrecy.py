"""What may not be said for now: the answer to a question that is open in a round.

A group is kept from the questions open in it. In private nobody is told the answer to any open
question: who listens there may sit in the class that is being asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.store import questions, round_posts
from bot.store.database import Transaction
from knowledge.models import Answer, Citation, Hit, Passage, Question

_Place = Citation | Hit | Passage

_PASSED_ON = 0.8
"""The share of an open question's words with which somebody asks for just that."""


async def open_questions(tx: Transaction, chat: int, *, is_private: bool) -> list[Question]:
    """The questions whose answers may not be given away in this chat now."""
    versions = await round_posts.open_in_rounds(tx, None if is_private else chat)
    return await questions.load_all(tx, versions)


def gives_away(answer: Answer, secrets: Iterable[Question], around: Passage | None = None) -> bool:
    """Whether what is shown says what an open question asks.

    Shown are an answer's words and quotes, and where it has none, passages in its place; and the
    passage ``around`` a quote.
    """
    secrets = list(secrets)
    said = (answer.answer or "").casefold()
    if any(said == secret.answer.casefold() for secret in secrets):
        return True
    if any(_asks_the_same(answer.question, secret.stem) for secret in secrets):
        return True  # whatever else the articles say to it may hold the key as well
    places: list[_Place] = [*(answer.citations if answer.found else answer.passages)]
    places += [around] if around else []
    return any(_overlaps(place, citation) for place in places for citation in _evidence(secrets))


def _asks_the_same(asked: str, stem: str) -> bool:
    """Whether somebody passes an open question on, or most of its words."""
    words, passed_on = (set(re.findall(r"\w+", text.casefold())) for text in (stem, asked))
    return len(words & passed_on) >= _PASSED_ON * len(words)


def _evidence(secrets: Iterable[Question]) -> list[Citation]:
    return [citation for question in secrets for citation in question.citations]


def _overlaps(one: _Place, other: Citation) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end
