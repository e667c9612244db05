"""PDF files through pypdf: the lines of each page, and the headings that the outline names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, DeprecationError, PyPdfError

from knowledge.articles import printed
from knowledge.articles.document import Document, Progress, Report
from knowledge.articles.tidying import one_line
from knowledge.errors import Damaged, Locked, OnlyPictures, TooManyPages

PAGES_LIMIT = 2_000
OUTLINE_LIMIT = 5_000
TITLE_LENGTHS = range(5, 200)
_CHARACTERS_A_PAGE = 25
"""Fewer on average, and the pages are pictures with a number below."""
_FILE_NAME = re.compile(
    r"\.(?:docx?|pdf|indd|qxd|tex|dvi|rtf|odt|pptx?|xlsx?)$|^untitled|^microsoft word",
    re.IGNORECASE,
)
_FAULTS = (
    PyPdfError,
    DeprecationError,
    NotImplementedError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    AssertionError,
)


def read(content: bytes, name: str, report: Report) -> Document:
    """Return the document of a PDF.

    Raises ``Locked``, ``OnlyPictures``, ``TooManyPages`` and ``Damaged``.
    """
    reader = _opened(content, name)
    pages = _pages(reader, name)
    texts: list[str] = []
    broken = 0
    for number, page in enumerate(pages, 1):
        text = _text(page)
        broken += text is None
        texts.append(text or "")
        report(Progress(number, len(pages), "pages"))
    if broken and broken == len(pages):
        raise Damaged(name, "not one of its pages can be read")
    if sum(map(len, texts)) < _CHARACTERS_A_PAGE * len(texts):
        raise OnlyPictures(name, len(texts))
    return Document(
        printed.paragraphs(texts, _outline(reader)), title=_title(reader) or _largest(pages[0])
    )


def _opened(content: bytes, name: str) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Locked(name)
    except DependencyError:
        raise Locked(name) from None
    except _FAULTS:
        raise Damaged(name, "it has no table of its parts") from None
    return reader


def _pages(reader: PdfReader, name: str) -> list[Any]:
    try:
        promised = len(reader.pages)
        if promised > PAGES_LIMIT:
            raise TooManyPages(name, promised, PAGES_LIMIT)
        pages = list(reader.pages)
    except DependencyError:
        raise Locked(name) from None
    except (*_FAULTS, RecursionError):
        raise Damaged(name, "its pages can't be found") from None
    if not pages:
        raise Damaged(name, "it has no pages")
    return pages


def _text(page: Any) -> str | None:
    """Return the page's text, or None where the page is broken: the others may be whole."""
    try:
        return str(page.extract_text())
    except (*_FAULTS, RecursionError):
        return None


def _title(reader: PdfReader) -> str:
    """Return the title that the file gives itself, unless it is the name of another file."""
    try:
        title = one_line(str((reader.metadata and reader.metadata.title) or ""))
    except _FAULTS:
        return ""
    return "" if _FILE_NAME.search(title) or " " not in title else title


def _largest(page: Any) -> str:
    """Return what stands on the page in its largest letters, if that can be a title."""
    parts: list[tuple[float, str]] = []

    def note(text: str, user: Any, matrix: Any, _: Any, size: float) -> None:
        if text.strip():
            parts.append((round(size * abs(matrix[3] * user[3]), 1), text))

    try:
        page.extract_text(visitor_text=note)
    except (*_FAULTS, RecursionError):
        return ""
    largest = max((size for size, _ in parts), default=0.0)
    title = one_line(" ".join(text for size, text in parts if size == largest))
    return title if len(title) in TITLE_LENGTHS and " " in title else ""


def _outline(reader: PdfReader) -> dict[int, set[str]]:
    """Return the outline's headings by page, counted from 1; an outline that lies is ignored."""
    found: dict[int, set[str]] = {}
    try:
        for _, entry in zip(range(OUTLINE_LIMIT), _entries(reader.outline), strict=False):
            page = reader.get_destination_page_number(entry)
            if page is not None:
                found.setdefault(page + 1, set()).add(one_line(str(entry.title)).casefold())
    except (*_FAULTS, RecursionError):
        return found
    return found


def _entries(outline: Any) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _entries(entry)
        else:
            yield entry
