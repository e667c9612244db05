"""Text without markup: white space put in order, title and date guessed from what stands there."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

from knowledge.articles.layout import blocks
from knowledge.models import Article

TITLE_LIMIT = 150
HEAD_PARAGRAPHS = 3
"""A date below so many paragraphs is about something else than the article."""
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(f"{month}|{month[:3]}\\.?" for month in _MONTHS)
_DATES = (
    re.compile(
        rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH}),? (?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
)


def cleaned(text: str) -> str:
    """Trim every line, join runs of blanks, and keep at most one empty line in a row."""
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


def article(stem: str, text: str, title: str = "") -> Article:
    """Make an article of clean ``text``, guessing its date and, where none is given, its title.

    The title is the longest line that heads the body, else the first line (cut).
    """
    title = _short(title or _guessed_title(text)) or stem
    return Article(
        id=stem,
        title=title,
        text=without_title(text, title),
        published=_guessed_date(text),
    )


def without_title(text: str, title: str) -> str:
    """Drop the first line of ``text`` where it only repeats ``title``."""
    first, _, rest = text.partition("\n")
    repeats = first.strip().casefold() == title.strip().casefold()
    return rest.lstrip("\n") if repeats and rest.strip() else text


def _guessed_title(text: str) -> str:
    paragraphs = blocks(Article(id="", title="", text=text))
    head = list(takewhile(lambda block: block.kind != "body", paragraphs))
    lines = [text[block.start : block.end] for block in head if block.kind == "heading"]
    if lines:
        return max(lines, key=len)
    return text[paragraphs[0].start : paragraphs[0].end] if paragraphs else text


def _short(title: str) -> str:
    return title if len(title) <= TITLE_LIMIT else title[:TITLE_LIMIT].rsplit(" ", 1)[0] + " …"


def _guessed_date(text: str) -> date | None:
    """Return the date of the dateline nearest to the headline: page headers come before it."""
    paragraphs = blocks(Article(id="", title="", text=text))
    body = [block.start for block in paragraphs if block.kind == "body"][:HEAD_PARAGRAPHS]
    end = body[-1] if len(body) == HEAD_PARAGRAPHS else len(text)
    heads = [block for block in paragraphs if block.kind == "dateline" and block.start < end]
    dates = [_date_in(text[block.start : block.end]) for block in heads]
    return next((found for found in reversed(dates) if found), None)


def _date_in(line: str) -> date | None:
    for pattern in _DATES:
        match = pattern.search(line)
        if match:
            return _valid(int(match["year"]), _month(match["month"]), int(match["day"]))
    return None


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3]))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
