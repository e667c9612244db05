"""A quiz in several forms, the same for the same chance."""

from dataclasses import replace
from random import Random

import pytest

from bot.quiz.variety import varied

SENTENCE = "Which year completes the sentence? “Ida Holm opened school {} in _____.”"


@pytest.fixture
def gaps(question):
    def make(count, first=1700):
        return [
            replace(
                question(number, options=(str(first + 5 * number), "1600", "1601")),
                id=f"{first + number:012x}",
                stem=SENTENCE.format(number),
            )
            for number in range(count)
        ]

    return make


def test_some_sentences_are_true_or_false_and_most_are_not(gaps):
    asked = varied(gaps(200), [], Random(7))
    share = sum(each.options == ("True", "False") for each in asked) / len(asked)
    assert 0.15 < share < 0.35


def test_what_cannot_be_said_otherwise_stays(question):
    plain = [question(number) for number in range(9)]
    assert varied(plain, plain, Random(7)) == plain


def test_a_long_quiz_ends_with_events_to_be_ordered(gaps):
    asked = varied(gaps(6), gaps(9, first=1800), Random(7))
    assert [each.kind for each in asked].count("order") == 1
    assert asked[-1].stem == "Which of these happened first?"


def test_a_short_quiz_and_one_that_asks_all_have_none(gaps):
    assert all(each.kind != "order" for each in varied(gaps(3), gaps(9, first=1800), Random(7)))
    assert all(each.kind != "order" for each in varied(gaps(9), [], Random(7)))


def test_the_same_chance_gives_the_same_forms(gaps):
    assert varied(gaps(9), gaps(9, first=1800), Random(3)) == varied(
        gaps(9), gaps(9, first=1800), Random(3)
    )
