"""Which lines nobody can read: glyph codes, wrong encodings, mere figures, spaced letters."""

from __future__ import annotations

import re

LONGEST_WORD = 60
_LETTERS_SHARE = 0.4
_FEW_WORDS = 3
_FAULTS_LEAST = 2
_LETTERS_LEAST = 8
_GLYPH = re.compile(r"\(cid:\d+\)|/[a-zA-Z]\d{1,3}(?=/|\s|$)|\ufffd|[\ue000-\uf8ff]")
_MISREAD = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€.")
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:c\. ?)?[12]\d{3}(?:s|\s?[-–/]\s?\d{2,4})?")


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
        return _YEAR.fullmatch(line) is None  # a chronicle is headed by years
    return (
        letters < _LETTERS_SHARE * len(marks)
        and len(_WORD.findall(line)) > _FEW_WORDS
        and not re.search(r"[a-z]{3}", line)
    )


def _has_wrong_characters(line: str) -> bool:
    faults = len(_GLYPH.findall(line)) + len(_MISREAD.findall(line))
    return faults >= _FAULTS_LEAST and 20 * faults >= len(line.split())


def _is_spaced_out(tokens: list[str]) -> bool:
    """Say whether single letters stand apart, as when letters are placed one by one."""
    return len(tokens) >= _LETTERS_LEAST and sum(len(token) == 1 for token in tokens) > 0.6 * len(
        tokens
    )


def _is_run_together(tokens: list[str]) -> bool:
    longest = max(tokens, key=len)
    return (
        len(longest) > LONGEST_WORD
        and "/" not in longest
        and len(longest) > 0.5 * sum(map(len, tokens))
    )
