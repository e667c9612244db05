"""Formatted text: Telegram's HTML becomes plain text with entities.

Offsets and lengths of entities count UTF-16 code units, and so do all limits here.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

from bot.playground.errors import BadRequest

Json = dict[str, Any]

MOST_ENTITIES = 100
LAST_SINGLE_UNIT = 0xFFFF
"""Characters beyond this one take two UTF-16 code units."""

_PLAIN_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
}
_TAGS = {*_PLAIN_TAGS, "a", "span", "tg-emoji", "blockquote"}
_PIECE = re.compile(r"<|&(?:#\d+|#x[0-9a-fA-F]+|lt|gt|amp|quot);|[^<&]+|&")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_AUTOMATIC = (
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?!\w)")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")),
    ("url", re.compile(r"\bhttps?://[^\s<>\"']*[^\s<>\"'.,;:!?)]")),
)


@dataclass(frozen=True, slots=True)
class Formatted:
    """A plain text and its entities."""

    text: str
    entities: tuple[Json, ...] = ()

    def as_fields(self, name: str) -> Json:
        """The fields of an object: ``text`` and ``entities``, ``x`` and ``x_entities``."""
        key = "entities" if name == "text" else f"{name}_entities"
        return {name: self.text} | ({key: list(self.entities)} if self.entities else {})


def utf16_length(text: str) -> int:
    """How long Telegram counts this text."""
    return len(text) + sum(1 for character in text if ord(character) > LAST_SINGLE_UNIT)


def formatted(text: str, parse_mode: str | None, entities: list[Json] | None) -> Formatted:
    """What a bot means by a text with a parse mode or with entities, without outer blanks."""
    if parse_mode and parse_mode.lower() != "html":
        raise BadRequest(f"unsupported parse_mode: the playground reads HTML, not {parse_mode}")
    result = parsed_html(text) if parse_mode else _with_entities(text, entities or [])
    if len(result.entities) > MOST_ENTITIES:
        raise BadRequest(f"too many entities: {len(result.entities)}, at most {MOST_ENTITIES}")
    return _trimmed(result)


def parsed_html(source: str) -> Formatted:
    """The text and entities of Telegram's HTML; what Telegram would not read is a BadRequest."""
    reader = _HtmlReader(source)
    reader.read()
    return Formatted("".join(reader.text), tuple(sorted(reader.entities, key=_reading_order)))


def with_automatic_entities(value: Formatted) -> Formatted:
    """The same, with the commands, mentions and addresses that Telegram finds by itself."""
    found = list(value.entities)
    for kind, pattern in _AUTOMATIC:
        for match in pattern.finditer(value.text):
            offset = utf16_length(value.text[: match.start()])
            entity = {"type": kind, "offset": offset, "length": utf16_length(match.group())}
            if not any(_overlap(entity, other) for other in found):
                found.append(entity)
    return Formatted(value.text, tuple(sorted(found, key=_reading_order)))


@dataclass(slots=True)
class _OpenTag:
    name: str
    start: int
    entity: Json | None


