"""Years: which events are worth one, and what shown beside them says too much."""

import pytest

from knowledge.questions.rules import events
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap


@pytest.mark.parametrize(
    "stem",
    [
        "In what year was the Moss Bridge opened?",
        "In what year did Ann Lee marry Per Moe?",
        "In what year did Norway become independent?",
        "In what year was the act adopted by the council?",
    ],
)
def test_foundings_weddings_and_acts_are_worth_a_year(stem):
    assert not events.year_of_no_event(asked(stem, "1905"), NOWHERE)


@pytest.mark.parametrize(
    "stem",
    [
        "In what year did Lee become concerned about taxes?",
        "In what year was Lee capped by Norway?",
        "In what year did Lee drop off at Moss?",
    ],
)
def test_concerns_caps_and_stops_are_not(stem):
    assert events.year_of_no_event(asked(stem, "1905"), NOWHERE)


def test_a_birth_needs_no_word_for_it():
    assert not events.year_of_no_event(asked("In what year?", "1905", of="birth"), NOWHERE)


def test_another_year_near_the_key_pins_it():
    sentence = "In _____, Lee was elected to the 1789 convention."
    assert events.another_year_pins_it(gap(sentence, "1788", "date"), NOWHERE)
    assert not events.another_year_pins_it(gap(sentence, "1750", "date"), NOWHERE)


def test_a_year_in_the_title_pins_it_too():
    said = "In _____ Lee wrote the script."
    assert events.another_year_pins_it(
        gap(said, "1997", "date", title="Moss (1999 film)"), NOWHERE
    )
    assert not events.another_year_pins_it(gap(said, "1997", "date", title="Moss"), NOWHERE)


def test_the_end_of_a_war_pins_a_year():
    stem = "In what year was the squadron disbanded{}?"
    ended = asked(stem.format(" following the conclusion of hostilities"), "1946")
    assert events.war_pins_it(ended, NOWHERE)
    assert not events.war_pins_it(asked(stem.format(""), "1946"), NOWHERE)


@pytest.mark.parametrize(("link", "is_of_it"), [("for", True), ("in", False)])
def test_the_prize_of_a_year_may_be_received_in_the_next(link, is_of_it):
    quote = f"Lee was awarded the Moss Prize {link} 1918."
    stem = "Which prize did Lee receive in 1918?"
    told = asked(stem, "Moss Prize", "name", quote=quote, of="award")
    assert events.prize_of_the_year(told, NOWHERE) is is_of_it
