"""Decks and pages show the evidence, and hostile texts stay texts."""

import re
import sqlite3
import tempfile
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

from knowledge.models import Article, Citation, Mark
from knowledge.questions.exchange import export, page
from tests.knowledge.questions.exchange.asked import CITED, question

TEXT = "Long ago. A queen <lives> for years. So it is.\n\nAnother paragraph."
QUOTE = "A queen <lives> for years."
START = TEXT.index(QUOTE)
ARTICLE = Article(
    "queens", "Queens", TEXT, marks=(Mark(0, "page", "7"), Mark(0, "heading", "Lives"))
)
ASKED = replace(
    CITED, citations=(Citation("queens", "Queens", "The Hive", QUOTE, START, START + len(QUOTE)),)
)
HOSTILE = question(
    stem='<script>alert(1)</script> {{Answer}} "x"',
    options=("<img src=x onerror=y>", "b"),
    answer="<b>",
)


def notes(content: bytes, folder: Path) -> list[tuple[str, str]]:
    with zipfile.ZipFile(BytesIO(content)) as deck:
        (folder / "cards").write_bytes(deck.read("collection.anki2"))
    cards = sqlite3.connect(folder / "cards")
    try:
        return cards.execute("SELECT guid, flds FROM notes").fetchall()
    finally:
        cards.close()


def test_a_deck_carries_the_citation_on_its_back(tmp_path: Path):
    ((_, fields),) = notes(export("apkg", [ASKED], [ARTICLE]).content, tmp_path)
    stem, options, answer, explanation, citation = fields.split("\x1f")
    assert stem == "How long does a queen bee live?"
    assert options.count("<li>") == 3
    assert answer == "A. several years"
    assert explanation == "The Hive says so."
    assert "A queen &lt;lives&gt; for years." in citation
    assert "Queens, The Hive, page 7, Lives" in citation


def test_exporting_again_changes_cards_instead_of_doubling_them(tmp_path: Path):
    first = notes(export("apkg", [ASKED], made_at=1.0).content, tmp_path)
    again = notes(
        export("apkg", [replace(ASKED, stem="How long?")], made_at=9.0).content, tmp_path
    )
    assert [guid for guid, _ in first] == [guid for guid, _ in again]
    assert first != again


def test_an_export_leaves_no_temporary_file_behind(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert export("apkg", [ASKED], [ARTICLE]).content
    assert not list(tmp_path.iterdir())


def test_two_questions_are_two_cards(tmp_path: Path):
    found = notes(export("apkg", [ASKED, replace(ASKED, id="other")]).content, tmp_path)
    assert len({guid for guid, _ in found}) == 2


def test_hostile_words_are_words_on_a_card(tmp_path: Path):
    ((_, fields),) = notes(export("apkg", [HOSTILE]).content, tmp_path)
    assert "<script" not in fields
    assert "<img" not in fields
    assert "{{" not in fields


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict]] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.seen.append((tag, dict(attrs)))


def tags(html: str) -> list[tuple[str, dict]]:
    reader = Tags()
    reader.feed(html)
    return reader.seen


def test_a_page_marks_the_quote_in_its_paragraph():
    html = page.write([ASKED], [ARTICLE], title="Bees")
    assert "Long ago. <mark>A queen &lt;lives&gt; for years.</mark> So it is." in html
    assert "Another paragraph" not in html
    assert "Queens, The Hive, page 7, Lives" in html
    assert '<li class="key">several years ✓</li>' in html


def test_a_page_asks_nobody_for_anything():
    html = page.write([ASKED, HOSTILE], [ARTICLE])
    assert not {tag for tag, _ in tags(html)} & {"script", "img", "link", "iframe", "a", "form"}
    assert not [
        name for _, attributes in tags(html) for name in attributes if name in {"src", "href"}
    ]
    assert not re.search(r"@import|url\(", html)
    assert "default-src 'none'" in html


def test_a_page_can_be_printed_and_told_apart_without_colour():
    html = page.write([ASKED], [ARTICLE])
    assert "@media print" in html
    assert "break-inside:avoid" in html
    assert "text-decoration:underline" in html


def test_a_quote_that_has_moved_is_shown_alone():
    moved = replace(ASKED, citations=(replace(ASKED.citations[0], start=3, end=9),))
    assert "<blockquote><mark>A queen" in page.write([moved], [ARTICLE])


def test_a_printed_question_without_options_has_a_line_to_write_on():
    typed = replace(ASKED, options=(), key=0, accept=("some years",))
    html = page.write([typed], [ARTICLE])
    assert '<p class="line"></p>' in html
    assert "<ol>" not in html
    assert "(also: some years)" in html
    assert '<p class="line">' not in page.write([ASKED], [ARTICLE])
