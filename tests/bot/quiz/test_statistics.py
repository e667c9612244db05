"""The statistics against numpy, which computes them another way, and against published values."""

import numpy as np
import pytest

from bot.quiz.statistics import (
    Share,
    alpha,
    discrimination,
    discriminative_efficiency,
    standard_deviation,
)

PLAYERS, QUESTIONS = 60, 8


@pytest.fixture
def marks():
    """A class of 60: abler players are right more often, later questions are harder."""
    random = np.random.default_rng(9)
    logit = random.normal(0, 1.2, (PLAYERS, 1)) - np.linspace(-1.5, 1.5, QUESTIONS)
    return (random.random((PLAYERS, QUESTIONS)) < 1 / (1 + np.exp(-logit))).astype(float)


def pairs(marks, question):
    rest = np.delete(marks, question, axis=1).mean(axis=1)
    return list(zip(marks[:, question].tolist(), rest.tolist(), strict=True))


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(3, 4, 0.30, 0.95), (8, 10, 0.49, 0.94), (24, 30, 0.63, 0.91), (1, 10, 0.02, 0.40)],
)
def test_wilsons_interval_has_its_published_ends(part, whole, low, high):
    found = Share(part, whole).interval
    assert found == (pytest.approx(low, abs=0.006), pytest.approx(high, abs=0.006))


def test_nobodys_answers_tell_nothing():
    assert Share(0, 0).interval == (0.0, 1.0)
    assert discrimination([]) is None
    assert alpha([]) is None


def test_discrimination_is_the_correlation_with_the_rest(marks):
    for question in range(QUESTIONS):
        others = np.delete(marks, question, axis=1).sum(axis=1)
        expected = np.corrcoef(marks[:, question], others)[0, 1]
        assert discrimination(pairs(marks, question)) == pytest.approx(expected)


def test_efficiency_is_the_covariance_over_that_of_sorted_lists(marks):
    for question in range(QUESTIONS):
        x, rest = np.array(pairs(marks, question)).T
        expected = np.cov(x, rest)[0, 1] / np.cov(np.sort(x), np.sort(rest))[0, 1]
        assert discriminative_efficiency(pairs(marks, question)) == pytest.approx(expected)


def test_alpha_equals_kuder_and_richardsons_formula_20_on_right_and_wrong(marks):
    share = marks.mean(axis=0)
    total = marks.sum(axis=1).var()
    expected = QUESTIONS / (QUESTIONS - 1) * (1 - (share * (1 - share)).sum() / total)
    assert alpha(marks.tolist()) == pytest.approx(expected)


def test_discrimination_waits_for_thirty_answers(marks):
    assert discrimination(pairs(marks, 0)[:29]) is None
    assert discrimination(pairs(marks, 0)[:30]) is not None
    assert discriminative_efficiency(pairs(marks, 0)[:29]) is None


def test_alpha_waits_for_thirty_players_and_five_questions(marks):
    assert alpha(marks[:29].tolist()) is None
    assert alpha(marks[:, :4].tolist()) is None


def test_a_question_everybody_gets_right_discriminates_nobody():
    assert discrimination([(1.0, rest / 40) for rest in range(40)]) is None


def test_the_deviation_is_that_of_a_sample(marks):
    totals = marks.sum(axis=1)
    assert standard_deviation(totals.tolist()) == pytest.approx(totals.std(ddof=1))
    assert standard_deviation([1.0]) is None
