"""What can be seen of a candidate that says whether a teacher would ask it: named numbers.

Most lie between 0 and 1. A rule of the gate that found something is a feature too (a *sign*):
it weighs what the ratings gave it instead of refusing alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise

from knowledge.language.places import country_named, nations_in
from knowledge.language.verbs import base_of_past
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, years
from knowledge.questions.surroundings import Surroundings

Features = dict[str, float]

_FUNCTION_WORDS = frozenset(
    {"a", "about", "after", "against", "also", "an", "and", "are", "as", "at", "be"}
    | {"been", "before", "being", "between", "but", "by", "can", "could", "did", "do"}
    | {"does", "during", "few", "first", "for", "from", "had", "has", "have", "he", "her"}
    | {"his", "how", "in", "into", "is", "it", "its", "may", "more", "most", "new", "no"}
    | {"not", "of", "on", "one", "or", "other", "over", "she", "such", "than", "that"}
    | {"the", "their", "then", "these", "they", "this", "those", "through", "to", "two"}
    | {"under", "was", "were", "what", "when", "where", "which", "while", "who", "whom"}
    | {"will", "with", "would", "year", "name", "number", "completes", "sentence"}
)
_LINKS = frozenset({"across", "along", "among", "because", "until", "without", "where", "near"})
_CAPITALISED = re.compile(r"(?<![.?] )(?<!“)(?<!^)\b[^\W\d_]{2,}")
_BARE_DEFINITE = re.compile(
    r"\bthe [a-z]+(?= (?:was|were|is|are|had|has|in|at|on|by|to|from|for|with|and)\b|[?.,])"
)
_DEFINITE_SUBJECT = re.compile(
    r"(?:“The|\b(?:did|was|were|has|had|does|is|are) the) [a-z]+\b(?! (?:of|in|for)\b)"
)
_SUPERLATIVE = re.compile(r"\b(?:first|only|\w{3,}est|most)\b")
_POINTING = re.compile(
    r"\b(?:he|she|it|they|his|her|its|their|this|these|those|there)\b", re.IGNORECASE
)
_BEHIND_THE_BLANK = re.compile(rf"{BLANK} ([a-z]+)")
_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_SPEECH = re.compile(r"\b(?:said|says|told|according)\b")
_SHORT, _LONG = 8, 25
_LITTLE = 4
_BEGINNING = 400
"""Characters, the title included."""
_OFTEN = 3
"""A name or answer that stands so often in its article belongs to its subject."""


def features(candidate: Candidate, signs: Iterable[str], around: Surroundings) -> Features:
    """Return what is seen of a candidate; what is not named there is 0."""
    found = of_signs(signs)
    for name, value in (
        *_of_form(candidate),
        *_of_words(candidate.stem),
        *_of_source(candidate),
        *_of_title(candidate),
        *_of_article(candidate, around),
    ):
        if value:
            found[name] = float(value)
    return found


def of_signs(signs: Iterable[str]) -> dict[str, float]:
    """What rules found that speaks against a candidate, as features."""
    return {f"sign {name}": 1.0 for name in signs}


def _of_form(candidate: Candidate) -> Iterator[tuple[str, float]]:
    kind, answer = candidate.fact.kind, candidate.answer_kind.partition(" ")[0]
    yield f"kind {kind}", 1
    yield f"answer {answer}", 1
    yield f"kind {kind} {answer}", 1
    yield f"opens {' '.join(candidate.stem.split()[:2])}", candidate.form != "gap"
    preposition = re.search(rf"\b(since|until|from|in) {BLANK}", candidate.stem)
    yield f"year {preposition[1] if preposition else ''}", answer == "date" and bool(preposition)
    yield "typed", not candidate.distractors
    yield "blank first", f"“{BLANK}" in candidate.stem
    behind = _BEHIND_THE_BLANK.search(candidate.stem)
    yield "blank before a noun", behind is not None and _may_be_noun(behind[1])
    yield "answer words", min(len(candidate.answer.split()), 6) / 3
    yield "answer a name", candidate.answer[:1].isupper()


def _may_be_noun(word: str) -> bool:
    """Whether the word is no function word, and its form none that verbs and adverbs have."""
    is_verb = base_of_past(word, word) is not None or word.endswith(("s", "ing"))
    is_function_word = word in _FUNCTION_WORDS or word in _LINKS
    return not (is_verb or is_function_word or word.endswith("ly"))


def _of_words(stem: str) -> Iterator[tuple[str, float]]:
    words = len(stem.split())
    yield "length", words / 20
    yield "short", words < _SHORT
    yield "long", words > _LONG
    content = set(content_words(stem))
    yield "content", min(len(content), 20) / 10
    yield "little content", len(content) <= _LITTLE
    yield "hardly content", len(content) < _LITTLE
    for word in content:
        yield f"word {word}", 1
    yield "bare definites", len(_BARE_DEFINITE.findall(stem)) / 2
    yield "definite subject", _DEFINITE_SUBJECT.search(stem) is not None
    yield "definites", len(re.findall(r"\bthe [a-z]", stem)) / 3
    yield "indefinites", len(re.findall(r"\ban? [a-z]", stem)) / 2
    yield "pointing", _POINTING.search(stem) is not None
    yield "superlative", _SUPERLATIVE.search(stem) is not None
    yield "speech", _SPEECH.search(stem) is not None
    yield "year told", bool(years(stem))
    yield "figures", len(re.findall(r"\d+", stem)) / 2
    yield "commas", stem.count(",") / 3
    yield "letters", re.search(r"\b[A-Z]{2,}\b", stem) is not None


def content_words(stem: str) -> list[str]:
    """The words of a stem that carry meaning, names left out."""
    return [word for word in re.findall(r"\b[a-z]{3,}\b", stem) if word not in _FUNCTION_WORDS]


def _of_source(candidate: Candidate) -> Iterator[tuple[str, float]]:
    """Where the stem was cut from its sentence: what stands side by side in one alone."""
    stem = candidate.stem.replace(BLANK, candidate.answer)
    together, parted = _pairs(candidate.fact.citations[0].quote)
    known = {word for pair in together | parted for word in pair}
    beside, _ = _pairs(stem)
    own = {pair for pair in beside if {*pair} <= known} - together
    yield "marks dropped", min(len(own & parted), 4) / 2
    yield "joints", min(len(own - parted), 6) / 3
    source = set(re.findall(r"[^\W\d_]+", candidate.fact.citations[0].quote))
    yield "names put in", min(len({*_names(candidate.stem)} - source), 3) / 2


def _pairs(text: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The words of a text that stand side by side, and those with a mark between them."""
    tokens = _TOKEN.findall(text.lower())
    words = [place for place, token in enumerate(tokens) if token[0].isalnum()]
    together: set[tuple[str, str]] = set()
    parted: set[tuple[str, str]] = set()
    for one, other in pairwise(words):
        found = together if other == one + 1 else parted
        found.add((tokens[one], tokens[other]))
    return together, parted


