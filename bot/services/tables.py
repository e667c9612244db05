"""A report as tables for spreadsheets (CSV, UTF-8 with a mark that spreadsheets recognise)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from bot.services.reporting import QuestionReport, Report

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
Cell = str | int | float | None


def questions(report: Report) -> bytes:
    """A line for each question."""
    header = (
        "number", "question", "right answer", "joined", "answered", "right", "share right",
        "95 % from", "95 % to", "discrimination", "efficiency", "seconds open", "flags",
        "counts", "wrong options chosen",
    )  # fmt: skip
    return _table([header, *map(_question, report.questions)])


def students(report: Report) -> bytes:
    """A line for each student."""
    header = ("student", "rounds", "asked", "answered", "right", "share right")
    lines = [
        (s.name, s.rounds, s.played, s.answered, s.right, _rounded(s.right / max(1, s.played)))
        for s in report.students
    ]
    return _table([header, *lines])


def safe(cell: Cell) -> Cell:
    """The cell with an apostrophe before what a spreadsheet would take for a formula.

    After OWASP's advice on CSV injection; numbers stay numbers.
    """
    if isinstance(cell, str) and cell.lstrip(" \u00a0\ufeff").startswith(_FORMULA_STARTS):
        return f"'{cell}"
    return cell


def _question(of: QuestionReport) -> Sequence[Cell]:
    low, high = of.share.interval
    wrong = "; ".join(
        f"{o.text}: {', '.join(o.players)}" for o in of.options if not o.is_key and o.players
    )
    return (
        of.number, of.question.stem, of.question.answer, of.share.whole, of.answered,
        of.share.part, _rounded(of.share.value), _rounded(low), _rounded(high),
        _rounded(of.discrimination), _rounded(of.efficiency), _rounded(of.seconds), of.flags,
        "no" if of.is_doubted else "yes", wrong,
    )  # fmt: skip


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _table(lines: Iterable[Sequence[Cell]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([safe(cell) for cell in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")
