"""Files as instructors send them, made here: a PDF and a Word document about a lighthouse."""

from __future__ import annotations

import io

import docx
from fpdf import FPDF

LIGHTHOUSE = (
    "Mayor Marta Lindqvist met Jonas Weber in Bergen on 14 May 2021.",
    "The two engineers spoke for three hours about the old lighthouse.",
    "Lindqvist visited Oslo on 20 May 2021.",
    "The lighthouse was built in 1884 and is 42 metres tall.",
)
HARBOUR = (
    "Mayor Ingrid Solberg met Peter Hansen in Stavanger on 3 June 2022.",
    "They spoke for five hours about the new harbour.",
    "The harbour cost 90 million kroner and was opened in 2020.",
)


def pdf(title: str, sentences: tuple[str, ...], pages: int = 1) -> bytes:
    document = FPDF()
    document.set_title(title)
    for page in range(pages):
        document.add_page()
        document.set_font("helvetica", size=18)
        document.multi_cell(0, 12, title if page == 0 else f"Chapter {page}")
        document.ln(14)
        document.set_font("helvetica", size=12)
        for _ in range(1 if pages == 1 else 12):
            document.multi_cell(0, 8, " ".join(sentences))
            document.ln(10)
    return bytes(document.output())


def word(title: str, sentences: tuple[str, ...]) -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    document.add_heading(title, 0)
    document.add_paragraph(" ".join(sentences))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
