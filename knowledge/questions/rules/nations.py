"""Whether a place or a country is guessed from geography, or from what the names shown sound like.

Knows whose ships bear which letters, and that few English words have accents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from knowledge.language.places import country_named
from knowledge.questions.candidates import Candidate
from knowledge.questions.options.profiles import nations_in
from knowledge.questions.rules.shown import BLANK, sentence
from knowledge.questions.surroundings import Surroundings

_SHIPS: Mapping[str, str] = {
    "HMS": "Royal|Britain|British|United Kingdom|England",
    "RMS": "Royal|Britain|British|United Kingdom|England",
    "USS": "United States|US|U.S.|America",
    "SMS": "German|Austria|Prussia",
    "HMCS": "Canad",
    "HMAS": "Austral",
    "INS": "India|Israel",
}
_FOREIGN = re.compile(
    r"\b\w*[àáâãäåæçèéêëìíîïñòóôõöøùúûüýßąćęłńóśźżčďěňřšťůžşğőű]\w*", re.IGNORECASE
)
_ON_THE_MAP = re.compile(
    r"\b(?:ocean|sea|continent|hemisphere|river|mountain|mountains|range|strait|gulf|bay|channel)$",
    re.IGNORECASE,
)
_DOES = re.compile(rf"^(?:[^,]+, )?(?:[Tt]he )?{BLANK} [a-z]+")
_IS_A = re.compile(r"\b(?:is|was|are|were) (?:an?|the) ([^.]*)")
_OPENING = 200
"""Characters in which an article says of which nation its subject is."""
_STREET = re.compile(r" (?:Street|Road|Avenue|Boulevard|Lane|Drive|Highway|Square|Route)$")
_FROM = re.compile(
    r"\b(?:independen\w+|freedom|liberat\w+|secession|separat\w+|colony|rule)"
    rf" (?:from|of|by) {BLANK}"
)
_SORT = re.compile(
    rf"\b(?:islands?|isles?|peninsula|port|fortress|rock|volcano|valley|harbou?r|archipelago) "
    rf"(?:of )?{BLANK}"
)


def land_in_a_question(candidate: Candidate, _: Surroundings) -> bool:
    """Which country did something is mostly guessed from the names in it."""
    is_land = candidate.answer_kind == "country" or country_named(candidate.answer) is not None
    acts = candidate.form == "gap" and _DOES.search(sentence(candidate)) is not None
    is_ruler = _FROM.search(sentence(candidate)) is not None
    return is_land and (acts or is_ruler or candidate.fact.kind in {"deed", "event_place"})


def ship_that_tells_the_nation(candidate: Candidate, _: Surroundings) -> bool:
    """HMS is a British ship, and the navy that launched it the Royal Navy."""
    shown = f"{candidate.title} {candidate.stem}"
    return any(
        re.search(rf"\b{letters}\b", shown) and re.search(nation, candidate.answer)
        for letters, nation in _SHIPS.items()
    )


def name_that_sounds_foreign(candidate: Candidate, _: Surroundings) -> bool:
    """Beside "Napoléon", one country of those that are offered is chosen at once."""
    is_land = candidate.answer_kind == "country" and bool(candidate.distractors)
    shown = f"{candidate.title} {sentence(candidate)}"
    return is_land and _FOREIGN.search(shown) is not None


def home_told_at_the_opening(candidate: Candidate, around: Surroundings) -> bool:
    """To which country a Chinese linguist returned, nobody need read."""
    land = country_named(candidate.answer)
    if land is None or candidate.form != "gap":
        return False
    article = candidate.fact.citations[0].article
    told = _IS_A.search(around.elsewhere.before(article, _OPENING))
    return told is not None and land in nations_in(told[1])


def found_on_a_map(candidate: Candidate, _: Surroundings) -> bool:
    """Which ocean lies between two countries, everybody sees on a map."""
    is_asked = candidate.fact.kind == "deed" or bool(candidate.distractors)
    kind = candidate.answer_kind.removeprefix("which ").removeprefix("named ")
    return is_asked and any(_ON_THE_MAP.search(each) for each in (kind, candidate.answer))


def street_of_a_town(candidate: Candidate, _: Surroundings) -> bool:
    """Streets and squares mean something to who lives there."""
    return candidate.form == "gap" and _STREET.search(candidate.answer) is not None


def sort_told_before_the_blank(candidate: Candidate, _: Surroundings) -> bool:
    """Of the places offered behind "the island of", only islands are possible."""
    is_choice = bool(candidate.distractors)
    return is_choice and _SORT.search(sentence(candidate)) is not None
