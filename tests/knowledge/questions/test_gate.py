"""What the gate does with what its rules find: refuse, make a draft, let through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.questions import gate, rulebook
from tests.knowledge.questions.rules.made import asked, gap, library

BRIDGE = "In what year was the bridge over the Moss built by Ann Lee?"
TOLD = "The bridge over the Moss was built by Ann Lee in 1990."
AROUND = library(("Moss Bridge", TOLD))


def judged(*doubts: str, kind: str = "event_time", **changes: str):
    fine = asked(BRIDGE, "1990", wrong=("1984", "1987", "1994"), title="Moss Bridge")
    quote = replace(fine.fact.citations[0], quote=TOLD)
    fact = replace(fine.fact, kind=kind, doubts=doubts, citations=(quote,))
    return gate.judged(replace(fine, fact=fact, **changes), AROUND)


def test_what_no_rule_finds_is_safe():
    assert (judged().refused_by, judged().doubted_by) == ((), ())


def test_a_grave_doubt_of_the_fact_refuses():
    assert judged("conjunction_lost").refused_by == ("conjunction_lost",)


def test_a_sign_makes_a_weighed_question_lighter():
    assert judged("thin").worth < judged().worth


def test_a_narrow_fact_is_doubted_for_a_sign_and_refused_for_three():
    one = judged("thin", kind="arrival_date")
    three = judged("thin", "present_event", "bare_definite", kind="arrival_date")
    assert (one.refused_by, one.doubted_by) == ((), ("thin",))
    assert three.refused_by == ("thin", "present_event", "bare_definite")


def test_what_cannot_be_mended_is_refused_and_not_weighed():
    garbled = judged(stem="In what year was A bridge over the Moss built?")
    assert (garbled.refused_by, garbled.worth) == (("capital_inside",), 0.0)


def test_the_library_is_searched_only_for_what_passes_all_else():
    nowhere = library(("Trams", "A tram runs."), ("Moss Bridge", "Nothing is known of it."))
    said = "The Bergen Guild was founded in 1990 by the architect _____."
    told = gap(said, "Ann Lee", title="Bergen Guild")
    lost = gate.judged(told, nowhere)
    assert lost.doubted_by == ("source_not_found_again",)
    doubted = gate.judged(gap("_____ painted various halls.", "Ann Lee"), nowhere)
    assert "source_not_found_again" not in doubted.doubted_by


@pytest.mark.parametrize("rules", [rulebook.REFUSING, rulebook.SIGNS, rulebook.DOUBTING])
def test_every_rule_says_what_it_finds(rules):
    assert all(rule.__doc__ for rule in rules)


def test_no_rule_stands_twice():
    each = [rule.__name__ for rule in (*rulebook.REFUSING, *rulebook.SIGNS, *rulebook.DOUBTING)]
    assert len(each) == len(set(each))
