"""What is garbled: glued, cut, misread, or ending in the air."""

from dataclasses import replace

import pytest

from knowledge.questions.rules import wording
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap


def test_a_capital_inside_is_a_first_word_moved():
    assert wording.capital_inside(asked("In what year was A bridge built?", "1990"), NOWHERE)
    assert not wording.capital_inside(asked("In what year did The Who play?", "1990"), NOWHERE)
    assert not wording.capital_inside(gap("Zeolite A was made by _____.", "Lee"), NOWHERE)
    assert wording.capital_inside(asked("When did Lee leave Moss After he won?", "1990"), NOWHERE)


def test_a_name_does_not_end_with_an_initial():
    assert wording.ends_dangling(asked("Who wrote a novel at Moss in 1922 D.?", "Lee"), NOWHERE)
    assert not wording.ends_dangling(asked("Who went from Moss to the U.S.?", "Lee"), NOWHERE)


def test_two_sentences_are_not_one():
    assert wording.sentences_glued(asked("Who left in 1990.Later she sang?", "Lee"), NOWHERE)
    assert not wording.sentences_glued(asked("Who left the U.S. in 1990?", "Lee"), NOWHERE)


def test_a_space_before_the_possessive_is_stray():
    assert wording.stray_space(gap("Ann Lee 's book came out in _____.", "1990"), NOWHERE)
    assert not wording.stray_space(gap("Ann Lee's book came out in _____.", "1990"), NOWHERE)


@pytest.mark.parametrize("shown", ["MalmÃ¶", "PÃ©rez", "Leeâ€™s"])
def test_text_read_in_the_wrong_alphabet_is_not_shown(shown):
    assert wording.wrongly_decoded(gap("It was built in _____.", "1990", title=shown), NOWHERE)


@pytest.mark.parametrize("shown", ["Malmö", "São Paulo", "Âland", "Pérez"])
def test_letters_with_marks_are_no_wrong_alphabet(shown):
    assert not wording.wrongly_decoded(gap("It was built in _____.", "1990", title=shown), NOWHERE)


def test_brackets_and_quotation_marks_are_closed():
    assert wording.unbalanced(asked("In what year did Lee (a nurse sing?", "1990"), NOWHERE)
    assert not wording.unbalanced(asked("In what year did Lee (a nurse) sing?", "1990"), NOWHERE)


@pytest.mark.parametrize("stem", ["Who sailed with?", "Who sailed to Oslo and?"])
def test_a_last_word_that_waits_dangles(stem):
    assert wording.ends_dangling(asked(stem, "Lee", "person"), NOWHERE)


def test_a_question_has_one_year():
    stem = "Who was made mayor and in 1991 a judge in 1990?"
    assert wording.two_years(asked(stem, "Lee", "person"), NOWHERE)
    assert not wording.two_years(asked("Who was made mayor in 1990?", "Lee", "person"), NOWHERE)
    beside = asked("In what year were her lectures and published in 1975 given?", "1971")
    assert wording.two_years(beside, NOWHERE)


def test_a_date_belongs_to_what_stands_beside_it():
    stem = "In what year did the guild decline after the fire?"
    other = asked(stem, "1702", quote="The guild declined after the great fire in 1702.")
    own = asked(stem, "1702", quote="In 1702 the guild declined, after the fire.")
    assert wording.date_of_another_event(other, NOWHERE)
    assert not wording.date_of_another_event(own, NOWHERE)


def test_a_remark_on_the_date_that_is_asked_for_is_lost_without_it():
    lost = asked("In what year did Lee die in Oslo, the year in which it burned?", "1934")
    assert wording.remark_on_the_date(replace(lost, form="when"), NOWHERE)
    kept = gap("Lee died in Oslo in _____, the year in which it burned.", "1934")
    assert not wording.remark_on_the_date(kept, NOWHERE)


def test_half_a_compound_leaves_a_space_before_its_hyphen():
    source = "Per Lee inaugurated the array in a semi-desert region."
    cut = asked("Who inaugurated the -desert region?", "Per Lee", quote=source)
    pair = gap("_____ wrote for two- and four-part choirs.", "Per Lee")
    assert wording.stray_space(cut, NOWHERE)
    assert not wording.stray_space(pair, NOWHERE)


def test_the_address_of_a_source_is_no_part_of_a_question():
    printed = gap("According to _____ many states have laws.http://example.org/laws.", "Per Lee")
    assert wording.address_of_a_page(printed, NOWHERE)


def test_a_compound_is_not_cut_before_its_noun():
    source = "Lee answered a report by a government watchdog in May."
    cut = gap("_____ answered a report by a government.", "Per Lee", quote=source)
    whole = gap("_____ answered a report by a government.", "Per Lee")
    assert wording.compound_cut_short(cut, NOWHERE)
    assert not wording.compound_cut_short(whole, NOWHERE)


def test_a_heading_does_not_run_into_its_sentence():
    assert wording.words_twice(gap("The Moss Day Moss Day is _____'s idea.", "Lee"), NOWHERE)


def test_a_year_in_which_and_since_which_are_two():
    two = gap("The park was set up in _____ since 1993.", "1978", "date")
    beside = gap("Lee opened the mill in _____ in 1947.", "1946", "date")
    one = gap("The park was set up in _____.", "1978", "date")
    spans = gap("Lee led the board from _____ to 1987 from 1998 to 2003.", "1983", "date")
    assert wording.two_years(spans, NOWHERE)
    assert wording.two_years(two, NOWHERE)
    assert wording.two_years(beside, NOWHERE)
    assert not wording.two_years(one, NOWHERE)
    assert not wording.two_years(gap("Lee died in _____ in 1983.", "Moss", "city"), NOWHERE)


def test_a_weekday_keeps_its_date():
    quote = "The storm crossed Norway on the night of Wednesday, March 18, 1925."
    sentence = "The storm crossed _____ on the night of Wednesday"
    cut = gap(f"{sentence}.", "Norway", "country", quote=quote)
    whole = gap(f"{sentence}, March 18, 1925.", "Norway", "country", quote=quote)
    assert wording.weekday_without_its_date(cut, NOWHERE)
    assert not wording.weekday_without_its_date(whole, NOWHERE)


def test_a_measure_may_end_a_sentence():
    two = gap("Moss lies 80 km inland from _____ at 600 m. Known as M, it is old.", "Oslo", "city")
    one = gap("Moss lies 80 km inland from _____ at 600 m.", "Oslo", "city")
    assert wording.sentences_glued(two, NOWHERE)
    assert not wording.sentences_glued(one, NOWHERE)
