"""Who is surely a person, and which well-known people of one calling may stand for one another.

Knows names and callings; whether somebody may be offered beside a key, the wrong options decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from knowledge.language.gazetteers import DEMONYMS, FAMILY_NAMES, GIVEN_NAMES, PEOPLES, TITLES
from knowledge.language.names import Name

_CALLINGS = Path(__file__).with_name("callings.tsv")


def is_surely_person(name: Name, titles: Iterable[str]) -> bool:
    """A title stood before the name, or it begins with a usual one and no work is called so.

    A people is nobody, and an office is not who holds it.
    """
    first, last = name.full.split()[0], name.full.split()[-1]
    if {last, last.removesuffix("s")} & {*DEMONYMS, *PEOPLES, *TITLES, "Officer"}:
        return False
    is_usual = first in GIVEN_NAMES or first in FAMILY_NAMES
    in_a_title = (name.full in title and not _is_all(name.full, title) for title in titles)
    return bool(name.title) or (is_usual and not any(in_a_title))


def colleagues(person: str, text: str) -> tuple[str, ...]:
    """Well-known people of the calling that the text names first in the table, or nobody."""
    found = (people for cue, people in _callings() if cue.search(text))
    return tuple(name for name in next(found, ()) if name != person)


def _is_all(name: str, title: str) -> bool:
    """Whether the title is the name and at most a remark in brackets."""
    return re.sub(r"\s*\(.*\)$", "", title) == name


@cache
def _callings() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    lines = _CALLINGS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line[0] != "#")
    return tuple((re.compile(rf"\b(?:{cue})\b"), tuple(people.split("|"))) for cue, people in rows)
