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


@pytest.mark.parametrize(
    "sentence",
    [
        "The planet has _____ moons.",
        "The club won _____ championships with Lee.",
        "The series ended after _____ seasons.",
        "The league had _____ founding members.",
    ],
)
def test_a_small_count_that_stays_is_asked(sentence):
    told = number(sentence, "nine")
    assert not worth.perishable_figure(told, NOWHERE)
    assert not worth.one_of_several_figures(told, NOWHERE)
    assert not worth.too_exact_to_remember(told, NOWHERE)


def test_a_share_needs_its_year_and_no_tenths():
    assert worth.share_of_no_year(number("Of all farms _____% are small.", "40"), NOWHERE)
    assert worth.share_of_no_year(number("In 1990 _____% were small.", "40.7"), NOWHERE)
    assert not worth.share_of_no_year(number("In 1990 _____% were small.", "40"), NOWHERE)


@pytest.mark.parametrize(
    "stem",
    [
        "In what year did the mines yield about 90 tonnes of tin?",
        "In what year was Bergen ranked as the best harbour?",
        "In what year did the firm build 312 boats and 45 rafts?",
        "In what year was the population of Oslo 470,204?",
    ],
)
def test_the_year_of_a_statistic_is_not_asked(stem):
    assert worth.year_of_a_statistic(asked(stem, "1990"), NOWHERE)


@pytest.mark.parametrize(
    "stem",
    [
        "In what year was the bridge opened?",
        "In what year did Lee order the building of 900 houses?",
        "In what year did the band win four prizes?",
    ],
)
def test_the_year_of_an_event_is_asked(stem):
    assert not worth.year_of_a_statistic(asked(stem, "1990"), NOWHERE)


def test_a_name_in_a_statistic_is_not_asked():
    ranked = gap("In 2003 _____ was rated the 4th best port.", "Bergen", "city")
    plain = gap("The largest port of Norway is _____.", "Bergen", "city")
    assert worth.name_in_a_statistic(ranked, NOWHERE)
    assert not worth.name_in_a_statistic(plain, NOWHERE)


def test_a_figure_among_figures_is_not_asked():
    listed = number("The town has _____ inns, 48 shops and 12 mills.", "nine")
    dated = number("On May 29, 1990, the council bought _____ trams.", "nine")
    assert worth.one_of_several_figures(listed, NOWHERE)
    assert not worth.one_of_several_figures(dated, NOWHERE)


@pytest.mark.parametrize(("answer", "is_too_exact"), [("1,483", True), ("100,000", False)])
def test_a_large_number_is_asked_only_round(answer, is_too_exact):
    told = number("The quake destroyed _____ houses.", answer)
    assert worth.too_exact_to_remember(told, NOWHERE) is is_too_exact


def test_a_sponsorship_is_not_asked_for():
    passing = asked("In what year was the firm a sponsor of the Oslo races?", "1990")
    assert worth.something_passing(passing, NOWHERE)


def test_the_day_of_a_lesser_event_makes_a_draft_and_its_year_does_not():
    stem = "did the firm open its office?"
    assert worth.exact_day_of_a_lesser_event(asked(f"On what date {stem}", "May 2, 1990"), NOWHERE)
    assert not worth.exact_day_of_a_lesser_event(asked(f"In what year {stem}", "1990"), NOWHERE)


@pytest.mark.parametrize(
    "sentence",
    [
        "In _____ the current target is six months.",
        "_____ is currently the head of the board.",
        "The latest monthly figures put _____ ahead.",
    ],
)
def test_what_is_so_for_the_time_being_is_not_worth_asking(sentence):
    assert worth.true_for_the_time_being(gap(sentence, "Wales", "country"), NOWHERE)


def test_a_current_flag_has_its_year():
    told = asked("In what year was the current flag adopted?", "1968")
    assert not worth.true_for_the_time_being(told, NOWHERE)


def test_what_stands_in_the_distance_was_a_caption():
    told = gap("The _____'s stadium is in the distance.", "Moss Bears", "named bears")
    assert worth.caption_of_a_picture(told, NOWHERE)


def test_a_place_beside_its_distance_is_not_remembered():
    sentence = "Moss lies {}south of _____."
    assert worth.place_beside_a_distance(gap(sentence.format("60 km "), "Oslo", "city"), NOWHERE)
    assert not worth.place_beside_a_distance(gap(sentence.format(""), "Oslo", "city"), NOWHERE)
