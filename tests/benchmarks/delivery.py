"""What delivery costs and gains, against python-telegram-bot and aiosqlite as mostly used.

    python -m tests.benchmarks.delivery [--rounds N]

Each figure is the median of interleaved rounds in fresh processes; what counts is the ratio within
one run. Ends with status 1 when a bar is missed. Takes about four minutes for three rounds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PROGRAM = "tests.benchmarks.delivery_contenders"
LATENCY = 0.06  # seconds, of every call

Figures = dict[str, float]


@dataclass(frozen=True)
class Trial:
    """A contender and its task; ``rounds`` limits how often a slow one is run."""

    contender: str
    kind: str
    count: int
    latency: float
    task: str
    rounds: int = 99


TRIALS = {
    "1,000 presses": Trial("gobbet", "press", 1000, LATENCY, "answer"),
    "1,000 presses, stock 256 at once": Trial(
        "stock, 256 at once", "press", 1000, LATENCY, "answer"
    ),
    "1,000 presses, stock": Trial("stock", "press", 1000, LATENCY, "answer", rounds=1),
    "1,000 votes": Trial("gobbet", "vote", 1000, LATENCY, "record"),
    "3,000 updates": Trial("gobbet", "message", 3000, 0, "record"),
    "3,000 updates, stock, not stored": Trial("stock", "message", 3000, 0, "ignore"),
    "20,000 rows": Trial("grouped writes", "message", 20_000, 0, "write"),
    "3,000 rows, a commit each": Trial("single writes", "message", 3000, 0, "write"),
    "20,000 waiting": Trial("stuck gobbet", "message", 20_000, 0, "stick"),
    "20,000 waiting, stock": Trial("stuck stock", "message", 20_000, 0, "stick", rounds=1),
}


def server_arguments(trial: Trial) -> list[str]:
    return [trial.kind, str(trial.count), str(trial.latency)]


def arguments(trial: Trial, port: str, folder: str) -> list[str]:
    return [trial.contender, f"http://127.0.0.1:{port}", folder, str(trial.count), trial.task]


def measured(trial: Trial) -> Figures:
    """Run one contender against a server of its own."""
    server = subprocess.Popen(
        [sys.executable, HERE / "delivery_server.py", *server_arguments(trial)],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        port = server.stdout.readline().strip()
        with tempfile.TemporaryDirectory(dir=ROOT) as folder:
            told = subprocess.run(
                [sys.executable, "-m", PROGRAM, *arguments(trial, port, folder)],
                stdout=subprocess.PIPE,
                check=True,
                cwd=ROOT,
                timeout=300,
            )
        return json.loads(told.stdout)
    finally:
        server.kill()
        server.wait()


def medians(rounds: int) -> dict[str, Figures]:
    """All trials, round by round."""
    collected: defaultdict[str, list[Figures]] = defaultdict(list)
    for number in range(rounds):
        for name, trial in TRIALS.items():
            if number < trial.rounds:
                collected[name].append(measured(trial))
    return {
        name: {key: statistics.median(each[key] for each in runs) for key in runs[0]}
        for name, runs in collected.items()
    }


def bars(found: dict[str, Figures]) -> list[tuple[str, float, bool]]:
    """What must hold: the words, the figure, and whether it does."""
    presses, votes = found["1,000 presses"], found["1,000 votes"]
    share = found["3,000 updates"]["per second"]
    share /= found["3,000 updates, stock, not stored"]["per second"]
    gain = found["20,000 rows"]["per second"] / found["3,000 rows, a commit each"]["per second"]
    memory = found["20,000 waiting"]["megabytes"]
    return [
        ("last of 1,000 votes recorded, s (at most 2)", votes["recorded"], votes["recorded"] <= 2),
        ("last of 1,000 presses answered, s (2)", presses["answered"], presses["answered"] <= 2),
        ("durable updates per stock update (at least 0.6)", share, share >= 0.6),
        ("durable rows per aiosqlite row (at least 6)", gain, gain >= 6),
        ("megabytes for 20,000 waiting (at most 30)", memory, memory <= 30),
    ]


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    found = medians(parser.parse_args().rounds)
    for name, figures in found.items():
        words = ", ".join(f"{key} {value:,.2f}" for key, value in figures.items() if value)
        sys.stdout.write(f"{name:34} {words}\n")
    judged = bars(found)
    for words, figure, holds in judged:
        sys.stdout.write(f"{'✓' if holds else '✗'} {words}: {figure:.2f}\n")
    return 0 if all(holds for _, _, holds in judged) else 1


if __name__ == "__main__":
    sys.exit(main())
