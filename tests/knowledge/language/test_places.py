"""Which places may stand for one another, and whether the lists hold together."""

from __future__ import annotations

import pytest

from knowledge.language import places
from knowledge.language.places import (
    cities_beside,
    country_named,
    country_of_city,
    existed,
    place_kind,
)


def test_every_city_lies_in_a_listed_country():
    assert all(country_named(row.country) for row in places._cities())
    assert all(len(row.cities) > 2 for row in places._cities())


def test_nothing_is_older_than_two_dates():
    rows = [line.split("\t")[1].split("|") for line in places._listed(places._SINCE)]
    names = [name for row in rows for name in row]
    assert len(names) == len(set(names))
    assert all(place_kind(name) in {"country", "city"} for name in names)


def test_a_city_built_of_late_was_not_there_before():
    assert not existed("Islamabad", 1911)
    assert existed("Lahore", 1911)


def test_whatever_lies_near_something_has_two_others_beside_it():
    regions = places._regions()
    assert all(len(region) == len(set(region)) > 2 for region in regions)


@pytest.mark.parametrize(
    ("said", "beside"), [("Augusta, Georgia", "Savannah"), ("Augusta", "Savannah")]
)
def test_a_city_stands_beside_those_of_its_state(said: str, beside: str):
    assert beside in cities_beside("Augusta", said)


def test_of_two_cities_of_one_name_the_text_tells_which():
    assert cities_beside("Springfield", "Springfield") == ()
    assert "Boston" in cities_beside("Springfield", "Springfield, Massachusetts")


def test_a_city_lies_in_its_country():
    assert country_of_city("Kathmandu") == "Nepal"
    assert country_of_city("Birmingham") is None
    assert country_of_city("Little Snoring") is None


def test_a_country_of_today_may_be_too_young():
    assert not existed("Croatia", 1914)
    assert existed("France", 1066)
