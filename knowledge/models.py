"""The values that cross borders: immutable, made of plain types, without behaviour that surprises.

Offsets are counted in characters (Python string indices) into the clean text of the article
named beside them; ``start`` is inclusive and ``end`` exclusive, so that
``article.text[start:end] == text`` holds for every value here that carries both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Tier = Literal["safe", "draft"]
"""``safe`` questions are asked at once; a ``draft`` waits for an instructor."""

Verdict = Literal["right", "partly", "wrong"]


@dataclass(frozen=True, slots=True)
class Mark:
    """From ``start`` to the next mark of its kind, text is on this page or under this heading."""

    start: int
    kind: Literal["page", "heading"]
    label: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text that can be studied. ``text`` is the clean text that every offset refers to."""

    id: str
    title: str
    text: str
    source: str = ""
    published: date | None = None
    language: str = "en"
    licence: str = ""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """The smallest citable unit of an article."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrievable piece of an article: consecutive sentences."""

    article: str
    start: int
    end: int
    text: str
    sentences: tuple[Sentence, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """An exact quote and where it stands. A quote that is not at its offsets is a bug."""

    article: str
    title: str
    source: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that shares a term with the query; ``score`` is BM25's, and may be negative."""

    article: str
    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say to a question, or (``found`` is false) that they do not say.

    ``read_as`` is the question as it was understood, where a name was spelled otherwise.
    ``passages`` are those of the best sentences, in the order of these and not of their scores.
    """

    question: str
    found: bool
    answer: str | None
    confidence: float
    citations: tuple[Citation, ...] = ()
    passages: tuple[Hit, ...] = ()
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a typed answer is held against, in plain values, so that it survives storage.

    For a ``quantity``, ``low`` and ``high`` bound what the sources say, in ``unit``; values in
    ``partly`` are close but contradicted by a source. A ``date`` is written like ISO 8601 with
    ``--`` for the parts that no source gives (``--06-19``, ``2019``). ``names`` are all spellings
    that mean the same. Of a ``list``, ``wanted`` many of the ``members`` are asked for, each of
    them with its spellings.
    """

    kind: Literal["quantity", "date", "name", "phrase", "list"]
    low: float = 0.0
    high: float = 0.0
    unit: str = ""
    partly: tuple[float, ...] = ()
    date: str = ""
    names: tuple[str, ...] = ()
    members: tuple[tuple[str, ...], ...] = ()
    wanted: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One typed statement with the sentences that say it.

    ``arguments`` maps roles to names (``{"who": "Antony Blinken", "whom": "Qin Gang"}``);
    ``value`` is what a question about the fact would ask for, ``qualifier`` the source's own
    hedge ("about", "more than"). ``conflicts`` are ids of facts that cannot be true beside it;
    ``doubts`` name the reasons for which its wording may not stand alone.
    """

    id: str
    kind: str
    arguments: Mapping[str, str]
    value: str
    qualifier: str
    confidence: float
    citations: tuple[Citation, ...]
    conflicts: tuple[str, ...] = ()
    expected: Expected | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question made from exactly one fact. ``key`` is the index of the right option.

    Without ``options`` it is to be answered in words, and ``key`` is 0.
    ``title`` is the article's, shown with the stem so that it stands alone; ``accept`` are the
    typed answers that count as right beside ``answer``.
    """

    id: str
    kind: str
    tier: Tier
    title: str
    stem: str
    options: tuple[str, ...]
    key: int
    answer: str
    accept: tuple[str, ...]
    explanation: str
    citations: tuple[Citation, ...]
    expected: Expected | None = None


@dataclass(frozen=True, slots=True)
class Grade:
    """How a typed answer compares with the key; ``note`` says what is missing, for people."""

    verdict: Verdict
    note: str = ""
