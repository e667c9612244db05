"""Who may be offered as a person, and whose colleagues may stand beside a key."""

from __future__ import annotations

import pytest

from knowledge.language.names import Name
from knowledge.questions.people import colleagues, is_surely_person


def named(full: str, title: str = "") -> Name:
    return Name(0, len(full), full, full, "person", title)


@pytest.mark.parametrize("name", ["Pink Floyd", "Native Americans", "Compliance Officer"])
def test_bands_peoples_and_offices_are_not_surely_persons(name: str):
    assert not is_surely_person(named(name), [])


@pytest.mark.parametrize("name", ["Steven Adler", "Wang Yi", "Fidel Castro"])
def test_a_usual_given_or_family_name_shows_a_person(name: str):
    assert is_surely_person(named(name), [name, f"{name} (musician)"])


def test_a_title_shows_a_person_whose_name_is_unusual():
    assert is_surely_person(named("Qin Gang", title="Foreign Minister"), [])


def test_whoever_stands_in_the_title_of_a_work_may_be_made_up():
    assert not is_surely_person(named("Scott Pilgrim"), ["Scott Pilgrim vs. the World"])


def test_a_calling_in_the_sentence_brings_well_known_colleagues():
    text = "The musical was written by the playwright _____."
    assert "Harold Pinter" in colleagues("Catherine Johnson", text)


def test_the_key_is_never_among_its_colleagues():
    text = "The play was written by the dramatist _____."
    assert "Harold Pinter" not in colleagues("Harold Pinter", text)


def test_no_calling_brings_nobody():
    assert colleagues("John Smith", "John Smith opened the bridge.") == ()
