"""One clear answer, in the library and in the article itself."""

from knowledge.questions.rules import single_answer
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library


def test_what_stands_beside_the_blank_is_as_true():
    places = gap("The song was loved in _____ and Denmark.", "Norway", "country")
    years = gap("She won in _____, 1994 and 1998.", "1990", "date")
    assert single_answer.blank_in_a_list(places, NOWHERE)
    assert single_answer.blank_in_a_list(years, NOWHERE)


def test_a_town_with_its_state_is_no_list():
    inside = gap("The firm has its seat in Moss, _____, and sells boats.", "Norway", "country")
    persons = gap("_____ and Jon Ek are the only winners.", "Ann Lee")
    assert not single_answer.blank_in_a_list(inside, NOWHERE)
    assert not single_answer.blank_in_a_list(persons, NOWHERE)


def test_the_same_said_of_another_time_makes_two_answers():
    first = "A playable demo was released on 22 May 1990."
    second = "A longer playable demo was released on 5 June 1990."
    stem = "On what date was a playable demo released?"
    told = asked(stem, "May 22, 1990", title="Rain", quote=first)
    assert single_answer.said_again_with_another_value(
        told, library(("Rain", f"{second} {second}"))
    )
    other = "The music was written by Ann Lee in June 1990."
    assert not single_answer.said_again_with_another_value(told, library(("Rain", other)))


def test_the_same_said_of_a_wrong_option_makes_two_answers():
    told = gap(
        "The song topped the charts in _____.",
        "Norway",
        "country",
        ("Chile", "Peru"),
        title="Rain",
    )
    again = "It also topped the charts in Chile."
    around = library(("Rain", f"Lee wrote it. {again}"))
    assert single_answer.said_again_with_another_value(told, around)
