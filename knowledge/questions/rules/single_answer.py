"""Whether the question has one right answer in the whole library and in its own article.

Sentences are compared by their terms: what is said elsewhere in other words is not noticed.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from knowledge.language.dates import dates
from knowledge.questions.candidates import CLAUSAL, Candidate
from knowledge.questions.rules.shown import (
    BLANK,
    TOPICS,
    VALUES,
    beside_the_key,
    quotes,
    sentence,
    years,
)
from knowledge.questions.surroundings import Surroundings, said
from knowledge.search import terms

_SUBJECT_ASKED = re.compile(
    r"(?:Who|Which (?:prime )?[a-z]+)"
    r" (?!(?:did|does|do|was|were|is|are|had|has)\b)(?P<verb>[a-z]+)"
)
_WITH_ANOTHER = (
    r"(?:and|along with|together with|as well as)"
    r" (?:the )?(?:[A-Z]\w+|others|(?:his|her|their) \w+)"
)
_OF_A_PLACE = r"(?: (?:of|from) (?:the )?[A-Z][\w'’-]*(?: (?:of |the |d['’])?[A-Z][\w'’-]*)*)?"
_ANOTHER_CAUSE = re.compile(
    r" and (?:an? )?[a-z]+(?<!ed)(?<!left)(?<!was)(?:[.,;]| (?:at|in|on|aged)\b)"
)
_SAME_STEM = 85.0
_OR = re.compile(rf"\bor (?:(?:at|in|near|by) )?{BLANK}|{BLANK},? or (?:(?:at|in|near|by) )?[A-Z]")
_SAID_AGAIN = 0.75
_FEWEST_TERMS = 2


def another_answer_fits(candidate: Candidate, around: Surroundings) -> bool:
    """Nearly the same is said of somebody or something else: the question has two answers."""
    if candidate.fact.kind not in CLAUSAL:
        return False
    own = said(candidate.fact)
    return any(
        fuzz.token_sort_ratio(own, said(other)) >= _SAME_STEM and years(own) == years(said(other))
        for other in around.rivals(candidate.fact)
        if other.value != candidate.fact.value and other.citations != candidate.fact.citations
    )


def happened_again(candidate: Candidate, _: Surroundings) -> bool:
    """Who won "in 1924, and again in 1926", won in either year."""
    told = [quote for quote in quotes(candidate) if "again in" in quote]
    if candidate.answer_kind != "date" or not told:
        return False  # most are: a pattern is made for the others alone
    key = re.escape(candidate.answer)
    again = re.compile(rf"\b{key},?(?: and)? again in\b|\b\d{{4}},?(?: and)? again in {key}\b")
    return any(map(again.search, told))


def one_of_several_doers(candidate: Candidate, _: Surroundings) -> bool:
    """In "Who argued that …?", the source has "Friedman, in a speech, and Phelps had argued".

    In "Who led a survey?" it has "together with Graham led a survey", said of somebody else.
    """
    asked = _SUBJECT_ASKED.match(candidate.stem)
    if candidate.form == "gap" or asked is None:
        return False
    who, verb = re.escape(candidate.answer), re.escape(asked["verb"])
    companion = re.compile(
        rf"\b{who}{_OF_A_PLACE}(?:(?:,[^,;]*){{0,3}},|(?:, [A-Z][^,;]*?)+)? ?{_WITH_ANOTHER}\b"
        rf"(?:,[^,;]*,|[^;,])*?,? {verb}\b"
        rf"|[a-z] and (?:the )?{who} (?:had |have |also )?{verb}\b"
        rf"|\b(?:together|along) with (?:the )?(?:[a-z]+ ){{0,2}}{who} {verb}\b"
        rf"|\b(?:and|who) with (?:the [a-z]+ )?{who} {verb}\b"
    )
    return any(companion.search(quote) for quote in quotes(candidate))


def one_or_the_other(candidate: Candidate, _: Surroundings) -> bool:
    """Who was stoned "in Bougie or _____", nobody knows."""
    is_number = candidate.answer_kind in VALUES
    return not is_number and _OR.search(sentence(candidate)) is not None


def one_of_two_causes(candidate: Candidate, _: Surroundings) -> bool:
    """Who died "of kidney failure and pneumonia" died of both."""
    if candidate.fact.kind != "death_cause":
        return False
    return any(_ANOTHER_CAUSE.match(behind) for _, behind in beside_the_key(candidate))


def said_again_with_another_value(candidate: Candidate, around: Surroundings) -> bool:
    """Another sentence of the article says the same of a wrong option, or of another time."""
    if candidate.fact.kind not in CLAUSAL:
        return False
    own = re.sub(rf"\b(?:{TOPICS})\b", "", sentence(candidate))
    kept = set(terms(own)) - set(terms(candidate.title)) - _answers(candidate)
    if len(kept) < _FEWEST_TERMS:
        return False
    return any(
        len(kept & found) >= _SAID_AGAIN * len(kept) and _says_otherwise(candidate, text)
        for _, text, found in around.elsewhere.others(candidate.fact)
    )


def _answers(candidate: Candidate) -> set[str]:
    return {
        term for option in (candidate.answer, *candidate.distractors) for term in terms(option)
    }


def _says_otherwise(candidate: Candidate, text: str) -> bool:
    if candidate.answer in text:
        return False
    if candidate.answer_kind == "date":
        return any(found.year or found.month for found in dates(text))
    return any(option in text for option in candidate.distractors)
