"""Reads CoNLL-U treebanks: words, their annotation, and GUM's bracketed mentions.

It knows the format and nothing of what the annotation is used for.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final


class TreebankMissing(FileNotFoundError):  # noqa: N818  # errors are sentences here
    """A folder holds no file of the name that is asked for."""


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word. ``head`` is the index in its sentence; the root is its own head."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    space_after: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of words (``end`` exclusive) that names or describes something of a type.

    ``identity`` is the Wikipedia title of what it mentions, where the annotators gave one;
    ``entity`` is the same for all mentions of one thing in a document.
    """

    start: int
    end: int
    type: str
    identity: str = ""
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A tree. ``mentions`` is None where the treebank has none annotated at all.

    ``title`` is the document's, where the treebank gives one.
    """

    document: str
    opens_paragraph: bool
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...] | None
    title: str = ""

    def text(self) -> str:
        """The words with their spaces, without the one after the last."""
        return "".join(word.text + " " * word.space_after for word in self.words).rstrip()


_BRACKET: Final = re.compile(r"\(([^()]*)(\))?|(\d+)(?:\[[\d/]+\])?\)")
_TYPE, _IDENTITY, _FIELDS = 1, 7, 8


def find_treebank(folder: Path, name: str) -> Path:
    """The file ``name``.conllu or ``name``.conllu.xz in ``folder``; raises `TreebankMissing`."""
    for suffix in (".conllu", ".conllu.xz"):
        if (path := folder / (name + suffix)).exists():
            return path
    raise TreebankMissing(
        f"{folder} has no {name}.conllu or {name}.conllu.xz. "
        "Put the treebank's files there, under the names that model/README.md lists."
    )


def read(path: Path) -> Iterator[Sentence]:
    """Every sentence of a file, plain or compressed with xz, in its order."""
    with (
        lzma.open(path, "rt", encoding="utf-8")
        if path.suffix == ".xz"
        else path.open(encoding="utf-8") as file
    ):
        yield from parse(file)


def parse(lines: Iterable[str]) -> Iterator[Sentence]:
    """Every sentence in lines of CoNLL-U. A document without an id keeps the one before it."""
    document, title, has_mentions, opens_paragraph = "", "", False, True
    rows: list[list[str]] = []
    for line in (*lines, "\n"):
        content = line.rstrip("\n")
        if content.startswith("# newdoc"):
            document, title, has_mentions = content.partition("=")[2].strip(), "", False
        elif content.startswith("# meta::title"):
            title = content.partition("=")[2].strip()
        elif content.startswith("# global.Entity"):
            has_mentions = True
        elif content.startswith("# newpar") and "block" not in content:
            opens_paragraph = True
        elif content and not content.startswith("#"):
            rows.append(content.split("\t"))
        elif not content and rows:
            sentence = _sentence(rows, opens_paragraph=opens_paragraph, has_mentions=has_mentions)
            yield replace(sentence, document=document, title=title)
            rows, opens_paragraph = [], False


def _sentence(rows: list[list[str]], *, opens_paragraph: bool, has_mentions: bool) -> Sentence:
    rows = [row for row in rows if "." not in row[0]]
    glued = _glued(rows)
    plain = [row for row in rows if "-" not in row[0]]
    words = tuple(_word(index, row, glued) for index, row in enumerate(plain))
    mentions = tuple(_mentions(plain)) if has_mentions else None
    return Sentence("", opens_paragraph, words, mentions)


def _glued(rows: list[list[str]]) -> set[int]:
    """The numbers of words inside or at the end of a multiword token that no space follows."""
    glued: set[int] = set()
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            glued.update(range(first, last + ("SpaceAfter=No" in row[9])))
    return glued


def _word(index: int, row: list[str], glued: set[int]) -> Word:
    number, text, lemma, pos, tag, _, head, dep, _, misc = row
    space_after = "SpaceAfter=No" not in misc and int(number) not in glued
    return Word(text, lemma, pos, tag, dep, int(head) - 1 if int(head) else index, space_after)


def _mentions(rows: list[list[str]]) -> Iterator[Mention]:
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    for index, row in enumerate(rows):
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for bracket in _BRACKET.finditer(entity[1]) if entity else ():
            opening, closed_at_once, closing = bracket.groups()
            if opening is not None:
                fields = opening.split("-", _FIELDS - 1)
                opened.setdefault(fields[0], []).append((index, fields))
            key = closing if opening is None else fields[0]
            if (closing or closed_at_once) and opened.get(key):
                start, fields = opened[key].pop()
                identity = fields[_IDENTITY] if len(fields) > _IDENTITY else ""
                yield Mention(start, index + 1, fields[_TYPE], identity, fields[0])
