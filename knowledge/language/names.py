"""Who is who in a library: one table of full names, short forms and misspellings.

A short form means the full name that the same library knows. Pronouns are not resolved here.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz import fuzz

from knowledge.language.gazetteers import GIVEN_NAMES
from knowledge.language.kinds import kind_of, may_be_person
from knowledge.language.mentions import Mention, by_nickname, mentions, unglued
from knowledge.language.places import country, place_kind

_BORN_AS = re.compile(r"\s?\((?:[^()]*\W)?(?:born|née?)\s|(?:\s?\([^()]*\))?,\s(?:born|née?)\s")
_BORN_NAMED = re.compile(r"\s?\((?:[^()]*\W)?née?\s|,\snée?\s")
_KNOWN_AS = re.compile(
    r"(?:\s?\([^()]*\))?,?\s(?:(?:also|better|best|professionally|commonly)\s)?(?:known|called)\s"
    r"(?:simply\s)?(?:as|by (?:his|her|the) stage name)\s"
)
_FORM_OF_ADDRESS = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady)\b\.?\s+")
_CALLED_BY_GIVEN_NAME = frozenset({"Prince", "Princess", "Pope", "Saint"})
_GOES_ON = re.compile(r" (?:of|the) [A-Z]")
_ALIAS_RATIO = 70.0
_REGNAL = re.compile(r"[IVX]+")
"""Charles I is no misspelling of Charles III."""
_PARTICLES = frozenset(
    {"von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "la", "le", "du", "af"}
    | {"av", "zu", "bin", "ibn", "y", "of", "the"}
)
_SPELLING_RATIO = 90.0
_MIDDLE_RATIO = 60.0
_SHORT_FORM_DOMINATES = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``start:end`` of a text, without titles; ``title`` stood before it.

    ``full`` is the full form by the library's table, or the name itself when it is unknown.
    """

    start: int
    end: int
    text: str
    full: str
    kind: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Who is who in a library: full forms of persons, and the full form each other form means."""

    persons: Mapping[str, int] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    short_forms: Mapping[str, int] = field(default_factory=dict)
    owners: Mapping[str, frozenset[str]] = field(default_factory=dict)
    votes: Mapping[str, str] = field(default_factory=dict)
    certain: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        texts: Iterable[str],
        votes: Mapping[str, str] | None = None,
        persons: Iterable[str] = (),
        whole: Mapping[str, str] | None = None,
    ) -> Names:
        """Read the table off all sentences of a library.

        ``votes`` are the kinds that a language pipeline gave to names; they count where no rule
        knows better. ``persons`` are full names known from elsewhere, from titles for instance;
        ``whole`` gives for some of them the longer name that means the same.
        """
        votes, known = votes or {}, frozenset(filter(may_be_person, persons))
        by_text = [(text, list(mentions(text))) for text in texts]
        seen = [name for _, found in by_text for name in found]
        counts = dict.fromkeys(known, 1) | _persons(seen, votes)
        aliases = _misspellings(counts, seen, known) | _other_names(by_text, counts, known)
        aliases |= _maiden_names(by_text, counts)
        for person, longer in (whole or {}).items():
            if aliases.get(person) != longer:
                aliases[longer] = aliases.get(person, person)
        true_names = {name: count for name, count in counts.items() if name not in aliases}
        shown = {name.text for name in seen if name.shows_person}
        certain = known | {name for name in shown if _is_undisputed(name, votes)}
        shorts = Counter(name.text for name in seen if " " not in name.text)
        return cls(true_names, aliases, shorts, _owners(true_names, aliases), votes, certain)

    def full(self, name: str, topic: str = "") -> str | None:
        """The full name of the person that a form means, or None when it is nobody's or two's.

        Of several persons, the ``topic`` of the text is meant.
        """
        form = _FORM_OF_ADDRESS.sub("", name)
        if form in self.persons:
            return form
        owners = self.owners.get(form, frozenset())
        is_own = {*form.split()} <= {*topic.split()} or len(owners) == 1
        if topic in owners and is_own:  # of "Ida Holm Moe", "Moe" may be her husband
            return topic
        meant = self.aliases.get(form, "")
        if meant and (" " in form or meant == topic):  # a maiden name means her in her own life
            return meant
        return next(iter(owners)) if len(owners) == 1 else None

    def display(self, full: str) -> str:
        """The form to ask with: the surname alone where the library itself mostly says that."""
        count = self.persons.get(full, 0)
        for part in (full.rsplit(maxsplit=1)[-1], full.split(maxsplit=1)[0]):
            said = self.short_forms.get(part, 0)
            if said >= _SHORT_FORM_DOMINATES * count > 0 and self.full(part) == full:
                return part
        return full

    def spellings(self, full: str) -> tuple[str, ...]:
        """Every form in use for the person: the full one, short ones, misspellings."""
        used = (part for part in full.split() if part in self.short_forms)
        parts = [part for part in used if self.full(part) == full]
        others = [alias for alias, name in self.aliases.items() if name == full]
        return tuple(dict.fromkeys([full, *parts, *others]))

    def find(self, text: str, topic: str = "") -> list[Name]:
        """All names of the text, left to right, with their kinds and full forms."""
        return [self._named(seen, topic, _follows(seen, text)) for seen in mentions(text)]

    def _person(self, seen: Mention, topic: str) -> str | None:
        """Whom the name means; a listed place means nobody, but for a title or the topic."""
        full = self.full(seen.text, topic)
        is_place = place_kind(seen.text) is not None and not seen.title
        is_given = (
            not _CALLED_BY_GIVEN_NAME.isdisjoint(seen.title.split()) and " " not in seen.text
        )
        # "Prince Charles" is no Charles Deane
        return None if (is_place or is_given) and full not in {topic, seen.text} else full

    def _kind(self, name: str) -> str:
        by_rule = kind_of(name)
        voted = self.votes.get(name, by_rule)
        return voted if by_rule == "other" and voted != "person" else by_rule

    def _named(self, seen: Mention, topic: str, behind: str) -> Name:
        full, text, end = self._person(seen, topic), seen.text, seen.end
        if full is not None and full != text and _GOES_ON.match(behind):
            full = None  # "Raymond of Toulouse" is no short form of "Raymond Aron"
        repaired = unglued(seen.text)
        if full is None and repaired and self.full(repaired):
            full, text, end = self.full(repaired), repaired, seen.start + len(repaired)
        kind = "person" if full else self._kind(text)
        if kind == "city" and self.full(seen.text):
            kind = "other"
        return Name(seen.start, end, text, full or text, kind, seen.title)


def _follows(seen: Mention, text: str) -> str:
    """What stands right behind a name, as far as it tells whether the name goes on."""
    return text[seen.end : seen.end + len(" the X")]


def _is_undisputed(name: str, votes: Mapping[str, str]) -> bool:
    """Whether the pipeline takes the name for nothing else, or its first word is a given name."""
    return (
        votes.get(name, "person") in {"person", "other"} or name.partition(" ")[0] in GIVEN_NAMES
    )


def _persons(seen: Iterable[Mention], votes: Mapping[str, str]) -> dict[str, int]:
    """The full names for which a rule or the pipeline shows that they name persons."""
    seen = [name for name in seen if " " in name.text]
    shown = {name.text for name in seen if name.shows_person}
    shown |= {
        name.text for name in seen if votes.get(name.text) == "person" and may_be_person(name.text)
    }
    shown -= {name for name in shown if unglued(name) in shown}
    return dict(Counter(name.text for name in seen if name.text in shown))


def _other_names(
    by_text: Iterable[tuple[str, list[Mention]]],
    persons: Mapping[str, int],
    known: frozenset[str],
) -> dict[str, str]:
    """Birth names and stage names, "X (born Y; …)": the known one is meant, or the more used.

    ``Erik "Red" Holm`` is whom a title calls Red Holm, but for where two are called so.
    """
    found: dict[str, str] = {}
    called: dict[str, set[str]] = defaultdict(set)
    for text, names in by_text:
        for one in names:
            if (by := by_nickname(one, text)) in known:
                called[by].add(one.text)
        for one, other in pairwise(names):
            between = text[one.end : other.start]
            if _BORN_AS.fullmatch(between) or _KNOWN_AS.fullmatch(between):
                found[other.text] = one.text
    for by, bearers in called.items():
        if len({name[0] for name in bearers}) == 1:  # "E." and "Erik" may be one
            found |= dict.fromkeys(bearers, by)
    both = [(o, one) for o, one in found.items() if one in persons and o in persons]
    return dict(sorted(pair, key=lambda name: (name in known, persons[name])) for pair in both)


def _maiden_names(
    by_text: Iterable[tuple[str, list[Mention]]], persons: Collection[str]
) -> dict[str, str]:
    """Of ``Ida Holm (née Moe; …)`` "Moe" alone means her, not her father."""
    return {
        maiden.text: one.text
        for text, names in by_text
        for one, maiden in pairwise(names)
        if one.text in persons and maiden.text not in one.text and " " not in maiden.text
        if _BORN_NAMED.fullmatch(text[one.end : maiden.start])
    }


def _misspellings(
    persons: Mapping[str, int], seen: Iterable[Mention], known: frozenset[str]
) -> dict[str, str]:
    """Each rarer name that is a more frequent person's, misspelt; a title spells its own right."""
    titles: dict[str, set[str]] = defaultdict(set)
    for name in seen:
        titles[name.text] |= {name.title} - {""}
    found: dict[str, str] = {}
    for rare, count in persons.items():
        for common, more in persons.items():
            is_rarer = more > count or (more == count and rare > common)
            if (rare in known) != (common in known) and rare.count(" ") == common.count(" "):
                is_rarer = common in known
            if rare != common and is_rarer and _same_person(rare, common, titles):
                found[rare] = found.get(common, common)
    return found


