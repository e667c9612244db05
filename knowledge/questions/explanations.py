"""The sentence shown after the vote: the quote with its source, within Telegram's limit."""

from __future__ import annotations

from knowledge.language.quantities import Quantity, quantities
from knowledge.models import Citation, Expected, Fact

LIMIT = 200
"""Characters that Telegram allows in a quiz poll's explanation."""

_ELLIPSIS = "…"
_LONGEST_SOURCE = 60


def explanation(fact: Fact) -> str:
    """The evidence that explains best, quoted and attributed, cut at a word.

    Where sources word a quantity differently, the other wordings stand behind the quote.
    """
    best = fact.citations[0]
    if fact.expected and fact.expected.kind == "quantity":
        best = min(fact.citations, key=lambda cited: (_misses(cited, fact), len(cited.quote)))
    others = [text for text in wordings(fact) if text not in best.quote]
    if others:
        return quoted(best, f". Also: {', '.join(others)}.")
    more = len({c.article for c in fact.citations} - {best.article})
    return quoted(best, f" and {more} more)" if more else ")")


def quoted(citation: Citation, ending: str = ")") -> str:
    """``“The quote …” (source)`` in at most :data:`LIMIT` characters."""
    source = cut(citation.source or citation.title, _LONGEST_SOURCE)
    closing = "" if ending.endswith(")") else ")"
    tail = f"” ({source}{closing}{ending}"
    return "“" + cut(citation.quote, LIMIT - len(tail) - 1) + tail


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
