"""The values of the library as JSON: the shapes that scripts rely on. Keys may be added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from knowledge.models import Answer, Fact, Hit, Question

Shape = dict[str, Any]


def answer(found: Answer) -> Shape:
    """``gobbet ask``: the answer, its citations, and the passages nearest to the question."""
    shape = asdict(found)
    shape["passages"] = [
        {"article": hit.article, "text": hit.text, "score": hit.score} for hit in found.passages
    ]
    return shape


def search(query: str, hits: Iterable[Hit]) -> Shape:
    """``gobbet search``: passages, best first."""
    return {"query": query, "hits": [asdict(hit) for hit in hits]}


def questions(made: Iterable[Question]) -> Shape:
    """``gobbet questions``."""
    return {"questions": [asdict(question) for question in made]}


def facts(found: Iterable[Fact]) -> Shape:
    """``gobbet facts``."""
    return {"facts": [_fact(fact) for fact in found]}


def _fact(fact: Fact) -> Shape:
    return asdict(replace(fact, arguments=dict(fact.arguments)))
