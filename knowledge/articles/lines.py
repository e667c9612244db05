"""What each line of an article is: body, headline, caption, dateline, boilerplate or broken.

``layout`` tells lines apart by their form, ``furniture`` and ``readable`` by what they say; here
their neighbours have their say too: menus, repeated heads, comments.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.articles.furniture import SENTENCE_END, is_furniture
from knowledge.articles.layout import Kind, blocks
from knowledge.articles.readable import is_broken
from knowledge.models import Article

LineKind = Literal["body", "headline", "caption", "dateline", "boilerplate", "broken"]

REPEATED_LEAST, REPEATED_WORDS = 3, 14
MENU_LEAST = 4
_MENU_WORDS = 3
_TAIL_WORDS = 5
_REPLIES_LEAST = 2
_REPLY = re.compile(r"(?:like\s*(?:\(?\d+\)?)?\s*[|·•]?\s*)?reply\b.{0,20}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph: ``article.text[start:end]`` and what it is."""

    start: int
    end: int
    kind: LineKind


def classed(article: Article) -> list[Line]:
    """Return every line of the article with its class, in order."""
    parts = blocks(article)
    texts = [article.text[part.start : part.end] for part in parts]
    marked = {mark.start for mark in article.marks if mark.kind == "heading"}
    headings = {n for n, part in enumerate(parts) if part.start in marked}
    kinds = [
        _kind(text, part.kind, is_heading=n in headings)
        for n, (part, text) in enumerate(zip(parts, texts, strict=True))
    ]
    for n in ((_repeated(texts) | _menus(texts, kinds)) - headings) | _comments(texts):
        kinds[n] = "boilerplate"
    return [Line(part.start, part.end, kind) for part, kind in zip(parts, kinds, strict=True)]


def _kind(text: str, layout: Kind, *, is_heading: bool) -> LineKind:
    if is_broken(text):
        return "broken"
    if layout == "boilerplate" or is_furniture(text):
        return "boilerplate"
    return "headline" if layout == "heading" or is_heading else layout


def _repeated(texts: Sequence[str]) -> set[int]:
    """Return short lines that stand there three times or more: heads and notices, no refrains."""
    shapes = [text.casefold() for text in texts]
    often = {shape for shape, count in Counter(shapes).items() if count >= REPEATED_LEAST}
    return {
        n
        for n, shape in enumerate(shapes)
        if shape in often and shape.count(" ") < REPEATED_WORDS and not SENTENCE_END.search(shape)
    }


def _menus(texts: Sequence[str], kinds: Sequence[LineKind]) -> set[int]:
    """Return runs of very short lines before the first sentence or after the last one."""
    prose = [n for n, text in enumerate(texts) if kinds[n] == "body" and SENTENCE_END.search(text)]
    if not prose:
        return set()
    before = _runs(texts, range(prose[0]), _MENU_WORDS, MENU_LEAST)
    after = _runs(texts, range(prose[-1] + 1, len(texts)), _TAIL_WORDS, MENU_LEAST)
    return before | after


def _runs(texts: Sequence[str], span: range, words: int, least: int) -> set[int]:
    found: set[int] = set()
    run: list[int] = []
    for n in (*span, None):
        if n is not None and len(texts[n].split()) <= words and not SENTENCE_END.search(texts[n]):
            run.append(n)
            continue
        if len(run) >= least:
            found.update(run)
        run = []
    return found


def _comments(texts: Sequence[str]) -> set[int]:
    """Return the readers' comments: from the name above the first "Reply" to the end."""
    replies = [n for n, text in enumerate(texts) if _REPLY.fullmatch(text)]
    if len(replies) < _REPLIES_LEAST or replies[0] < len(texts) / 4:
        return set()
    first = replies[0]
    step = max(replies[1] - first, 1)
    return set(range(max(first - step + 1, 1), len(texts)))
