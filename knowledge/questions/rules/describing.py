"""Whether a description means one term alone, so that only that term can be the answer.

"The …" claims as much by itself; behind "a …" the words must tell enough that fits nothing else.
"""

from __future__ import annotations

import re

from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import quotes
from knowledge.questions.surroundings import Surroundings

_DESCRIPTION = re.compile(
    r"^What (?:is|are|was|were)(?: the term for)? (?P<said>.*?)(?: called| known as)?\?$"
)
_DEFINITE = re.compile(r"(?:the|[\w’'-]+['’]s) (?!(?:number|use|study|state|way)\b)")
_COLLECTIVE = re.compile(
    r"(?:the |an? |any |some )?(?:[\w-]+ )?(?:mixtures?|series|types?|kinds?|groups?|sets?"
    r"|collections?|variet(?:y|ies)|class(?:es)?|form|forms|piece|pair|combinations?|class|section"
    r"|region|area|structures?|materials?|substances?|objects?|persons?|people|individuals?"
    r"|devices?|instruments?|methods?|techniques?|approach|diseases?|conditions?|molecules?)\b"
)
_ANYTHING = re.compile(
    r"^(?:an? |any |some )[\w -]+? (?:that|which|who)"
    r" (?:has|have|can|may|is (?:a|an|the|used)|are)\b"
)
_PLURAL = re.compile(r"(?:the |some |two )?(?:[\w-]+ ){0,2}?([\w-]+s)(?= (?:in|of|on|from|at)\b)")
_FEWEST_WORDS = 8
_FEWEST_EXACT = 3
_EXACT = 7
"""Letters of a word that is seldom one of every day."""


def description_fits_others(candidate: Candidate, _: Surroundings) -> bool:
    """Behind "a", few words or an empty noun describe many things: "a mixture of …"."""
    said = _said(candidate)
    if not said:
        return False
    is_empty = _COLLECTIVE.match(said) is not None
    if _DEFINITE.match(said):
        return is_empty and _is_thin(said)
    return is_empty or _ANYTHING.match(said) is not None or _is_thin(said)


def term_of_a_whole_row(candidate: Candidate, _: Surroundings) -> bool:
    """In "chromosomes in one gamete, called an oocyte", the last noun is meant, not the first.

    A plural is described, and the source writes an article before a single term.
    """
    said = _said(candidate)
    nouns = _PLURAL.match(said)
    if nouns is None or nouns[1].endswith(("ss", "us", "is")):
        return False
    term = re.escape(candidate.answer)
    is_single = any(
        re.search(rf"\b(?:called|known as|termed|\()(?: ?an?) {term}\b", quote)
        for quote in quotes(candidate)
    )
    return is_single and not candidate.answer.endswith("s")


def _said(candidate: Candidate) -> str:
    if candidate.fact.kind != "meaning":
        return ""
    found = _DESCRIPTION.match(candidate.stem)
    return found["said"] if found else ""


def _is_thin(said: str) -> bool:
    words = re.findall(r"[\w’'-]+", said)
    exact = {word for word in words[1:] if len(word) >= _EXACT or word[0].isupper()}
    return len(words) < _FEWEST_WORDS or len(exact) < _FEWEST_EXACT
