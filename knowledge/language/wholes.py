"""Whether words stand whole in a text, without a pattern compiled for each of them."""

from __future__ import annotations


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text with no letter or digit right before or behind them."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (_is_of_a_word(before) or _is_of_a_word(after)):
            return True
        start = text.find(words, start + 1)
    return False


def _is_of_a_word(character: str) -> bool:
    return character.isalnum() or character == "_"
