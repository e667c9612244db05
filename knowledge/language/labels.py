"""From annotated mentions and tags to labelled names, the entities that the pipeline learns.

GUM's mentions are whole noun phrases with broad types; a name is the part around a head that
is a proper noun. EWT has no mentions: its tags still show where names are, and the gazetteers
what some of them are; of the others only the place is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from knowledge.language import gazetteers
from knowledge.language.treebank import Mention, Sentence, Word

PERSON: Final = "PERSON"
PEOPLE: Final = "NORP"
AREA: Final = "GPE"
PLACE: Final = "LOC"
ORGANISATION: Final = "ORG"
EVENT: Final = "EVENT"
OTHER: Final = "MISC"
DATE: Final = "DATE"
UNKNOWN: Final = ""
"""A name whose kind is not known: nothing is to be learnt from it."""

LABELS: Final = (PERSON, PEOPLE, AREA, PLACE, ORGANISATION, EVENT, OTHER, DATE)


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled span of words in a sentence, ``end`` exclusive."""

    start: int
    end: int
    name: str


_PROPER: Final = frozenset({"NNP", "NNPS"})
_INSIDE: Final = frozenset({"NNP", "NNPS", "HYPH", "FW", "GW", "AFX"})
_LINKS: Final = frozenset({"of", "for", "de", "del", "da", "la", "di", "du", "des", "&"})
_ARTICLES: Final = frozenset({"the", "la", "le", "los", "las"})
_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
)
_WEEKDAYS: Final = (
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    "|Mon|Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun"
)
_CALENDAR: Final = frozenset(f"{_MONTHS}|{_WEEKDAYS}".split("|"))
_NUMERALS: Final = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "XIV", "XVI"})
_DAY: Final = r"(?:[0-3]?\d(?: ?(?:st|nd|rd|th))?)"
_YEAR: Final = r"(?:1\d{3}|20\d\d)"
_MONTH: Final = rf"(?:{_MONTHS})\.?"
_WEEKDAY: Final = rf"(?:{_WEEKDAYS})"
_DATE: Final = re.compile(
    rf"(?<!\S)(?:"
    rf"(?:{_WEEKDAY} ,? ?)?(?:{_DAY} (?:of )?{_MONTH}|{_MONTH} {_DAY})(?: ,? ?{_YEAR})?"
    rf"|{_MONTH} (?:of |, )?{_YEAR}"
    rf"|(?:(?:early|mid|late) (?:- )?)?{_YEAR} ?'?s"
    rf"|(?:(?:early|mid|late) (?:- )?)?(?:\d\d?(?:st|nd|rd|th)|[a-z]+(?:th|first|second|third))"
    rf"(?: -)? centur(?:y|ies)"
    rf"|{_YEAR}(?= (?:[,.;:)]|and|to|the|when|in|at|as|by|with|for|was|were|-|–)|$)"
    rf"|{_WEEKDAY}|{_MONTH}(?<!May)(?<!March)(?<!Mar)(?<!Jan)"
    rf")(?!\S)"
)
_TITLES: Final = frozenset(title.title() for title in gazetteers.TITLES)
_CITATION: Final = re.compile(r"\b(?:1[89]|20)\d\d\b|https?:|www\.|@|[/\\]")


def labels(sentence: Sentence) -> list[Label]:
    """The sentence's names and dates, in their order, none over another.

    A label that is `UNKNOWN` marks words that may or may not be a name of some kind.
    """
    if sentence.mentions is None:
        found = [*_dates(sentence.words), *_peoples(sentence.words), *_runs(sentence.words)]
    else:
        found = [
            *_dates(sentence.words),
            *_named_mentions(sentence),
            *_peoples(sentence.words),
            *_runs(sentence.words, known_kinds=False),
        ]
    return sorted(_first_come(found), key=lambda label: label.start)


def _first_come(found: Iterable[Label]) -> Iterator[Label]:
    taken: set[int] = set()
    for label in found:
        words = set(range(label.start, label.end))
        if words and not words & taken:
            taken |= words
            yield label


