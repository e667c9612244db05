"""The thing that an article is about, and where a sentence means it without naming it in full.

Knows what the article's first sentence says: its title, and what that is ("a company").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from knowledge.facts.reading.words import words
from knowledge.language.gazetteers import PERSON_NOUNS
from knowledge.language.names import Name
from knowledge.language.verbs import is_past
from knowledge.language.wholes import stands_in, times_inside
from knowledge.models import Article

_TABLE = Path(__file__).with_name("topics.tsv")
_DISAMBIGUATION = re.compile(r"\s*\([^()]*\)$|, .*$")
_ALONE = (
    r"(?=[^\w ]|$|'s"
    r"| (?:is|was|are|were|has|had|and|or|in|on|at|to|by|of|from|for|with|as)\b)"
)
"""Of "the Daewoo group" the article is the group's."""
_SMALL_WORDS = frozenset(
    {"vs.", "v.", "a", "an", "with", "by", "from", "or", "of", "the", "and", "for", "in", "on"}
    | {"at", "to", "de"}
)
_COMPOUNDED = ("bridge", "castle", "tower", "church")
"""A footbridge is a bridge; no destination is a nation."""
_SENTENCE_ENDS = re.compile(r"[.!?\n]")
_LOOK_BACK = 300
_NOUN_ENDS = re.compile(
    r"[;:(]| (?:of|by|for|in|from|with|without|that|which|who|whose|where|on|at|to|as|about|off"
    r"|near|between|native|indigenous|known|eaten|drunk|sung|written|drawn|grown|worn|woven"
    r"|[a-z]+ing(?= (?:an?|the|its|of|to|in|by|with|[a-z]+s)\b))\b|,? (?P<past>[a-z]+)"
    r"(?= (?:after|by|in|from|for|with|on|to|at|out|over|under|as|of|during|between)\b)"
)
"""What may follow the noun that says what the thing is; a participle, if the word is a past."""
_KIND_OF = re.compile(
    r"\b(?:type|kind|form|sort|style|variety|breed|species) of (?:an? )?"
    r"|\bmember of the (?=.*family)"
)
_ONLY = re.compile(r"an? ")
_NAMED = frozenset(
    {"island", "city", "town", "village", "country", "state", "province", "county", "region"}
    | {"district", "river", "lake", "mountain", "peninsula", "port", "park", "resort", "valley"}
    | {"company", "organisation", "ship", "battle", "book", "film", "album", "band", "song"}
    | {"newspaper", "magazine", "university", "bridge", "building", "tower", "brand", "festival"}
)
"""What such a thing is called is a name, whatever else is called so: Madeira and its madeira."""
_EMPTY = frozenset(
    {"member", "name", "term", "word", "title", "place", "part", "number", "result", "piece"}
    | {"one", "example", "way", "set", "series", "class", "lot", "point", "pair", "family"}
    | {"matter"}
)
"""Nouns behind which there is no telling what the thing is."""


@dataclass(frozen=True)
class Topic:
    """The thing that an article is about: its name, and what else the article may call it.

    The name is written as inside a sentence: ``the honey badger``, ``Tatra``.
    """

    name: str
    nouns: frozenset[str]
    is_plural: bool = False


@lru_cache(maxsize=8)
def topic_of(article: Article) -> Topic | None:
    """What the article says at its very beginning that its title is, or None.

    "The Battle of Flodden was fought" tells as well that it is a battle.
    """
    name = _named(article)
    start = rf"\s*(?P<the>The )?(?P<name>{re.escape(name)})\b"
    gap = r"(?:(?!\b(?:that|which|who|whose|has|had)\b)[^.;])*?"
    is_one = rf"{gap}\b(?P<verb>is|was|are|were) (?P<said>(?:an?|the|one of) [^.;]*)"
    told = re.match(start + is_one, article.text, re.IGNORECASE)
    opening = told or re.match(rf"{start}(?:,| \(| was\b)", article.text, re.IGNORECASE)
    by_name = _also_called().get(name.split(" of ")[0].lower(), frozenset[str]())
    nouns = _nouns(told["said"]) if told else by_name
    if not name or opening is None or not (told or nouns):
        return None
    written = opening["name"]
    small = f"{written[:1].lower()}{written[1:]}"
    as_name, as_noun = (times_inside(each, article.text) for each in (written, small))
    is_name = as_name > as_noun or not nouns.isdisjoint(_NAMED)
    written = written if is_name or not stands_in(small, article.text) else small
    is_plural = told is not None and told["verb"] in {"are", "were"}
    behind = article.text[opening.end("name") :]
    takes_the = opening["the"] and not behind[1:2].isupper()  # "The Daewoo Group"
    return Topic(f"the {written}" if takes_the else written, nouns, is_plural)


