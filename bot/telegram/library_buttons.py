"""Buttons under libraries and their questions. How buttons are written is the codec's business."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StudyLibrary:
    """Let this chat study a library."""

    library: int


@dataclass(frozen=True, slots=True)
class FollowClass:
    """Let this private chat study what its student's class studies."""


@dataclass(frozen=True, slots=True)
class CancelAddition:
    """Don't add the article that is being read."""

    addition: int


@dataclass(frozen=True, slots=True)
class RemoveArticle:
    """Take an article away: asks first (0), surely (1). Article 0 is none: keep all."""

    article: int
    confirmed: int


@dataclass(frozen=True, slots=True)
class ReviewLibrary:
    """Look over a library's questions."""

    library: int


@dataclass(frozen=True, slots=True)
class SkipEntry:
    """Look at the question after this one."""

    entry: int


@dataclass(frozen=True, slots=True)
class Approve:
    """Let a question be asked."""

    entry: int


@dataclass(frozen=True, slots=True)
class ApproveArticle:
    """Let all waiting questions of this question's article be asked."""

    entry: int


@dataclass(frozen=True, slots=True)
class Reject:
    """Never ask a question, for a reason counted from 1; 0 asks for the reason."""

    entry: int
    reason: int


@dataclass(frozen=True, slots=True)
class EditEntry:
    """Choose what of a question to write anew."""

    entry: int


@dataclass(frozen=True, slots=True)
class EditPart:
    """Write a part (its place in `PARTS`) of a question anew; again: choose the key."""

    entry: int
    part: int


@dataclass(frozen=True, slots=True)
class ChooseKey:
    """Make an option, counted from 0, the right one."""

    entry: int
    option: int


@dataclass(frozen=True, slots=True)
class ShowEntry:
    """Show a question for review again."""

    entry: int


@dataclass(frozen=True, slots=True)
class AskOnlyApproved:
    """Ask only approved questions of a library (1), or unseen sure ones too (0)."""

    library: int
    only: int


@dataclass(frozen=True, slots=True)
class ExportQuestions:
    """Send a library's questions as a file in a format, counted from 0."""

    library: int
    format: int


LibraryButton = StudyLibrary | FollowClass | CancelAddition | RemoveArticle
ReviewButton = (
    ReviewLibrary
    | SkipEntry
    | Approve
    | ApproveArticle
    | Reject
    | EditEntry
    | EditPart
    | ChooseKey
    | ShowEntry
    | AskOnlyApproved
    | ExportQuestions
)

ACTIONS: dict[str, type[LibraryButton | ReviewButton]] = {
    "study": StudyLibrary,
    "follow": FollowClass,
    "cancel": CancelAddition,
    "remove": RemoveArticle,
    "bank": ReviewLibrary,
    "skip": SkipEntry,
    "approve": Approve,
    "approveall": ApproveArticle,
    "reject": Reject,
    "edit": EditEntry,
    "part": EditPart,
    "key": ChooseKey,
    "entry": ShowEntry,
    "approved": AskOnlyApproved,
    "exportq": ExportQuestions,
}
