"""How often "he" and "she" are taken for the right person, by GUM's annotation.

    python tests/quality/pronouns.py TREEBANKS [--file NAME]… [--wrong]

Counted are sentences whose first pronoun of a person means somebody whom the document names, but
not this sentence before it. Right is a resolved name that ends in a word of one of the person's
annotated names. ``--wrong`` shows those that are not right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from knowledge.facts import names_of
from knowledge.facts.reading.antecedents import PERSONAL_SEX
from knowledge.facts.reading.lines import lines, without_footnotes
from knowledge.facts.reading.parsed import Parsed, parsed
from knowledge.language.pipeline import analyse
from knowledge.language.treebank import Sentence, find_treebank, read
from knowledge.models import Article
from tests.quality.language import document_text

PROPER = {"NNP", "NNPS"}


@dataclass
class Gold:
    """For each pronoun of a person the words that name whom it means; how many can be resolved."""

    names: dict[int, frozenset[str]]
    resolvable: int = 0


def gold(document: Sequence[Sentence], starts: Sequence[int]) -> Gold:
    """What the annotators say."""
    names = _names(document)
    found = Gold({})
    for sentence, start in zip(document, starts, strict=True):
        entities = {(m.start, m.end): m.entity for m in sentence.mentions or ()}
        said: set[str] = set()
        is_first, place = True, start
        for index, word in enumerate(sentence.words):
            if word.text.lower() in PERSONAL_SEX:
                means = names.get(entities.get((index, index + 1), ""), frozenset())
                found.names[place] = means
                found.resolvable += is_first and bool(means) and not said & means
                is_first = False
            said |= {word.text} if word.tag in PROPER else set()
            place += len(word.text) + word.space_after
    return found


def _names(document: Sequence[Sentence]) -> dict[str, frozenset[str]]:
    """The proper nouns by which each person of a document is named."""
    names: dict[str, frozenset[str]] = {}
    for sentence in document:
        for mention in sentence.mentions or ():
            words = sentence.words[mention.start : mention.end]
            if mention.type == "person" and words[-1].tag in PROPER:
                proper = {word.text for word in words if word.tag in PROPER}
                names[mention.entity] = names.get(mention.entity, frozenset()) | proper
    return names


def resolved(article: Article) -> Iterator[Parsed]:
    """The article's parsed sentences."""
    trees = next(iter(analyse([without_footnotes(article.text)])))
    names = names_of([article], [trees])
    yield from parsed(lines(article, names), trees, names)


def measure(document: Sequence[Sentence], counts: Counter[str], *, show: bool) -> None:
    """Adds one document to the counts."""
    text, starts = document_text(document)
    article = Article(document[0].document, document[0].title, text)
    expected = gold(document, starts)
    counts["expected"] += expected.resolvable
    for sentence in resolved(article):
        word = sentence.named_pronoun
        if word is None or not sentence.antecedent:
            continue
        place = sentence.tree.tokens[word].start
        names = expected.names.get(place, frozenset())
        counts["found"] += 1
        is_right = sentence.antecedent.split()[-1] in names
        counts["right"] += is_right
        if show and not is_right:
            before = text[
                max(0, sentence.line.sentence.start - 200) : sentence.line.sentence.start
            ]
            typer.echo(f"{article.title} | {sentence.antecedent} for {names}\n   …{before!r}")
            typer.echo(f"   {sentence.line.sentence.text[:200]}")


def main(
    treebanks: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    file: Annotated[list[str], typer.Option()] = ["gum-open-train", "gum-open-dev"],  # noqa: B006
    *,
    wrong: Annotated[bool, typer.Option()] = False,
) -> None:
    """Print how often pronouns are resolved, and how often rightly, by kind of text."""
    by_kind: dict[str, Counter[str]] = {}
    for name in file:
        sentences = read(find_treebank(treebanks, name))
        for document, group in groupby(sentences, key=lambda each: each.document):
            counts = by_kind.setdefault(document.split("_")[1], Counter())
            measure(list(group), counts, show=wrong)
    by_kind["all"] = sum(by_kind.values(), Counter())
    for kind, counts in by_kind.items():
        precision = counts["right"] / max(1, counts["found"])
        recall = counts["right"] / max(1, counts["expected"])
        typer.echo(
            f"{kind:10} {counts['expected']:4} to resolve, {counts['found']:4} resolved,"
            f" {precision:.2f} of them rightly: {recall:.2f} of all"
        )


if __name__ == "__main__":
    typer.run(main)
