"""Markdown without its marks: one line a heading, paragraph or list item, blank lines between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable("table")
_SPACES = re.compile(r"\s+")
_TITLE = ("heading_open", "h1")


def plain(markdown: str) -> str:
    """Return the text that a reader would see. Code blocks, pictures and HTML are left out."""
    return "\n\n".join(_paragraphs(markdown))


def title(markdown: str) -> str:
    """The first heading of the highest level, "# …"; nothing where there is none."""
    tokens = _PARSER.parse(markdown)
    headings = (tokens[i + 1] for i, t in enumerate(tokens) if (t.type, t.tag) == _TITLE)
    return next((_tidy(heading) for heading in headings), "")


def _paragraphs(markdown: str) -> Iterator[str]:
    for token in _PARSER.parse(markdown):
        if token.type == "inline" and (text := _tidy(token)):
            yield text


def _tidy(inline: Token) -> str:
    visible = "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in inline.children or ()
        if child.type in {"text", "code_inline", "softbreak", "hardbreak"}
    )
    return _SPACES.sub(" ", visible).strip()
