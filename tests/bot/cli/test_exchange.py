"""Commands that change the library and carry questions, as their users meet them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import cli

GIFT = """::Capital::What is the capital of Portugal? {=Lisbon ~Porto ~Faro}

::Broken::What is this? {

::Sum::What is two and two? {=four ~five}
"""


pytestmark = pytest.mark.usefixtures("alone")


def gobbet(*arguments: object):
    return CliRunner().invoke(cli.app, [str(each) for each in arguments])


def test_sources_lists_the_articles(library):
    assert "lisbon: A visit to Lisbon" in gobbet("sources", "--library", library).output
    shape = json.loads(gobbet("sources", "--json", "--library", library).stdout)
    assert shape["articles"][0]["source"] == "Example Times"


def test_an_article_is_removed_by_its_id_or_its_file_name(library):
    (library / "other.txt").write_text("Something else is said here, for a while.\n")
    assert gobbet("remove", "other.txt", "lisbon", "--library", library).exit_code == 0
    assert not list(library.iterdir())
    missing = gobbet("remove", "lisbon", "--library", library)
    assert missing.exit_code == 1
    assert "There is no article lisbon" in missing.output


def test_the_shipped_library_keeps_its_articles():
    ran = gobbet("remove", "xi-receives-blinken")
    assert ran.exit_code == 2
    assert "The shipped library is not changed" in ran.output


@pytest.mark.parametrize(
    ("name", "holds"),
    [("q.gift.txt", b"{"), ("q.xml", b"<quiz>"), ("q.csv", b","), ("q.apkg", b"PK")],
)
def test_questions_are_exported_in_the_format_that_the_name_tells(library, name, holds):
    ran = gobbet("export", name, "--library", library)
    assert ran.exit_code == 0, ran.output
    assert holds in Path(name).read_bytes()


def test_a_name_that_tells_no_format_asks_for_one(library):
    ran = gobbet("export", "questions.txt", "--library", library)
    assert ran.exit_code == 2
    assert "Add --format: gift, aiken" in ran.output
    ran = gobbet("export", "questions.txt", "--format", "gift", "--library", library)
    assert ran.exit_code == 0


def test_an_import_takes_the_good_items_and_tells_the_line_of_the_bad_one(tmp_path):
    Path("in.gift").write_text(GIFT)
    ran = gobbet("import", "in.gift", "--approved")
    assert "2 added, 0 changed" in ran.output
    assert "Line 3:" in ran.output
    assert ran.exit_code == 1
    gobbet("export", "out.csv")
    assert "capital of Portugal" in Path("out.csv").read_text()
    assert "0 added, 2 changed" in gobbet("import", "in.gift").output


def test_drafts_that_nobody_approved_are_not_exported(library, monkeypatch):
    monkeypatch.setenv("GOBBET_LIBRARY_DIR", str(library))
    Path("in.gift").write_text("What is two and two? {=four ~five}\n")
    assert gobbet("import", "in.gift").exit_code == 0
    gobbet("export", "out.csv")
    assert "two and two" not in Path("out.csv").read_text()


def test_a_page_for_printing_marks_the_sentences(library):
    ran = gobbet("questions", "--html", "page.html", "--library", library)
    assert ran.exit_code == 0, ran.output
    assert "<mark>" in Path("page.html").read_text()


def test_a_file_that_is_not_there_gets_a_sentence():
    ran = gobbet("import", "nothing.csv")
    assert ran.exit_code == 2
    assert "nothing.csv can't be read" in ran.output


def test_what_a_format_cannot_hold_is_said_and_is_no_failure(library, monkeypatch):
    monkeypatch.setenv("GOBBET_LIBRARY_DIR", str(library))
    Path("in.gift").write_text(
        "What is two and two? {=four ~five}\n\nWhat is the capital of Portugal? {=Lisbon}\n"
    )
    gobbet("import", "in.gift", "--approved")
    ran = gobbet("export", "out.aiken")
    assert ran.exit_code == 0
    assert "left out: Aiken has only choices" in ran.stderr
    assert "capital of Portugal" not in Path("out.aiken").read_text()
    for name in ("out.gift", "out.xml", "out.csv"):
        ran = gobbet("export", name)
        assert (ran.exit_code, ran.stderr) == (0, "")
        assert "capital of Portugal" in Path(name).read_text()
