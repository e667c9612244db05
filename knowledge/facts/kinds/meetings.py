"""Meetings of two persons: how long they lasted, on what day, in which town and at what venue.

Requires both persons by name (or a pronoun whose person is certain) in the clause that holds the
meeting, and a value bound to it. Forbids plans, denials, and two rival durations in a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.lines import Clause, Line
from knowledge.facts.statements import Statement
from knowledge.language.dates import PartialDate
from knowledge.language.names import Name
from knowledge.language.quantities import Quantity, durations, phrase
from knowledge.language.verbs import is_past
from knowledge.models import Expected

_NOUN = r"(?:meetings?|talks|discussions?|conversations?|dialogue|sessions?|negotiations|audience)"
_TALK = re.compile(
    rf"\b(?:met|talked|spoke|conferred|discussed|received|sat down|{_NOUN})\b", re.IGNORECASE
)
_MET = re.compile(
    r"\b(?:met|received|conferred|(?:held|had|began|opened)\b.{0,40}?\b(?:meeting|talks))\b"
)
_GOVERNED_NOUN = re.compile(rf"^(?:[\s,-]+[a-z-]+){{0,2}}?[\s-]+{_NOUN}\b")
_ADVERBIAL = re.compile(r"\b(?:for|lasted|lasting|took|ran)\s*$")
_OTHER_EVENT = re.compile(
    r"\b(?:visit|trip|tour|dinner|lunch|flight|stay|truce|ceasefire|war|delay|term|years? ago)\b"
)
_NOT_YET = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|plan(?:s|ned)?|schedul\w+|expect\w+|hop\w+"
    r"|due|if|not|never|no|refus\w+|cancel\w+|postpon\w+"
    r"|going to|(?:is|are|was|were) to)\b|n['’]t\b"
)
_HELD_AT = re.compile(
    r"\b(?P<what>The (?:meeting|talks|session|conversation)|[Tt]hey|[Ii]t"
    r"|(?:meeting|talks)\b[^.;]*?)\s+"
    r"(?:took place|was held|were held)\s+(?:behind closed doors\s+)?(?:at|in)\s+(?:the\s+)?"
    r"(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)"
)
_ANOTHER_SUBJECT = re.compile(r"\b(?:why|that|whether|who|when|where|if|because)\b")
"""In "A asked why the president had met B", A met nobody."""
_WITH_WHOM = re.compile(r"\b(?:with|between)\b")
"""Behind "talks": a session may as well be "interrupted by the death of" somebody."""
_TWO_DAYS = re.compile(r"\d(?:st|nd|rd|th)? ?(?:and|or|to|&|,|–|-) ?(?:the )?$")
_AND_THEN = re.compile(r"\band (?:in \d{4} |then |later )?(?P<verb>[a-z]+)")
_REFERS_BACK = {"the meeting", "the talks", "the session", "the conversation", "they", "it"}
_PAIR = 2
_REACH = 40
_FAR_REACH = 90


def statements(lines: list[Line]) -> Iterator[Statement]:
    """What the sentences of one article say about meetings of two persons."""
    last: tuple[str, str] | None = None
    for line in lines:
        last = None if line.opens_paragraph else last
        yield from _venues(line, last)
        for clause in line.clauses():
            pair = _pair(clause)
            if pair:
                yield from _about(line, clause, pair)
                last = pair


def _pair(clause: Clause) -> tuple[str, str] | None:
    """The two persons who met, when the clause says that a meeting of just two took place."""
    if len(clause.persons) != _PAIR or _NOT_YET.search(clause.text):
        return None
    links = any(_links(clause, talk) for talk in _TALK.finditer(clause.text))
    return (clause.persons[0], clause.persons[1]) if links else None


def _links(clause: Clause, talk: re.Match[str]) -> bool:
    """Whether the word for the talk joins the two: "A met B", "talks between A and B"."""
    (_, end), (other, other_end) = clause.places
    between = clause.text[end:other]
    if talk.start() >= other_end:
        is_pair = re.search(r"^(?:,[^,]*,)?\sand\s", between) is not None
        return is_pair and talk.start() - other_end <= _REACH
    is_noun = re.fullmatch(_NOUN, talk.group(), re.IGNORECASE) is not None
    if talk.start() < end:  # "received A and B" is said of a third, who met both
        joins = re.search(r"\b(?:and|with)\b", between) is not None
        return is_noun and joins and len(between) <= _REACH
    if _ANOTHER_SUBJECT.search(clause.text, end, talk.start()):
        return False
    rest = clause.text[talk.end() : other]
    if talk.group().lower() == "received":
        return re.fullmatch(r"\s(?:[A-Z][\w.]*\s|of\s|the\s)*", rest) is not None
    if is_noun and not _WITH_WHOM.search(rest):
        return False
    return len(rest) <= _FAR_REACH and not re.search(
        r"[,;]|\b(?:and|but)\s(?:he|she|was|had)\b", rest
    )


def _about(line: Line, clause: Clause, pair: tuple[str, str]) -> Iterator[Statement]:
    lasting = [quantity for quantity in durations(clause.text) if _is_bound(clause, quantity)]
    if len(lasting) == 1:
        yield _duration(line, pair, lasting[0])
    met = _MET.search(clause.text)
    if met:
        yield from _day(line, clause, pair)
        yield from _town(line, clause, pair, met.end())


def _is_bound(clause: Clause, quantity: Quantity) -> bool:
    """Whether the duration is the meeting's own: its adjective, or its adverbial in the clause."""
    after = clause.text[quantity.end :]
    if "-" in quantity.text or quantity.text.endswith("hour"):
        return _GOVERNED_NOUN.match(after) is not None
    before = clause.text[: quantity.start]
    talks = list(_TALK.finditer(before))
    if not talks or _ADVERBIAL.search(before) is None:
        return False
    return _OTHER_EVENT.search(before, talks[-1].end()) is None


