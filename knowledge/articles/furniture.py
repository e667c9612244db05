"""What each line of an article is, beyond its layout: menus, bylines, cookies, comments, rubbish.

``layout`` tells lines apart by their form; here neighbours and vocabulary have their say. Rules
are general features of lines; none is the phrase of one site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.articles.layout import Kind, blocks
from knowledge.articles.readable import is_broken
from knowledge.models import Article

LineKind = Literal["body", "headline", "caption", "dateline", "boilerplate", "broken"]

REPEATED_LEAST = 3
MENU_LEAST = 4
_MENU_WORDS = 3
_TAIL_WORDS = 5
_SHORT_WORDS = 14
_LONGEST_WORDS = 45
_ITEMS_LEAST = 3
_PROSE_WORDS = 6
_REPLIES_LEAST = 2
_TOLD_LEAST = 2
_CROWD = 3
"""One word of three is of the vocabulary of web pages."""

_VOCABULARY = frozenset(
    [
        "account",
        "accounts",
        "ad",
        "ads",
        "advertisement",
        "advertisements",
        "advertising",
        "app",
        "apps",
        "browser",
        "click",
        "comment",
        "commenting",
        "comments",
        "consent",
        "cookie",
        "cookies",
        "copyright",
        "disclaimer",
        "download",
        "email",
        "facebook",
        "feed",
        "follow",
        "gdpr",
        "inbox",
        "instagram",
        "javascript",
        "linkedin",
        "login",
        "logout",
        "mail",
        "newsletter",
        "newsletters",
        "notifications",
        "password",
        "permission",
        "personalised",
        "personalized",
        "pinterest",
        "policy",
        "preferences",
        "privacy",
        "promo",
        "register",
        "registered",
        "reply",
        "reprint",
        "reproduced",
        "reserved",
        "rss",
        "share",
        "shop",
        "sign",
        "signup",
        "sitemap",
        "sponsored",
        "subscribe",
        "subscriber",
        "subscribers",
        "subscription",
        "subscriptions",
        "telegram",
        "terms",
        "tiktok",
        "twitter",
        "unsubscribe",
        "username",
        "visitors",
        "website",
        "whatsapp",
        "youtube",
    ]
)
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
_REPLY = re.compile(r"(?:like\s*(?:\(?\d+\)?)?\s*[|·•]?\s*)?reply\b.{0,20}", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph: ``article.text[start:end]`` and what it is."""

    start: int
    end: int
    kind: LineKind


def classed(article: Article) -> list[Line]:
    """Return every line of the article with its class, in order."""
    parts = blocks(article)
    texts = [article.text[part.start : part.end] for part in parts]
    marked = {mark.start for mark in article.marks if mark.kind == "heading"}
    headings = {n for n, part in enumerate(parts) if part.start in marked}
    kinds = [
        _kind(text, part.kind, is_heading=n in headings)
        for n, (part, text) in enumerate(zip(parts, texts, strict=True))
    ]
    for n in ((_repeated(texts) | _menus(texts, kinds)) - headings) | _comments(texts):
        kinds[n] = "boilerplate"
    return [Line(part.start, part.end, kind) for part, kind in zip(parts, kinds, strict=True)]


def _kind(text: str, layout: Kind, *, is_heading: bool) -> LineKind:
    if is_broken(text):
        return "broken"
    if layout == "boilerplate" or _is_furniture(text):
        return "boilerplate"
    return "headline" if layout == "heading" or is_heading else layout


def _is_furniture(text: str) -> bool:
    words = _WORD.findall(text)
    if _ADDRESS_ALONE.fullmatch(text) or _ACTION.fullmatch(text) or _is_menu_line(text):
        return True
    if len(words) <= _SHORT_WORDS and not _is_prose(text, words) and _BYLINE.match(text):
        return True
    return len(words) <= _LONGEST_WORDS and _speaks_of_the_page(text, words)


def _is_prose(text: str, words: Sequence[str]) -> bool:
    return len(words) >= _PROSE_WORDS and _ENDS.search(text) is not None


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
        and not any(_ENDS.search(item) or any(map(str.isdigit, item)) for item in items)
        and sum(len(item.split()) for item in items) <= _MENU_WORDS * len(items)
        and all(item.strip()[0].isupper() for item in items)
    )


def _repeated(texts: Sequence[str]) -> set[int]:
    """Return short lines that stand there three times or more: heads and notices, no refrains."""
    shapes = [text.casefold() for text in texts]
    often = {shape for shape, count in Counter(shapes).items() if count >= REPEATED_LEAST}
    return {
        n
        for n, shape in enumerate(shapes)
        if shape in often and shape.count(" ") < _SHORT_WORDS and not _ENDS.search(shape)
    }


def _menus(texts: Sequence[str], kinds: Sequence[LineKind]) -> set[int]:
    """Return runs of very short lines before the first sentence or after the last one."""
    prose = [n for n, text in enumerate(texts) if kinds[n] == "body" and _ENDS.search(text)]
    if not prose:
        return set()
    before = _runs(texts, range(prose[0]), _MENU_WORDS, MENU_LEAST)
    after = _runs(texts, range(prose[-1] + 1, len(texts)), _TAIL_WORDS, MENU_LEAST)
    return before | after


def _runs(texts: Sequence[str], span: range, words: int, least: int) -> set[int]:
    found: set[int] = set()
    run: list[int] = []
    for n in (*span, None):
        if n is not None and len(texts[n].split()) <= words and not _ENDS.search(texts[n]):
            run.append(n)
            continue
        if len(run) >= least:
            found.update(run)
        run = []
    return found


def _comments(texts: Sequence[str]) -> set[int]:
    """Return the readers' comments: from the name above the first "Reply" to the end."""
    replies = [n for n, text in enumerate(texts) if _REPLY.fullmatch(text)]
    if len(replies) < _REPLIES_LEAST or replies[0] < len(texts) / 4:
        return set()
    first = replies[0]
    step = max(replies[1] - first, 1)
    return set(range(max(first - step + 1, 1), len(texts)))
