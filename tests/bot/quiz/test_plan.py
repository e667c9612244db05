import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.plan import NotAPlan, Plan, Wish, wished


def test_ten_questions_of_twenty_seconds_are_what_an_instructor_types():
    assert wished("10 20s", Plan(count=5, seconds=30)) == Wish(Plan(count=10, seconds=20))


def test_words_may_come_in_any_order_and_what_is_not_said_stays():
    wish = wished("speed 2m, 7 in 5m teams", Plan())
    assert wish == Wish(Plan(count=7, seconds=120, scoring="speed", teams=2), wait=300.0)


@pytest.mark.parametrize("words", ["ten", "0", "51", "3s", "601s", "in", "in 0m", "-5", "10 20x"])
def test_what_says_nothing_about_a_round_is_named(words):
    with pytest.raises(NotAPlan) as refused:
        wished(words, Plan())
    assert str(refused.value) in words


@given(st.text(max_size=30))
def test_any_words_make_a_plan_or_are_refused(words):
    try:
        plan = wished(words, Plan()).plan
    except NotAPlan:
        return
    assert 1 <= plan.count <= 50
    assert 5 <= plan.seconds <= 600


@pytest.mark.parametrize("setting", ["count", "seconds", "scoring", "streaks", "teams"])
def test_a_setting_returns_to_where_it_was_when_its_button_is_pressed_often_enough(setting):
    plan, seen = Plan(), []
    while not seen or plan != Plan():
        plan = plan.cycled(setting)
        seen.append(plan)
    assert len(seen) == len(set(seen)) > 1
