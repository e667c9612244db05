"""Two opinions of a question put together: what is seen of it, and what the small model reads.

    python -m knowledge.questions.weighing.together JUDGED TEXTS…

JUDGED is a table of blind samples (``digest``, ``first``, ``second``: what two judges said), TEXTS
the folders they are from: texts that neither opinion has learned from. Needs scikit-learn.
"""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Final

import typer

from knowledge.questions.second_opinion import opinion
from knowledge.questions.weighing import worth
from knowledge.questions.weighing.train import candidates, digest

TOGETHER: Final = Path(__file__).with_name("together.json")


def together(seen: float, read: float) -> float:
    """The probability (0 to 1) of both: ``seen`` is one by itself, ``read`` the other's logit."""
    weights = _weights()
    total = weights["always"] + weights["seen"] * _logit(seen) + weights["read"] * read
    return 1 / (1 + math.exp(-total))


def _logit(probability: float) -> float:
    return math.log(probability / (1 - probability))


@cache
def _weights() -> Mapping[str, float]:
    learned: Mapping[str, float] = json.loads(TOGETHER.read_text(encoding="utf-8"))
    return learned


def main(
    judged: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    texts: Annotated[list[Path], typer.Argument(exists=True, file_okay=False)],
) -> None:
    """Learn from JUDGED how much each opinion of questions made from TEXTS counts."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - for training alone

    with judged.open(encoding="utf-8", newline="") as file:
        rows = {row["digest"]: row for row in csv.DictReader(file, delimiter="\t")}
    said: list[tuple[list[float], int]] = []
    for name, candidate, features in candidates(texts):
        row = rows.get(digest(name, candidate.stem, candidate.answer))
        if row is not None:
            both = [_logit(worth(features)), opinion(candidate)]
            is_right = row["key"] == "right"
            said += [
                (both, int(row[judge] == "yes" and is_right)) for judge in ("first", "second")
            ]
    model = LogisticRegression().fit([both for both, _ in said], [yes for _, yes in said])
    seen, read = (round(float(weight), 3) for weight in model.coef_[0])
    weights = {"always": round(float(model.intercept_[0]), 3), "seen": seen, "read": read}
    TOGETHER.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    typer.echo(f"{len(said)} verdicts: {weights}")


if __name__ == "__main__":
    typer.run(main)
