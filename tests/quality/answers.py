"""How well questions are answered and refused, beside a floor that may only rise.

    python tests/quality/answers.py [--qa FOLDER] [--seeds FOLDER] [--part dev] [--rise]

WikiQA (for measuring only) as one library, its documents' own sentences, and half of its
documents removed; our own questions on the shipped articles and on the texts they retell.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from answers_measures import (
    expected_error,
    first_and_three,
    halves,
    own_questions,
    precision_and_rank,
    refusing,
    reliability,
)
from answers_sets import own, wikiqa

from knowledge import Library

FLOOR = Path(__file__).with_name("answers_floor.json")
SHIPPED = Path(__file__).parents[2] / "seeds"
TOLERANCE = 0.002
"""A figure may fall by this much: a machine adds up in another order."""

BINS = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.01)

app = typer.Typer(add_completion=False)


@app.command()
def main(
    *,
    qa: Annotated[Path, typer.Option(help="Folder with wikiqa-….tsv.gz")] = Path("../shared/qa"),
    seeds: Annotated[Path, typer.Option(help="Folder of texts")] = Path("../shared/seeds"),
    part: Annotated[str, typer.Option(help="Part of WikiQA: dev or train")] = "dev",
    rise: Annotated[bool, typer.Option(help="Write better figures as the new floor")] = False,
) -> None:
    """Measure, print, and fail where a figure is below the floor."""
    figures = {f"shipped: {name}": value for name, value in _own(SHIPPED).items()}
    figures |= {f"texts: {name}": value for name, value in _own(seeds).items()}
    figures |= _wikiqa(qa / f"wikiqa-{part}.tsv.gz", part)
    known = json.loads(FLOOR.read_text()) if FLOOR.exists() else {}
    for name, value in figures.items():
        typer.echo(f"{value:6.3f}  (floor {known.get(name, 0.0):.3f})  {name}")
    fallen = [n for n, value in figures.items() if value < known.get(n, 0.0) - TOLERANCE]
    if rise:
        better = {n: max(round(value, 4), known.get(n, 0.0)) for n, value in figures.items()}
        FLOOR.write_text(json.dumps(known | better, indent=1, sort_keys=True) + "\n")
    if fallen:
        sys.exit("Below the floor: " + "; ".join(fallen))


def _own(folder: Path) -> dict[str, float]:
    if not folder.is_dir():
        typer.echo(f"skipped: there is no folder {folder}")
        return {}
    return own_questions(Library.open(folder), own())


def _wikiqa(path: Path, part: str) -> dict[str, float]:
    if not path.exists():
        typer.echo(f"skipped: there is no file {path}")
        return {}
    labelled = wikiqa(path)
    outcomes = halves(labelled, draws=8)
    typer.echo(f"WikiQA {part} ({labelled.digest}): confidence, how many, mean, answerable")
    for low, high, count, sure, able in reliability(outcomes, BINS):
        typer.echo(
            f"  {low:.2f}-{high:.2f} {count:6} {sure:.2f} {able:.2f} {'#' * round(40 * able)}"
        )
    typer.echo(f"expected calibration error: {expected_error(outcomes):.3f}")
    area, answered, right = refusing(outcomes)
    first, three = first_and_three(labelled)
    precision, rank = precision_and_rank(labelled, seed=1)
    return {
        f"WikiQA {part}: first sentence right": first,
        f"WikiQA {part}: right among three": three,
        f"WikiQA {part}: MAP of a document's sentences": precision,
        f"WikiQA {part}: MRR of a document's sentences": rank,
        f"WikiQA {part}, half removed eight times: AUC": area,
        f"WikiQA {part}, half removed eight times: answered at 5 % false": answered,
        f"WikiQA {part}, half removed eight times: rightly answered at 5 % false": right,
    }


if __name__ == "__main__":
    app()
