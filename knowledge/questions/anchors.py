"""Whether a stem alone says of whom or what it speaks, so that no title need be shown with it.

Anchors are names and years. Knows how they look, and the acts that few do; not what is true.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.language.dates import MONTHS
from knowledge.language.gazetteers import GIVEN_NAMES, NATIONS_AND_PEOPLES, TITLES
from knowledge.language.names import Name, Names
from knowledge.language.places import place_kind
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, TOPICS, sentence, years

_FEWEST = 3
_ANCHORS = 2
_MUCH = 5
"""Words of five letters or more."""

_ROOT = 5
_SUBORDINATE = re.compile(r"(?<=\w)\b,? (?:when|after|before|while|where|until|because)\b")
_DONE_BY_ONE = re.compile(
    r"\b(?:play(?:ed|s|ing) (?!for|in|with|at)|portray\w*|starr?\w* (?:as|opposite)|cast as"
    r"|reprised?"
    r"|voiced?|roles? (?:as|of)|debut (?:as|opposite)|married|defeated|succeeded|replaced"
    r"|(?<!was )(?<!were )killed|assassinated|shot|arrested|beat|elected (?!a )|appointed (?!a )"
    r"|chosen|crowned|named|awarded the|won the|commanded|signed|vetoed|ordered|negotiated"
    r"|proposed|introduced|initiated|launched|founded|co-founded|formed|created|co-created|wrote"
    r"|co-wrote|composed|directed|produced|invented|discovered|designed|redesigned|developed"
    r"|painted|published|built|hosted|coined|translated|edited|released|recorded|orchestrated"
    r"|besieged|conquered|sold|bought|inherited|persuaded|convinced|recruited|sued|interpreter"
    r"|pardoned|annexed|captured|renamed|unveiled|received the|marriage to"
    r"|starr\w* in [^,]*[A-Z][^,]* and)\b"
)
"""Acts and parts that have one doer, or few."""

_HEADED = re.compile(
    r"\b(?:president|head|chair(?:man|woman)?|director|editor|captain|conductor|secretary|minister"
    r"|governor|mayor|dean|founder|leader|author|inventor|designer|creator|composer|widow|wife"
    r"|husband|son|daughter|father|mother|sister|brother|interpreter|biographer"
    r"|successor|successor state|birthplace|capital) (?:of|to)\b"
    r"|\b(?:known|famous) (?:for|as)\b"
    r"|\b(?:was|is|as|became) the (?:first|last|only|youngest|oldest)\b",
    re.IGNORECASE,
)
_WED = re.compile(r"\b(?:married|(?:husband|wife|widow|widower) of) (?:[a-z][\w-]* ){0,4}[A-Z]")
_SHARED = frozenset(
    {"Award", "Awards", "Prize", "Medal", "Trophy", "Championship", "Championships", "Cup"}
    | {"Festival", "Actor", "Actress", "President", "American", "America", "Series"}
)
"""Last words of names that are given to many, or every year anew."""

_IS_A_THING = re.compile(rf"Who (?:is|was) an? (?:[\w-]+ )*?(?:{TOPICS})\b")
_LONE_DEFINITE = re.compile(
    r"\b[Tt]he (?P<phrase>(?:"
    r"(?!(?:of|in|for|to|at|on|from|by|with|as|and|or|that|which|who|was|were|is)\b)"
    r"[a-z][\w-]*\b ?)+)(?P<after>\S*(?: \S+)?)"
)
_SAYS_WHICH = re.compile(
    r"(?:of|between|that|which|who|where)\b|[A-Z\d“\"]|_"
    r"|(?:in|for|to|at|on|from|by|against|with) (?!(?:1\d|20)\d\d)"
)
_ONE_IN_THE_WORLD = re.compile(
    r"\b(?:first|second|third|last|only|same|most|\w{3,}est|world|sun|moon|earth|public|press|time"
    r"|internet|lead|title|role|late|early|\d+s|age|sea|air)\b"
)
_POINTS_AWAY = re.compile(
    r"\b(?:they|their|them|it|its|this|these|those|such|there|here|another|other|others|also|then"
    r"|instead|again|further|later|former|latter|both|several|various|many|some|uncredited)\b",
    re.IGNORECASE,
)
_GENDERED = re.compile(r"\b(?:he|she|him|his|her|himself|herself)\b", re.IGNORECASE)


def is_anchored(candidate: Candidate, names: Names) -> bool:
    """Whether only one in the world can be meant, by the names, works and years of the stem."""
    said = sentence(candidate)
    if candidate.fact.doubts or leans_on_the_article(said, candidate):
        return False
    found = [name for name in names.find(said) if not _is_no_anchor(name)]
    if any(_is_first_name_only(name) for name in found):
        return False
    if candidate.fact.kind == "definition":
        is_one = re.search(rf"\b(?:{TOPICS})\b", said) is None or bool(years(said))
        is_one = is_one or any(_is_strong(name) or name.kind == "organisation" for name in found)
        return is_one and _describes_one(said, candidate.answer)
    act = _SUBORDINATE.split(said)[0]
    strong = {name.full for name in found if _is_strong(name)}
    weight = len(strong) + len({name.full for name in found} | set(years(said)))
    if _WED.search(act) and strong:
        return True
    if _DONE_BY_ONE.search(act):
        is_long = len(_long(said)) >= _MUCH or any(name.kind == "event" for name in found)
        is_told = weight >= _ANCHORS and bool(years(said) or strong) and is_long
        return is_told or (bool(strong) and weight >= _FEWEST)
    is_one = bool(years(said)) or candidate.answer_kind in {"country", "city", "state"}
    return _HEADED.search(act) is not None and weight >= _FEWEST - is_one


def _describes_one(said: str, answer: str) -> bool:
    """Whether a definition says much, without a word made from what it defines."""
    roots = tuple(word[:_ROOT] for word in re.findall(r"\w{4,}", answer.lower()))
    gives_away = any(word.startswith(roots) for word in re.findall(r"\w+", said.lower()))
    return answer[0].isalpha() and not gives_away and len(_long(said)) > _MUCH


def _long(said: str) -> list[str]:
    return re.findall(r"[a-zA-Z-]{5,}", said)


def in_full(candidate: Candidate, names: Names) -> Candidate:
    """The candidate with the persons of its stem under their full names."""
    stem = candidate.stem
    for name in reversed(names.find(stem)):
        if name.kind == "person" and " " not in name.text and name.full != candidate.answer:
            stem = stem[: name.start] + name.full + stem[name.end :]
    return replace(candidate, stem=stem)


def leans_on_the_article(said: str, candidate: Candidate) -> bool:
    """Whether a word means something only where the article stands around it."""
    is_thing = candidate.answer_kind != "person" or _IS_A_THING.match(said) is not None
    is_misnamed = candidate.stem.startswith("Who ") and is_thing
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
    is_shared = bool(_SHARED & {*words}) or words[-1] in NATIONS_AND_PEOPLES
    return len(words) > 1 and not is_common and not is_shared
