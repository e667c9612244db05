"""Sentences that broke where they were cut."""

import pytest

from knowledge.questions.rules import fluency
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap


def test_a_measure_needs_what_is_measured():
    cut = asked("In what year did Lee sign a six-year?", "1990")
    whole = asked("In what year did Lee sign a six-year contract?", "1990")
    assert fluency.modifier_without_its_noun(cut, NOWHERE)
    assert not fluency.modifier_without_its_noun(whole, NOWHERE)


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
    quote = "In 1933 Lee learned from Per Dahl, a sailor, that storms came."
    news = gap("In 1933 Lee learned from _____.", "Per Dahl", quote=quote)
    assert fluency.ends_with_a_source_of_news(news, NOWHERE)
    pupil = gap(
        "In 1933 Lee learned from _____.", "Per Dahl", quote="In 1933 Lee learned from Dahl."
    )
    assert not fluency.ends_with_a_source_of_news(pupil, NOWHERE)
    quote = "In 1933 Lee learned from Per Dahl how to sail, a skill that served him."
    skill = gap("In 1933 Lee learned from _____ how to sail.", "Per Dahl", quote=quote)
    assert not fluency.ends_with_a_source_of_news(skill, NOWHERE)
    whole = asked("In what year did Ann Lee sail to Oslo?", "1990")
    assert not fluency.ends_with_saying(whole, NOWHERE)
    assert not fluency.ends_with_somebody(whole, NOWHERE)


def test_nothing_ends_on_a_word_that_points_back():
    assert fluency.ends_pointing_back(gap("The fair was held at _____ as well.", "Oslo"), NOWHERE)
    assert not fluency.ends_pointing_back(gap("The fair was held at _____.", "Oslo"), NOWHERE)


def test_a_headline_with_its_paper_is_no_sentence():
    assert fluency.credit_behind_a_dash(gap("Mill burns down — _____.", "Oslo Post"), NOWHERE)
    assert not fluency.credit_behind_a_dash(gap("The mill — in _____ — burns.", "Oslo"), NOWHERE)


def test_now_belongs_to_a_tale():
    assert fluency.now_in_a_tale(asked("In what year did Ann now open a shop?", "1990"), NOWHERE)
    named = asked("In what year was Moss, now called Lund, besieged?", "1990")
    assert not fluency.now_in_a_tale(named, NOWHERE)
    assert not fluency.now_in_a_tale(asked("Who now owns the shop?", "Lee", "person"), NOWHERE)


@pytest.mark.parametrize(
    ("stem", "is_unnamed"),
    [
        ("Who led the cavalry under Captain?", True),
        ("Who led the cavalry under Captain Moe?", False),
        ("In what year was Lee promoted to Major?", False),
    ],
)
def test_a_captain_is_named(stem, is_unnamed):
    assert fluency.ends_with_a_title(asked(stem, "1990"), NOWHERE) is is_unnamed


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


@pytest.mark.parametrize(
    ("stem", "is_left"),
    [
        ("In what year did Moss join the league and by the 16th century?", True),
        ("In what year did Lee work in Oslo and in Moss?", False),
        ("Which club did Lee coach before and after the war?", False),
        ("In what year was Moss taken by the French and by the Dutch?", False),
    ],
)
def test_the_time_of_a_next_clause_is_left_with_it(stem, is_left):
    assert fluency.time_of_the_next_clause(asked(stem, "1353"), NOWHERE) is is_left


@pytest.mark.parametrize(
    ("stem", "is_alone"),
    [
        ("Who drawn the plans?", True),
        ("Who had drawn the plans?", False),
        ("Which painter stole a portrait drawn by Lee?", False),
        ("Which novel written by Lee won the prize?", False),
    ],
)
def test_a_participle_has_its_verb(stem, is_alone):
    assert fluency.participle_alone(asked(stem, "Lee", "person"), NOWHERE) is is_alone


def test_what_is_connected_is_connected_with_something():
    quote = "The tunnel connects Moss, on the fjord, with Oslo."
    half = gap("The tunnel connects _____, on the fjord.", "Moss", "city", quote=quote)
    whole = gap("The tunnel connects _____, on the fjord, with Oslo.", "Moss", "city", quote=quote)
    assert fluency.pair_with_one_half(half, NOWHERE)
    assert not fluency.pair_with_one_half(whole, NOWHERE)


def test_had_as_an_auxiliary_is_asked_with_had():
    stem, source = "In what year did Lee have undergone a trial?", "Lee had undergone a trial."
    assert fluency.perfect_asked_with_did(asked(stem, "1990", quote=source), NOWHERE)
    held = asked("In what year did Lee have a trial?", "1990", quote="Lee had a trial.")
    assert not fluency.perfect_asked_with_did(held, NOWHERE)
    caused = asked(
        "In what year did Lee have left the team?", "1990", quote="Lee would have left the team."
    )
    assert not fluency.perfect_asked_with_did(caused, NOWHERE)


