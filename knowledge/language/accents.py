"""Letters without their accents: who types "Gospic" may mean Gospić."""

from __future__ import annotations

from unicodedata import combining, normalize


def unaccented(text: str) -> str:
    """The text in its plainest letters: accents gone, ligatures and wide letters taken apart."""
    if text.isascii():
        return text
    return "".join(each for each in normalize("NFKD", text) if not combining(each))
