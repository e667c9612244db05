"""Who may be offered as a person, and whose colleagues may stand beside a key."""

from __future__ import annotations

import pytest

from knowledge.language.names import Name
from knowledge.models import Citation, Fact
from knowledge.questions.candidates import Candidate
from knowledge.questions.people import colleagues, is_surely_person


def named(full: str, title: str = "") -> Name:
    return Name(0, len(full), full, full, "person", title)


def asked(stem: str, answer: str, quote: str) -> Candidate:
    citation = Citation("a", "A", "", quote, 0, len(quote))
    fact = Fact("1", "gap", {}, answer, "", 1.0, (citation,))
    return Candidate(fact, "gap", stem, answer, "person")


@pytest.mark.parametrize("name", ["Pink Floyd", "Native Americans", "Big Papi"])
def test_bands_peoples_and_nicknames_are_not_surely_persons(name: str):
    assert not is_surely_person(named(name), [])


@pytest.mark.parametrize("name", ["Steven Adler", "Wang Yi", "Fidel Castro"])
def test_a_usual_given_or_family_name_shows_a_person(name: str):
    assert is_surely_person(named(name), [name, f"{name} (musician)"])


def test_a_title_shows_a_person_whose_name_is_unusual():
    assert is_surely_person(named("Qin Gang", title="Foreign Minister"), [])


def test_whoever_stands_in_the_title_of_a_work_may_be_made_up():
    assert not is_surely_person(named("Scott Pilgrim"), ["Scott Pilgrim vs. the World"])


def test_a_calling_in_the_sentence_brings_well_known_colleagues():
    quote = "The musical was written by the playwright Catherine Johnson."
    people = list(
        colleagues(asked("The musical was written by _____.", "Catherine Johnson", quote))
    )
    assert "Harold Pinter" in people


def test_the_key_is_never_among_its_colleagues():
    quote = "The play was written by the dramatist Harold Pinter."
    assert "Harold Pinter" not in colleagues(asked("_____ wrote it.", "Harold Pinter", quote))


def test_no_calling_brings_nobody():
    quote = "John Smith opened the bridge."
    assert list(colleagues(asked("Who opened the bridge?", "John Smith", quote))) == []
