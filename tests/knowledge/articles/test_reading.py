"""Files of every kind, good and broken, become articles or sentences with a cure."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.articles import read, read_folder
from knowledge.errors import ArticleUnreadable, BadFrontMatter
from tests.knowledge.articles import files

GOOD = """---
title: Bees
source: The Hive
published: 2024-05-01
---

Bees *fly*.

## Honey

They make [honey](x).
"""


def test_markdown_keeps_what_its_front_matter_says_and_loses_its_marks(tmp_path: Path):
    (tmp_path / "bees.md").write_text(GOOD)
    article = read(tmp_path / "bees.md")
    assert (article.id, article.title, article.source) == ("bees", "Bees", "The Hive")
    assert article.published == date(2024, 5, 1)
    assert article.language == "en"
    assert article.text == "Bees fly.\n\nHoney\n\nThey make honey."


def test_a_heading_that_repeats_the_title_is_left_out(tmp_path: Path):
    (tmp_path / "bees.md").write_text("---\ntitle: Bees\n---\n# Bees\n\nBees fly.")
    assert read(tmp_path / "bees.md").text == "Bees fly."


def test_markdown_is_named_by_its_first_heading_not_by_a_longer_one_below(tmp_path: Path):
    (tmp_path / "york.md").write_text("# York\n\n## Understand\n\nYork lies on the *Ouse*.")
    article = read(tmp_path / "york.md")
    assert article.title == "York"
    assert article.text == "Understand\n\nYork lies on the Ouse."


def test_plain_text_gives_its_headline_and_its_date(tmp_path: Path):
    text = (
        "The Daily Hive\n\nQueens live longer than workers, study says\n\nMay 1st, 2024\n\n"
        "A queen lives for years.\n"
    )
    (tmp_path / "queens.txt").write_text(text)
    article = read(tmp_path / "queens.txt")
    assert article.title == "Queens live longer than workers, study says"
    assert article.published == date(2024, 5, 1)


def test_text_without_a_headline_is_named_by_its_beginning(tmp_path: Path):
    (tmp_path / "bees.txt").write_text("Bees fly. " * 100)
    title = read(tmp_path / "bees.txt").title
    assert title.startswith("Bees fly.")
    assert len(title) < 160


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "holds no text"),
        (b"---\ntitle: x\n---\n", "holds no text"),
        (b"\x00\x01\x02\x03bees", "can't be read as text"),
        (b"---\ntitle: x\nBees fly.", "the line of --- that ends it is missing"),
        (b"---\nsource: x\n---\nBees fly.", "'title': field required"),
        (b"---\ntitle: x\ntitel: y\n---\nBees fly.", "'titel'"),
        (b"---\ntitle: x\npublished: yesterday\n---\nBees fly.", "'published'"),
        (b"---\ntitle: [x\n---\nBees fly.", "front matter that can't be read"),
        (b"---\n- x\n---\nBees fly.", "isn't a list of 'name: value' lines"),
        (b"x" * 20_000_000, "20.0 MB"),
    ],
)
def test_a_broken_file_is_told_by_name_and_with_a_cure(
    tmp_path: Path, content: bytes, sentence: str
):
    (tmp_path / "bad.md").write_bytes(content)
    with pytest.raises(ArticleUnreadable) as raised:
        read(tmp_path / "bad.md")
    assert sentence in str(raised.value)
    assert "bad.md" in str(raised.value)
    assert str(raised.value).endswith(raised.value.cure)


def test_a_broken_file_stops_none_of_the_others(tmp_path: Path):
    (tmp_path / "a.md").write_text(GOOD)
    (tmp_path / "b.md").write_bytes(b"\x00\x01")
    (tmp_path / "c.txt").write_text("Wasps sting people now and then, as everybody knows.")
    (tmp_path / "c.md").write_text("Wasps again.")
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7")
    reading = read_folder(tmp_path)
    assert [article.id for article in reading.articles] == ["a", "c"]
    assert [problem.split()[0] for problem in reading.problems] == ["b.md", "c.txt", "d.pdf"]


def test_readmes_and_hidden_files_are_no_articles(tmp_path: Path):
    (tmp_path / "README.md").write_text("How to write one.")
    (tmp_path / ".hidden.md").write_text("Hidden.")
    (tmp_path / "__init__.py").write_text("")
    assert read_folder(tmp_path) == read_folder(tmp_path / "nowhere")


def test_bad_yaml_never_shows_a_traceback(tmp_path: Path):
    (tmp_path / "bad.md").write_text("---\npublished: 2023-99-99\ntitle: x\n---\nBees.")
    with pytest.raises(BadFrontMatter):
        read(tmp_path / "bad.md")


def test_a_folder_may_hold_documents_of_every_kind(tmp_path: Path):
    text = "A queen bee lives for several years. Her workers live for a few weeks only."
    (tmp_path / "a.pdf").write_bytes(files.pdf([text]))
    (tmp_path / "b.docx").write_bytes(files.word(text))
    (tmp_path / "c.epub").write_bytes(files.epub({"c.xhtml": files.xhtml(f"<p>{text}</p>")}))
    (tmp_path / "d.html").write_text(f"<html><body><p>{text}</p></body></html>")
    (tmp_path / "e.txt").write_text(text)
    (tmp_path / "f.odt").write_bytes(b"PK")
    reading = read_folder(tmp_path)
    assert {article.id: article.text for article in reading.articles} == dict.fromkeys(
        "abcde", text
    )
    assert reading.problems[0].startswith("f.odt is of a kind that can't be read.")