def _duration(line: Line, pair: tuple[str, str], quantity: Quantity) -> Statement:
    return _statement(
        "meeting_duration",
        line,
        pair,
        phrase(quantity.low, quantity.high, quantity.unit),
        Expected("quantity", quantity.low, quantity.high, quantity.unit),
        quantity.qualifier,
    )


def _day(line: Line, clause: Clause, pair: tuple[str, str]) -> Iterator[Statement]:
    days = [found for found in line.dates if found.month and found.is_consistent]
    is_here = all(0 <= found.start - clause.start < len(clause.text) for found in days)
    is_one = not any(_TWO_DAYS.search(line.text[: found.start]) for found in days)
    is_alone = len({found.code for found in days}) == 1 and len(line.dates) == len(days)
    if is_one and is_alone and is_here:
        yield _statement("meeting_date", line, pair, days[0].spoken, _expected_date(days[0]))


def _expected_date(found: PartialDate) -> Expected:
    return Expected("date", date=found.code)


def _town(line: Line, clause: Clause, pair: tuple[str, str], met: int) -> Iterator[Statement]:
    """The town in which they met; ``met`` is where the clause has said so."""
    inside = range(clause.start, clause.start + len(clause.text))
    towns = [n for n in line.names if n.kind in {"city", "country"} and _is_in(line, n, inside)]
    if any(_is_of_another_verb(clause, met, town) for town in towns):
        return
    if len({town.text for town in towns}) == 1:
        expected = Expected("name", names=(towns[0].text,))
        yield _statement("meeting_place", line, pair, towns[0].text, expected)


def _is_of_another_verb(clause: Clause, met: int, town: Name) -> bool:
    """In "met him, and in 1980 opened an office in London", nobody met in London."""
    between = clause.text[met : town.start - clause.start]
    return any(is_past(found["verb"]) for found in _AND_THEN.finditer(between))


def _is_in(line: Line, name: Name, inside: range) -> bool:
    return name.start in inside and re.search(r"\bin $", line.text[: name.start]) is not None


def _venues(line: Line, last: tuple[str, str] | None) -> Iterator[Statement]:
    match = _HELD_AT.search(line.text)
    if match is None or _NOT_YET.search(line.text):
        return
    persons = tuple(dict.fromkeys(n.full for n in line.names if n.kind == "person"))
    refers_back = match["what"].lower() in _REFERS_BACK and not persons
    pair = last if refers_back else (persons[0], persons[1]) if len(persons) == _PAIR else None
    if pair and not any(n.text == match["place"] and n.kind == "city" for n in line.names):
        place = match["place"]
        names = tuple(dict.fromkeys((place, place.split()[0])))
        yield _statement("meeting_venue", line, pair, place, Expected("name", names=names))


def _statement(
    kind: str,
    line: Line,
    pair: tuple[str, str],
    value: str,
    expected: Expected,
    qualifier: str = "",
) -> Statement:
    arguments = {"who": pair[0], "whom": pair[1]}
    about = (kind, *sorted(pair))
    return Statement(kind, arguments, about, value, expected, line.citation, qualifier)
