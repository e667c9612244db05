"""Telegram's HTML: reads it into text and entities, or says what Telegram could not read."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from bot.playground.errors import BadRequest
from bot.playground.text import Formatted, in_reading_order, utf16_length
from bot.playground.wire import Json

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


def parsed_html(source: str) -> Formatted:
    """The text and entities of Telegram's HTML; what Telegram would not read is a BadRequest."""
    reader = _HtmlReader(source)
    reader.read()
    return Formatted("".join(reader.text), tuple(sorted(reader.entities, key=in_reading_order)))


@dataclass(slots=True)
class _OpenTag:
    name: str
    start: int
    entity: Json | None
    language: str


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
                self._write(html.unescape(match.group()))
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
        language = attributes.get("class", "").removeprefix("language-")
        entity = _entity(name, attributes, at)
        self.open_tags.append(_OpenTag(name, self.length, entity, language))

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
        self._mark(opened)

    def _mark(self, closed: _OpenTag) -> None:
        length = self.length - closed.start
        parent = self.open_tags[-1] if self.open_tags else None
        if closed.entity is None or not length:
            return
        if parent and parent.name == "pre" and closed.name == "code":
            parent.language = closed.language  # Telegram makes one entity of the two
            return
        entity = closed.entity | {"offset": closed.start, "length": length}
        if closed.name == "pre" and closed.language:
            entity["language"] = closed.language
        self.entities.insert(0, entity)  # what ends later contains what ended before

    def _skip_to_bracket(self, complaint: str) -> None:
        rest = self.source[self.position :].lstrip()
        if not rest.startswith(">"):
            raise _unparsable(complaint)
        self.position = len(self.source) - len(rest) + 1

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8", "surrogatepass"))


def _entity(name: str, attributes: dict[str, str], at: str) -> Json | None:
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


def _unparsable(reason: str) -> BadRequest:
    return BadRequest(f"can't parse entities: {reason}")
