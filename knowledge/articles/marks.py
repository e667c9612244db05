"""Where in its file a quote stands, in words: the page and the heading that a citation names."""

from __future__ import annotations

from bisect import bisect_right

from knowledge.models import Article


def place(article: Article, start: int) -> str:
    """Return such words as "page 214, Honey" for the character at ``start``, as far as known."""
    return ", ".join(label for label in (page(article, start), heading(article, start)) if label)


def page(article: Article, start: int) -> str:
    """Return "page 214", or "" in a format without pages."""
    label = _label(article, "page", start)
    return f"page {label}" if label else ""


def heading(article: Article, start: int) -> str:
    """Return the heading that the character at ``start`` stands under, or ""."""
    return _label(article, "heading", start)


def _label(article: Article, kind: str, start: int) -> str:
    marks = [mark for mark in article.marks if mark.kind == kind]
    before = bisect_right(marks, start, key=lambda mark: mark.start)
    return marks[before - 1].label if before else ""