def thing_of(article: Article) -> str:
    """What an article that is no life is about, with the "the" that it takes, or nothing."""
    topic = topic_of(article)
    return topic.name if topic and not topic.is_plural else _named_thing(article)


@lru_cache(maxsize=8)
def _named_thing(article: Article) -> str:
    title = _named(article)
    is_name = all(word[0].isupper() or word in _SMALL_WORDS for word in title.split())
    is_told = re.search(rf"\b{re.escape(title)}(?!\w)", article.text, re.IGNORECASE)
    is_common = stands_in(title.lower(), article.text)
    if not title or not is_name or is_common or not is_told:
        return ""
    opens = rf"(?:^|\n)\s*(The )?{re.escape(title)}(?= (?:is|was|are|were|has|had|\()|,)"
    opening = re.search(opens, article.text)
    takes_the = opening[1] if opening else _has_mostly_the(title, article.text)
    return f"the {title}" if takes_the else title


def _has_mostly_the(title: str, text: str) -> bool:
    """Whether "the" stands before most mentions, those in longer names left aside."""
    mention = rf"\b(the )?{re.escape(title)}(?!\w)"
    alone = re.findall(mention + _ALONE, text, re.IGNORECASE)
    said = alone or re.findall(mention, text, re.IGNORECASE)
    return 2 * sum(map(bool, said)) > len(said)


def _named(article: Article) -> str:
    """The title without what tells it from others of its name."""
    return _DISAMBIGUATION.sub("", article.title.strip())


def is_ship(topic: Topic | None) -> bool:
    """Whether the article is about a ship, which is "she" as well as "it"."""
    return topic is not None and "vessel" in topic.nouns


def _nouns(said: str) -> frozenset[str]:
    """What else a thing that is said to be "a dish of rice" may be called: a dish."""
    of_many = said.lower().removeprefix("one of the ")
    kinds = _phrase(_KIND_OF.sub("", of_many))
    last = [each.split()[-1] for each in re.split(r",| and ", kinds) if each.split()]
    if said.lower() != of_many:
        last = [noun.removesuffix("s") for noun in last]
    more = frozenset[str]().union(*(_also_called().get(noun, ()) for noun in last))
    is_told = _ONLY.match(said) is not None
    own = {*last[-1:]} - PERSON_NOUNS if is_told else set[str]()
    last += [kind for kind in _COMPOUNDED for noun in last if noun.endswith(kind)]
    named = {noun for noun in own if noun.isalpha()} | ({*last} & words("topics"))
    return frozenset(named | more) - _EMPTY


def _phrase(said: str) -> str:
    """The noun that says what a thing is, with the adjectives before it: "spicy noodle soup"."""
    for found in _NOUN_ENDS.finditer(said):
        if found["past"] is None or is_past(found["past"]):
            return said[: found.start()]
    return said


@cache
def _also_called() -> dict[str, frozenset[str]]:
    """By kind of thing what such a thing may be called, the kind among it."""
    found = defaultdict[str, set[str]](set)
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line[0] != "#":
            called, kinds = (each.split() for each in line.split("\t"))
            for kind in kinds:
                found[kind] |= {kind, *called}
    return {kind: frozenset(called) for kind, called in found.items()}


def mentions_of(
    topic: Topic, text: str, article: Article, start: int, *, is_told_of: bool
) -> Iterator[Name]:
    """Its name, "the company" and, behind a sentence about the topic, a leading "it".

    ``is_told_of``: the company is no other that the sentence before has named.
    """
    forms = [rf"\b(?:[Tt]he )?{re.escape(topic.name.removeprefix('the '))}\b"]
    if topic.nouns and is_told_of:
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
