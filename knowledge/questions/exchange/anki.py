"""Anki decks (.apkg): a card a question, the answer and its citation on the back.

Ids of cards, notes and deck depend on the questions alone, so that importing again changes cards
instead of doubling them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from hashlib import blake2b
from html import escape
from io import BytesIO
from itertools import count
from pathlib import Path
from string import ascii_uppercase
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import genanki

from knowledge.articles.marks import place
from knowledge.models import Article, Citation, Question
from knowledge.questions.exchange.texts import one_line, plain

_MODEL = 1_730_548_116
"""Any number, as long as it never changes: Anki knows the form of our cards by it."""
_FIELDS = ("Question", "Options", "Answer", "Explanation", "Citation")
_FRONT = '<p class="stem">{{Question}}</p>{{Options}}'
_BACK = (
    '{{FrontSide}}<hr id="answer"><p class="key">{{Answer}}</p>'
    "{{#Explanation}}<p>{{Explanation}}</p>{{/Explanation}}{{Citation}}"
)
_STYLE = (
    ".card{font:18px/1.5 system-ui,sans-serif;max-width:40em;margin:1em auto;text-align:left}"
    ".key{font-weight:600}blockquote{border-left:3px solid #888;margin:1em 0;padding-left:1em}"
    "cite{font-size:.85em;opacity:.8}ol{list-style:upper-alpha}"
)


def write(
    questions: Iterable[Question],
    articles: Iterable[Article],
    *,
    deck: str,
    made_at: float,
) -> bytes:
    """Return the deck as a file. ``made_at`` (seconds since 1970) is its age for Anki."""
    known = {article.id: article for article in articles}
    name = one_line(deck) or "Gobbet"
    cards = genanki.Deck(_number(f"deck {name}"), name)
    model = genanki.Model(
        _MODEL,
        "Gobbet",
        fields=[{"name": field} for field in _FIELDS],
        templates=[{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    for question in questions:
        cards.add_note(
            genanki.Note(
                model=model,
                fields=_fields(question, known),
                guid=blake2b(f"gobbet {question.id}".encode(), digest_size=8).hexdigest(),
                tags=["gobbet", _tag(question.kind)],
            )
        )
    return _packed(genanki.Package(cards), made_at)


def _packed(package: genanki.Package, made_at: float) -> bytes:
    """The deck's database in a zip archive, as Anki reads it.

    genanki's own ``write_to_file`` leaves a copy of the database behind among the temporary files.
    """
    packed = BytesIO()
    with TemporaryDirectory() as folder, ZipFile(packed, "w") as archive:
        collection = Path(folder) / "collection.anki2"
        with closing(sqlite3.connect(collection)) as database:
            package.write_to_db(database.cursor(), made_at, count(int(made_at * 1000)))
            database.commit()
        archive.write(collection, collection.name)
        archive.writestr("media", "{}")
    return packed.getvalue()


def _number(text: str) -> int:
    """Return an id as Anki wants them: from 2³⁰ to 2³¹."""
    return (1 << 30) + int.from_bytes(blake2b(text.encode(), digest_size=4).digest()) % (1 << 30)


def _tag(kind: str) -> str:
    return "_".join(one_line(kind).split()) or "question"


def _fields(question: Question, articles: Mapping[str, Article]) -> list[str]:
    options = "".join(f"<li>{_html(option)}</li>" for option in question.options)
    key = f"{ascii_uppercase[question.key]}. " if question.options else ""
    is_typed = question.accept and not question.options
    also = f" (also: {'; '.join(question.accept)})" if is_typed else ""
    return [
        _html(question.stem),
        f"<ol>{options}</ol>" if options else "",
        key + _html(question.answer + also),
        _html(question.explanation),
        "".join(_citation(each, articles) for each in question.citations),
    ]


def _citation(citation: Citation, articles: Mapping[str, Article]) -> str:
    article = articles.get(citation.article)
    where = [citation.title, citation.source, place(article, citation.start) if article else ""]
    told = _html(", ".join(filter(None, where)))
    return f"<blockquote>{_html(citation.quote)}<br><cite>{told}</cite></blockquote>"


def _html(text: str) -> str:
    return escape(plain(text)).replace("\n", "<br>").replace("{{", "{&#8288;{")
