"""Text becomes terms: the forms under which the index knows words, whatever form a writer chose.

A term is a stem, a number in digits ("six", "6" and "six-hour" share the term ``6``) or an
abbreviation without its full stops. Words that carry nothing ("the", "of") have no term.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from knowledge.language.accents import unaccented
from knowledge.language.gazetteers import DEMONYMS
from knowledge.search.words import ABBREVIATIONS, BASE_FORMS, NUMBERS, ORDINALS, STOP_WORDS, UNIONS

LETTERS_LIMIT = 40
"""No word or number is longer; what is (noise, base64) is cut, so that terms stay small."""

_WORD = re.compile(
    r"(?P<union>\b[UuEe](?i:nited\s+(?:states(?:\s+of\s+america)?|kingdom|nations)|uropean\s+union)\b)"
    r"|(?P<dotted>[A-Z]\.(?:\s?[A-Z]\.)+|[a-z]\.(?:[a-z]\.)+)"
    r"|(?P<us>us\b(?<=\b[Tt]he\sus))"
    r"|(?P<roman>(?=[IVX]{2})\bX{0,3}(?:IX|IV|V?I{0,3})(?<=[IVX])\b|I\b(?<=\bWar\sI))"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:st|nd|rd|th)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*\d*)"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_AMERICAN = re.compile(r"(?<=[a-z]{4})s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)(?<=is)")
"""The letter that parts "emphasise" from "emphasize"."""

_THOUSANDS = re.compile(r",(?=\d{3})")
_stem = Stemmer.Stemmer("english", 0).stemWord


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its term ("" for words that carry nothing) and where it stands."""

    term: str
    start: int
    end: int
    word: str


def tokens(text: str) -> Iterator[Token]:
    """Yield every word of ``text`` in order, with offsets into it."""
    for match in _WORD.finditer(text):
        yield Token(_term(match), match.start(), match.end(), match[0])


def terms(text: str) -> list[str]:
    """Return the terms of ``text`` in order, without the words that carry nothing."""
    found = map(_term, _WORD.finditer(text))
    return [term for term in found if term]


def _term(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    return _TERM_OF[kind](match[0])


def _of_number(digits: str) -> str:
    whole = _THOUSANDS.sub("", digits[:LETTERS_LIMIT])
    return whole.lstrip("0") or "0"


def _of_roman(numeral: str) -> str:
    """Read "World War II" and "World War 2" alike. Numerals go up to XXXIX."""
    values = [_ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return str(sum(-v if v < after else v for v, after in zip(values, following, strict=True)))


def _of_dotted(letters: str) -> str:
    return _of_word(re.sub(r"[.\s]", "", letters).upper())


def _of_union(name: str) -> str:
    first, second, *_ = name.lower().split()
    return UNIONS[f"{first} {second}"]


def _of_word(word: str) -> str:
    return _of_short_word(word[:LETTERS_LIMIT])


@lru_cache(maxsize=1 << 18)
def _of_short_word(word: str) -> str:
    bare = _POSSESSIVE.sub("", word)
    if bare in ABBREVIATIONS:
        return ABBREVIATIONS[bare]
    lower = unaccented(bare.lower().replace("’", "'"))
    if lower in STOP_WORDS:
        return ""
    if lower in NUMBERS:
        return NUMBERS[lower]
    if lower in ORDINALS:
        return ORDINALS[lower]
    lower = _AMERICAN.sub("z", lower)
    return str(_stem(_COUNTRIES.get(lower) or BASE_FORMS.get(lower, lower)))


_COUNTRIES = {
    demonym.lower(): "usa" if country == "United States" else country.lower()
    for demonym, country in DEMONYMS.items()
    if " " not in demonym and (" " not in country or country == "United States")
} | {"polish": "polish"}
"""What "Chinese" says, "of China" says too; "polish" in small letters is no country's."""

_ROMAN = {"I": 1, "V": 5, "X": 10}
_TERM_OF: dict[str, Callable[[str], str]] = {
    "union": _of_union,
    "dotted": _of_dotted,
    "us": lambda _: "usa",
    "roman": _of_roman,
    "number": _of_number,
    "word": _of_word,
}
