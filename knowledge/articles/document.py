"""What every reader gives, whatever the format: a title, and paragraphs that know their place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from knowledge.models import Article, Mark


@dataclass(frozen=True, slots=True)
class Progress:
    """So much of a file is read: ``done`` of ``total`` pages (or chapters: the ``unit``)."""

    done: int
    total: int
    unit: str

    def __str__(self) -> str:
        return f"{self.done:,} of {self.total:,} {self.unit}"


Report = Callable[[Progress], None]
"""Told how far reading is. Whatever it raises ends the reading."""


def silently(_: Progress) -> None:
    """The report of those who don't want to know."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item or table row, in one line; ``marks`` count from its start."""

    text: str
    is_heading: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text as its format gives it, furniture included. An empty title is not known."""

    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    source: str = ""
    published: date | None = None


class Reader(Protocol):
    """Reads one format. Raises ``ArticleUnreadable``, with ``name`` in its sentence."""

    def __call__(self, content: bytes, name: str, report: Report) -> Document:
        """Return the document that ``content`` holds."""
        ...


def composed(document: Document, article_id: str) -> Article:
    """Return the article of a document: an empty line between paragraphs, marks moved along."""
    pieces: list[str] = []
    marks: list[Mark] = []
    length = 0
    for paragraph in document.paragraphs:
        if not paragraph.text:
            continue
        if paragraph.is_heading:
            marks.append(Mark(length, "heading", paragraph.text))
        marks.extend(replace(mark, start=length + mark.start) for mark in paragraph.marks)
        pieces.append(paragraph.text)
        length += len(paragraph.text) + 2
    return Article(
        id=article_id,
        title=document.title,
        text="\n\n".join(pieces),
        source=document.source,
        published=document.published,
        marks=tuple(marks),
    )
