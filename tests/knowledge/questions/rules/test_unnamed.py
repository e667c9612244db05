"""What only its kind, or half its name, tells."""

from dataclasses import replace

import pytest

from knowledge.questions.rules import unnamed
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap


def test_the_company_needs_a_title():
    sentence = "In 1990 the company opened an office in _____."
    assert unnamed.bare_topic_without_a_title(gap(sentence, "Oslo", "city"), NOWHERE)
    titled = gap(sentence, "Oslo", "city", title="Fjord Lines")
    assert not unnamed.bare_topic_without_a_title(titled, NOWHERE)


@pytest.mark.parametrize(
    "sentence", ["The fourth passenger left in _____.", "In _____ she made a third attack."]
)
def test_one_in_a_row_needs_its_row(sentence):
    assert unnamed.one_in_a_row_unnamed(gap(sentence, "1990", "date"), NOWHERE)


def test_one_in_a_row_with_its_row_is_asked():
    named = gap("The second season of the series ended in _____.", "1990", "date")
    assert not unnamed.one_in_a_row_unnamed(named, NOWHERE)


def test_any_shipyard_is_no_shipyard():
    any_of_them = asked("In what year was a shipyard founded?", "1882")
    assert unnamed.founded_without_a_name(any_of_them, NOWHERE)
    assert not unnamed.founded_without_a_name(
        asked("In what year was Moss founded?", "1882"), NOWHERE
    )


@pytest.mark.parametrize(
    ("said", "is_bare"),
    [
        ("In _____ Lee sold the island to Dahl.", True),
        ("Lee sold the island of Moss in _____.", False),
        ("Lee sold the sugar in _____.", False),
    ],
)
def test_which_island_the_island_is_a_title_does_not_say(said, is_bare):
    told = gap(said, "1921", "date")
    told = replace(told, fact=replace(told.fact, doubts=("bare_definite",)))
    assert unnamed.thing_told_by_its_kind(told, NOWHERE) is is_bare


@pytest.mark.parametrize(
    ("said", "title", "is_bare"),
    [
        ("Lee entered the Academy in _____.", "Lee", True),
        ("Lee entered the Academy in _____.", "Moss Academy", False),
        ("Lee entered the Academy of Music in _____.", "Lee", False),
        ("Lee entered the Moss Academy in _____.", "Lee", False),
        ("Lee entered the University of _____.", "Lee", False),
        ("Lee returned to the capital to join a club in _____.", "Lee", True),
        ("Moss was the capital of _____.", "Moss", False),
    ],
)
def test_a_capital_does_not_tell_which_academy_it_is(said, title, is_bare):
    assert unnamed.institution_by_its_kind(gap(said, "1921", title=title), NOWHERE) is is_bare
