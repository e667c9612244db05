"""Which lines no person can read: glyph codes, wrong encodings, figures without words, spaced letters."""

from __future__ import annotations

import re

LONGEST_WORD = 60
_LETTERS_SHARE = 0.4
_GLYPH = re.compile(r"\(cid:\d+\)|/[a-zA-Z]\d{1,3}(?=/|\s|$)|\ufffd|[\ue000-\uf8ff]")
_MISREAD = re.compile("[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€.")
_WORD = re.compile(r"\w+")
_FIGURES = re.compile(r"\d{4}|[\d.,:/%–-]+")


def is_broken(line: str) -> bool:
    """Say whether the line is damage rather than language."""
    tokens = line.split()
    return bool(tokens) and (
        _has_few_letters(line)
        or _has_wrong_characters(line)
        or _is_spaced_out(tokens)
        or _is_run_together(tokens)
    )


def _has_few_letters(line: str) -> bool:
    marks = [c for c in line if not c.isspace()]
    letters = sum(map(str.isalpha, marks))
    if letters == 0:
        return True
    return (
        letters < _LETTERS_SHARE * len(marks)
        and len(_WORD.findall(line)) > 3
        and not re.search(  # noqa: PLR2004
            r"[a-z]{3}", line
        )
    )


def _has_wrong_characters(line: str) -> bool:
    faults = len(_GLYPH.findall(line)) + len(_MISREAD.findall(line))
    return faults >= 2 and 20 * faults >= len(line.split())  # noqa: PLR2004 - one may be a slip


def _is_spaced_out(tokens: list[str]) -> bool:
    """Say whether single letters stand apart, as when letters are placed one by one."""
    return len(tokens) >= 8 and sum(len(token) == 1 for token in tokens) > 0.6 * len(tokens)  # noqa: PLR2004


def _is_run_together(tokens: list[str]) -> bool:
    longest = max(tokens, key=len)
    return (
        len(longest) > LONGEST_WORD
        and "/" not in longest
        and len(longest) > 0.5 * sum(map(len, tokens))
    )  # noqa: PLR2004
