"""Names that are cut, joined or spelt as no source writes them."""

import pytest

from knowledge.questions.rules import whole_names
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library


def test_a_name_keeps_the_capital_that_its_source_gives_it():
    quote = "McKay opened in 1990."
    lost = asked("In what year did mcKay open?", "1990", quote=quote)
    kept = asked("In what year did iPrint open?", "1990", quote="iPrint opened in 1990.")
    assert whole_names.name_decapitalised(lost, NOWHERE)
    assert not whole_names.name_decapitalised(kept, NOWHERE)


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
    assert whole_names.blank_inside_a_name(gap(sentence, "Academy", "named academy"), NOWHERE)


def test_a_name_after_a_whole_one_is_another():
    beside = gap("She won prizes from _____ and the Oslo Club.", "Fjord Lines", "organisation")
    assert not whole_names.blank_inside_a_name(beside, NOWHERE)


def test_a_name_keeps_the_article_that_its_text_gives_it():
    text = "Globe House was built in 1599. The Globe House stood by the river."
    around = library(("Globe House", text))
    quote = "Globe House was built in 1599."
    lost = asked("In what year was Globe House built?", "1599", title="Globe House", quote=quote)
    kept = asked("In what year was the Globe House built?", "1599", title="Globe House")
    assert whole_names.article_lost(lost, around)
    assert not whole_names.article_lost(kept, around)


def test_what_opens_the_source_is_not_lost():
    lost = gap(
        "Harvard Lee befriended _____.",
        "Per Moe",
        quote="While at Harvard Lee befriended Per Moe.",
    )
    assert whole_names.opening_lost(lost, NOWHERE)
    assert not whole_names.opening_lost(gap("Ann Lee befriended _____.", "Per Moe"), NOWHERE)


def test_names_are_written_as_in_their_article():
    told = gap("At Oslo in 1990 Bergen Lee befriended _____.", "Per Moe", title="Lee")
    assert whole_names.name_never_written(told, library(("Lee", "In Bergen, Lee met Per Moe.")))
    assert not whole_names.name_never_written(told, library(("Lee", "Bergen Lee met Per Moe.")))


def test_a_month_before_a_name_is_no_part_of_it():
    told = gap("At last in May Bergen befriended _____.", "Per Moe", title="Lee")
    assert not whole_names.name_never_written(
        told, library(("Lee", "In May, Bergen met Per Moe."))
    )


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
    assert whole_names.blank_inside_a_name(gap(sentence, "Moss Guard", "named guard"), NOWHERE)


@pytest.mark.parametrize(
    ("sentence", "is_of_a_name"),
    [
        ("The fort was built by Philip II of _____.", True),
        ("Nils Comins of _____ made it in 1829.", True),
        ("In 1412 Charles of _____ sold it.", True),
        ("Lee was crowned King of _____.", False),
        ("Lee left the Church of _____.", False),
        ("He taught at the University of _____.", False),
        ("The fort stands in the east of _____.", False),
    ],
)
def test_the_home_in_a_persons_name_is_not_asked_for(sentence, is_of_a_name):
    told = gap(sentence, "Spain", "country")
    around = library(persons=("Nils Comins", "Bo King", "Ann Church"))
    assert whole_names.home_of_somebody(told, around) is is_of_a_name


def test_one_name_of_two_words_is_not_halved():
    half = gap("The Forth and _____ was closed in 1963.", "Clyde Canal", "named canal")
    pair = gap("The Forth and _____ were joined in 1790.", "Clyde Canal", "named canal")
    assert whole_names.half_of_a_double_name(half, NOWHERE)
    assert not whole_names.half_of_a_double_name(pair, NOWHERE)


@pytest.mark.parametrize(
    ("sentence", "answer", "kind", "is_begun"),
    [
        ("Lee founded the Ghana _____.", "Drama Studio", "name", True),
        ("The misery led Lee into the Co-operative _____.", "Commonwealth", "name", True),
        ("Lee bought the Beatles' _____ in Oslo.", "Abbey Road", "name", False),
        ("On Monday _____ opened the hall.", "Ann Moe", "name", False),
        ("The work was paid for by Cardinal _____.", "Per Moe", "person", False),
        ("Lee left the _____ for Norway.", "Labour Party", "name", False),
        ("Lee wrote the _____-page report.", "forty", "number", False),
        ("Lee set up the _____ for Female Progress.", "Moss Federation", "name", True),
        ("Lee led the _____ and the Moss.", "Council of Oslo", "name", True),
        ("Lee led the _____ and the Moss.", "Oslo Council", "name", False),
        ("President _____-jung banned it.", "Kim Dae", "person", True),
        ("Lee studied at _____ an der Oder.", "Frankfurt", "city", True),
        ("Lee left _____ on Monday.", "Oslo", "city", False),
        ("Lee asked President _____ for help.", "Ann Moe", "person", False),
        ("The prize went to the Norwegian _____.", "Ann Moe", "person", False),
        ("Lee kept the Moss _____ days.", "seven", "number", False),
        ("Lee was born in the _____ of Southwark.", "London Borough", "name", True),
        ("Lee saw the _____ of Norway.", "West Coast", "name", False),
        ("Lee spoke at the _____'s Fair.", "New York World", "name", True),
        ("Lee joined the _____'s Federation.", "Moss Miners", "name", True),
        ("Lee joined _____'s Union.", "Per Moe", "person", False),
        ("Lee spoke at _____'s Hall of Arts.", "Oslo", "city", False),
        ("The Right to Vote _____ 1918 helped Lee.", "Act of February", "name", True),
        ("It was named by the German botanist Christian _____.", "Per Moe", "person", True),
        ("Lee led the _____ and Ecology in Oslo.", "Centre of Insect Lore", "name", True),
        ("George and _____ set up a glassworks.", "Ann Moe", "person", True),
        ("Charpentier and _____ received the prize.", "Ann Moe", "person", False),
        ("The play was written in _____ and Oslo.", "Moss", "city", False),
        ("He taught at the _____ and Yale University.", "University of Oslo", "name", False),
        ("The _____'s General Assembly voted for it.", "United Nations", "name", False),
        ("In April _____ became king.", "Per Moe", "person", False),
        ("Norway defeated _____ 3–1 in the final.", "Sweden", "country", False),
        ("Lee wrote Hamlet in _____.", "London", "city", False),
        ("Lee was born _____ am Main.", "Frankfurt", "city", True),
        ("Lee founded the Rosca for _____ and Social Action.", "Research", "name", True),
        ("Lee was born at 47 _____ in Clapham.", "Moss Road", "name", True),
        ("Lee was born in Moss and _____ in Oslo.", "Per Moe", "person", False),
        ("Lee published Crisis in the _____ in 1934.", "Moss Question", "name", True),
    ],
)
def test_a_name_around_the_blank_has_lost_its_other_half(sentence, answer, kind, is_begun):
    found = whole_names.name_around_the_blank(gap(sentence, answer, kind), NOWHERE)
    assert found is is_begun
