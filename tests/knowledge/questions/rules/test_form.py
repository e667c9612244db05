"""The outer form: words, characters, options."""

from dataclasses import replace

import pytest

from knowledge.questions.rules import form
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap


def test_half_of_two_subjects_is_no_question():
    half = asked("Who and Ann Lee met in Oslo in 1990?", "Bo", "person")
    assert form.stem_is_no_whole_question(half, NOWHERE)


def test_a_country_is_no_clue_by_its_length():
    country = gap("It lies in _____.", "United States", "country", ("Cuba", "Canada"))
    person = gap("_____ sang.", "Maximilian Oberhauser", wrong=("Bo Ek", "Ann Lee"))
    assert not form.key_is_conspicuously_long(country, NOWHERE)
    assert form.key_is_conspicuously_long(person, NOWHERE)


@pytest.mark.parametrize("answer", ["Service", "Court", "S", "Town"])
def test_the_end_of_a_name_is_no_key(answer):
    assert form.key_is_no_name(gap("The _____ met in Oslo.", answer, "organisation"), NOWHERE)


def test_a_kind_of_thing_is_no_key():
    kind = gap("Moss is a _____ in Norway.", "Market Town", "named town")
    assert form.key_is_no_name(kind, NOWHERE)


def test_a_name_is_a_key():
    assert not form.key_is_no_name(
        gap("_____ met in Oslo.", "Greenpeace", "organisation"), NOWHERE
    )


@pytest.mark.parametrize(
    ("key", "other", "stands_out"),
    [
        ("40 to 49 metres", "95 metres", True),
        ("40 to 49 metres", "60 to 70 metres", False),
        ("40 metres", "95 metres", False),
    ],
)
def test_a_range_stands_beside_ranges(key, other, stands_out):
    told = replace(asked("How long is it?", key, "quantity"), distractors=(other,))
    assert form.only_the_key_is_a_range(told, NOWHERE) is stands_out
