"""Which format a file has: told by its content, held against its name."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from knowledge.errors import Locked, NotWhatItSays, UnknownFormat

Format = Literal["markdown", "text", "html", "pdf", "word", "epub"]

SUFFIXES: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "word",
    ".epub": "epub",
}
REFUSED = frozenset({".doc", ".odt", ".rtf", ".mobi", ".azw3", ".ppt", ".pptx", ".xls", ".xlsx"})
"""What people put into a library meaning it to be read: each is reported, not passed over."""

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_LOCK = "EncryptedPackage".encode("utf-16-le")
_WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4096
_IN_WORDS = {
    "pdf": ("a PDF document", ".pdf"),
    "word": ("a Word document", ".docx"),
    "epub": ("an EPUB book", ".epub"),
    "html": ("a web page", ".html"),
}


def format_of(name: str, content: bytes) -> Format:
    """Return the format of a file. Raises ``UnknownFormat``, ``NotWhatItSays`` and ``Locked``."""
    promised = SUFFIXES.get(PurePath(name).suffix.lower())
    if promised is None:
        raise UnknownFormat(name)
    if content.startswith(_OLE):
        raise _old_word(name, content)
    found = _recognised(content, promised)
    if found != promised and (found or promised not in {"markdown", "text", "html"}):
        raise _misnamed(name, found)
    return promised


def _recognised(content: bytes, promised: Format) -> str | None:
    """Return the format that the first bytes show; none for text, "zip" for any other archive.

    Some programs write a line before a PDF; in texts, the same letters may be spoken of.
    """
    if _PDF in content[: 1024 if promised == "pdf" else len(_PDF)]:
        return "pdf"
    if content.startswith(_ZIP):
        return _archived(content)
    return "html" if _WEB_PAGE.match(content[:_HEAD]) else None


def _archived(content: bytes) -> str:
    if b"application/epub+zip" in content[:200] or b"META-INF/container.xml" in content:
        return "epub"
    return "word" if b"word/document.xml" in content else "zip"


def _old_word(name: str, content: bytes) -> Exception:
    if _OLE_LOCK in content:
        return Locked(name)
    return NotWhatItSays(
        name, "a document of an old office program", "Save it as .docx and try again."
    )


def _misnamed(name: str, found: str | None) -> NotWhatItSays:
    if found in _IN_WORDS:
        content, suffix = _IN_WORDS[found]
        return NotWhatItSays(name, content, f"Rename it so that it ends in {suffix}.")
    content = "an archive of something else" if found else "neither a known document nor a book"
    return NotWhatItSays(name, content, "Save it again in the format that its name says.")
