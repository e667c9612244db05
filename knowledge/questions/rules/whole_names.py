"""Whether each name shown is whole, and stands as its source writes it.

Compares the stem with the sentence it was made from; what a name means it does not ask.
"""

from __future__ import annotations

import re

from knowledge.language.wholes import beside
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, names, quotes, sentence
from knowledge.questions.surroundings import Surroundings

_PAIR = re.compile(r"(?<![.“] )(?<!^)\b(?P<one>[A-Z]\w+) (?=(?P<other>[A-Z]\w+)\b)")
_WORD = re.compile(r"\w+")
_GOES_ON = re.compile(r" [A-Z]")
_OPENS_A_NAME = frozenset({"did", "was", "were", "does", "is", "by", "in", "of", "for", "to"})


def names_glued(candidate: Candidate, _: Surroundings) -> bool:
    """Of "managed by Henrik Bull, a trader, … and Borchgrevink signed on", "Bull Borchgrevink"."""
    said = sentence(candidate).replace(BLANK, candidate.answer)
    pairs = [(found["one"], found["other"]) for found in _PAIR.finditer(said)]
    return any(
        {one, other} <= {*_WORD.findall(quote)} and f"{one} {other}" not in quote
        for one, other in pairs
        for quote in quotes(candidate)
    )


def article_lost(candidate: Candidate, around: Surroundings) -> bool:
    """The article mostly writes "the" before a name that stands without it here."""
    said = sentence(candidate)
    bare = (name for name in names(said) if " " in name and _is_bare(name, said))
    return any(_mostly_with_article(name, candidate, around) for name in bare)


def _is_bare(name: str, said: str) -> bool:
    place = said.find(name)
    return place == 0 or said[:place].rsplit(maxsplit=1)[-1].lower() in _OPENS_A_NAME


def _mostly_with_article(name: str, candidate: Candidate, around: Surroundings) -> bool:
    told = [said.text for said in around.elsewhere.others(candidate.fact)]
    each = (around_it for text in told for around_it in beside(name, text))
    before = [words for words, behind in each if _GOES_ON.match(behind) is None]
    behind_the = sum(words.lower().split()[-1:] == ["the"] for words in before)
    return 2 * behind_the > len(before)
