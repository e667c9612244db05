"""How the bot is doing, as numbers at one moment: for supervisors, for graphs, for people.

Judging them and writing them down is all that happens here; nothing is measured.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

SILENCE_SECONDS = 90.0
"""Telegram answers every long poll within 50 seconds; longer silence means that nobody listens."""

_SLOW_COMMIT_SECONDS = 5.0
_OLDEST_WAITING_SECONDS = 60.0
_OLDEST_UNSENT_SECONDS = 900.0  # flood control may well keep a message for minutes
_LONGEST_LAG_SECONDS = 5.0
_STALE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Vitals:
    """The bot at the time ``at`` (seconds since 1970). Ages and durations are in seconds."""

    at: float
    fetched_ago: float | None = None
    """Since Telegram last answered getUpdates; None while it never has."""
    has_rival: bool = False
    inbox_waiting: int = 0
    inbox_parked: int = 0
    inbox_oldest: float = 0.0
    outbox_pending: int = 0
    outbox_uncertain: int = 0
    outbox_dead: int = 0
    outbox_oldest: float = 0.0
    timers_overdue: int = 0
    commits: int = 0
    commit_seconds: float = 0.0
    commit_last: float = 0.0
    commit_longest: float = 0.0
    loop_lag: float = 0.0
    """The longest that the event loop was late within the last minute."""
    backup_age: float | None = None
    calls: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How many calls of each method ended how: (method, code)."""


def complaints(vitals: Vitals) -> list[str]:
    """Why the bot does not do its work just now; nothing when it does."""
    silence = vitals.fetched_ago
    seen = {
        "another process fetches updates with the same token": vitals.has_rival,
        "Telegram has not been reached yet": silence is None,
        f"Telegram has not answered for {silence or 0:.0f} s": (silence or 0) > SILENCE_SECONDS,
        f"an update waits since {vitals.inbox_oldest:.0f} s": (
            vitals.inbox_oldest > _OLDEST_WAITING_SECONDS
        ),
        f"a message waits to be sent since {vitals.outbox_oldest:.0f} s": (
            vitals.outbox_oldest > _OLDEST_UNSENT_SECONDS
        ),
        f"the last commit took {vitals.commit_last:.1f} s": (
            vitals.commit_last > _SLOW_COMMIT_SECONDS
        ),
        f"the event loop stood still for {vitals.loop_lag:.1f} s": (
            vitals.loop_lag > _LONGEST_LAG_SECONDS
        ),
        f"{vitals.timers_overdue} deadlines are overdue": vitals.timers_overdue > 0,
    }
    return [words for words, is_so in seen.items() if is_so]


def prometheus(vitals: Vitals) -> str:
    """The numbers in Prometheus's text format."""
    lines = []
    for name, value in asdict(vitals).items():
        if name == "calls":
            lines += [
                f'gobbet_api_calls_total{{method="{method}",code="{code}"}} {count}'
                for (method, code), count in sorted(value.items())
            ]
        elif value is not None:
            lines.append(f"gobbet_{name} {float(value):g}")
    return "\n".join(lines) + "\n"


def keep(vitals: Vitals, file: Path) -> None:
    """Write the numbers where `gobbet healthcheck` looks for them."""
    values: dict[str, Any] = asdict(vitals)
    values["calls"] = [[*key, count] for key, count in vitals.calls.items()]
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(values), "utf-8")
    fresh.replace(file)


def complaints_in(file: Path, now: float) -> list[str]:
    """What is wrong with the bot that writes its numbers to ``file``; nothing when it is well."""
    try:
        values = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return [
            f"the bot has not run here yet: start it, or set GOBBET_DATA_DIR (there is no {file})"
        ]
    values["calls"] = {(method, code): count for method, code, count in values["calls"]}
    vitals = Vitals(**values)
    if now - vitals.at > _STALE_SECONDS:
        return [f"the bot has given no sign of life for {now - vitals.at:.0f} s"]
    return complaints(vitals)