def _dates(words: tuple[Word, ...]) -> Iterator[Label]:
    starts: dict[int, int] = {}
    text = ""
    for index, word in enumerate(words):
        starts[len(text)] = index
        text += word.text + " "
    for match in _DATE.finditer(text.rstrip()):
        start = starts[match.start()]
        end = start + match[0].count(" ") + 1
        if any(word.tag in ("CD", "NNP", "NNPS", "NNS", "NN", "JJ") for word in words[start:end]):
            yield Label(start, end, DATE)


def _peoples(words: tuple[Word, ...]) -> Iterator[Label]:
    """Demonyms, faiths and parties that are no part of a longer name."""
    for index, word in enumerate(words):
        singular = word.text.removesuffix("s")
        names_people = any(
            form in gazetteers.DEMONYMS or form in gazetteers.PEOPLES
            for form in (word.text, singular)
        )
        if names_people and word.tag in ("JJ", "NNP", "NNPS", "NN", "NNS"):
            beside = words[index - 1 : index] + words[index + 1 : index + 2]
            if word.tag == "JJ" or not any(other.tag in _PROPER for other in beside):
                yield Label(index, index + 1, PEOPLE)


def _named_mentions(sentence: Sentence) -> Iterator[Label]:
    mentions = sorted(sentence.mentions or (), key=lambda mention: mention.start - mention.end)
    for mention in mentions:
        head = _head(sentence.words, mention)
        if sentence.words[head].tag in _PROPER:
            start, end = _name_around(sentence.words, head, mention)
            start = _after_title(sentence.words, start, end) if mention.type == "person" else start
            if not _is_title(sentence.words, start, end):
                yield Label(start, end, _kind(sentence.words, start, end, mention))


def _head(words: tuple[Word, ...], mention: Mention) -> int:
    for index in range(mention.start, mention.end):
        if not mention.start <= words[index].head < mention.end or words[index].head == index:
            return index
    return mention.end - 1


def _name_around(words: tuple[Word, ...], head: int, mention: Mention) -> tuple[int, int]:
    start, end = head, head + 1
    while start > mention.start and _continues_left(words, start - 1):
        start -= 1
    while end < mention.end and words[end].tag in (*_INSIDE, "CD"):
        end += 1
    if mention.type != "person":
        end = _end_after_links(words, end, mention.end)
    while words[end - 1].tag == "HYPH":
        end -= 1
    while words[start].tag == "HYPH":
        start += 1
    return start, end


def _continues_left(words: tuple[Word, ...], index: int) -> bool:
    word = words[index]
    if word.tag in _INSIDE:
        return True
    capitalised = word.text[:1].isupper() and word.tag in ("JJ", "NN", "VBN", "VBG", "CD", "NNS")
    return (capitalised and index > 0) or (word.text == "&" and index > 0)


def _end_after_links(words: tuple[Word, ...], end: int, limit: int) -> int:
    """Takes in "of Warwick" and "of the Interior" after "University" and "Ministry"."""
    while end + 1 < limit and words[end].text.lower() in _LINKS:
        after = end + 1 + (words[end + 1].text.lower() in _ARTICLES)
        if after >= limit or words[after].tag not in _PROPER:
            break
        end = after
        while end < limit and words[end].tag in (*_INSIDE, "CD"):
            end += 1
    return end


def _after_title(words: tuple[Word, ...], start: int, end: int) -> int:
    """Where the person's own name begins in "US Secretary of State Antony Blinken"."""
    return max((last for _, last in _titles(words, start, end)), default=start)


def _is_title(words: tuple[Word, ...], start: int, end: int) -> bool:
    text = " ".join(word.text for word in words[start:end]).title()
    return text in _TITLES or text.removesuffix("s") in _TITLES


