"""Which meeting came the day before another: "met X a day after he met Y".

Requires one person in both meetings; the order of days is never worked out from anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.facts.reading.lines import Clause, Line
from knowledge.facts.statements import Statement
from knowledge.models import Expected

_DAY_AFTER = re.compile(r"\b(?:a|one|the)\s+day\s*$", re.IGNORECASE)
_AFTER = re.compile(r"^\W*after\b", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:met|meeting|talks|talked|received|spoke)\b", re.IGNORECASE)
_PAIR = 2


def statements(lines: list[Line]) -> Iterator[Statement]:
    """Whom somebody met the day before another meeting, by the sentences of one article."""
    for line in lines:
        for later, earlier in pairwise(line.clauses()):
            is_day_after = _DAY_AFTER.search(later.text) and _AFTER.match(earlier.text)
            if is_day_after and _are_meetings(later, earlier):
                yield from _order(line, later, earlier)


def _are_meetings(*clauses: Clause) -> bool:
    return all(len(clause.persons) == _PAIR and _MEETING.search(clause.text) for clause in clauses)


def _order(line: Line, later: Clause, earlier: Clause) -> Iterator[Statement]:
    both = set(later.persons) & set(earlier.persons)
    if len(both) != 1:
        return
    (who,) = both
    (second,) = set(later.persons) - both
    (first,) = set(earlier.persons) - both
    yield Statement(
        "meeting_before",
        {"who": who, "then": second},
        ("meeting_before", who, second),
        first,
        Expected("name", names=(first,)),
        line.citation,
    )
