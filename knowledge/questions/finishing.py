"""The question that a candidate becomes: its options in order, what counts as right, its quote."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import permutations

from knowledge.facts.statements import identity
from knowledge.language.names import Names
from knowledge.models import Expected, Question
from knowledge.questions.candidates import Candidate
from knowledge.questions.explanations import explanation, wordings
from knowledge.questions.options.arrangement import arranged
from knowledge.questions.options.distractors import initials

_FEWEST_INITIALS = 3


def finished(candidate: Candidate, names: Names) -> Question:
    """The question as it is asked and graded; a draft where the gate doubts it."""
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
    if expected is not None and expected.kind == "list":
        each = (_spellings(m[0], names) if m[0] in names.persons else m for m in expected.members)
        return replace(expected, members=tuple(each))
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
    if fact.expected is not None and fact.expected.kind == "list":
        return _in_full(fact.expected)
    stated = fact.expected.names if fact.expected else ()
    said = [fact.value, *candidate.accept, *stated, *wordings(fact)]
    if candidate.answer_kind == "person":
        said += _spellings(fact.value, names)
    elif letters := _initials(candidate.answer):
        said.append(letters)
    shown = set(re.findall(r"\w+", candidate.stem))  # an abbreviation is not its own full form
    offered = (word for word in said if word != candidate.answer and word not in shown)
    return tuple(dict.fromkeys(offered))


def _in_full(expected: Expected) -> tuple[str, ...]:
    """As many members as are wanted, in any order: for programs that compare letters only."""
    rows = permutations((member[0] for member in expected.members), expected.wanted)
    return tuple(" and ".join(row) for row in rows)


def _initials(name: str) -> str:
    """The letters by which a long name is known: "IRA"; nothing for a short one."""
    letters = initials(name)
    is_long = len(letters) >= _FEWEST_INITIALS and len(letters) >= name.count(" ")
    return letters if is_long else ""
