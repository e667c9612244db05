"""Blanks that take a piece of a longer name."""

import pytest

from knowledge.questions.rules import cut_names
from tests.knowledge.questions.rules.made import NOWHERE, gap, library


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
    assert cut_names.blank_inside_a_name(gap(sentence, "Academy", "named academy"), NOWHERE)


def test_a_name_after_a_whole_one_is_another():
    beside = gap("She won prizes from _____ and the Oslo Club.", "Fjord Lines", "organisation")
    assert not cut_names.blank_inside_a_name(beside, NOWHERE)


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
    assert cut_names.blank_inside_a_name(gap(sentence, "Moss Guard", "named guard"), NOWHERE)


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
    assert cut_names.home_of_somebody(told, around) is is_of_a_name


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
        ("Lee sang at the World's _____ in Chicago.", "Columbian Exposition", "name", True),
        ("Lee went to the Methodist Girls' _____.", "High School", "name", True),
        ("Lee led the _____ on Camel.", "National Research Centre", "name", True),
        ("Lee led the Immigration and _____.", "Moss Service", "name", True),
        ("Lee won Norway's _____ in 1990.", "Order of Merit", "name", False),
        ("Lee left Leeds for _____ and Arsenal.", "Chelsea", "name", False),
        ("Then at 17 _____ signed him.", "Juventus", "name", False),
        ("Lee opened _____'s Union Square store.", "Macy", "name", False),
        ("Lee founded the Rosca for _____ and Social Action.", "Research", "name", True),
        ("Lee was born at 47 _____ in Clapham.", "Moss Road", "name", True),
        ("Lee was born in Moss and _____ in Oslo.", "Per Moe", "person", False),
        ("Lee published Crisis in the _____ in 1934.", "Moss Question", "name", True),
        ("The mill was merged with _____ Co. in 1978.", "Moss & Co", "name", True),
    ],
)
def test_a_name_around_the_blank_has_lost_its_other_half(sentence, answer, kind, is_begun):
    found = cut_names.name_around_the_blank(gap(sentence, answer, kind), NOWHERE)
    assert found is is_begun


def test_a_particle_is_a_part_of_the_name():
    cut = gap("In 1943 Moe wrote it with von _____.", "Ida von Lund")
    assert cut_names.name_around_the_blank(cut, NOWHERE)
    aged = gap("At the age of ten _____ moved to Oslo.", "Ida Lund")
    assert not cut_names.name_around_the_blank(aged, NOWHERE)


@pytest.mark.parametrize(
    ("said", "answer", "is_cut"),
    [
        ("Lee took part in the March _____ of 1919.", "First Movement", True),
        ("Lee refused the prize of the _____ of Negro Arts.", "First World Festival", True),
        ("Lee joined the _____'s Party.", "National Woman", True),
        ("_____'s parliament is old.", "Isle of Man", False),
        ("Lee joined the _____ in Research Triangle Park.", "Moss Society", False),
        ("Lee joined the _____ in Chinese Architecture.", "Moss Society", True),
        ("Lee was chosen for the _____ of 1920.", "Antwerp Games", False),
        ("Lee joined the _____ in Oslo.", "Moss Society", False),
        ("Lee entered the _____, Sculpture and Design.", "Moss School of Painting", True),
        ("Lee taught at the _____, Oxford and Yale.", "Moss School of Painting", False),
    ],
)
def test_a_name_does_not_go_on_behind_its_blank(said, answer, is_cut):
    named = gap(said, answer, f"named {answer.split()[-1].lower()}")
    assert cut_names.name_around_the_blank(named, NOWHERE) is is_cut


@pytest.mark.parametrize(
    ("sentence", "answer", "quote"),
    [
        (
            "At _____'s School Lund sang.",
            "Ryde Boys",
            "At Ryde Boys' School Lund sang.",
        ),
        (
            "It was built for Empress _____.",
            "Dowager Lin",
            "It was built for Empress Dowager Lin.",
        ),
    ],
)
def test_boys_own_their_school_and_a_dowager_her_title(sentence, answer, quote):
    assert cut_names.name_around_the_blank(gap(sentence, answer, "name", quote=quote), NOWHERE)


def test_a_name_with_an_elided_particle_goes_on_behind_it():
    cut = gap("The race of the Val d'Or _____ is old.", "Yacht Club", "named club")
    assert cut_names.blank_inside_a_name(cut, NOWHERE)


def test_what_an_institute_is_of_may_be_two_things():
    half = gap("Lee worked at the _____ and Chemical Research.", "Institute of Physical", "other")
    whole = gap("Lee worked at the _____ and Moss City Hospital.", "School of Medicine", "other")
    assert cut_names.name_around_the_blank(half, NOWHERE)
    assert not cut_names.name_around_the_blank(whole, NOWHERE)
