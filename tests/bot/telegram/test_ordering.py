from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.ordering import Ordering


def started(ordering: Ordering) -> list[int]:
    items = []
    while (item := ordering.start_next()) is not None:
        items.append(item)
    return items


def test_items_without_a_common_key_start_side_by_side():
    ordering = Ordering()
    ordering.add(1, [10])
    ordering.add(2, [20])

    assert started(ordering) == [1, 2]


def test_an_item_waits_for_the_one_before_it():
    ordering = Ordering()
    ordering.add(1, [10])
    ordering.add(2, [10])

    assert started(ordering) == [1]
    ordering.finish(1)
    assert started(ordering) == [2]


def test_an_item_waits_for_its_chat_and_for_its_player():
    group, ann, ben = -1, 10, 20
    ordering = Ordering()
    ordering.add(1, [group, ann])
    ordering.add(2, [ben])
    ordering.add(3, [group, ben])

    assert started(ordering) == [1, 2]
    ordering.finish(1)
    assert started(ordering) == []
    ordering.finish(2)
    assert started(ordering) == [3]


def test_an_item_without_keys_waits_for_nothing():
    ordering = Ordering()
    ordering.add(1, [])

    assert started(ordering) == [1]
    ordering.finish(1)
    assert len(ordering) == 0


@given(st.lists(st.sets(st.integers(0, 4), max_size=3), max_size=40), st.randoms())
def test_everything_starts_once_and_in_order_for_each_key(all_keys, random):
    ordering = Ordering()
    for item, keys in enumerate(all_keys):
        ordering.add(item, keys)
    running: list[int] = []
    finished: list[int] = []
    while len(finished) < len(all_keys):
        running += started(ordering)
        busy = [key for item in running for key in all_keys[item]]
        assert len(busy) == len(set(busy)), "two items of one key run at once"
        item = running.pop(random.randrange(len(running)))
        ordering.finish(item)
        finished.append(item)

    assert sorted(finished) == list(range(len(all_keys)))
    for key in range(5):
        mine = [item for item in finished if key in all_keys[item]]
        assert mine == sorted(mine)
