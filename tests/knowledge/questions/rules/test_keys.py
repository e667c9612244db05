"""Names asked for: whole ones, and the only ones that fit."""

import pytest

from knowledge.questions.rules import keys
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library


def test_a_calling_is_no_part_of_a_name():
    sentence = "_____ lit the film."
    titled = gap(sentence, "Cinematographer Anna Berg", "named berg")
    assert keys.job_title_in_the_key(titled, NOWHERE)
    assert not keys.job_title_in_the_key(gap(sentence, "Anna Berg"), NOWHERE)


def test_a_name_of_four_words_is_not_typed():
    sentence = "The unit was drawn from the _____."
    long = gap(sentence, "Moss Special Police Unit", "named unit")
    assert keys.too_long_to_type(long, NOWHERE)
    assert not keys.too_long_to_type(gap(sentence, "Moss Police", "named police"), NOWHERE)


def test_the_north_of_an_island_is_the_north_of_its_country_too():
    storm = gap("The storm neared northern _____ at night.", "Jutland", "named jutland")
    placed = gap("Near Aalborg the storm left northern _____.", "Jutland", "named jutland")
    assert keys.part_of_a_larger_place(storm, NOWHERE)
    assert not keys.part_of_a_larger_place(placed, NOWHERE)


def test_who_is_told_of_once_and_aside_is_told_in_passing():
    told = gap("Lee stood in for the club's suspended goalkeeper _____.", "Per Moe", title="Lee")
    once = library(("Lee", "Lee kept goal."))
    often = library(("Lee", "Lee kept goal. Moe came back in May."))
    assert keys.told_in_passing(told, once)
    assert not keys.told_in_passing(told, often)


def test_a_short_form_is_half_an_answer_where_the_long_one_stands():
    told = gap("At _____ Lee read law.", "Moss", "named moss", title="Lee")
    long = library(("Lee", "Lee read law. Later Lee gave Moss University a hall."))
    assert keys.short_for_a_longer_name(told, long)
    assert not keys.short_for_a_longer_name(told, library(("Lee", "Lee liked Moss best.")))


def test_half_of_the_key_stands_in_the_question():
    assert keys.kind_asked_is_half_the_key(
        asked("Which office ordered 70 tanks?", "War Office", "which office"), NOWHERE
    )
    army = asked("Which army held the town in 1775?", "Continental Army", "which army")
    assert not keys.kind_asked_is_half_the_key(army, NOWHERE)


def test_the_host_of_the_games_is_known_beforehand():
    sentence = "The delegation that arrived in _____ had two members."
    games = gap(sentence, "Beijing", "city", title="Chad at the 2008 Summer Olympics")
    assert keys.host_of_the_games(games, NOWHERE)
    assert not keys.host_of_the_games(gap(sentence, "Beijing", "city"), NOWHERE)


def test_a_club_is_no_city():
    assert keys.city_that_is_a_team(gap("Lee played against _____.", "Valencia", "city"), NOWHERE)
    lived = gap("Lee lived in _____.", "Valencia", "city")
    assert not keys.city_that_is_a_team(lived, NOWHERE)


@pytest.mark.parametrize(
    ("answer", "source", "is_wrong"),
    [
        ("World War II", "It served during the Second World War.", True),
        ("War Office", "It served during the War Office.", False),
        ("Moss Fair", "It served during Moss Fair.", True),
    ],
)
def test_an_article_before_the_blank_is_the_keys_own(answer, source, is_wrong):
    told = gap("It served during the _____.", answer, "named thing", quote=source)
    assert keys.article_that_is_not_the_keys(told, NOWHERE) is is_wrong


def test_a_company_lies_nowhere():
    stem, answer = "In which country does Moss lie?", "Norway"
    shop = asked(stem, answer, "country", quote="Moss is a chain in Norway.", of="within")
    town = asked(stem, answer, "country", quote="Moss is a town in Norway.", of="within")
    assert keys.no_place_that_lies(shop, NOWHERE)
    assert not keys.no_place_that_lies(town, NOWHERE)


def test_nobody_is_a_coming():
    coming = asked("Who was the coming of Islam?", "Per Moe", "person", of="role")
    captain = asked("Who was the captain of the team?", "Per Moe", "person", of="role")
    assert keys.no_role_of_a_person(coming, NOWHERE)
    assert not keys.no_role_of_a_person(captain, NOWHERE)


def test_a_scene_in_one_of_two_countries_is_guessed():
    scene = gap("The film was shown in the _____.", "United States", "country")
    actor = gap("Lee asked the _____ for help.", "United States", "country")
    assert keys.country_guessed_at_once(scene, NOWHERE)
    assert not keys.country_guessed_at_once(actor, NOWHERE)


def test_a_school_is_one_of_several_where_another_is_told_of():
    told = asked(
        "Which school did Lee attend?", "Moss School", "name", title="Lee", of="schooling"
    )
    more = library(("Lee", "Lee went to Moss School. Lee graduated from Oslo University."))
    assert keys.one_school_of_several(told, more)
    assert not keys.one_school_of_several(told, library(("Lee", "Lee liked Moss School.")))
