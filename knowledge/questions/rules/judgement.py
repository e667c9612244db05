"""Whether a sentence announces something for later, or tells of somebody whom it names in passing.

Knows such sentences by their words, and how often an article speaks of somebody.
"""

from __future__ import annotations

import re

from knowledge.questions.candidates import CLAUSAL, Candidate
from knowledge.questions.rules.shown import BLANK, names, sentence
from knowledge.questions.surroundings import Surroundings

_FOR_LATER = re.compile(
    r"\b(?:is|are) (?:set|due|expected|scheduled|likely|about|planning|hoping|going|aiming"
    r"|preparing|bound|poised) (?:to|for)\b|\b(?:plans?|hopes?|aims?|intends?|seeks?|wants?) to\b"
    r"|\b(?:is|are) (?:being|still|yet)\b"
)
_LOADED = frozenset(
    {"rogue", "so-called", "regime", "puppet", "evil", "barbaric", "infamous", "notorious"}
    | {"thug", "tyrant", "traitor", "savage"}
)
_SAID = re.compile(r"(?<!\S)[“\"‘][a-z]")
"""A quotation; the titles of works begin with a capital."""
_FEWEST_MENTIONS = 3


def announced_for_later(candidate: Candidate, _: Surroundings) -> bool:
    """What somebody "is set to" do has happened by now, or not; what a term means, never does."""
    is_timeless = candidate.fact.kind == "meaning"
    return not is_timeless and _FOR_LATER.search(sentence(candidate)) is not None


def loaded_word(candidate: Candidate, _: Surroundings) -> bool:
    """A word such as "rogue" takes sides; who used it, a question does not make clear enough."""
    return not _LOADED.isdisjoint(re.findall(r"[a-z-]+", candidate.stem.lower()))


def words_of_somebody(candidate: Candidate, _: Surroundings) -> bool:
    """What somebody said word for word is asked by an instructor, if at all."""
    return _SAID.search(sentence(candidate)) is not None


def year_in_a_lesser_life(candidate: Candidate, around: Surroundings) -> bool:
    """Whom the article names once or twice, it is not about; when he did what, nobody asks."""
    if candidate.answer_kind != "date" or candidate.fact.kind not in CLAUSAL:
        return False
    persons = [name for name in names(sentence(candidate)) if _is_somebody(name, around)]
    article = candidate.fact.citations[0].article
    is_minor = (
        around.elsewhere.count(article, name.split()[-1]) < _FEWEST_MENTIONS for name in persons
    )
    opens = bool(persons) and _opens(candidate, persons[0])
    return opens and next(is_minor) and persons[0].split()[-1] not in candidate.title


def _is_somebody(name: str, around: Surroundings) -> bool:
    return around.names.full(name) in around.persons or name in around.persons


def _opens(candidate: Candidate, person: str) -> bool:
    """Whether the person is the sentence's subject, as far as its beginning shows."""
    said = re.sub(r"^(?:In|On) (?:what|which) \w+ (?:did|was|were) ", "", sentence(candidate))
    return said.replace(BLANK, "").strip().startswith(person)
