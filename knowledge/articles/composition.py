"""Letters in one composed form (NFC), so that "é" is one character however it was typed.

Decomposed letters fall apart into a letter and a mark that is none, and match nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final
from unicodedata import is_normalized, normalize

from knowledge.models import Article, Mark

_FORM: Final = "NFC"


def composed_text(text: str) -> str:
    """Return ``text`` with its letters composed."""
    return normalize(_FORM, text)


def composed_article(article: Article) -> Article:
    """Return the article with composed title and text; its marks stand before the same words."""
    if is_normalized(_FORM, article.title) and is_normalized(_FORM, article.text):
        return article
    bounds = sorted({0, len(article.text), *(mark.start for mark in article.marks)})
    pieces = [composed_text(article.text[start:end]) for start, end in pairwise(bounds)]
    moved = dict(zip(bounds, accumulate(map(len, pieces), initial=0), strict=True))
    return replace(
        article,
        title=composed_text(article.title),
        text="".join(pieces),
        marks=tuple(_moved(article.marks, moved)),
    )


def _moved(marks: tuple[Mark, ...], to: dict[int, int]) -> Iterator[Mark]:
    for mark in marks:
        yield replace(mark, start=to[mark.start], label=composed_text(mark.label))