def test_a_naming_has_a_verb():
    assert fluency.naming_without_a_verb(gap("Ida Lund known as the _____.", "Lark"), NOWHERE)
    assert not fluency.naming_without_a_verb(
        gap("Ida Lund is known as the _____.", "Lark"), NOWHERE
    )
    led = gap("Ida Lund, known as the _____, sang.", "Lark")
    assert not fluency.naming_without_a_verb(led, NOWHERE)


def test_an_owner_owns_something():
    assert fluency.owner_of_nothing(gap("Lee wrote songs for _____'s.", "Lund"), NOWHERE)
    assert not fluency.owner_of_nothing(gap("Lee sang in _____'s mill.", "Lund"), NOWHERE)
    assert not fluency.owner_of_nothing(gap("The song is older than _____'s.", "Lund"), NOWHERE)
    assert not fluency.owner_of_nothing(gap("It came from a friend of _____'s.", "Lund"), NOWHERE)


def test_by_stands_before_a_doer():
    assert fluency.beside_nothing(
        asked("In what year was the mill by completed?", "1990"), NOWHERE
    )
    done = asked("In what year was the mill by the lake completed?", "1990")
    assert not fluency.beside_nothing(done, NOWHERE)


def test_where_somebody_was_born_is_asked_without_the_parents_names():
    to_somebody = asked("In which city was Lee born to Ida Lund, a smith?", "Oslo", "city")
    to_a_family = asked("In which city was Lee born to a wealthy family?", "Oslo", "city")
    assert fluency.place_of_being_born_to(to_somebody, NOWHERE)
    assert not fluency.place_of_being_born_to(to_a_family, NOWHERE)
    canadian = asked("In which city was Lee born to French Canadian parents?", "Oslo", "city")
    assert not fluency.place_of_being_born_to(canadian, NOWHERE)


def test_many_have_a_plural_verb():
    ruins = asked("In what year was the Ruins of Moss added to the list?", "1990")
    assert fluency.singular_verb_of_many(ruins, NOWHERE)
    princess = asked("In what year was the Princess of Moss added to the list?", "1990")
    assert not fluency.singular_verb_of_many(princess, NOWHERE)
    trust = asked("In what year was the Gardens Trust founded?", "1990")
    assert not fluency.singular_verb_of_many(trust, NOWHERE)


def test_a_span_has_its_beginning_too():
    assert fluency.half_of_a_span(
        gap("To 1934 Lee presided over the _____.", "Moss Union"), NOWHERE
    )
    assert not fluency.half_of_a_span(gap("To the north lies the _____.", "Moss Lake"), NOWHERE)
    assert not fluency.half_of_a_span(gap("To _____ Lee owed his post.", "Ida Lund"), NOWHERE)


def test_a_place_of_two_words_is_whole():
    cut = asked("Where was Lee born a Ema?", "Ponte", "city")
    assert fluency.place_cut_in_two(cut, NOWHERE)
    assert not fluency.place_cut_in_two(asked("Where was Lee born?", "Ponte", "city"), NOWHERE)
    believer = asked("Who was born a Muslim?", "Lee", "person")
    assert not fluency.place_cut_in_two(believer, NOWHERE)


def test_there_is_a_place_that_was_told_before():
    left = asked("In what year did Lee hire Moe to sort plates which he examined there?", "1896")
    assert fluency.ends_pointing_back(left, NOWHERE)
    told = asked("Which town is known for the cheese produced there?", "Moss", "city")
    assert not fluency.ends_pointing_back(told, NOWHERE)


def test_the_first_of_two_verbs_is_no_end_of_a_name():
    source = "Lund resigned, was recalled, and left office for good in 1950."
    cut = asked("In what year did Lund resigned leave office?", "1950", quote=source)
    whole = asked("In what year did Lund leave office?", "1950", quote=source)
    assert fluency.verb_behind_its_subject(cut, NOWHERE)
    assert not fluency.verb_behind_its_subject(whole, NOWHERE)


def test_a_year_may_part_had_from_its_participle():
    source = "Lund had in 1950 become the first judge."
    had = asked("In what year did Lund have become the first judge?", "1950", quote=source)
    assert fluency.perfect_asked_with_did(had, NOWHERE)


def test_degrees_are_awarded_to_somebody():
    assert fluency.owner_of_nothing(
        gap("Schools in the _____ awarded Lee's honorary degrees.", "US"), NOWHERE
    )
    assert not fluency.owner_of_nothing(
        gap("Schools in the _____ awarded Lee degrees.", "US"), NOWHERE
    )
