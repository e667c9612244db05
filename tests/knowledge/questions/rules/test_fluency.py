"""Sentences that broke where they were cut."""

import pytest

from knowledge.questions.rules import fluency
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap


def test_an_age_stands_between_two_commas():
    assert fluency.age_left_hanging(gap("Mr _____, 57 is made a warden.", "Lee"), NOWHERE)
    assert not fluency.age_left_hanging(gap("Mr _____ is made a warden.", "Lee"), NOWHERE)


def test_a_description_opens_with_its_noun():
    broken = asked("What is the term for well as five kinds of moss?", "peat", "term")
    whole = asked("What is the term for five kinds of moss?", "peat", "term")
    assert fluency.opens_with_no_noun(broken, NOWHERE)
    assert not fluency.opens_with_no_noun(whole, NOWHERE)


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("_____ rose between May.", "Oslo rose between May and June."),
        ("_____ lost both the mill.", "Oslo lost both the mill and the barn."),
    ],
)
def test_a_pair_has_two_halves(said, source):
    half = gap(said, "Oslo", "city", quote=source)
    assert fluency.pair_with_one_half(half, NOWHERE)
    whole = gap(source.replace("Oslo", "_____"), "Oslo", "city", quote=source)
    assert not fluency.pair_with_one_half(whole, NOWHERE)


def test_a_second_verb_needs_a_subject():
    lost = asked("What is the cloth that lines a hat derives from felt and called?", "liner")
    whole = asked("What is the cloth that lines a hat called?", "liner")
    assert fluency.called_behind_an_and(lost, NOWHERE)
    assert not fluency.called_behind_an_and(whole, NOWHERE)


def test_a_question_asks_of_a_subject():
    assert fluency.subject_lost(
        asked("In what year was and the mast in Malta built?", "1990"), NOWHERE
    )
    assert not fluency.subject_lost(
        asked("In what year was the mast in Malta built?", "1990"), NOWHERE
    )


def test_a_sentence_says_what_was_said_and_who_the_friend_was():
    said = gap("The survey by _____ concluded.", "the Moss Board", "named board")
    assert fluency.ends_with_saying(said, NOWHERE)
    friend = asked("In what year did Ann Lee sail with her friend?", "1990")
    assert fluency.ends_with_somebody(friend, NOWHERE)
    whole = asked("In what year did Ann Lee sail to Oslo?", "1990")
    assert not fluency.ends_with_saying(whole, NOWHERE)
    assert not fluency.ends_with_somebody(whole, NOWHERE)


def test_nothing_ends_on_a_word_that_points_back():
    assert fluency.ends_pointing_back(gap("The fair was held at _____ as well.", "Oslo"), NOWHERE)
    assert not fluency.ends_pointing_back(gap("The fair was held at _____.", "Oslo"), NOWHERE)


def test_now_belongs_to_a_tale():
    assert fluency.now_in_a_tale(asked("In what year did Ann now open a shop?", "1990"), NOWHERE)
    named = asked("In what year was Moss, now called Lund, besieged?", "1990")
    assert not fluency.now_in_a_tale(named, NOWHERE)
    assert not fluency.now_in_a_tale(asked("Who now owns the shop?", "Lee", "person"), NOWHERE)


@pytest.mark.parametrize(
    ("rule", "stem", "is_found"),
    [
        (fluency.past_behind_did, "In what year did they invade and laid siege to Oslo?", True),
        (fluency.past_behind_did, "In what year did Lee study law and painted walls?", False),
        (fluency.past_behind_did, "In what year did Lee found a firm that grew and died?", False),
        (fluency.past_behind_did, "In what year did Lee found a school and a firm?", False),
        (fluency.predicate_and_participle, "In what year was Moe a steel ship launched?", True),
        (fluency.predicate_and_participle, "In what year was Moe launched as a ship?", False),
        (fluency.predicate_and_participle, "In what year was Lee a member of a club?", False),
        (
            fluency.object_behind_what_it_became,
            "In what year did the lords select as her husband Yuri?",
            True,
        ),
        (
            fluency.object_behind_what_it_became,
            "In what year did the king appoint Moe as his first Prime Minister?",
            False,
        ),
        (fluency.was_to_be, "In what year was Lee to receive the prize?", True),
        (fluency.was_to_be, "In what year was Lee sent to study the moss?", False),
        (fluency.first_of_nothing, "In what year was the first to be carried out opened?", True),
        (fluency.first_of_nothing, "In what year was the first mill opened?", False),
        (fluency.first_of_nothing, "Who was the first to climb Moss in 1890?", False),
        (fluency.past_behind_did, "In what year did Lee leave Oslo and found a school?", False),
        (fluency.predicate_and_participle, "In what year was Lee in a car that crashed?", False),
    ],
)
def test_a_question_has_the_grammar_of_one(rule, stem, is_found):
    source = "Lee was to receive the prize in 1990, and was sent to study the moss."
    assert rule(asked(stem, "1990", quote=source), NOWHERE) is is_found


@pytest.mark.parametrize(
    ("end", "is_of_nothing"),
    [("first woman", True), ("first woman to fly", False), ("last emperor", False)],
)
def test_what_the_first_woman_did_is_told(end, is_of_nothing):
    told = asked(f"In what year did Lee become the {end}?", "1990")
    assert fluency.first_of_nothing(told, NOWHERE) is is_of_nothing


@pytest.mark.parametrize(
    ("stem", "is_lost"),
    [
        ("The town stands on a ridge since _____.", True),
        ("The town has stood on a ridge since _____.", False),
        ("The fort, listed since 1983, had been built in _____.", False),
        ("The ferry has run since _____.", False),
        ("Lee is the first Norwegian to win the title since _____.", False),
    ],
)
def test_what_lasts_since_a_year_is_in_the_perfect(stem, is_lost):
    assert fluency.since_without_its_verb(gap(stem, "1983", "date"), NOWHERE) is is_lost


def test_what_is_connected_is_connected_with_something():
    quote = "The tunnel connects Moss, on the fjord, with Oslo."
    half = gap("The tunnel connects _____, on the fjord.", "Moss", "city", quote=quote)
    whole = gap("The tunnel connects _____, on the fjord, with Oslo.", "Moss", "city", quote=quote)
    assert fluency.pair_with_one_half(half, NOWHERE)
    assert not fluency.pair_with_one_half(whole, NOWHERE)


def test_an_owner_owns_something():
    assert fluency.owner_of_nothing(gap("Lee wrote songs for _____'s.", "Lund"), NOWHERE)
    assert not fluency.owner_of_nothing(gap("Lee sang in _____'s mill.", "Lund"), NOWHERE)
    assert not fluency.owner_of_nothing(gap("The song is older than _____'s.", "Lund"), NOWHERE)
    assert not fluency.owner_of_nothing(gap("It came from a friend of _____'s.", "Lund"), NOWHERE)


def test_there_is_a_place_that_was_told_before():
    left = asked("In what year did Lee hire Moe to sort plates which he examined there?", "1896")
    assert fluency.ends_pointing_back(left, NOWHERE)
    told = asked("Which town is known for the cheese produced there?", "Moss", "city")
    assert not fluency.ends_pointing_back(told, NOWHERE)


def test_degrees_are_awarded_to_somebody():
    assert fluency.owner_of_nothing(
        gap("Schools in the _____ awarded Lee's honorary degrees.", "US"), NOWHERE
    )
    assert not fluency.owner_of_nothing(
        gap("Schools in the _____ awarded Lee degrees.", "US"), NOWHERE
    )
