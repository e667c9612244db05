"""When a person was born and died, from the brackets behind the name: "X (1635 – 1699)".

Requires a known person at the beginning of the sentence and one date on each side of the dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.lines import Line
from knowledge.facts.statements import Statement
from knowledge.language.dates import PartialDate, dates
from knowledge.models import Expected

_BRACKETS = re.compile(
    r"^(?:(?: [A-Z]{2,6})+|, (?:[a-z]+ )?(?:known as|called) [^(),.;]{0,40})?[^()]{0,12}"
    r"\((?P<inside>[^()]{4,160})\)"
)
"""Behind honours, and behind what the person was called."""
_DASH = re.compile(r"\s[–—-]\s|(?<=\d)[–—-](?=\d)|\s?[–—]\s?")
_BORN = re.compile(r"\b(?:born|b\.)\s")
_DIED = re.compile(r"\b(?:died|d\.)\s")
_ABOUT = re.compile(r"\b(?:ca?\.|(?:circa|about|before|after|or)\b)|\?")
_OFFICE = re.compile(
    r"\b(?:King|Queen|Emperor|Empress|Pope|President|Prime|Minister|Governor|Duke|Bishop|Mayor"
    r"|Senator|Chancellor|Reign\w*|Sultan|Caliph)\b"
)
_SMALL_WORD = re.compile(r"\b[a-zé]\w*")
_OF_A_LIFE = frozenset(
    {"born", "b", "died", "d", "on", "in", "at", "near", "of", "the", "née", "né", "and", "as"}
    | {"old", "style", "aged", "age", "years", "parents", "baptised", "baptized", "bapt"}
    | {"christened", "killed", "executed", "assassinated", "murdered", "action", "by", "suicide"}
    | {"to", "now", "modern", "present", "day", "today", "currently", "then", "formerly", "later"}
    | {"part", "what", "is", "de", "da", "di", "do", "dos", "du", "del", "la", "las", "le", "les"}
    | {"los", "von", "am", "an", "der", "ob", "im", "sur", "upon", "en", "el", "s"}
)
"""The small words beside a date of birth or death; others tell of reigns and terms."""
_UNSURE = {
    "birth": re.compile(rf"{_ABOUT.pattern}|\b(?:bapti|bapt\.|christen)"),
    "death": _ABOUT,
}
"""Where a year is about right; most who are baptised were a few days old, and some years."""
_OLD_STYLE = re.compile(r"\[[^\]]*\]")


def statements(lines: list[Line]) -> Iterator[Statement]:
    """The years of birth and death that the sentences of one article give in brackets."""
    for line in lines:
        first = next(iter(line.names), None)
        if first is None or first.kind != "person":
            continue
        match = _BRACKETS.match(line.sentence.text[first.end :])
        if match and line.text[: first.start].strip() in {"", "The", first.title}:
            parts = _OLD_STYLE.sub("", match["inside"]).split(";")
            found = [told for part in parts for told in _life(line, first.full, part)]
            # two years of birth are a life and a reign
            yield from (told for told in found if [o.kind for o in found].count(told.kind) == 1)


def _life(line: Line, person: str, told: str) -> Iterator[Statement]:
    halves = _DASH.split(told)
    if len(halves) == 2:  # noqa: PLR2004 - from birth to death
        born, died = (_only_date(half) for half in halves)
        if born and died and 0 < born.year < died.year:
            for event, half, day in zip(("birth", "death"), halves, (born, died), strict=True):
                if not _UNSURE[event].search(half):
                    yield _year(line, person, event, day)
    elif len(halves) == 1 and (_BORN.search(told) or _DIED.search(told)):
        found = _only_date(told)
        if found and not _ABOUT.search(told):
            yield _year(line, person, "birth" if _BORN.search(told) else "death", found)


def _only_date(text: str) -> PartialDate | None:
    if _OFFICE.search(text):
        return None
    plain = _ABOUT.sub("", text)
    found = [each for each in dates(plain) if each.year]
    if len(found) != 1:
        return None
    beside = plain[: found[0].start] + plain[found[0].end :]
    return found[0] if set(_SMALL_WORD.findall(beside)) <= _OF_A_LIFE else None


def _year(line: Line, person: str, event: str, day: PartialDate) -> Statement:
    year = f"{day.year:04d}"
    return Statement(
        event,
        {"who": person},
        (event, person),
        year,
        Expected("date", date=year),
        line.citation,
    )
