"""Files of every format, made here: good ones, and such as only an enemy or a scanner makes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

import docx
from fpdf import FPDF

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)


def pdf(
    pages: Iterable[str],
    *,
    head: str = "",
    title: str = "",
    headings: Mapping[int, str] | None = None,
    cover: str = "",
) -> bytes:
    """A PDF with a running head, page numbers at the foot and headings in its outline."""
    paper = FPDF()
    paper.set_auto_page_break(False)
    if title:
        paper.set_title(title)
    for number, text in enumerate(pages, 1):
        paper.add_page()
        paper.set_font("Times", size=11)
        if head:
            _line(paper, f"{head} {number}")
        if cover and number == 1:
            paper.set_font("Times", size=24)
            _line(paper, cover)
            paper.set_font("Times", size=11)
        heading = (headings or {}).get(number)
        if heading:
            paper.start_section(heading)
            _line(paper, heading)
        paper.multi_cell(120, 5, text, align="L", new_x="LMARGIN", new_y="NEXT")
        paper.set_y(-20)
        paper.cell(0, 6, f"- {number} -", align="C")
    return bytes(paper.output())


def _line(paper: FPDF, text: str) -> None:
    paper.cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
    paper.ln(4)


def scanned_pdf(pages: int) -> bytes:
    """Pages with a drawing and not a word."""
    paper = FPDF()
    for _ in range(pages):
        paper.add_page()
        paper.rect(10, 10, 100, 200)
    return bytes(paper.output())


def locked_pdf() -> bytes:
    paper = FPDF()
    paper.set_encryption(owner_password="owner", user_password="user")
    paper.add_page()
    paper.set_font("Times", size=11)
    paper.cell(0, 6, "Nobody may read that bees fly.")
    return bytes(paper.output())


def empty_pages(number: int) -> bytes:
    """A small PDF of very many pages, written by hand: each is the same object's copy."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>"]
    kids = " ".join(f"{n + 3} 0 R" for n in range(number))
    objects.append(f"<</Type/Pages/Count {number}/Kids[{kids}]>>")
    objects += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * number
    return _pdf_of(objects)


def endless_pages() -> bytes:
    """A PDF whose page tree contains itself."""
    return _pdf_of(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"])


def nested_pdf(depth: int) -> bytes:
    """A PDF with arrays inside arrays inside arrays."""
    nest = "[" * depth + "]" * depth
    return _pdf_of(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            f"<</Type/Page/Parent 2 0 R/X {nest}>>",
        ]
    )


def _pdf_of(objects: list[str]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def word(*blocks: str | list[list[str]], title: str = "") -> bytes:
    """A .docx: "# …" is a heading, a list of rows is a table, all else a paragraph."""
    document = docx.Document()
    document.core_properties.title = title
    for block in blocks:
        if isinstance(block, list):
            table = document.add_table(rows=0, cols=len(block[0]))
            for row in block:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        elif block.startswith("# "):
            document.add_heading(block[2:], level=1)
        else:
            document.add_paragraph(block)
    return saved(document)


def saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_part(content: bytes, path: str, part: bytes) -> bytes:
    """The same zip file with one part replaced (or added)."""
    old = zipfile.ZipFile(io.BytesIO(content))
    parts = {name: old.read(name) for name in old.namelist()} | {path: part}
    return archive(parts)


def archive(parts: Mapping[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for path, part in parts.items():
            target.writestr(path, part)
    return stream.getvalue()


def epub(chapters: Mapping[str, str], *, title: str = "A Book of Bees", **extra: str) -> bytes:
    """An EPUB of XHTML chapters by file name, with a table of contents that is no chapter."""
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata><dc:title>{title}</dc:title><dc:creator>The Hive</dc:creator>"
        "<dc:date>2024-05-01</dc:date></metadata>"
        f'<manifest>{items}<item id="nav" href="nav.xhtml" properties="nav" '
        'media-type="application/xhtml+xml"/></manifest>'
        f'<spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package,
    }
    parts |= {f"OEBPS/{name}": body for name, body in chapters.items()}
    return archive(
        {**parts, "OEBPS/nav.xhtml": "<html><body><p>Contents</p></body></html>", **extra}
    )


def xhtml(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>x</title></head><body>{body}</body></html>"
    )
