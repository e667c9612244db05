"""How long, high, large, heavy or populous a thing is, and how long something lasted.

Requires the measure as all that the predicate says; its hedge is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.doubts import grounding
from knowledge.facts.reading import wording
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.statements import Statement
from knowledge.language.names import Names
from knowledge.language.quantities import Quantity, phrase, quantities
from knowledge.models import Expected

_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"(?P<verb>is|was|are|were) (?P<amount>.+?) (?P<what>tall|long|high|wide|deep|thick)"
            r"(?: and .*)?"
        ),
        "How {what} {verb} {subject}?",
    ),
    (
        re.compile(
            r"(?:has|had|reaches|reached) (?:an?|a total|an average|an estimated) "
            r"(?P<what>(?:[a-z]+ )?(?:length|height|area|depth|width|diameter|elevation|altitude"
            r"|capacity|mass|weight|wingspan|lifespan|circumference|density)) of (?P<amount>.+)"
        ),
        "What is the {what} of {subject}?",
    ),
    (re.compile(r"weighs (?P<amount>.+)"), "How much does {subject} weigh?"),
    (re.compile(r"weighed (?P<amount>.+)"), "How much did {subject} weigh?"),
    (re.compile(r"lasted (?:for )?(?P<amount>.+)"), "How long did {subject} last?"),
    (re.compile(r"lasts (?:for )?(?P<amount>.+)"), "How long does {subject} last?"),
    (
        re.compile(r"covers (?:an area of )?(?P<amount>.+)"),
        "How large an area does {subject} cover?",
    ),
    (re.compile(r"rises (?:to )?(?P<amount>.+)"), "How high does {subject} rise?"),
)
_AREAS = "How large"


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The measure that the clause states."""
    said = clause.tree.text(clause.rest, wording.named(clause, names))
    for form, question in _FORMS:
        match = form.fullmatch(said)
        amount = _whole(match["amount"]) if match else None
        if match is not None and amount is not None:
            asked = question.format(
                **{"verb": "", "what": "", **match.groupdict()},
                subject=wording.subject_text(clause, names),
            )
            if asked.startswith(_AREAS) == (amount.dimension == "area"):
                yield _statement(clause, asked, amount)


def _whole(text: str) -> Quantity | None:
    """The quantity that is all the text says, or all before its unit in brackets or a comma."""
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
        doubts=grounding.doubts(clause, clause.subject_words),
    )
