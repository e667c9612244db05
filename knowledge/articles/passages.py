"""Passages: consecutive sentences under one heading, bounded in length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.articles.sentences import in_blocks
from knowledge.models import Article, Passage, Sentence

CHARACTERS_LIMIT = 750
"""About 120 words: a paragraph of an encyclopaedia, three or four of a news report."""


def passages(article: Article) -> list[Passage]:
    """Return the passages of the article, in order."""
    return [passage for passage, _ in with_headings(article)]


def with_headings(article: Article) -> Iterator[tuple[Passage, str]]:
    """Yield each passage with the heading that it stands under ("" where there is none)."""
    for heading, section in groupby(in_blocks(article), key=lambda read: read[0].heading):
        for group in _packed([paragraph for _, paragraph in section]):
            yield _passage(article, group), heading


def _packed(paragraphs: Sequence[Sequence[Sentence]]) -> Iterator[list[Sentence]]:
    """Put short neighbours together, and part what is longer than ``CHARACTERS_LIMIT``."""
    group: list[Sentence] = []
    for paragraph in paragraphs:
        if group and _length(group) + _length(paragraph) > CHARACTERS_LIMIT:
            yield group
            group = []
        for part in _parts(paragraph):
            if group and _length(group) + _length(part) > CHARACTERS_LIMIT:
                yield group
                group = []
            group = [*group, *part]
    if group:
        yield group


def _parts(paragraph: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    """Part a long paragraph into pieces of about the same length, ending with sentences."""
    pieces = -(-_length(paragraph) // CHARACTERS_LIMIT)
    goal = _length(paragraph) / max(pieces, 1)
    part: list[Sentence] = []
    for sentence in paragraph:
        if part and _length(part) + _length([sentence]) / 2 > goal:
            yield part
            part = []
        part.append(sentence)
    if part:
        yield part


def _length(sentences: Sequence[Sentence]) -> int:
    return sum(sentence.end - sentence.start + 1 for sentence in sentences)


def _passage(article: Article, sentences: Sequence[Sentence]) -> Passage:
    start, end = sentences[0].start, sentences[-1].end
    return Passage(article.id, start, end, article.text[start:end], tuple(sentences))
