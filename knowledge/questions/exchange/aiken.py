"""Aiken, the simplest of formats: a stem on one line, options with letters, and ``ANSWER: B``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import ascii_uppercase

from knowledge.models import Question
from knowledge.questions.exchange import drafts
from knowledge.questions.exchange.drafts import Imported, Item, Problem, Rejected
from knowledge.questions.exchange.texts import one_line

_OPTION = re.compile(r"([A-Z])[).][ \t]*(.*)")
_ANSWER = re.compile(r"ANSWER:\s*(\w?)")
_GUARD = "Question: "
"""Stands before a stem that would be taken for an option or an answer."""
_GUARDED = re.compile(r"(?:Question: )*(?:[A-Z][).]|ANSWER:)")


def write(questions: Iterable[Question]) -> str:
    """Return the questions that have options; Aiken knows neither titles nor explanations."""
    return "\n".join(_block(question) for question in questions if question.options)


def _block(question: Question) -> str:
    stem = one_line(question.stem)
    options = (
        f"{letter}. {one_line(option)}"
        for letter, option in zip(ascii_uppercase, question.options, strict=False)
    )
    guard = _GUARD if _GUARDED.match(stem) else ""
    return "\n".join([guard + stem, *options, f"ANSWER: {ascii_uppercase[question.key]}", ""])


def read(text: str) -> Imported:
    """Return the questions of an Aiken file, and a problem for each item that is incomplete."""
    questions: list[Question] = []
    problems: list[Problem] = []
    item: list[tuple[int, str]] = []
    for number, raw in enumerate([*text.split("\n"), ""], 1):
        line = raw.strip()
        if line:
            item.append((number, line))
        if item and (_ANSWER.match(line) and len(item) > 1):
            _take(item, questions, problems)
            item = []
    if item:
        problems.append(Problem(item[0][0], "no line 'ANSWER: …' follows."))
    return Imported(tuple(questions), tuple(problems))


def _take(item: list[tuple[int, str]], questions: list[Question], problems: list[Problem]) -> None:
    try:
        questions.append(_question([line for _, line in item]))
    except Rejected as reason:
        problems.append(Problem(item[0][0], str(reason)))


def _question(lines: list[str]) -> Question:
    first = next((n for n, line in enumerate(lines) if n > 0 and _OPTION.match(line)), len(lines))
    stem = " ".join(lines[: min(first, len(lines) - 1)])
    stem = stem.removeprefix(_GUARD) if _GUARDED.match(stem.removeprefix(_GUARD)) else stem
    options: dict[str, str] = {}
    for line in lines[first:-1]:
        found = _OPTION.match(line)
        if found is None or found[1] in options:
            raise Rejected(f"its line {line[:40]!r} is no option of its own letter.")
        options[found[1]] = found[2]
    answer = _ANSWER.match(lines[-1])
    letter = answer[1] if answer else ""
    if letter not in options:
        raise Rejected(f"its answer {letter or '?'!r} is none of its options.")
    return drafts.choice(Item(stem), tuple(options.values()), list(options).index(letter))
