"""Whether a stem alone says of whom or what it speaks, so that no title need be shown with it.

Anchors are names and years. Knows how they look, and the acts that few do; not what is true.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.language.dates import MONTHS
from knowledge.language.gazetteers import DEMONYMS, GIVEN_NAMES, PEOPLES, TITLES
from knowledge.language.names import Name, Names
from knowledge.language.places import place_kind
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, sentence, years

_FEWEST = 3
_DONE_BY_ONE = re.compile(
    r"\b(?:play(?:ed|s|ing) (?!for|in|with|at)|portray\w*|starr?\w* (?:as|opposite)|cast as|reprised?"
    r"|voiced?|roles? (?:as|of)|debut (?:as|opposite)|married|defeated|succeeded|replaced"
    r"|(?<!was )(?<!were )killed|assassinated|shot|arrested|beat|elected (?!a )|appointed (?!a )"
    r"|chosen|crowned|named|awarded the|won the|commanded|signed|vetoed|ordered|negotiated"
    r"|proposed|introduced|initiated|launched|founded|co-founded|formed|created|co-created|wrote"
    r"|co-wrote|composed|directed|produced|invented|discovered|designed|redesigned|developed"
    r"|painted|published|built|hosted|coined|translated|edited|released|recorded|orchestrated"
    r"|besieged|conquered|sold|bought|inherited|persuaded|convinced|recruited|sued|interpreter"
    r"|pardoned|annexed|captured|interviewed|discussed|renamed|unveiled)\b"
)
"""Acts and parts that have one doer, or few."""

_HEADED = re.compile(
    r"\b(?:president|head|chair(?:man|woman)?|director|editor|captain|conductor|secretary|minister"
    r"|governor|mayor|dean|founder|leader|author|inventor|designer|creator|composer|widow|wife"
    r"|husband|son|daughter|father|mother|sister|brother|interpreter|biographer) (?:of|to)\b"
    r"|\bbest known (?:for|as)\b|\b(?:was|is|as|became) the (?:first|last|only|youngest|oldest)\b"
)
_MARRIED = re.compile(r"\bmarried (?:[a-z][\w-]* ){0,4}[A-Z]")
_SHARED = frozenset(
    {"Award", "Awards", "Prize", "Medal", "Trophy", "Championship", "Championships", "Cup"}
    | {"Festival", "Actor", "Actress", "President", "Party", "American", "America", "Series"}
)
"""Last words of names that are given to many, or every year anew."""

_LONE_DEFINITE = re.compile(
    r"\b[Tt]he (?P<phrase>(?:(?!(?:of|in|for|to|at|on|from|by|with|as|and|or|that|which|who|was|were|is)\b)"
    r"[a-z][\w-]*\b ?)+)(?P<after>\S*)"
)
_SAYS_WHICH = re.compile(
    r"(?:of|in|for|to|between|that|which|who|where|at|on|from|by|against)$|[A-Z\d“\"]|_"
)
_ONE_IN_THE_WORLD = re.compile(
    r"\b(?:first|second|third|last|only|same|most|\w{3,}est|world|sun|moon|earth|public|press|time"
    r"|internet|lead|title|role|late|early|\d+s|age|sea|air)\b"
)
_POINTS_AWAY = re.compile(
    r"\b(?:they|their|them|it|its|this|these|those|such|there|here|another|other|others|also|then"
    r"|instead|again|later|former|latter|both|several|various|many|some)\b",
    re.IGNORECASE,
)
_GENDERED = re.compile(r"\b(?:he|she|him|his|her|himself|herself)\b", re.IGNORECASE)


def is_anchored(candidate: Candidate, names: Names) -> bool:
    """Whether only one in the world can be meant, by the names, works and years of the stem."""
    said = sentence(candidate)
    if candidate.fact.doubts or _leans_on_the_article(said, candidate):
        return False
    found = [name for name in names.find(said) if not _is_no_anchor(name)]
    if any(_is_first_name_only(name) for name in found):
        return False
    strong = {name.full for name in found if _is_strong(name)}
    weight = len(strong) + len({name.full for name in found} | set(years(said)))
    if _DONE_BY_ONE.search(said):
        return bool(strong) and (weight >= _FEWEST or _MARRIED.search(said) is not None)
    return weight >= _FEWEST - (not strong and bool(years(said))) and bool(_HEADED.search(said))


def in_full(candidate: Candidate, names: Names) -> Candidate:
    """The candidate with the persons of its stem under their full names."""
    stem = candidate.stem
    for name in reversed(names.find(stem)):
        if name.kind == "person" and " " not in name.text and name.full != candidate.answer:
            stem = stem[: name.start] + name.full + stem[name.end :]
    return replace(candidate, stem=stem)


def _leans_on_the_article(said: str, candidate: Candidate) -> bool:
    """Whether a word means something only where the article stands around it."""
    is_misnamed = candidate.stem.startswith("Who ") and candidate.answer_kind != "person"
    if (
        is_misnamed
        or _POINTS_AWAY.search(said)
        or any(_is_lone(found) for found in _LONE_DEFINITE.finditer(said))
    ):
        return True
    gendered = _GENDERED.search(said)
    return candidate.form == "gap" and gendered is not None and gendered.start() < said.find(BLANK)


def _is_lone(found: re.Match[str]) -> bool:
    return not (_ONE_IN_THE_WORLD.search(found["phrase"]) or _SAYS_WHICH.match(found["after"]))


def _is_no_anchor(name: Name) -> bool:
    return name.text in {*MONTHS, "Who", "Which", "What", "Whom", "In"} or name.text in TITLES


def _is_first_name_only(name: Name) -> bool:
    return " " not in name.full and (name.kind == "person" or name.text in GIVEN_NAMES)


def _is_strong(name: Name) -> bool:
    """Whether the name is a person's or a work's: no place, people, body, war or yearly prize."""
    words = name.full.split()
    is_common = name.kind not in {"person", "other"} or place_kind(name.full) is not None
    is_shared = bool(_SHARED & {*words}) or words[-1] in DEMONYMS or words[-1] in PEOPLES
    return len(words) > 1 and not is_common and not is_shared
