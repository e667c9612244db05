"""How firmly a question stands on what its title and its article's beginning tell.

Judges refuse "the islands" where only the sentence before said which ones, "had moved" where
nobody knows before what, the country that a reader of the title guesses. All of it is seen in the
text before a question's sentence; how much each counts, their verdicts teach (``together.json``).
"""

from __future__ import annotations

import re
from calendar import day_name
from collections import defaultdict
from collections.abc import Iterable, Iterator

from knowledge.language.places import country_named, nations_in
from knowledge.language.wholes import places, stands_in
from knowledge.questions.candidates import Candidate
from knowledge.questions.pins import is_pinned
from knowledge.questions.rules.shown import BLANK, names, sentence, without_genitive
from knowledge.questions.surroundings import Surroundings
from knowledge.questions.weighing.features import Features, of_signs
from knowledge.search import terms

_DEFINITE = re.compile(
    r"\b[Tt]he (?P<modifiers>(?:[a-z][\w'’-]* ){0,3}?)(?P<noun>[a-z][a-z-]+)"
    r"(?= (?:was|were|is|are|had|has|did|and|with|in|at|on|by|to|from|for|as|after|before|when"
    rf"|during|under|into|{BLANK}|[a-z]+ed|became|began|gave|took|made|lost|won|held|said)\b"
    r"|[?.,’'”])"
)
"""A definite noun phrase that no "of" and no clause behind it explains."""
_A = re.compile(r"\b[Aa]n? (?:\w+ )?$")
_OPENS_WITH_A_CLAUSE = re.compile(r"“?(?:When|After|Before|As|While|Because|Although)\b")
_POSSESSIVE = re.compile(r"\b(?:his|her|its|their)\b", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?:^|[,.(—–-] ?|\b[a-z]+ )(?:{'|'.join(day_name)})\b")
"""In an article's beginning (but in no name: "Bloody Sunday") it makes the article a report of
that week, which is read for its news."""
_BEFORE_THE_BLANK = re.compile(rf"(\w*)\W*{BLANK}")
_BEGINNING = 500
"""Characters in which an article says what it is about."""
_OFTEN = 3
_SHORTLY = 300
"""Characters: as far before a sentence as its readers still have in mind."""


def grounds(candidate: Candidate, signs: Iterable[str], around: Surroundings) -> Features:
    """Return what grounds a candidate and what does not; what is not named there is 0.

    ``signs`` are the rules that found something against it. They are weighed anew here, since
    these weights are learned from nearly good questions only.
    """
    told = _Told(candidate, around)
    found = defaultdict(float, of_signs(signs))
    for name, value in (*_definites(told), *_answer(told), *_names(told), *_of_its_sentence(told)):
        found[name] += value
    return {name: value for name, value in found.items() if value}


class _Told:
    """A question's own words, and what its article told before them."""

    def __init__(self, candidate: Candidate, around: Surroundings) -> None:
        self.candidate = candidate
        self.around = around
        self.words = sentence(candidate)
        citation = candidate.fact.citations[0]
        self.article = citation.article
        self.title = around.elsewhere.before(self.article, 0).strip() or candidate.title
        self.before = around.elsewhere.before(self.article, citation.start)
        self.beginning = around.elsewhere.before(self.article, _BEGINNING)
        self.first_sentence = around.elsewhere.first_sentence(self.article)
        self._start = citation.start

    def times(self, term: str) -> int:
        """How often the article said the term before, its title counted."""
        return self.around.elsewhere.times_before(self.article, self._start, term)


def _definites(told: _Told) -> Iterator[tuple[str, float]]:
    """Where before it each "the …" was spoken of: the nearer to the title, the clearer it is."""
    shown, first = terms(told.candidate.title), terms(told.first_sentence)
    for found in _DEFINITE.finditer(told.words):
        noun = "".join(terms(found["noun"])[-1:])
        if noun in terms(told.words[: found.start()]):
            yield "the, told in the question", 1
            continue
        if noun in shown:
            where = "of the title"
        elif noun in first:
            where = "of the opening"
        else:
            times = told.times(noun)
            where = "told often" if times >= _OFTEN else "told once" if times else "never told"
        yield f"the, {where}", 1
        yield f"bare the, {where}", not found["modifiers"]
        yield f"the in front, {where}", found.start() <= 1
        yield "the, just told", _is_new(found["noun"], told.before[-_SHORTLY:])


def _is_new(noun: str, told: str) -> bool:
    return any(_A.search(told[:at]) is not None for at in places(noun, told))


def _answer(told: _Told) -> Iterator[tuple[str, float]]:
    """Whether the article's beginning, or its country, lets the answer be guessed."""
    answer = told.candidate.answer
    yield "answer told before", answer in told.before
    yield "answer of the opening", stands_in(answer, told.first_sentence)
    country = country_named(answer)
    if country:
        all_of_them = told.around.elsewhere.countries(told.article)
        times, most = all_of_them[country], max(all_of_them.values(), default=0)
        yield "answer a country", 1
        yield "country's share", times / max(all_of_them.total(), 1)
        yield "country of the article", 0 < times == most
        yield "country beside a country", bool(nations_in(told.words))


def _names(told: _Told) -> Iterator[tuple[str, float]]:
    """Whether what is named is what the article is about."""
    named = {without_genitive(word) for name in names(told.words) for word in name.split()}
    named = {word for word in named if word[:1].isupper()}
    yield "no name", not named
    yield "name of the title", any(stands_in(name, told.title) for name in named)
    yield "name of the opening", any(stands_in(name, told.first_sentence) for name in named)
    is_later = not any(stands_in(name, told.beginning) for name in named)
    yield "names told later", bool(named) and is_later


def _of_its_sentence(told: _Told) -> Iterator[tuple[str, float]]:
    """How far the sentence leans on others."""
    yield f"kind {told.candidate.fact.kind}", 1
    yield "no title", not told.candidate.title
    yield "pinned", not told.candidate.title and is_pinned(told.candidate)
    yield "news", _WEEKDAY.search(told.beginning) is not None
    yield "opens its paragraph", told.before.endswith("\n")
    yield "opens with a clause", _OPENS_WITH_A_CLAUSE.match(told.words) is not None
    yield "pluperfect", " had " in told.words
    yield "possessives", len(_POSSESSIVE.findall(told.words)) / 2
    gap = _BEFORE_THE_BLANK.search(told.words)
    if gap:
        yield f"{gap[1].lower()} _____", 1
