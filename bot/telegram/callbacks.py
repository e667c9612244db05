"""Button data: values with a wire format of at most 64 bytes, ``v1:<action>[:<number>]*``.

Buttons outlive the program that made them. Data that cannot be read any more decodes to None,
and the presser is told; nothing secret (a key, somebody's id) is ever put into it.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

_VERSION = "v1"


@dataclass(frozen=True, slots=True)
class More:
    """Show what else stands in the library about an earlier question, from hit ``start`` on."""

    ask: int
    start: int


@dataclass(frozen=True, slots=True)
class StartQuiz:
    """Begin a practice of ``count`` questions."""

    count: int


@dataclass(frozen=True, slots=True)
class ShowSources:
    """List the articles."""


@dataclass(frozen=True, slots=True)
class AskExample:
    """Show what asking looks like."""


@dataclass(frozen=True, slots=True)
class ForgetMe:
    """Erase the presser's data (1) or leave it (0)."""

    confirmed: int


Button = More | StartQuiz | ShowSources | AskExample | ForgetMe

_ACTIONS: dict[str, type[Button]] = {
    "more": More,
    "quiz": StartQuiz,
    "sources": ShowSources,
    "example": AskExample,
    "forget": ForgetMe,
}
_NAMES = {kind: name for name, kind in _ACTIONS.items()}


def encoded(button: Button) -> str:
    """The button's wire form."""
    return ":".join([_VERSION, _NAMES[type(button)], *(str(n) for n in astuple(button))])


def decoded(data: str) -> Button | None:
    """The button that was pressed; None for data of another version, or that nobody made."""
    version, _, rest = data.partition(":")
    name, *numbers = rest.split(":")
    kind = _ACTIONS.get(name)
    if version != _VERSION or kind is None or not all(_is_number(n) for n in numbers):
        return None
    try:
        return kind(*(int(number) for number in numbers))
    except TypeError:  # too few or too many numbers for this action
        return None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()
