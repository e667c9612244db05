"""Which typed span of a sentence is the short answer."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.answers.asked import Asked
from knowledge.answers.fit import (
    NAMED,
    fitting_spans,
    is_counted,
    is_name,
    is_of_sort,
    likeness_to_event,
)
from knowledge.answers.holders import alike, holders, role
from knowledge.answers.short import dating, placing
from knowledge.answers.short.acting import role_in_deed
from knowledge.answers.short.otherwise import otherwise
from knowledge.answers.short.spans import TYPED, Span
from knowledge.answers.short.whereabouts import whereabouts
from knowledge.language.gazetteers import DEMONYMS
from knowledge.language.kinds import kind_of
from knowledge.language.places import place_kind
from knowledge.search.tokens import Token, terms, tokens

_NO_FIRST_NAMES = frozenset({"The", "He", "She", "It", "In", "This", "A", "They", "His", "Her"})
_REACH = 6
"""Words over which the pull of a question's word falls to a half."""

_SURE_HOLDER = 0.6
_LEADS = {
    "date": re.compile(r"\b(?:in|on|since|until|by|from|born|during)\s+(?:the\s+)?$"),
    "duration": re.compile(r"\b(?:for|lasted|lasts?|took|after|a|of)\s+$"),
    "person": re.compile(r"\b(?:by|was|is|President|Minister|Dr\.?|Sir|King|Queen)\s+$"),
    "organisation": re.compile(r"\b(?:by|for|the|with|of)\s+$"),
}
_TITLE = re.compile(
    r"^(?:[A-Z][\w.]*\s+)*?(?:Foreign|Prime|Vice|Deputy)?\s*"
    r"(?:Minister|President|Secretary(?:\s+of\s+State)?|Governor|Mayor|Chancellor|Spokes\w+)\s+(?!of\b)"
)
_TITLES = frozenset(terms("minister secretary president director chief general king queen duke"))
_SORT = 0.6
_IN_BRACKETS = 0.3
_LETTERS = re.compile(r"\s*\((\w+)\)")
_NUMERAL = re.compile(r"^(.*\b(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XI?V))\s+of\s.*$")
"""A ruler's number ends a name: what was ruled follows."""

_NAMED_AS = re.compile(
    r"\b(?:called|termed|dubbed|nicknamed|known\s+(?:\w+\s+)?as|referred\s+to\s+as)\s+(?:the\s+|an?\s+)?"
    r"[“\"‘]?(?P<name>[^\W\d_][\w’'-]*(?:\s+(?!(?:and|or|which|that|is|are|was|were|in|on|by|to|for|with)\b)"
    r"[\w’'-]+){0,4})"
)
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|became|refers\s+to|means)\s+(?P<what>(?:an?|the|one\s+of|any)\s+[^,;:()]{3,110})"
)


def short_answer(asked: Asked, sentence: str) -> str | None:
    """Return the piece of ``sentence`` that answers by itself, None where no piece does."""
    if asked.kind == "office" or asked.asks_who_somebody_is:
        return role(asked, sentence)
    if asked.asks_name and asked.kind not in TYPED:
        named = _NAMED_AS.search(sentence)
        return named["name"] if named else None
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
        return None if nobody else _NUMERAL.sub(r"\1", _trimmed(asked, text))
    if asked.kind in NAMED:
        return _bare(text)
    if asked.counted and asked.kind != "duration":
        return _without_counted(asked, text)
    return dating.worded(asked, text) if asked.kind == "date" else text


def best_span(asked: Asked, sentence: str) -> Span | None:
    """Return the fitting span nearest to the question's words, its surroundings considered."""
    found = _places(asked, sentence) if asked.asks_where else fitting_spans(asked, sentence)
    if not found:
        found = tuple(otherwise(asked, sentence))
    return max(
        found,
        key=lambda span: _pull(asked, sentence, span) + _bonus(asked, sentence, span),
        default=None,
    )


def _places(asked: Asked, sentence: str) -> tuple[Span, ...]:
    """Return the places that say something new, told by a name or by a plain phrase."""
    return tuple(
        span
        for span in whereabouts(sentence)
        if not asked.weights.keys() >= set(terms(span.text))
        and is_name(asked, span)
        and not _spells_out(asked, sentence, span)
    )


def _spells_out(asked: Asked, sentence: str, span: Span) -> bool:
    """Say whether the letters of a word of the question stand in brackets behind the span."""
    letters = _LETTERS.match(sentence, span.end)
    return letters is not None and not asked.weights.keys().isdisjoint(terms(letters[1]))


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
    while len(words) > 1 and alike(asked, words[0]) and not _is_own(asked, words[0]):
        words.pop(0)
    return _bare(_TITLE.sub("", " ".join(words)))


def _is_own(asked: Asked, word: str) -> bool:
    """Say whether a word belongs to a name of the question that holds no title."""
    own = (name for name in asked.names if _TITLES.isdisjoint(name))
    return any(not set(terms(word)).isdisjoint(name) for name in own)


def _bare(name: str) -> str:
    """Return the name without what only joins it to the sentence: "While Qutb's" is Qutb."""
    words = name.split()
    while len(words) > 1 and not terms(words[0]):
        words.pop(0)
    return " ".join(words).removesuffix("'s").removesuffix("’s").rstrip(".,")


def _without_counted(asked: Asked, text: str) -> str:
    """Drop what is counted: "542 people" says "542" to "How many people …?"."""
    words = text.split()
    while len(words) > 1 and not asked.counted.isdisjoint(terms(words[-1])):
        words.pop()
    return " ".join(words)


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
        bonus += _like_a_person(span) + role_in_deed(asked, sentence, span)
    if asked.kind == "duration":
        bonus += 0.3 * likeness_to_event(asked, sentence, span)
    if asked.kind == "date":
        bonus += dating.worth(asked, sentence, span)
    if asked.kind == "place":
        bonus += placing.worth(asked, sentence, span)
    return bonus


def _bracketed(sentence: str, span: Span) -> bool:
    """Say whether the span only repeats in brackets what stands before them."""
    before = sentence.rfind("(", 0, span.start)
    return (
        before >= 0 and before > sentence.rfind(")", 0, span.start) and ")" in sentence[span.end :]
    )


def _like_a_person(span: Span) -> float:
    """Judge by form: two or three words, no place, not the sentence's common first word."""
    words = span.text.split()
    if place_kind(span.text) or span.text in DEMONYMS or words[0] in _NO_FIRST_NAMES:
        return -0.5
    if kind_of(span.text) != "other":
        return -0.3
    return 0.2 if len(words) in {2, 3} else -0.1 if span.start == 0 else 0.0


def _predicate(asked: Asked, sentence: str) -> str | None:
    match = _PREDICATE.search(sentence)
    if match is None:
        return None
    before = {token.term for token in tokens(sentence[: match.start()])}
    return match["what"].strip(" .") if before & asked.weights.keys() else None
