"""Names asked for: whole ones, and the only ones that fit."""

from dataclasses import replace

import pytest

from knowledge.questions.rules import keys
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library


def test_a_name_of_four_words_is_not_typed():
    sentence = "The unit was drawn from the _____."
    long = gap(sentence, "Moss Special Police Unit", "named unit")
    assert keys.too_long_to_type(long, NOWHERE)
    assert not keys.too_long_to_type(gap(sentence, "Moss Police", "named police"), NOWHERE)


def test_a_short_form_is_half_an_answer_where_the_long_one_stands():
    told = gap("At _____ Lee read law.", "Moss", "named moss", title="Lee")
    long = library(("Lee", "Lee read law. Later Lee gave Moss University a hall."))
    assert keys.short_for_a_longer_name(told, long)
    assert not keys.short_for_a_longer_name(told, library(("Lee", "Lee liked Moss best.")))


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


def test_an_office_is_asked_where_its_holder_is_spoken_of():
    quote = "Foreign Minister Per Lee was a bit shocked."
    often = library(("Oslo", f"{quote} Lee left. Lee came back. Lee wrote. Lee sang."))
    once = library(("Oslo", f"{quote} The vote was close."))
    who = asked(
        "Who was the foreign minister of Norway?",
        "Per Lee",
        "person",
        title="Oslo",
        quote=quote,
        of="office",
    )
    assert keys.office_in_passing(who, once)
    assert not keys.office_in_passing(who, often)
    spokesman = asked("Who was a spokesman of the Moss Bank?", "Per Lee", "person", of="office")
    arguments = {"office": "spokesman", "of": "Moss Bank"}
    told = replace(spokesman, fact=replace(spokesman.fact, arguments=arguments))
    assert keys.office_in_passing(told, often)


def test_a_suburb_is_in_its_city_too():
    suburb = asked(
        "Where was Lee born?", "Thorndon", quote="Lee was born in Thorndon, a suburb of Oslo."
    )
    town = asked(
        "Where was Lee born?", "Thorndon", quote="Lee was born in Thorndon, a quiet town."
    )
    assert keys.part_of_a_town(suburb, NOWHERE)
    assert not keys.part_of_a_town(town, NOWHERE)


def test_a_town_is_no_bearer_of_its_name():
    quote = "Kimberley is the capital of the Northern Cape."
    earl = gap(
        "_____ is the capital of the Northern Cape.",
        "Earl of Kimberley",
        title="Kimberley",
        quote=quote,
    )
    poet = gap(
        "_____ wrote the song.", "Ida Kimberley", title="Songs", quote="Kimberley wrote the song."
    )
    assert keys.bearer_of_the_topics_name(earl, NOWHERE)
    assert not keys.bearer_of_the_topics_name(poet, NOWHERE)


def test_the_field_tells_the_prize():
    told = gap(
        "Lee shared the 1995 _____ in Physiology or Medicine.", "Nobel Prize", "named prize"
    )
    asked_for = gap("Lee won the _____ in 1967 in Oslo.", "Lenin Peace Prize", "named prize")
    assert keys.prize_told_by_its_field(told, NOWHERE)
    assert not keys.prize_told_by_its_field(asked_for, NOWHERE)


@pytest.mark.parametrize(
    ("who", "title", "quote", "is_by_the_way"),
    [
        ("Kate Moe", "Kate Moe", "Kate Moe (1840–1915) led the vote.", False),
        ("Ola Moe", "Kate Moe", "Her brother Ola Moe died in 1915.", False),
        ("Per Dahl", "The vote", "Per Dahl died in 1915.", False),
        ("Per Dahl", "The vote", "Per Dahl (1840–1915) opposed it.", True),
        ("Per Dahl", "9.3 The Vote", "Per Dahl died in 1915.", True),
        ("Dahl", "The vote", "Dahl died in 1915.", True),
        ("", "9.3 The Vote", "The vote was held in 1915.", False),
    ],
)
def test_years_in_brackets_and_in_lessons_are_by_the_way(who, title, quote, is_by_the_way):
    around = library((title, f"{title} of Oslo was told of for twenty years. " * 4))
    told = asked(f"In what year did {who} die?", "1915", title=title, of="death", quote=quote)
    told = replace(told, fact=replace(told.fact, arguments={"who": who}))
    assert keys.life_of_somebody_else(told, around) is is_by_the_way


def test_when_a_wife_died_is_not_asked_at_once():
    around = library(("Kate Moe", "Kate Moe led the vote in Oslo for twenty years. " * 4))
    wife = asked("In what year did Moe's first wife die?", "1915", title="Kate Moe")
    assert keys.life_of_somebody_else(wife, around)
    heir = gap("Moe became head of the guild when _____'s brother died in 1960.", "Per Dahl")
    assert not keys.life_of_somebody_else(heir, around)


@pytest.mark.parametrize(
    ("sentence", "answer", "is_office"),
    [
        ("The hall was drawn by Ann Lee, the _____.", "City Surveyor", True),
        ("It lies on the longest river of Moss, the _____.", "Glomma", False),
        ("In 1990 it was sold to Cuba, the _____.", "United States", False),
    ],
)
def test_what_somebody_was_is_no_name(sentence, answer, is_office):
    around = library(persons=("Ann Lee",))
    assert keys.office_for_a_name(gap(sentence, answer, "name"), around) is is_office


@pytest.mark.parametrize(("answer", "is_empty"), [("name", True), ("winter", False)])
def test_a_name_is_no_answer_to_what_comes_from_a_word(answer, is_empty):
    what = asked("What comes from a word for rough water?", answer, "thing", of="clause")
    assert keys.noun_that_says_nothing(what, NOWHERE) is is_empty


@pytest.mark.parametrize(
    ("stem", "lives"),
    [("Which state died in Oslo in 1884?", True), ("Which state was founded in 1884?", False)],
)
def test_a_state_does_not_die_in_a_town(stem, lives):
    assert keys.place_that_lives(asked(stem, "Virginia", "state", of="deed"), NOWHERE) is lives


@pytest.mark.parametrize(
    ("stem", "quote", "is_wider"),
    [
        ("Where was Lee born?", "Lee was born at Moss in Viken.", True),
        ("Where was Lee born?", "Lee was born in Viken.", False),
        ("In which county was Lee born?", "Lee was born at Moss in Viken.", False),
    ],
)
def test_where_asks_for_the_place_named_first(stem, quote, is_wider):
    told = asked(stem, "Viken", "state", quote=quote)
    assert keys.wider_than_the_source(told, NOWHERE) is is_wider
