"""One clear answer, in the library and in the article itself."""

import pytest

from knowledge.questions.rules import single_answer
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library


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


@pytest.mark.parametrize(
    ("source", "has_companions"),
    [
        ("Ann Lee, in a speech of 1967, and Per Moe had argued that ice melts.", True),
        ("Ann Lee and others argued that ice melts.", True),
        ("Ann Lee, along with Norway, argued that ice melts.", True),
        ("Per Moe and Ann Lee argued that ice melts.", True),
        ("Ann Lee of Côte d'Ivoire and Per Moe of Peru argued that ice melts.", True),
        ("Ann Lee of Chile argued that ice melts and Per Moe agreed.", False),
        ("Ann Lee of Chile met Kim Ito and Per Moe and argued that ice melts.", False),
        ("Ann Lee, Per Moe and Kim Ito argued that ice melts.", True),
        ("Ann Lee and Per Moe met in Oslo, where Lee argued that ice melts.", False),
        ("Ann Lee looked at the sea and argued that ice melts.", False),
        ("He wrote, and together with Ann Lee argued that ice melts.", True),
        ("In a letter with Per Moe Ann Lee argued that ice melts.", False),
        ("In 1831 with a map Ann Lee argued that ice melts.", False),
        ("War came, and with great care Ann Lee argued that ice melts.", False),
        ("In 1990, together with Ann Lee argued that ice melts.", True),
        ("Ann Lee, who knew Oslo and Bergen, argued that ice melts.", False),
    ],
)
def test_who_did_it_with_others_is_no_single_answer(source, has_companions):
    stem = "Who argued that ice melts?"
    told = asked(stem, "Ann Lee", "person", quote=source, of="deed")
    assert single_answer.one_of_several_doers(told, library()) is has_companions


@pytest.mark.parametrize(
    ("quote", "is_half"),
    [
        ("Lund died of gout and a fever.", True),
        ("Lund died of gout and was buried in Oslo.", False),
        ("Lund died of gout and left two sons.", False),
        ("Lund died of gout in 1950.", False),
    ],
)
def test_of_two_causes_of_a_death_none_is_asked_for_alone(quote, is_half):
    cause = asked("What was the cause of Lund's death?", "gout", of="death_cause", quote=quote)
    assert single_answer.one_of_two_causes(cause, NOWHERE) is is_half


def test_of_two_years_in_which_it_was_won_neither_is_asked_for():
    stem, quote = (
        "In what year did Lee win the race?",
        "Lee won the race in 1924, and again in 1926.",
    )
    for year in ("1924", "1926"):
        assert single_answer.happened_again(asked(stem, year, quote=quote), NOWHERE)
    once = "Lee won the race in 1924 and lost it in 1926."
    assert not single_answer.happened_again(asked(stem, "1924", quote=once), NOWHERE)


@pytest.mark.parametrize(
    ("said", "is_open"),
    [
        ("Lee died in Moss or _____.", True),
        ("Lee died in _____ or at Moss.", True),
        ("The bloc, or the _____, was founded in Moss.", False),
    ],
)
def test_which_of_two_it_was_nobody_knows(said, is_open):
    assert single_answer.one_or_the_other(gap(said, "Vik"), NOWHERE) is is_open
