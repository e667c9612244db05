"""Pieces of patterns over plain sentences that several kinds of definitions share."""

from __future__ import annotations

WORD = r"[^\W\d_][\w’'-]*"
TERM = rf"(?P<term>{WORD}(?: {WORD}){{0,3}}?)"
ARTICLE = r"(?:(?:[Tt]he|[Aa]n?) )?"
CALLED = (
    r"(?:(?:often|also|commonly|usually|sometimes|generally|then|therefore) )?"
    r"(?:called|known as|termed|referred to as)"
)
