"""How questions leave as files, and what is said where they can't."""

from __future__ import annotations

from bot.store.libraries import StoredLibrary
from bot.store.outbox import Outgoing
from bot.telegram.library_buttons import ExportQuestions
from bot.telegram.markup import escape
from bot.telegram.messages import Key, Place, document, text
from bot.telegram.plurals import counted
from knowledge.questions.exchange import FORMATS, Exported


def formats(place: Place, library: StoredLibrary) -> Outgoing:
    """After a bare /export_questions."""
    keys = [[Key(name, ExportQuestions(library.id, n))] for n, name in enumerate(FORMATS)]
    return text(
        place, escape("As which kind of file? Moodle reads the first three, Anki the last."), keys
    )


def exported(place: Place, name: str, made: Exported) -> Outgoing:
    """The questions as a file, with a word on those that its format can't hold."""
    words = f"{counted(made.count, 'question')}. {made.loss}".strip()
    return document(place, name, made.content, escape(words))


def nothing_fits(place: Place, loss: str) -> Outgoing:
    """Where a format can hold none of the questions; Telegram takes no empty file."""
    return text(place, escape(f"The file would be empty. {loss}"))


def nothing_to_export(place: Place) -> Outgoing:
    """Where the library has no question that may be asked."""
    return text(
        place, escape("No question here may be asked yet. /review shows what waits for you.")
    )
