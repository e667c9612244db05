"""Which typed span of a sentence is the short answer."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.answers.asked import Asked
from knowledge.answers.fit import NAMED, fitting_spans, is_counted, is_of_sort, likeness_to_event
from knowledge.answers.holders import alike, holders, role
from knowledge.answers.spans import Span
from knowledge.language.dates import MONTHS
from knowledge.language.gazetteers import DEMONYMS
from knowledge.language.kinds import kind_of
from knowledge.language.places import place_kind
from knowledge.search.tokens import Token, terms, tokens

_NO_FIRST_NAMES = frozenset({"The", "He", "She", "It", "In", "This", "A", "They", "His", "Her"})
_REACH = 6
"""Words over which the pull of a question's word falls to a half."""

_SURE_HOLDER = 0.6
_LEADS = {
    "place": re.compile(r"\b(?:in|at|near|from|into|to)\s+(?:the\s+)?(?:\w+\s+of\s+)?$"),
    "date": re.compile(r"\b(?:in|on|since|until|by|from|born|during)\s+(?:the\s+)?$"),
    "duration": re.compile(r"\b(?:for|lasted|lasts?|took|after|a|of)\s+$"),
    "person": re.compile(r"\b(?:by|was|is|President|Minister|Dr\.?|Sir|King|Queen)\s+$"),
    "organisation": re.compile(r"\b(?:by|for|the|with|of)\s+$"),
}
_SORT = 0.6
_IN_BRACKETS = 0.3
_BY = re.compile(r"\bby\s+(?:the\s+)?$")
_MONTH_NAMED = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_YEAR = re.compile(r"\b\d{4}\b")
_LIFE = re.compile(r"\([^()]*\b\d{4}\b[^()]*\)")
_BIRTH = re.compile(r"\b(?:born|birth\w*)\b", re.IGNORECASE)
_DEATH = re.compile(r"\b(?:die[sd]?|death|dead|killed)\b", re.IGNORECASE)
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|became|refers\s+to|means)\s+(?P<what>(?:an?|the|one\s+of|any)\s+[^,;:()]{3,110})"
)


def short_answer(asked: Asked, sentence: str) -> str | None:
    """Return the piece of ``sentence`` that answers by itself, None where no piece does."""
    if asked.kind == "office" or asked.asks_who_somebody_is:
        return role(asked, sentence)
    if asked.kind == "definition":
        return _predicate(asked, sentence)
    if asked.kind == "person" and asked.asks_who_holds:
        found = holders(asked, sentence)
        if found and found[0].match > _SURE_HOLDER:
            return found[0].name
    span = best_span(asked, sentence)
    return None if span is None else _worded(asked, span.text)


def _worded(asked: Asked, text: str) -> str | None:
    """Return the span as an answer by itself, None where it can't be one."""
    if asked.kind == "person":
        nobody = _is_no_person(text) and not asked.asks_who_did
        return None if nobody else _trimmed(asked, text)
    if asked.kind in NAMED:
        return _bare(text)
    if asked.counted:
        return _without_counted(asked, text)
    year = _YEAR.search(text) if asked.asks_year else None
    return year[0] if year else text


def best_span(asked: Asked, sentence: str) -> Span | None:
    """Return the fitting span nearest to the question's words, its surroundings considered."""
    found = fitting_spans(asked, sentence)
    if not found:
        return None
    return max(
        found, key=lambda span: _pull(asked, sentence, span) + _bonus(asked, sentence, span)
    )


def nearness(asked: Asked, sentence: str) -> float:
    """Return how near a fitting span stands to the question's words in ``sentence``, 0 to 1."""
    found = fitting_spans(asked, sentence)
    if not found:
        return 0.0
    return max(_pull(asked, sentence, span) for span in found)


@lru_cache(maxsize=1 << 14)
def _words(sentence: str) -> tuple[Token, ...]:
    return tuple(tokens(sentence))


@lru_cache(maxsize=1 << 10)
def _pointing(asked: Asked, sentence: str) -> tuple[tuple[int, str, float], ...]:
    """Return which words of the sentence are the question's: place, term and weight."""
    weights = asked.weights
    words = enumerate(word.term for word in _words(sentence))
    return tuple((n, term, weights[term]) for n, term in words if term in weights)


def _trimmed(asked: Asked, name: str) -> str:
    """Drop from the front what the question knows: "Foreign Minister Qin Gang" is Qin Gang."""
    words = name.split()
    while len(words) > 1 and alike(asked, words[0]):
        words.pop(0)
    return _bare(" ".join(words))


