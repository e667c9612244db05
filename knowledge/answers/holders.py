"""Who holds a role, as sentences say it: in a title, beside the name, in so many words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.answers.asked import Asked
from knowledge.search.tokens import terms

_ALIKE = 4
"""Letters that "Chinese" and "China" share."""

_NAME = r"[A-Z][\w’'.-]*(?:\s+(?:(?:of|de|van|von|bin|the)\s+)?[A-Z][\w’'-]*){0,3}"
_EQUATION = re.compile(
    rf"(?:^|[.;]\s|\b(?:and|that|while)\s+)(?P<name>{_NAME})(?:,[^,]{{3,60}},)?\s+"
    r"(?:is|was|became|remains|(?:serve[sd]|acts|acted)\s+as)\s+(?!born\b|not\b)"
    r"(?P<role>[^,;.]{3,90})"
)
_APPOSITION = re.compile(rf"(?P<name>{_NAME}),\s+(?P<role>(?:an?\s+|the\s+)?[a-z][^,;.]{{3,80}})")
_RUN = re.compile(r"[A-Z][\w’'.-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'.-]*)*")
_BEFORE = 40
"""Characters before a run of capitals in which its title may begin: "China's top diplomat"."""
_CLAUSE = re.compile(r"\b(?:since|before|after|when|until|who|which)\b")
_DEED = re.compile(r"\w+ed|met|meets|told|said|says|saw|sees")
_END = re.compile(r"['’]s?$|[.,]+$")
_LONGEST_NAME = 3
_OFFICE = re.compile(
    r"\b(?:minister|secretary|president|director|chief|head|diplomat|ambassador|spokes\w+|leader"
    r"|chair\w*|chancellor|governor|mayor|king|queen|prince(?:ss)?|general|bishop|judge|professor)\b",
    re.IGNORECASE,
)
_BY_THE_WAY = 0.8
_DEFINED = 1.25
"""A sentence made to say who somebody is outweighs a title in passing."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A name, and how well what the sentence says of it matches the question, 0 to 1.25."""

    name: str
    match: float


def holders(asked: Asked, sentence: str) -> list[Holder]:
    """Return the names to which the sentence gives the role asked for, the surest first."""
    found = (*_by_statement(asked, sentence), *_by_title(asked, sentence))
    return sorted((each for each in found if each.match), key=lambda each: -each.match)


def role(asked: Asked, sentence: str) -> str | None:
    """Return what the sentence says that the one who is named is: "director of the office"."""
    stated = next(_stated_roles(asked, sentence), None)
    return stated or next(_titles(asked, sentence), None)


def clarity_of_role(asked: Asked, sentence: str) -> float:
    """Return 1 where the sentence says outright what the one named is, less for a title."""
    if next(_stated_roles(asked, sentence), None):
        return 1.0
    return _BY_THE_WAY if next(_titles(asked, sentence), None) else 0.0


def _stated_roles(asked: Asked, sentence: str) -> Iterator[str]:
    for pattern in (_EQUATION, _APPOSITION):
        for match in pattern.finditer(sentence):
            if not _named(asked).isdisjoint(terms(match["name"])):
                yield _CLAUSE.split(match["role"])[0].strip()


def _titles(asked: Asked, sentence: str) -> Iterator[str]:
    for match in _RUN.finditer(sentence):
        words = [*_leading(sentence[: match.start()]), *match[0].split()]
        named = _named(asked)
        first = next((n for n, word in enumerate(words) if not named.isdisjoint(terms(word))), 0)
        title = " ".join(words[:first])
        if _OFFICE.search(title):
            yield title


def _named(asked: Asked) -> frozenset[str]:
    return frozenset(term for name in asked.names for term in name)


def alike(asked: Asked, text: str) -> float:
    """Return the share of the question's terms that words alike in ``text`` have."""
    there = {term[:_ALIKE] for term in terms(text)}
    return sum(term[:_ALIKE] in there for term in asked.weights) / max(len(asked.weights), 1)


def _by_statement(asked: Asked, sentence: str) -> Iterator[Holder]:
    for pattern, worth in ((_EQUATION, _DEFINED), (_APPOSITION, 1.0)):
        for match in pattern.finditer(sentence):
            role = _CLAUSE.split(match["role"])[0]
            if not alike(asked, match["name"]):
                yield Holder(match["name"], worth * alike(asked, role))


def _by_title(asked: Asked, sentence: str) -> Iterator[Holder]:
    """Read runs like "Chinese Foreign Minister Qin Gang": what the question has, then a name."""
    for match in _RUN.finditer(sentence):
        words = [*_leading(sentence[: match.start()]), *match[0].split()]
        known = [n for n, word in enumerate(words) if alike(asked, word)]
        if known and 0 < len(words) - known[-1] - 1 <= _LONGEST_NAME:
            name = " ".join(words[known[-1] + 1 :])
            if name[0].isupper():
                yield Holder(_END.sub("", name), alike(asked, " ".join(words[: known[-1] + 1])))


def _leading(before: str) -> list[str]:
    """Return the words right before a run that belong to it: those after the last empty word."""
    words = before[-_BEFORE:].split()[-3:]
    ends = [
        n + 1
        for n, word in enumerate(words)
        if not terms(word)
        or word.endswith(",")
        or _CLAUSE.fullmatch(word)
        or _DEED.fullmatch(word)
    ]
    cut = max(ends, default=0)
    return words[cut:] if before.endswith(" ") else []
