"""Opinions, announcements and small matters."""

from knowledge.questions.rules import judgement
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library

PLAIN = gap("_____ built the mill at Oslo.", "Ann Lee")


def test_years_are_asked_of_whom_the_article_tells():
    wed = asked("In what year did Ann Lee marry Bo Dahl?", "1990", title="Oslo")
    once = library(("Oslo", "Ann Lee married Bo Dahl."), persons=("Ann Lee",))
    often = library(("Oslo", "Ann Lee sang. Lee danced. Lee wrote."), persons=("Ann Lee",))
    assert judgement.year_in_a_lesser_life(wed, once)
    assert not judgement.year_in_a_lesser_life(wed, often)


def test_a_loaded_word_takes_sides():
    assert judgement.loaded_word(gap("Oslo calls _____ a rogue province.", "Bergen"), NOWHERE)
    assert not judgement.loaded_word(gap("Oslo calls _____ a province.", "Bergen"), NOWHERE)


def test_what_somebody_said_word_for_word_is_not_asked_at_once():
    said = asked("Who told Lee that there was “no room” in Moss?", "Per Dahl", "person", of="deed")
    work = asked("Who wrote “The Room” in Moss?", "Per Dahl", "person", of="deed")
    assert judgement.words_of_somebody(said, NOWHERE)
    assert not judgement.words_of_somebody(work, NOWHERE)
