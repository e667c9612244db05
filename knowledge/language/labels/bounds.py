"""Where names begin and end among tagged words: titles before them, "of" within them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.language import gazetteers
from knowledge.language.treebank import Word

PROPER: Final = frozenset({"NNP", "NNPS"})
INSIDE: Final = frozenset({"NNP", "NNPS", "HYPH", "FW", "GW", "AFX"})
_LINKS: Final = frozenset({"of", "for", "de", "del", "da", "la", "di", "du", "des", "&"})
_ARTICLES: Final = frozenset({"the", "la", "le", "los", "las"})
_TITLES: Final = frozenset(title.title() for title in gazetteers.TITLES)


def joined(words: tuple[Word, ...], start: int, end: int) -> str:
    """The words with a space between each two."""
    return " ".join(word.text for word in words[start:end])


def end_after_links(words: tuple[Word, ...], end: int, limit: int) -> int:
    """Takes in "of Warwick" and "of the Interior" after "University" and "Ministry"."""
    while end + 1 < limit and words[end].text.lower() in _LINKS:
        after = end + 1 + (words[end + 1].text.lower() in _ARTICLES)
        if after >= limit or words[after].tag not in PROPER:
            break
        end = after
        while end < limit and words[end].tag in (*INSIDE, "CD"):
            end += 1
    return end


def after_title(words: tuple[Word, ...], start: int, end: int) -> int:
    """Where the person's own name begins in "US Secretary of State Antony Blinken"."""
    return max((last for _, last in titles(words, start, end)), default=start)


def is_title(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether these words are a title and no more, like "the President"."""
    text = joined(words, start, end).title()
    return text in _TITLES or text.removesuffix("s") in _TITLES


def titles(words: tuple[Word, ...], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The titles in a run of proper nouns, or over its beginning; never all of the run."""
    for first in range(max(0, start - 2), min(end - 1, start + 4)):
        for last in range(max(first, start) + 1, min(end, first + 4)):
            if joined(words, first, last).title() in _TITLES:
                yield first, last
