"""Whom a name means: short forms and pronouns that were taken for somebody else's."""

from dataclasses import replace

import pytest

from knowledge.models import Fact
from knowledge.questions.rules import trust
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library


def test_a_family_name_in_an_article_means_its_person():
    around = library(persons=("Ann Cruz", "Mia Cruz"))
    taken = asked(
        "Who sang in Oslo?", "Mia Cruz", "person", title="Ann Cruz", quote="Cruz sang in Oslo."
    )
    own = asked(
        "Who sang in Oslo?", "Ann Cruz", "person", title="Ann Cruz", quote="Cruz sang in Oslo."
    )
    assert trust.short_form_of_somebody_else(taken, around)
    assert not trust.short_form_of_somebody_else(own, around)


def test_he_in_an_article_about_a_person_is_mostly_that_person():
    around = library(persons=("Jon Ek", "Bo Dahl"))
    quote = "He opened the harbour."
    taken = asked("Who opened the harbour?", "Bo Dahl", "person", title="Jon Ek", quote=quote)
    elsewhere = asked("Who opened the harbour?", "Bo Dahl", "person", title="Oslo", quote=quote)
    assert trust.short_form_of_somebody_else(taken, around)
    assert not trust.short_form_of_somebody_else(elsewhere, around)


def test_a_full_name_from_another_article_may_mean_another():
    around = library(("Moss", "The club joined the NFL."), ("Games", "Madden NFL is a game."))
    taken = gap("The club joined the _____.", "Madden NFL", "other", title="Moss")
    own = gap("The club joined the _____.", "NFL", "other", title="Moss")
    assert trust.key_not_in_its_article(taken, around)
    assert not trust.key_not_in_its_article(own, around)


def test_a_painting_is_nobody():
    hung = asked("Who is a painting of 1642 by Ida Lund?", "Per Moe", "person", of="deed")
    assert trust.nobody_is_built(hung, library())


def test_a_decade_is_written_with_its_part_before_it():
    around = library(("Moss", "In the late 1890s a mill was built."), ("Oslo", "Snow fell."))
    stem = "In which decade was a mill built?"
    told = asked(stem, "the 1890s", "decade", title="Moss", of="event_decade")
    assert not trust.key_not_in_its_article(told, around)
    untold = asked(stem, "the 1890s", "decade", title="Oslo", of="event_decade")
    assert trust.key_not_in_its_article(untold, around)


def test_an_office_that_the_library_knows_otherwise_is_not_repeated():
    known = Fact(
        "2", "office", {"office": "foreign minister", "of": "Norway"}, "Bo Dahl", "", 0.9, ()
    )
    around = replace(library(), facts=(known,))
    stem = "_____ wrote to Dahl before Dahl was promoted to {} in 1990."
    assert trust.office_unlike_the_known(gap(stem.format("chancellor"), "Ann Lee"), around)
    assert not trust.office_unlike_the_known(
        gap(stem.format("foreign minister"), "Ann Lee"), around
    )


@pytest.mark.parametrize(
    ("quote", "is_unsure"),
    [
        ("Lee died in 1368 or 1369.", True),
        ("The Danes took Moss in 1368 and in 1402.", True),
        ("The Danes took Moss in 1302 and in 1368.", True),
        ("Lee was born in 1368 and died in 1402.", False),
        ("The hall was built in 1368, and in 1402 it became a school.", False),
        ("The bridge opened in 1368 and 1500 people crossed it.", False),
        ("Lee died in 1367 or 1368.", True),
        ("Lee died in 1368/9.", True),
        ("Lee died in 1368, or so Moe says.", False),
    ],
)
def test_a_year_that_may_be_another_is_not_asked_for(quote, is_unsure):
    told = asked("In what year did Lee die?", "1368", quote=quote, of="death")
    assert trust.one_of_two_years(told, NOWHERE) is is_unsure


def test_a_town_that_bears_a_persons_name_is_not_the_person():
    quote = "Oslo, half an hour by bus to the south, made the first boats."
    told = asked("Who made the first boats?", "Ann Oslo", "person", quote=quote, title="Moss")
    town = library(("Moss", f"Ann Oslo painted. {quote} In Oslo there is an inn."))
    person = library(("Moss", f"Ann Oslo painted. {quote}"))
    assert trust.town_of_the_same_name(told, town)
    assert not trust.town_of_the_same_name(told, person)


@pytest.mark.parametrize(
    ("stem", "persons", "is_twice"),
    [
        ("In what year did Moe obtain Ann Moe Lee's licence?", ("Ann Moe Lee",), True),
        ("In what year did Dahl obtain Ann Moe Lee's licence?", ("Ann Moe Lee",), False),
        ("In what year did Moe marry Ann Moe?", ("Ann Moe", "Per Moe"), False),
        ("In what year did Ann May resign in May?", ("Ann May",), False),
    ],
)
def test_one_woman_is_not_two(stem, persons, is_twice):
    assert trust.one_person_twice(asked(stem, "1935"), library(persons=persons)) is is_twice


