"""One clear answer, in the library and in the article itself."""

from knowledge.questions.rules import single_answer
from tests.knowledge.questions.rules.made import asked, gap, library


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
