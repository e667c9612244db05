"""What each line of an article is: body, heading, caption, dateline or furniture of a web page.

Judged by general features of a line and of its neighbours, never by the phrases of one site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Literal

from knowledge.models import Article

Kind = Literal["body", "heading", "caption", "dateline", "boilerplate"]

HEADING_WORDS = 16
HEADING_CHARACTERS = 150
TAIL_SHARE = 0.4
"""A tail (comments, related articles) is believed only in the last part of an article."""

_WRAP_WIDTHS = range(50, 101)
_WIDEST_WRAP = 120
_HABIT = 4  # lines: fewer show no habit
_BESIDE_DATE = 40  # characters: a place, an hour
_TITLE_LINES = 2  # a text of more short lines than these is a list

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\((?:file )?(?:photo|image|picture|credit|illustration)s?\b[^)]*\)\s*$"
    r"|(?:^|[.!?]\s+)(?:file )?(?:photo|image|picture|credit|illustration)s?"
    r"(?: by| credit)?\s*:.{0,80}$"
    r"|\b[A-Z]\w+/[A-Z][\w ]+\)\s*$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:see|read) (?:also|more|next)\b|(?:also|now) read\b|related\s*:|table of contents$"
    r"|full (?:article|story)$"
    r"|sources?$|(?:adverts?|advertisement|sponsored|menu|home|print|share|tweet)$"
    r"|(?:share|follow|like|find|join) (?:this|us|on)\b.{0,60}$|(?:click|tap) (?:here|to)\b"
    r"|back to (?:the )?top$"
    r"|(?:sign|log) (?:up|in)\b.{0,80}$|subscribe\b.{0,80}$|copyright\b|©|all rights reserved"
    r"|\((?:based on|with information|reporting by|editing by|additional reporting)\b[^)]*\)$"
    r"|(?:this (?:site|website|page)|we) uses? cookies\b|skip to (?:main )?content$"
    r"|by [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:read on|related(?: (?:articles|posts|stories|news|content))?"
    r"|more (?:from|on|stories|news)\b.{0,40}"
    r"|leave a (?:reply|comment)|(?:top |post a |add a )?comments?(?: \(\d+\))?|\d+ comments?"
    r"|you (?:may|might) also like|recommended(?: for you)?|about the author"
    r"|share this(?: article| story)?"
    r"|external links|see also)\s*:?$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$|[;,]$")
_MARK = re.compile(r"#{1,6} +")


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph at ``article.text[start:end]``, and the heading that it stands under."""

    kind: Kind
    start: int
    end: int
    heading: str = ""


def blocks(article: Article) -> list[Block]:
    """Return the blocks of the article in order; they hold all of its text but white space."""
    text = article.text
    spans = list(_spans(text))
    kinds = [_kind(text[start:end], len(text) - start, len(text)) for start, end in spans]
    kinds = _without_tail(text, spans, _with_lists(kinds))
    return list(_under_headings(text, spans, kinds))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    if _is_hard_wrapped(text, lines):
        lines = [(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text)]
    for start, end in lines:
        mark = _MARK.match(text, start, end)
        inner = text[mark.end() if mark else start : end]
        yield end - len(inner.lstrip()), start + len(text[start:end].rstrip())


def _is_hard_wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Say whether lines are broken for their width: long ones that stop in mid-sentence."""
    followed = [
        (start, end)
        for (start, end), (after, _) in pairwise(lines)
        if "\n\n" not in text[end:after]
    ]
    if len(followed) < _HABIT:
        return False
    unfinished = sum(not _SENTENCE_END.search(text[start:end]) for start, end in followed)
    return (
        median(end - start for start, end in followed) in _WRAP_WIDTHS
        and max(end - start for start, end in followed) <= _WIDEST_WRAP
        and unfinished > len(followed) / 2
    )


def _kind(line: str, left: int, length: int) -> Kind:
    short = len(line) <= HEADING_CHARACTERS and line.count(" ") < HEADING_WORDS
    if _FURNITURE.match(line) or (left < length and _TAIL.fullmatch(line)):
        return "boilerplate"
    if _CAPTION.search(line):
        return "caption"
    if short and not _SENTENCE_END.search(line):
        return "dateline" if _is_dateline(line) else "heading"
    return "body"


def _is_dateline(line: str) -> bool:
    found = _DATE.search(line)
    return found is not None and len(line) - len(found[0]) <= _BESIDE_DATE


def _with_lists(kinds: Sequence[Kind]) -> list[Kind]:
    """Take short lines in a row for a list: only the first heads what follows."""
    result = list(kinds)
    for n, kind in enumerate(kinds):
        follows_heading = n > 0 and kinds[n - 1] == "heading"
        heads_nothing = n + 1 == len(kinds) or kinds[n + 1] == "boilerplate"
        if kind == "heading" and (follows_heading or heads_nothing) and _body_began(kinds[:n]):
            result[n] = "body"
    return result


def _body_began(kinds: Sequence[Kind]) -> bool:
    return "body" in kinds or (len(kinds) > _TITLE_LINES and set(kinds) == {"heading"})


def _without_tail(text: str, spans: Sequence[tuple[int, int]], kinds: list[Kind]) -> list[Kind]:
    for n, (start, end) in enumerate(spans):
        if _TAIL.fullmatch(text[start:end]) and len(text) - start < TAIL_SHARE * len(text):
            return kinds[:n] + ["boilerplate"] * (len(kinds) - n)
    return kinds


def _under_headings(
    text: str, spans: Sequence[tuple[int, int]], kinds: Sequence[Kind]
) -> Iterator[Block]:
    heading = ""
    for (start, end), kind in zip(spans, kinds, strict=True):
        block = Block(kind, start, end)
        if kind == "heading":
            heading = text[start:end]
        yield replace(block, heading=heading) if kind in {"body", "caption"} else block
