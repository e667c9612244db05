"""In which district of a town a place lies: "the X complex in the Y district of Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.lines import Line
from knowledge.facts.statements import Statement
from knowledge.language.gazetteers import DEMONYMS, PEOPLES
from knowledge.models import Expected

_NAME = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*"
_FAITHS = frozenset(
    {"Buddhist", "Hindu", "Christian", "Catholic", "Jewish", "Muslim", "Orthodox", "Shinto"}
)
_NO_PLACES = PEOPLES | _FAITHS | frozenset(DEMONYMS)
_DOES = r"(?:was|were|is|are|has|had|have|\w+ing|\w+ed)\b"
_LIES_IN = re.compile(
    rf"(?P<place>{_NAME})(?:,\s(?:a|an|the)\s[a-z\s]{{3,40}}|(?:\s(?!{_DOES})[a-z]+){{1,2}})?\s(?:in|of)\s"
    rf"(?:the\s)?(?P<district>{_NAME})\s(?P<kind>district|quarter|borough|neighbourhood|province)\b"
)


def statements(lines: list[Line]) -> Iterator[Statement]:
    """The districts in which the sentences of one article put places."""
    for line in lines:
        for match in _LIES_IN.finditer(line.text):
            place, district = match["place"], match["district"]
            if {place, district} & _NO_PLACES:
                continue
            yield Statement(
                "district",
                {"place": place, "kind": match["kind"]},
                ("district", place.split()[0]),
                district,
                Expected("name", names=(district, f"{district} {match['kind']}")),
                line.citation,
            )
