"""Text for Telegram: the one place where other people's words become HTML, and where it is cut.

Telegram counts a message in UTF-16 code units after its markup is parsed, and refuses what is
longer than 4,096 (https://core.telegram.org/bots/api#sendmessage).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import NewType

Html = NewType("Html", str)
"""Text in which everything that users or articles wrote is escaped."""

MESSAGE_LIMIT = 4096
LONG_QUOTE = 280
"""From this length on a quotation is folded."""

_TAG = re.compile(r"<[^>]*>")
# Direction overrides turn the text around them; a name may not do that to a board.
_INVISIBLE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def escape(text: str) -> Html:
    """Anybody's text, shown literally."""
    return Html(html.escape(_INVISIBLE.sub("", text), quote=False))


def bold(text: str) -> Html:
    """Anybody's text in bold."""
    return Html(f"<b>{escape(text)}</b>")


def italic(text: str) -> Html:
    """Anybody's text in italics."""
    return Html(f"<i>{escape(text)}</i>")


def quoted(text: str, *, highlight: str = "") -> Html:
    """A quotation, folded where it is long, with ``highlight`` in bold where it stands in it."""
    before, found, after = text.partition(highlight) if highlight else (text, "", "")
    inner = escape(before) + (bold(found) if found else "") + escape(after)
    fold = " expandable" if length(text) > LONG_QUOTE else ""
    return Html(f"<blockquote{fold}>{inner}</blockquote>")


def length(text: str) -> int:
    """How long Telegram thinks a text without markup is: UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """The text in at most ``limit`` UTF-16 units, shortened at a word and ended with "…"."""
    if length(text) <= limit:
        return text
    kept = text[: limit - 1]
    while length(kept) > limit - 1:
        kept = kept[: len(kept) - max(1, (length(kept) - limit + 1) // 2)]
    at_word = kept[: kept.rfind(" ")] if " " in kept[len(kept) // 2 :] else kept
    return at_word.rstrip(" ,;:—-") + "…"


def joined(parts: Iterable[Html], *, between: str = "\n\n") -> Html:
    """The parts that fit into one message, in order; what does not fit is left out whole."""
    kept: list[Html] = []
    used = 0
    for part in parts:
        used += visible_length(part) + length(between)
        if used > MESSAGE_LIMIT:
            break
        kept.append(part)
    return Html(between.join(kept))


def listed(head: Html, lines: Sequence[Html], total: int) -> Html:
    """The lines that fit into one message, under their head; then how many more there are."""
    room = MESSAGE_LIMIT - visible_length(head) - len("\n… and 1,000,000 more")
    kept: list[Html] = []
    for line in lines:
        room -= visible_length(line) + 1
        if room < 0:
            break
        kept.append(line)
    more = total - len(kept)
    rest = [italic(f"… and {more:,} more")] if more else []
    return Html("\n".join([head, *kept, *rest]))


def visible_length(markup: Html) -> int:
    """The length that counts: without tags, with references resolved."""
    return length(html.unescape(_TAG.sub("", markup)))
