"""Which places may fairly stand beside a key: of its kind, near it, there at the time, unnamed.

A place that the stem or the evidence already names is never offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.language.gazetteers import CAPITALS
from knowledge.language.places import (
    capital_of,
    cities_are_told,
    cities_beside,
    country_named,
    country_of_city,
    existed,
    nations_in,
    neighbours,
    place_kind,
    with_article,
)
from knowledge.language.wholes import stands_in
from knowledge.questions.candidates import Candidate
from knowledge.questions.options.profiles import years_in
from knowledge.questions.surroundings import Surroundings

_REGION_FOLLOWS = re.compile(r"_____, ([A-Z]\w+(?: [A-Z]\w+)*)")
_TOWN_OF_A_REGION = re.compile(
    r"\b(?:province|county|city|town|district|department) of _____, [A-Z][\w ]*[,.]"
)
"""What lies in Tuscany is no choice where no list tells what else does."""
_IS_SCENE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|near|from|to|outside|around|[Cc]ity of|and) _____(?!'s)|_____ (?:is|has) "
)
"""Elsewhere a capital stands for its government."""
_TELLS_WHERE = re.compile(
    r"\b(?:north|south|east|west|\w+(?:west|east)) of _____|\b(?:km|kilomet(?:re|er)s|miles)\b"
    r"(?: \w+){0,2} (?:of|from) _____|\bbetween [^.]{2,40} and _____"
)
"""Of cities that lie elsewhere, none can be meant."""
_YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b")
_BEGINNING, _SHORTLY = 200, 2_000
"""Characters in which an article says what it is about, and what time a sentence is in."""
_FOREMOST = re.compile(r"\b(?:most|least|\w{3,}est)\b")
"""Of the largest and the most, everybody guesses a large one."""


def cities(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Cities of the key's state or country, or other capitals of its part of the world."""
    home = capital_of(candidate.answer)
    is_gap = candidate.form == "gap"
    if home and is_gap and not _IS_SCENE.search(candidate.stem):
        return
    if (is_gap and _TELLS_WHERE.search(candidate.stem)) or _is_a_namesake(candidate, around):
        return
    said = _said(candidate)
    region = _REGION_FOLLOWS.search(candidate.stem)
    where = region.group(1) if region else said.replace(candidate.answer, "")
    if _TOWN_OF_A_REGION.search(candidate.stem) and not cities_are_told(candidate.answer, where):
        return
    listed = cities_beside(candidate.answer, where)
    if not listed and home and home not in nations_in(said):
        capitals = {country: capital for capital, country in CAPITALS.items()}
        listed = tuple(capitals[each] for each in neighbours(home) if each in capitals)
    years = years_in(said)
    for name in _told_first(_unnamed(listed, candidate), candidate, around):
        if _was_there(name, years):
            yield name


def _was_there(place: str, years: Iterable[int]) -> bool:
    return all(existed(place, year) for year in years)


def _is_a_namesake(candidate: Candidate, around: Surroundings) -> bool:
    """Whether an article of other countries means another city so called: Kingston, Ontario."""
    home = country_of_city(candidate.answer)
    named = around.elsewhere.countries(candidate.fact.citations[0].article)
    return home is not None and bool(named) and home not in named


def countries(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Countries of the key's part of the world that were there at the time."""
    key = country_named(candidate.answer) or ""
    years = years_in(_said(candidate)) or _told_before(candidate, around)
    named = (
        nations_in(candidate.stem) | _homes_of_cities(candidate.stem) | _told(candidate, around)
    )
    takes_article, is_gap = with_article(key) != key, candidate.form == "gap"
    for name in _told_first(_unnamed(neighbours(key), candidate), candidate, around):
        was_there = _was_there(name, years)
        reads_alike = not is_gap or (with_article(name) != name) == takes_article
        if place_kind(name) == "country" and was_there and reads_alike and name not in named:
            yield name


def states(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """States or provinces of the same part of the country, unless the most of all is asked for."""
    if candidate.stem.startswith("Which") and _FOREMOST.search(candidate.stem):
        return
    near = _unnamed(neighbours(candidate.answer), candidate)
    ordered = _told_first(near, candidate, around)
    yield from (name for name in ordered if country_named(name) is None)


def _said(candidate: Candidate) -> str:
    quotes = " ".join(citation.quote for citation in candidate.fact.citations)
    return f"{candidate.title} {candidate.stem} {quotes}"


def _told(candidate: Candidate, around: Surroundings) -> set[str]:
    """The countries that the article is about: its beginning names them, or their people."""
    articles = dict.fromkeys(citation.article for citation in candidate.fact.citations)
    return {n for a in articles for n in nations_in(around.elsewhere.before(a, _BEGINNING))}


def _told_before(candidate: Candidate, around: Surroundings) -> frozenset[int]:
    """The last year that the article names shortly before the sentence, or nothing."""
    cited = candidate.fact.citations[0]
    before = around.elsewhere.before(cited.article, cited.start)[-_SHORTLY:]
    return frozenset(map(int, _YEAR.findall(before)[-1:]))


def _unnamed(places: Iterable[str], candidate: Candidate) -> list[str]:
    said = _said(candidate)
    return [name for name in places if not stands_in(name, said)]


def _told_first(places: Iterable[str], candidate: Candidate, around: Surroundings) -> list[str]:
    """Those that the same articles name before others, else in the order of the lists."""
    here = around.named_with(candidate.fact)
    return sorted(places, key=lambda name: name not in here)


def _homes_of_cities(stem: str) -> set[str]:
    """The countries of the listed cities that the stem names."""
    words = re.findall(r"[A-Z]\w+(?: [A-Z]\w+)*", stem)
    names = (name for word in words for name in (word, *word.split()))
    return {home for name in names if (home := country_of_city(name))}
