"""Texts as every exchange format can carry them, and markup of other systems as plain text."""

from __future__ import annotations

import re

from lxml import etree, html

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BLANKS = re.compile(r"\s+")
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = ("script", "style", "title", "template")


def plain(text: str) -> str:
    """Return ``text`` trimmed, with one kind of line end and nothing that can't be printed."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """Return ``text`` without line breaks."""
    return _BLANKS.sub(" ", plain(text)).strip()


def from_html(markup: str) -> str:
    """Return the text that a browser would show; pictures and scripts are left out."""
    if "<" not in markup and "&" not in markup:
        return plain(markup)
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = html.fragment_fromstring(plain(markup), create_parent="div", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return plain(markup)
    etree.strip_elements(root, *_HIDDEN, with_tail=False)
    for node in root.iterdescendants():
        if node.tag in _BREAKS:
            node.tail = "\n" + (node.tail or "")
    lines = (_BLANKS.sub(" ", line).strip() for line in root.text_content().split("\n"))
    return plain("\n".join(line for line in lines if line))
