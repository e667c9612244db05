"""CSV for spreadsheets: a row a question, safe to open, and read back whole.

A cell that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236); reading
takes it off again. The column ``gobbet`` holds what a spreadsheet has no form for: evidence
and bounds.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from pydantic import TypeAdapter, ValidationError

from knowledge.errors import QuestionsUnreadable
from knowledge.models import Citation, Expected, Question
from knowledge.questions.exchange import drafts
from knowledge.questions.exchange.drafts import Imported, Item, Problem, Rejected
from knowledge.questions.exchange.texts import one_line, plain

_COLUMNS = ("id", "kind", "tier", "title", "stem")
_LAST = ("key", "answer", "accept", "explanation", "source", "quote", "gobbet")
_OTHER_NAMES = {
    "question": "stem", "question text": "stem", "correct": "key", "correct answer": "key",
    "right": "key", "feedback": "explanation", "name": "title",
}  # fmt: skip
_OPTION = re.compile(r"(?:option|answer|choice)[ _]?(\d{1,2}|[a-z])")
_FORMULA = re.compile(r"'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]|'*[\t\r\n]")
_DELIMITERS = ",;\t"
_KEY_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """What only Gobbet knows about a question."""

    citations: tuple[Citation, ...] = ()
    expected: Expected | None = None


_EVIDENCE = TypeAdapter(Evidence)


def write(questions: Iterable[Question]) -> str:
    """Return the questions as a CSV file with a line of column names."""
    asked = list(questions)
    most = max((len(question.options) for question in asked), default=0)
    options = [f"option_{n}" for n in range(1, max(most, 4) + 1)]
    out = io.StringIO(newline="")
    rows = csv.DictWriter(out, [*_COLUMNS, *options, *_LAST], lineterminator="\r\n")
    rows.writeheader()
    for question in asked:
        rows.writerow({name: _safe(cell) for name, cell in _cells(question).items()})
    return "\ufeff" + out.getvalue()


def _cells(question: Question) -> dict[str, str]:
    first = question.citations[0] if question.citations else None
    evidence = Evidence(question.citations, question.expected)
    return {
        "id": one_line(question.id),
        "kind": question.kind,
        "tier": question.tier,
        "title": one_line(question.title),
        "stem": question.stem,
        **{f"option_{n}": option for n, option in enumerate(question.options, 1)},
        "key": str(question.key + 1) if question.options else "",
        "answer": question.answer,
        "accept": "\n".join(map(one_line, question.accept)),
        "explanation": question.explanation,
        "source": first.source or first.title if first else "",
        "quote": first.quote if first else "",
        "gobbet": _EVIDENCE.dump_json(evidence).decode() if evidence != Evidence() else "",
    }


def _safe(cell: str) -> str:
    text = plain(cell)
    return f"'{text}" if _FORMULA.match(text) else text


def _unsafe(cell: str) -> str:
    """Take off the apostrophe that ``_safe`` put before a formula."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def read(text: str) -> Imported:
    """Return the questions of a CSV file, and a problem for each row that isn't one.

    Columns are known by their names (``stem`` or ``question``, ``option_1`` …, ``key`` as number,
    letter or option, ``answer``, ``accept``, ``explanation``). Raises
    ``QuestionsUnreadable``.
    """
    questions: list[Question] = []
    problems: list[Problem] = []
    for line, cells in _rows(text.removeprefix("\ufeff")):
        if isinstance(cells, Problem):
            problems.append(cells)
            break
        try:
            questions.append(_question(cells))
        except Rejected as reason:
            problems.append(Problem(line, str(reason)))
    return Imported(tuple(questions), tuple(problems))


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str] | Problem]]:
    """Yield the rows with content and the lines that they begin on; a torn one ends the file."""
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    names: list[str] | None = None
    line = 1
    try:
        for row in rows:
            if names is None:
                names = _names(row)
            elif any(cell.strip() for cell in row):
                yield line, dict(zip(names, map(_unsafe, row), strict=False))
            line = rows.line_num + 1
    except csv.Error as error:
        yield line, Problem(line, f"the table is torn here ({error}).")
    if names is None:
        raise QuestionsUnreadable("the file is empty")


def _names(row: Sequence[str]) -> list[str]:
    names = [_OTHER_NAMES.get(name, name) for name in (one_line(cell).lower() for cell in row)]
    if "stem" not in names:
        raise QuestionsUnreadable("its first line names no column 'stem' or 'question'")
    return names


def _question(cells: Mapping[str, str]) -> Question:
    item = Item(*(cells.get(name, "") for name in ("stem", "title", "explanation", "id")))
    options = [text for text in _options(cells) if plain(text)]
    accept = [text for text in cells.get("accept", "").split("\n") if text.strip()]
    answer = cells.get("answer", "")
    evidence = _evidence(cells.get("gobbet", ""))
    if options:
        made = drafts.choice(item, options, _key(cells.get("key") or answer, options))
        made = replace(made, accept=tuple(map(plain, accept)), answer=plain(answer) or made.answer)
    else:
        made = drafts.typed(item, [answer, *accept])
    return replace(
        made,
        kind=one_line(cells.get("kind", "")) or made.kind,
        tier="safe" if cells.get("tier") == "safe" else "draft",
        citations=evidence.citations,
        expected=evidence.expected,
    )


def _options(cells: Mapping[str, str]) -> list[str]:
    numbered = [
        (found[1], text) for name, text in cells.items() if (found := _OPTION.fullmatch(name))
    ]
    return [text for _, text in sorted(numbered, key=lambda each: (len(each[0]), each[0]))]


def _key(cell: str, options: Sequence[str]) -> int:
    """Return the place of the right option, named by its number, its letter or its text."""
    named = plain(cell)
    texts = [plain(option).casefold() for option in options]
    if named.casefold() in texts and not named.isdecimal():
        return texts.index(named.casefold())
    if named.isdecimal():
        return int(named) - 1 if len(named) <= _KEY_DIGITS else -1
    return ascii_lowercase.find(named.lower()) if len(named) == 1 else -1


def _evidence(cell: str) -> Evidence:
    try:
        return _EVIDENCE.validate_json(cell) if cell else Evidence()
    except ValidationError:
        raise Rejected("its column 'gobbet' was changed; empty that cell to import it.") from None
