"""What is garbled: glued, cut, misread, or ending in the air."""

from dataclasses import replace

import pytest

from knowledge.questions.rules import wording
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library


def test_a_capital_inside_is_a_first_word_moved():
    assert wording.capital_inside(asked("In what year was A bridge built?", "1990"), NOWHERE)
    assert not wording.capital_inside(asked("In what year did The Who play?", "1990"), NOWHERE)


def test_a_name_keeps_the_capital_that_its_source_gives_it():
    quote = "McKay opened in 1990."
    lost = asked("In what year did mcKay open?", "1990", quote=quote)
    kept = asked("In what year did iPrint open?", "1990", quote="iPrint opened in 1990.")
    assert wording.name_decapitalised(lost, NOWHERE)
    assert not wording.name_decapitalised(kept, NOWHERE)


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


def test_a_purpose_is_told_to_its_end():
    quote = "In 1990 Lee hired Dahl in an effort to train Dahl as a pilot."
    stem = "In what year did Lee hire Dahl in an effort to train Dahl"
    assert wording.purpose_cut_short(asked(f"{stem}?", "1990", quote=quote), NOWHERE)
    whole = asked(f"{stem} as a pilot?", "1990", quote=quote)
    assert not wording.purpose_cut_short(whole, NOWHERE)


@pytest.mark.parametrize(
    "sentence",
    [
        "In 1990 the _____ and Sciences met.",
        "She entered the _____ of Fame.",
        "Pan-_____ flew.",
        "She sang in 21 _____.",
    ],
)
def test_a_blank_takes_a_whole_name(sentence):
    assert wording.blank_inside_a_name(gap(sentence, "Academy", "named academy"), NOWHERE)


def test_a_name_after_a_whole_one_is_another():
    beside = gap("She won prizes from _____ and the Oslo Club.", "Fjord Lines", "organisation")
    assert not wording.blank_inside_a_name(beside, NOWHERE)


def test_a_question_has_one_finite_verb():
    two = asked("In which month did Tide Week was a fair open?", "May 1990")
    relative = asked("In what year did Lee build a ship which was lost?", "1990")
    assert wording.two_finite_verbs(two, NOWHERE)
    assert not wording.two_finite_verbs(relative, NOWHERE)


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


def test_a_comma_parts_what_belongs_to_another():
    loose = asked("Who, along with Dahl, is a member of the choir?", "Lee", of="deed")
    thousands = asked("In what year did Lee free 100,000 prisoners?", "1990")
    assert wording.comma_in_a_predicate(loose, NOWHERE)
    assert not wording.comma_in_a_predicate(thousands, NOWHERE)


def test_a_comma_alone_does_not_part_a_subject_from_its_verb():
    lost = gap("The numbat called the walpurti, is a marsupial of southern _____.", "Australia")
    both = gap("The numbat, called the walpurti, is a marsupial of southern _____.", "Australia")
    assert wording.comma_before_the_verb(lost, NOWHERE)
    assert not wording.comma_before_the_verb(both, NOWHERE)


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


def test_a_name_keeps_the_article_that_its_text_gives_it():
    text = "Globe House was built in 1599. The Globe House stood by the river."
    around = library(("Globe House", text))
    quote = "Globe House was built in 1599."
    lost = asked("In what year was Globe House built?", "1599", title="Globe House", quote=quote)
    kept = asked("In what year was the Globe House built?", "1599", title="Globe House")
    assert wording.article_lost(lost, around)
    assert not wording.article_lost(kept, around)


def test_a_compound_is_not_cut_before_its_noun():
    source = "Lee answered a report by a government watchdog in May."
    cut = gap("_____ answered a report by a government.", "Per Lee", quote=source)
    whole = gap("_____ answered a report by a government.", "Per Lee")
    assert wording.compound_cut_short(cut, NOWHERE)
    assert not wording.compound_cut_short(whole, NOWHERE)