@pytest.mark.parametrize(
    ("stem", "quote", "is_a_firm"),
    [
        ("Who published the Moss Books?", "The Moss Books were published by Lee.", True),
        ("Who published the Moss Books?", "They were published by Ann Lee.", False),
        ("Who printed the Moss Books?", "Lee, a Danish firm, printed the Moss Books.", True),
        ("Who printed the Moss Books?", "Lee, a Danish poet, printed the Moss Books.", False),
        ("Who published a map in 1871?", "In 1871 Lee published a map.", False),
        ("Who drew the map?", "Lee, a map maker, drew the map.", False),
        ("Who drew the map?", "Lee, the company founder, drew the map.", False),
        ("Who published the map?", "The map was published by Lee, who died in 1570.", False),
    ],
)
def test_a_firm_is_not_the_man_it_bears_the_name_of(stem, quote, is_a_firm):
    told = asked(stem, "Ann Lee", "person", quote=quote, of="maker")
    assert trust.firm_of_the_same_name(told, NOWHERE) is is_a_firm


def test_where_a_firm_is_named_the_name_alone_is_the_firms():
    told = asked("Who bought it?", "Ann Lee", "person", title="Moss", quote="Lee bought it.")
    firm = library(("Moss", "It was sold by Lee Motor Company. Lee bought it."))
    assert trust.firm_of_the_same_name(told, library(("Moss", "It was sold by Lee & Sons.")))
    school = library(("Moss", "It was sold by Lee Public School. Lee bought it."))
    assert trust.firm_of_the_same_name(told, firm)
    assert not trust.firm_of_the_same_name(told, school)
    own = replace(told, fact=asked("", "Ann Lee", title="Ann Lee", quote="Lee bought it.").fact)
    assert not trust.firm_of_the_same_name(own, firm)


@pytest.mark.parametrize(("verb", "is_built"), [("founded", True), ("elected", False)])
def test_a_town_is_founded_and_no_person(verb, is_built):
    told = asked(f"Who was {verb} in 1872?", "Ann Lee", "person")
    assert trust.nobody_is_built(told, NOWHERE) is is_built


@pytest.mark.parametrize(
    ("quote", "later", "is_left"),
    [
        ("Lee was buried in Oslo, but her remains were later moved to Moss.", "", True),
        ("Lee was buried in Oslo.", "In 1946 her bones were transferred to Moss.", True),
        ("Lee was buried in Oslo.", "In 1946 her papers were transferred to Moss.", False),
        ("Her remains were brought home and buried in Oslo.", "", False),
        ("Lee was buried in Oslo.", "Lee remains known in Moss, where she returned.", False),
        ("Lee was buried in Oslo.", "In 1946 her remains were moved from Moss to Oslo.", False),
    ],
)
def test_who_was_moved_is_not_buried_where_she_was(quote, later, is_left):
    told = asked("Where is Lee buried?", "Oslo", "city", quote=quote, title="Lee", of="grave")
    around = library(("Lee", f"{quote} {later}"))
    assert trust.grave_left_again(told, around) is is_left


@pytest.mark.parametrize(("other", "is_nobodys"), [("Tiuv Lund", True), ("Tiuv Dahl", False)])
def test_a_family_name_of_two_is_nobodys(other, is_nobodys):
    quote = "Moe and Lund went abroad in 1918."
    told = gap("Moe and _____ went abroad in 1918.", "Ida Lund", quote=quote, title="Swimming")
    text = f"{other} swam. Ida Lund sold baths. {quote}"
    around = library(("Swimming", text), persons=(other, "Ida Lund"))
    assert trust.one_of_two_bearers(told, around) is is_nobodys


@pytest.mark.parametrize(
    ("text", "is_doubted"),
    [
        ("Ida Holm wed Per Holm. Ida painted. Ida sang. Holm entered the army.", True),
        ("Ida Holm was a child of Per Holm. Holm entered the army. Holm sang.", False),
        ("Ida Holm was a painter. Ida sang. Ida sat. Holm entered the army.", False),
    ],
)
def test_a_lone_surname_may_be_the_husbands(text, is_doubted):
    told = asked("In what year did Holm enter the army?", "1920", title="Ida Holm")
    assert trust.surname_of_another_too(told, library(("Ida Holm", text))) is is_doubted


def test_behind_an_heir_a_lone_surname_may_be_either():
    text = "Leo Holm founded the firm. Leo's son Per took over. Costs obliged Holm to close."
    around = library(("Mill Games", text), persons=("Leo Holm",))
    start = text.index("Costs")
    made = asked(
        "Whom did costs oblige to close?", "Leo Holm", "person", title="Mill Games",
        quote=text[start:],
    )  # fmt: skip
    cited = replace(made.fact.citations[0], start=start)
    either = replace(made, fact=replace(made.fact, citations=(cited,)))
    assert trust.heir_of_the_same_name(either, around)
    childless = library(
        ("Mill Games", text.replace("Leo's son Per", "A friend")), persons=("Leo Holm",)
    )
    assert not trust.heir_of_the_same_name(either, childless)
