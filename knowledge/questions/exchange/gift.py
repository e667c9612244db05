"""GIFT, Moodle's text format: choices, typed answers and numbers, both ways.

Grammar and order of recognition follow Moodle's own reader (``question/format/gift/format.php``).
Weights between 0 and 100 % and the feedback of single options have no counterpart here; they are
passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.models import Question
from knowledge.questions.exchange import drafts
from knowledge.questions.exchange.drafts import Imported, Item, Problem, Rejected
from knowledge.questions.exchange.texts import from_html, one_line, plain

_ESCAPED = "\\#=~{}:"
_HIDING = {char: chr(0xFDD0 + n) for n, char in enumerate(_ESCAPED + "\n")}
"""Escaped characters hide behind code points that no text may hold, until the marks are read."""
_REVEALING = str.maketrans({hidden: char for char, hidden in _HIDING.items()})
_ESCAPE = re.compile(r"\\([\\#=~{}:n])")
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")
_ID = re.compile(r"\[id:((?:[^\]\\]|\\.){0,200})\]")
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d*)?)%")
_TRUTH = {"T": 0, "TRUE": 0, "F": 1, "FALSE": 1}
_NUMBER = re.compile(r"[-+]?\d{1,15}(?:\.\d{0,15})?(?:[eE][-+]?\d{1,2})?")
_RIGHT = 100.0


def write(questions: Iterable[Question]) -> str:
    """Return the questions as a GIFT file."""
    return "\n".join(_block(question) for question in questions)


def read(text: str) -> Imported:
    """Return the questions of a GIFT file, and a problem for each block that isn't one."""
    questions: list[Question] = []
    problems: list[Problem] = []
    for line, block in _blocks(text):
        try:
            questions.extend(_question(block))
        except Rejected as reason:
            problems.append(Problem(line, str(reason)))
    return Imported(tuple(questions), tuple(problems))


def _block(question: Question) -> str:
    expected = question.expected
    is_number = bool(expected and expected.kind == "quantity" and not question.options)
    title = f"::{_escaped(one_line(question.title))}::" if question.title else ""
    lines = [_identified(question), f"{title}[plain]{_escaped(question.stem)}{{"]
    if is_number and expected:
        lines[1] += f"#{expected.low!r}..{expected.high!r}"
    elif question.options:
        lines += [
            f"\t{'=' if n == question.key else '~'}{_part(option)}"
            for n, option in enumerate(question.options)
        ]
    else:
        lines += [f"\t=%100%{_part(answer)}" for answer in (question.answer, *question.accept)]
    if question.explanation:
        lines.append(f"\t####{_part(question.explanation)}")
    return "\n".join([*filter(None, lines), "}", ""])


def _identified(question: Question) -> str:
    escaped = re.sub(r"([]\\])", r"\\\1", one_line(question.id))
    return f"// [id:{escaped}]" if escaped else ""


def _part(text: str) -> str:
    """Escape ``text``, and guard it where it would be taken for a format's name or a weight."""
    guarded = "[plain]" if plain(text).startswith(("[", "%")) else ""
    return guarded + _escaped(text)


def _escaped(text: str) -> str:
    return "".join("\\n" if c == "\n" else f"\\{c}" if c in _ESCAPED else c for c in plain(text))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands between blank lines, with the number of its first line."""
    block: list[str] = []
    start = 1
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            start = start if block else number
            block.append(line)
        elif block:
            yield start, "\n".join(block)
            block = []


def _question(block: str) -> Iterator[Question]:
    """Yield the block's question, if it has one: comments and categories have none."""
    lines = block.split("\n")
    comments = [line for line in lines if line.strip().startswith("//")]
    text = "\n".join(line for line in lines if not line.strip().startswith("//")).strip()
    if not text or text.startswith("$CATEGORY:"):
        return
    named = _ID.search("\n".join(comments))
    known = re.sub(r"\\(.)", r"\1", named[1]) if named else ""
    hidden = _ESCAPE.sub(lambda m: _HIDING["\n" if m[1] == "n" else m[1]], text)
    title, rest = _title(hidden)
    stem, answers = _parted(rest)
    answers, _, explanation = _rsplit(answers, "####")
    form, stem = _formatted(stem)
    item = Item(stem, _shown(title, ""), _text(explanation, form), known)
    yield _answered(item, answers.strip(), form)


