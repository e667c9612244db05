import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from knowledge.language.numbers import spelled
from knowledge.language.quantities import bare_number, durations, phrase, quantities

HEDGES = ["", "about", "approximately", "almost", "nearly", "more than", "over", "at least"]


def only(text):
    (found,) = quantities(text)
    return found


def is_same(one, other):
    """Whether both are the same amount of the same thing, in whatever unit and wording."""
    has_no_sizes = one.dimension in {"count", "money"}
    units = (one.unit, other.unit) if has_no_sizes else (one.dimension, other.dimension)
    return units[0] == units[1] and one.bounds == pytest.approx(other.bounds, rel=1e-9)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "qualifier"),
    [
        ("a six-hour meeting", 6, 6, "hour", ""),
        ("for about six hours", 6, 6, "hour", "about"),
        ("more than five hours on Sunday", 5, 5, "hour", "more than"),
        ("between five and six hours", 5, 6, "hour", ""),
        ("5-6 hours", 5, 6, "hour", ""),
        ("an hour and a half", 1.5, 1.5, "hour", ""),
        ("five hours and 30 minutes", 5.5, 5.5, "hour", ""),
        ("five and a half hours", 5.5, 5.5, "hour", ""),
        ("half an hour", 0.5, 0.5, "hour", ""),
        ("in almost five years", 5, 5, "year", "almost"),
        ("over 300 square kilometres", 300, 300, "square kilometre", "more than"),
        ("$2.5 million", 2.5e6, 2.5e6, "dollar", ""),
        ("30 per cent", 30, 30, "percent", ""),
    ],
)
def test_a_quantity_has_its_range_unit_and_hedge(text, low, high, unit, qualifier):
    found = only(text)
    assert (found.low, found.high, found.unit, found.qualifier) == (low, high, unit, qualifier)


@given(
    st.integers(1, 200),
    st.sampled_from(HEDGES),
    st.sampled_from(["minute", "hour", "day", "year"]),
)
def test_equal_durations_read_equal_in_any_wording(value, hedge, unit):
    plural = unit if value == 1 else f"{unit}s"
    wordings = [
        f"It took {hedge} {value} {plural}.",
        f"it took {hedge} {spelled(value)} {plural} in all",
        f"a {value}-{unit} wait",
        f"{spelled(value)}-{unit}",
    ]
    first, *others = [only(text) for text in wordings]
    assert all(is_same(first, other) for other in others)


@given(st.integers(1, 500))
def test_hours_and_minutes_measure_the_same(hours):
    assert is_same(only(f"{hours} hours"), only(f"{hours * 60} minutes"))


@given(st.integers(1, 200), st.integers(1, 200))
def test_different_values_never_measure_the_same(one, other):
    assume(one != other)
    assert not is_same(only(f"{one} hours"), only(f"{other} hours"))


@given(st.text(max_size=200))
def test_every_quantity_stands_where_it_says(text):
    for found in quantities(text):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["on June 19", "at 5 p.m.", "the second meeting", "in 2019"])
def test_dates_clock_times_and_ranks_are_no_durations(text):
    assert durations(text) == []


def test_a_bare_number_counts_in_the_unit_asked_for():
    assert is_same(bare_number("about 6", "hour"), only("six hours"))


def test_more_than_a_number_is_no_bare_number():
    assert bare_number("6 people came", "hour") is None


@given(st.integers(1, 999), st.sampled_from(["hour", "century", "foot", "percent"]))
def test_what_is_written_reads_back(value, unit):
    assert is_same(only(phrase(value, value, unit)), only(f"{value} {unit}"))


@pytest.mark.parametrize(
    ("text", "wordings"),
    [
        ("He slept six hours and two days later left.", ["six hours", "two days"]),
        ("It took ten or nine hours.", ["nine hours"]),
        ("She recovered from six hours of fever.", ["six hours"]),
        ("He set a foot on a mile of sand.", []),
    ],
)
def test_words_that_join_no_quantity_stay_outside(text, wordings):
    assert [found.text for found in quantities(text)] == wordings


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("no more than five hours", "at most"),
        ("no fewer than five days", "at least"),
        ("a minimum of two weeks", "at least"),
    ],
)
def test_a_hedge_of_three_words_is_read_whole(text, qualifier):
    assert only(text).qualifier == qualifier


def test_equal_sums_in_other_money_are_not_the_same():
    assert not is_same(only("five dollars"), only("five euros"))
