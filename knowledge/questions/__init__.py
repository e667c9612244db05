"""Questions from facts: wording, wrong options, the gate that refuses, explanation, grading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from rapidfuzz import fuzz

from knowledge.articles import sentences
from knowledge.facts import names_of
from knowledge.facts.statements import identity
from knowledge.language.dates import dates
from knowledge.language.names import Names
from knowledge.models import Article, Expected, Fact, Question
from knowledge.questions import gate, relations, stems
from knowledge.questions.anchors import in_full, is_anchored
from knowledge.questions.candidates import Candidate
from knowledge.questions.elsewhere import Elsewhere
from knowledge.questions.explanations import explanation, wordings
from knowledge.questions.options.arrangement import arranged
from knowledge.questions.options.distractors import distractors, initials
from knowledge.questions.options.people import is_surely_person
from knowledge.questions.options.profiles import profiles, years_in
from knowledge.questions.rules.giving_away import shares_a_word
from knowledge.questions.rules.shown import BLANK
from knowledge.questions.surroundings import Surroundings, long_words, neighbours, said
from knowledge.questions.weighing.features import Features

__all__ = ["candidates", "make", "seen"]

_FOREMOST = re.compile(
    r"\b(?:was|is|became) the (?:first|only|\w{3,}est) (?!children|time).*\b(?:in|of|to)\b"
)
_REPEATED = 80.0
_CLAUSAL = frozenset(
    {"gap", "event_time", "event_decade", "event_place", "deed", "role", "saying", "clause"}
    | {"measure"}
)
"""Kinds of facts that are read off clauses: of one sentence several say the same."""

_FEWEST_INITIALS = 3
_MOST = {"untitled": 2, "abbreviation": 1}
"""How many an article may have of each sort that is soon too much: with the title's answer, …"""


def make(facts: Iterable[Fact], articles: Iterable[Article]) -> list[Question]:
    """The questions that the gate lets through, at most one a fact; drafts after safe ones."""
    articles = list(articles)
    names = names_of(articles)
    passed = [each for each in _candidates(list(facts), articles, names) if not each.refused_by]
    made = [_question(candidate, names) for candidate in _one_each(passed)]
    return sorted(made, key=lambda question: question.tier != "safe")


def _one_each(passed: Iterable[Candidate]) -> list[Candidate]:
    """The best candidate of each fact; of each sentence, one name, one time, one number."""
    best: dict[tuple[object, ...], Candidate] = {}
    for candidate in passed:
        fact = candidate.fact
        place = (fact.citations[0].article, fact.citations[0].start)
        kind = candidate.answer_kind if candidate.answer_kind in {"date", "number"} else "name"
        key = (*place, kind) if fact.kind in _CLAUSAL else (fact.id,)
        known = best.get(key)
        if known is None or _rank(candidate) < _rank(known):
            best[key] = candidate
    return _varied(best.values())