def _names(stem: str) -> list[str]:
    """The words with a capital that no beginning of a sentence gave them."""
    return [word for word in _CAPITALISED.findall(stem) if word[0].isupper()]


def _of_title(candidate: Candidate) -> Iterator[tuple[str, float]]:
    title = set(re.findall(r"\w{4,}", candidate.title.lower()))
    shared = title & set(re.findall(r"\w{4,}", candidate.stem.lower()))
    yield "title in the stem", bool(shared)
    yield "title share", len(shared) / (len(title) + 1)
    yield "no title", not candidate.title


def _of_article(candidate: Candidate, around: Surroundings) -> Iterator[tuple[str, float]]:
    """How central to its article are the names, the words and the answer; where it stands."""
    citation = candidate.fact.citations[0]
    count = partial(around.elsewhere.count, citation.article)
    names = _names(candidate.stem)
    often = [min(count(name), 10) / 5 for name in names]
    yield "no name", not names
    yield "names", min(len(names), 6) / 3
    yield "most frequent name", max(often, default=0)
    yield "rarest name", min(often, default=0)
    times = count(candidate.answer)
    yield "answer once", times <= 1
    yield "answer often", times >= _OFTEN
    yield "country told at the beginning", _is_told_first(candidate, around)
    yield "end of the answer", min(count(candidate.answer.rpartition(" ")[2]), 5) / 5
    content = sorted((min(count(word), 5) for word in content_words(candidate.stem)), reverse=True)
    yield "words of the article", sum(content) / (len(content) + 1) / 3
    before = around.elsewhere.before(citation.article, citation.start)
    paragraph = before.count("\n\n")
    yield "opens its paragraph", before.endswith("\n")
    yield "first paragraph", paragraph <= 1
    yield "paragraph", min(paragraph, 10) / 10
    yield "beginning", len(before) < _BEGINNING
    yield "length of the sentence", len(citation.quote.split()) / 30


def _is_told_first(candidate: Candidate, around: Surroundings) -> bool:
    """Whether a country asked for, or its people, stands in the article's beginning already."""
    country, citation = country_named(candidate.answer), candidate.fact.citations[0]
    if not country:
        return False
    opening = around.elsewhere.before(citation.article, min(_BEGINNING, citation.start))
    return country in nations_in(opening)
