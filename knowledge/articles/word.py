"""Word files (.docx): paragraphs and tables in their order, headings by their style."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph as WordParagraph

from knowledge.articles.archive import Archive
from knowledge.articles.document import Document, Paragraph, Progress, Report
from knowledge.articles.tidying import one_line
from knowledge.errors import Damaged

_HEADINGS = ("heading", "title")
_REPORTED_EVERY = 200
_BODY = "word/document.xml"
_FAULTS = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    KeyError,
    ValueError,
    AttributeError,
    SyntaxError,
)


def read(content: bytes, name: str, report: Report) -> Document:
    """Return the document of a .docx file; pictures, text boxes and notes are left out."""
    if b"<!DOCTYPE" in Archive(content, name).entry(_BODY)[:4096]:
        raise Damaged(name, "it defines entities of its own, as no Word file does")
    try:
        document = docx.Document(BytesIO(content))
        blocks = list(document.iter_inner_content())
        paragraphs = tuple(_paragraphs(blocks, report))
    except _FAULTS as error:
        raise Damaged(name, f"its parts don't fit together ({type(error).__name__})") from None
    return Document(paragraphs, title=one_line(document.core_properties.title or ""))


def _paragraphs(blocks: list[WordParagraph | Table], report: Report) -> Iterator[Paragraph]:
    for number, block in enumerate(blocks):
        if number % _REPORTED_EVERY == 0:
            report(Progress(number, len(blocks), "paragraphs"))
        if isinstance(block, Table):
            yield from map(Paragraph, _rows(block))
        else:
            style = (block.style.name if block.style else "") or ""
            yield Paragraph(one_line(block.text), is_heading=style.lower().startswith(_HEADINGS))


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = dict.fromkeys(one_line(cell.text) for cell in row.cells)
        yield " | ".join(cell for cell in cells if cell)
