"""Typed spans in a sentence, found by general patterns: what could be the short answer of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.answers.asked import Kind

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?|(?:a |one |two |three |four |five |six |seven |eight |nine )?(?:hundred|thousand|dozen)"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|one)"
)
_SCALE = r"(?:[ -](?:hundred|thousand|million|billion|trillion))*"
_HEDGE = (
    r"(?:(?:(?:just |well )?(?:over|under)|about|around|approximately|roughly|nearly|almost|some|more than|less than|fewer than"
    r"|at least|at most|up to|an estimated) )?"
)
_UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies))"
)
_NAME = r"[A-Z][\w’'.-]*(?:(?: (?:of|the|de|la|von|van|al|bin|and) (?=[A-Z])| )[A-Z][\w’'-]*)*"

_DURATION = rf"{_HEDGE}(?:{_NUMBER}{_SCALE}(?: (?:and a half|to|or|-|–) ?(?:{_NUMBER})?)?|half an?|an?|several|a few)[ -]{_UNIT}\b(?: and a half)?"
_DATE = (
    rf"(?:{_WEEKDAY},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, ?\d{{4}}\b)?"
    rf"|{_MONTH}(?: of)? (?:\d{{4}}|last year|this year|next year)|\d{{4}}-\d\d-\d\d)"
    rf"|(?:early |late |mid-?)?(?:1[0-9]|20)\d\d(?:s|[-–](?:1[0-9]|20)?\d\d)?\b(?! (?:people|km|miles|men|feet))"
    rf"|(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)|nineteenth|eighteenth|seventeenth|twentieth) century"
    rf"|\b(?:last |next |this )?(?:{_WEEKDAY}|(?:January|February|March|April|June|July|August|September|October|November|December))\b"
    r"|\b\d{1,4} (?:BC|BCE|AD|CE)\b"
)
_MONEY = rf"{_HEDGE}(?:(?:US|A|C)?[$€£¥] ?\d[\d,.]*{_SCALE}|{_NUMBER}{_SCALE} (?:(?:US |American )?dollars?|euros?|pounds?|cents?|yen|yuan|rupees?))"
_COUNT = (
    rf"{_HEDGE}{_NUMBER}{_SCALE}(?: ?(?:%|percent|per cent|°[CF]?|degrees|km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|feet|inches|kg|pounds"
    rf"|tons?|tonnes?|acres|hectares|square (?:miles|kilomet(?:re|er)s)|{_UNIT}))?"
)
_REASON = r"(?:because|due to|owing to|since|so that|in order to|as a result of|caused by|thanks to)\b[^.;]{5,160}"

_OF_KIND: dict[Kind, re.Pattern[str]] = {
    "duration": re.compile(_DURATION),
    "date": re.compile(_DATE),
    "money": re.compile(_MONEY),
    "count": re.compile(rf"{_MONEY}|{_COUNT}\b"),
    "person": re.compile(_NAME),
    "place": re.compile(_NAME),
    "organisation": re.compile(_NAME),
    "reason": re.compile(_REASON, re.IGNORECASE),
}
KINDS_WITH_SPANS = frozenset(_OF_KIND)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a sentence, with offsets into the sentence."""

    start: int
    end: int
    text: str


def spans(sentence: str, kind: Kind) -> Iterator[Span]:
    """Yield what could be a short answer of ``kind`` in ``sentence``, from left to right."""
    pattern = _OF_KIND.get(kind)
    if pattern is not None:
        for match in pattern.finditer(sentence):
            yield Span(match.start(), match.end(), match[0])
