"""Numbers left out of sentences: what is worth counting, and what other figures bound."""

import pytest

from knowledge.questions.rules import figures
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap


@pytest.mark.parametrize(
    "sentence",
    [
        "Saturn has _____ known moons.",
        "The union has _____ member states.",
        "The series ended after _____ seasons.",
        "The fire of Bergen killed _____ people.",
        "He was imprisoned for _____ years.",
        "She left office with a _____ percent approval rating.",
    ],
)
def test_members_moons_and_lives_are_worth_counting(sentence):
    assert not figures.counts_nothing_lasting(gap(sentence, "12", "number"), NOWHERE)


@pytest.mark.parametrize(
    "sentence",
    [
        "The armour is _____ millimetres thick.",
        "The village lies _____ kilometers from Oslo.",
        "Lee ran in the men's _____ meters dash.",
        "He joined the guard as a _____ year-old.",
        "Ann was called by _____ family members.",
    ],
)
def test_distances_ages_in_passing_and_races_are_not(sentence):
    assert figures.counts_nothing_lasting(gap(sentence, "12", "number"), NOWHERE)


def test_only_numbers_left_out_of_sentences_are_looked_at():
    name = gap("The road is 40 km from _____.", "Oslo", "city")
    question = asked("How many parts does it have?", "3", "number", of="parts")
    assert not figures.counts_nothing_lasting(name, NOWHERE)
    assert not figures.counts_nothing_lasting(question, NOWHERE)


@pytest.mark.parametrize(
    "sentence",
    ["Of the _____ athletes, Lee came 64th.", "It had _____ wheels, four per side."],
)
def test_a_rank_or_a_part_of_the_sum_bounds_a_number(sentence):
    assert figures.bounded_by_another_figure(gap(sentence, "80", "number"), NOWHERE)


def test_a_century_bounds_nothing():
    said = gap("In the 19th century the state had _____ provinces.", "8", "number")
    assert not figures.bounded_by_another_figure(said, NOWHERE)


@pytest.mark.parametrize(
    ("sentence", "is_arithmetic"),
    [
        ("The town was the seat for 83 years, from 1616 until _____.", True),
        ("The town was the seat for _____ years, from 1616 until 1699.", True),
        ("The town was the seat from 1616 until _____.", False),
        ("The town was the seat for _____ years.", False),
    ],
)
def test_what_can_be_subtracted_is_not_asked(sentence, is_arithmetic):
    told = gap(sentence, "1699", "date")
    assert figures.span_to_be_subtracted(told, NOWHERE) is is_arithmetic


def test_a_span_that_is_told_whole_is_no_arithmetic():
    whole = asked("Who reigned for 12 years from 1980 to 1992?", "Ann Lee", "person", of="deed")
    assert not figures.span_to_be_subtracted(whole, NOWHERE)
