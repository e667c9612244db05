from dataclasses import replace
from itertools import combinations, permutations
from random import Random

import pytest

from bot.quiz.selection import selected
from bot.quiz.spoilers import spoil_each_other, spoils, without_spoilers
from knowledge.models import Citation

QUOTE = "Ann Reed met Tom Hale in Oslo for three hours."


@pytest.fixture
def where(question):
    """Asks for the city, and explains with the length too."""
    return replace(
        question(1),
        stem="In which city did Ann Reed meet Tom Hale?",
        answer="Oslo",
        explanation=QUOTE,
        citations=(),
    )


@pytest.fixture
def how_long(question):
    """Asks for the length, and explains with that alone."""
    return replace(
        question(2),
        stem="How long did Ann Reed and Tom Hale talk?",
        answer="three hours",
        explanation="Their talk lasted three hours.",
        citations=(Citation("talks", "Talks", "", QUOTE, 0, len(QUOTE)),),
    )


def test_an_explanation_that_quotes_the_sentence_asked_about_spoils_it(where, how_long):
    assert spoils(where, how_long)
    assert not spoils(how_long, where)
    assert not spoil_each_other(where, how_long)


def test_an_explanation_in_other_words_spoils_where_the_subject_is_the_same(where, question):
    asked = replace(question(3), stem="Whom did Ann Reed meet in Oslo?", answer="Tom Hale")
    assert spoils(where, asked)
    elsewhere = replace(asked, stem="Who painted the lighthouse of Bergen harbour?")
    assert not spoils(where, elsewhere)


def test_a_question_without_an_answer_in_words_is_not_spoiled(where, how_long):
    assert not spoils(where, replace(how_long, answer="–"))


def test_what_an_explanation_tells_is_asked_before_it(where, how_long, question):
    others = [question(n) for n in range(4, 7)]
    for row in permutations([where, how_long, *others]):
        ordered = without_spoilers(row)
        assert sorted(each.id for each in ordered) == sorted(each.id for each in row)
        assert ordered.index(how_long) < ordered.index(where)


def test_an_order_that_spoils_nothing_stays(question):
    row = [question(n) for n in (3, 1, 2)]
    assert without_spoilers(row) == row


def test_questions_that_no_order_is_fair_to_are_not_in_one_quiz(where, how_long, question):
    telling = replace(how_long, explanation=QUOTE)
    others = [replace(question(n), explanation="") for n in range(4, 7)]
    for seed in range(10):
        chosen = selected([where, telling, *others], {}, 3, Random(seed))
        pairs = combinations(chosen, 2)
        assert not any(spoil_each_other(one, other) for one, other in pairs)
