"""Forms that people take for the same word have the same term."""

import pytest

from knowledge.search import terms, tokens


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("six hours", "6 hours"),
        ("a six-hour meeting", "6 hours met"),
        ("the US", "the U.S."),
        ("the USA", "the United States of America"),
        ("Blinken told", "Blinken tells"),
        ("they met", "meeting"),
        ("China's minister", "China’s ministers"),
        ("1,000 bees", "1000 bees"),
        ("the first visit", "the 1st visit"),
        ("Gospić", "Gospic"),
        ("people", "a person"),
        ("BLINKEN", "blinken"),
        ("since 06 June", "since 6 June"),
        ("Louis XIV", "Louis 14"),
        ("Henry IX", "Henry 9"),
        ("an organised walk", "an organized walk"),
    ],
)
def test_two_ways_to_write_it_are_one(left: str, right: str):
    assert terms(left) == terms(right) != []


def test_us_in_small_letters_is_a_pronoun():
    assert terms("tell us") == terms("tell")


def test_words_that_carry_nothing_have_no_term():
    assert terms("what is the of and who did it to whom") == []


def test_tokens_keep_their_places():
    text = "Qin Gang's six-hour talks"
    assert [(token.term, text[token.start : token.end]) for token in tokens(text)] == [
        ("qin", "Qin"), ("gang", "Gang's"), ("6", "six"), ("hour", "hour"), ("talk", "talks"),
    ]  # fmt: skip


def test_noise_makes_short_terms():
    assert max(map(len, terms("x" * 10_000))) <= 40


def test_polish_in_small_letters_is_of_no_country():
    assert set(terms("to polish the floor")).isdisjoint(terms("Poland"))


@pytest.mark.parametrize("noise", ["1" * 10_000, "x" * 10_000, "1,000" * 2_000, "x." * 5_000])
def test_a_word_without_end_is_not_remembered(noise: str):
    assert max(map(len, terms(noise))) <= 40


def test_a_union_written_with_many_blanks_is_one():
    assert terms(f"the European{' ' * 60}Union") == terms("the EU")
