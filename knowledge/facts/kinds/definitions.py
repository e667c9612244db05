"""Sentences that define: "X is the … that …", "X refers to …", "… is called X".

Requires a term (no word of every day) and a description that means that term alone; forbids
descriptions that point at what was said before, judge, or repeat the term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.kinds import glosses, meanings
from knowledge.facts.reading.descriptions import cut, describes, head, is_whole, opened, segments
from knowledge.facts.reading.marked import Marked
from knowledge.facts.reading.terms import Reading
from knowledge.facts.reading.wordings import ARTICLE, CALLED, TERM
from knowledge.facts.statements import Statement
from knowledge.language.gazetteers import PERSON_NOUNS

_REMARK = r"(?:, [^,]{2,70},|,? \([^)]*\))?"
_IS = re.compile(
    rf"^{ARTICLE}{TERM}{_REMARK} (?P<verb>is|are|was|were) (?P<said>(?:(?P<article>the|an?) )?.+)$"
)
_REFERS = re.compile(
    rf"^{ARTICLE}(?:[Tt]erm )?{TERM} (?:refers? to(?!.* as )|(?:is|are) defined as"
    r"|(?:is|are) the terms? for) (?P<said>.+)$"
)
"""Not "scholars refer to X as Y": what is defined there stands last."""
_END = r"(?=[,.;:]|$| (?:and|because|in|which|that|for|from|after|by|since|when|where|as)\b)"
_IS_CALLED = re.compile(
    rf"^(?P<said>[^,]+?(?:, [^,]+, ?[^,]*?)?) (?P<verb>is|are|was|were) {CALLED}"
    rf" (?:the |an? )?[“\"]?{TERM}[”\"]?{_END}"
)
_WITH_A_CLAUSE = r"[^,;:]*?\b(?:that|which|who|whose|where) [^,;:]+?"
_IS_ONE = re.compile(rf"^(?P<said>[Aa]n? {_WITH_A_CLAUSE}) (?P<verb>is) an? {TERM}$")
_ARE_SUCH = re.compile(rf"^(?P<said>[A-Z][\w-]*s {_WITH_A_CLAUSE}) (?P<verb>are) {TERM}$")
"""Turned round: "A trough that the sea has drowned is a fjord"."""
_CALL = re.compile(rf"^(?P<who>[A-Z][a-z]+s) call (?P<said>(?:the|an?) .+?) (?:the|an?) {TERM}$")
"""Those who know it say it: "Geologists call a crack along which rock has moved a fault"."""
_BARE_SUBJECT = re.compile(r"^(?:the |an? )?[\w-]+$", re.IGNORECASE)
_POINTING = frozenset({"it", "they", "each", "both", "all", "some", "most"})
_NO_SUBJECTS = frozenset({"IN", "TO", "VBG"})
_PLURAL_PHRASE = frozenset({"NNS", "NN", "JJ", "CD"})


def statements(marked: Marked) -> Iterator[Statement]:
    """The definitions that the sentence gives, one a term."""
    reading, seen = Reading(marked.parsed), set[str]()
    title = marked.parsed.line.article.title.lower()
    for found in _all(marked, reading):
        is_told = f"{title}s" == found.value.lower()
        if found.value.lower() not in seen and not is_told:
            seen.add(found.value.lower())
            yield found


def _all(marked: Marked, reading: Reading) -> Iterator[Statement]:
    text = opened(marked.plain)
    for segment in segments(text, reading):
        if (match := _REFERS.match(segment)) and not _are_people(match["term"]):
            yield from _meant(marked, reading, match)
        elif match := _IS_CALLED.match(segment):
            yield from _called(marked, reading, match)
        elif match := _IS_ONE.match(segment) or _ARE_SUCH.match(segment):
            form = f"What {match['verb']} {{said}} called?"
            yield from _turned(marked, reading, match["said"], match["term"], form)
        elif (match := _CALL.match(segment)) and "NNS" in reading.tags(match["who"]):
            form = f"What do {match['who'].lower()} call {{said}}?"
            yield from _turned(marked, reading, match["said"], match["term"], form)
        elif match := _IS.match(segment):
            yield from _is(marked, reading, match)
    yield from glosses.statements(marked, reading, text)


def _are_people(term: str) -> bool:
    """Whether those refer to something who write of it: "ancient authors"."""
    return term.rsplit(maxsplit=1)[-1].lower().removesuffix("s") in PERSON_NOUNS


def _is(marked: Marked, reading: Reading, match: re.Match[str]) -> Iterator[Statement]:
    """A copula; only names are defined in the past, and "a" is then no definition."""
    term, is_past = reading.term(match["term"]), match["verb"] in {"was", "were"}
    is_a_phrase = match["article"] is not None or _is_plural_phrase(reading, match)
    if term is None or not is_a_phrase:
        return
    if not is_past or (term.is_name and match["article"] == "the"):
        yield from _meant(marked, reading, match)


def _is_plural_phrase(reading: Reading, match: re.Match[str]) -> bool:
    """Whether "are" is followed by a noun phrase without an article: "cords of tissue that …"."""
    words = meanings.noun(cut(match["said"])).split()
    if match["verb"] not in {"are", "were"} or not words:
        return False
    opens = reading.tags(match["said"].split()[0]) & _PLURAL_PHRASE
    return bool(opens) and "NNS" in reading.tags(words[-1])


def _meant(marked: Marked, reading: Reading, match: re.Match[str]) -> Iterator[Statement]:
    term, said = reading.term(match["term"]), cut(match["said"])
    verb = match.groupdict().get("verb") or "is"
    if term is None:
        return
    if describes(said, term) and is_whole(said, reading) and meanings.tells_which(said, term):
        yield meanings.statement(marked, term, meanings.asked(said, term, verb), said)


def _called(marked: Marked, reading: Reading, match: re.Match[str]) -> Iterator[Statement]:
    term, said = reading.term(match["term"]), match["said"]
    first = said.split()[0]
    is_phrase = not _BARE_SUBJECT.match(said) and not reading.has_finite_verb(head(said))
    if term is None or not is_phrase or first.lower() in _POINTING:
        return
    said = _lowered(reading, said)
    if not reading.tags(first) & _NO_SUBJECTS and describes(said, term):
        yield meanings.statement(marked, term, f"What {match['verb']} {said} called?", said)


def _turned(
    marked: Marked, reading: Reading, said: str, written: str, form: str
) -> Iterator[Statement]:
    """A description that comes before the term."""
    term, said = reading.term(written), _lowered(reading, said)
    if term is None or not reading.is_technical(term) or reading.has_finite_verb(head(said)):
        return
    if describes(said, term) and is_whole(said, reading):
        yield meanings.statement(marked, term, form.format(said=said), said)


def _lowered(reading: Reading, said: str) -> str:
    """The subject as it stands inside a sentence."""
    first, _, rest = said.partition(" ")
    is_name = reading.tags(first) & {"NNP", "NNPS"} or first[1:] != first[1:].lower()
    return said if is_name else f"{first.lower()} {rest}"
