"""Which language an article is in, told by its commonest words or by its script.

A text is taken for English unless another language shows clearly: lists have no stop words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

from knowledge.errors import UnsupportedLanguage

SUPPORTED = "English"

_SAMPLE = 20_000
_FEWEST_WORDS = 30
_CLEAR_SHARE = 0.15
"""So many words of a text are stop words of its language; in English prose it is two of five."""
_CLEAR_LEAD = 2
_FEWEST_STOP_WORDS = 5
"""Different ones: a list of Spanish names repeats "de" and "la", and is no Spanish text."""
_FEWEST_LETTERS = 40
_FOREIGN_SCRIPT_SHARE = 0.5

_STOP_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for line in Path(__file__).with_name("stop_words.tsv").read_text("utf-8").splitlines()
    for language, words in [line.split("\t")]
}
_SCRIPTS = {
    "CYRILLIC": "a language of the Cyrillic script",
    "GREEK": "Greek",
    "ARABIC": "a language of the Arabic script",
    "HEBREW": "Hebrew",
    "DEVANAGARI": "a language of the Devanagari script",
    "THAI": "Thai",
    "HANGUL": "Korean",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "CJK": "Chinese or Japanese",
}
_WORDS = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """Return the language's English name; ``SUPPORTED`` where no other one is clear."""
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_stop_words(sample)


def check_supported(text: str, name: str) -> None:
    """Raise ``UnsupportedLanguage`` where the text is clearly in another language."""
    language = language_of(text)
    if language != SUPPORTED:
        raise UnsupportedLanguage(name, language)


def _by_script(text: str) -> str | None:
    letters = [c for c in text if c.isalpha()]
    if len(letters) < _FEWEST_LETTERS:
        return None
    foreign = Counter(
        unicodedata.name(c, "?").split(maxsplit=1)[0] for c in letters if c > "\u036f"
    )
    script, _ = max(foreign.items(), key=lambda item: item[1], default=("", 0))
    if foreign["HIRAGANA"] + foreign["KATAKANA"] > 0.1 * len(letters):
        script = "HIRAGANA"
    known = sum(count for name, count in foreign.items() if name in _SCRIPTS)
    return _SCRIPTS.get(script) if known > _FOREIGN_SCRIPT_SHARE * len(letters) else None


def _by_stop_words(text: str) -> str:
    words = [word.casefold() for word in _WORDS.findall(text)]
    if len(words) < _FEWEST_WORDS:
        return SUPPORTED
    counts = Counter(words)
    shares = {
        language: sum(counts[word] for word in stop_words) / len(words)
        for language, stop_words in _STOP_WORDS.items()
    }
    best = max(shares, key=lambda language: shares[language])
    clear = shares[best] >= max(_CLEAR_SHARE, _CLEAR_LEAD * shares[SUPPORTED])
    varied = len(counts.keys() & _STOP_WORDS[best]) >= _FEWEST_STOP_WORDS
    return best if clear and varied else SUPPORTED
