"""Names from the lists are added where the pipeline sees none, and nowhere else."""

from __future__ import annotations

import pytest

from knowledge.language.listed import with_listed_names
from knowledge.language.pipeline import Token


def sentence(tagged: str) -> tuple[Token, ...]:
    """From "Ada/NNP/B-PERSON sleeps/VBZ"."""
    tokens = []
    for item in tagged.split():
        text, tag, *label = item.split("/")
        iob, _, entity = (label[0] if label else "O").partition("-")
        tokens.append(Token(text, 0, 0, text, tag, "", "dep", 0, entity, iob))
    return tuple(tokens)


def found(tagged: str) -> list[tuple[str, str]]:
    return [
        (token.text, f"{token.entity_iob}-{token.entity}")
        for token in with_listed_names(sentence(tagged))
        if token.entity
    ]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("in/IN Kenya/NNP ./.", "GPE"),
        ("in/IN Europe/NNP ./.", "LOC"),
        ("two/CD Kenyans/NNPS ./.", "NORP"),
        ("Kenyan/JJ roses/NNS", "NORP"),
    ],
)
def test_a_listed_name_is_labelled(text: str, label: str):
    assert [label for _, label in found(text)] == [f"B-{label}"]


def test_the_longest_name_wins():
    assert found("in/IN South/NNP Korea/NNP") == [("South", "B-GPE"), ("Korea", "I-GPE")]


def test_what_the_pipeline_has_labelled_stays_where_there_is_doubt():
    assert found("Georgia/NNP/B-PERSON sang/VBD") == [("Georgia", "B-PERSON")]
    assert found("Chelsea/NNP/B-GPE won/VBD") == [("Chelsea", "B-GPE")]
    assert found("Grace/NNP/B-PERSON Bank/NNP/I-PERSON won/VBD")[0] == ("Grace", "B-PERSON")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Columbia/NNP/B-LOC University/NNP/I-LOC", "ORG"),
        ("Algoa/NNP/B-ORG Bay/NNP/I-ORG", "LOC"),
        ("Olympic/NNP/B-ORG Games/NNPS/I-ORG", "EVENT"),
        ("Norway/NNP/B-NORP", "GPE"),
    ],
)
def test_a_kind_that_the_words_leave_no_doubt_of_is_put_right(text: str, label: str):
    assert {found_label[2:] for _, found_label in found(text)} == {label}


def test_a_listed_word_beside_a_name_is_left_alone():
    assert found("Bank/NNP/B-ORG of/IN/I-ORG England/NNP") == [("Bank", "B-ORG"), ("of", "I-ORG")]
    assert found("Paris/NNP Hilton/NNP/B-PERSON") == [("Hilton", "B-PERSON")]


def test_common_words_are_no_names():
    assert found("a/DT turkey/NN may/MD china/NN") == []
    assert found("Turkey/NN and/CC Polish/VB") == []
