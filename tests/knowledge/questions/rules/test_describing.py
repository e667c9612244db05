"""Descriptions that mean one term alone, and those that do not."""

from dataclasses import replace

import pytest

from knowledge.questions.rules import describing
from tests.knowledge.questions.rules.made import NOWHERE, asked, library


def meant(said: str, term: str, quote: str = "", title: str = ""):
    stem = f"What is the term for {said}?"
    return asked(stem, term, "term", of="meaning", quote=quote, title=title)


@pytest.mark.parametrize(
    "said",
    [
        "a mixture of sand and clay",
        "a series of trials that can be made in a workshop before breakfast",
        "a wooden vessel that has both a rounded keel and a triangular rudder",
        "a fine net of threads",
    ],
)
def test_what_fits_many_things_is_no_description(said):
    assert describing.description_fits_others(meant(said, "marl"), NOWHERE)


@pytest.mark.parametrize(
    "said",
    [
        "the hollow centre of a reed",
        "a wooden implement used by medieval shipwrights to caulk planks with tarred oakum",
    ],
)
def test_what_fits_one_thing_is_a_description(said):
    assert not describing.description_fits_others(meant(said, "marl"), NOWHERE)


def test_a_single_term_is_no_name_of_several_things():
    source = "They join the seeds in one pod, called a husk."
    assert describing.term_of_a_whole_row(meant("the seeds in one pod", "husk", source), NOWHERE)
    assert not describing.term_of_a_whole_row(meant("the pod of a pea", "husk", source), NOWHERE)


def test_who_says_what_a_thing_is_called_has_told_enough():
    called = asked("What is a market with one buyer called?", "monopsony", "term", of="meaning")
    assert not describing.description_fits_others(called, NOWHERE)
    bare = asked("What is the account that results called?", "diary", "term", of="meaning")
    assert describing.description_fits_others(bare, NOWHERE)
    study = asked("What is the study of coins called?", "numismatics", "term", of="meaning")
    assert not describing.description_fits_others(study, NOWHERE)


def test_many_words_make_up_for_an_empty_noun():
    said = "a disease of growing children in which new bone fails to take up minerals"
    assert not describing.description_fits_others(meant(said, "rickets"), NOWHERE)


def test_what_a_thing_does_does_not_say_what_it_is():
    does = asked("Which herons offer a chance to find out?", "bitterns", "term", of="meaning")
    assert describing.asked_by_what_it_does(does, NOWHERE)
    assert not describing.asked_by_what_it_does(meant("a wading bird", "heron"), NOWHERE)


@pytest.mark.parametrize(
    ("quote", "is_told"),
    [
        ("The capsule is a steel cylinder with two ends.", True),
        ("They turned each capsule, a process that took months.", True),
        ("A capsule is a steel cylinder with two ends.", False),
        ("It is a capsule, a steel cylinder with two ends.", False),
        ("It has a steel cylinder with two ends, called the capsule.", False),
    ],
)
def test_a_term_behind_the_was_told_of_before(quote, is_told):
    told = meant("a steel cylinder", "capsule", quote)
    assert describing.term_told_before(told, NOWHERE) is is_told


@pytest.mark.parametrize(
    ("said", "is_of_the_text"),
    [
        ("a mental picture of the maze", True),
        ("the politician who holds the resource", True),
        ("the structure the two form together", True),
        ("a relation in which one lives inside the body of another", False),
        ("the exchange of favours for votes", False),
        ("a small tube within a tube that opens when the tube is warm", False),
        ("the line that joins the two ends of an arc", False),
        ("the way out of the inner maze", True),
        ("the bending of a wave around the edges of an opening", False),
    ],
)
def test_which_maze_the_maze_is_a_description_does_not_say(said, is_of_the_text):
    assert describing.thing_of_the_text(meant(said, "term"), NOWHERE) is is_of_the_text


@pytest.mark.parametrize(
    ("quote", "is_half"),
    [
        ("His remedy was import substitution, the building up of mills.", True),
        ("His remedy was substitution, the building up of mills.", False),
        ("It needs substitution, the building up of mills.", False),
        ("In trade, substitution is the building up of mills.", False),
        ("The term substitution refers to the building up of mills.", False),
        ("Mills fell, while substitution is the building up of mills.", False),
        ("It was carbon substitution, the building up of mills.", True),
        ("It led, in the end, to substitution, the building up of mills.", False),
    ],
)
def test_a_term_is_asked_for_whole(quote, is_half):
    cut = meant("the building up of mills", "substitution", quote)
    assert describing.half_of_a_term(cut, NOWHERE) is is_half


