"""What answers where no typed value does: an event for a date, a limit for a duration, a group."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.answers.asked import Asked
from knowledge.answers.kinds import Kind
from knowledge.answers.short.acting import deed_in
from knowledge.answers.short.spans import Span
from knowledge.search.tokens import terms

_STOP = (
    r"(?:by|with|for|and|but|or|which|that|who|where|when|is|are|was|were|has|have|had|can|could|will"
    r"|would|may|might|must|should|in|on|at|to|from)\b"
)
_WORD = r"[\w’'–-]+"
_NOUN = (
    rf"(?:(?:the|an?|its|their)\s+)?(?:(?!{_STOP}){_WORD}\s+(?!an?\b)){{0,6}}(?!{_STOP}){_WORD}"
)
_TIME = (
    r"(?:beginning|end|start|middle|time|times|night|day|session|period|dynasty|dynasties|era|age"
    r"|week|weekend|month|antiquity|season|century|war|reign)"
)
_TOLD: dict[Kind, re.Pattern[str]] = {
    "date": re.compile(
        rf"\b(?:when|once|as\s+soon\s+as)\s+(?!{_STOP})[^,.;:()]{{5,90}}"
        rf"|\b(?:immediately\s+)?(?:during|after|before|since|until|following)\s+{_NOUN}"
        rf"|\b(?:at|in|on)\s+(?=(?:{_WORD}\s+){{0,4}}{_TIME}\b){_NOUN}",
        re.IGNORECASE,
    ),
    "duration": re.compile(
        rf"\b(?:until|till|since)\s+{_NOUN}|\bin\s+(?:seconds|minutes|hours|days)\b"
    ),
}
_DOER_BEFORE = re.compile(
    rf"(?:^|[,;:]\s+|\b(?:and|that|since|while)\s+)(?P<who>{_NOUN})\s+(?:\w+ly\s+)?$"
)
_DOER_BEHIND = re.compile(rf"[^,;:]{{0,40}}?\bby\s+(?P<who>{_NOUN})")


def otherwise(asked: Asked, sentence: str) -> Iterator[Span]:
    """Yield what in ``sentence`` tells something new in place of a value of the wanted kind."""
    for span in _told(asked, sentence):
        if not asked.weights.keys() >= set(terms(span.text)):
            yield span


def _told(asked: Asked, sentence: str) -> Iterator[Span]:
    if asked.kind == "person" and asked.asks_who_did:
        yield from _doers(asked, sentence)
    pattern = _TOLD.get(asked.kind)
    for match in pattern.finditer(sentence) if pattern else ():
        yield Span(*match.span(), match[0])


def _doers(asked: Asked, sentence: str) -> Iterator[Span]:
    """Yield the words right before what was done, and those behind "by"."""
    deed = deed_in(asked, sentence)
    if deed is None:
        return
    behind = _DOER_BEHIND.match(sentence, deed.end)
    before = _DOER_BEFORE.search(sentence, 0, deed.start)
    for match in (behind, before):
        if match:
            yield Span(*match.span("who"), match["who"])
