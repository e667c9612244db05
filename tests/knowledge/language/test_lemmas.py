"""Dictionary forms by rule and table."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.language.lemmas import gathered, load
from knowledge.language.treebank import Word


def word(text: str, tag: str, lemma: str) -> Word:
    return Word(text, lemma, "VERB", tag, "root", 0, space_after=True)


LEMMAS = gathered(
    [
        word("went", "VBD", "go"),
        word("children", "NNS", "child"),
        word("'s", "VBZ", "be"),
        word("hoped", "VBD", "hope"),
        word("hope", "VB", "hope"),
        word("visiting", "VBG", "visit"),
    ]
)


@pytest.mark.parametrize(
    ("text", "tag", "lemma"),
    [
        ("went", "VBD", "go"),
        ("underwent", "VBD", "undergo"),
        ("Children", "NNS", "child"),
        ("’s", "VBZ", "be"),
        ("cities", "NNS", "city"),
        ("churches", "NNS", "church"),
        ("houses", "NNS", "house"),
        ("planned", "VBD", "plan"),
        ("making", "VBG", "make"),
        ("Founded", "VBN", "found"),
        ("carried", "VBD", "carry"),
        ("oldest", "JJS", "old"),
        ("happier", "JJR", "happy"),
        ("Rome", "NNP", "Rome"),
        ("Chinese", "JJ", "Chinese"),
        ("The", "DT", "the"),
    ],
)
def test_a_form_and_its_tag_give_the_lemma(text: str, tag: str, lemma: str):
    assert LEMMAS.of(text, tag) == lemma


def test_what_is_regular_is_not_in_the_table():
    assert "visiting" not in LEMMAS.forms.get("VBG", {})
    assert LEMMAS.forms["VBD"] == {"went": "go"}


def test_the_most_usual_lemma_of_a_form_wins():
    found = gathered([word("saw", "VBD", "see")] * 2 + [word("saw", "VBD", "saw")])
    assert found.of("saw", "VBD") == "see"


def test_a_saved_table_is_the_same_when_loaded(tmp_path: Path):
    LEMMAS.save(tmp_path / "lemmas.json")
    assert load(tmp_path / "lemmas.json") == LEMMAS