@pytest.mark.parametrize(
    ("term", "text", "is_a_name"),
    [
        ("marl", "Marl is a rock. The marl of Moss is grey.", False),
        ("kelpia", "Kelpia is a genus. It grows (Kelpia rubra) in Moss.", True),
        ("kelpia", "Kelpia is a genus. Many know Kelpia.", True),
        ("kelpia", "Kelpia, the rock of which the shore is made, is grey.", True),
        ("kelpia", "Kelpia, the rock of the shore, is grey. There is kelpia in Moss.", False),
        ("kelpia", "Kelpia is a row of huts by the shore.", True),
        ("kelpia", "Kelpia is the loss of rock by rain.", False),
        ("comet", "A comet is of ice. A bright comet came. It was called Comet Holm.", False),
    ],
)
def test_a_name_is_no_term(term, text, is_a_name):
    named = meant("the rock of which the shore is made", term, text, title="Moss")
    assert describing.named_and_no_term(named, library(("Moss", text))) is is_a_name


def test_the_most_effective_is_the_most_effective_of_something():
    assert describing.description_fits_others(
        meant("the most effective in the night", "rain"), NOWHERE
    )


def test_one_beside_another_is_no_term():
    assert describing.one_of_several_and_no_term(
        meant("the line test", "different method"), NOWHERE
    )
    assert not describing.one_of_several_and_no_term(meant("the line test", "method"), NOWHERE)
    smaller = meant("the lute of the hills", "smaller relatives")
    assert describing.one_of_several_and_no_term(smaller, NOWHERE)


@pytest.mark.parametrize(
    ("said", "is_a_thing"),
    [
        ("the emblem of the Finnish League", True),
        ("the county bird of Moss", True),
        ("the Moss pound, at par with the krone", True),
        ("the tendency that Ann Lee described in crowds", False),
        ("the share of a harvest that a tenant keeps", False),
        ("the making of DNA from a template", False),
        ("a verse of Japanese poets", False),
    ],
)
def test_a_thing_that_another_names_has_no_term(said, is_a_thing):
    assert describing.one_thing_named_by_another(meant(said, "swan"), NOWHERE) is is_a_thing


@pytest.mark.parametrize(
    ("quote", "is_beside"),
    [
        ("They spoke of a flash, a long roll of thunder over Moss.", True),
        ("A flash is a long roll of thunder over Moss.", False),
        ("A long roll of thunder over Moss is called a flash, the sailors say.", False),
    ],
)
def test_what_stands_beside_a_noun_is_not_what_it_means(quote, is_beside):
    told = meant("a long roll of thunder over Moss", "flash", quote)
    assert describing.term_set_beside(told, NOWHERE) is is_beside


def test_the_usual_state_of_affairs_means_nothing():
    told = meant("the usual state of affairs", "slope")
    assert describing.description_fits_others(told, NOWHERE)


@pytest.mark.parametrize(
    ("said", "names_another"),
    [
        ("the beach for surfers, Cobo for sunsets, and Moss for children", True),
        ("the beach for surfers, children and old people", False),
    ],
)
def test_where_another_is_named_beside_it_nothing_is_a_term(said, names_another):
    beach = meant(said, "vazon")
    assert describing.one_thing_named_by_another(beach, NOWHERE) is names_another


@pytest.mark.parametrize(
    ("said", "is_bare"),
    [("a line that connects the two", True), ("a rock along which the two sides moved", False)],
)
def test_which_two_the_two_are_is_told(said, is_bare):
    assert describing.thing_of_the_text(meant(said, "marl"), NOWHERE) is is_bare


def test_a_brand_has_a_name_and_no_term():
    sauce = meant("a brand of sauce of which many bottles are sold", "kelpa")
    for noun, is_named in (("brand", True), ("company", False)):
        fact = replace(sauce.fact, arguments={**sauce.fact.arguments, "noun": noun})
        assert describing.named_and_no_term(replace(sauce, fact=fact), NOWHERE) is is_named
