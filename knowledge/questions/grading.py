"""Grades a typed answer by what kind of answer the question wants.

Quantities and dates are compared as values, never as letters; names by the spellings that the
library knows, then by similarity of the whole name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from rapidfuzz import fuzz, utils

from knowledge.language.accents import unaccented
from knowledge.language.dates import from_code, read_date
from knowledge.language.gazetteers import GIVEN_NAMES
from knowledge.language.numbers import cardinal, in_words, tokens
from knowledge.language.places import country_named, place_kind
from knowledge.language.quantities import Quantity, bare_number, phrase, quantities
from knowledge.language.units import unit
from knowledge.models import Expected, Grade, Question

_NAME_RATIO = 85.0
_PHRASE_RATIO = 90.0
_ROUNDING = 0.02
"""Typed values may miss a bound by two in a hundred: 5.9 hours are not wrong for six."""
_NEAR = 0.2
"""A value this far outside what the sources say is nearly right, not right."""
_MANY = 1_000
"""Below this, a count is right only when it is exact."""
_NUMERALS = {
    numeral: str(value)
    for value, numeral in enumerate(
        ("i", "ii", "iii", "iv", "", "vi", "vii", "viii", "ix", "", "xi", "xii", "xiii", "xiv"),
        start=1,
    )
} | {"first": "1", "second": "2", "third": "3", "wwi": "world war 1", "wwii": "world war 2"}
"""Numerals of kings, wars and games; ``v`` and ``x`` as often stand for something else."""
_WORLD_WAR = re.compile(r"^([12]) world war$")
_LEADING = r"^(?:the|mr|mrs|ms|miss|dr|in|at|on|by|it was)\s+"
_NICKNAMES = {
    "bill": "william",
    "bob": "robert",
    "dick": "richard",
    "jack": "john",
    "ted": "edward",
    "tony": "anthony",
    "peggy": "margaret",
    "liz": "elizabeth",
}
_WRONG = Grade("wrong")
_BETWEEN_MEMBERS = re.compile(r"[,;/&+|\n]|\s[–—-]\s|\b(?:and|as well as|plus|with)\b|(?<!\w)\d\.")
_LEADS_IN = re.compile(r"^\s*both\b", re.IGNORECASE)
_JOINT = re.compile(r"(?:\s+and\s+|\s*&\s*|,\s+)")
"""What joins the halves of one name."""


def grade(question: Question, typed: str) -> Grade:
    """How the typed answer compares with what the question's sources say."""
    answer = typed.strip().strip(".!").strip()
    if not answer:
        return _WRONG
    if _is_said(question, answer):
        return Grade("right")
    expected = question.expected or Expected("phrase", names=(question.answer, *question.accept))
    return _BY_KIND[expected.kind](expected, answer)


def _is_said(question: Question, answer: str) -> bool:
    """Whether the answer repeats a wording that the question accepts, case and marks aside."""
    said = {utils.default_process(text) for text in (question.answer, *question.accept)}
    return bool(utils.default_process(answer)) and utils.default_process(answer) in said


def _quantity(expected: Expected, answer: str) -> Grade:
    given = _typed_quantity(answer, expected.unit)
    if given is None:
        return _WRONG
    low, high = _in_unit(given, expected.unit)
    slack = _slack(expected)
    if any(_only(low, high, edge) for edge in expected.partly) and not _reaches_in(given):
        return Grade("partly", f"The sources together say {_bounds(expected)}.")
    if expected.low - slack <= low <= high <= expected.high + slack:
        return Grade("right")
    overlaps = low <= expected.high + slack and high >= expected.low - slack
    if overlaps and high - low <= max(1.0, expected.high - expected.low + 1.0):
        return Grade("partly", f"More exactly: {_bounds(expected)}.")
    if unit(expected.unit) and _is_near(low, high, expected):
        return Grade("partly", f"Close; the sources say {_bounds(expected)}.")
    return _WRONG


def _slack(expected: Expected) -> float:
    """How far beside a bound is still right: counted things are counted exactly while few."""
    largest = max(abs(expected.high), abs(expected.low))
    return 0.0 if unit(expected.unit) is None and largest < _MANY else _ROUNDING * largest


def _typed_quantity(answer: str, unit_name: str) -> Quantity | None:
    """The one quantity that was typed; a bare number counts in the unit that is asked for."""
    found = [q for q in quantities(answer) if q.dimension == _dimension(unit_name)]
    if len(found) == 1:
        return found[0]
    return _counted(answer, unit_name) if not found else None


def _counted(answer: str, unit_name: str) -> Quantity | None:
    """A bare number, or one before the thing that is counted: ``27 states``."""
    *number, last = answer.split()
    is_thing = bool(number) and bool(unit_name) and last.lower().startswith(unit_name.lower())
    return bare_number(" ".join(number) if is_thing else answer, unit_name)


def _dimension(unit_name: str) -> str:
    known = unit(unit_name)
    return known.dimension if known else "count"


def _in_unit(given: Quantity, unit_name: str) -> tuple[float, float]:
    wanted = unit(unit_name)
    size = wanted.size if wanted else 1.0
    low, high = given.bounds
    return low / size, high / size


def _only(low: float, high: float, edge: float) -> bool:
    return low == high and abs(low - edge) <= _ROUNDING * abs(edge)


def _reaches_in(given: Quantity) -> bool:
    """``more than five`` typed says less than ``five``, and may be what a source says."""
    return given.qualifier in {"more than", "less than"}


def _is_near(low: float, high: float, expected: Expected) -> bool:
    return expected.low * (1 - _NEAR) <= low <= high <= expected.high * (1 + _NEAR)


