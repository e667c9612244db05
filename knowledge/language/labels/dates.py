"""Dates among words, as the pipeline learns to see them: a calendar's words, years, centuries.

What a date means, and all relative ones, are not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from knowledge.language.labels.kinds import DATE, Label
from knowledge.language.treebank import Word

_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
)
_WEEKDAYS: Final = (
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    "|Mon|Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun"
)
CALENDAR: Final = frozenset(f"{_MONTHS}|{_WEEKDAYS}".split("|"))
"""Months and weekdays, in full and short."""

_DAY: Final = r"(?:[0-3]?\d(?: ?(?:st|nd|rd|th))?)"
_YEAR: Final = r"(?:1\d{3}|20\d\d)"
_MONTH: Final = rf"(?:{_MONTHS})\.?"
_WEEKDAY: Final = rf"(?:{_WEEKDAYS})"
_DATE: Final = re.compile(
    rf"(?<!\S)(?:"
    rf"(?:{_WEEKDAY} ,? ?)?(?:{_DAY} (?:of )?{_MONTH}|{_MONTH} {_DAY})(?: ,? ?{_YEAR})?"
    rf"|{_MONTH} (?:of |, )?{_YEAR}"
    rf"|(?:(?:early|mid|late) (?:- )?)?{_YEAR} ?'?s"
    rf"|(?:(?:early|mid|late) (?:- )?)?(?:\d\d?(?:st|nd|rd|th)|[a-z]+(?:th|first|second|third))"
    rf"(?: -)? centur(?:y|ies)"
    rf"|{_YEAR}(?= (?:[,.;:)]|and|to|the|when|in|at|as|by|with|for|was|were|-|–)|$)"
    rf"|{_WEEKDAY}|{_MONTH}(?<!May)(?<!March)(?<!Mar)(?<!Jan)"
    rf")(?!\S)"
)


def dates(words: tuple[Word, ...]) -> Iterator[Label]:
    """Every date that stands among the words."""
    starts: dict[int, int] = {}
    text = ""
    for index, word in enumerate(words):
        starts[len(text)] = index
        text += word.text + " "
    for match in _DATE.finditer(text.rstrip()):
        start = starts[match.start()]
        end = start + match[0].count(" ") + 1
        if any(word.tag in ("CD", "NNP", "NNPS", "NNS", "NN", "JJ") for word in words[start:end]):
            yield Label(start, end, DATE)
