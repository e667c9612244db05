"""How well a language pipeline reads: tags, lemmas, trees, sentence bounds and names.

    python tests/quality/language.py TREEBANKS [--file NAME]… [--pipeline NAME_OR_PATH]

Everything is measured on plain text, a document at a time, through `analyse`: words that the
tokenizer cuts otherwise than the treebank count as wrong. Also words a second and memory.
"""

from __future__ import annotations

import resource
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from knowledge.language.labels import UNKNOWN, labels
from knowledge.language.pipeline import ParsedSentence, analyse
from knowledge.language.treebank import Sentence, find_treebank, read

Span = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """What somebody, person or program, reads in a text; every span is of characters."""

    words: dict[Span, dict[str, object]]
    sentences: set[Span]
    names: set[tuple[Span, str]]


@dataclass
class Scores:
    """Counts over many texts, and the shares they give."""

    words: int = 0
    right: Counter[str] = field(default_factory=Counter)
    sentences: Counter[str] = field(default_factory=Counter)
    names: dict[str, Counter[str]] = field(default_factory=dict)

    def share(self, what: str) -> float:
        """Per cent of the treebank's words for which ``what`` is read right."""
        return 100 * self.right[what] / max(1, self.words)


def document_text(document: Iterable[Sentence]) -> tuple[str, list[int]]:
    """The document's text, paragraphs apart, and where each sentence begins."""
    text, starts = "", []
    for sentence in document:
        if text:
            text += "\n\n" if sentence.opens_paragraph else " "
        starts.append(len(text))
        text += sentence.text()
    return text, starts


def gold(document: Iterable[Sentence], starts: Iterable[int]) -> Reading:
    """What the annotators say."""
    reading = Reading({}, set(), set())
    for sentence, start in zip(document, starts, strict=True):
        spans = list(_spans(sentence, start))
        for word, span in zip(sentence.words, spans, strict=True):
            head = spans[word.head]
            reading.words[span] = _word(word.tag, word.pos, word.lemma, head, word.dep)
        reading.sentences.add((spans[0][0], spans[-1][1]))
        for label in labels(sentence):
            reading.names.add(((spans[label.start][0], spans[label.end - 1][1]), label.name))
    return reading


def _spans(sentence: Sentence, start: int) -> Iterator[Span]:
    for word in sentence.words:
        end = start + len(word.text)
        yield start, end
        start = end + word.space_after


def read_by_pipeline(sentences: Iterable[ParsedSentence]) -> Reading:
    """What the pipeline says."""
    reading = Reading({}, set(), set())
    for sentence in sentences:
        for token in sentence.tokens:
            head = sentence.tokens[token.head]
            reading.words[token.start, token.end] = _word(
                token.tag, token.pos, token.lemma, (head.start, head.end), token.dep
            )
        reading.sentences.add((sentence.start, sentence.end))
        reading.names.update(_names(sentence))
    return reading


def _word(tag: str, pos: str, lemma: str, head: Span, dep: str) -> dict[str, object]:
    return {
        "XPOS": tag,
        "UPOS": pos,
        "lemma": lemma,
        "UAS": head,
        "LAS": (head, dep),
        "LAS of main types": (head, dep.partition(":")[0]),
    }


def _names(sentence: ParsedSentence) -> Iterator[tuple[Span, str]]:
    start = end = 0
    label = ""
    for token in sentence.tokens:
        if token.entity_iob != "I" and label:
            yield (start, end), label
            label = ""
        if token.entity_iob == "B":
            start, label = token.start, token.entity
        end = token.end
    if label:
        yield (start, end), label


def compare(expected: Reading, found: Reading, scores: Scores) -> None:
    """Adds one text to the scores."""
    scores.words += len(expected.words)
    for span, word in expected.words.items():
        other = found.words.get(span)
        scores.right["tokens"] += other is not None
        scores.right.update(what for what in word if other and other[what] == word[what])
    scores.sentences["expected"] += len(expected.sentences)
    scores.sentences["found"] += len(found.sentences)
    scores.sentences["right"] += len(expected.sentences & found.sentences)
    _compare_names(expected.names, found.names, scores)


def _compare_names(
    expected: set[tuple[Span, str]], found: set[tuple[Span, str]], scores: Scores
) -> None:
    doubtful = [span for span, label in expected if label == UNKNOWN]
    found = {name for name in found if not any(_overlap(name[0], span) for span in doubtful)}
    expected = {name for name in expected if name[1] != UNKNOWN}
    places = {span for span, _ in expected}
    for what, names in (("expected", expected), ("found", found), ("right", expected & found)):
        for _, label in names:
            scores.names.setdefault(label, Counter())[what] += 1
        scores.names.setdefault("all", Counter())[what] += len(names)
    located = scores.names.setdefault("any label", Counter())
    located["expected"] += len(expected)
    located["found"] += len(found)
    located["right"] += sum(span in places for span, _ in found)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def precision_recall_f(counts: Counter[str]) -> tuple[float, float, float]:
    """In per cent."""
    precision = 100 * counts["right"] / max(1, counts["found"])
    recall = 100 * counts["right"] / max(1, counts["expected"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def measure(folder: Path, name: str, pipeline: str | None) -> None:
    """Prints all figures for one file."""
    sentences = read(find_treebank(folder, name))
    documents = [list(group) for _, group in groupby(sentences, key=lambda s: s.document)]
    texts = [document_text(document) for document in documents]
    scores = Scores()
    began = time.perf_counter()
    parsed = list(analyse((text for text, _ in texts), pipeline))
    seconds = time.perf_counter() - began
    for document, (_, starts), found in zip(documents, texts, parsed, strict=True):
        compare(gold(document, starts), read_by_pipeline(found), scores)
    _print(name, scores, has_names=documents[0][0].mentions is not None)
    typer.echo(f"{scores.words / seconds:,.0f} words a second, the start included")


def _print(name: str, scores: Scores, *, has_names: bool) -> None:
    typer.echo(f"\n{name}: {scores.words:,} words")
    for what in ("tokens", "XPOS", "UPOS", "lemma", "UAS", "LAS", "LAS of main types"):
        typer.echo(f"{what:18} {scores.share(what):5.1f}")
    typer.echo(f"{'sentences F':18} {precision_recall_f(scores.sentences)[2]:5.1f}")
    if not has_names:
        typer.echo("names: the labels of the gazetteers alone, this treebank has none")
    for label, counts in sorted(scores.names.items(), key=lambda item: -item[1]["expected"]):
        precision, recall, f = precision_recall_f(counts)
        typer.echo(
            f"  {label:10} P {precision:5.1f}  R {recall:5.1f}  F {f:5.1f}  n {counts['expected']}"
        )


def main(
    treebanks: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    file: Annotated[list[str] | None, typer.Option()] = None,
    pipeline: str | None = None,
) -> None:
    """Measure a pipeline on treebanks that it has not learnt from."""
    for name in file or ["ewt-test", "gum-open-dev"]:
        measure(treebanks, name, pipeline)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    typer.echo(f"\n{memory:,.0f} MiB of memory at most in the child process")


if __name__ == "__main__":
    typer.run(main)