def test_what_opens_the_source_is_not_lost():
    lost = gap(
        "Harvard Lee befriended _____.",
        "Per Moe",
        quote="While at Harvard Lee befriended Per Moe.",
    )
    assert wording.opening_lost(lost, NOWHERE)
    assert not wording.opening_lost(gap("Ann Lee befriended _____.", "Per Moe"), NOWHERE)


def test_names_are_written_as_in_their_article():
    told = gap("At Oslo in 1990 Bergen Lee befriended _____.", "Per Moe", title="Lee")
    assert wording.name_never_written(told, library(("Lee", "In Bergen, Lee met Per Moe.")))
    assert not wording.name_never_written(told, library(("Lee", "Bergen Lee met Per Moe.")))


def test_a_month_before_a_name_is_no_part_of_it():
    told = gap("At last in May Bergen befriended _____.", "Per Moe", title="Lee")
    assert not wording.name_never_written(told, library(("Lee", "In May, Bergen met Per Moe.")))


def test_a_heading_does_not_run_into_its_sentence():
    assert wording.words_twice(gap("The Moss Day Moss Day is _____'s idea.", "Lee"), NOWHERE)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was named by the Moss Hydraulic and _____ in May.",
        "Clay shaped both the First and _____ systems.",
        "He led the 7th _____ in the field.",
        "Her life is told in Calling the _____ by Ann Lee.",
    ],
)
def test_a_blank_takes_the_whole_of_a_name(sentence):
    assert wording.blank_inside_a_name(gap(sentence, "Moss Guard", "named guard"), NOWHERE)


@pytest.mark.parametrize(
    ("sentence", "is_lost"),
    [
        ("The total area of Haiti is and its capital is _____.", True),
        ("Ann Lee and _____ left the and of Oslo.", True),
        ("Ann Lee is in and around _____.", False),
    ],
)
def test_words_that_were_lost_leave_a_verb_beside_an_and(sentence, is_lost):
    assert wording.something_left_out(gap(sentence, "Oslo"), NOWHERE) is is_lost


@pytest.mark.parametrize(
    ("sentence", "is_of_a_name"),
    [
        ("The fort was built by Philip II of _____.", True),
        ("Nils Comins of _____ made it in 1829.", True),
        ("He taught at the University of _____.", False),
        ("The fort stands in the east of _____.", False),
    ],
)
def test_the_home_in_a_persons_name_is_not_asked_for(sentence, is_of_a_name):
    told = gap(sentence, "Spain", "country")
    around = library(persons=("Nils Comins",))
    assert wording.home_of_somebody(told, around) is is_of_a_name


def test_a_question_goes_on_behind_no_semicolon():
    assert wording.goes_on_behind_a_semicolon(asked("Who left; at home?", "Lee"), NOWHERE)
    assert not wording.goes_on_behind_a_semicolon(gap("_____ left; Moe stayed.", "Lee"), NOWHERE)


def test_a_relative_clause_keeps_its_verb():
    lost = gap("Lee studied the storm that, near Oslo in _____.", "1892", "date")
    whole = gap("Lee studied the storm that, near Oslo, threw a car in _____.", "1892", "date")
    assert wording.relative_without_its_verb(lost, NOWHERE)
    assert not wording.relative_without_its_verb(whole, NOWHERE)


def test_a_statement_does_not_hang_on_a_question():
    hangs = asked(
        "In what year was the lift opened by Lee, and is the only one of its kind?", "2002"
    )
    told = asked("In what year did Lee sing, dance, and act in Oslo?", "2002")
    assert wording.second_predicate(hangs, NOWHERE)
    assert not wording.second_predicate(told, NOWHERE)


def test_one_name_of_two_words_is_not_halved():
    half = gap("The Forth and _____ was closed in 1963.", "Clyde Canal", "named canal")
    pair = gap("The Forth and _____ were joined in 1790.", "Clyde Canal", "named canal")
    assert wording.half_of_a_double_name(half, NOWHERE)
    assert not wording.half_of_a_double_name(pair, NOWHERE)
