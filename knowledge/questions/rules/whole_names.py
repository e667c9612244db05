"""Whether each name shown is whole, and stands as its source writes it.

Compares the stem with the sentence it was made from; what a name means it does not ask.
"""

from __future__ import annotations

import re
from calendar import day_name

from knowledge.language.dates import MONTHS
from knowledge.language.wholes import beside, stands_in
from knowledge.questions.candidates import CLAUSAL, Candidate
from knowledge.questions.rules.shown import BLANK, names, quotes, sentence
from knowledge.questions.surroundings import Surroundings

_DECAPITALISED = re.compile(r"\b[a-z]+[A-Z]\w*")
_NAME_PAIR = re.compile(r"(?<![.“] )(?<!^)\b[A-Z][a-z]+ [A-Z][a-z]+\b")
_OPENS_BEFORE_A_NAME = re.compile(
    r"(?:while |when )?(?:at|in|on|from|with|by|for|to|as|of|near) ", re.IGNORECASE
)
_GOES_ON = re.compile(r" [A-Z]")
_OPENS_A_NAME = frozenset({"did", "was", "were", "does", "is", "by", "in", "of", "for", "to"})


def name_decapitalised(candidate: Candidate, _: Surroundings) -> bool:
    """Where "McKay" has become "mcKay", what opened the source's sentence was no common word."""
    said = " ".join(quotes(candidate))
    found = _DECAPITALISED.findall(candidate.stem)
    return any(word not in said and word[0].upper() + word[1:] in said for word in found)


def name_never_written(candidate: Candidate, around: Surroundings) -> bool:
    """In "Harvard Gore", two names stand together that no source of it puts so."""
    if candidate.fact.kind not in CLAUSAL:
        return False
    articles = {citation.article for citation in candidate.fact.citations}
    pairs = _NAME_PAIR.findall(sentence(candidate))
    dated = {*MONTHS, *day_name}
    return any(
        not any(around.elsewhere.holds(article, pair) for article in articles)
        for pair in pairs
        if not dated & {*pair.split()}
    )


def opening_lost(candidate: Candidate, _: Surroundings) -> bool:
    """In "Harvard Gore", the "At" that opens the source is lost."""
    opening = " ".join(sentence(candidate).replace(BLANK, candidate.answer).split()[:2])
    found = ((quote, _OPENS_BEFORE_A_NAME.match(quote)) for quote in quotes(candidate))
    return any(
        lost is not None and stands_in(opening, quote[lost.end() : lost.end() + len(opening) + 1])
        for quote, lost in found
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
