"""Messages on their way out, as the Bot API names their parts. Text comes in as finished HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.store.outbox import Attachment, Outgoing
from bot.telegram.callbacks import Button, encoded
from bot.telegram.markup import MESSAGE_LIMIT, Html, cut, italic, visible_length

QUESTION_LIMIT = 300
OPTION_LIMIT = 100
EXPLANATION_LIMIT = 200
TOAST_LIMIT = 200
REPEATED = italic("I can't tell whether this reached you, so here it is once more:") + "\n\n"


@dataclass(frozen=True, slots=True)
class Place:
    """Where to write: a chat, and in a forum group the topic."""

    chat: int
    thread: int | None = None

    @property
    def params(self) -> dict[str, Any]:
        """The place as parameters of a method."""
        return {"chat_id": self.chat} | (
            {"message_thread_id": self.thread} if self.thread is not None else {}
        )


@dataclass(frozen=True, slots=True)
class Key:
    """One button under a message: its label, and what pressing it means (or opens)."""

    label: str
    press: Button | None = None
    url: str | None = None

    @property
    def params(self) -> dict[str, str]:
        """The button as the Bot API's InlineKeyboardButton."""
        if self.press is not None:
            return {"text": self.label, "callback_data": encoded(self.press)}
        return {"text": self.label, "url": self.url or ""}


Keyboard = Sequence[Sequence[Key]]


def text(place: Place, html: Html, keyboard: Keyboard = (), *, purpose: str = "") -> Outgoing:
    """A message."""
    params = place.params | _body(html) | _markup(keyboard)
    return Outgoing(place.chat, "sendMessage", params, purpose)


def prompt(place: Place, html: Html, *, placeholder: str, reply_to: int | None) -> Outgoing:
    """A message whose answer is wanted as a reply: the bot hears replies in any group."""
    params = place.params | _body(html)
    params["reply_markup"] = {
        "force_reply": True,
        "selective": True,
        "input_field_placeholder": placeholder,
    }
    if reply_to is not None:
        params["reply_parameters"] = {"message_id": reply_to, "allow_sending_without_reply": True}
    return Outgoing(place.chat, "sendMessage", params)


def edit(
    place: Place, message: int, html: Html, keyboard: Keyboard = (), *, purpose: str = ""
) -> Outgoing:
    """A message's new text; without a keyboard the old one goes."""
    params = {"chat_id": place.chat, "message_id": message} | _body(html) | _markup(keyboard)
    return Outgoing(place.chat, "editMessageText", params, purpose)


def repeated(chat: int, params: Mapping[str, Any]) -> Outgoing | None:
    """A message once more, which says so; None for one that is a repetition already."""
    words = params.get("text", "")
    if words.startswith(REPEATED) or visible_length(Html(REPEATED + words)) > MESSAGE_LIMIT:
        return None
    return Outgoing(chat, "sendMessage", {**params, "text": REPEATED + words})


def toast(press: str, presser: int, words: str) -> Outgoing:
    """The short notice that answers a button press; it also stops the button's spinner."""
    params = {"callback_query_id": press} | ({"text": cut(words, TOAST_LIMIT)} if words else {})
    return Outgoing(presser, "answerCallbackQuery", params)


def document(place: Place, name: str, content: bytes, caption: Html) -> Outgoing:
    """A file."""
    return Outgoing(
        place.chat,
        "sendDocument",
        place.params | {"caption": caption, "parse_mode": "HTML"},
        attachment=Attachment("document", name, content),
    )


def photo(
    place: Place, name: str, content: bytes, caption: Html, keyboard: Keyboard = ()
) -> Outgoing:
    """A picture (PNG or JPEG)."""
    return Outgoing(
        place.chat,
        "sendPhoto",
        place.params | {"caption": caption, "parse_mode": "HTML"} | _markup(keyboard),
        attachment=Attachment("photo", name, content),
    )


def quiz_poll(  # noqa: PLR0913 - a poll has many parts
    place: Place,
    *,
    question: str,
    options: Sequence[str],
    key: int,
    explanation: str,
    purpose: str,
    seconds: int | None = None,
    is_shuffled: bool = False,
    keyboard: Keyboard = (),
) -> Outgoing:
    """A native quiz poll whose votes are told to the bot; ``key`` is the right option's place.

    With ``seconds`` Telegram closes it by itself after that time. Where it ``is_shuffled``,
    everybody sees the options in another order; votes name their places as they stand here.
    """
    one_line = " ".join(explanation.split())
    params = place.params | {
        "question": cut(question, QUESTION_LIMIT),
        "options": [{"text": cut(option, OPTION_LIMIT)} for option in options],
        "type": "quiz",
        "correct_option_ids": [key],
        "is_anonymous": False,
        "explanation": cut(one_line, EXPLANATION_LIMIT),
    }
    if seconds is not None:
        params["open_period"] = seconds
    if is_shuffled:
        params["shuffle_options"] = True
    return Outgoing(place.chat, "sendPoll", params | _markup(keyboard), purpose=purpose)


def stop_poll(chat: int, message: int, keyboard: Keyboard = ()) -> Outgoing:
    """The end of a poll: nobody can vote any more. Without a keyboard the old one goes."""
    params = {"chat_id": chat, "message_id": message}
    return Outgoing(chat, "stopPoll", params | _markup(keyboard))


def _body(html: Html) -> dict[str, Any]:
    return {"text": html, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def _markup(keyboard: Keyboard) -> dict[str, Any]:
    if not keyboard:
        return {}
    return {"reply_markup": {"inline_keyboard": [[key.params for key in row] for row in keyboard]}}
