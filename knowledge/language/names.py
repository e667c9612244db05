"""Names in prose: where they stand, whom they mean, and one table a library of who is who.

Persons are recognised by evidence (a title, a given name, "Mr. Wang", an apposition), and a short
form means the full name that the same library knows. Pronouns are not resolved here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from knowledge.language.gazetteers import (
    COUNTRY_NAMES,
    DEMONYMS,
    GIVEN_NAMES,
    KIND_WORDS,
    ORGANISATION_SUFFIXES,
    PEOPLES,
    TITLES,
)
from knowledge.language.places import country, place_kind

_WORD = (
    r"(?:(?:Mrs?|Ms|Dr|Prof|Sen|Gen|Col|Gov|Rep|Lt|Capt|Sgt|Rev|St|Jr|Sr)\."
    r"|(?:Mc|Mac|O['’]|D['’]|L['’]|De|Di|La|Le)?[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+"
    r"|[A-Z]{2,}|(?:[A-Z]\.){1,3}|[A-Z])"
)
_HYPHEN = r"[-\u2011]"
_CAPITALISED = rf"{_WORD}(?:(?:{_HYPHEN}|['’](?!s\b)|{_HYPHEN}[a-z]+{_HYPHEN}){_WORD})*"
_PARTICLE = r"(?:de|del|della|da|dos|di|van|von|der|den|ten|bin|ibn|al|el|la|le|du|y|zu)"
_OFFICE_OF = (
    rf"(?:Secretary|Minister|Speaker|Director|Chief)\sof\s(?:the\s)?{_WORD}(?:\sAffairs|\sStaff)?"
)
_BODY_OF = (
    r"(?:Universit(?:y|ies)|Institute|College|School|Museum|Bank|Battle|Siege|Treaty|Isle|Gulf|Bay"
    r"|Cape|Republic|Kingdom|Church|Department|Ministry|House|Bureau|Board|Council|Court|Society"
    r"|Academy|Academia|Order|Temple|Tower|Castle|Port|Lake|Mount|Straits?|Isles|Declaration"
    r"|Congress|Bill|Statue|Library|Faculty|President|Bishop|Duke|Duchess|Earl|Prince|Princess"
    r"|Queen|King)\sof\s(?:the\s)?"
)
_STEP = rf"(?:{_OFFICE_OF}|(?:{_CAPITALISED}\s)?{_BODY_OF}{_CAPITALISED}|{_CAPITALISED})"
_RUN = re.compile(rf"{_STEP}(?:\s(?:{_PARTICLE}\s){{0,2}}{_STEP})*(?!['’]t\b)")
_LOWER_TITLE = re.compile(
    r"\b(?:diplomat|spokesman|spokeswoman|spokesperson|leader|president|minister|secretary|chief|"
    r"director|chairman|chairwoman|professor|author|writer|novelist|poet|actor|actress|singer|"
    r"composer|painter|architect|scientist|physicist|chemist|mathematician|historian|economist|"
    r"engineer|journalist|lawyer|coach|captain|founder|businessman|inventor|astronomer|"
    r"philosopher|explorer|general|admiral|king|queen|emperor|bishop|wife|husband|son|daughter|"
    r"brother|sister|father|mother)\s$"
)
_SAYS = re.compile(r"^,?\s(?:said|says|told|added|explained|wrote|argued|replied|asked|who)\b")
_FORM_OF_ADDRESS = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady)\b\.?\s+")
_GLUED = re.compile(r"^(?P<name>[A-Z][a-zà-ÿ]+?)(?:for|and|with|said|in|on|who|told)$")
_FUNCTION_WORDS = Path(__file__).parent / "lists" / "function_words.txt"
_INNER_TITLE = re.compile(
    r"\b(?:Secretary|Minister|President|Mrs?\.|Dr\.|Captain|Professor|Senator|Director)\s(?!of\b)"
)
_PLACE_TITLES = {"St.", "Saint", "San", "Santa", "Fort", "Mount", "Lake", "Cape", "Port"}
_NO_PERSONS = frozenset(
    {"Program", "Programme", "Project", "Draft", "Experience", "Image", "Award", "Awards", "Prize"}
    | {"Group", "Man", "Day", "Act", "Law", "Theory", "Model", "Photo", "Show", "Magazine"}
    | {"Operation", "Madame", "FRS", "Series", "Cardinals", "Baseball", "Football", "Edition"}
)
_MOST_NAME_WORDS = 4
_LONGEST_INITIALS = 3
_KIND_OF_LABEL = {
    "PERSON": "person",
    "GPE": "area",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
    "EVENT": "event",
}
_ALIAS_RATIO = 70.0
_SPELLING_RATIO = 90.0
_SHORT_FORM_DOMINATES = 3
_SHORTEST_GIVEN_NAME = 3


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
class _Seen:
    """A run of capitalised words after its title was taken off."""

    start: int
    end: int
    text: str
    title: str
    shows_person: bool


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
    def of(cls, texts: Iterable[str], votes: Mapping[str, str] | None = None) -> Names:
        """Read the table off all sentences of a library.

        ``votes`` are the kinds that a language pipeline gave to names; they count where no rule
        knows better.
        """
        votes = votes or {}
        seen = [name for text in texts for name in _runs(text)]
        persons = _persons(seen, votes)
        aliases = _misspellings(persons, seen)
        true_names = {name: count for name, count in persons.items() if name not in aliases}
        certain = frozenset(name.text for name in seen if name.shows_person)
        shorts = Counter(name.text for name in seen if " " not in name.text)
        return cls(true_names, aliases, shorts, _owners(true_names, aliases), votes, certain)

    def full(self, name: str, topic: str = "") -> str | None:
        """The full name of the person that a form means, or None when it is nobody's or two's.

        Of several persons, the ``topic`` of the text is meant.
        """
        form = _FORM_OF_ADDRESS.sub("", name)
        if form in self.persons:
            return form
        if form in self.aliases:
            return self.aliases[form]
        owners = self.owners.get(form, frozenset())
        if topic in owners:
            return topic
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
        return [self._named(seen, topic) for seen in _runs(text)]

    def persons_in(self, text: str) -> list[Name]:
        """The persons of the text that the table knows."""
        return [name for name in self.find(text) if name.kind == "person"]

    def _person(self, seen: _Seen, topic: str) -> str | None:
        """Whom the name means; a listed place means nobody, but for a title or the topic."""
        full = self.full(seen.text, topic)
        is_place = place_kind(seen.text) is not None and not seen.title
        return None if is_place and full != topic and full != seen.text else full

    def _kind(self, name: str) -> str:
        by_rule = kind_of(name)
        voted = self.votes.get(name, by_rule)
        return voted if by_rule == "other" and voted != "person" else by_rule

    def _named(self, seen: _Seen, topic: str) -> Name:
        full, text, end = self._person(seen, topic), seen.text, seen.end
        repaired = _unglued(seen.text)
        if full is None and repaired and self.full(repaired):
            full, text, end = self.full(repaired), repaired, seen.start + len(repaired)
        kind = "person" if full else self._kind(text)
        if kind == "city" and self.full(seen.text):
            kind = "other"
        return Name(seen.start, end, text, full or text, kind, seen.title)


def voted(labelled: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The kind that most labels of each name give it, where more than half of them agree.

    ``labelled`` are names with the labels of the language pipeline (``PERSON``, ``ORG``, …).
    """
    counts: dict[str, Counter[str]] = {}
    for name, label in labelled:
        counts.setdefault(name, Counter())[_KIND_OF_LABEL.get(label, "other")] += 1
    winners = {name: kinds.most_common(1)[0] for name, kinds in counts.items()}
    return {name: k for name, (k, n) in winners.items() if 2 * n > counts[name].total()}


