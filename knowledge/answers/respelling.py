"""A question with its misspelt words as the library spells them."""

from __future__ import annotations

from knowledge.search.catalogue import Catalogue
from knowledge.search.tokens import Token, tokens


def respelled(question: str, catalogue: Catalogue) -> str:
    """Return ``question`` with each unknown word replaced by the known word nearest to it."""
    pieces: list[str] = []
    end = 0
    for token in tokens(question):
        meant = _meant(token, catalogue)
        if meant is not None:
            pieces += (question[end : token.start], meant)
            end = token.end
    return "".join((*pieces, question[end:]))


def _meant(token: Token, catalogue: Catalogue) -> str | None:
    if not token.term or token.term in catalogue.index:
        return None
    word = token.word.removesuffix("'s").removesuffix("’s")
    meant = catalogue.speller.meant(word)
    return None if meant is None else meant + token.word[len(word) :]
