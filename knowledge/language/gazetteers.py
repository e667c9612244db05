"""Facts about the world's names: countries, peoples, titles, what ends an organisation's name.

They are plain lists in ``lists/``, written for this project. They help to tell what kind of
thing an unknown name names; whom or what the articles mean by it is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

_LISTS: Final = Path(__file__).parent / "lists"

Sex = Literal["f", "m", "e"]
"""Whom a given name usually names: a woman, a man, either."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state or constituent country; ``demonyms`` name its people and serve as adjectives."""

    name: str
    demonyms: tuple[str, ...]
    capital: str
    other_names: tuple[str, ...] = ()


def listed(name: str) -> Iterator[list[str]]:
    """The rows of a table in ``lists/``, each as its fields."""
    for line in (_LISTS / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _words(name: str) -> frozenset[str]:
    return frozenset(word for (line,) in listed(name) for word in line.split("|"))


def _words_by_kind(name: str) -> dict[str, frozenset[str]]:
    kinds: dict[str, frozenset[str]] = {}
    for kind, words in listed(name):
        kinds[kind] = kinds.get(kind, frozenset()) | frozenset(words.split("|"))
    return kinds


def _country(name: str, demonyms: str, capital: str, other_names: str = "") -> Country:
    others = tuple(other_names.split("|")) if other_names else ()
    return Country(name, tuple(demonyms.split("|")), capital, others)


def _by_demonym(countries: tuple[Country, ...]) -> dict[str, str]:
    demonyms: dict[str, str] = {}
    for country in countries:
        for demonym in country.demonyms:
            demonyms.setdefault(demonym, country.name)
    return demonyms


COUNTRIES: Final = tuple(_country(*fields) for fields in listed("countries.tsv"))
"""Every country, in the order of the list (states of today first, then parts and former ones)."""

COUNTRY_NAMES: Final = {
    name: country.name
    for country in reversed(COUNTRIES)
    for name in (country.name, *country.other_names)
}
"""Any name of a country → its usual name (``"UK"`` → ``"United Kingdom"``)."""

DEMONYMS: Final = _by_demonym(COUNTRIES)
"""Demonym or adjective → country. A demonym of several countries gives the first of them."""

CAPITALS: Final = {country.capital: country.name for country in reversed(COUNTRIES)}
"""Capital → country. London is the United Kingdom's here, not England's."""

PEOPLES: Final = frozenset(word for (line,) in listed("peoples.txt") for word in line.split())
"""Faiths, parties and peoples that are not the demonym of a country."""

NATIONS_AND_PEOPLES: Final = PEOPLES | DEMONYMS.keys()
"""Every word that says of what people somebody or something is."""

PLACES: Final = _words_by_kind("places.tsv")
"""``city``, ``state`` and ``region`` (with waters, mountains, planets) → their names."""

HOMES: Final = _words_by_kind("homes.tsv")
"""State or region → places that everybody knows to lie there."""

TITLES: Final = _words("titles.txt")
"""What stands before a person's name: forms of address, ranks, offices."""

ORGANISATION_SUFFIXES: Final = _words("organisation_suffixes.txt")
"""The last word of many organisations' names."""

KIND_WORDS: Final = _words_by_kind("kind_words.tsv")
"""``place``, ``area`` and ``event`` → words that show such a name (River, Province, War)."""

JOINTS: Final = _words_by_kind("joints.tsv")
"""How parts of a name are bound (``of``, ``field``, ``numbered`` …) → the words that tell."""

ORGANISATIONS: Final = _words("organisations.txt")
"""Organisations known by an acronym or a single word, besides those with a telling last word."""

PERSON_NOUNS: Final = _words("person_nouns.txt")
"""Common nouns for persons, in the singular: one asks "Who" for them."""

FAMILY_NAMES: Final = frozenset(
    name for (line,) in listed("family_names.txt") for name in line.split()
)
"""Common and widely known family names."""

GIVEN_NAMES: Final[dict[str, Sex]] = {
    name: sex  # type: ignore[misc]  # the list holds f, m and e only; a test sees to it
    for sex, names in listed("given_names.tsv")
    for name in names.split()
}
"""Given name → the sex it usually shows."""
