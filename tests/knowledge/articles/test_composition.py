"""Letters typed as two characters are one, and all that was counted in characters moves along."""

from dataclasses import replace
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from knowledge import Article, Library
from knowledge.articles import composed_article
from knowledge.models import Mark

SENTENCES = [
    "Café owners in Gospić met Ångström in 1853.",
    "The Zürich talks lasted six hours.",
    "Bees fly far away.",
    "São Paulo welcomed Noël Dvořák on Monday.",
    "Ở Hà Nội the naïve señor stayed.",
]
DECOMPOSED = normalize("NFD", SENTENCES[0])


def article(text: str, *marks: Mark) -> Article:
    return Article(id="one", title=normalize("NFD", "Café"), text=text, marks=marks)


texts = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from(["NFC", "NFD"])), min_size=1, max_size=8
)


@given(texts, st.data())
def test_marks_stand_before_the_same_words(parts, data: st.DataObject):
    sentences = [normalize(form, sentence) for sentence, form in parts]
    starts = [sum(len(each) + 1 for each in sentences[:n]) for n in range(len(sentences))]
    chosen = data.draw(st.lists(st.sampled_from(range(len(starts))), unique=True).map(sorted))
    marks = [Mark(starts[n], "heading", sentences[n]) for n in chosen]
    made = composed_article(article(" ".join(sentences), *marks))
    assert made.text == " ".join(sentence for sentence, _ in parts)
    assert [made.text[mark.start :].startswith(mark.label) for mark in made.marks] == [True] * len(
        chosen
    )


@given(texts)
def test_every_quote_hit_and_fact_stands_at_its_offsets(parts):
    library = Library.of([article(" ".join(normalize(form, text) for text, form in parts))])
    text = library.article("one").text
    for sentence, form in parts:
        words = normalize(form, sentence)
        assert library.search(words)
        answer = library.ask(words)
        for found in (*library.search(words), *answer.passages):
            assert text[found.start : found.end] == found.text
        for citation in answer.citations:
            assert text[citation.start : citation.end] == citation.quote


@given(st.text(alphabet="aeo\u0301\u0308\u0327 한\u1100\u1161.", max_size=30), st.data())
def test_composing_twice_changes_nothing_more(text: str, data: st.DataObject):
    starts = st.integers(0, len(text)).map(lambda start: Mark(start, "page", "1"))
    marks = data.draw(st.lists(starts, max_size=3))
    once = composed_article(article(text, *marks))
    assert composed_article(once) == once
    assert normalize("NFC", once.text) == normalize("NFC", text)
    assert all(0 <= mark.start <= len(once.text) for mark in once.marks)


def test_an_article_of_composed_letters_is_left_as_it_is():
    composed = replace(article(SENTENCES[0]), title="Café")
    assert composed_article(composed) is composed


def test_decomposed_and_composed_words_find_each_other():
    for stated in (SENTENCES[0], DECOMPOSED):
        library = Library.of([article(stated)]).extended([replace(article(stated), id="two")])
        for typed in ("Gospić", normalize("NFD", "Gospić"), "Gospic"):
            assert {hit.article for hit in library.search(typed)} == {"one", "two"}