def kind_of(name: str) -> str:
    """What a name of no person means: a kind of place, organisation, event, or ``other``."""
    listed = place_kind(name)
    if listed:
        return listed
    words = name.split()
    if words[-1] in KIND_WORDS["event"]:
        return "event"
    if " of " in name and words[0] in KIND_WORDS["event"]:
        return "event"
    if words[-1] in ORGANISATION_SUFFIXES or words[0] in {"University", "Ministry", "Department"}:
        return "organisation"
    if words[-1] in KIND_WORDS["place"] | KIND_WORDS["area"] or words[0] in {"Mount", "Lake"}:
        return "place"
    return "other"


def sex_of(full: str) -> str:
    """``f`` or ``m`` where the given name shows it, else nothing."""
    sex = GIVEN_NAMES.get(full.split(maxsplit=1)[0], "")
    return sex if sex in {"f", "m"} else ""


def _runs(text: str) -> Iterator[_Seen]:
    for match in _RUN.finditer(text):
        yield from _without_title(text, match.start(), match.end())


def _without_title(text: str, start: int, end: int) -> Iterator[_Seen]:
    """Take function words, nationality and title off the front of a run of capitalised words."""
    start = _after_closed_class(text, start, end)
    lead = _title_before(text, start, end)
    rest_start = start + lead
    name = text[rest_start:end]
    if not name or name in DEMONYMS or name in PEOPLES or name in TITLES:
        return
    before, after = text[:rest_start], text[end : end + 12]
    title = text[start:rest_start].strip()
    if name.split()[0] in _PLACE_TITLES:
        yield _Seen(rest_start, end, name, "", shows_person=False)
        return
    shows = bool(title and _names_person(title)) or bool(_LOWER_TITLE.search(before[-16:]))
    shows = shows or _is_given(name) or (" " in name and bool(_SAYS.match(after)))
    yield _Seen(rest_start, end, name, title, shows and _may_be_person(name))


