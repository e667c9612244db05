"""Markdown without its marks: one line a heading, paragraph or list item, blank lines between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable("table")
_SPACES = re.compile(r"\s+")


def plain(markdown: str) -> str:
    """Return the text that a reader would see. Code blocks, pictures and HTML are left out."""
    return "\n\n".join(_paragraphs(markdown))


def _paragraphs(markdown: str) -> Iterator[str]:
    for token in _PARSER.parse(markdown):
        if token.type == "inline":
            text = _SPACES.sub(" ", _visible(token)).strip()
            if text:
                yield text


def _visible(inline: Token) -> str:
    return "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in inline.children or ()
        if child.type in {"text", "code_inline", "softbreak", "hardbreak"}
    )
