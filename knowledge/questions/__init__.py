"""Questions from facts: wording, wrong options, the gate that refuses, explanation, grading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.facts import names_of
from knowledge.language.names import Names
from knowledge.models import Article, Fact, Question
from knowledge.questions import gate, relations, stems
from knowledge.questions.anchors import in_full, is_anchored
from knowledge.questions.candidates import CLAUSAL, Candidate
from knowledge.questions.choosing import one_each
from knowledge.questions.finishing import finished
from knowledge.questions.gathering import surroundings
from knowledge.questions.options.distractors import distractors
from knowledge.questions.pins import is_pinned
from knowledge.questions.rules.giving_away import shares_a_root, shares_a_word
from knowledge.questions.rules.shown import BLANK
from knowledge.questions.surroundings import Surroundings

__all__ = ["candidates", "make", "seen"]

_FOREMOST = re.compile(
    r"\b(?:was|is|became) the (?:first|only|\w{3,}est) (?!children|time).*\b(?:in|of|to)\b"
)


def make(facts: Iterable[Fact], articles: Iterable[Article]) -> list[Question]:
    """The questions that the gate lets through, at most one a fact; drafts after safe ones."""
    articles, facts = list(articles), list(facts)
    names = names_of(articles)
    around = surroundings(facts, articles, names)
    worded = _worded(filter(gate.may_pass, facts), articles, around)
    sighted = (gate.by_sight(each, around) for each in worded if gate.passes(each, around))
    chosen = one_each(each for each in sighted if not each.refused_by)
    tiered = (gate.tiered(candidate, around) for candidate in chosen)
    made = [finished(candidate, names) for candidate in tiered if not candidate.refused_by]
    return sorted(made, key=lambda question: question.tier != "safe")


def candidates(facts: Iterable[Fact], articles: Iterable[Article]) -> list[Candidate]:
    """Every candidate with the rules that refuse it: what ``--explain`` shows."""
    articles, facts = list(articles), list(facts)
    around = surroundings(facts, articles, names_of(articles))
    return [gate.judged(candidate, around) for candidate in _worded(facts, articles, around)]


def seen(
    facts: Iterable[Fact], articles: Iterable[Article]
) -> Iterator[tuple[Candidate, gate.Seen]]:
    """The candidates that are weighed, with what is seen of each: what the weights learn from."""
    articles, facts = list(articles), list(facts)
    names = names_of(articles)
    around = surroundings(facts, articles, names)
    for candidate in _worded(facts, articles, around):
        found = gate.seen(candidate, around)
        if found is not None:
            yield candidate, found


def _worded(
    facts: Iterable[Fact], articles: Sequence[Article], around: Surroundings
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
    is_term = candidate.fact.kind == "meaning" and shares_a_root(title, candidate.answer)
    if not is_term and not shares_a_word(title, candidate.answer):
        return False
    if candidate.fact.kind in {"office", "abbreviation", *relations.STANDING_ALONE}:
        return True
    return candidate.fact.kind in {"definition", *CLAUSAL} and (
        _is_foremost(candidate) or is_anchored(candidate, names) or is_pinned(candidate)
    )


def _is_foremost(candidate: Candidate) -> bool:
    """Whether the first, the only or the largest one somewhere is asked for."""
    is_subject = candidate.form != "gap" or f"“{BLANK}" in candidate.stem
    named = re.search(r"(?<!^)\b[A-Z]\w+", candidate.stem)
    return is_subject and named is not None and _FOREMOST.search(candidate.stem) is not None


def _months(articles: Iterable[Article]) -> dict[str, str]:
    dated = ((a.id, a.published) for a in articles if a.published)
    return {article: stems.month_of(day.year, day.month) for article, day in dated}
