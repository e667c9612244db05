"""Web pages saved as HTML: trafilatura tells the article from the page around it."""

from __future__ import annotations

from datetime import date
from typing import Any

from trafilatura import bare_extraction

from knowledge.articles import markup
from knowledge.articles.document import Document, Report
from knowledge.articles.tidying import one_line


def read(content: bytes, name: str, report: Report) -> Document:  # noqa: ARG001 - one piece
    """Return the page's article; where none can be told apart, all of the page's text."""
    page: Any = bare_extraction(
        content, include_comments=False, include_tables=True, with_metadata=True
    )
    if page is None or page.body is None:
        return _whole(content)
    paragraphs = tuple(markup.paragraphs(page.body))
    if not paragraphs:
        return _whole(content)
    return Document(
        paragraphs=paragraphs,
        title=one_line(page.title or ""),
        source=one_line(page.sitename or page.hostname or ""),
        published=_date(page.date),
    )


def _whole(content: bytes) -> Document:
    root = markup.tree(content)
    return Document(tuple(markup.paragraphs(root)) if root is not None else ())


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
