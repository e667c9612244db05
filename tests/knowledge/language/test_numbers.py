import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.numbers import cardinal, in_words, ordinal, spelled


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("six", 6),
        ("1,200", 1200),
        ("2.5 million", 2_500_000),
        ("two hundred and five", 205),
        ("twenty-one", 21),
        ("five and a half", 5.5),
        ("5½", 5.5),
        ("half a dozen", 6),
        ("a hundred", 100),
        ("three thousand four hundred and twelve", 3412),
        ("one and three quarters", 1.75),
    ],
)
def test_numbers_read_alike_in_words_and_digits(text, value):
    assert cardinal(text) == value


@pytest.mark.parametrize("text", ["", "many", "six of them", "1,2,3", "the one"])
def test_what_is_no_number_is_not_read_as_one(text):
    assert cardinal(text) is None


@given(st.integers(0, 999_999))
def test_a_number_reads_back_however_it_is_grouped(value):
    assert cardinal(str(value)) == cardinal(f"{value:,}") == cardinal(spelled(value)) == value


@pytest.mark.parametrize(("text", "rank"), [("third", 3), ("21st", 21), ("forty-second", 42)])
def test_ordinals_are_ranks(text, rank):
    assert ordinal(text) == rank


def test_a_cardinal_is_no_ordinal():
    assert ordinal("three") is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "zero"),
        (19, "nineteen"),
        (20, "twenty"),
        (21, "twenty-one"),
        (99, "ninety-nine"),
        (100, "100"),
        (1200, "1,200"),
    ],
)
def test_numbers_below_a_hundred_are_written_in_words(value, words):
    assert in_words(value) == words


def test_a_fraction_after_a_hundred_is_no_count():
    assert cardinal("one hundred and three quarters") == 100.75


def test_ranks_end_in_one_digit():
    assert ordinal("twenty-eleventh") is None
    assert ordinal("twenty-zeroth") is None
