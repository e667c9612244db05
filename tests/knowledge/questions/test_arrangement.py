"""Options stand where a reader looks for them, and the key stands anywhere among them."""

import pytest

from knowledge.models import Fact
from knowledge.questions.candidates import Candidate
from knowledge.questions.options.arrangement import arranged
from knowledge.questions.options.measures import balanced


def candidate(answer, kind, *wrong, number=0):
    fact = Fact(f"{number:02x}", "gap", {}, answer, "", 1.0, ())
    return Candidate(fact, "gap", "?", answer, kind, wrong)


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("quantity", ("two hours", "150 minutes", "ten hours", "two days")),
        ("number", ("nine", "eleven", "101", "1,200")),
        ("date", ("9 May 1920", "12 May 1920", "1 April 1921")),
    ],
)
def test_amounts_and_days_rise_whatever_their_letters(kind, options):
    key, *wrong = reversed(options)
    assert arranged(candidate(key, kind, *wrong)) == (options, len(options) - 1)


def test_names_keep_one_order_that_differs_from_fact_to_fact():
    shown = [arranged(candidate("Oslo", "city", "Rome", "Bonn", number=n)) for n in range(40)]
    assert shown == [
        arranged(candidate("Oslo", "city", "Rome", "Bonn", number=n)) for n in range(40)
    ]
    assert {key for _, key in shown} == {0, 1, 2}


def test_what_is_typed_has_no_options():
    assert arranged(candidate("Oslo", "city")) == ((), 0)


def test_the_key_is_the_lowest_as_often_as_the_highest():
    ranks = [
        sum(
            value < 10
            for value in balanced([4, 6, 8, 12, 14, 16], 10, candidate("10", "number", number=n))[
                :3
            ]
        )
        for n in range(8)
    ]
    assert sorted(ranks) == [0, 0, 1, 1, 2, 2, 3, 3]
