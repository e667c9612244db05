"""Learns how much each of two opinions counts, and what grounds a question.

    python -m knowledge.questions.weighing.train_together JUDGED READ TEXTS…

JUDGED is a table of blind samples (``digest``; ``first`` and ``second``: what two judges said;
``key``), TEXTS the folders they are from: texts that ``weights.json`` has not learned from. READ
is the table that ``second_opinion.train`` writes: what a model thinks of each that has not
learned from its article. Needs scikit-learn; writes ``together.json``.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from knowledge.questions.weighing import TOGETHER, opinions, worth
from knowledge.questions.weighing.train import (
    FEWEST_TO_LEARN_FROM,
    Rated,
    candidates,
    cross_validated,
    digest,
    learned,
    shares,
)


def verdicts(judged: Path) -> dict[str, float]:
    """For each judged question the share of judges that take it: none where its key is wrong.

    Some have one judge; the second is "-" then.
    """
    with judged.open(encoding="utf-8", newline="") as file:
        return {row["digest"]: _taken(row) for row in csv.DictReader(file, delimiter="\t")}


def _taken(row: Mapping[str, str]) -> float:
    said = [row[judge] for judge in ("first", "second") if row[judge] != "-"]
    return said.count("yes") / len(said) if row["key"] == "right" else 0.0


def judged_questions(
    said: Mapping[str, float], read: Mapping[str, float], texts: Sequence[Path]
) -> Iterator[Rated]:
    """The judged questions that the texts still yield, with both opinions and their grounds."""
    for name, candidate, seen in candidates(texts):
        known = digest(name, candidate.stem, candidate.answer)
        if known in said and known in read:
            both = opinions(worth(seen.features), read[known])
            yield Rated(name, both | seen.grounds, said[known])


def main(
    judged: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    read: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    texts: Annotated[list[Path], typer.Argument(exists=True, file_okay=False)],
) -> None:
    """Learn from JUDGED how much each opinion of questions made from TEXTS counts."""
    with read.open(encoding="utf-8", newline="") as file:
        logits = {
            row["digest"]: float(row["read"]) for row in csv.DictReader(file, delimiter="\t")
        }
    examples = list(judged_questions(verdicts(judged), logits, texts))
    if len(examples) < FEWEST_TO_LEARN_FROM:
        raise typer.BadParameter(
            f"of the questions these texts yield, {len(examples)} are judged in {judged.name} and"
            f" read in {read.name}: too few to learn from. Name the folders that both speak of."
        )
    typer.echo(f"{len(examples)} judged questions; by weight, held out:")
    for line in shares(cross_validated(examples)):
        typer.echo(line)
    weights = learned(examples)
    TOGETHER.write_text(json.dumps(weights, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    typer.echo(f"{len(weights)} weights in {TOGETHER.name}")


if __name__ == "__main__":
    typer.run(main)
