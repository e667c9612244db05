"""From annotated mentions and tags to labelled names, the entities that the pipeline learns.

GUM's mentions are whole noun phrases with broad types; a name is the part around a head that
is a proper noun. EWT has no mentions: its tags still show where names are, and the gazetteers
what some of them are; of the others only the place is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.language.labels.dates import dates
from knowledge.language.labels.kinds import UNKNOWN, Label
from knowledge.language.labels.mentions import named_mentions
from knowledge.language.labels.runs import peoples, runs
from knowledge.language.treebank import Sentence

__all__ = ["UNKNOWN", "Label", "labels"]


def labels(sentence: Sentence) -> list[Label]:
    """The sentence's names and dates, in their order, none over another.

    A label that is `UNKNOWN` marks words that may or may not be a name of some kind.
    """
    words, mentions = sentence.words, sentence.mentions
    found = [
        *dates(words),
        *named_mentions(words, mentions or ()),
        *peoples(words),
        *runs(words, known_kinds=mentions is None),
    ]
    return sorted(_first_come(found), key=lambda label: label.start)


def _first_come(found: Iterable[Label]) -> Iterator[Label]:
    taken: set[int] = set()
    for label in found:
        words = set(range(label.start, label.end))
        if words and not words & taken:
            taken |= words
            yield label
