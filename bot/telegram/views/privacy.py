"""How the bot speaks of what it keeps."""

from __future__ import annotations

from bot.store.outbox import Outgoing
from bot.telegram.callbacks import ForgetMe
from bot.telegram.markup import Html, bold, escape, joined
from bot.telegram.messages import Key, Place, document, edit, text


def privacy(place: Place) -> Outgoing:
    """What is kept, why, and how to be rid of it."""
    return text(place, joined([bold("What I keep about you"), escape(_KEPT)]))


def export(place: Place, content: bytes) -> Outgoing:
    """The player's data as a file."""
    return document(place, "gobbet-my-data.json", content, escape("Everything I keep about you."))


def ask_before_forgetting(place: Place) -> Outgoing:
    """After /forget: nothing is erased without a second word."""
    words = (
        "This erases your answers, scores and questions, here and on every board. "
        "It can't be undone. /export first, if you want a copy."
    )
    keyboard = [[Key("Erase everything", ForgetMe(1)), Key("Keep it", ForgetMe(0))]]
    return text(place, escape(words), keyboard)


def forgotten(place: Place, message: int) -> Outgoing:
    """After the erasure."""
    return edit(place, message, escape("Done. I have erased everything I kept about you."))


def kept(place: Place, message: int) -> Outgoing:
    """After "Keep it"."""
    return edit(place, message, Html("Nothing was erased."))


_KEPT = """\
• your Telegram id and name, to show your score;
• your answers to quiz questions, with their time, and the rounds you played;
• the questions you asked me, for 30 days, so that “More on this” works.

Apart from that, your messages are deleted two days after I answered them, and backups after a \
week. Nothing is sold or shared; there are no advertisements and no outside services.

Boards in groups show your name and points to that group. Who ran a round, and its group's \
administrators, can see in a report which answers you chose.

/export sends you everything as a file. /forget erases it, from backups too."""
