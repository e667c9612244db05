"""The text of an HTML tree in reading order: headings, paragraphs, list items, table rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from knowledge.articles.document import Paragraph
from knowledge.articles.tidying import heading, one_line

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
_BLOCKS = _HEADINGS | frozenset(
    """address article aside blockquote body caption cell dd details div dl dt fieldset figcaption
    figure footer form header hr html item li list main nav ol p pre quote row section summary
    table tbody td tfoot th thead tr ul""".split()  # noqa: SIM905 - a list of names reads best as one
)
_UNREAD = frozenset(
    """audio button canvas iframe img input link math meta nav noscript object option rp rt script
    select style svg template textarea title video""".split()  # noqa: SIM905 - a list of names reads best as one
)
_BREAKS = frozenset({"br", "lb"})
_CELLS = frozenset({"td", "th", "cell"})


def tree(content: bytes) -> Any:
    """Parse HTML or XHTML as a browser would: no entity of its own, no network, bounded depth.

    Returns None where there is nothing to parse. What is UTF-8 is taken for it: XHTML says so in a
    declaration that parsers of HTML don't read.
    """
    parser = html.HTMLParser(
        encoding="utf-8" if _is_utf8(content) else None,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(content, parser) if content.strip() else None


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def paragraphs(root: Any) -> Iterator[Paragraph]:
    """Yield the paragraphs below ``root``; scripts, forms and pictures are left out."""
    words: list[str] = []
    is_heading = False
    for text, begins, heads in (*_walk(root), ("", True, False)):
        if begins:
            line = "".join(words)
            tidy = heading(line) if is_heading else one_line(line)
            if tidy:
                yield Paragraph(tidy, is_heading=is_heading)
            words, is_heading = [], heads
        words.append(text)


def _walk(root: Any) -> Iterator[tuple[str, bool, bool]]:
    """Yield pieces of text, with whether a paragraph begins before them, and whether a heading.

    Written with a stack: pages nested a thousand deep exist to exhaust recursion.
    """
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, left = stack.pop()
        name = _name(node)
        if left:
            yield from _leaving(node, name)
            continue
        stack.append((node, True))
        if name in _UNREAD:
            continue
        yield from _entering(node, name)
        stack.extend((child, False) for child in reversed(node))


def _entering(node: Any, name: str) -> Iterator[tuple[str, bool, bool]]:
    in_row = name in _CELLS
    text = (node.text or "").replace("\n", " ")
    if name in _BREAKS:
        yield " ", False, False
    elif in_row:
        yield (" " if node.getprevious() is None else " | ") + text, False, False
    else:
        yield text, name in _BLOCKS and not _is_in_cell(node), name in _HEADINGS


def _leaving(node: Any, name: str) -> Iterator[tuple[str, bool, bool]]:
    ends = name in _BLOCKS and name not in _CELLS and not _is_in_cell(node)
    yield (node.tail or "").replace("\n", " "), ends, False


def _is_in_cell(node: Any) -> bool:
    parent = node.getparent()
    return parent is not None and _name(parent) in _CELLS


def _name(node: Any) -> str:
    tag = node.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else "meta"
