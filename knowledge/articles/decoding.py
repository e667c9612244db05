"""Bytes become text: UTF-8 where it fits, else the encoding that makes the most sense of them."""

from __future__ import annotations

import codecs

import charset_normalizer

from knowledge.errors import NotText

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_CANDIDATES = ["cp1252", "cp1250", "cp1251", "mac_roman", "shift_jis", "gb18030", "koi8_r"]
"""Encodings that old programs still write; the fewer, the surer the guess on a short text."""
_SAMPLE = 200_000
_CONTROLS_SHARE = 0.01


def decoded(content: bytes, name: str) -> str:
    r"""Return the text with its line ends as ``\\n``. Raises ``NotText``."""
    text = _decoded(content)
    if text is None or _is_binary(text):
        raise NotText(name)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _decoded(content: bytes) -> str | None:
    marked = next((e for mark, e in _MARKS.items() if content.startswith(mark)), None)
    for encoding in (marked or "utf-8", _guessed(content) if not marked else None):
        try:
            if encoding:
                return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _guessed(content: bytes) -> str | None:
    if not content or _is_binary(content[:_SAMPLE].decode("latin-1")):
        return None
    best = charset_normalizer.from_bytes(content[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    return best.encoding if best else None


def _is_binary(text: str) -> bool:
    controls = sum(c < " " and c not in "\t\n\v\f\r\x1a\x1b" for c in text[:_SAMPLE])
    return controls > _CONTROLS_SHARE * min(len(text), _SAMPLE)
