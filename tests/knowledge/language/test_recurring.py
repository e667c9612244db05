"""Labels that agree over a text."""

from __future__ import annotations

from knowledge.language.pipeline import Token
from knowledge.language.recurring import with_recurring_names


def sentence(tagged: str) -> tuple[Token, ...]:
    """From "Ada/B-PERSON Byron/I-PERSON sleeps"; capitalised words are proper nouns."""
    tokens = []
    for item in tagged.split():
        text, _, label = item.partition("/")
        iob, _, entity = (label or "O").partition("-")
        tag = "NNP" if text.istitle() else "VB"
        tokens.append(Token(text, 0, 0, text, tag, "", "dep", 0, entity, iob))
    return tuple(tokens)


def found(*texts: str) -> list[list[str]]:
    sentences = with_recurring_names([sentence(text) for text in texts])
    return [[f"{token.entity_iob}-{token.entity}" for token in tokens] for tokens in sentences]


def test_the_last_word_of_a_person_is_that_person_wherever_it_stands():
    assert found(
        "Joshua/B-PERSON Norton/I-PERSON lived", "Norton/B-GPE died", "then Norton slept"
    )[1:] == [["B-PERSON", "O-"], ["O-", "B-PERSON", "O-"]]


def test_a_known_person_is_found_again_in_full():
    assert found("Qin/B-PERSON Gang/I-PERSON came", "then Qin Gang left")[1] == [
        "O-",
        "B-PERSON",
        "I-PERSON",
        "O-",
    ]


def test_the_kind_of_most_mentions_is_the_kind_of_all():
    assert found("Kew/B-GPE fell", "Kew/B-GPE rose", "Kew/B-ORG won")[2] == ["B-GPE", "O-"]


def test_words_that_are_no_proper_nouns_stay_out():
    assert found("Will/B-PERSON Power/I-PERSON spoke", "the power grew")[1] == ["O-", "O-", "O-"]


def test_names_that_do_not_recur_stay_as_they_are():
    assert found("Oslo/B-GPE slept", "Acme/B-ORG grew") == [["B-GPE", "O-"], ["B-ORG", "O-"]]
