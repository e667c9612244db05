"""Typed spans: the pieces of a sentence that could be the short answer to a question of a kind.

Found by the general shapes of English numbers, dates, amounts and names; what a span means and
which one answers is told elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.answers.kinds import Kind

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)"
_YEAR = r"(?:1\d|20)\d\d"
_DAY = rf"(?:(?:\d{{1,2}}\s+)?{_MONTH}\s+(?:\d{{1,2}},?\s+)?)?{_YEAR}"
_UP_TO_NINE = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_NUMBER = (
    rf"(?:(?<![\w.,])\d[\d,]*(?:\.\d+)?(?:\s+\d/\d)?|(?:{_TENS}(?:-(?:{_UP_TO_NINE}))?|{_TEENS}|{_UP_TO_NINE})\b"
    r"|an?\s+(?=hundred|thousand|million|billion|dozen)|half\s+(?=an?\s)|several\b"
    r"|(?:tens\s+of\s+)?(?:dozens|hundreds|thousands|millions|billions)\b(?:\s+of(?=\s))?)"
)
_SCALE = r"(?:[\s-]*(?:hundred|thousand|million|billion|trillion|dozen|bn|mn)\b)*"
_AMOUNT = rf"{_NUMBER}{_SCALE}(?:\s+and\s+(?:a|one)\s+(?:half|quarter))?"
_HEDGE = (
    r"(?i:(?:(?:just\s+|well\s+)?(?:over|under)|about|around|approximately|roughly|nearly|almost|some"
    r"|(?:more|less|fewer)\s+than|at\s+(?:least|most)|up\s+to|an\s+estimated)\s+)?"
)
_FRACTION = (
    r"(?:one|two|three|four|five)[\s-](?:half|third|quarter|fourth|fifth|sixth|eighth|tenth)s?\b"
)
_RANGE = (
    rf"{_HEDGE}(?:{_FRACTION}|{_AMOUNT}(?:%(?=\s*(?:to|or|and|-|–|—)\s*\d))?"
    rf"(?:\s*(?:to|or|and|-|–|—)\s*{_AMOUNT})?)"
)
_TIME_UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies))"
)
_MEASURE = (
    r"(?:%|per\s*cent|percent|degrees|°\s?[CF]?|(?:square\s+|cubic\s+)?(?:kilo|centi|milli)?met(?:er|re)s?"
    r"|(?:square\s+)?(?:miles?|feet|foot|inches|yards?|acres?|hectares?)|k?m[2²]|km|cm|mm|m|kg|g|lbs?|ft|mi"
    r"|(?:kilo)?grams?|pounds|ounces|tons|tonnes|lit(?:er|re)s|gallons|mph|km/h|people|inhabitants|residents)"
)
_CURRENCY = (
    r"(?:(?:US|American|Canadian)\s+)?"
    r"(?:dollars?|euros?|pounds?(?:\s+sterling)?|cents?|yen|yuan|rupees?)"
)
_LARGE = r"[A-Z][\w’'.&-]*"
_JOINT = r"(?:(?:of|de|la|le|y|di|da|von|van|der|den|al|bin|ibn|du|the)\s+){0,2}(?:al-|el-|d['’])?"
_NAME = rf"{_LARGE}(?:\s+{_JOINT}{_LARGE})*"

_EXPRESSIONS: dict[Kind, tuple[str, ...]] = {
    "duration": (
        rf"{_RANGE}[\s-]+{_TIME_UNIT}\b(?:\s+and\s+(?:a\s+half|{_AMOUNT}\s+{_TIME_UNIT}))?",
        rf"{_HEDGE}(?:half\s+)?an?\s+{_TIME_UNIT}\b(?:\s+and\s+a\s+half)?",
        rf"(?:from\s+)?{_DAY}\s+(?:to|until|till|through)\s+{_DAY}|{_YEAR}\s?[-–]\s?{_YEAR}",
    ),
    "date": (
        rf"(?:{_WEEKDAY},?\s+)?(?:{_ORDINAL}|\d{{1,2}})\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b",
        rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+(?:{_ORDINAL}|\d{{1,2}})\b(?!\d)(?:,?\s+{_YEAR}\b)?",
        rf"(?:between|from)\s+{_YEAR}\s+(?:and|to|until)\s+{_YEAR}\b",
        rf"(?:spring|summer|autumn|winter)\s+(?:of\s+)?{_YEAR}(?:\s?[-–]\s?(?:{_YEAR}|\d\d)\b)?",
        rf"{_MONTH}(?:,|\s+of)?\s+{_YEAR}\b|\d{{4}}-\d\d-\d\d",
        r"(?:the\s+)?(?:early\s+|late\s+|mid-)?(?:\d{1,2}(?:st|nd|rd|th)|\w+teenth|twentieth)\s+century\b",
        rf"(?:early\s+|late\s+|mid-)?(?<![\d.,$€£]){_YEAR}(?:s\b|\b(?![.,]\d))(?:\s?[-–]\s?(?:{_YEAR}|\d\d)\b)?",
        r"(?<![\d.,])\d{1,4}\s+(?:BC|BCE|AD|CE)\b",
        rf"(?:last\s+|next\s+|this\s+)?{_WEEKDAY}\b",
        r"(?<![\d.,])\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?)",
        rf"(?:last\s+|next\s+|this\s+|(?<=in\s)|(?<=every\s)|(?<=of\s)|(?<=since\s)){_MONTH}(?!\w)",
    ),
    "money": (
        rf"{_HEDGE}(?:US|A|C|HK)?[$€£¥]\s?\d[\d,.]*\d?(?:[mk]\b|{_SCALE})(?:\s*(?:to|-|–)\s*[$€£¥]?\d[\d,.]*{_SCALE})?",
        rf"{_RANGE}\s+{_CURRENCY}\b",
    ),
    "count": (
        r"(?:once|twice|a\s+single)\b",
        rf"{_RANGE}(?:[\s-]*{_MEASURE}(?!\w)|[\s-]+{_TIME_UNIT}\b)?",
    ),
    "person": (_NAME,),
    "place": (_NAME,),
    "organisation": (_NAME,),
    "reason": (
        (
            r"(?i:because|due\s+to|owing\s+to|since|in\s+order\s+to|as\s+a\s+result\s+of"
            r"|caused\s+by|after)\b[^.;]{5,160}"
        ),
    ),
}
_OF_KIND = {kind: re.compile("|".join(each)) for kind, each in _EXPRESSIONS.items()}
_ENDS_IN_MONTH = re.compile(rf"{_MONTH}\s*$")
_BEGINS_WITH_MONTH = re.compile(rf"(?:st|nd|rd|th)?\s*(?:of\s+)?{_MONTH}")
_LONE_YEAR = re.compile(rf"{_YEAR}$")

TYPED: frozenset[Kind] = frozenset(_OF_KIND)
"""The kinds whose answers have a shape."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a sentence, with offsets into the sentence."""

    start: int
    end: int
    text: str


def spans(sentence: str, kind: Kind) -> Iterator[Span]:
    """Yield what could be a short answer of ``kind`` in ``sentence``, from left to right."""
    if kind not in _OF_KIND:
        return
    for match in _OF_KIND[kind].finditer(sentence):
        text = match[0].rstrip(" ,.-–")
        span = Span(match.start(), match.start() + len(text), text)
        if kind != "count" or not _is_date(sentence, span):
            yield span


def _is_date(sentence: str, span: Span) -> bool:
    """Say whether a number is a year or the day of a month."""
    if _LONE_YEAR.match(span.text):
        return True
    before, after = sentence[: span.start][-12:], sentence[span.end :][:12]
    return _ENDS_IN_MONTH.search(before) is not None or _BEGINS_WITH_MONTH.match(after) is not None
