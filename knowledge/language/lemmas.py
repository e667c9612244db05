"""Dictionary forms of words, from their tag: rules for what is regular, a table for what is not.

The table is gathered from treebanks by ``train.py`` and lies beside the model. Proper nouns keep
their form; the rules know nothing of meaning, so "found" is what its tag makes of it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from knowledge.language.gazetteers import NATIONS_AND_PEOPLES
from knowledge.language.treebank import Word

LEMMAS: Final = "lemmas.json"
"""The table's file, beside the model."""

_KEPT: Final = ("NNP", "FW", "ADD", "GW", "LS")
_VOWELS: Final = "aeiou"
_ENDINGS: Final = {
    "NNS": (("ies", "y"), ("s", "")),
    "NNPS": (("ies", "y"), ("s", "")),
    "VBZ": (("ies", "y"), ("s", "")),
    "VBG": (("ing", ""),),
    "VBD": (("ied", "y"), ("ed", "")),
    "VBN": (("ied", "y"), ("ed", "")),
    "JJR": (("ier", "y"), ("er", "")),
    "JJS": (("iest", "y"), ("est", "")),
    "RBR": (("ier", "y"), ("er", "")),
    "RBS": (("iest", "y"), ("est", "")),
}
_PREFIXES: Final = ("under", "over", "fore", "with", "out", "mis", "re", "un")
_PLURAL: Final = ("NNS", "NNPS", "VBZ")
_SIBILANTS: Final = ("ch", "sh", "x", "ss", "zz")
_NEEDS_E: Final = (
    "v",
    "c",
    "u",
    "dg",
    "ng",
    "rg",
    "iz",
    "yz",
    "as",
    "is",
    "os",
    "us",
    "rs",
    "ns",
    "at",
)
"""Endings of a stem after which a silent e was dropped more often than not."""


@dataclass(frozen=True, slots=True)
class Lemmas:
    """``forms``: tag and form → lemma where the rules err; ``known``: lemmas to choose among."""

    forms: dict[str, dict[str, str]]
    known: frozenset[str]

    def of(self, text: str, tag: str) -> str:
        """The dictionary form, in lower case but for proper nouns."""
        if tag in _KEPT:
            return text
        if tag == "JJ" and text in NATIONS_AND_PEOPLES:
            return text
        form = text if tag == "NNPS" else text.lower().replace("\u2019", "'")
        irregular = self.forms.get(tag, {})
        prefix = next((one for one in _PREFIXES if form.removeprefix(one) in irregular), "")
        if form not in irregular and prefix and tag in _ENDINGS:
            return prefix + irregular[form.removeprefix(prefix)]
        return irregular.get(form) or _regular(form, tag, self.known)

    def save(self, path: Path) -> None:
        """Written so that versions can be compared line by line."""
        table = {"forms": self.forms, "known": sorted(self.known)}
        path.write_text(
            json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8"
        )


@cache
def load(path: Path) -> Lemmas:
    """The table that `Lemmas.save` wrote."""
    table = json.loads(path.read_text(encoding="utf-8"))
    return Lemmas(table["forms"], frozenset(table["known"]))


def gathered(words: Iterable[Word]) -> Lemmas:
    """What the words of treebanks teach beyond the rules: each form's most usual lemma."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word in words:
        if word.tag not in _KEPT and word.pos != "PROPN" and word.lemma != "_":
            form = word.text.lower().replace("\u2019", "'")
            seen[word.tag, form][word.lemma] += 1
    known = frozenset(
        lemma
        for (tag, _), lemmas in seen.items()
        for lemma, count in lemmas.items()
        if tag in _ENDINGS and count > 1 and lemma.isalpha()
    )
    forms: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (tag, form), lemmas in seen.items():
        usual = lemmas.most_common(1)[0][0]
        if usual != _regular(form, tag, known):
            forms[tag][form] = usual
    return Lemmas(dict(forms), known)


def _regular(form: str, tag: str, known: frozenset[str]) -> str:
    for ending, replacement in _ENDINGS.get(tag, ()):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 1:
            candidates = list(_candidates(stem + replacement, tag))
            return next((one for one in candidates if one in known), candidates[0])
    return form


def _candidates(stem: str, tag: str) -> Iterator[str]:
    """Dictionary forms that the stem may come from, the most probable first."""
    is_double = stem[-1:] == stem[-2:-1] and stem[-1] not in _VOWELS + "lsz"
    if tag in _PLURAL:
        if stem.endswith("e") and stem[:-1].endswith(_SIBILANTS):
            yield stem[:-1]
        yield stem
        yield stem.removesuffix("e")
        return
    if is_double:
        yield stem[:-1]
    elif stem.endswith(_NEEDS_E) or _is_short_open(stem):
        yield stem + "e"
    yield stem
    yield stem + "e"
    yield stem[:-1]


def _is_short_open(stem: str) -> bool:
    """One syllable with a single vowel before a single consonant: mak(ing), hop(ed)."""
    return (
        stem[-1] not in _VOWELS + "wxy"
        and stem[-2] in _VOWELS
        and sum(letter in _VOWELS for letter in stem) == 1
    )
