"""Web pages saved as HTML: trafilatura tells the article from the page around it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from trafilatura import bare_extraction

from knowledge.articles import markup
from knowledge.articles.document import Document, Paragraph, Report
from knowledge.articles.tidying import one_line


def read(content: bytes, name: str, report: Report) -> Document:  # noqa: ARG001 - one piece
    """Return the page's article; where none can be told apart, all of the page's text."""
    page: Any = bare_extraction(
        content,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    root = markup.tree(content)
    if root is None:
        return Document(())
    paragraphs = tuple(markup.paragraphs(page.body)) if page is not None else ()
    if not paragraphs:
        return Document(tuple(markup.paragraphs(root)), title=_named(root))
    return Document(
        paragraphs=paragraphs,
        title=_title(paragraphs, one_line(page.title or ""), _named(root)),
        source=one_line(page.sitename or page.hostname or ""),
        published=_date(page.date),
    )


def _named(root: Any) -> str:
    return one_line(root.findtext(".//title") or "")


def _title(paragraphs: Iterable[Paragraph], guess: str, named: str) -> str:
    """Return the headline that the page's name repeats: a name adds the site's own."""
    headings = [paragraph.text for paragraph in paragraphs if paragraph.is_heading]
    repeated = [line for line in (guess, *headings) if line.casefold() in named.casefold()]
    return max(repeated, key=len, default="") or named or guess


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
