"""Things and people told by their kind, or by half a name: which is meant, the title must say.

The article told it before; a student sees the title and the question alone.
"""

from __future__ import annotations

import re

from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import TOPICS, sentence
from knowledge.questions.surroundings import Surroundings

_ANY_FOUNDED = re.compile(r"^In what year (?:(?:was|were) an? |did an? .* (?:open|close)\?)")
_NOT_TOLD_WHICH = r"(?! (?:of|in|that|which|who|for|at|on|_____))"
_BARE_TOPIC = re.compile(rf"\b[Tt]he (?:{TOPICS})\b{_NOT_TOLD_WHICH}")
_BARE_THING = re.compile(
    rf"\b[Tt]he (?:{TOPICS}|family|couple|railway|capital|government|academy|institute|college"
    r"|king|queen|emperor|sultan|ambassador|firm|society|commission|committee|parliament|theatre"
    rf"|cathedral|castle|harbour|wreck|instrument|index)\b{_NOT_TOLD_WHICH}"
)
_BARE_INSTITUTION = re.compile(
    r"\b[Tt]he (?P<what>Academy|Conservator(?:y|ium)|Senate|Institute|University|College|School"
    r"|Museum|Society|Council|Board|Commission|Committee|Court|Assembly|Congress|Parliament|Bank"
    r"|Ministry|Department|Church|Party|League|Union|Federation|Foundation|Library|Theatre|Opera"
    r"|Company|Corporation|Club|Guild|Order|Squadron|Regiment|Division)\b"
    r"(?! (?:of|for|in|on|at) (?:the )?[A-Z]| of _____|,? [A-Z]|['’]s [A-Z]| _____)"
)
_THE_CAPITAL = re.compile(r"\b(?:to|in|from|near) the capital\b(?! of\b| city\b|,? [A-Z])")
_UNNAMED_IN_A_ROW = re.compile(
    r"\b(?:[Tt]he|an?) (?:second|third|fourth|fifth|sixth|other|next|latter|former) [a-z][a-z-]+\b"
    r"(?!-| (?:of|to|in|for|on|from|at|season|term|edition|most|largest|single|album|part|[A-Z]))"
)


def founded_without_a_name(candidate: Candidate, _: Surroundings) -> bool:
    """In "In what year was a shipyard founded?" and "did a museum open?", any may be meant."""
    return _ANY_FOUNDED.search(candidate.stem) is not None


def thing_told_by_its_kind(candidate: Candidate, _: Surroundings) -> bool:
    """Which island "the island" is, the title does not say: a third of these is refused."""
    is_bare = "bare_definite" in candidate.fact.doubts
    return is_bare and _BARE_THING.search(sentence(candidate)) is not None


def institution_by_its_kind(candidate: Candidate, _: Surroundings) -> bool:
    """Which academy "the Academy" is, no capital letter tells; nor where "the capital" is."""
    said = sentence(candidate)
    found = _BARE_INSTITUTION.search(said)
    is_bare = found is not None and found["what"] not in candidate.title
    return is_bare or _THE_CAPITAL.search(said) is not None


def bare_topic_without_a_title(candidate: Candidate, _: Surroundings) -> bool:
    """Where no title is shown, "the company" is any company."""
    return not candidate.title and _BARE_TOPIC.search(sentence(candidate)) is not None


def one_in_a_row_unnamed(candidate: Candidate, _: Surroundings) -> bool:
    """Of which row "the fourth pilot" is one, and who it was, was said before."""
    return _UNNAMED_IN_A_ROW.search(sentence(candidate)) is not None
