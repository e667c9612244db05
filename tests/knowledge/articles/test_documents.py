"""PDF, Word, EPUB, web pages and old encodings become articles that know their pages."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.articles import Progress, passages, read_apart
from knowledge.articles.making import made
from knowledge.articles.marks import place
from knowledge.errors import ArticleUnreadable
from knowledge.models import Article
from tests.knowledge.articles import files

QUEENS = (
    "A queen bee lives for several years. Her workers live for a few weeks only, because they fly "
    "from morning to night and wear out their wings. In winter they live longer than that."
)
DRONES = (
    "Drones have no sting and gather no food. They wait for the day on which a young queen flies "
    "out, and those who reach her die in the air. The others are driven out of the hive in autumn."
)

PAGE = f"""<!doctype html><html lang="en"><head><title>Queens live long | The Hive</title>
<meta property="og:site_name" content="The Hive">
<meta property="article:published_time" content="2024-05-01T08:00:00Z">
<script>var x = 1;</script></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul>
</nav></header>
<main><article><h1>Queens live long</h1><p>By Some Body</p><p>{QUEENS}</p>
<p>See also: <a href="/w">Wasps invade a town</a></p>
<h2>What of the drones?</h2><p>{DRONES}</p></article>
<section id="comments"><h3>Comments</h3><p>Anna: I like bees.</p></section></main>
<aside><p>We use cookies. Accept all cookies?</p></aside>
<footer>© 2024 The Hive</footer></body></html>"""


def where(article: Article, quote: str) -> str:
    return place(article, article.text.index(quote))


def test_a_pdf_keeps_its_pages_and_headings_and_loses_its_running_heads():
    content = files.pdf(
        [QUEENS, DRONES, QUEENS.replace("queen", "king"), DRONES.replace("Drones", "Wasps")],
        head="The Book of Bees", headings={2: "What drones do"}, title="A Short Book of Bees",
    )  # fmt: skip
    article = made("bees.pdf", "bees", content)
    assert article.title == "A Short Book of Bees"
    assert where(article, "A queen bee") == "page 1"
    assert where(article, "Drones have no sting") == "page 2, What drones do"
    assert where(article, "Wasps have no sting") == "page 4, What drones do"
    assert "The Book of Bees" not in article.text
    assert "- 2 -" not in article.text
    assert QUEENS in article.text


def test_a_word_file_gives_paragraphs_headings_and_table_rows():
    content = files.word(
        QUEENS, "# Drones", DRONES, [["Queens", "3 years"], ["Drones", "8 weeks"]]
    )
    article = made("bees.docx", "bees", content)
    assert where(article, "Drones have no sting") == "Drones"
    assert where(article, "A queen bee") == ""
    assert "Drones | 8 weeks" in article.text


def test_a_book_gives_its_chapters_in_the_order_of_the_spine():
    content = files.epub(
        {
            "z.xhtml": files.xhtml(f"<h1>Queens</h1><p>{QUEENS}</p>"),
            "a.xhtml": files.xhtml(f"<h1>Drones</h1><p>{DRONES[:60]}<em>{DRONES[60:]}</em></p>"),
        }
    )
    article = made("bees.epub", "bees", content)
    assert (article.title, article.source) == ("A Book of Bees", "The Hive")
    assert article.published == date(2024, 5, 1)
    assert article.text.index("A queen bee") < article.text.index("Drones have no sting")
    assert where(article, DRONES) == "Drones"
    assert "Contents" not in article.text


def test_a_web_page_gives_its_article_and_not_its_furniture():
    article = made("queens.html", "queens", PAGE.encode())
    assert article.title.startswith("Queens live long")
    assert article.published == date(2024, 5, 1)
    assert article.text == f"{QUEENS}\n\nWhat of the drones?\n\n{DRONES}"
    assert where(article, "Drones have no sting") == "What of the drones?"


def test_a_page_too_plain_for_an_article_is_read_whole():
    article = made(
        "a.html", "a", b"<html><body><div>Bees fly.<br>Wasps sting.</div></body></html>"
    )
    assert article.text == "Bees fly. Wasps sting."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_text_in_an_old_encoding_is_read_with_its_accents(encoding: str):
    text = f"The café of Zoë’s hive\n\n{QUEENS} Zoë said “naïve” and paid £5."
    article = made("cafe.txt", "cafe", text.encode(encoding))
    assert "Zoë said “naïve”" in article.text


def test_every_quote_stands_at_its_offsets_whatever_was_taken_out():
    for name, content in {
        "a.pdf": files.pdf([QUEENS, DRONES], headings={2: "On drones"}),
        "a.docx": files.word(QUEENS, "Share", DRONES),
        "a.html": PAGE.encode(),
    }.items():
        article = made(name, "a", content)
        for passage in passages(article):
            assert article.text[passage.start : passage.end] == passage.text
        starts = [mark.start for mark in article.marks]
        assert starts == sorted(starts)
        for mark in article.marks:
            if mark.kind == "heading":
                assert article.text.startswith(mark.label, mark.start)


def test_progress_is_told_page_by_page():
    told: list[Progress] = []
    article = read_apart("bees.pdf", files.pdf([QUEENS, DRONES]), report=told.append)
    assert QUEENS in article.text
    assert [str(progress) for progress in told] == ["1 of 2 pages", "2 of 2 pages"]


def test_a_file_read_apart_is_the_same_article():
    content = files.pdf([QUEENS, DRONES], headings={1: "On queens"})
    assert read_apart("x.pdf", content, article_id="bees") == made("x.pdf", "bees", content)


def test_another_language_is_refused_by_its_name():
    spanish = (
        "La reina de las abejas vive por varios años y las obreras no viven más que unas semanas. "
    )
    with pytest.raises(Exception, match="seems to be written in Spanish; only English"):
        made("abejas.txt", "abejas", (spanish * 5).encode())


def test_the_same_quote_in_another_script_is_refused_too():
    with pytest.raises(Exception, match="Cyrillic"):
        made(
            "p.txt", "p", ("Пчёлы летают от цветка к цветку и собирают мёд. " * 5).encode("cp1251")
        )


def test_a_list_of_names_is_not_taken_for_another_language():
    names = "\n".join(f"Queen {name} de la Cruz" for name in ("Ana", "Bea", "Cruz", "Eva") * 5)
    assert made("names.md", "names", names.encode()).title


def test_the_title_of_a_page_is_the_headline_that_its_name_repeats():
    page = PAGE.replace(
        "<h1>Queens live long</h1>", "<h1>Keyboard help</h1><h2>Queens live long</h2>"
    )
    assert made("a.html", "a", page.encode()).title == "Queens live long"


def test_signs_that_link_to_a_heading_are_no_part_of_it():
    page = PAGE.replace("What of the drones?", 'What of the drones?<a href="#x">¶</a>')
    assert "What of the drones?\n" in made("a.html", "a", page.encode()).text


def test_a_pdf_without_a_title_is_called_by_its_largest_letters():
    article = made("a.pdf", "a", files.pdf([QUEENS, DRONES], cover="The Life of Bees"))
    assert article.title == "The Life of Bees"


def test_where_an_outline_names_the_headings_nothing_else_is_one():
    pages = [f"Short line\n{QUEENS}", f"Another short line\n{DRONES}"]
    article = made("a.pdf", "a", files.pdf(pages, headings={1: "On queens", 2: "On drones"}))
    assert [m.label for m in article.marks if m.kind == "heading"] == ["On queens", "On drones"]


def test_a_date_far_below_the_headline_is_not_the_articles():
    text = f"Bees\n\n{QUEENS}\n\n{DRONES}\n\n{QUEENS}\n\nMay 1st, 1999\n\n{DRONES}"
    assert made("a.txt", "a", text.encode()).published is None


def test_a_book_in_utf8_is_read_as_such_though_only_its_declaration_says_so():
    chapter = files.xhtml(f"<p>Zoë’s café. {QUEENS}</p>")
    assert "Zoë’s café." in made("a.epub", "a", files.epub({"a.xhtml": chapter})).text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_page_is_read_in_the_encoding_that_it_names(encoding: str):
    page = PAGE.replace("<head>", f'<head><meta charset="{encoding}">').replace("Drones", "Zoë’s")
    assert "Zoë’s have no sting" in made("a.html", "a", page.encode(encoding)).text


LETTERS = st.text(
    st.sampled_from("ab AB.,;:!?\n\t|\u203a#0123456789Ãâ€(cid)-–é漢\u200b\ufb01\x00\ud800")
)


@settings(max_examples=200, deadline=None)
@given(LETTERS, LETTERS, LETTERS)
def test_any_text_is_an_article_or_a_sentence(one: str, two: str, three: str):
    text = f"{one}\n{two}\n{QUEENS}\n{three}"
    try:
        article = made("a.txt", "a", text.encode("utf-8", "surrogatepass"))
    except ArticleUnreadable as problem:
        assert problem.cure  # noqa: PT017 - most texts raise nothing
    else:
        for passage in passages(article):
            assert article.text[passage.start : passage.end] == passage.text


def damaged(content: bytes, chance: Random) -> bytes:
    """The same file with a few bytes changed, dropped or added."""
    bytes_left = bytearray(content)
    for _ in range(chance.randint(1, 9)):
        place = chance.randrange(len(bytes_left))
        end = place + chance.choice([0, 1, 1, 20])
        bytes_left[place:end] = chance.randbytes(chance.choice([0, 1, 1, 9]))
    return bytes(bytes_left)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", files.pdf([QUEENS, DRONES], head="Bees", headings={2: "On drones"})),
        ("a.docx", files.word(QUEENS, "# On drones", DRONES, [["a", "b"]])),
        ("a.epub", files.epub({"a.xhtml": files.xhtml(f"<p>{QUEENS}</p>")})),
        ("a.html", PAGE.encode()),
    ],
)
def test_a_file_damaged_anywhere_is_an_article_or_a_sentence(name: str, content: bytes):
    chance = Random(8)
    for _ in range(60):
        try:
            article = made(name, "a", damaged(content, chance))
        except ArticleUnreadable as problem:
            assert problem.sentence.startswith(("a.", "Reading a."))  # noqa: PT017 - many are whole
        else:
            assert article.text.strip()


def test_a_text_may_speak_of_formats():
    text = f"The first line of a PDF is %PDF-1.7, and that of a page <html>. {QUEENS}"
    assert "%PDF-1.7" in made("a.txt", "a", text.encode()).text


def test_a_pdf_may_have_a_line_before_its_first():
    assert QUEENS in made("a.pdf", "a", b"made by nobody\n" + files.pdf([QUEENS])).text
