from collections import Counter
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.arrangement import arranged
from knowledge.models import Expected, Question


def test_names_come_in_any_order_and_every_place_can_hold_the_key(question):
    places = Counter(arranged(question(), Random(n)).index(0) for n in range(300))
    assert min(places.values()) > 60


def test_values_stay_in_their_order(question):
    hours = replace(question(), expected=Expected("quantity", unit="hour", low=6, high=6))
    assert {arranged(hours, Random(n)) for n in range(20)} == {(0, 1, 2)}


@given(st.integers())
def test_every_option_is_shown_once(seed):
    asked = Question("i", "k", "safe", "t", "s", tuple("abcd"), 2, "c", (), "", ())
    assert sorted(arranged(asked, Random(seed))) == [0, 1, 2, 3]
