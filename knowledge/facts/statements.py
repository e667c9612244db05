"""What one sentence claims, before the sentences of a library are merged into facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from knowledge.models import Citation, Expected


@dataclass(frozen=True, slots=True)
class Statement:
    """A kind of fact, what it is about, and the value that one citation gives it.

    Statements with equal ``about`` speak of the same thing: their values agree, form a range or
    contradict. ``is_definition`` marks sentences that state the value for its own sake
    ("X is the …"), which outweigh a mention in passing; ``doubts`` name the reasons for which
    its wording may not stand alone.
    """

    kind: str
    arguments: Mapping[str, str]
    about: tuple[str, ...]
    value: str
    expected: Expected
    citation: Citation
    qualifier: str = ""
    is_definition: bool = False
    doubts: tuple[str, ...] = ()
    support: tuple[Citation, ...] = ()


def words_alone(text: str) -> str:
    """The text in small letters without its marks: so written, the same sentence is the same."""
    return re.sub(r"\W+", " ", text.lower())


def identity(*parts: str) -> str:
    """A short stable id of the parts, the same on every machine and in every run."""
    return blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()
