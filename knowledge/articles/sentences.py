"""Where sentences begin and end, as offsets into the clean text.

Full stops that can't be anything else are split at by one expression; only what is in doubt goes
through syntok, which is exact and slow (30,000 words a second).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from syntok import segmenter

from knowledge.articles.layout import Block, blocks
from knowledge.models import Article, Sentence

CHARACTERS_LIMIT = 1000
"""A sentence is cut here at a space: no citation is longer, whatever the text is."""

_CERTAIN = re.compile(
    r"(?<=[a-z]{3})(?<!approx) ?[.!?]+[\"”’')\]]*(?P<gap>\s+)(?=[\"“‘'(\[]?[A-Z])"
)
_REGNAL = re.compile(
    r"\b(?:(?:King|Queen|Emperor|Empress|Pope|Tsar|Sultan) (?:[A-Z]\w+ ){1,2}I\."
    r"(?=\s+[A-Z][a-z]+ )"
    r"|[A-Z][a-z]+ [IVX]\.(?=\s+(?:The|In|On|At|An?|He|She|It|They|His|Her|Its|Their|After|When"
    r"|By|This|From|Although|During)\b))\s+"
)
"""After "King William I." a sentence may end; elsewhere such a letter is an initial."""
_WORD_BEFORE = re.compile(r"\b[a-z]{3,}$")
_IN_DOUBT = re.compile(r"[.!?…][\"”’')\]]*\s")


def sentences(article: Article) -> list[Sentence]:
    """Return the sentences of the article's body and captions, in order."""
    return [sentence for _, of_block in in_blocks(article) for sentence in of_block]


@lru_cache(maxsize=256)
def in_blocks(article: Article) -> tuple[tuple[Block, tuple[Sentence, ...]], ...]:
    """Return the blocks that are read, each with its sentences: between them, only white space.

    Kept, since facts, names, questions and passages each go through all articles.
    """
    readable = (block for block in blocks(article) if block.kind in {"body", "caption"})
    return tuple((block, tuple(_of_block(article, block))) for block in readable)


def _of_block(article: Article, block: Block) -> Iterator[Sentence]:
    for start, end in _spans(article.text, block.start, block.end):
        yield Sentence(article.id, start, end, article.text[start:end])


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for certain_start, certain_end in _split_where_certain(text, start, end):
        if _IN_DOUBT.search(text, certain_start, certain_end):
            found = _split_by_syntok(text, certain_start, certain_end)
        else:
            found = iter([(certain_start, certain_end)])
        for span in found:
            yield from _bounded(text, *span)


def _split_where_certain(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap, following in sorted(
        (*_plain_ends(text, start, end), *_regnal_ends(text, start, end))
    ):
        yield start, gap
        start = following
    if start < end:
        yield start, end


def _plain_ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _CERTAIN.finditer(text, start, end):
        if match.start() >= start and _WORD_BEFORE.search(text, start, match.start()):
            yield match.span("gap")
            start = match.end("gap")


def _regnal_ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _REGNAL.finditer(text, start, end):
        yield len(match[0].rstrip()) + match.start(), match.end()


def _split_by_syntok(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for paragraph in segmenter.analyze(text[start:end]):
        for tokens in paragraph:
            first, last = tokens[0], tokens[-1]
            yield start + first.offset, start + last.offset + len(last.value)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > CHARACTERS_LIMIT:
        space = text.rfind(" ", start + 1, start + CHARACTERS_LIMIT)
        cut = space if space > start else start + CHARACTERS_LIMIT
        yield start, cut
        start = cut + 1 if space > start else cut
    if start < end:
        yield start, end
