"""Words that the library doesn't have, read as the word that is a slip away."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from rapidfuzz.distance import OSA

_FORM = re.compile(r"[^\W\d_]{3,}")
_LEAST_LETTERS = 4
_ANY_WORD_FROM = 5
"""Letters from which any word is corrected; shorter ones must be read as a name."""

_TWO_SLIPS_FROM = 10
"""Letters from which a word may have two slips; below, two would make another word of it."""


def forms(text: str) -> Iterable[str]:
    """Yield the words of ``text`` as they are written, numbers and tiny words left out.

    One after another: a pattern that runs over a whole book at once holds up every thread.
    """
    return (match.group() for match in _FORM.finditer(text))


class Speller:
    """Finds the word that was meant; ``spread`` says how common a known one is."""

    def __init__(self, known: Iterable[str], spread: Callable[[str], int]) -> None:
        self._known = known
        self._spread = spread
        self._groups: dict[tuple[int, int, str], list[str]] | None = None

    def meant(self, word: str) -> str | None:
        """Return the known word nearest to ``word``, written as the library writes it, or None."""
        lower = word.lower()
        if len(lower) < _LEAST_LETTERS or not lower.isalpha():
            return None
        slips = 2 if len(lower) >= _TWO_SLIPS_FROM else 1
        found = [
            (distance, other[0].lower() != lower[0], -self._spread(other), other)
            for other in set(self._near(lower, slips))
            if (distance := OSA.distance(lower, other.lower(), score_cutoff=slips)) <= slips
        ]
        best = min(found)[3] if found else None
        if best and len(lower) < _ANY_WORD_FROM and not best[0].isupper():
            return None
        return best

    def _near(self, word: str, slips: int) -> Iterator[str]:
        """Yield what shares one of the first two letters, in its place or the other's."""
        groups = self._grouped()
        for length in range(max(len(word) - slips, _LEAST_LETTERS), len(word) + slips + 1):
            for place in (0, 1):
                for letter in {word[0], word[1]}:
                    yield from groups.get((length, place, letter), ())

    def _grouped(self) -> dict[tuple[int, int, str], list[str]]:
        """Return the words by length, place and letter, for their first two letters."""
        if self._groups is None:
            groups: defaultdict[tuple[int, int, str], list[str]] = defaultdict(list)
            for word in self._known:
                lower = word.lower()
                groups[len(lower), 0, lower[0]].append(word)
                groups[len(lower), 1, lower[1]].append(word)
            self._groups = dict(groups)
        return self._groups
