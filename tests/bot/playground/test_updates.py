"""The rules of offsets, kinds and expiry of updates."""

from __future__ import annotations

import pytest

from bot.playground.clock import Clock
from bot.playground.updates import UpdateQueue


@pytest.fixture
def clock() -> Clock:
    return Clock(0)


@pytest.fixture
def queue(clock: Clock) -> UpdateQueue:
    filled = UpdateQueue(clock, first_id=10)
    for number in range(3):
        filled.put("message", {"number": number})
    return filled


def ids(queue: UpdateQueue, offset: int = 0, limit: int = 100) -> list[int]:
    return [update["update_id"] for update in queue.fetch(offset, limit)]


def test_updates_stay_until_a_higher_offset_confirms_them(queue: UpdateQueue) -> None:
    assert ids(queue) == [10, 11, 12]
    assert ids(queue, offset=11) == [11, 12]
    assert ids(queue) == [11, 12]


def test_the_limit_cuts_without_confirming(queue: UpdateQueue) -> None:
    assert ids(queue, limit=2) == [10, 11]
    assert ids(queue) == [10, 11, 12]


@pytest.mark.parametrize("limit", [0, -5, 1000])
def test_an_impossible_limit_means_a_hundred(queue: UpdateQueue, limit: int) -> None:
    assert ids(queue, limit=limit) == [10, 11, 12]


def test_a_negative_offset_keeps_only_the_last_ones(queue: UpdateQueue) -> None:
    assert ids(queue, offset=-1) == [12]
    assert ids(queue) == [12]


def test_kinds_that_were_not_asked_for_never_arrive(queue: UpdateQueue) -> None:
    queue.allow(["poll_answer"])
    queue.put("message", {})
    queue.put("poll_answer", {})
    assert [set(update) for update in queue.fetch(13)] == [{"update_id", "poll_answer"}]


def test_an_empty_list_of_kinds_means_all_but_the_rare_ones(queue: UpdateQueue) -> None:
    queue.allow(["poll_answer"])
    queue.allow([])
    queue.put("chat_member", {})
    queue.put("message", {"number": 3})
    assert [update["message"]["number"] for update in queue.fetch(13)] == [3]


@pytest.mark.parametrize(
    ("kind", "seconds"),
    [("callback_query", 150), ("inline_query", 30), ("poll_answer", 86_400), ("message", 86_400)],
)
def test_each_kind_expires_in_its_own_time(clock: Clock, kind: str, seconds: int) -> None:
    queue = UpdateQueue(clock)
    queue.put(kind, {})
    clock.skip(seconds - 1)
    assert len(queue) == 1
    clock.skip(1)
    assert len(queue) == 0


def test_a_repeated_update_carries_the_same_number(queue: UpdateQueue) -> None:
    assert ids(queue, offset=13) == []
    queue.repeat()
    assert ids(queue) == [12]


def test_held_updates_arrive_when_they_are_released(queue: UpdateQueue) -> None:
    queue.hold()
    assert ids(queue) == []
    queue.release()
    assert ids(queue) == [10, 11, 12]
