"""What a round will be: how many questions, how long each, how it is scored. Pure values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

Scoring = Literal["accuracy", "speed"]
Setting = Literal["count", "seconds", "scoring", "streaks", "teams"]
T = TypeVar("T")

MOST_QUESTIONS = 50
SHORTEST_SECONDS, LONGEST_SECONDS = 5, 600
LONGEST_WAIT_SECONDS = 24 * 3600.0

_NUMBER = re.compile(r"[0-9]{1,4}")
_SPAN = re.compile(r"([0-9]{1,4})(s|m|h)")
_SECONDS_IN = {"s": 1, "m": 60, "h": 3600}


class NotAPlan(Exception):  # noqa: N818 - it reads as the sentence it is
    """Words that say nothing about a round; the argument is the word, or what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The settings of a round; ``article`` is an article's id, and empty for all of them."""

    count: int = 10
    seconds: int = 20
    article: str = ""
    scoring: Scoring = "accuracy"
    streaks: bool = False
    teams: int = 0

    def cycled(self, setting: Setting) -> Plan:
        """The plan after a press of the button of this setting: the next of its usual values."""
        match setting:
            case "count":
                return replace(self, count=_next((5, 10, 15, 20), self.count))
            case "seconds":
                return replace(self, seconds=_next((10, 15, 20, 30, 45, 60), self.seconds))
            case "scoring":
                return replace(self, scoring=_next(("accuracy", "speed"), self.scoring))
            case "streaks":
                return replace(self, streaks=not self.streaks)
            case "teams":
                return replace(self, teams=_next((0, 2, 3, 4), self.teams))


@dataclass(frozen=True, slots=True)
class Wish:
    """What was typed behind /quiz: a plan, and in how many seconds it should start by itself."""

    plan: Plan
    wait: float | None = None


def wished(words: str, plan: Plan) -> Wish:
    """Read ``10 20s speed streaks teams in 5m``, in any order; what is not said stays.

    Raises `NotAPlan` with what cannot be understood.
    """
    wish = Wish(plan)
    rest = iter(words.lower().replace(",", " ").split())
    for word in rest:
        wish = _with_word(wish, word, rest)
    return wish


def _with_word(wish: Wish, word: str, rest: Iterator[str]) -> Wish:
    plan = wish.plan
    if word == "in":
        return replace(wish, wait=_wait(next(rest, "")))
    if word == "teams":
        return replace(wish, plan=replace(plan, teams=2))
    if word in {"speed", "accuracy"}:
        scoring: Scoring = "speed" if word == "speed" else "accuracy"
        return replace(wish, plan=replace(plan, scoring=scoring))
    if word == "streaks":
        return replace(wish, plan=replace(plan, streaks=True))
    if span := _SPAN.fullmatch(word):
        return replace(wish, plan=replace(plan, seconds=_seconds(span)))
    if _NUMBER.fullmatch(word) and 1 <= int(word) <= MOST_QUESTIONS:
        return replace(wish, plan=replace(plan, count=int(word)))
    raise NotAPlan(word)


def _seconds(span: re.Match[str]) -> int:
    seconds = int(span[1]) * _SECONDS_IN[span[2]]
    if not SHORTEST_SECONDS <= seconds <= LONGEST_SECONDS:
        raise NotAPlan(span[0])
    return seconds


def _wait(word: str) -> float:
    span = _SPAN.fullmatch(word)
    seconds = int(span[1]) * _SECONDS_IN[span[2]] if span else 0
    if not 0 < seconds <= LONGEST_WAIT_SECONDS:
        raise NotAPlan(f"in {word}".strip())
    return float(seconds)


def _next(values: Sequence[T], present: T) -> T:
    if present not in values:
        return values[0]
    return values[(values.index(present) + 1) % len(values)]
