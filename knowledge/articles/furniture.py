"""Which lines are furniture of a page by themselves: menus, bylines, buttons, cookie lines, links.

Rules are general features of lines; none is the phrase of one site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

_SHORT_WORDS = 14
_LONGEST_WORDS = 45
_ITEMS_LEAST = 3
_ITEM_WORDS = 3
_PROSE_WORDS = 6
_TOLD_LEAST = 2
_CROWD = 3
"""One word of three is of the vocabulary of web pages."""

_VOCABULARY = frozenset(Path(__file__).with_name("page_words.txt").read_text("utf-8").split())
_READER = re.compile(r"\b(?:you|your|yours|us|our|we)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SEPARATOR = re.compile("\\s+[|»\u203a•·▸→]\\s+|\\s*\\|\\s*")
_BYLINE = re.compile(
    r"(?:by|words by|written by|story by|reported by|text by|posted by|edited by)\b:? +[A-Z]"
    r"|(?:last )?(?:updated|modified|published|posted|reviewed)\b"
    r"(?: (?:on|at|by|in)\b|:| \w+ \w+ ago)"
    r"|\d+[- ]min(?:ute)?s? read\b|(?:reading|read) time\b"
    r"|(?:tags?|topics?|filed under|categor(?:y|ies)|posted in)\s*:"
    r"|(?:[A-Z]\w+ ){1,4}\((?:based on|source|via|from|with)\b[^)]*\)$"
    r"|(?:read|watch|listen|see|more|related|explore|also)(?: \w+)?\s*[:»>→]",
    re.IGNORECASE,
)
_ADDRESS_ALONE = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[@#]\w+(?:\s+[@#]\w+)*", re.IGNORECASE
)
_ACTION = re.compile(
    r"(?:reply|like|dislike|report|share|flag|follow|save|print|email|copy link|quote|upvote"
    r"|downvote|permalink|load more|show more|see all|view all|next|previous|search|close|skip"
    r"|continue reading|loading)"
    r"(?:\s*\(?\d*\)?)?[.…]*(?:\s*[|·/,•]?\s*(?:reply|like|share|report|print|email|save|follow|quote)\s*\(?\d*\)?)*",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


def is_furniture(text: str) -> bool:
    """Say whether the line belongs to the page around an article, whatever stands beside it."""
    words = _WORD.findall(text)
    if _ADDRESS_ALONE.fullmatch(text) or _ACTION.fullmatch(text) or _is_menu_line(text):
        return True
    if len(words) <= _SHORT_WORDS and not _is_prose(text, words) and _BYLINE.match(text):
        return True
    return len(words) <= _LONGEST_WORDS and _speaks_of_the_page(text, words)


def _is_prose(text: str, words: Sequence[str]) -> bool:
    return len(words) >= _PROSE_WORDS and SENTENCE_END.search(text) is not None


def _speaks_of_the_page(text: str, words: Sequence[str]) -> bool:
    """Say whether the words of web pages crowd here, or address the reader."""
    told = {word.casefold() for word in words} & _VOCABULARY
    addressed = _READER.search(text) is not None
    return len(told) >= _TOLD_LEAST and (addressed or _CROWD * len(told) >= len(words))


def _is_menu_line(text: str) -> bool:
    """Say whether separators part the line into short items, as in "Home | News | Sport"."""
    items = [item for item in _SEPARATOR.split(text) if item.strip()]
    return (
        len(items) >= _ITEMS_LEAST
        and not any(SENTENCE_END.search(item) or any(map(str.isdigit, item)) for item in items)
        and sum(len(item.split()) for item in items) <= _ITEM_WORDS * len(items)
        and all(item.strip()[0].isupper() for item in items)
    )
