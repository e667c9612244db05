"""Candidates and libraries for the rules: each says only what its rule looks at."""

from __future__ import annotations

from dataclasses import replace

from knowledge.language.names import Names
from knowledge.models import Article, Citation, Expected, Fact
from knowledge.questions.candidates import Candidate
from knowledge.questions.elsewhere import Elsewhere
from knowledge.questions.surroundings import Surroundings, neighbours


def gap(
    sentence: str,
    answer: str,
    kind: str = "person",
    wrong: tuple[str, ...] = (),
    *,
    title: str = "",
    quote: str = "",
) -> Candidate:
    """A sentence to be completed; the source says it as it is unless ``quote`` says otherwise."""
    said = quote or sentence.replace("_____", answer)
    fact = _fact("gap", {"sentence": sentence}, answer, said, title)
    stem = f"Which name completes the sentence? “{sentence}”"
    return Candidate(fact, "gap", stem, answer, kind, wrong, title=title)


def asked(
    stem: str,
    answer: str,
    kind: str = "date",
    wrong: tuple[str, ...] = (),
    *,
    title: str = "",
    quote: str = "",
    of: str = "event_time",
) -> Candidate:
    """A question proper, made from ``quote``."""
    fact = _fact(of, {"event": stem}, answer, quote or stem, title)
    return Candidate(fact, "when", stem, answer, kind, wrong, title=title)


def library(*articles: tuple[str, str], persons: tuple[str, ...] = ()) -> Surroundings:
    """The surroundings in a library of articles, each a title and a text."""
    read = [Article(id=title, title=title, text=text) for title, text in articles]
    names = Names(persons=dict.fromkeys(persons, 1))
    near = neighbours({}, frozenset(persons))
    bare = Surroundings((), names, (), {}, {}, frozenset(), frozenset(persons), {}, near)
    return replace(bare, elsewhere=Elsewhere(read))


def expecting(candidate: Candidate, expected: Expected) -> Candidate:
    """The candidate whose fact stores a value."""
    return replace(candidate, fact=replace(candidate.fact, expected=expected))


NOWHERE = library()


def _fact(kind: str, arguments: dict[str, str], value: str, quote: str, title: str) -> Fact:
    start, source = 0, title or "Own"
    return Fact(
        "1",
        kind,
        arguments,
        value,
        "",
        1.0,
        (Citation(source, source, "", quote, start, len(quote)),),
    )