@dataclass(slots=True)
class _HtmlReader:
    source: str
    position: int = 0
    length: int = 0
    text: list[str] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)
    open_tags: list[_OpenTag] = field(default_factory=list)

    def read(self) -> None:
        while match := _PIECE.match(self.source, self.position):
            if match.group() == "<":
                self._tag()
            else:
                self.position = match.end()
                self._write(html.unescape(match.group()) if match.group() != "&" else "&")
        if self.open_tags:
            raise _unparsable(
                f'Can\'t find end tag corresponding to start tag "{self.open_tags[-1].name}"'
            )

    def _write(self, text: str) -> None:
        self.text.append(text)
        self.length += utf16_length(text)

    def _tag(self) -> None:
        begin = self.position
        end = self.source.startswith("</", begin)
        name_match = _NAME.match(self.source, begin + 1 + end)
        name = name_match.group().lower() if name_match else ""
        self.position = begin + 1 + end + len(name)
        if end:
            self._end_tag(name, begin)
        else:
            self._start_tag(name, begin)

    def _start_tag(self, name: str, begin: int) -> None:
        at = f"at byte offset {self._bytes(begin)}"
        if self.position >= len(self.source):
            raise _unparsable(f"Unclosed start tag {at}")
        if name not in _TAGS:
            raise _unparsable(f'Unsupported start tag "{name}" {at}')
        attributes = self._attributes(at)
        self.open_tags.append(_OpenTag(name, self.length, _entity(name, attributes, at)))

    def _attributes(self, at: str) -> dict[str, str]:
        found: dict[str, str] = {}
        while match := _ATTRIBUTE.match(self.source, self.position):
            found[match.group(1).lower()] = html.unescape((match.group(2) or "").strip("\"'"))
            self.position = match.end()
        self._skip_to_bracket(f"Unclosed start tag {at}")
        return found

    def _end_tag(self, name: str, begin: int) -> None:
        at = f"at byte offset {self._bytes(begin)}"
        self._skip_to_bracket(f"Unclosed end tag {at}")
        if not self.open_tags:
            raise _unparsable(f"Unexpected end tag {at}")
        opened = self.open_tags.pop()
        if name not in ("", opened.name):
            raise _unparsable(
                f'Unmatched end tag {at}, expected "</{opened.name}>", found "</{name}>"'
            )
        length = self.length - opened.start
        if opened.entity is None or not length:
            return
        entity = opened.entity | {"offset": opened.start, "length": length}
        if entity.get("language") and self._is_inside_pre(entity):
            self.open_tags[-1].entity = {"type": "pre", "language": entity["language"]}
            return
        entity.pop("language", None) if entity["type"] == "code" else None
        self.entities.append(entity)

    def _is_inside_pre(self, entity: Json) -> bool:
        parent = self.open_tags[-1] if self.open_tags else None
        return bool(parent and parent.name == "pre" and parent.start == entity["offset"])

    def _skip_to_bracket(self, complaint: str) -> None:
        rest = self.source[self.position :].lstrip()
        if not rest.startswith(">"):
            raise _unparsable(complaint)
        self.position = len(self.source) - len(rest) + 1

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8", "surrogatepass"))


def _entity(name: str, attributes: dict[str, str], at: str) -> Json | None:
    if name == "code" and attributes.get("class", "").startswith("language-"):
        return {"type": "code", "language": attributes["class"].removeprefix("language-")}
    if name in _PLAIN_TAGS:
        return {"type": _PLAIN_TAGS[name]}
    if name == "blockquote":
        return {"type": "expandable_blockquote" if "expandable" in attributes else "blockquote"}
    if name == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": attributes.get("emoji-id", "")}
    if name == "a":
        return {"type": "text_link", "url": attributes["href"]} if "href" in attributes else None
    if attributes.get("class") != "tg-spoiler":
        raise _unparsable(f'Tag "span" must have class "tg-spoiler" {at}')
    return {"type": "spoiler"}


def _with_entities(text: str, entities: list[Json]) -> Formatted:
    length = utf16_length(text)
    for entity in entities:
        missing = {"type", "offset", "length"} - set(entity)
        if missing:
            raise BadRequest(f"can't parse MessageEntity: it lacks {', '.join(sorted(missing))}")
        if entity["offset"] < 0 or entity["length"] < 1:
            raise BadRequest("can't parse MessageEntity: offset or length is too small")
        if entity["offset"] + entity["length"] > length:
            raise BadRequest(f"entity ends beyond the text, which is {length} units long")
    return Formatted(text, tuple(sorted(entities, key=_reading_order)))


def _trimmed(value: Formatted) -> Formatted:
    stripped = value.text.lstrip()
    cut = len(value.text) - len(stripped)
    stripped = stripped.rstrip()
    length = utf16_length(stripped)
    kept = []
    for entity in value.entities:
        begin = max(entity["offset"] - cut, 0)
        end = min(entity["offset"] - cut + entity["length"], length)
        if end > begin:
            kept.append(entity | {"offset": begin, "length": end - begin})
    return Formatted(stripped, tuple(kept))


def _reading_order(entity: Json) -> tuple[int, int]:
    return entity["offset"], -entity["length"]


def _overlap(one: Json, other: Json) -> bool:
    if other["type"] in {"bold", "italic", "underline", "blockquote", "expandable_blockquote"}:
        return False
    begins_before = one["offset"] < other["offset"] + other["length"]
    return bool(begins_before and other["offset"] < one["offset"] + one["length"])


def _unparsable(reason: str) -> BadRequest:
    return BadRequest(f"can't parse entities: {reason}")
