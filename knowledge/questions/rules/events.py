"""Whether the year of an event is worth a question, and whether nothing shown pins it down.

Knows the events by words; what they meant to whom, it does not know.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import quotes, sentence, years
from knowledge.questions.surroundings import Surroundings

_DATED = Path(__file__).with_name("dated.tsv")
_TOLD_OF_EVENTS = frozenset({"event_time", "gap"})
_A_THING = re.compile(r"\b(?:an?(?: [\w-]+)?|its|his|her|their) $", re.IGNORECASE)
_NEAR = 12
"""A year that is shown says too much about one so near to it."""
_OF_A_WAR = re.compile(
    r"\b(?:(?:conclusion|end|outbreak|cessation|close) of (?:the )?(?:hostilities|war\b)"
    r"|(?:after|during|before|until) the (?:war|conflict|armistice|election)\b|war's end)"
)


def year_of_no_event(candidate: Candidate, _: Surroundings) -> bool:
    """When something was founded, won or born is worth knowing; when it caused concern is not."""
    if candidate.answer_kind != "date" or candidate.fact.kind not in _TOLD_OF_EVENTS:
        return False
    said = sentence(candidate)
    return not any(_is_done(found, said) for found in _dated().finditer(said))


def _is_done(found: re.Match[str], said: str) -> bool:
    """Whether the word tells what was done: "a draft design" is a thing, "the launch of" none."""
    is_thing = _A_THING.search(said[: found.start()]) is not None and not found[0].endswith("ed")
    return not is_thing or said[found.end() :].startswith((" of ", " in _"))


def another_year_pins_it(candidate: Candidate, _: Surroundings) -> bool:
    """Who reads of the 1789 convention, or "(1999 film)", can cross out most other years."""
    if candidate.answer_kind != "date" or not candidate.answer.isdecimal():
        return False
    shown = years(f"{candidate.title} {sentence(candidate)}")
    return any(abs(int(year) - int(candidate.answer)) <= _NEAR for year in shown)


def war_pins_it(candidate: Candidate, _: Surroundings) -> bool:
    """After "the conclusion of hostilities" only one or two years are possible."""
    return candidate.answer_kind == "date" and _OF_A_WAR.search(candidate.stem) is not None


def prize_of_the_year(candidate: Candidate, _: Surroundings) -> bool:
    """The prize for 1918 may have been received in 1919."""
    if candidate.fact.kind != "award":
        return False
    shown = (*years(candidate.stem), *years(candidate.answer))
    return any(f"for {year}" in quote for year in shown for quote in quotes(candidate))


@cache
def _dated() -> re.Pattern[str]:
    """Any word of an event that deserves a date."""
    lines = _DATED.read_text(encoding="utf-8").splitlines()
    words = "|".join(line.split("\t")[1] for line in lines if line[0] != "#")
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
