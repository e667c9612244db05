"""Checks what hangs below a message: inline keyboards, reply keyboards, forced replies."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ValidationError

from bot.playground.errors import BadRequest
from bot.playground.methods.parameters import Shape
from bot.playground.wire import Json

MOST_BUTTONS = 100
MOST_BUTTONS_IN_A_ROW = 8
MOST_DATA_BYTES = 64
_ADDRESSES = ("http://", "https://", "tg://")


class InlineButton(Shape):
    """An InlineKeyboardButton: a text and exactly one thing it does."""

    text: str
    url: str | None = None
    callback_data: str | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None
    copy_text: Json | None = None
    style: Literal["danger", "success", "primary"] | None = None
    icon_custom_emoji_id: str | None = None

    def check(self) -> None:
        """Raise BadRequest unless Telegram would take this button."""
        deeds = set(self.as_json()) - {"text", "style", "icon_custom_emoji_id"}
        if not self.text:
            raise BadRequest("can't parse inline keyboard button: Text must be non-empty")
        if not deeds:
            raise BadRequest(
                "can't parse inline keyboard button: "
                "Text buttons are unallowed in the inline keyboard"
            )
        if len(deeds) > 1:
            raise BadRequest(f"inline keyboard button does several things: {sorted(deeds)}")
        if self.callback_data is not None:
            size = len(self.callback_data.encode())
            if not 1 <= size <= MOST_DATA_BYTES:
                raise BadRequest("BUTTON_DATA_INVALID")
        if self.url is not None and not self.url.startswith(_ADDRESSES):
            raise BadRequest(f"inline keyboard button URL '{self.url}' is invalid: Wrong HTTP URL")


class InlineKeyboard(Shape):
    """An InlineKeyboardMarkup."""

    inline_keyboard: list[list[InlineButton]]

    def check(self) -> None:
        """Raise BadRequest unless Telegram would take this keyboard."""
        for row in self.inline_keyboard:
            if len(row) > MOST_BUTTONS_IN_A_ROW:
                raise BadRequest(f"BUTTON_ROW_INVALID: at most {MOST_BUTTONS_IN_A_ROW} in a row")
            for button in row:
                button.check()
        if sum(map(len, self.inline_keyboard)) > MOST_BUTTONS:
            raise BadRequest("REPLY_MARKUP_TOO_LONG")


class ForceReply(Shape):
    """A ForceReply."""

    force_reply: Literal[True]
    input_field_placeholder: str | None = None
    selective: bool | None = None


class ReplyKeyboard(Shape):
    """A ReplyKeyboardMarkup."""

    keyboard: list[list[Json | str]]
    is_persistent: bool | None = None
    resize_keyboard: bool | None = None
    one_time_keyboard: bool | None = None
    input_field_placeholder: str | None = None
    selective: bool | None = None


class ReplyKeyboardRemove(Shape):
    """A ReplyKeyboardRemove."""

    remove_keyboard: Literal[True]
    selective: bool | None = None


_KINDS: dict[str, type[Shape]] = {
    "inline_keyboard": InlineKeyboard,
    "force_reply": ForceReply,
    "keyboard": ReplyKeyboard,
    "remove_keyboard": ReplyKeyboardRemove,
}


def checked_markup(given: Json | None) -> Json | None:
    """A reply_markup of any kind that Telegram would take."""
    if not given:
        return None
    for key, kind in _KINDS.items():
        if key in given:
            return _checked(kind, given)
    raise BadRequest("object expected as reply markup")


def checked_inline_keyboard(given: Json | None) -> Json | None:
    """An inline keyboard, the only thing an edited message may carry."""
    if given and "inline_keyboard" not in given:
        raise BadRequest("inline keyboard expected")
    return checked_markup(given)


def _checked(kind: type[Shape], given: Json) -> Json | None:
    try:
        markup: Any = kind.model_validate(given)
    except ValidationError as problem:
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadRequest(f"can't parse reply markup: {where}: {first['msg']}") from problem
    if isinstance(markup, InlineKeyboard):
        markup.check()
        if not any(markup.inline_keyboard):
            return None
    shown: Json = markup.as_json()
    return shown
