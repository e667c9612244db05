"""What a bot means by a text with a parse mode or with entities."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.playground.errors import BadRequest
from bot.playground.markup import parsed_html
from bot.playground.methods.parameters import Shape
from bot.playground.text import Formatted, in_reading_order, utf16_length
from bot.playground.wire import Json

MOST_ENTITIES = 100


class MessageEntity(Shape):
    """A part of a text that is special."""

    type: Literal[
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    ]
    offset: int = Field(ge=0)
    length: int = Field(ge=1)
    url: str | None = None
    user: Json | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None


def formatted(
    text: str, parse_mode: str | None, entities: list[MessageEntity] | None
) -> Formatted:
    """The text with its entities and without outer blanks; entities yield to a parse mode."""
    if parse_mode and parse_mode.lower() != "html":
        raise BadRequest(f"unsupported parse_mode: the playground reads HTML, not {parse_mode}")
    value = parsed_html(text) if parse_mode else _with_entities(text, entities or [])
    if len(value.entities) > MOST_ENTITIES:
        raise BadRequest(f"too many entities: {len(value.entities)}, at most {MOST_ENTITIES}")
    return value.trimmed()


def _with_entities(text: str, entities: list[MessageEntity]) -> Formatted:
    length = utf16_length(text)
    if any(entity.offset + entity.length > length for entity in entities):
        raise BadRequest(f"an entity ends beyond the text, which is {length} units long")
    shown = [entity.as_json() for entity in entities]
    return Formatted(text, tuple(sorted(shown, key=in_reading_order)))
