"""Which abbreviations are worth asking for. The texts are parsed by the shipped pipeline, once."""

from functools import cache

import pytest

from knowledge.facts import extract
from knowledge.models import Article, Fact

TEXTS = {
    "World Trade Board": (
        "The World Trade Board (WTB) met in Oslo. The WTB had ten members. The WTB fell apart."
    ),
    "Trade": (
        "The ministers of the Arctic Fishing Council (AFC) met in Oslo. The AFC had ten members. "
        "The AFC fell apart."
    ),
    "Ports": (
        "The ships of the Northern Cargo League (NCL) met in Oslo. The NCL had ten members. "
        "The NCL grew. In spring the NCL fell apart."
    ),
    "Peoples": (
        "The old South Norwegian (SN) texts were found in Oslo. The SN texts are long. "
        "Some SN texts are lost. One SN text was burnt."
    ),
    "Nations": (
        "The United Nations (UN) met in Oslo. The UN had ten members. The UN left. The UN voted."
    ),
}


@cache
def abbreviations() -> dict[str, Fact]:
    articles = [Article(title.lower(), title, text) for title, text in TEXTS.items()]
    facts = (fact for fact in extract(articles) if fact.kind == "abbreviation")
    return {fact.arguments["what"]: fact for fact in facts}


@pytest.mark.parametrize(
    ("short", "meant"), [("WTB", "World Trade Board"), ("NCL", "Northern Cargo League")]
)
def test_an_abbreviation_of_the_title_or_in_steady_use_is_asked_for(short, meant):
    fact = abbreviations()[short]
    assert (fact.value, fact.doubts) == (meant, ())


def test_an_abbreviation_in_passing_waits_for_an_instructor():
    assert abbreviations()["AFC"].doubts == ("thin",)


@pytest.mark.parametrize("short", ["SN", "UN"])
def test_what_names_no_thing_or_what_everybody_knows_is_not_asked_for(short):
    assert short not in abbreviations()