def _bounds(expected: Expected) -> str:
    return phrase(expected.low, expected.high, expected.unit)


def _date(expected: Expected, answer: str) -> Grade:
    wanted, given = from_code(expected.date), read_date(answer)
    if given is None or not wanted.agrees_with(given):
        return _WRONG
    missing = [
        part
        for part, want, have in (
            ("the month", wanted.month, given.month),
            ("the day", wanted.day, given.day),
        )
        if want and not have
    ]
    if missing:
        return Grade("partly", f"Right as far as it goes; {' and '.join(missing)} is missing.")
    return Grade("right")


def _name(expected: Expected, answer: str) -> Grade:
    plain = _plain(answer)
    names = [_plain(name) for name in expected.names]
    is_said = plain in names or plain.split() in map(_first_and_last, names)
    if is_said or any(_is_same_country(answer, name) for name in expected.names):
        return Grade("right")
    if _is_another_name(answer, expected.names):
        return _WRONG
    if any(_holds_whole(plain, name) for name in names):
        return Grade("right")
    alike = (fuzz.ratio(plain, name) for name in names if _numbers(plain) == _numbers(name))
    long_enough = len(plain) >= 5  # noqa: PLR2004 - shorter words differ by one letter too easily
    return Grade("right") if max(alike, default=0.0) >= _NAME_RATIO and long_enough else _WRONG


def _list(expected: Expected, answer: str) -> Grade:
    """Right with as many members as are wanted and nothing else; partly right with some."""
    named: set[int] = set()
    others: list[str] = []
    for part in _members_typed(expected, answer):
        meant = {place for place, names in enumerate(expected.members) if _is_name(part, names)}
        named |= meant
        others += [] if meant else [part]
    if not named:
        return _WRONG
    if others:
        return Grade("partly", f"Not among them: {', '.join(others)}.")
    missing = expected.wanted - len(named)
    if missing > 0:
        verb = "is" if missing == 1 else "are"
        return Grade("partly", f"{in_words(missing).capitalize()} more {verb} wanted.")
    return Grade("right")


def _members_typed(expected: Expected, answer: str) -> list[str]:
    """The answer cut at commas and "and", but not inside "Trinidad and Tobago"."""
    joined = [name for member in expected.members for name in member if _JOINT.search(name)]
    found: list[str] = []
    for name in sorted(joined, key=len, reverse=True):
        words = map(re.escape, _JOINT.split(unaccented(name).lower()))
        plain = unaccented(answer).lower()
        typed = re.search(rf"(?<!\w){_JOINT.pattern.join(words)}(?!\w)", plain)
        if typed is not None:
            found.append(name)
            answer = f"{plain[: typed.start()]},{plain[typed.end() :]}"
    parts = (_LEADS_IN.sub("", part).strip() for part in _BETWEEN_MEMBERS.split(answer))
    return [*found, *filter(None, parts)]


def _is_name(answer: str, names: tuple[str, ...]) -> bool:
    return _name(Expected("name", names=names), answer).verdict == "right"


def _first_and_last(name: str) -> list[str]:
    """Both ends of a name of three words or more: nobody need type the middle ones."""
    words = name.split()
    return [words[0], words[-1]] if len(words) > 2 else []  # noqa: PLR2004 - two have no middle


def _is_same_country(one: str, other: str) -> bool:
    """Whether both are names of one country: ``US`` and ``United States``."""
    plain = re.sub(r"^the\s+", "", one.replace(".", ""), flags=re.IGNORECASE)
    named = country_named(plain.title()) or country_named(plain.upper())
    return named is not None and named == country_named(other)


def _is_another_name(answer: str, names: Collection[str]) -> bool:
    """Whether the answer names another listed place, or somebody of another given name."""
    bare = re.sub(r"^(?:in|at|the)\s+", "", answer.lower()).title()
    if place_kind(bare) is not None:
        return bare.removesuffix(" City") not in names
    given = bare.split()[0] if " " in bare else ""
    initials = {_plain(name)[:1] for name in names}
    return given in GIVEN_NAMES and _plain(given)[:1] not in initials


def _numbers(plain: str) -> list[str]:
    """The figures in a name: the second of two kings, wars or games is not the first."""
    return [word for word in plain.split() if word.isdecimal()]


def _plain(name: str) -> str:
    """The name in small letters, without accents, article or title, its numerals as figures."""
    words = utils.default_process(unaccented(name)).split()
    words[:1] = [_NICKNAMES.get(word, word) for word in words[:1]]
    folded = " ".join(_NUMERALS.get(word, word) for word in words)
    return _WORLD_WAR.sub(r"world war \1", re.sub(_LEADING, "", folded))


def _holds_whole(answer: str, name: str) -> bool:
    """Whether a longer answer contains the whole name and no second name beside it."""
    is_inside = re.search(rf"\b{re.escape(name)}\b", answer) is not None
    extra = len(answer.split()) - len(name.split())
    return is_inside and extra <= 4 and not re.search(r"\b(?:or|and|not)\b", answer)  # noqa: PLR2004 - a title


def _phrase(expected: Expected, answer: str) -> Grade:
    if cardinal(answer) is not None or any(word[0].isdigit() for word, _, _ in tokens(answer)):
        return _WRONG
    best = max(
        (fuzz.token_sort_ratio(_plain(answer), _plain(n)) for n in expected.names), default=0.0
    )
    return Grade("right") if best >= _PHRASE_RATIO else _WRONG


_BY_KIND: Mapping[str, Callable[[Expected, str], Grade]] = {
    "quantity": _quantity,
    "date": _date,
    "name": _name,
    "phrase": _phrase,
    "list": _list,
}