def _varied(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, few of an article that are asked without its title or for letters' sake."""
    seen: Counter[tuple[str, str, bool]] = Counter()
    kept: list[Candidate] = []
    for candidate in candidates:
        if any(_repeats(candidate, other) for other in kept):
            continue
        place = _scarce(candidate)
        seen[place] += 1
        if not place[1] or seen[place] <= _MOST[place[1]]:
            kept.append(candidate)
    return kept


def _scarce(candidate: Candidate) -> tuple[str, str, bool]:
    """The article, tier and sort of a candidate; the sort is empty where many may be asked."""
    is_short = candidate.fact.kind == "abbreviation"
    sort = "abbreviation" if is_short else "" if candidate.title else "untitled"
    return candidate.fact.citations[0].article, sort, bool(candidate.doubted_by)


def _repeats(candidate: Candidate, other: Candidate) -> bool:
    """Whether both ask nearly the same of one article and have the same answer."""
    kinds = {candidate.fact.kind, other.fact.kind}
    if candidate.answer != other.answer or not kinds & _CLAUSAL:
        return False
    if kinds - _CLAUSAL and {*candidate.fact.citations} & {*other.fact.citations}:
        return True
    same_article = candidate.fact.citations[0].article == other.fact.citations[0].article
    alike = fuzz.token_set_ratio(said(candidate.fact), said(other.fact))
    return same_article and alike >= _REPEATED


def _rank(candidate: Candidate) -> tuple[bool, bool, bool, float]:
    """Safe before drafts, with a title, not turned round or with a gap, and by worth."""
    is_turned = candidate.fact.kind in {"gap", "clause"}
    return bool(candidate.doubted_by), candidate.title == "", is_turned, -candidate.worth


def candidates(facts: Iterable[Fact], articles: Iterable[Article]) -> list[Candidate]:
    """Every candidate with the rules that refuse it: what ``--explain`` shows."""
    articles = list(articles)
    return _candidates(list(facts), articles, names_of(articles))


def seen(
    facts: Iterable[Fact], articles: Iterable[Article]
) -> Iterator[tuple[Candidate, Features]]:
    """The candidates that are weighed, with what is seen of each: what the weights learn from."""
    articles, facts = list(articles), list(facts)
    names = names_of(articles)
    around = _surroundings(facts, articles, names)
    for candidate in _worded(facts, articles, around):
        found = gate.seen(candidate, around)
        if found is not None:
            yield candidate, found


def _candidates(
    facts: Sequence[Fact], articles: Sequence[Article], names: Names
) -> list[Candidate]:
    around = _surroundings(facts, articles, names)
    return [gate.judged(candidate, around) for candidate in _worded(facts, articles, around)]


def _worded(
    facts: Sequence[Fact], articles: Sequence[Article], around: Surroundings
) -> Iterator[Candidate]:
    """Every candidate with its title and wrong options, as the gate is to judge it."""
    titles = {article.id: article.title for article in articles}
    wording = stems.Wording(around.names, _months(articles))
    for fact in facts:
        for candidate in stems.candidates(fact, wording):
            yield _shown(candidate, around, titles)


def _shown(candidate: Candidate, around: Surroundings, titles: dict[str, str]) -> Candidate:
    title = titles.get(candidate.fact.citations[0].article, "")
    wrong = distractors(candidate, around)
    if _can_do_without_title(candidate, title, around.names):
        candidate, title = in_full(candidate, around.names), ""
        # whom else an article names seldom rivals the person it is about: that is typed
        wrong = () if candidate.answer_kind == "person" else wrong
    return replace(candidate, title=title, distractors=wrong)


def _can_do_without_title(candidate: Candidate, title: str, names: Names) -> bool:
    """Whether a stem whose answer the title gives away names enough to be asked without it."""
    if not shares_a_word(title, candidate.answer):
        return False
    if candidate.fact.kind in {"office", "abbreviation", *relations.STANDING_ALONE}:
        return True
    return candidate.fact.kind in {"definition", *_CLAUSAL} and (
        _is_foremost(candidate) or is_anchored(candidate, names)
    )


def _is_foremost(candidate: Candidate) -> bool:
    """Whether the first, the only or the largest one somewhere is asked for."""
    is_subject = candidate.form != "gap" or f"“{BLANK}" in candidate.stem
    named = re.search(r"(?<!^)\b[A-Z]\w+", candidate.stem)
    return is_subject and named is not None and _FOREMOST.search(candidate.stem) is not None


def _months(articles: Iterable[Article]) -> dict[str, str]:
    dated = ((a.id, a.published) for a in articles if a.published)
    return {article: stems.month_of(day.year, day.month) for article, day in dated}


def _surroundings(
    facts: Sequence[Fact], articles: Sequence[Article], names: Names
) -> Surroundings:
    told = {a.id: [(s.text, names.find(s.text)) for s in sentences(a)] for a in articles}
    found = {article: [n for _, there in each for n in there] for article, each in told.items()}
    each = [name for found_there in found.values() for name in found_there]
    titles = [article.title for article in articles]
    persons = frozenset(
        name.full for name in each if name.kind == "person" and is_surely_person(name, titles)
    )
    named_in = {article: frozenset(n.full for n in there) for article, there in found.items()}
    lives = (fact for fact in facts if fact.kind in {"birth", "death"})
    return Surroundings(
        facts,
        names,
        dates=_days(told, articles),
        published={article.id: article.published for article in articles},
        by_word=_by((word, fact) for fact in facts for word in long_words(fact)),
        disbelieved=_disbelieved(facts),
        persons=persons,
        named_in=named_in,
        near=neighbours(named_in, persons),
        people=profiles(chain.from_iterable(told.values())),
        dated={a: [text for text, _ in each if years_in(text)] for a, each in told.items()},
        lives=_by((citation.article, fact) for fact in lives for citation in fact.citations),
        elsewhere=Elsewhere(articles),
    )


def _days(
    told: Mapping[str, Sequence[tuple[str, object]]], articles: Iterable[Article]
) -> list[str]:
    """The days, months and years that the articles name, the most frequent first."""
    codes = (d.code for a in articles for text, _ in told[a.id] for d in dates(text, a.published))
    return [code for code, _ in Counter(codes).most_common()]


def _disbelieved(facts: Iterable[Fact]) -> frozenset[tuple[str, int]]:
    """The sentences that say of an office what the library does not believe."""
    return frozenset(
        (citation.article, citation.start)
        for fact in facts
        if fact.kind == "office" and fact.conflicts and fact.confidence < 1 / 2
        for citation in fact.citations
    )


def _by(pairs: Iterable[tuple[str, Fact]]) -> dict[str, list[Fact]]:
    """The facts under each key."""
    found: dict[str, list[Fact]] = {}
    for key, fact in pairs:
        found.setdefault(key, []).append(fact)
    return found


def _question(candidate: Candidate, names: Names) -> Question:
    options, key = arranged(candidate)
    fact = candidate.fact
    expected = _with_spellings(fact.expected, candidate, names)
    return Question(
        id=identity(fact.id, candidate.form),
        kind=fact.kind,
        tier="draft" if candidate.doubted_by else "safe",
        title=candidate.title,
        stem=candidate.stem,
        options=options,
        key=key,
        answer=candidate.answer,
        accept=_accepted(candidate, names),
        explanation=explanation(fact),
        citations=fact.citations,
        expected=expected,
    )


def _with_spellings(
    expected: Expected | None, candidate: Candidate, names: Names
) -> Expected | None:
    if expected is None or candidate.answer_kind != "person":
        return expected
    spellings = _spellings(candidate.fact.value, names)
    return replace(expected, names=tuple(dict.fromkeys((*expected.names, *spellings))))


def _spellings(full: str, names: Names) -> tuple[str, ...]:
    """The forms in use for the person; where none is short, the family name if nobody else's."""
    known, family = names.spellings(full), full.rsplit(maxsplit=1)[-1]
    is_needed = all(" " in form for form in known) and not family.isupper()
    return (*known, family) if is_needed and names.full(family) == full else known


def _accepted(candidate: Candidate, names: Names) -> tuple[str, ...]:
    """The typed answers that count as right in so many words; values are graded beside them."""
    fact = candidate.fact
    stated = fact.expected.names if fact.expected else ()
    said = [fact.value, *candidate.accept, *stated, *wordings(fact)]
    if candidate.answer_kind == "person":
        said += _spellings(fact.value, names)
    elif letters := _initials(candidate.answer):
        said.append(letters)
    shown = set(re.findall(r"\w+", candidate.stem))  # an abbreviation is not its own full form
    offered = (word for word in said if word != candidate.answer and word not in shown)
    return tuple(dict.fromkeys(offered))


def _initials(name: str) -> str:
    """The letters by which a long name is known: "IRA"; nothing for a short one."""
    letters = initials(name)
    is_long = len(letters) >= _FEWEST_INITIALS and len(letters) >= name.count(" ")
    return letters if is_long else ""