def _titles(words: tuple[Word, ...], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The titles in a run of proper nouns, or over its beginning; never all of the run."""
    for first in range(max(0, start - 2), min(end - 1, start + 4)):
        for last in range(first + 1, min(end, first + 4)):
            if " ".join(word.text for word in words[first:last]).title() in _TITLES:
                yield first, last


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


def _kind(words: tuple[Word, ...], start: int, end: int, mention: Mention) -> str:
    text = " ".join(word.text for word in words[start:end])
    whole = " ".join(word.text for word in words[mention.start : mention.end])
    if text in _CALENDAR or (mention.type == "abstract" and _CITATION.search(whole)):
        return UNKNOWN
    if mention.type == "place":
        return _kind_of_place(text)
    if mention.type == "time":
        return EVENT if text.split()[-1] in ("Day", "Christmas", "Easter", "Eve") else UNKNOWN
    if mention.type == "person":
        return _kind_of_person(words, start, end)
    return _KINDS.get(mention.type, UNKNOWN)


def _kind_of_place(text: str) -> str:
    words = text.split()
    first, last = words[0], words[-1]
    kinds = gazetteers.KIND_WORDS
    if any(character.isdigit() for character in text):
        return PLACE
    is_place = {first, last} & kinds["place"] or text in gazetteers.PLACES["region"]
    return PLACE if is_place and last not in kinds["area"] else AREA


def _kind_of_person(words: tuple[Word, ...], start: int, end: int) -> str:
    """Persons named by what they are (the Republicans, Congressmen) are peoples or none."""
    before = words[start - 1].text.lower() if start else ""
    if words[end - 1].tag == "NNPS":
        return PEOPLE
    return UNKNOWN if before in ("a", "an", "the") and end - start == 1 else PERSON


def _runs(words: tuple[Word, ...], *, known_kinds: bool = True) -> Iterator[Label]:
    """Every run of proper nouns, with its kind where the gazetteers tell it."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and words[end].tag in _INSIDE:
            end += 1
        while end > start and words[end - 1].tag not in _PROPER:
            end -= 1
        if end > start:
            yield from _run(words, start, end, known_kinds=known_kinds)
        start = max(end, start + 1)


def _run(words: tuple[Word, ...], start: int, end: int, *, known_kinds: bool) -> Iterator[Label]:
    """The name in one run, and what stands before it; a title is no part of any name."""
    if _is_title(words, start, end):
        return
    name = _after_title(words, start, end)
    titled = {index for first, last in _titles(words, start, end) for index in range(first, last)}
    yield from (Label(i, i + 1, UNKNOWN) for i in range(start, name) if i not in titled)
    if not known_kinds:
        yield Label(name, end, UNKNOWN)
        return
    end = _end_after_links(words, end, len(words))
    end += end < len(words) and words[end].text in _NUMERALS and words[end].tag != "PRP"
    yield Label(name, end, _listed_kind(words, name, end))


def _listed_kind(words: tuple[Word, ...], start: int, end: int) -> str:
    text = " ".join(word.text for word in words[start:end])
    parts = text.split()
    places = gazetteers.PLACES
    if text in gazetteers.COUNTRY_NAMES or text in places["city"] | places["state"]:
        return AREA
    if text in places["region"]:
        return PLACE
    if text in gazetteers.CAPITALS:
        return AREA
    if text in gazetteers.ORGANISATIONS:
        return ORGANISATION
    has_title = start > 0 and words[start - 1].text in gazetteers.TITLES
    if "of" not in parts and (has_title or _is_listed_person(parts)):
        return PERSON
    return _kind_by_last_word(parts)


def _is_listed_person(parts: list[str]) -> bool:
    """A given name and at most two more words, or a given or family name alone."""
    is_given = parts[0] in gazetteers.GIVEN_NAMES
    if len(parts) == 1:
        return is_given or parts[0] in gazetteers.FAMILY_NAMES
    is_company = parts[-1] in gazetteers.ORGANISATION_SUFFIXES
    return is_given and len(parts) in (2, 3) and not is_company


def _kind_by_last_word(parts: list[str]) -> str:
    """The kind that the head of a longer name shows: its last word, or the one before "of"."""
    head = parts[parts.index("of") - 1] if "of" in parts[1:] else parts[-1]
    if len(parts) == 1:
        return UNKNOWN
    kinds = gazetteers.KIND_WORDS
    if head in kinds["event"]:
        return EVENT
    if head in kinds["place"] and (head == parts[-1] or head not in ("House", "Hall")):
        return PLACE
    if head in gazetteers.ORGANISATION_SUFFIXES:
        return ORGANISATION
    return AREA if head in kinds["area"] else UNKNOWN
