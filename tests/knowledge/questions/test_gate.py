"""Rules of the gate, each on its own."""

from __future__ import annotations

import pytest

from knowledge.language.names import Names
from knowledge.models import Citation, Fact
from knowledge.questions import gate
from knowledge.questions.candidates import Candidate
from knowledge.questions.surroundings import Surroundings, neighbours


def candidate(stem: str, answer: str, kind: str = "person", wrong: tuple[str, ...] = ()):
    citation = Citation("own", "Own", "", stem.replace("_____", answer), 0, 0)
    fact = Fact("1", "gap", {"sentence": stem}, answer, "", 1.0, (citation,))
    return Candidate(fact, "gap", stem, answer, kind, wrong)


def surroundings(named_in: dict[str, set[str]], persons: set[str]) -> Surroundings:
    names = Names(persons=dict.fromkeys(persons, 1))
    named = {article: frozenset(there) for article, there in named_in.items()}
    near = neighbours(named, frozenset(persons))
    return Surroundings((), names, {}, (), {}, {}, frozenset(), frozenset(persons), named, near)


ALONE = surroundings({}, set())


@pytest.mark.parametrize("word", ["various", "a number of", "thereafter"])
def test_a_vague_word_makes_a_draft(word: str):
    assert gate.says_nothing_exact(candidate(f"_____ has {word} museums.", "Oslo"), ALONE)


def test_an_exact_sentence_is_not_vague():
    assert not gate.says_nothing_exact(candidate("_____ has nine museums.", "Oslo"), ALONE)


def test_whoever_reads_of_texas_is_not_asked_for_its_country():
    asked = candidate("Dallas is a city of Texas in the _____.", "United States", "country")
    assert gate.country_of_a_state_named(asked, ALONE)


def test_half_of_two_subjects_is_no_question():
    asked = Candidate(
        candidate("", "").fact, "subject", "Who and Ann Lee met in Oslo in 1990?", "Bo", "person"
    )
    assert gate.stem_is_no_whole_question(asked, ALONE)


def test_a_country_is_no_clue_by_its_length():
    asked = candidate("It lies in _____.", "United States", "country", ("Cuba", "Canada"))
    assert not gate.key_is_conspicuously_long(asked, ALONE)
