"""The shipped lists: complete, unambiguous where they are used so, and without slips."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.language import gazetteers

LISTS = sorted(Path(gazetteers.__file__).with_name("lists").iterdir())


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_list_says_where_it_comes_from(path: Path):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert "Written for this project" in first


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_no_entry_is_empty_or_padded(path: Path):
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        for entry in line.replace("\t", "|").split("|"):
            assert entry == entry.strip() != ""


def test_every_country_is_listed_once_with_capital_and_demonym():
    names = [country.name for country in gazetteers.COUNTRIES]
    assert len(names) == len(set(names)) >= 200
    assert all(country.demonyms and country.capital for country in gazetteers.COUNTRIES)


@pytest.mark.parametrize(
    ("demonym", "country"),
    [
        ("Chinese", "China"),
        ("Korean", "South Korea"),
        ("Dutch", "Netherlands"),
        ("Scot", "Scotland"),
    ],
)
def test_a_demonym_leads_to_its_country(demonym: str, country: str):
    assert gazetteers.DEMONYMS[demonym] == country


@pytest.mark.parametrize(
    ("name", "country"),
    [("UK", "United Kingdom"), ("U.S.", "United States"), ("Holland", "Netherlands")],
)
def test_other_names_lead_to_the_usual_one(name: str, country: str):
    assert gazetteers.COUNTRY_NAMES[name] == country


def test_a_shared_capital_belongs_to_the_state():
    assert gazetteers.CAPITALS["London"] == "United Kingdom"


def test_given_names_show_a_sex_or_either():
    assert set(gazetteers.GIVEN_NAMES.values()) == {"f", "m", "e"}
    assert gazetteers.GIVEN_NAMES["Antony"] == "m"
    assert gazetteers.GIVEN_NAMES["Ada"] == "f"


def test_titles_include_forms_of_address_and_offices():
    assert {
        "Mr.",
        "Dr.",
        "President",
        "Secretary of State",
        "Foreign Minister",
    } <= gazetteers.TITLES
