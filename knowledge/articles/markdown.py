"""Markdown without its marks: one line a heading, paragraph or list item, blank lines between."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable("table")
_SPACES = re.compile(r"\s+")


def title_and_text(markdown: str) -> tuple[str, str]:
    """Return title and text as a reader would see them; the title is empty where none is clear.

    It is the only heading "# …" with words, or one that opens the text. Code blocks, pictures
    and HTML are left out.
    """
    tokens = _PARSER.parse(markdown)
    paragraphs = [said for token in tokens if token.type == "inline" and (said := _tidy(token))]
    heads = [_tidy(tokens[i + 1]) for i, token in enumerate(tokens) if _is_title(token)]
    named = [head for head in heads if head]
    is_clear = len(named) == 1 or named[:1] == paragraphs[:1]
    return named[0] if named and is_clear else "", "\n\n".join(paragraphs)


def _is_title(token: Token) -> bool:
    return (token.type, token.tag, token.level) == ("heading_open", "h1", 0)


def _tidy(inline: Token) -> str:
    visible = "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in inline.children or ()
        if child.type in {"text", "code_inline", "softbreak", "hardbreak"}
    )
    return _SPACES.sub(" ", visible).strip()
