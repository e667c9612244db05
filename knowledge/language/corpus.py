"""Turns treebanks into what spaCy learns from: texts of several sentences, as `Example`s."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

from spacy.tokens import Doc, Span
from spacy.training import Example as Pair

from knowledge.language.augment import Example
from knowledge.language.labels import UNKNOWN, Label, labels
from knowledge.language.treebank import find_treebank, read

if TYPE_CHECKING:
    from spacy.language import Language

Text = list[Example]
"""Consecutive sentences of one document."""

_LONGEST_TEXT: Final = 5
"""Sentences. Texts of every length up to it teach both short and long paragraphs."""

_ENDS: Final = frozenset(".!?:;\"”)'")


def documents(folder: Path, name: str) -> list[Text]:
    """The whole documents of one treebank file."""
    sentences = read(find_treebank(folder, name))
    return [
        [Example(sentence, tuple(labels(sentence))) for sentence in document]
        for _, document in groupby(sentences, key=lambda sentence: sentence.document)
    ]


def texts(document: Text, chance: Random) -> Iterator[Text]:
    """The document in pieces of random length; a heading is never glued to what follows."""
    piece: Text = []
    length = chance.randint(1, _LONGEST_TEXT)
    for example in document:
        opens = piece and example.sentence.opens_paragraph
        after_heading = opens and piece[-1].sentence.words[-1].text not in _ENDS
        if piece and (after_heading or len(piece) >= length):
            yield piece
            piece, length = [], chance.randint(1, _LONGEST_TEXT)
        piece.append(example)
    if piece:
        yield piece


def paragraphs(document: Text) -> Iterator[Text]:
    """The document in the paragraphs that it has: what the pipeline is judged on."""
    piece: Text = []
    for example in document:
        if piece and example.sentence.opens_paragraph:
            yield piece
            piece = []
        piece.append(example)
    if piece:
        yield piece


def pair(nlp: Language, text: Text) -> Pair:
    """What the tokenizer alone makes of the text, beside what the annotators say of it."""
    reference = _reference(nlp, text)
    return Pair(nlp.make_doc(reference.text), reference)


def _reference(nlp: Language, text: Text) -> Doc:
    words = [word for example in text for word in example.sentence.words]
    offsets = [offset for offset, example in _offsets(text) for _ in example.sentence.words]
    doc = Doc(
        nlp.vocab,
        words=[word.text for word in words],
        spaces=[word.space_after for word in words],
        tags=[word.tag for word in words],
        lemmas=[word.lemma for word in words],
        heads=[offset + word.head for offset, word in zip(offsets, words, strict=True)],
        deps=["ROOT" if word.dep == "root" else word.dep for word in words],
    )
    spans = [
        Span(doc, offset + label.start, offset + label.end, label=label.name)
        for offset, example in _offsets(text)
        for label in example.labels
    ]
    doc.set_ents(
        [span for span in spans if span.label_ != UNKNOWN],
        missing=[span for span in spans if span.label_ == UNKNOWN],
        default="outside",
    )
    return doc


def _offsets(text: Text) -> Iterator[tuple[int, Example]]:
    offset = 0
    for example in text:
        yield offset, example
        offset += len(example.sentence.words)


def relabelled(nlp: Language, document: Text) -> Text:
    """The document, its unknown names labelled where ``nlp`` sees a name in just these words."""
    doc = _reference(nlp, document)
    predicted = Doc(nlp.vocab, [token.text for token in doc], [bool(t.whitespace_) for t in doc])
    for _, component in nlp.pipeline:
        predicted = component(predicted)
    seen = {(span.start, span.end): span.label_ for span in predicted.ents}
    return [
        replace(example, labels=tuple(_relabelled(example.labels, seen, offset)))
        for offset, example in _offsets(document)
    ]


def _relabelled(
    found: Iterable[Label], seen: dict[tuple[int, int], str], offset: int
) -> Iterator[Label]:
    for label in found:
        name = seen.get((offset + label.start, offset + label.end), UNKNOWN)
        yield replace(label, name=name) if label.name == UNKNOWN else label
