"""Opinions, announcements and small matters."""

import pytest

from knowledge.questions.rules import judgement
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library

PLAIN = gap("_____ built the mill at Oslo.", "Ann Lee")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (judgement.somebodys_judgement, "It was one of _____'s most original strokes."),
        (judgement.of_a_whole_work, "_____'s output is characterised by rows of mills."),
        (judgement.announced_for_later, "_____ is set to stay at Oslo until March."),
        (judgement.petty_matter, "_____ was fined for a missing lamp."),
    ],
)
def test_what_teaches_nothing_is_found_by_its_words(rule, said):
    assert rule(gap(said, "Ann Lee"), NOWHERE)
    assert not rule(PLAIN, NOWHERE)


def test_years_are_asked_of_whom_the_article_tells():
    wed = asked("In what year did Ann Lee marry Bo Dahl?", "1990", title="Oslo")
    once = library(("Oslo", "Ann Lee married Bo Dahl."), persons=("Ann Lee",))
    often = library(("Oslo", "Ann Lee sang. Lee danced. Lee wrote."), persons=("Ann Lee",))
    assert judgement.year_in_a_lesser_life(wed, once)
    assert not judgement.year_in_a_lesser_life(wed, often)
