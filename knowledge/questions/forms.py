"""Other forms in which what is asked can be asked: true or false, and which came first.

A form keeps the evidence of the question that it is made from. Whether one is used, a quiz says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.facts.statements import identity
from knowledge.language.trees import tidy
from knowledge.models import Expected, Question
from knowledge.questions.explanations import LIMIT, cut
from knowledge.questions.rules.form import OPTION_LIMIT, STEM_LIMIT
from knowledge.questions.rules.shown import BLANK

TRUE, FALSE = "True", "False"
FEWEST_EVENTS, MOST_EVENTS = 3, 4
_FEWEST_OPTIONS = 3
_SENTENCE = re.compile(rf"“([^”]*{BLANK}[^”]*)”")
_DATED = re.compile(rf"^In {BLANK},? | in {BLANK}(?=[.,]|$)")
_YEAR = re.compile(r"[12]\d{3}")
_FEWEST_YEARS = 3
"""Events less far apart are no fair question of order."""


def true_or_false(question: Question) -> Question | None:
    """The sentence to be completed, with its own value or a wrong one; None for other questions.

    Which of the two it is depends on the question alone, and is even over many.
    """
    sentence = _SENTENCE.search(question.stem)
    if sentence is None or len(question.options) < _FEWEST_OPTIONS:
        return None
    chance = int(identity(question.id, "true or false"), 16)
    is_true = chance % 2 == 0
    wrong = [option for place, option in enumerate(question.options) if place != question.key]
    value = question.answer if is_true else wrong[chance // 2 % len(wrong)]
    stem = f"True or false? “{sentence[1].replace(BLANK, value)}”"
    answer = TRUE if is_true else FALSE
    if len(stem) > STEM_LIMIT:
        return None
    return replace(
        question,
        stem=stem,
        options=(TRUE, FALSE),
        key=(TRUE, FALSE).index(answer),
        answer=answer,
        accept=(answer[0],),
        expected=Expected("phrase", names=(answer, answer[0])),
    )


def which_came_first(questions: Sequence[Question]) -> Question | None:
    """Events of one article with their years left out; which came first? None of too few.

    The events are those of sentences that lack their year; no two lie closer than three years.
    """
    by_title: dict[str, list[Question]] = {}
    for question in questions:
        by_title.setdefault(question.title, []).append(question)
    found = (_ordered(those) for title, those in by_title.items() if title)
    return next((question for question in found if question is not None), None)


def _ordered(questions: Sequence[Question]) -> Question | None:
    dated: list[tuple[int, str, Question]] = []
    for question in questions:
        event = _event(question)
        year = int(question.answer) if _YEAR.fullmatch(question.answer) else 0
        if event and year and all(abs(year - other) >= _FEWEST_YEARS for other, _, _ in dated):
            dated.append((year, event, question))
        if len(dated) == MOST_EVENTS:
            break
    if len(dated) < FEWEST_EVENTS:
        return None
    first, event, spokesman = min(dated)
    told = "; ".join(f"{year}: {said}" for year, said, _ in sorted(dated))
    return replace(
        spokesman,
        id=identity("which came first", *(question.id for _, _, question in dated)),
        kind="order",
        stem="Which of these happened first?",
        options=tuple(said for _, said, _ in dated),
        key=[year for year, _, _ in dated].index(first),
        answer=event,
        accept=(str(first),),
        explanation=cut(told, LIMIT),
        citations=tuple(c for _, _, question in dated for c in question.citations),
        expected=Expected("phrase", names=(event,)),
    )


def _event(question: Question) -> str:
    """The sentence without its year: ``Harris founded the college.``; nothing for most."""
    sentence = _SENTENCE.search(question.stem)
    said = tidy(_DATED.sub("", sentence[1])).rstrip(".") if sentence else ""
    fits = bool(said) and BLANK not in said and len(said) <= OPTION_LIMIT
    return said[0].upper() + said[1:] if fits and not _YEAR.search(said) else ""
