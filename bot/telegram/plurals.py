"""Things with their number, as people say it: 1 question, 2 questions."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """How many of what, for nouns whose plural ends in s."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
