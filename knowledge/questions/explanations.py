"""The sentence shown after the vote: the quote with its source, within Telegram's limit."""

from __future__ import annotations

import re

from knowledge.language.quantities import Quantity, quantities
from knowledge.models import Citation, Expected, Fact

LIMIT = 200
"""Characters that Telegram allows in a quiz poll's explanation."""

_ELLIPSIS = "…"
_LONGEST_SOURCE = 60
_PRONOUN = re.compile(r"^(?:He|She)\b")
_TOLD_OF_THE_SUBJECT = frozenset({"deed", "saying", "role"})
"""Kinds whose answer is who or what the sentence begins with."""


def explanation(fact: Fact) -> str:
    """The evidence that explains best, quoted and attributed, cut at a word.

    It is a sentence of the article under whose title the question is asked, if one of its
    sentences names the answer. Where it says "he", the name stands behind it in brackets; where
    sources word a quantity differently, the other wordings stand behind the quote.
    """
    titled = fact.citations[0].article
    best = fact.citations[0]
    if fact.expected and fact.expected.kind == "quantity":
        best = min(
            fact.citations,
            key=lambda c: (_misses(c, fact), c.article != titled, len(c.quote)),
        )
    others = [text for text in wordings(fact) if _plain(text) not in _plain(best.quote)]
    if others:
        return _shown(fact, best, f". Elsewhere: {', '.join(others)}.")
    more = len({c.article for c in fact.citations} - {best.article})
    so = "1 more article says so." if more == 1 else f"{more} more articles say so."
    return _shown(fact, best, f". {so}" if more else "")


def _shown(fact: Fact, best: Citation, ending: str) -> str:
    """``“The quote …” (source)`` and the ending, in at most :data:`LIMIT` characters."""
    tail = f"” ({cut(best.source or best.title, _LONGEST_SOURCE)}){ending}"
    quote = best.quote
    if fact.kind in _TOLD_OF_THE_SUBJECT and not _names(quote, fact.value):
        quote = _PRONOUN.sub(f"\\g<0> [{fact.value}]", quote)
    return "“" + cut(quote, LIMIT - len(tail) - 1) + tail


def _names(quote: str, value: str) -> bool:
    return not set(quote.split()).isdisjoint(value.split())


def _plain(wording: str) -> str:
    """``six-hour`` and ``six hours`` are no two wordings."""
    return wording.lower().replace("-", " ").removesuffix("s")


def wordings(fact: Fact) -> tuple[str, ...]:
    """How the sources word the quantity, each wording once; nothing for other values."""
    wanted = fact.expected
    if wanted is None or wanted.kind != "quantity":
        return ()
    said = (q for c in fact.citations for q in quantities(c.quote) if _is_meant(q, wanted))
    return tuple(dict.fromkeys(quantity.text for quantity in said))


def _is_meant(quantity: Quantity, wanted: Expected) -> bool:
    return (
        quantity.unit == wanted.unit and wanted.low <= quantity.low <= quantity.high <= wanted.high
    )


def cut(text: str, limit: int) -> str:
    """The text on one line, cut at a word to at most ``limit`` characters."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    head = text[: limit - len(_ELLIPSIS) + 1].rsplit(" ", 1)[0][: limit - len(_ELLIPSIS)]
    return head.rstrip(" ,;:–—-") + _ELLIPSIS


def _misses(citation: Citation, fact: Fact) -> bool:
    return fact.value.split()[0].lower() not in citation.quote.lower()
