"""Firsts in a span of time: "X is the first … to visit … in almost five years".

Requires the person, the full description of the group and the span. Superlatives "since" a year
are left alone: sources start them at different points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.lines import Line
from knowledge.facts.statements import Statement
from knowledge.language.quantities import durations, phrase
from knowledge.models import Expected

_IS_FIRST = re.compile(
    r"^(?P<verb>is|was|became|has become)\sthe first\s"
    r"(?P<group>[A-Z][\w.]*(?:\s(?:of\s)?[A-Z]\w+)*)(?P<rest>.*)$",
    re.DOTALL,
)
_NOT_YET = re.compile(r"\b(?:will|would|could|may|might|not|if)\b")


def statements(lines: list[Line]) -> Iterator[Statement]:
    """Who was the first in how long, by the sentences of one article."""
    for line in lines:
        for name in line.names:
            match = _IS_FIRST.match(line.text[name.end + 1 :])
            if match and name.kind == "person" and not _NOT_YET.search(line.text):
                yield from _first(line, name.full, match["group"], match["rest"])


def _first(line: Line, who: str, group: str, rest: str) -> Iterator[Statement]:
    spans = [found for found in durations(rest) if rest[: found.start].endswith("in ")]
    if len(spans) != 1:
        return
    span = spans[0]
    before, after = rest[: span.start].removesuffix("in ").strip(), rest[span.end :].strip(" .")
    deed = " ".join(part for part in (before, after) if part)
    if not deed:
        return
    yield Statement(
        "first_in",
        {"who": who, "group": group, "deed": deed},
        ("first_in", who, group),
        phrase(span.low, span.high, span.unit),
        Expected("quantity", span.low, span.high, span.unit),
        line.citation,
        span.qualifier,
    )