def _title(text: str) -> tuple[str, str]:
    if not text.startswith("::"):
        return "", text
    title, mark, rest = text[2:].partition("::")
    return (title, rest.strip()) if mark else ("", text[2:])


def _parted(text: str) -> tuple[str, str]:
    """Part the stem from the answers in braces; words behind them make it a gap to fill."""
    start, end = text.find("{"), text.find("}")
    if start < 0 and end < 0:
        raise Rejected("it is a description: nothing is asked.")
    if start < 0 or end < start:
        raise Rejected("its braces { } don't match.")
    before, after = text[:start], text[end + 1 :]
    return f"{before}{'_____' if after.strip() else ''}{after}", text[start + 1 : end].strip()


def _rsplit(text: str, mark: str) -> tuple[str, str, str]:
    before, found, after = text.rpartition(mark)
    return (before, found, after) if found else (text, "", "")


def _formatted(text: str) -> tuple[str, str]:
    """Return the name of the text's format and the text itself, shown plainly."""
    found = _FORMAT.match(text.strip())
    return (found[1] if found else ""), _text(text, "")


def _text(text: str, form: str) -> str:
    found = _FORMAT.match(text.strip())
    return _shown(text.strip()[found.end() :] if found else text, found[1] if found else form)


def _shown(text: str, form: str) -> str:
    revealed = text.strip().translate(_REVEALING)
    return from_html(revealed) if form == "html" else plain(revealed)


def _answered(item: Item, answers: str, form: str) -> Question:
    if not answers:
        raise Rejected("it wants an essay, which can't be graded.")
    if answers.startswith("#"):
        return drafts.numeric(item, *_range(answers[1:]))
    if "~" in answers:
        return _choice(item, answers, form)
    if _is_matching(answers):
        raise Rejected("it matches pairs, which can't be asked in a poll.")
    truth = answers.partition("#")[0].strip()
    if truth in _TRUTH:
        return drafts.choice(item, ("True", "False"), _TRUTH[truth])
    parts = [_weighed(part, form) for part in answers.split("=") if part.strip()]
    return drafts.typed(item, [text for weight, text in parts if weight in {None, _RIGHT}])


def _is_matching(answers: str) -> bool:
    """Say whether all answers are pairs; only typed answers have weights."""
    pairs = [part.strip() for part in answers.split("=") if part.strip()]
    return "=" in answers and all("->" in pair and not pair.startswith("%") for pair in pairs)


def _choice(item: Item, answers: str, form: str) -> Question:
    parts = [part for part in re.split("(?=[~=])", answers) if part.strip()]
    weighed = [_weighed(part.lstrip("~="), form) for part in parts]
    right = [n for n, part in enumerate(parts) if part.startswith("=") or weighed[n][0] == _RIGHT]
    if len(right) > 1 or (not right and any((weight or 0) > 0 for weight, _ in weighed)):
        raise Rejected("several of its options are right together.")
    return drafts.choice(item, [text for _, text in weighed], right[0] if right else -1)


def _weighed(part: str, form: str) -> tuple[float | None, str]:
    part = part.strip()
    weight = _WEIGHT.match(part)
    text = part[weight.end() :] if weight else part
    return (float(weight[1]) if weight else None), _text(text.partition("#")[0], form)


def _range(text: str) -> tuple[float, float]:
    """Return the bounds that a numeric answer allows, such as "3..4", "3.5:0.5" or "=%100%3"."""
    parts: Sequence[str] = [part.strip() for part in text.split("=") if part.strip()]
    if len(parts) != 1:
        raise Rejected("it has several numbers as answers, or none.")
    answer = _WEIGHT.sub("", parts[0].partition("~")[0].translate(_REVEALING), count=1)
    answer = answer.partition("#")[0].strip()
    low, dots, high = answer.partition("..")
    if dots:
        return _number(low), _number(high)
    middle, _, margin = answer.partition(":")
    tolerance = _number(margin or "0")
    return _number(middle) - tolerance, _number(middle) + tolerance


def _number(text: str) -> float:
    if not _NUMBER.fullmatch(text.strip()):
        raise Rejected(f"{text.strip()[:40]!r} is no number.")
    return float(text)
