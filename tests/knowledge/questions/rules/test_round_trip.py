"""The way back: the search finds the source, the grammar reads the value."""

from knowledge.models import Expected
from knowledge.questions.rules import round_trip
from tests.knowledge.questions.rules.made import NOWHERE, asked, expecting, gap, library

HARBOUR = ("Harbour", "In 1990 Lee dug the harbour of Moss.")
OTHERS = tuple((f"Tram {n}", f"Tram line {n} runs from the square to the hill.") for n in range(9))


def test_a_question_that_finds_its_source_is_about_it():
    told = gap("In 1990 _____ dug the harbour of Moss.", "Lee", title="Harbour")
    assert not round_trip.source_not_found_again(told, library(HARBOUR, *OTHERS))


def test_a_question_that_finds_only_others_is_about_too_little():
    vague = gap("The line runs from _____ to the hill.", "Lee", title="Harbour", quote="x")
    assert (
        round_trip.source_not_found_again(vague, library(("Harbour", "Ships."), *OTHERS)) is False
    )
    lost = gap("The tram line runs to the _____.", "hill", quote="x")
    assert round_trip.source_not_found_again(lost, library(HARBOUR, *OTHERS))


def test_a_stored_number_is_read_back_in_words_and_figures():
    six = Expected("quantity", 6, 6, "hour")
    for quote in ("They met for six hours.", "They met for 6 hours."):
        told = expecting(gap("They met for _____ hours.", "six", "number", quote=quote), six)
        assert not round_trip.value_not_read_back(told, NOWHERE)
    other = expecting(
        gap("They met for _____ hours.", "six", quote="They met for nine hours."), six
    )
    assert round_trip.value_not_read_back(other, NOWHERE)


def test_a_stored_date_is_read_back():
    stem, day = "On what date did they meet?", Expected("date", date="1990-05-02")
    told = expecting(asked(stem, "May 2, 1990", quote="They met on 2 May 1990."), day)
    other = expecting(asked(stem, "May 2, 1990", quote="They met on 3 May 1990."), day)
    assert not round_trip.value_not_read_back(told, NOWHERE)
    assert round_trip.value_not_read_back(other, NOWHERE)


def test_a_year_is_read_back_from_a_span():
    year, quote = Expected("date", date="1856"), "Freud (1856–1939) was a doctor."
    born = expecting(asked("In what year was Freud born?", "1856", quote=quote), year)
    assert not round_trip.value_not_read_back(born, NOWHERE)
    paid = expecting(asked("In what year was Moss built?", "1856", quote="It cost 18560."), year)
    assert round_trip.value_not_read_back(paid, NOWHERE)


def test_a_key_that_no_cited_sentence_holds_is_refused():
    assert round_trip.key_not_in_evidence(gap("_____ sang.", "Lee", quote="Dahl sang."), NOWHERE)
    assert not round_trip.key_not_in_evidence(gap("_____ sang.", "Lee"), NOWHERE)
