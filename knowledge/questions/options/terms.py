"""Who governed when, for the best-known offices: a table, and nothing about anybody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TERMS = Path(__file__).with_name("terms.tsv")


@dataclass(frozen=True, slots=True)
class Term:
    """From the first to the last year in which somebody held an office."""

    name: str
    office: str
    first: int
    last: int


def terms(name: str = "") -> Sequence[Term]:
    """The terms of who bears the name, or all of them."""
    return [term for term in _all() if name in {"", term.name}]


@cache
def _all() -> tuple[Term, ...]:
    lines = _TERMS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line[0] != "#")
    return tuple(Term(name, office, int(first), int(last)) for name, office, first, last in rows)
