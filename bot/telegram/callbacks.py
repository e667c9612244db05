"""Button data: values with a wire format of at most 64 bytes, ``v1:<action>[:<number>]*``.

Buttons outlive the program that made them. Data that cannot be read any more decodes to None,
and the presser is told; nothing secret (a key, somebody's id) is ever put into it.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

from bot.quiz.plan import Setting
from bot.telegram import library_buttons
from bot.telegram.library_buttons import LibraryButton, ReviewButton

_VERSION = "v1"


@dataclass(frozen=True, slots=True)
class More:
    """Show the answer to an earlier question that comes after ``number`` better ones."""

    ask: int
    number: int


@dataclass(frozen=True, slots=True)
class ShowContext:
    """Show the passage around the quote of such an answer."""

    ask: int
    number: int


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


@dataclass(frozen=True, slots=True)
class JoinRound:
    """Play in a round, in this team (from 1; 0 without teams)."""

    round: int
    team: int


@dataclass(frozen=True, slots=True)
class LeaveRound:
    """Don't play after all."""

    round: int


@dataclass(frozen=True, slots=True)
class ChangeRound:
    """Give a setting (its place in `SETTINGS`) of a round its next value."""

    round: int
    setting: int


@dataclass(frozen=True, slots=True)
class ListTopics:
    """Show what a round can be about."""

    round: int


@dataclass(frozen=True, slots=True)
class ChooseTopic:
    """Make a round about this article of the library, counted from 1; 0 for all."""

    round: int
    article: int


@dataclass(frozen=True, slots=True)
class StartRound:
    """Begin a round."""

    round: int


@dataclass(frozen=True, slots=True)
class ShowCode:
    """Post the picture to join a round from."""

    round: int


@dataclass(frozen=True, slots=True)
class PauseRound:
    """Wait after the open question."""

    round: int


@dataclass(frozen=True, slots=True)
class ResumeRound:
    """Go on after a pause."""

    round: int


@dataclass(frozen=True, slots=True)
class StopRound:
    """End a round, or call its lobby off."""

    round: int


@dataclass(frozen=True, slots=True)
class DoubtKey:
    """The presser thinks that a posted question's key is wrong."""

    post: int


@dataclass(frozen=True, slots=True)
class SettleDoubt:
    """Confirm a doubted key (1) or drop the question (0)."""

    post: int
    is_right: int


@dataclass(frozen=True, slots=True)
class ShowTop:
    """Show the group's board of so many days; 0 for all time."""

    days: int


@dataclass(frozen=True, slots=True)
class ReportRound:
    """Report on a round; 0 for all rounds of the presser."""

    round: int


SETTINGS: tuple[Setting, ...] = ("count", "seconds", "scoring", "streaks", "teams")
"""The settings that `ChangeRound` counts."""

RoundButton = (
    JoinRound
    | LeaveRound
    | ChangeRound
    | ListTopics
    | ChooseTopic
    | StartRound
    | ShowCode
    | PauseRound
    | ResumeRound
    | StopRound
)
Button = (
    More
    | ShowContext
    | StartQuiz
    | ShowSources
    | AskExample
    | ForgetMe
    | RoundButton
    | DoubtKey
    | SettleDoubt
    | ShowTop
    | ReportRound
    | LibraryButton
    | ReviewButton
)

_ACTIONS: dict[str, type[Button]] = {
    "more": More,
    "context": ShowContext,
    "quiz": StartQuiz,
    "sources": ShowSources,
    "example": AskExample,
    "forget": ForgetMe,
    "join": JoinRound,
    "leave": LeaveRound,
    "change": ChangeRound,
    "topics": ListTopics,
    "topic": ChooseTopic,
    "start": StartRound,
    "code": ShowCode,
    "pause": PauseRound,
    "resume": ResumeRound,
    "stop": StopRound,
    "doubt": DoubtKey,
    "settle": SettleDoubt,
    "top": ShowTop,
    "report": ReportRound,
    **library_buttons.ACTIONS,
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
