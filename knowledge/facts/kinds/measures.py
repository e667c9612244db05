"""How long, high, large or heavy a thing is, and how long something lasted.

Requires the measure as all that the predicate says; its hedge is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts.doubts import grounding
from knowledge.facts.reading import wording
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.names import Names
from knowledge.language.quantities import Quantity, phrase, quantities
from knowledge.models import Expected

_LENGTH, _LASTING = frozenset({"length"}), frozenset({"duration"})
_SIZES = frozenset({"length", "area", "mass"})


@dataclass(frozen=True, slots=True)
class _Form:
    """How a predicate states a measure, what that measure can be, and the question for it."""

    said: re.Pattern[str]
    dimensions: frozenset[str]
    question: str


_FORMS = (
    _Form(
        re.compile(
            r"(?P<verb>is|was|are|were) (?P<amount>.+?) (?P<what>tall|long|high|wide|deep|thick)"
            r"(?: and .*)?"
        ),
        _LENGTH,
        "How {what} {verb} {subject}?",
    ),
    _Form(
        re.compile(
            r"has (?:an?|a total|an average|an estimated) (?P<what>(?:[a-z]+ )?(?:length|height"
            r"|area|depth|width|diameter|elevation|altitude|mass|weight|wingspan|circumference))"
            r" of (?P<amount>.+)"
        ),
        _SIZES,
        "What is the {what} of {subject}?",
    ),
    _Form(re.compile(r"weighs (?P<amount>.+)"), _SIZES, "How much does {subject} weigh?"),
    _Form(re.compile(r"weighed (?P<amount>.+)"), _SIZES, "How much did {subject} weigh?"),
    _Form(re.compile(r"lasted (?:for )?(?P<amount>.+)"), _LASTING, "How long did {subject} last?"),
    _Form(re.compile(r"lasts (?:for )?(?P<amount>.+)"), _LASTING, "How long does {subject} last?"),
)


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The measure that the clause states."""
    tree = clause.tree
    if any(tree.tokens[i].pos != "PUNCT" for i in clause.fronted):
        return  # "at birth" or "in winter" it measures something else
    said = tree.text(clause.rest, wording.named(clause, names))
    for form in _FORMS:
        match = form.said.fullmatch(said)
        amount = _whole(match["amount"]) if match else None
        if match is not None and amount is not None and amount.dimension in form.dimensions:
            asked = form.question.format(
                **{"verb": "", "what": "", **match.groupdict()},
                subject=wording.subject_text(clause, names),
            )
            yield _statement(clause, asked, amount)


def _whole(text: str) -> Quantity | None:
    """The quantity that is all the text says, or all before a comma."""
    found = quantities(text)
    if len(found) != 1 or found[0].start > 0:
        return None
    rest = text[found[0].end :]
    return found[0] if re.fullmatch(r"(?:,.*)?", rest) else None


def _statement(clause: Clause, question: str, amount: Quantity) -> Statement:
    expected = Expected("quantity", amount.low, amount.high, amount.unit)
    return Statement(
        "measure",
        {"question": question, "answer_kind": "quantity"},
        ("measure", question.lower()),
        phrase(amount.low, amount.high, amount.unit),
        expected,
        clause.parsed.line.citation,
        qualifier=amount.qualifier,
        doubts=tuple(grounding.doubts(clause, {*clause.words, *clause.subject_words})),
    )
