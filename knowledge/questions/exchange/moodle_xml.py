"""Moodle XML: choices, true or false, typed answers and numbers, both ways.

Texts are written as ``plain_text``: Moodle shows them literally, and nothing in them is markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from knowledge.errors import QuestionsUnreadable
from knowledge.models import Question
from knowledge.questions.exchange import drafts
from knowledge.questions.exchange.drafts import Imported, Item, Problem, Rejected
from knowledge.questions.exchange.texts import from_html, one_line, plain

_RIGHT = 100.0
_NOT_ASKED = frozenset({"category"})
_UNASKABLE = {
    "essay": "it wants an essay, which can't be graded.",
    "description": "it is a description: nothing is asked.",
    "matching": "it matches pairs, which can't be asked in a poll.",
    "cloze": "it has several gaps, which can't be asked in a poll.",
}


def write(questions: Iterable[Question]) -> bytes:
    """Return the questions as a Moodle XML file."""
    quiz = etree.Element("quiz")
    for question in questions:
        quiz.append(_element(question))
    return bytes(etree.tostring(quiz, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _element(question: Question) -> Any:
    expected = question.expected
    is_number = expected is not None and expected.kind == "quantity"
    kind = "multichoice" if question.options else "numerical" if is_number else "shortanswer"
    element = etree.Element("question", type=kind)
    _texts(etree.SubElement(element, "name"), one_line(question.title))
    _texts(_plain(element, "questiontext"), question.stem)
    _texts(_plain(element, "generalfeedback"), question.explanation)
    etree.SubElement(element, "defaultgrade").text = "1"
    etree.SubElement(element, "idnumber").text = one_line(question.id)
    if question.options:
        etree.SubElement(element, "single").text = "true"
        etree.SubElement(element, "shuffleanswers").text = "true"
        for n, option in enumerate(question.options):
            _answer(element, option, right=n == question.key)
    elif is_number and expected:
        middle, tolerance = (expected.low + expected.high) / 2, (expected.high - expected.low) / 2
        answer = _answer(element, repr(middle), right=True)
        etree.SubElement(answer, "tolerance").text = repr(tolerance)
    else:
        etree.SubElement(element, "usecase").text = "0"
        for text in (question.answer, *question.accept):
            _answer(element, text, right=True)
    return element


def _plain(parent: Any, name: str) -> Any:
    return etree.SubElement(parent, name, format="plain_text")


def _texts(parent: Any, text: str) -> None:
    etree.SubElement(parent, "text").text = plain(text)


def _answer(parent: Any, text: str, *, right: bool) -> Any:
    answer = etree.SubElement(
        parent, "answer", fraction="100" if right else "0", format="plain_text"
    )
    _texts(answer, text)
    return answer


def read(content: bytes) -> Imported:
    """Return the questions of a Moodle XML file, and a problem for each that can't be asked.

    Raises ``QuestionsUnreadable`` where the file is no quiz in XML at all.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=True
    )
    if b"<!ENTITY" in content:
        raise QuestionsUnreadable("the file defines entities of its own, as Moodle never does")
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None or root.tag != "quiz":
        raise QuestionsUnreadable("it is no XML file whose outermost element is 'quiz'")
    questions: list[Question] = []
    problems = [
        Problem(error.line, f"the XML is broken here ({error.message.strip()}).")
        for error in parser.error_log[:20]
    ]
    for element in root.iter("question"):
        try:
            if element.get("type") not in _NOT_ASKED:
                questions.append(_question(element))
        except Rejected as reason:
            problems.append(Problem(element.sourceline or 1, str(reason)))
    return Imported(tuple(questions), tuple(sorted(problems, key=lambda each: each.line)))


def _question(element: Any) -> Question:
    kind = element.get("type", "")
    item = Item(
        stem=_text(element.find("questiontext")),
        title=_text(element.find("name")),
        explanation=_text(element.find("generalfeedback")),
        id=element.findtext("idnumber") or "",
    )
    answers = [(_number(each.get("fraction")), each) for each in element.findall("answer")]
    right = [each for fraction, each in answers if fraction == _RIGHT]
    if kind == "multichoice":
        if element.findtext("single", "true").strip() in {"false", "0"} and len(right) != 1:
            raise Rejected("several of its options are right together.")
        options = [_text(each) for _, each in answers]
        keys = [n for n, (fraction, _) in enumerate(answers) if fraction == _RIGHT]
        return drafts.choice(item, options, keys[0] if keys else -1)
    if kind == "truefalse":
        true = any(_text(each).lower() == "true" for each in right)
        return drafts.choice(item, ("True", "False"), 0 if true else 1 if right else -1)
    if kind == "numerical" and right:
        return drafts.numeric(item, *_range(right[0]))
    if kind == "shortanswer":
        return drafts.typed(item, [_text(each) for each in right])
    raise Rejected(_UNASKABLE.get(kind, f"its type {kind[:40]!r} can't be asked."))


def _text(element: Any) -> str:
    """Return an element's text; Moodle takes it for HTML unless it says otherwise."""
    if element is None:
        return ""
    text = element.findtext("text") or ""
    is_markup = element.tag != "name" and element.get("format", "html") in {
        "html",
        "moodle_auto_format",
    }
    return from_html(text) if is_markup else plain(text)


def _range(answer: Any) -> tuple[float, float]:
    middle = _number(_text(answer))
    tolerance = _number(answer.findtext("tolerance") or "0")
    return middle - abs(tolerance), middle + abs(tolerance)


def _number(text: str | None) -> float:
    try:
        return float(text or "")
    except ValueError:
        raise Rejected(f"{(text or '')[:40]!r} is no number.") from None