def _may_be_person(name: str) -> bool:
    """Whether nothing in the words of a name speaks against a person."""
    words = name.split()
    common = ORGANISATION_SUFFIXES | KIND_WORDS["event"] | KIND_WORDS["place"] | _NO_PERSONS
    return (
        kind_of(name) == "other"
        and len([word for word in words if word[0].isupper()]) <= _MOST_NAME_WORDS
        and not common & set(words)
        and not (name.isupper() and len(name) > _LONGEST_INITIALS)
    )


def _after_closed_class(text: str, start: int, end: int) -> int:
    while start < end:
        word = re.match(r"\S+", text[start:end])
        if word is None or word.group() not in _closed_class():
            break
        start += len(word.group())
        start += len(text[start:end]) - len(text[start:end].lstrip())
    return start


@cache
def _closed_class() -> frozenset[str]:
    lines = _FUNCTION_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if line[0] != "#" for word in line.split())


@cache
def _title_pattern() -> re.Pattern[str]:
    offices = sorted((*TITLES, "Minister of Foreign Affairs", "State Department"), key=len)[::-1]
    nations = sorted({*DEMONYMS, *PEOPLES, *COUNTRY_NAMES, "EU", "UN"}, key=len)[::-1]
    nation = "|".join(map(re.escape, nations))
    office = "|".join(map(re.escape, offices))
    return re.compile(
        rf"(?:(?:{nation})\s+)?(?:(?:{office})(?:\s+of\s+(?:the\s+)?[A-Z]\w+)?\s+)+"
        rf"|(?:{nation})\s+"
    )


def _title_before(text: str, start: int, end: int) -> int:
    """How many characters of ``text[start:end]`` are nationality and title."""
    match = _title_pattern().match(text, start, end)
    inside = [m for m in _INNER_TITLE.finditer(text, start, end) if m.end() < end]
    ends = [match.end() if match else start, *(m.end() for m in inside)]
    return max(ends) - start


def _names_person(title: str) -> bool:
    return any(title.endswith(office) for office in TITLES)


def _is_given(name: str) -> bool:
    words = name.split()
    is_listed = words[0] in GIVEN_NAMES and len(words[0]) >= _SHORTEST_GIVEN_NAME
    return len(words) > 1 and is_listed and kind_of(name) == "other"


def _persons(seen: Iterable[_Seen], votes: Mapping[str, str]) -> dict[str, int]:
    """The full names for which a rule or the pipeline shows that they name persons."""
    seen = [name for name in seen if " " in name.text]
    shown = {name.text for name in seen if name.shows_person}
    shown |= {
        name.text
        for name in seen
        if votes.get(name.text) == "person" and _may_be_person(name.text)
    }
    shown -= {name for name in shown if _unglued(name) in shown}
    return dict(Counter(name.text for name in seen if name.text in shown))


def _unglued(name: str) -> str | None:
    """The name without a function word that a broken text has glued to it (``Wang Yifor``)."""
    *before, last = name.split()
    glued = _GLUED.match(last)
    return " ".join([*before, glued["name"]]) if glued else None


def _misspellings(persons: Mapping[str, int], seen: Iterable[_Seen]) -> dict[str, str]:
    """Each rarer name that is a more frequent person's, misspelt."""
    titles: dict[str, set[str]] = {}
    for name in seen:
        titles.setdefault(name.text, set()).update({name.title} - {""})
    found: dict[str, str] = {}
    for rare, count in persons.items():
        for common, more in persons.items():
            is_rarer = more > count or (more == count and rare > common)
            if rare != common and is_rarer and _same_person(rare, common, titles):
                found[rare] = found.get(common, common)
    return found


def _same_person(rare: str, common: str, titles: Mapping[str, set[str]]) -> bool:
    """Sharing a word, and spelt nearly alike or standing behind the same country's title."""
    shared_word = set(rare.split()) & set(common.split())
    alike = fuzz.ratio(rare, common)
    words, others = rare.split(), common.split()
    if words[0] == others[0] and words[-1] == others[-1]:
        return True
    if len(words) < len(others) and others[-len(words) :] == words:
        return True
    if not shared_word or len(words) != len(others):
        return False
    same_office = {t for t in titles[rare] & titles[common] if country(t.split()[0])}
    return alike >= _SPELLING_RATIO or (alike >= _ALIAS_RATIO and bool(same_office))


def _owners(persons: Iterable[str], aliases: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """For every run of words inside a name, the full names that it may mean."""
    owners: dict[str, set[str]] = {}
    for name in (*persons, *aliases):
        words = name.split()
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                form = " ".join(words[start:end])
                owners.setdefault(form, set()).add(aliases.get(name, name))
    return {form: frozenset(names) for form, names in owners.items()}
