"""What readers came for stays in an article; furniture and damage go, and marks move along."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.articles.lines import Line, classed
from knowledge.models import Article, Mark

_DROPPED = frozenset({"boilerplate", "broken"})


def cleaned(article: Article) -> Article:
    """Return the article without boilerplate, broken lines and its title repeated on top."""
    lines = classed(article)
    kept = [line for line in lines if line.kind not in _DROPPED]
    if len(kept) > 1 and _repeats(article.text[kept[0].start : kept[0].end], article.title):
        kept = kept[1:]
    return only(article, kept)


def only(article: Article, lines: Sequence[Line]) -> Article:
    """Return the article with these lines alone, in their order."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    end = 0
    for line in lines:
        gap = _gap(article.text[end : line.start]) if pieces else ""
        pieces.append(gap + article.text[line.start : line.end])
        starts.append(length + len(gap))
        length += len(pieces[-1])
        end = line.end
    return replace(
        article, text="".join(pieces), marks=tuple(_moved(article.marks, lines, starts))
    )


def _gap(between: str) -> str:
    """Keep a plain line end (a wrapped or listed line); all else becomes an empty line."""
    return "\n" if between.strip(" \t") == "\n" else "\n\n"


def _moved(marks: Sequence[Mark], lines: Sequence[Line], starts: Sequence[int]) -> Iterator[Mark]:
    """Yield the marks at their new places: headings go with their lines, pages turn later."""
    ends = [line.end for line in lines]
    for mark in marks:
        n = bisect_right(ends, mark.start)
        if n == len(lines) or (mark.kind == "heading" and mark.start < lines[n].start):
            continue
        yield replace(mark, start=starts[n] + max(mark.start - lines[n].start, 0))


def _repeats(line: str, title: str) -> bool:
    return line.casefold().strip() == title.casefold().strip()
