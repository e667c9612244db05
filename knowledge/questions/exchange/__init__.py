"""Questions leave for other systems and come in from them: one module a format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from knowledge.articles.decoding import decoded
from knowledge.errors import QuestionsUnreadable, UnknownExchange
from knowledge.models import Article, Question
from knowledge.questions.exchange import aiken, anki, csv, gift, moodle_xml, page
from knowledge.questions.exchange.drafts import Imported, Problem

__all__ = ["FORMATS", "SUFFIXES", "Exported", "Imported", "Problem", "export", "page", "read"]

Format = Literal["gift", "aiken", "moodle-xml", "csv", "apkg"]

FORMATS: tuple[Format, ...] = get_args(Format)
SUFFIXES: dict[Format, str] = {
    "gift": ".gift.txt",
    "aiken": ".aiken.txt",
    "moodle-xml": ".xml",
    "csv": ".csv",
    "apkg": ".apkg",
}
BYTES_LIMIT = 10_000_000
_ARE = "questions, to be answered in words, are"
_HOLD_ALL = "GIFT, Moodle XML, CSV and Anki"


@dataclass(frozen=True, slots=True)
class Exported:
    """A file of ``count`` questions, and those that its format has no form for."""

    content: bytes
    count: int
    left_out: tuple[Question, ...] = ()

    @property
    def loss(self) -> str:
        """What is left out, for people; empty where nothing is."""
        number = len(self.left_out)
        if not number:
            return ""
        are = "question, to be answered in words, is" if number == 1 else _ARE
        return f"{number} {are} left out: Aiken has only choices. {_HOLD_ALL} hold them."


def export(
    name: str,
    questions: Iterable[Question],
    articles: Iterable[Article] = (),
    *,
    deck: str = "Gobbet",
    made_at: float = 0.0,
) -> Exported:
    """Return the questions in a format of ``FORMATS``. Raises ``UnknownExchange``.

    ``articles``, ``deck`` and ``made_at`` (seconds since 1970) are for Anki alone: where quotes
    stand, the deck's name, its age.
    """
    asked = tuple(questions)
    match name:
        case "gift":
            return Exported(gift.write(asked).encode(), len(asked))
        case "aiken":
            left_out = tuple(question for question in asked if not question.options)
            return Exported(aiken.write(asked).encode(), len(asked) - len(left_out), left_out)
        case "moodle-xml":
            return Exported(moodle_xml.write(asked), len(asked))
        case "csv":
            return Exported(csv.write(asked).encode(), len(asked))
        case "apkg":
            deck_file = anki.write(asked, articles, deck=deck, made_at=made_at)
            return Exported(deck_file, len(asked))
    raise UnknownExchange(name, ", ".join(FORMATS))


def read(name: str, content: bytes, articles: Iterable[Article] | None = None) -> Imported:
    """Return the questions of a file, and a problem for each item that can't be taken.

    Where ``articles`` are given, citations that don't stand in them are left out, and a question
    that loses one waits as a draft. Raises ``UnknownExchange`` and, where nothing of the file
    makes sense, ``QuestionsUnreadable``.
    """
    if len(content) > BYTES_LIMIT:
        raise QuestionsUnreadable(f"the file is larger than {BYTES_LIMIT / 1e6:.0f} MB")
    found = _read(name, content)
    if articles is None:
        return found
    texts = {article.id: article.text for article in articles}
    return replace(found, questions=tuple(_attested(each, texts) for each in found.questions))


def _read(name: str, content: bytes) -> Imported:
    match name:
        case "gift":
            return gift.read(_text(content))
        case "aiken":
            return aiken.read(_text(content))
        case "moodle-xml":
            return moodle_xml.read(content)
        case "csv":
            return csv.read(_text(content))
    raise UnknownExchange(name, ", ".join(each for each in FORMATS if each != "apkg"))


def _attested(question: Question, texts: Mapping[str, str]) -> Question:
    """Return the question with those citations alone whose quotes are at their offsets."""
    holding = tuple(
        citation
        for citation in question.citations
        if citation.quote
        and texts.get(citation.article, "")[max(citation.start, 0) : citation.end]
        == citation.quote
    )
    if holding == question.citations:
        return question
    return replace(question, citations=holding, tier="draft")


def _text(content: bytes) -> str:
    return decoded(content, "The file")
