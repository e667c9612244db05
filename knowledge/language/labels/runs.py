"""Names where only tags are annotated: runs of proper nouns, their kinds from the gazetteers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.language import gazetteers
from knowledge.language.labels.bounds import (
    INSIDE,
    PROPER,
    after_title,
    end_after_links,
    is_title,
    joined,
    titles,
)
from knowledge.language.labels.kinds import PEOPLE, UNKNOWN, Label, kind_of_listed
from knowledge.language.treebank import Word

_NUMERALS: Final = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "XIV", "XVI"})


def peoples(words: tuple[Word, ...]) -> Iterator[Label]:
    """Demonyms, faiths and parties that are no part of a longer name."""
    for index, word in enumerate(words):
        singular = word.text.removesuffix("s")
        names_people = any(
            form in gazetteers.DEMONYMS or form in gazetteers.PEOPLES
            for form in (word.text, singular)
        )
        if names_people and word.tag in ("JJ", "NNP", "NNPS", "NN", "NNS"):
            beside = words[index - 1 : index] + words[index + 1 : index + 2]
            if word.tag == "JJ" or not any(other.tag in PROPER for other in beside):
                yield Label(index, index + 1, PEOPLE)


def runs(words: tuple[Word, ...], *, known_kinds: bool = True) -> Iterator[Label]:
    """Every run of proper nouns, with its kind where the gazetteers tell it."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end].tag in INSIDE:
            end += 1
        while end > start and words[end - 1].tag not in PROPER:
            end -= 1
        if end > start:
            yield from _run(words, start, end, known_kinds=known_kinds)
        start = max(end, start + 1)


def _run(words: tuple[Word, ...], start: int, end: int, *, known_kinds: bool) -> Iterator[Label]:
    """The name in one run, and what stands before it; a title is no part of any name."""
    if is_title(words, start, end):
        return
    name = after_title(words, start, end)
    titled = {index for first, last in titles(words, start, end) for index in range(first, last)}
    yield from (Label(i, i + 1, UNKNOWN) for i in range(start, name) if i not in titled)
    if not known_kinds:
        yield Label(name, end, UNKNOWN)
        return
    end = end_after_links(words, end, len(words))
    end += end < len(words) and words[end].text in _NUMERALS and words[end].tag != "PRP"
    yield Label(name, end, _kind(words, name, end))


def _kind(words: tuple[Word, ...], start: int, end: int) -> str:
    has_title = start > 0 and words[start - 1].text in gazetteers.TITLES
    return kind_of_listed(joined(words, start, end).split(), has_title=has_title)
