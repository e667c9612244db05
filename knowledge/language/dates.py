"""Dates in prose, whole or in part, absolute or relative to the day of publication.

A date without a year stays without one unless the day of publication settles it; a weekday that
contradicts its date is reported, not repaired. Clock times and durations are not read here.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

_WORD_START = re.compile(r"\b[a-z]")

MONTHS = tuple(calendar.month_name)[1:]
WEEKDAYS = tuple(calendar.day_name)

_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {
    name.lower()[:3]: number for number, name in enumerate(MONTHS, 1)
}
_WEEKDAY_NUMBERS = {name.lower(): number for number, name in enumerate(WEEKDAYS)}

_MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1\d{3}|20\d{2})"
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+)?"

_ABSOLUTE = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>\d{2})\b",
        rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?\b(?!,\d)",
        rf"\b{_WEEKDAY}(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b",
        rf"\b[Ii]n\s+(?P<month>{'|'.join(MONTHS)})\b(?!\s+(?:\d|last|this|of))",
        rf"(?<![\d–-])\b{_YEAR}(?!\s*(?:km|m|miles|people|metres|meters|feet|%)\b)(?![-–,.]?\d)\b(?!s\b)",
    )
)
_RELATIVE = re.compile(
    rf"\b(?:(?P<near>yesterday|today|tomorrow)"
    rf"|(?:on\s+|this\s+|last\s+)?(?P<weekday>{'|'.join(WEEKDAYS)})"
    rf"|(?:in\s+)?(?:last\s+)(?P<last>{'|'.join(MONTHS)})"
    rf"|(?:in\s+)?(?P<month>{'|'.join(MONTHS)})(?:\s+(?P<which>last|this)\s+year)?"
    r"|(?P<whole>last|this)\s+year)\b"
)
_LONE_MONTH_NAMES_A_WORD = {"may", "march", "august"}


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which some parts may be unknown (0), at ``start:end`` of the text it was read in.

    ``is_relative`` tells that the day of publication supplied parts that the text does not say.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    start: int = 0
    end: int = 0
    is_relative: bool = False
    weekday: int | None = None

    @property
    def code(self) -> str:
        """Like ISO 8601, ``--`` for an unknown year: ``2023-06-19``, ``2023``, ``--06-19``."""
        head = f"{self.year:04d}" if self.year else "-"
        month = f"-{self.month:02d}" if self.month else ""
        return head + month + (f"-{self.day:02d}" if self.day else "")

    @property
    def spoken(self) -> str:
        """As prose writes it: ``19 June 2023``, ``June 2023``, ``2023``."""
        if not self.month:
            return str(self.year)
        day, year = self.day or "", self.year or ""
        return f"{day} {MONTHS[self.month - 1]} {year}".strip()

    @property
    def is_consistent(self) -> bool:
        """Whether the date exists and falls on the weekday that the text gives with it."""
        if not (self.year and self.month and self.day):
            return True
        if self.day > calendar.monthrange(self.year, self.month)[1]:
            return False
        falls_on = date(self.year, self.month, self.day).weekday()
        return self.weekday in {None, falls_on}

    def agrees_with(self, other: PartialDate) -> bool:
        """Whether no part that both give differs, and they share at least one part."""
        ours, theirs = self._parts(), other._parts()
        shared = [(a, b) for a, b in zip(ours, theirs, strict=True) if a and b]
        return bool(shared) and all(a == b for a, b in shared)

    def _parts(self) -> tuple[int, int, int]:
        return self.year, self.month, self.day


def is_year(word: str) -> bool:
    """Whether the word is a year from 1000 to 2099, in figures."""
    return re.fullmatch(_YEAR, word) is not None


@lru_cache(maxsize=10_000)
def dates(text: str, published: date | None = None) -> tuple[PartialDate, ...]:
    """All dates of the text in order; relative ones only where ``published`` settles them.

    A sentence is asked for its dates many times.
    """
    taken: list[PartialDate] = []
    for found in [*_absolute(text, published), *_relative(text, published)]:
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda found: found.start))


def read_date(text: str) -> PartialDate | None:
    """The date that a person typed, alone or in a few words; None when there is none."""
    found = dates(_WORD_START.sub(lambda m: m.group().upper(), text.strip().lower()))
    if found:
        return found[0]
    month = _MONTH_NUMBERS.get(text.strip().lower().rstrip("."))
    return PartialDate(month=month) if month else None


def from_code(code: str) -> PartialDate:
    """The date that :attr:`PartialDate.code` wrote; raises ValueError on anything else."""
    year, *rest = code.removeprefix("-").split("-") if code.startswith("--") else code.split("-")
    parts = [int(part) for part in rest] + [0, 0]
    return PartialDate(int(year or 0), parts[0], parts[1])


def _absolute(text: str, published: date | None) -> Iterator[PartialDate]:
    for pattern in _ABSOLUTE:
        for match in pattern.finditer(text):
            found = _from_match(match)
            if found.year or published is None:
                yield found
            elif found.day:
                yield _nearest_year(found, published)
            else:
                yield _latest(found, published)


def _from_match(match: re.Match[str]) -> PartialDate:
    groups = match.groupdict()
    month = (groups.get("month") or "").lower().rstrip(".")
    number = int(month) if month.isdigit() else _MONTH_NUMBERS.get(month[:3], 0)
    weekday = _WEEKDAY_NUMBERS.get((groups.get("weekday") or "").lower())
    year, day = int(groups.get("year") or 0), int(groups.get("day") or 0)
    return PartialDate(year, number, day, match.start(), match.end(), weekday=weekday)


def _nearest_year(found: PartialDate, published: date) -> PartialDate:
    """The year that puts the day nearest to the publication: news speaks of days close by."""
    candidates = [published.year + offset for offset in (0, -1, 1)]
    real = [y for y in candidates if found.day <= calendar.monthrange(y, found.month)[1]]
    if not real:
        return found
    nearest = min(real, key=lambda y: abs(date(y, found.month, found.day) - published))
    return replace(found, year=nearest, is_relative=True)


def _latest(found: PartialDate, published: date) -> PartialDate:
    """The last such month that had begun by the publication."""
    year = published.year - (found.month > published.month)
    return replace(found, year=year, is_relative=True)


def _relative(text: str, published: date | None) -> Iterator[PartialDate]:
    if published is None:
        return
    for match in _RELATIVE.finditer(text):
        word = match.group().lower()
        if word in _LONE_MONTH_NAMES_A_WORD:
            continue
        found = _settled(match, published)
        if found:
            yield replace(found, start=match.start(), end=match.end(), is_relative=True)


def _settled(match: re.Match[str], published: date) -> PartialDate | None:
    near = {"yesterday": -1, "today": 0, "tomorrow": 1}.get((match["near"] or "").lower())
    if near is not None:
        return _whole(published + timedelta(days=near))
    if match["weekday"]:
        back = (published.weekday() - _WEEKDAY_NUMBERS[match["weekday"].lower()]) % 7
        return _whole(published - timedelta(days=back))
    if match["last"] or (match["month"] and match["which"]):
        return _month_before(match, published)
    if match["whole"]:
        return PartialDate(published.year - (match["whole"] == "last"))
    return None


def _month_before(match: re.Match[str], published: date) -> PartialDate:
    month = _MONTH_NUMBERS[(match["last"] or match["month"]).lower()]
    if match["which"]:
        return PartialDate(published.year - (match["which"] == "last"), month)
    return PartialDate(published.year - (month >= published.month), month)


def _whole(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
