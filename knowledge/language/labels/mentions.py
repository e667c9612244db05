"""Names in annotated mentions: the part of the phrase around a head that is a proper noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from knowledge.language.labels.bounds import (
    INSIDE,
    PROPER,
    after_title,
    end_after_links,
    is_title,
    joined,
)
from knowledge.language.labels.dates import CALENDAR
from knowledge.language.labels.kinds import (
    EVENT,
    ORGANISATION,
    OTHER,
    PEOPLE,
    PERSON,
    UNKNOWN,
    Label,
    kind_of_place,
)
from knowledge.language.treebank import Mention, Word

_CITATION: Final = re.compile(r"\b(?:1[89]|20)\d\d\b|https?:|www\.|@|[/\\]")
_KINDS: Final = {
    "person": PERSON,
    "organization": ORGANISATION,
    "event": EVENT,
    "abstract": OTHER,
    "object": OTHER,
    "animal": OTHER,
    "plant": OTHER,
    "substance": OTHER,
}
"""GUM's types as kinds of names; places, persons and times need a closer look."""


def named_mentions(words: tuple[Word, ...], mentions: tuple[Mention, ...]) -> Iterator[Label]:
    """The names in the mentions, those of the longest first; titles are no part of them."""
    for mention in sorted(mentions, key=lambda mention: mention.start - mention.end):
        head = _head(words, mention)
        if words[head].tag in PROPER:
            start, end = _name_around(words, head, mention)
            start = after_title(words, start, end) if mention.type == "person" else start
            if not is_title(words, start, end):
                yield Label(start, end, _kind(words, start, end, mention))


def _head(words: tuple[Word, ...], mention: Mention) -> int:
    for index in range(mention.start, mention.end):
        if not mention.start <= words[index].head < mention.end or words[index].head == index:
            return index
    return mention.end - 1


def _name_around(words: tuple[Word, ...], head: int, mention: Mention) -> tuple[int, int]:
    start, end = head, head + 1
    while start > mention.start and _continues_left(words, start - 1):
        start -= 1
    while end < mention.end and words[end].tag in (*INSIDE, "CD"):
        end += 1
    if mention.type != "person":
        end = end_after_links(words, end, mention.end)
    while words[end - 1].tag == "HYPH":
        end -= 1
    while words[start].tag == "HYPH":
        start += 1
    return start, end


def _continues_left(words: tuple[Word, ...], index: int) -> bool:
    word = words[index]
    if word.tag in INSIDE:
        return True
    capitalised = word.text[:1].isupper() and word.tag in ("JJ", "NN", "VBN", "VBG", "CD", "NNS")
    return (capitalised and index > 0) or (word.text == "&" and index > 0)


def _kind(words: tuple[Word, ...], start: int, end: int, mention: Mention) -> str:
    text = joined(words, start, end)
    whole = joined(words, mention.start, mention.end)
    if text in CALENDAR or (mention.type == "abstract" and _CITATION.search(whole)):
        return UNKNOWN
    if mention.type == "place":
        return kind_of_place(text)
    if mention.type == "time":
        return EVENT if text.split()[-1] in ("Day", "Christmas", "Easter", "Eve") else UNKNOWN
    if mention.type == "person":
        return _kind_of_person(words, start, end)
    return _KINDS.get(mention.type, UNKNOWN)


def _kind_of_person(words: tuple[Word, ...], start: int, end: int) -> str:
    """Persons named by what they are (the Republicans, Congressmen) are peoples or none."""
    before = words[start - 1].text.lower() if start else ""
    if words[end - 1].tag == "NNPS":
        return PEOPLE
    return UNKNOWN if before in ("a", "an", "the") and end - start == 1 else PERSON
