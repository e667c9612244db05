"""Characters put in order: ligatures, invisible marks and odd spaces of typesetting programs."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
_CONTROLS = dict.fromkeys(
    {*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85}
)
_TABLE: dict[int, str | None] = {**_LIGATURES, **_INVISIBLE, **_CONTROLS}
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")
_PERMALINK = re.compile(r"\s*[¶#§\U0001f517]$")


def one_line(text: str) -> str:
    """Return ``text`` as one line of single-spaced, composed characters."""
    return _BLANKS.sub(" ", characters(text)).strip()


def heading(text: str) -> str:
    """Return ``text`` as one line, without the sign that links to a heading on many pages."""
    return _PERMALINK.sub("", one_line(text))


def characters(text: str) -> str:
    """Return ``text`` with ligatures taken apart, accents composed, invisible characters gone."""
    visible = _SURROGATES.sub("\ufffd", text).translate(_TABLE)
    return unicodedata.normalize("NFC", visible)