def _bare(name: str) -> str:
    """Return the name without what only joins it to the sentence: "While Qutb's" is Qutb."""
    words = name.split()
    while len(words) > 1 and not terms(words[0]):
        words.pop(0)
    return " ".join(words).removesuffix("'s").removesuffix("’s").rstrip(".,")


def _without_counted(asked: Asked, text: str) -> str:
    """Drop what is counted: "542 people" says "542" to "How many people …?"."""
    number, gap, noun = text.rpartition(" ")
    return number if gap and not asked.counted.isdisjoint(terms(noun)) else text


def _is_no_person(text: str) -> bool:
    """Say whether a name is a place's or a people's, or only a pronoun."""
    return text in _NO_FIRST_NAMES or text in DEMONYMS or bool(place_kind(_bare(text)))


def _pull(asked: Asked, sentence: str, span: Span) -> float:
    """Return how strongly the question's words in the sentence point to the span, 0 to 1."""
    words = enumerate(_words(sentence))
    inside = [n for n, word in words if word.end > span.start and word.start < span.end]
    if not inside or not asked.total:
        return 0.0
    pulls: dict[str, float] = {}
    for n, term, weight in _pointing(asked, sentence):
        if n not in inside:
            distance = max(inside[0] - n, n - inside[-1])
            pull = weight * _REACH / (_REACH + distance - 1)
            pulls[term] = max(pulls.get(term, 0.0), pull)
    return sum(pulls.values()) / asked.total


def _bonus(asked: Asked, sentence: str, span: Span) -> float:
    bonus = -_IN_BRACKETS if _bracketed(sentence, span) else 0.0
    if asked.kind in NAMED and asked.sort and is_of_sort(asked, sentence, span):
        bonus += _SORT
    lead = _LEADS.get(asked.kind)
    if lead and lead.search(sentence, max(span.start - 25, 0), span.start):
        bonus += 0.2
    if asked.counted and is_counted(asked, sentence, span):
        bonus += 1.0
    if asked.kind == "person":
        bonus += _like_a_person(span) + _acts(asked, sentence, span)
    if asked.kind == "duration":
        bonus += 0.3 * likeness_to_event(asked, sentence, span)
    if asked.kind == "date":
        bonus += 0.15 * (_MONTH_NAMED.search(span.text) is not None) + _of_a_life(
            asked, sentence, span
        )
    if asked.kind == "place":
        bonus += _like_a_place(span)
    return bonus


def _bracketed(sentence: str, span: Span) -> bool:
    """Say whether the span only repeats in brackets what stands before them."""
    before = sentence.rfind("(", 0, span.start)
    return (
        before >= 0 and before > sentence.rfind(")", 0, span.start) and ")" in sentence[span.end :]
    )


def _acts(asked: Asked, sentence: str, span: Span) -> float:
    """Judge who acts: the name before the verb, or after "by"."""
    if not asked.asks_who_did:
        return 0.0
    verb = next((t.term for t in asked.tokens if t.term in asked.weights), "")
    place = next((word.start for word in _words(sentence) if word.term == verb), -1)
    if place < 0:
        return 0.1 * (span.start == 0)
    if _BY.search(sentence, max(span.start - 10, 0), span.start):
        return 0.5
    return 0.3 if span.end <= place else 0.0


def _of_a_life(asked: Asked, sentence: str, span: Span) -> float:
    """Judge dates in brackets behind a name: birth and death, wanted only where asked for."""
    bracket = _LIFE.search(sentence)
    if bracket is None or not bracket.start() < span.start < bracket.end():
        return 0.0
    is_second = re.search(r"[–-]", sentence[bracket.start() : span.start]) is not None
    if _DEATH.search(asked.text):
        return 0.4 if is_second else -0.4
    if _BIRTH.search(asked.text):
        return -0.4 if is_second else 0.4
    return -0.4


def _like_a_person(span: Span) -> float:
    """Judge by form: two or three words, no place, not the sentence's common first word."""
    words = span.text.split()
    if place_kind(span.text) or span.text in DEMONYMS or words[0] in _NO_FIRST_NAMES:
        return -0.5
    if kind_of(span.text) != "other":
        return -0.3
    return 0.2 if len(words) in {2, 3} else -0.1 if span.start == 0 else 0.0


def _like_a_place(span: Span) -> float:
    """Judge by what is known of the name: a place, or a people."""
    if not place_kind(_bare(span.text)):
        return -0.4 if span.text in DEMONYMS else 0.0
    return 0.2


def _predicate(asked: Asked, sentence: str) -> str | None:
    match = _PREDICATE.search(sentence)
    if match is None:
        return None
    before = {token.term for token in tokens(sentence[: match.start()])}
    return match["what"].strip(" .") if before & asked.weights.keys() else None
