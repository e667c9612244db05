"""The commands, mentions and addresses that Telegram finds in a text by itself."""

from __future__ import annotations

import re

from bot.playground.text import Formatted, in_reading_order, utf16_length
from bot.playground.wire import Json

_AUTOMATIC = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?!\w)")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")),
    ("url", re.compile(r"\bhttps?://[^\s<>\"']*[^\s<>\"'.,;:!?)]")),
)


def with_automatic_entities(value: Formatted) -> Formatted:
    """The same, with the commands, mentions and addresses that Telegram finds by itself."""
    found = list(value.entities)
    for kind, pattern in _AUTOMATIC:
        for match in pattern.finditer(value.text):
            offset = utf16_length(value.text[: match.start()])
            entity = {"type": kind, "offset": offset, "length": utf16_length(match.group())}
            if not any(_overlap(entity, other) for other in found):
                found.append(entity)
    return Formatted(value.text, tuple(sorted(found, key=in_reading_order)))


def _overlap(one: Json, other: Json) -> bool:
    if other["type"] in {"bold", "italic", "underline", "blockquote", "expandable_blockquote"}:
        return False
    begins_before = one["offset"] < other["offset"] + other["length"]
    return bool(begins_before and other["offset"] < one["offset"] + one["length"])
