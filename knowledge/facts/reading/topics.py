"""The thing that an article is about, and where a sentence means it without naming it in full.

Knows what the article's first sentence says: its title, and what that is ("a company").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.facts.reading.words import words
from knowledge.language.names import Name
from knowledge.models import Article

_DISAMBIGUATION = re.compile(r"\s*\([^()]*\)$|, .*$")
_SENTENCE_ENDS = re.compile(r"[.!?\n]")
_OPENING_WORDS = 30
_LOOK_BACK = 300


@dataclass(frozen=True)
class Topic:
    """The thing that an article is about: its name as in the title and what it is."""

    name: str
    nouns: frozenset[str]


@lru_cache(maxsize=8)
def topic_of(article: Article) -> Topic | None:
    """What the article says at its very beginning that its title is, or None."""
    name = _DISAMBIGUATION.sub("", article.title.strip())
    opening = re.match(
        rf"\s*(The )?{re.escape(name)}\b[^.;]*?\b(?:is|was|are|were) (?:an?|the|one of)\b([^.;]*)",
        article.text,
        re.IGNORECASE,
    )
    if not name or opening is None:
        return None
    said = opening[2].lower().split()[:_OPENING_WORDS]
    nouns = frozenset(word.strip(",") for word in said) & words("topics")
    return Topic(f"the {name}" if opening[1] else name, nouns)


def mentions_of(topic: Topic, text: str, article: Article, start: int) -> Iterator[Name]:
    """Its name, "the company" and, behind a sentence about the topic, a leading "it"."""
    forms = [rf"\b(?:[Tt]he )?{re.escape(topic.name.removeprefix('the '))}\b"]
    if topic.nouns:
        nouns = "|".join(sorted(topic.nouns))
        forms.append(rf"\b[Tt]he (?:{nouns})\b(?! (?:of|in|that|which)\b)")
    before = article.text[max(0, start - _LOOK_BACK) : start].rstrip().rstrip(".!?")
    opens = _SENTENCE_ENDS.split(before)[-1].strip().lower().removeprefix("the ")
    names = (topic.name.lower().removeprefix("the "), *topic.nouns, "it ")
    if opens.startswith(names):
        forms.append(r"^\s*It(?=\s)|^\s*Its(?=\s)")
    for form in forms:
        for match in re.finditer(form, text):
            tail = "'s" if match[0].strip() == "Its" else ""
            yield Name(match.start(), match.end(), topic.name, topic.name, "topic", tail)
