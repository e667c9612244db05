"""Between which years the thing asked about was possible, as far as the articles show it.

Lives, terms of office, foundings and ends, and the years that the stem itself names are bounds
for wrong years; how many of them are left, the measures decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.language.wholes import stands_in
from knowledge.models import Fact
from knowledge.questions.candidates import Candidate
from knowledge.questions.options.profiles import years_in
from knowledge.questions.options.terms import Term, terms
from knowledge.questions.surroundings import Surroundings

_FIRST, _LAST = 1, 9999
_GROWN = 16
"""Few deeds that articles tell of are younger people's."""
_AFTER_THE_TEXT = 4
"""Years after the latest that an undated article names may still be its past."""
_RECENT, _AFTER_A_RECENT_TEXT = 2000, 1
"""An article that names a year since this one was probably written soon after the last of them."""
_FEWEST_YEARS, _SHORT_TIME, _BESIDE = 2, 12, 2
"""An article that names some years, all of a short time, tells of nothing much beside them."""
_LIVES = frozenset({"birth", "death"})
_EVERY_FOUR_YEARS = re.compile(
    r"\b(?:elections?|re-?elected|presidential|for (?:president|the presidency)|nominations?|"
    r"nominee|electoral votes?|National Convention|Olympics?|Olympic Games|Paralympics|"
    r"World Cup|Asian Games|Commonwealth Games|European Championship)\b"
)
_BEGAN = re.compile(
    r"\b(?:founded|established|formed|created|incorporated|opened|launched|introduced|invented|"
    r"completed|built|premiered|debuted|released)\b"
)
_ENDED = re.compile(
    r"\b(?:dissolved|abolished|disbanded|closed|demolished|cancell?ed|ceased|discontinued)\b"
)


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last possible year, in steps of so many years from the key."""

    first: int = _FIRST
    last: int = _LAST
    step: int = 1

    def holds(self, year: int, key: int) -> bool:
        """Whether the year is possible beside the key."""
        return self.first <= year <= self.last and (year - key) % self.step == 0


def period(candidate: Candidate, key: int, around: Surroundings) -> Period:
    """When what the candidate asks could have happened; always holds the key."""
    bounds = list(_bounds(candidate, key, around))
    first = max((low for low, _ in bounds if low <= key), default=_FIRST)
    last = min((high for _, high in bounds if high >= key), default=_LAST)
    return Period(first, last, 4 if _EVERY_FOUR_YEARS.search(candidate.stem) else 1)


def _bounds(candidate: Candidate, key: int, around: Surroundings) -> Iterator[tuple[int, int]]:
    for year in years_in(candidate.stem):
        yield (year + 1, _LAST) if year < key else (_FIRST, year - 1)
    yield from _lives(candidate, key, around)
    yield _FIRST, _latest(candidate, key, around)
    if candidate.fact.kind not in _LIVES:
        yield from _of_a_short_time(candidate, around)
        yield from _terms(candidate, key)
        yield from _careers_of_things(candidate, around)


def _lives(candidate: Candidate, key: int, around: Surroundings) -> Iterator[tuple[int, int]]:
    """From the birth to the death of everybody whom the stem names."""
    own = candidate.fact
    told = {fact.id: fact for c in own.citations for fact in around.lives.get(c.article, ())}
    for fact in told.values():
        year = _year(fact) if fact.id != own.id and _is_named(fact, candidate) else 0
        if year and fact.kind == "death":
            yield _FIRST, year
        elif year:
            grown = key >= year + _GROWN and own.kind not in _LIVES
            yield year + (_GROWN if grown else 0), _LAST


def _is_named(life: Fact, candidate: Candidate) -> bool:
    """Whether the stem names whose life it is."""
    family = life.arguments.get("who", "").split()[-1:]
    return any(stands_in(name, candidate.stem) for name in family)


def _year(fact: Fact) -> int:
    date = fact.expected.date if fact.expected else ""
    return int(date[:4]) if date[:4].isdecimal() else 0


def _latest(candidate: Candidate, key: int, around: Surroundings) -> int:
    """The year in which the articles were written, or a few after the last that they name."""
    articles = [citation.article for citation in candidate.fact.citations]
    dates = [found.year for a in articles if (found := around.published.get(a))]
    if dates:
        return max(key, *dates)
    last = max({key} | _named(candidate, around))
    return last + (_AFTER_A_RECENT_TEXT if last >= _RECENT else _AFTER_THE_TEXT)


def _of_a_short_time(candidate: Candidate, around: Surroundings) -> Iterator[tuple[int, int]]:
    """A little more than the years of an article about one war, or one affair."""
    named = _named(candidate, around)
    if len(named) >= _FEWEST_YEARS and max(named) - min(named) <= _SHORT_TIME:
        yield min(named) - _BESIDE, max(named) + _BESIDE


def _named(candidate: Candidate, around: Surroundings) -> set[int]:
    """The years that the candidate's articles name."""
    return {year for text in around.dated_of(candidate.fact) for year in years_in(text)}


def _terms(candidate: Candidate, key: int) -> Iterator[tuple[int, int]]:
    """The terms, around the key, of those who governed and are named in the stem."""
    around_key = (term for term in terms() if term.first <= key <= term.last)
    return ((term.first, term.last) for term in around_key if _means(term, candidate))


def _means(term: Term, candidate: Candidate) -> bool:
    """Whether the stem names who held the office, and no namesake."""
    shown = f"{candidate.title} {candidate.stem}"
    given, family = term.name.split()[0], term.name.split()[-1]
    before = shown.rpartition(family)[0]
    is_bearer = stands_in(f"{term.office} {family}", shown) or stands_in(given, before)
    return is_bearer and stands_in(family, candidate.stem)


def _careers_of_things(candidate: Candidate, around: Surroundings) -> Iterator[tuple[int, int]]:
    """From when to when the thing existed whose founding or end the same article tells."""
    quotes = {citation.quote for citation in candidate.fact.citations}
    for sentence in around.dated_of(candidate.fact):
        years = years_in(sentence)
        if sentence in quotes or len(years) > 1 or not _shares_a_name(sentence, candidate):
            continue
        if _BEGAN.search(sentence):
            yield min(years) + 1, _LAST
        elif _ENDED.search(sentence):
            yield _FIRST, max(years)


def _shares_a_name(sentence: str, candidate: Candidate) -> bool:
    """Whether the sentence begins with a name that the stem or the title holds."""
    opening = re.match(r"(?:The )?([A-Z][\w'-]{2,})", sentence)
    shown = f"{candidate.title} {candidate.stem}"
    return opening is not None and stands_in(opening.group(1), shown)
