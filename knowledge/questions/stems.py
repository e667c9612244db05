"""What is asked about a fact of each kind: the stem, the answer as shown, the kind of answer.

Knows English wording only; whether a question is good enough to be asked, the gate decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.language.dates import MONTHS, from_code
from knowledge.language.names import Names
from knowledge.language.numbers import in_words
from knowledge.language.places import country_named, with_article
from knowledge.language.units import plural
from knowledge.models import Fact
from knowledge.questions import relations
from knowledge.questions.candidates import Candidate

_FULL_STOP = re.compile(r"(?<=[a-z\d]{2})\.$")


@dataclass(frozen=True, slots=True)
class Wording:
    """What wording needs to know beside the fact: the names' short forms, the articles' months."""

    names: Names
    months: Mapping[str, str]

    def name(self, full: str) -> str:
        """The person's name as the library mostly writes it."""
        return self.names.display(full)

    def month(self, fact: Fact) -> str:
        """The month of the reports that state the fact, when they all share one."""
        months = {self.months.get(citation.article, "") for citation in fact.citations}
        return next(iter(months)) if len(months) == 1 else ""


def candidates(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    """The questions that may be asked about the fact, the preferred form first."""
    form = _FORMS.get(fact.kind)
    if form:
        yield from form(fact, wording)
    yield from relations.candidates(fact, wording.name)


def _meeting_duration(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who, whom = _pair(fact, wording)
    yield Candidate(
        fact, "how_long", f"How long did {who} meet {whom}?", _amount(fact), "quantity"
    )


def _meeting_date(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who, whom = _pair(fact, wording)
    yield _dated(fact, f"did {who} meet {whom}?")


def _meeting_place(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who, whom = _pair(fact, wording)
    kind = "country" if country_named(fact.value) else "city"
    stem = f"In which {kind} did {who} meet {whom}?"
    yield Candidate(fact, "where", stem, fact.value, kind)


def _meeting_venue(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who, whom = _pair(fact, wording)
    yield Candidate(fact, "venue", f"At which place did {who} meet {whom}?", fact.value, "venue")


def _visit_duration(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who, where = wording.name(fact.arguments["who"]), with_article(fact.arguments["where"])
    stem = f"How long did {_possessive(who)} visit to {where} last?"
    yield Candidate(fact, "how_long", stem, _amount(fact), "quantity")


def _delay(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who, where = wording.name(fact.arguments["who"]), with_article(fact.arguments["where"])
    stem = f"How much later than planned did {_possessive(who)} trip to {where} take place?"
    yield Candidate(fact, "how_late", stem, _amount(fact), "quantity")


def _postponement(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who, where = wording.name(fact.arguments["who"]), with_article(fact.arguments["where"])
    yield _dated(fact, f"did {who} postpone an earlier trip to {where}?")


def _postponement_cause(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who, where = wording.name(fact.arguments["who"]), with_article(fact.arguments["where"])
    stem = f"What led {who} to postpone an earlier trip to {where}?"
    yield Candidate(fact, "why", stem, fact.value, "phrase")


def _meeting_before(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who, then = wording.name(fact.arguments["who"]), wording.name(fact.arguments["then"])
    stem = f"Whom did {who} meet the day before the meeting with {then}?"
    yield Candidate(fact, "before", stem, fact.value, "person")


def _arrival_date(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who = wording.name(fact.arguments["who"])
    yield _dated(fact, f"did {who} arrive in {with_article(fact.arguments['where'])}?")


def _office(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    month, office = wording.month(fact), fact.arguments["office"]
    article = "a" if office.startswith("spokes") else "the"
    time = f" in {month}" if month else ""
    stem = f"Who was {article} {fact.arguments['post']}{time}?"
    yield Candidate(fact, "who_holds", stem, fact.value, "person")


def _first_in(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who = wording.name(fact.arguments["who"])
    deed = f"the first {fact.arguments['group']} {fact.arguments['deed']}"
    units = plural(fact.expected.unit if fact.expected else "year")
    stem = f"{who} was {deed} in how many {units}?"
    yield Candidate(fact, "first_in", stem, _amount(fact), "quantity")


def _deed(fact: Fact, _: Wording) -> Iterator[Candidate]:
    deed = _FULL_STOP.sub("", fact.arguments["deed"])
    stem = f"{fact.arguments['asked']} {deed}?"
    yield Candidate(fact, "subject", stem, fact.value, fact.arguments["answer_kind"])


def _event_time(fact: Fact, _: Wording) -> Iterator[Candidate]:
    yield _dated(fact, f"{fact.arguments['event']}?")


def _event_place(fact: Fact, _: Wording) -> Iterator[Candidate]:
    kind = fact.arguments["answer_kind"]
    yield Candidate(fact, "where", f"In which {kind} {fact.arguments['event']}?", fact.value, kind)


def _birth(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who = wording.name(fact.arguments["who"])
    yield _dated(fact, f"was {who} born?")


def _death(fact: Fact, wording: Wording) -> Iterator[Candidate]:
    who = wording.name(fact.arguments["who"])
    yield _dated(fact, f"did {who} die?")


def _definition(fact: Fact, _: Wording) -> Iterator[Candidate]:
    question, kind = fact.arguments["question"], fact.arguments["answer_kind"]
    yield Candidate(fact, "definition", question, fact.value, kind)


def _measured(fact: Fact, _: Wording) -> Iterator[Candidate]:
    yield Candidate(fact, "measure", fact.arguments["question"], _amount(fact), "quantity")


def _gap(fact: Fact, _: Wording) -> Iterator[Candidate]:
    asked = {"date": "year", "number": "number"}.get(fact.arguments["answer_kind"], "name")
    stem = f"Which {asked} completes the sentence? “{fact.arguments['sentence']}”"
    yield Candidate(fact, "gap", stem, fact.value, fact.arguments["answer_kind"])


def _list(fact: Fact, _: Wording) -> Iterator[Candidate]:
    wanted = in_words(fact.expected.wanted if fact.expected else 0)
    number = in_words(int(fact.arguments["number"]))
    asked = f"Which names complete the sentence? Give {wanted} of the {number}."
    yield Candidate(fact, "gap", f"{asked} “{fact.arguments['sentence']}”", fact.value, "list")


def _dated(fact: Fact, rest: str) -> Candidate:
    found = from_code(fact.expected.date if fact.expected else "")
    asked = "On what date" if found.day else "In which month" if found.month else "In what year"
    return Candidate(fact, "when", f"{asked} {rest}", found.spoken, "date")


def _pair(fact: Fact, wording: Wording) -> tuple[str, str]:
    return wording.name(fact.arguments["who"]), wording.name(fact.arguments["whom"])


def _amount(fact: Fact) -> str:
    """The value with its hedge, as prose writes it."""
    expected = fact.expected
    if expected is None or expected.low == expected.high:
        return " ".join(part for part in (fact.qualifier, fact.value) if part)
    return f"about {fact.value}"


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def month_of(year: int, month: int) -> str:
    """``June 2023``."""
    return f"{MONTHS[month - 1]} {year}"


_FORMS: Mapping[str, Callable[[Fact, Wording], Iterator[Candidate]]] = {
    "meeting_duration": _meeting_duration,
    "meeting_date": _meeting_date,
    "meeting_place": _meeting_place,
    "meeting_venue": _meeting_venue,
    "visit_duration": _visit_duration,
    "arrival_date": _arrival_date,
    "office": _office,
    "first_in": _first_in,
    "delay": _delay,
    "postponement": _postponement,
    "postponement_cause": _postponement_cause,
    "meeting_before": _meeting_before,
    "deed": _deed,
    "saying": _deed,
    "role": _deed,
    "event_time": _event_time,
    "event_decade": _deed,
    "event_place": _event_place,
    "gap": _gap,
    "list": _list,
    "birth": _birth,
    "death": _death,
    "clause": _definition,
    "cause": _definition,
    "purpose": _definition,
    "definition": _definition,
    "function": _definition,
    "measure": _measured,
    "meaning": _definition,
}
