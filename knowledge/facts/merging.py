"""Statements of many articles become facts: agreement, ranges and conflicts.

Sentences that copy one another count as one source. A definition outweighs mentions in passing,
a clear majority outweighs a slip; claims that contradict with equal support are marked.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from knowledge.facts.statements import Statement, identity
from knowledge.language.dates import from_code
from knowledge.language.units import unit
from knowledge.models import Expected, Fact

_COPY_RATIO = 80.0
_LONG_WORD = 5
_NEAR = 1.35
"""Values whose ratio is below this are one value seen with different precision."""
_SURE, _ONCE, _DISPUTED = 0.95, 0.8, 0.3


def merged(statements: Iterable[Statement]) -> list[Fact]:
    """The facts that the statements amount to, in the order in which they are first stated."""
    about: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        about[statement.about].append(statement)
    return [fact for group in about.values() for fact in _facts(group)]


def _facts(group: Sequence[Statement]) -> list[Fact]:
    """One fact, or several that contradict one another."""
    camps = _camps(group)
    winner = _winner(camps)
    ids = [_id(camp, is_main=camp is (winner or camps[0])) for camp in camps]
    return [
        replace(_fact(camp, is_believed=camp is winner), id=own, conflicts=_without(ids, own))
        for camp, own in zip(camps, ids, strict=True)
    ]


def _without(ids: Sequence[str], own: str) -> tuple[str, ...]:
    return tuple(other for other in ids if other != own)


def _camps(group: Sequence[Statement]) -> list[list[Statement]]:
    """Statements that can be true together, gathered."""
    camps: list[list[Statement]] = []
    for statement in sorted(group, key=lambda s: -_precision(s)):
        home = next((camp for camp in camps if _agree(camp[0].expected, statement.expected)), None)
        if home is None:
            camps.append([statement])
        else:
            home.append(statement)
    return camps


def _precision(statement: Statement) -> int:
    return len(statement.expected.date) + (statement.qualifier == "")


def _agree(one: Expected, other: Expected) -> bool:
    if one.kind == "quantity":
        small, large = sorted((_base(one), _base(other)))
        return large <= small * _NEAR
    if one.kind == "date":
        return from_code(one.date).agrees_with(from_code(other.date))
    if one.kind == "list":
        return {*one.members} == {*other.members}
    if one.kind == "phrase":
        return bool(_long_words(one.names[0]) & _long_words(other.names[0]))
    return bool({name.lower() for name in one.names} & {name.lower() for name in other.names})


def _long_words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) >= _LONG_WORD}


def _base(expected: Expected) -> float:
    known = unit(expected.unit)
    return (expected.low + expected.high) / 2 * (known.size if known else 1.0)


def _winner(camps: Sequence[list[Statement]]) -> list[Statement] | None:
    """The camp to believe: the only one, the only one that defines, or twice as many sources."""
    if len(camps) == 1:
        return camps[0]
    defining = [camp for camp in camps if any(s.is_definition for s in camp)]
    by_support = sorted(camps, key=_support, reverse=True)
    if len(defining) == 1 and _support(defining[0]) == _support(by_support[0]):
        return defining[0]
    return by_support[0] if _support(by_support[0]) >= 2 * _support(by_support[1]) else None


def _support(camp: Sequence[Statement]) -> int:
    """How many independent sources say it: copies of one text count once."""
    independent: list[Statement] = []
    for statement in camp:
        if not any(_is_copy(statement, other) for other in independent):
            independent.append(statement)
    return len(independent)


def _is_copy(one: Statement, other: Statement) -> bool:
    if one.citation.article == other.citation.article:
        return True
    return fuzz.token_set_ratio(one.citation.quote, other.citation.quote) >= _COPY_RATIO


def _fact(camp: Sequence[Statement], *, is_believed: bool) -> Fact:
    spokesman = _spokesman(camp)
    expected = _range(camp)
    cited = [s.citation for s in camp] + [each for s in camp for each in s.support]
    citations = tuple(dict.fromkeys(cited))
    sure = _SURE if _support(camp) > 1 else _ONCE
    return Fact(
        id="",
        kind=spokesman.kind,
        arguments=_commonest_arguments(camp),
        value=spokesman.value,
        qualifier=_qualifier(camp, expected),
        confidence=sure if is_believed else _DISPUTED,
        citations=citations,
        expected=expected,
        doubts=spokesman.doubts,
    )


def _spokesman(camp: Sequence[Statement]) -> Statement:
    """The statement whose value most others share; among equals the most exact."""
    counts = Counter(statement.value for statement in camp)
    return max(camp, key=lambda s: (counts[s.value], _precision(s)))


def _commonest_arguments(camp: Sequence[Statement]) -> dict[str, str]:
    counts = Counter(tuple(statement.arguments.items()) for statement in camp)
    return dict(counts.most_common(1)[0][0])


def _range(camp: Sequence[Statement]) -> Expected:
    """What all sources together allow: the values between the lowest and the highest they give."""
    first = _spokesman(camp).expected
    if first.kind == "name":
        names = (name for statement in camp for name in statement.expected.names)
        return replace(first, names=tuple(dict.fromkeys((*first.names, *names))))
    if first.kind != "quantity":
        return first
    scaled = [(s, *_in_unit(s.expected, first.unit)) for s in camp]
    low, high = min(low for _, low, _ in scaled), max(high for *_, high in scaled)
    below = {low for s, low, _ in scaled if s.qualifier == "more than" and low < high}
    above = {high for s, _, high in scaled if s.qualifier == "less than" and high > low}
    return replace(first, low=low, high=high, partly=tuple(sorted((below | above) & {low, high})))


def _in_unit(expected: Expected, unit_name: str) -> tuple[float, float]:
    own, wanted = unit(expected.unit), unit(unit_name)
    factor = own.size / wanted.size if own and wanted else 1.0
    return expected.low * factor, expected.high * factor


def _qualifier(camp: Sequence[Statement], expected: Expected) -> str:
    """One source's hedge stays; sources that differ make the value approximate."""
    hedges = {statement.qualifier for statement in camp}
    if expected.kind == "quantity" and (expected.low != expected.high or len(hedges) > 1):
        return "about"
    return next(iter(hedges))


def _id(camp: Sequence[Statement], *, is_main: bool) -> str:
    """Made of what the fact is about alone, so that a second source does not change it."""
    return identity(*camp[0].about, *(() if is_main else (camp[0].value,)))
