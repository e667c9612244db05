"""Which language a text is in, told by its commonest words or by its script. Cheap, and for whole articles.

A text is taken for English unless another language shows clearly: names and lists have no stop words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

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
    for language, words in {
        "English": "the of and to in a is that it was for on are with as he be this by had not but from",
        "Spanish": "el la de que y en los del se las por un para con una su al lo como más pero sus le ya",
        "French": "le la les de des et en un une du que qui dans pour il est pas au sur ce avec plus par sont",
        "German": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es",
        "Italian": "il di che e la un per non in una sono si con da come le dei nel alla della anche più lo",
        "Portuguese": "o a de que e do da em um para com não uma os no se na por mais as dos como mas foi",
        "Dutch": "de van een het en in is dat op te zijn voor met die niet aan er om ook als bij door naar",
        "Polish": "w i na z się do że nie to jest o jak ale po co tak za od przez są który oraz dla tym",
        "Swedish": "och i att det som en på är av för med till den inte om ett har de så var från men vid",
        "Danish": "og i at det er en til af på for med den de ikke som har et der var om han fra men sig",
        "Finnish": "ja on ei se että oli hän myös mutta kun joka ovat sen niin kuin tai vain jos ole sitä",
        "Czech": "a v se na je že s z do o i to k ve pro za by ale jako po který jsou od jeho než byl",
        "Hungarian": "a az és hogy nem is egy meg ez de csak volt már mint még el van ha azt volna ezt",
        "Romanian": "de și în la a cu pe din nu că este o care pentru mai un se au sau prin fost sunt al",
        "Turkish": "ve bir bu da de için ile olarak daha çok en gibi olan kadar sonra ne var ama o her",
        "Indonesian": "yang dan di dengan untuk dari dalam tidak ini itu pada akan adalah ke oleh juga atau",
        "Vietnamese": "và của là có trong được cho một các không với người những đã này từ đến khi ở",
    }.items()
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
    if foreign["HIRAGANA"] + foreign["KATAKANA"] > 0.1 * len(letters):  # noqa: PLR2004 - kanji are CJK
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
