"""Where somebody studied: school, college, university, by its name.

Requires a person and a school whose name says what kind of school it is; two schools for the
same step contradict each other and are not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.marked import END, Found, Marked
from knowledge.facts.statements import Statement
from knowledge.models import Expected

_SCHOOL = rf"(?:the )?<school:thing>{END}"
_GRADUATED = (
    rf"<who:person>(?: later| then)? graduated(?: [a-z ]{{1,25}})?(?: in ⟦d\d+⟧)? from {_SCHOOL}"
)
_ATTENDED = rf"<who:person>(?: later| then)? attended {_SCHOOL}"
_STUDIED = rf"<who:person>(?: later| then)? studied(?P<subject>(?: [a-z]+){{1,4}}) at {_SCHOOL}"
_STUDIED_AT = rf"<who:person>(?: later| then)? (?:studied|was educated) at {_SCHOOL}"
_TAUGHT = (
    rf"<who:person>(?: later| then| also)? taught(?P<subject>(?: [a-z]+){{1,4}}) at {_SCHOOL}"
)
_DEGREE = (
    r"<who:person>(?: later| then)? (?:received|earned|obtained|completed|took|holds) "
    rf"(?:(?:a|an|his|her|⟦p\d+⟧'s) )?(?P<degree>[^;]{{2,70}}?) (?:from|at) {_SCHOOL}"
)
_FORMS = (
    (_GRADUATED, "From which {noun} did {who} graduate"),
    (_ATTENDED, "Which {noun} did {who} attend"),
    (_STUDIED, "At which {noun} did {who} study{subject}"),
    (_STUDIED_AT, "At which {noun} did {who} study"),
    (_TAUGHT, "At which {noun} did {who} teach{subject}"),
    (_DEGREE, "From which {noun} did {who} receive {degree}"),
)
_NOUNS = re.compile(
    r"\b(University|College|High School|Law School|Medical School|Grammar School|School|Academy"
    r"|Institute|Conservatory|Conservatoire|Seminary)\b"
)
_DEGREES = (
    (re.compile(r"\bPh\.? ?D\b|doctora|Doctor of Phil"), "a doctorate"),
    (re.compile(r"\b[Mm]aster|\bM\.?[AS]\b|\bMBA\b"), "a master's degree"),
    (re.compile(r"\b[Bb]achelor|\bB\.?[AS]\b"), "a bachelor's degree"),
    (re.compile(r"\blaw degree|\bLL\.?B\b|\bJ\.?D\b"), "a law degree"),
    (re.compile(r"\bmedical degree|\bM\.?D\b"), "a medical degree"),
)


def statements(marked: Marked) -> Iterator[Statement]:
    """The schools that the sentence gives to a person."""
    for wording, form in _FORMS:
        for found in marked.find(wording):
            noun = _NOUNS.search(found.name("school").text)
            degree = _degree(found.written("degree"))
            if noun and degree is not None:
                yield _statement(found, form, noun[1].lower(), degree)


def _degree(said: str) -> str | None:
    """The one degree that is said; nothing when none is, None when it is unknown or one of two."""
    found = [name for words, name in _DEGREES if words.search(said)]
    return "" if not said else found[0] if len(found) == 1 else None


def _statement(found: Found, form: str, noun: str, degree: str) -> Statement:
    person, school = found.person("who"), found.name("school").text
    return Statement(
        "schooling",
        {
            "who": person,
            "form": form,
            "subject": found.group("subject"),
            "degree": degree,
            "noun": noun,
            "answer_kind": f"which {noun}",
        },
        ("schooling", form, person, noun, found.group("subject"), degree),
        school,
        Expected("name", names=(school,)),
        found.within.citation,
    )
