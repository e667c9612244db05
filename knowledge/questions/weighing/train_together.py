"""Learns how much each of two opinions counts: what is seen of a question, what the model reads.

    python -m knowledge.questions.weighing.train_together JUDGED TEXTS…

JUDGED is a table of blind samples (``digest``; ``first`` and ``second``: what two judges said;
``key``), TEXTS the folders they are from: texts that neither opinion has learned from. Needs
scikit-learn; writes ``together.json``.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Annotated

import typer

from knowledge.questions.second_opinion import opinion
from knowledge.questions.weighing import TOGETHER, logit, worth
from knowledge.questions.weighing.train import candidates, digest


def main(
    judged: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    texts: Annotated[list[Path], typer.Argument(exists=True, file_okay=False)],
) -> None:
    """Learn from JUDGED how much each opinion of questions made from TEXTS counts."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - for training alone

    with judged.open(encoding="utf-8", newline="") as file:
        rows = {row["digest"]: row for row in csv.DictReader(file, delimiter="\t")}
    opinions: list[list[float]] = []
    verdicts: list[bool] = []
    for name, candidate, features in candidates(texts):
        row = rows.get(digest(name, candidate.stem, candidate.answer))
        if row is None:
            continue
        for judge in ("first", "second"):
            opinions.append([logit(worth(features)), opinion(candidate)])
            verdicts.append(row[judge] == "yes" and row["key"] == "right")
    model = LogisticRegression().fit(opinions, verdicts)
    seen, read = (round(float(weight), 3) for weight in model.coef_[0])
    weights = {"always": round(float(model.intercept_[0]), 3), "seen": seen, "read": read}
    TOGETHER.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    typer.echo(f"{len(verdicts)} verdicts: {weights}")


if __name__ == "__main__":
    typer.run(main)
