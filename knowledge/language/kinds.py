"""What kind of thing a name names, by the words in it: place, organisation, event, person.

Knows listed places and telling words; a person is never more than possible here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from knowledge.language.gazetteers import GIVEN_NAMES, KIND_WORDS, ORGANISATION_SUFFIXES
from knowledge.language.places import place_kind

_KIND_OF_LABEL = {
    "PERSON": "person",
    "GPE": "area",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
    "EVENT": "event",
}
_NO_PERSONS = frozenset(
    {"Program", "Programme", "Project", "Draft", "Experience", "Image", "Award", "Awards", "Prize"}
    | {"Group", "Man", "Day", "Act", "Law", "Theory", "Model", "Photo", "Show", "Magazine"}
    | {
        "Rights",
        "Operation",
        "Madame",
        "FRS",
        "Series",
        "Cardinals",
        "Baseball",
        "Football",
        "Edition",
    }
)
_NOT_ONLY = frozenset(
    {"Charlotte", "Austin", "Madison", "Jackson", "Florence", "Sydney", "Paris", "Virginia"}
    | {"Georgia", "Victoria", "Adelaide", "Carolina", "Savannah", "Orlando", "Jordan", "Israel"}
    | {"Milan", "Salvador", "Santiago", "Rosario", "Sofia", "Chad"}
)
"""Places whose names are given names too."""
_MOST_NAME_WORDS = 4
_LONGEST_INITIALS = 3


def kind_of(name: str) -> str:
    """What a name of no person means: a kind of place, organisation, event, or ``other``."""
    listed = place_kind(name)
    if listed:
        return listed
    words = name.split()
    if words[-1] in KIND_WORDS["event"]:
        return "event"
    if " of " in name and words[0] in KIND_WORDS["event"]:
        return "event"
    if words[-1] in ORGANISATION_SUFFIXES or words[0] in {"University", "Ministry", "Department"}:
        return "organisation"
    if words[-1] in KIND_WORDS["place"] | KIND_WORDS["area"] or words[0] in {"Mount", "Lake"}:
        return "place"
    return "other"


def may_be_person(name: str) -> bool:
    """Whether nothing in the words of a name speaks against a person."""
    words = name.split()
    common = ORGANISATION_SUFFIXES | KIND_WORDS["event"] | KIND_WORDS["place"] | _NO_PERSONS
    if place_kind(" ".join(words[-2:])) or (place_kind(words[0]) and words[0] not in _NOT_ONLY):
        return False
    return (
        kind_of(name) == "other"
        and len([word for word in words if word[0].isupper()]) <= _MOST_NAME_WORDS
        and not common & set(words)
        and not (name.isupper() and len(name) > _LONGEST_INITIALS)
    )


def sex_of(full: str) -> str:
    """``f`` or ``m`` where the given name shows it, else nothing."""
    sex = GIVEN_NAMES.get(full.split(maxsplit=1)[0], "")
    return sex if sex in {"f", "m"} else ""


def voted(labelled: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The kind that most labels of each name give it, where more than half of them agree.

    ``labelled`` are names with the labels of the language pipeline (``PERSON``, ``ORG``, …).
    """
    counts: dict[str, Counter[str]] = {}
    for name, label in labelled:
        counts.setdefault(name, Counter())[_KIND_OF_LABEL.get(label, "other")] += 1
    winners = {name: kinds.most_common(1)[0] for name, kinds in counts.items()}
    return {name: k for name, (k, n) in winners.items() if 2 * n > counts[name].total()}