def _same_person(rare: str, common: str, titles: Mapping[str, set[str]]) -> bool:
    """Sharing a word, and spelt nearly alike or standing behind the same country's title."""
    shared_word = set(rare.split()) & set(common.split())
    alike = fuzz.ratio(rare, common)
    words, others = rare.split(), common.split()
    if _REGNAL.fullmatch(words[-1]) and _REGNAL.fullmatch(others[-1]):
        return words == others
    if words[0] == others[0] and words[-1] == others[-1]:
        return not _have_other_middles(words, others)
    ends = others[: len(words)], others[-len(words) :]
    if 1 < len(words) < len(others) and words in ends:
        return True
    if not shared_word or len(words) != len(others) or _parts(rare) != _parts(common):
        return False
    same_office = {t for t in titles[rare] & titles[common] if country(t.split()[0])}
    return alike >= _SPELLING_RATIO or (alike >= _ALIAS_RATIO and bool(same_office))


def _have_other_middles(words: list[str], others: list[str]) -> bool:
    """Whether two are named alike but for a name in the middle, as the sons of Bach were.

    "E.", "Chr." and "Kat" are short for others, and one may have more of them: "von" is none.
    """
    both = words[1:-1], others[1:-1]
    named = [[word for word in each if word not in _PARTICLES] for each in both]
    fewer, more = sorted(named if any(named) else both, key=len)
    if len(fewer) == len(more):
        return not all(map(_is_short_for, fewer, more))
    return any(not any(_is_short_for(one, other) for other in more) for one in fewer)


def _is_short_for(one: str, other: str) -> bool:
    is_cut = "." in one + other or one.startswith(other) or other.startswith(one)
    return is_cut or fuzz.ratio(one, other) >= _MIDDLE_RATIO


def _parts(name: str) -> list[str]:
    """The first letters of hyphened parts: brothers' names may differ in one, "Yak-yong" so."""
    hyphened = (word for word in name.lower().split() if "-" in word)
    return [part[:1] for word in hyphened for part in word.split("-")]


def _owners(persons: Iterable[str], aliases: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """For every beginning and every end of a name, the full names that it may mean.

    "Hippo" alone is the town, not Augustine of Hippo.
    """
    owners: dict[str, set[str]] = {}
    for name in (*persons, *(alias for alias in aliases if " " in alias)):
        words = name.split()
        for size in range(1, len(words) + 1):
            ends = () if "of" in words else (" ".join(words[-size:]),)
            for form in (" ".join(words[:size]), *ends):
                owners.setdefault(form, set()).add(aliases.get(name, name))
    return {form: frozenset(names) for form, names in owners.items()}
