"""Formatted text: a plain text with entities that mark parts of it.

Offsets and lengths of entities count UTF-16 code units, and so do the limits of all methods.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.playground.wire import Json

LAST_SINGLE_UNIT = 0xFFFF
"""Characters beyond this one take two UTF-16 code units."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A plain text and its entities."""

    text: str
    entities: tuple[Json, ...] = ()

    def as_fields(self, name: str) -> Json:
        """The fields of an object: ``text`` and ``entities``, ``x`` and ``x_entities``."""
        key = "entities" if name == "text" else f"{name}_entities"
        return {name: self.text} | ({key: list(self.entities)} if self.entities else {})

    def trimmed(self) -> Formatted:
        """The same without blanks at its ends."""
        stripped = self.text.lstrip()
        cut = len(self.text) - len(stripped)  # blanks take one unit each
        stripped = stripped.rstrip()
        length = utf16_length(stripped)
        kept = []
        for entity in self.entities:
            begin = max(entity["offset"] - cut, 0)
            end = min(entity["offset"] - cut + entity["length"], length)
            if end > begin:
                kept.append(entity | {"offset": begin, "length": end - begin})
        return Formatted(stripped, tuple(kept))


def utf16_length(text: str) -> int:
    """How long Telegram counts this text."""
    return len(text) + sum(1 for character in text if ord(character) > LAST_SINGLE_UNIT)


def in_reading_order(entity: Json) -> tuple[int, int]:
    """A key that sorts entities by their place, outer ones first."""
    return entity["offset"], -entity["length"]
