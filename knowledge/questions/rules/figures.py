"""Whether a number left out is one that somebody who has read the text would remember.

Knows what is worth counting from a list of things; how exact a number is, other rules say.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, sentence, without_brackets
from knowledge.questions.surroundings import Surroundings

_COUNTED = Path(__file__).with_name("counted.tsv")
_AFTER = rf"{BLANK}(?:[ -](?!(?:and|or|in|of|for|from|to|at|with|by|on)\b)[\w'’-]+){{0,3}}?[ -]"
_LASTED = re.compile(
    r"\b(?:took|lasted|reigned|ruled|governed|imprisoned|sentenced|exile|prison|war|siege"
    rf"|(?:first|only) .* in)\b.* {BLANK}[ -](?:years?|months?|weeks?|days?)\b"
)
_DEAD = re.compile(
    rf"\b(?:killed|interned|executed|rescued|internment of|deaths? of) {BLANK}"
    rf"|{BLANK} (?:\w+ ){{0,3}}(?:killed|(?:who )?died|dead|deaths|fatalities|victims)\b"
)
_SHARE_OF_A_VOTE = re.compile(rf"{BLANK} ?(?:%|per ?cent\b)")
_HAS_PARTS = re.compile(
    r"(.{3,60}?) (?:has|have|had|consists? of|consisted of|comprises?|comprised|contain(?:s|ed)?"
    r"|(?:is|are|was|were) (?:divided|split) into|(?:is|are|was|were) (?:made up|composed) of)"
    rf" (?:the |only |exactly )?{BLANK}"
)
_SPAN = re.compile(
    rf"\bfor (?:\d+|{BLANK}) years\b.*\b(?:from|between) (?:[A-Z][a-z]+ )?(?:\d{{4}}|{BLANK})"
    rf" (?:to|until|and) (?:\d{{4}}|{BLANK})"
)
_RANK = re.compile(r"\b\d+(?:st|nd|rd|th)\b(?! century| season)")
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)"
_EACH = re.compile(
    rf"\b{_FEW}(?: [a-z]+)? (?:per|each|every|apiece)\b|\b(?:per|each|every) {_FEW}\b"
)


def counts_nothing_lasting(candidate: Candidate, _: Surroundings) -> bool:
    """Members and moons, titles and seasons are remembered; millimetres and minutes are not."""
    if candidate.answer_kind != "number" or candidate.form != "gap":
        return False
    said = sentence(candidate)
    forms = (_counted(), _LASTED, _DEAD, _SHARE_OF_A_VOTE)
    return not any(form.search(said) for form in forms)


def number_of_no_essential_part(candidate: Candidate, _: Surroundings) -> bool:
    """How many parts the article's own thing has is worth knowing; other numbers seldom are."""
    if candidate.answer_kind != "number" or candidate.form != "gap":
        return False
    subject = _HAS_PARTS.match(sentence(candidate))
    topic = without_brackets(candidate.title).lower()
    return subject is None or not topic or topic not in subject[1].lower()


def bounded_by_another_figure(candidate: Candidate, _: Surroundings) -> bool:
    """A 64th place needs 64 competitors, and wheels "four per side" are soon counted."""
    if candidate.answer_kind != "number":
        return False
    said = sentence(candidate)
    return any(form.search(said) for form in (_RANK, _EACH))


@cache
def _counted() -> re.Pattern[str]:
    """One of the things worth counting, at most three words after the blank."""
    lines = _COUNTED.read_text(encoding="utf-8").splitlines()
    words = "|".join(line.split("\t")[1] for line in lines if line[0] != "#")
    return re.compile(rf"{_AFTER}(?:{words})\b")


def span_to_be_subtracted(candidate: Candidate, _: Surroundings) -> bool:
    """Of a span, its beginning and its end, two are told: the third is arithmetic."""
    found = _SPAN.search(candidate.stem)
    return found is not None and BLANK in found[0]
