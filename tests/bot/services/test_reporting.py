"""A report on made-up rounds, whose statistics numpy computes another way."""

import csv
import io
from random import Random

import numpy as np
import pytest

from bot.quiz.plan import Plan
from bot.quiz.round import Phase, Round
from bot.services import tables
from bot.services.reporting import report
from bot.store.participants import Participant
from bot.store.report_rows import AnswerRow, AskedRow, RoundRows
from bot.store.rounds import StoredRound
from tests.bot.services.conftest import question

PLAYERS, QUESTIONS = 40, 6
KEY, WRONG = 0, 1


def asked(number, **changes):
    values = {
        "post": 100 + number,
        "number": number,
        "question": question(number),
        "validity": "counts",
        "seconds": 22.0,
        "flags": 0,
    }
    return AskedRow(**(values | changes))


def made(marks, first_numbers=None, validity="counts", title="Class 9b"):
    """A round in which player p has ``marks[p][q]`` for question q + 1; None is no answer."""
    plan = Plan(count=len(marks[0]))
    state = Round(plan, Phase.OVER, tuple("abcdef"), number=len(marks[0]))
    firsts = first_numbers or [1] * len(marks)
    return RoundRows(
        stored=StoredRound(1, -100, None, title, 1, 0.0, 1.0, state),
        asked=[asked(q + 1, validity=validity if q == 0 else "counts") for q in range(plan.count)],
        answers=[
            AnswerRow(100 + q + 1, p, KEY if mark else WRONG, is_right=bool(mark), seconds=3.0)
            for p, own in enumerate(marks)
            for q, mark in enumerate(own)
            if mark is not None
        ],
        players=[Participant(p, f"Student {p}", 0, firsts[p]) for p in range(len(marks))],
    )


@pytest.fixture
def marks():
    random = np.random.default_rng(3)
    ability = random.normal(0, 1.2, (PLAYERS, 1)) - np.linspace(-1, 1, QUESTIONS)
    return (random.random((PLAYERS, QUESTIONS)) < 1 / (1 + np.exp(-ability))).astype(int)


def test_the_statistics_are_those_that_numpy_finds(marks):
    found = report([made(marks.tolist())])
    for number, of in enumerate(found.questions):
        rest = np.delete(marks, number, axis=1).sum(axis=1)
        assert of.share.part == marks[:, number].sum()
        assert of.share.whole == PLAYERS
        assert of.discrimination == pytest.approx(np.corrcoef(marks[:, number], rest)[0, 1])
    variances = marks.var(axis=0, ddof=1).sum() / marks.sum(axis=1).var(ddof=1)
    assert found.alpha == pytest.approx(QUESTIONS / (QUESTIONS - 1) * (1 - variances))
    assert found.deviation == pytest.approx(marks.mean(axis=1).std(ddof=1))
    assert found.progress == pytest.approx(np.cumsum(marks.mean(axis=0)))


def test_who_did_not_answer_was_not_right_and_who_was_not_there_does_not_count():
    found = report([made([[1, 1], [None, 1], [None, 0]], first_numbers=[1, 1, 2])])
    first, second = found.questions
    assert (first.share.part, first.share.whole, first.answered) == (1, 2, 1)
    assert (second.share.part, second.share.whole) == (2, 3)
    assert [(s.name, s.right, s.played) for s in found.students] == [
        ("Student 0", 2, 2),
        ("Student 1", 1, 2),
        ("Student 2", 0, 1),
    ]


def test_a_question_that_was_dropped_counts_for_no_student():
    found = report([made([[1, 1], [1, 0]], validity="dropped")])
    assert found.questions[0].is_doubted
    assert [(s.right, s.played) for s in found.students] == [(1, 1), (0, 1)]


def test_a_question_asked_in_two_rounds_is_reported_once_with_all_answers():
    found = report([made([[1, 0]]), made([[0, 0], [1, 1]], title="Class 8a")])
    first, second = found.questions
    assert (first.share.part, first.share.whole) == (2, 3)
    assert (second.share.part, second.share.whole) == (1, 3)
    assert found.title == "Class 9b, Class 8a"
    assert {student.name: student.rounds for student in found.students} == {
        "Student 0": 2,
        "Student 1": 1,
    }


def test_a_wrong_option_tells_who_believed_it():
    (of, _) = report([made([[1, 1], [0, 1], [0, 0]])]).questions
    assert [(option.text, option.players) for option in of.options] == [
        ("right", ("Student 0",)),
        ("wrong", ("Student 1", "Student 2")),
        ("worse", ()),
    ]


def test_a_key_that_the_stronger_players_reject_is_suspicious():
    strong, weak = [0, 1, 1, 1], [1, 0, 0, 0]
    first, *others = report([made([strong] * 6 + [weak] * 6)]).questions
    assert first.has_suspicious_key
    assert not any(of.has_suspicious_key for of in others)
    few, *_ = report([made([strong] * 2 + [weak] * 2)]).questions
    assert not few.has_suspicious_key


def test_small_classes_get_no_discrimination_and_no_alpha():
    chance = Random(1)
    found = report([made([[chance.randrange(2) for _ in range(6)] for _ in range(29)])])
    assert found.alpha is None
    assert all(of.discrimination is None for of in found.questions)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "\u00a0+"])
def test_no_cell_begins_a_formula(start):
    assert tables.safe(f"{start}1+1") == f"'{start}1+1"
    assert tables.safe(-1.5) == -1.5


def test_the_tables_are_read_back_as_they_were_meant():
    found = report([made([[1, 0], [0, 0]])])
    lines = list(csv.DictReader(io.StringIO(tables.questions(found).decode("utf-8-sig"))))
    assert [line["share right"] for line in lines] == ["0.5", "0.0"]
    assert lines[0]["wrong options chosen"] == "wrong: Student 1"
    lines = list(csv.DictReader(io.StringIO(tables.students(found).decode("utf-8-sig"))))
    assert [line["right"] for line in lines] == ["1", "0"]
