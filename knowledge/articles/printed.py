"""Printed pages become paragraphs: running heads go, broken words and lines are joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import quantiles

from knowledge.articles.document import Paragraph
from knowledge.articles.tidying import one_line
from knowledge.models import Mark

EDGE_LINES = 3
"""Running heads and feet stand among so many lines at the top or the bottom of a page."""
EDGE_SHARE = 0.2
"""Left and right pages, and chapters, may have heads of their own."""
EDGE_LEAST = 3

_SHORT = 0.75
_HEADING_WORDS = 12
_LETTERS_SHARE = 0.7
_DIGITS = re.compile(r"\d+")
_NUMBER_ALONE = re.compile(
    r"[-–—\s|]*(?:page |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|/) ?\d{1,4})?[-–—\s|]*",
    re.IGNORECASE,
)
_FINISHED = re.compile(r"[.!?…:][\"'”’)\]]*$")
_ITEM = re.compile(r"(?:[•▪‣◦–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)]) ?\S")
_BROKEN_WORD = re.compile(r"(\w+)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"\w+(?:-\w+)+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    page: int
    after_gap: bool = False
    is_titled: bool = False


@dataclass(slots=True)
class _Growing:
    """A paragraph that takes in lines; marks say where in it a page begins."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    lines: list[_Line] = field(default_factory=list)


def paragraphs(
    pages: Iterable[str], titles: Mapping[int, set[str]] | None = None
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the pages; ``titles`` are known headings by page, in lower case."""
    lines = _lines(_without_running_heads([page.splitlines() for page in pages]), titles or {})
    if not lines:
        return ()
    width = _width(lines)
    words = _vocabulary(lines)
    grown: list[_Growing] = []
    page = 0
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        if not grown or _begins(line, grown[-1].lines, following, width):
            grown.append(_Growing())
        _take_in(grown[-1], line, words, turned=line.page != page)
        page = line.page
    return tuple(
        Paragraph(each.text, _is_heading(each.lines, width, titles), tuple(each.marks))
        for each in grown
    )


def _without_running_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    edges = Counter(
        shape for page in pages for shape in {_shape(page[n]) for n in _edge(page)} if shape
    )
    limit = max(EDGE_LEAST, EDGE_SHARE * len(pages))
    return [
        [
            line
            for n, line in enumerate(page)
            if not (
                n in at_edge and (edges[_shape(line)] >= limit or _is_page_number(line, n, page))
            )
        ]
        for page in pages
        for at_edge in [_edge(page)]
    ]


def _edge(page: Sequence[str]) -> set[int]:
    written = [n for n, line in enumerate(page) if line.strip()]
    return {*written[:EDGE_LINES], *written[-EDGE_LINES:]}


def _shape(line: str) -> str:
    return _DIGITS.sub("#", one_line(line)).casefold()


def _is_page_number(line: str, number: int, page: Sequence[str]) -> bool:
    outermost = not any(map(str.strip, page[:number])) or not any(
        map(str.strip, page[number + 1 :])
    )
    return outermost and _NUMBER_ALONE.fullmatch(line.strip()) is not None


def _lines(pages: Sequence[Sequence[str]], titles: Mapping[int, set[str]]) -> list[_Line]:
    found = []
    for number, page in enumerate(pages, 1):
        gap = False
        for raw in page:
            text = one_line(raw)
            if text:
                titled = text.casefold() in titles.get(number, ())
                found.append(_Line(text, number, after_gap=gap, is_titled=titled))
            gap = not text
    return found


def _width(lines: Sequence[_Line]) -> float:
    """Return the length of a full line: eight of ten are no longer."""
    lengths = [len(line.text) for line in lines]
    return quantiles(lengths, n=10)[7] if len(lengths) > 1 else lengths[0]


def _vocabulary(lines: Sequence[_Line]) -> Counter[str]:
    """Count words, and compounds that stand with their hyphen inside a line."""
    words: Counter[str] = Counter()
    for line in lines:
        words.update(word.casefold() for word in _WORD.findall(line.text))
        words.update(word.casefold() for word in _COMPOUND.findall(line.text))
    return words


def _begins(line: _Line, before: Sequence[_Line], after: _Line | None, width: float) -> bool:
    last = before[-1]
    if line.is_titled or last.is_titled or _ITEM.match(line.text):
        return True
    if _BROKEN_WORD.search(last.text) or line.text[:1].islower():
        return False
    if line.after_gap and line.page == last.page:
        return True
    finished = _FINISHED.search(last.text) is not None
    short = len(last.text) < _SHORT * width
    heads = (
        finished
        and _looks_like_heading(line, width)
        and after is not None
        and not after.text[0].islower()
    )
    return short or heads


def _looks_like_heading(line: _Line, width: float) -> bool:
    return (
        len(line.text) < _SHORT * width
        and not _FINISHED.search(line.text)
        and not line.text.endswith((",", ";"))
        and line.text.count(" ") < _HEADING_WORDS
        and (line.text[0].isupper() or line.text[0].isdigit())
    )


def _is_heading(
    lines: Sequence[_Line], width: float, titles: Mapping[int, set[str]] | None
) -> bool:
    """Say whether this is a heading: the outline decides where there is one."""
    if titles or len(lines) > 1:
        return lines[0].is_titled
    letters = sum(map(str.isalpha, lines[0].text))
    return (
        letters > _LETTERS_SHARE * len(lines[0].text)
        and not _ITEM.match(lines[0].text)
        and _looks_like_heading(lines[0], width)
    )


def _take_in(grown: _Growing, line: _Line, words: Counter[str], *, turned: bool) -> None:
    if grown.lines:
        grown.text, glue = _joint(grown.text, line.text, words)
        grown.text += glue
    if turned:
        grown.marks.append(Mark(len(grown.text), "page", str(line.page)))
    grown.text += line.text
    grown.lines.append(line)


def _joint(before: str, after: str, words: Counter[str]) -> tuple[str, str]:
    """Return the text before and what stands between: a broken word is made whole."""
    broken = _BROKEN_WORD.search(before)
    first = _FIRST_WORD.match(after)
    if broken is None or first is None or not first[0][0].islower():
        return before, "" if broken and first else " "
    whole = f"{broken[1]}{first[0]}".casefold()
    compound = f"{broken[1]}-{first[0]}".casefold()
    if words[compound] > words[whole]:
        return before, ""
    return before[:-1], ""
