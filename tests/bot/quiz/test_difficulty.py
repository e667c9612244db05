from dataclasses import replace
from random import Random

import pytest

from bot.quiz.difficulty import Rating, after_answer, chance_to_be_right, easy_to_hard


def test_a_player_as_able_as_the_question_is_hard_is_right_half_of_the_time_beyond_guessing():
    assert chance_to_be_right(0.7, 0.7, options=4) == pytest.approx(0.25 + 0.75 / 2)


def test_a_surprise_moves_both_and_less_and_less():
    skill, difficulty = after_answer(Rating(), Rating(), options=4, correct=False)
    assert (skill.value, difficulty.value) == (pytest.approx(-0.5), pytest.approx(0.5))
    _, known = after_answer(Rating(), Rating(0.0, 100), options=4, correct=False)
    assert 0 < known.value < difficulty.value / 5


def test_answers_of_a_class_put_the_questions_in_their_true_order():
    chance = Random(5)
    truth = {"easy": -1.5, "middle": 0.0, "hard": 1.5}
    learned = dict.fromkeys(truth, Rating())
    for _ in range(200):
        skill = Rating()
        for name, difficulty in truth.items():
            correct = chance.random() < chance_to_be_right(0.0, difficulty, 4)
            skill, learned[name] = after_answer(skill, learned[name], options=4, correct=correct)
    assert sorted(learned, key=lambda name: learned[name].value) == ["easy", "middle", "hard"]


def test_a_round_goes_from_easy_to_hard_with_new_questions_between(question):
    questions = [replace(question(), id=name) for name in ("hard", "new", "easy")]
    ordered = easy_to_hard(questions, {"hard": 1.0, "easy": -1.0})
    assert [question.id for question in ordered] == ["easy", "new", "hard"]
