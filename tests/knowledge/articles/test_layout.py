"""What a line is, where sentences end, and that offsets always hold."""

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.articles import blocks, passages, sentences
from knowledge.articles.passages import CHARACTERS_LIMIT as PASSAGE_LIMIT
from knowledge.articles.sentences import CHARACTERS_LIMIT as SENTENCE_LIMIT
from knowledge.models import Article

PAGE = """Daily Hive

Queens live longer, study says

Monday, May 6th 2024 - 10:33 UTC

A queen bee lives for years. Workers live for weeks, the study found.

A queen among her workers. (Photo: Agency/A. Person)

See also  Wasps invade the town of X

What the study did

Dr. Bee counted 1.5 million insects in the U.S. Army's gardens. She said: "They fly."

Related articles
Ants on the march
Leave a comment
Your address stays with us."""


def article(text: str) -> Article:
    return Article(id="a", title="A", text=text)


def kinds(text: str) -> list[str]:
    return [block.kind for block in blocks(article(text))]


def test_the_lines_of_a_web_page_are_told_apart():
    assert kinds(PAGE) == [
        "heading", "heading", "dateline", "body", "caption", "boilerplate", "heading", "body",
        "boilerplate", "boilerplate", "boilerplate", "boilerplate",
    ]  # fmt: skip


def test_a_paragraph_knows_the_heading_that_it_stands_under():
    body = [block for block in blocks(article(PAGE)) if block.kind == "body"]
    assert body[-1].heading == "What the study did"


def test_abbreviations_numbers_and_quotes_do_not_end_a_sentence():
    found = [sentence.text for sentence in sentences(article(PAGE))]
    assert "Dr. Bee counted 1.5 million insects in the U.S. Army's gardens." in found
    assert found[:2] == [
        "A queen bee lives for years.",
        "Workers live for weeks, the study found.",
    ]


def test_hard_wrapped_lines_are_one_paragraph():
    line = "This is a line of text that somebody broke at the width of a screen and"
    assert kinds("\n".join([line] * 6) + " ended.") == ["body"]


def test_short_lines_in_a_row_are_a_list_that_can_be_cited():
    text = "There are three castes.\n\nCastes\n\nQueens with long lives\n\nWorkers\n\nDrones"
    assert kinds(text) == ["body", "heading", "body", "body", "body"]


def test_a_sentence_may_end_behind_a_rulers_number():
    text = (
        "It was ordered by King William I. Written in Latin, it is long. J. R. Lee met Malcolm X."
    )
    found = [sentence.text for sentence in sentences(article(text))]
    assert found == [
        "It was ordered by King William I.",
        "Written in Latin, it is long.",
        "J. R. Lee met Malcolm X.",
    ]


def test_one_endless_line_becomes_bounded_sentences():
    for text in ("x" * 100_000, "bee " * 50_000, "Bees fly. " * 20_000):
        found = sentences(article(text))
        assert max(len(sentence.text) for sentence in found) <= SENTENCE_LIMIT
        assert len(passages(article(text))) > 1


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"abAB .!?\n\"'()#–é1漢", "\n\n", ". A", "bees. The "]), max_size=200
    ).map("".join)
)
def test_offsets_hold_and_nothing_is_told_twice(text: str):
    whole = article(text)
    previous = 0
    for sentence in sentences(whole):
        assert sentence.start >= previous
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text.strip()
        previous = sentence.end
    for passage in passages(whole):
        assert text[passage.start : passage.end] == passage.text
    from_passages = [sentence for passage in passages(whole) for sentence in passage.sentences]
    assert from_passages == sentences(whole)


def test_long_paragraphs_are_parted_and_short_ones_put_together():
    long = article(
        " ".join(f"Bee number {n} flew over the field to the river." for n in range(60))
    )
    short = article("\n\n".join(f"Bee number {n} flew." for n in range(10)))
    assert all(len(passage.text) < 1.3 * PASSAGE_LIMIT for passage in passages(long))
    assert len(passages(long)) > 3
    assert len(passages(short)) == 1
