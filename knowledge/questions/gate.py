"""The gate: which candidates are refused, which are safe, and which wait for an instructor.

Refusing rules (``rulebook``) find what nobody should see; the others give *signs*. Of the
narrowest facts a sign makes a draft; of all others, signs are weighed with whatever else can be
seen, as ratings have taught it (``weighing``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from knowledge.models import Fact
from knowledge.questions import weighing
from knowledge.questions.candidates import Candidate
from knowledge.questions.rulebook import (
    COUNTED,
    DOUBTING,
    REFUSING,
    SIGNS,
    WEIGHED_DOUBTS,
    Rule,
)
from knowledge.questions.second_opinion import opinion
from knowledge.questions.surroundings import Surroundings
from knowledge.questions.weighing.features import Features, features
from knowledge.questions.weighing.grounds import grounds


class Seen(NamedTuple):
    """What is seen of a candidate itself, and of the ground that it stands on."""

    features: Features
    grounds: Features


SAFE, DRAFT = 0.85, 0.64
"""How likely a teacher must be to take a weighed question for it to be asked, or shown to one."""

READ = 0.3
"""By sight so likely, a question may become a draft: of what is less likely hardly any does."""

SURE = frozenset(
    {"award", "birth_name", "birth_place", "death_age", "death_cause", "death_place", "joining"}
    | {"kin", "marriage", "move", "within"}
)
"""Kinds whose questions judges took whatever they were worth: 219 of 229 of those worth less than
the bound (``tests/quality/rated/judged.tsv``). They are not read."""

LEAST = 0.4
"""What a question of these kinds is worth at least, by sight, to be safe."""

FAVOURABLE, ORDINARY = 2.8, 2.1
"""The logits of opinions that one question in four gets, and that half of them get.

What a favourable one would not make safe is not read, and is worth what an ordinary one makes it.
Of what becomes safe, one in 100 is lost; of the reading, one in four is spared.
"""

MOST_SIGNS = 2
"""A question of the narrowest kinds that more signs speak against is past mending."""


def may_pass(fact: Fact) -> bool:
    """Whether a candidate of this fact is not refused for the fact's own doubts already."""
    return not _grave(fact)


def passes(candidate: Candidate, around: Surroundings) -> bool:
    """Whether no rule refuses the candidate; which one does, is not asked further."""
    return may_pass(candidate.fact) and not any(rule(candidate, around) for rule in REFUSING)


def judged(candidate: Candidate, around: Surroundings) -> Candidate:
    """The candidate with the names of the rules that refuse or doubt it, and its worth."""
    refused = (*_grave(candidate.fact), *_found(REFUSING, candidate, around))
    if refused:
        return replace(candidate, refused_by=refused, worth=0.0)
    found = by_sight(candidate, around)
    return found if found.refused_by else tiered(found, around)


def by_sight(candidate: Candidate, around: Surroundings) -> Candidate:
    """A candidate that no rule refuses with its worth by what is seen, or refused as too light."""
    signs = _signs(candidate, around)
    if candidate.fact.kind in COUNTED:
        return _counted(candidate, signs)
    found = replace(candidate, worth=weighing.worth(features(candidate, signs, around)))
    too_light = (*signs, "weighed_too_light")
    least = LEAST if candidate.fact.kind in SURE else READ
    return found if found.worth >= least else replace(found, refused_by=too_light)


def tiered(candidate: Candidate, around: Surroundings) -> Candidate:
    """What passed by sight, read as well where it may be safe: safe, a draft or refused after all.

    Reading takes longest: it is for the one of several questions that would be asked.
    """
    if candidate.fact.kind not in COUNTED | SURE:
        candidate = _read(candidate, around)
    if candidate.refused_by or candidate.doubted_by:
        return candidate
    return replace(candidate, doubted_by=_found(DOUBTING, candidate, around))


def seen(candidate: Candidate, around: Surroundings) -> Seen | None:
    """What is seen of a candidate that is weighed; None for one that a rule refuses anyway."""
    if candidate.fact.kind in COUNTED or not passes(candidate, around):
        return None
    signs = _signs(candidate, around)
    return Seen(features(candidate, signs, around), grounds(candidate, signs, around))


def _grave(fact: Fact) -> tuple[str, ...]:
    return tuple(doubt for doubt in fact.doubts if doubt not in WEIGHED_DOUBTS)


def _signs(candidate: Candidate, around: Surroundings) -> tuple[str, ...]:
    mild = (doubt for doubt in candidate.fact.doubts if doubt in WEIGHED_DOUBTS)
    return (*mild, *_found(SIGNS, candidate, around))


def _read(candidate: Candidate, around: Surroundings) -> Candidate:
    """Refused, a draft or safe by both opinions; the signs are the reasons."""
    signs = _signs(candidate, around)
    found = replace(candidate, worth=_by_both(candidate, signs, around))
    if found.worth >= SAFE:
        return found
    why = (*signs, "weighed_too_light")
    is_draft = found.worth >= DRAFT
    return replace(found, doubted_by=why) if is_draft else replace(found, refused_by=why)


def _by_both(candidate: Candidate, signs: Iterable[str], around: Surroundings) -> float:
    """The worth by both opinions; an ordinary one is taken where reading could not help."""
    seen, ground = candidate.worth, grounds(candidate, signs, around)
    is_in_vain = weighing.together(seen, FAVOURABLE, ground) < SAFE
    return weighing.together(seen, ORDINARY if is_in_vain else opinion(candidate), ground)


def _counted(candidate: Candidate, signs: tuple[str, ...]) -> Candidate:
    """Safe without any sign, a draft with few."""
    is_lost = len(signs) > MOST_SIGNS
    return (
        replace(candidate, refused_by=signs) if is_lost else replace(candidate, doubted_by=signs)
    )


def _found(rules: tuple[Rule, ...], candidate: Candidate, around: Surroundings) -> tuple[str, ...]:
    return tuple(rule.__name__ for rule in rules if rule(candidate, around))
