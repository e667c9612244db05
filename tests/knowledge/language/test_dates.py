from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.dates import dates, from_code, read_date

MONDAY = date(2023, 6, 19)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Monday, June 19th 2023 - 10:33 UTC", "2023-06-19"),
        ("born on 3 May 1890", "1890-05-03"),
        ("in June 2023", "2023-06"),
        ("since 2019", "2019"),
        ("on June 19.", "--06-19"),
        ("postponed it in February when", "--02"),
    ],
)
def test_a_date_keeps_the_parts_that_the_text_gives(text, code):
    assert [found.code for found in dates(text)] == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("he arrived on Sunday", "2023-06-18"),
        ("this Monday", "2023-06-19"),
        ("yesterday", "2023-06-18"),
        ("last February", "2023-02"),
        ("in November last year", "2022-11"),
        ("postponed in February", "2023-02"),
        ("on June 17", "2023-06-17"),
        ("on December 30", "2022-12-30"),
    ],
)
def test_relative_dates_are_settled_by_the_day_of_publication(text, code):
    (found,) = dates(text, MONDAY)
    assert (found.code, found.is_relative) == (code, True)


@pytest.mark.parametrize(
    "text", ["He may go.", "three hours", "1,200 cases", "1912-1914", "1990s"]
)
def test_words_and_numbers_that_look_like_dates_are_none(text):
    assert dates(text, MONDAY) == ()


def test_without_a_day_of_publication_a_weekday_is_no_date():
    assert dates("on Sunday") == ()


def test_a_weekday_that_contradicts_its_date_is_seen():
    (found,) = dates("Thursday, June 19, 2023")
    assert not found.is_consistent


@given(st.dates(date(1000, 1, 1), date(2099, 12, 31)))
def test_codes_and_spoken_dates_read_back(day):
    (found,) = dates(f"on {day.isoformat()}")
    assert from_code(found.code).spoken == found.spoken
    assert read_date(found.spoken).code == found.code == day.isoformat()


def test_dates_agree_when_no_shared_part_differs():
    assert from_code("2023-06-19").agrees_with(from_code("--06-19"))
    assert not from_code("2023-06-19").agrees_with(from_code("2023-06-18"))
    assert not from_code("2023").agrees_with(from_code("--06-19"))


@pytest.mark.parametrize(
    ("text", "code"), [("last June", "2022-06"), ("In June it rained", "2023-06")]
)
def test_the_month_of_publication_is_not_the_last_one(text, code):
    (found,) = dates(text, MONDAY)
    assert found.code == code


def test_a_day_that_no_year_has_keeps_its_parts_and_is_inconsistent():
    (found,) = dates("on February 30", MONDAY)
    assert found.code == "--02-30"
    (dated,) = dates("31 April 2023")
    assert not dated.is_consistent


def test_a_leap_day_is_of_the_nearest_year_that_has_it():
    (found,) = dates("on February 29", MONDAY)
    assert found.code == "2024-02-29"
