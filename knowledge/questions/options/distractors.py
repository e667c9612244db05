"""Wrong options: of the key's fine kind and world, plausible, and never true; or none at all.

A value is never offered when any fact of the library gives it to the same thing, nor when it
may be the key under another name. Where fewer than two are fair, the question is asked without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random

from rapidfuzz import fuzz

from knowledge.language.places import country_named, place_kind
from knowledge.language.sorts import others, with_a
from knowledge.questions.candidates import CLAUSAL, Candidate
from knowledge.questions.options import counts, measures, people, scenes
from knowledge.questions.options.profiles import years_in
from knowledge.questions.surroundings import Surroundings, said

Maker = Callable[[Candidate, Surroundings], Iterator[str]]
"""Gives wrong options for a kind of answer, the fairest first."""

FEWEST = 2
"""Fair wrong options without which a choice is none."""
_SAME_SPELLING = 85.0
_SAID_OF_BOTH = 60.0
_PARTS_OF_THE_KINGDOM = {"England", "Scotland", "Wales", "Northern Ireland"}
_ARTICLE = re.compile(r"\ban? _____")
_DATED = ("War", "Wars", "War I", "War II")
"""Of things called so, a year in the stem tells which one is meant."""
_SPELT_OUT = {
    "US": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "UN": "United Nations",
    "EU": "European Union",
    "USSR": "Soviet Union",
    "St.": "Saint",
    "St": "Saint",
    "Mt.": "Mount",
}
_ABBREVIATED = re.compile(r"(?<!\w)(?:U\.S\.|U\.K\.|USSR|USA|US|UK|UN|EU|St\.|St|Mt\.)(?!\w)")
_VOWELS = frozenset("AEIOaeio")
_ALIKE = Path(__file__).with_name("alike.tsv")


def distractors(candidate: Candidate, around: Surroundings) -> tuple[str, ...]:
    """Two or three wrong options for the candidate's answer, none true by any fact; or none."""
    maker = _maker(candidate)
    if maker is None:
        return ()
    is_name = candidate.answer_kind not in {"quantity", "date", "number"}
    taken = around.true_values(candidate.fact) | {candidate.answer}
    taken |= _said_of_others(candidate, around) if is_name else set()
    same = people.are_one_person if candidate.answer_kind == "person" else are_alike
    kept: list[str] = []
    for option in maker(candidate, around):
        offered = (candidate.answer, *kept)
        alike = is_name and any(same(option, o) or are_alike(option, o) for o in offered)
        if option not in taken and option not in kept and not alike:
            kept.append(option)
        if len(kept) == measures.WANTED:
            break
    return tuple(kept) if len(kept) >= FEWEST else ()


def _said_of_others(candidate: Candidate, around: Surroundings) -> set[str]:
    """The answers of facts that say much the same: they may be right here too."""
    if candidate.fact.kind not in CLAUSAL:
        return set()
    own = said(candidate.fact)
    return {
        other.value
        for other in around.rivals(candidate.fact)
        if fuzz.token_set_ratio(own, said(other)) >= _SAID_OF_BOTH
    }


def are_alike(one: str, other: str) -> bool:
    """Whether two names may mean the same: one holds the other, or is spelt nearly like it."""
    words, others = set(_words(one)), set(_words(other))
    if initials(one) == other or initials(other) == one:
        return True
    if country_named(one) and country_named(one) == country_named(other):
        return True
    whole = {country_named(one), country_named(other)}
    is_nested = "United Kingdom" in whole and bool({one, other} & _PARTS_OF_THE_KINGDOM)
    is_within = words <= others or others <= words
    return is_nested or is_within or fuzz.ratio(one, other) >= _SAME_SPELLING


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", _ABBREVIATED.sub(lambda m: _SPELT_OUT[m[0]], name).lower())


def initials(name: str) -> str:
    """The first letters of a name's capitalised words; nothing for a single one."""
    words = [word for word in name.split() if word[0].isupper()]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _terms(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Other terms of the same articles that are the same kind of thing, in the same number."""
    noun, is_plural = candidate.fact.arguments.get("noun", ""), candidate.answer.endswith("s")
    articles = {citation.article for citation in candidate.fact.citations}
    for fact in around.facts:
        is_alike = fact.kind == "meaning" and fact.arguments.get("noun", "-") == noun
        is_near = any(citation.article in articles for citation in fact.citations)
        if is_alike and is_near and fact.value.endswith("s") == is_plural:
            yield fact.value


def _sorts(candidate: Candidate, _: Surroundings) -> Iterator[str]:
    """What else such a thing might be that is found anywhere, in an order of the fact's own."""
    told = " ".join(citation.quote for citation in candidate.fact.citations)
    found = [sort for sort in others(candidate.fact.arguments["noun"]) if not sort.is_rare]
    Random(candidate.fact.id).shuffle(found)  # noqa: S311 - no secret
    yield from (with_a(sort.nouns[0]) for sort in found if sort.nouns[0] not in told)


def _namesakes(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Other names of the same articles that end, or begin before "of", in the key's word.

    A university of Oslo and a bank of Oslo are not of a kind.
    """
    first, last = candidate.answer.split()[0], candidate.answer.split()[-1]
    is_of = " of " in candidate.answer
    for name in sorted(around.named_with(candidate.fact)):
        is_one = " of " in name and name.split()[0] == first
        if " " in name and (is_one or (name.split()[-1] == last and not is_of)):
            yield name


def _alike(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Namesakes in the same articles, then well-known things of the same kind and time."""
    is_dated = candidate.answer.endswith(_DATED) and years_in(candidate.stem)
    group = next((names for names in _groups() if candidate.answer in names and not is_dated), ())
    for name in chain(_namesakes(candidate, around), group):
        if name not in candidate.stem and _fits_the_article(name, candidate):
            yield name


def _fits_the_article(name: str, candidate: Candidate) -> bool:
    """Whether "a" or "an" before the gap fits the name as it fits the key."""
    if not _ARTICLE.search(candidate.stem):
        return True
    return (name[0] in _VOWELS) == (candidate.answer[0] in _VOWELS)


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    lines = _ALIKE.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")[1].split("|")) for line in lines if line[0] != "#")


def _maker(candidate: Candidate) -> Maker | None:
    kind = candidate.answer_kind
    if kind.startswith(("named ", "which ")):
        return _alike
    if candidate.form in _SCENES:
        kind = place_kind(candidate.answer) or kind
    return _MAKERS.get(kind)


_SCENES = frozenset({"birth_place", "death_place", "grave", "move", "seat"})
"""Forms that ask where, whatever their facts call the answer."""

_MAKERS: dict[str, Maker] = {
    "quantity": measures.quantities,
    "number": counts.numbers,
    "date": measures.dates,
    "person": people.rivals,
    "city": scenes.cities,
    "country": scenes.countries,
    "state": scenes.states,
    "term": _terms,
    "sort": _sorts,
    "named thing": _alike,
}
