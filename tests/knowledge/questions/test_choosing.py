"""Which of the candidates that passed are asked."""

from __future__ import annotations

from dataclasses import replace

from knowledge.questions.choosing import one_each
from tests.knowledge.questions.rules.made import asked, gap

TOLD = "In 1990 Ann Lee built the Moss Bridge in Oslo."


def told(candidate, number: str, worth: float, *doubts: str):
    fact = replace(
        candidate.fact,
        id=number,
        citations=tuple(replace(citation, quote=TOLD) for citation in candidate.fact.citations),
    )
    return replace(candidate, fact=fact, title="Bridges", worth=worth, doubted_by=doubts)


WHEN = told(asked("In what year did Ann Lee build the Moss Bridge?", "1990"), "1", 0.8)
GAP = told(gap("In _____ Ann Lee built the Moss Bridge.", "1990", "date"), "2", 0.9)
WHO = told(gap("In 1990 _____ built the Moss Bridge in Oslo.", "Ann Lee"), "3", 0.7)
WHERE = told(gap("In 1990 Ann Lee built the Moss Bridge in _____.", "Oslo", "city"), "4", 0.7)


def test_of_one_sentence_who_where_and_when_are_asked_once_each():
    assert {each.fact.id for each in one_each([WHEN, GAP, WHO, WHERE])} == {"1", "3", "4"}


def test_a_plain_question_goes_before_a_sentence_to_complete():
    assert one_each([GAP, WHEN]) == [WHEN]


def test_of_two_that_ask_alike_the_one_worth_more_is_asked():
    poor = told(gap("_____ built the Moss Bridge in Oslo.", "Ann Lee"), "5", 0.5)
    assert one_each([poor, WHO]) == [WHO]


def test_a_draft_does_not_keep_out_the_safe_question_that_it_repeats():
    elsewhere = told(
        gap("In 1990 _____ built the Moss Bridge in Oslo.", "Ann Lee"), "6", 0.6, "thin"
    )
    moved = replace(elsewhere.fact.citations[0], start=500)
    draft = replace(elsewhere, fact=replace(elsewhere.fact, citations=(moved,)))
    assert one_each([draft, WHO]) == [WHO]


def test_a_clause_does_not_keep_out_what_its_sentence_defines():
    term = "What is the term for a bridge of moss?"
    defined = told(asked(term, "marl", "term", of="meaning"), "7", 1.0)
    untitled = replace(defined, title="")
    clause = told(asked("What is a bridge of moss?", "marl", "thing", of="clause"), "8", 0.7)
    assert one_each([clause, untitled]) == [untitled]
