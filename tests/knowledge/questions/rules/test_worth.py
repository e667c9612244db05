"""What is not worth asking, and what is although it is a number."""

import pytest

from knowledge.questions.rules import worth
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap


def number(sentence: str, answer: str):
    return gap(sentence, answer, "number", ("1", "2"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The college has _____ students.",
        "The chain runs _____ small stores.",
        "The quarry sent off _____ tonnes of slate.",
        "A ticket costs $_____.",
        "The harbour is _____ minutes from the station.",
    ],
)
def test_a_figure_that_is_another_next_year_is_not_asked(sentence):
    assert worth.perishable_figure(number(sentence, "90"), NOWHERE)


def test_a_name_in_a_statistic_is_not_asked():
    ranked = gap("In 2003 _____ was rated the 4th best port.", "Bergen", "city")
    plain = gap("The largest port of Norway is _____.", "Bergen", "city")
    assert worth.name_in_a_statistic(ranked, NOWHERE)
    assert not worth.name_in_a_statistic(plain, NOWHERE)


def test_a_sponsorship_is_not_asked_for():
    passing = asked("In what year was the firm a sponsor of the Oslo races?", "1990")
    assert worth.something_passing(passing, NOWHERE)


def test_a_meeting_of_people_without_an_office_is_private():
    stem = "In which city did Ann Lee meet Per Moe?"
    friends = asked(stem, "Oslo", "city", quote="Ann Lee met Per Moe in Oslo.", of="meeting_place")
    quote = "President Ann Lee met Per Moe in Oslo."
    official = asked(stem, "Oslo", "city", quote=quote, of="meeting_place")
    assert worth.meeting_in_private(friends, NOWHERE)
    assert not worth.meeting_in_private(official, NOWHERE)
