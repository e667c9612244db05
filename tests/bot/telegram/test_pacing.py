from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.pacing import Pacing

GROUP, PRIVATE = -100, 100


def most_within(seconds: float, times: list[float]) -> int:
    return max(sum(start <= time < start + seconds for time in times) for start in times)


def test_the_first_calls_to_a_chat_are_made_at_once():
    pacing = Pacing()

    assert [pacing.in_chat(PRIVATE, 0.0) for _ in range(2)] == [0.0, 0.0]


def test_a_call_after_a_burst_waits():
    pacing = Pacing()
    for _ in range(2):
        pacing.in_chat(PRIVATE, 0.0)

    assert pacing.in_chat(PRIVATE, 0.0) == 1.3


def test_a_busy_chat_does_not_slow_another():
    pacing = Pacing()
    for _ in range(50):
        pacing.in_chat(GROUP, 0.0)

    assert pacing.in_chat(PRIVATE, 0.0) == 0.0


def test_a_chat_that_was_quiet_is_as_good_as_new():
    pacing = Pacing()
    for _ in range(30):
        pacing.in_chat(GROUP, 0.0)
    pacing.in_chat(PRIVATE, 500.0)

    assert pacing.in_chat(GROUP, 500.0) == 500.0
    assert set(pacing._chats) == {GROUP, PRIVATE}
    pacing.in_chat(PRIVATE, 900.0)
    assert set(pacing._chats) == {PRIVATE}


gaps = st.lists(st.floats(0, 8), min_size=30, max_size=120)


@given(gaps)
def test_a_group_never_gets_more_than_twenty_calls_a_minute_or_five_in_five_seconds(gaps):
    pacing, now, times = Pacing(), 0.0, []
    for gap in gaps:
        now += gap
        times.append(pacing.in_chat(GROUP, now))

    assert times == sorted(times)
    assert most_within(60, times) <= 20
    assert most_within(5, times) <= 5


@given(gaps)
def test_all_chats_together_never_get_more_than_thirty_calls_a_second(gaps):
    pacing, now, times = Pacing(), 0.0, []
    for gap in gaps:
        now += gap / 200
        times.append(pacing.overall(now))

    assert most_within(1, times) <= 30
