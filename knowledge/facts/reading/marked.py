"""A sentence in which every name and date is one mark, so that patterns can speak of persons.

``Marie Holm was born in Ulm in 1879`` reads ``⟦p0⟧ was born in ⟦c1⟧ in ⟦d2⟧``. "He", "his" and
"the company" are marked as whom and what they mean. Knows no kind of fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from knowledge.facts.reading.antecedents import PERSONAL_SEX, SUBJECTS
from knowledge.facts.reading.lines import without_footnotes
from knowledge.facts.reading.parsed import Parsed
from knowledge.facts.reading.topics import mentions_of, topic_of
from knowledge.language.dates import PartialDate
from knowledge.language.kinds import may_be_person
from knowledge.language.names import Name, Names
from knowledge.models import Citation

_LETTERS = {
    "person": "p",
    "city": "c",
    "state": "s",
    "country": "k",
    "region": "r",
    "area": "a",
    "place": "l",
    "organisation": "o",
    "event": "e",
}
_KINDS = {
    "person": "p",
    "somebody": "[px]",
    "place": "[csrkalx]",
    "spot": "[csrkalxp]",
    "thing": "[^pd]",
    "name": "[^d]",
    "date": "d",
}
_SLOT = re.compile(r"<(\w+):(\w+)>")
_MARK = re.compile(r"⟦\w(\d+)⟧")
_BRACKETS = re.compile(r"\s?\([^()]*\)|\s?\[[^\[\]]*\]")
_SPACES = re.compile(r"\s+")
_SPACE_BEFORE_MARK = re.compile(r"\s+(?=[,.;:]|'s\b)")
_HEDGES = re.compile(
    r"\b(?:not|never|no|may|might|would|could|should|if|whether|unless|allegedly|reportedly"
    r"|suppos\w+|presumably|probably|possibly|perhaps|apparently|claim\w*|believ\w+|rumou?r\w*"
    r"|legend\w*|myth\w*|thought|said|accus\w+|alleg\w+|suspect\w*|according|suggest\w*"
    r"|(?:story|stories|theory|account|tale) (?:holds?|tells?|says?|goes|has it)"
    r"|propos\w+|plan\w*|intend\w*|almost|nearly|tradition\w*|erroneously|mistakenly)\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[,;:.]|\b(?:and|who|which|where|when|after|before|until|but|while)\b")
_OPENING_DATE = re.compile(r"(?:^|\b(?:and|;|but),? )(?:[Ii]n|[Oo]n|[Bb]y) ⟦d\d+⟧,? ?$")
_REMARK_BEFORE_A_DATE = re.compile(r"^(?:, (?:an?|the) [^,;.]{3,100})?, (?=(?:in|on) ⟦d)")
_PARTICIPLE = re.compile(r"[A-Z][a-z]+ed|Born|Built|Known|Written|Set|Begun")
_BELONGS = re.compile(
    r"(?:\S [A-Z][\w.]*|⟦[^d]\d+⟧)(?:,? (?:of|in|on|and|for|to|vs\.|at|with|from))? (?:the |a )?$"
)
DESCRIBED = (
    r"(?:(?!(?:and|or|of|in|to|by|with|when|that|who|for|from|at|on|after|as|was|were|is|than)\b)"
    r"[A-Za-z-]+,? ){0,5}?"
)
"""What may stand between a relation and the name: ``the German physicist``."""
END = (
    r"(?=[,.;:]|$| (?:and|in|on|at|from|to|who|which|where|with|as|for|by|during|after|before"
    r"|until|when|while|but|because|since)\b)"
)
"""Behind a name that is surely whole."""


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A pattern over marked text; ``<who:person>`` is a slot for a mark of that kind."""
    return re.compile(_SLOT.sub(lambda m: rf"(?P<{m[1]}>⟦{_KINDS[m[2]]}\d+⟧)", text))


@dataclass(frozen=True)
class Marked:
    """A sentence's text with marks, and what the marks stand for."""

    parsed: Parsed
    text: str
    names: tuple[Name | PartialDate, ...]
    table: Names

    @classmethod
    def of(cls, parsed: Parsed, table: Names) -> Marked:
        """The sentence marked; text in brackets is left out."""
        return _Marker(parsed, table).marked()

    @property
    def citation(self) -> Citation:
        """The sentence as evidence."""
        return self.parsed.line.citation

    def find(self, text: str) -> Iterator[Found]:
        """Where the pattern fits and nothing before or in it takes the statement back."""
        for match in pattern(text).finditer(self.text):
            if not _HEDGES.search(self._opening + self.text[: match.end()]):
                yield Found(self, match)

    @property
    def _opening(self) -> str:
        """The sentence's first word where it was taken for a name ("Legend says")."""
        word = self.parsed.tree.tokens[0].text
        return f"{word} " if self.text.startswith("⟦") and word != "May" else ""

    @cached_property
    def plain(self) -> str:
        """The sentence as written, without footnote marks."""
        return _SPACES.sub(" ", without_footnotes(self.parsed.line.sentence.text)).strip()


@dataclass(frozen=True)
class Found:
    """A pattern found in a marked sentence; its groups as names, dates and text."""

    within: Marked
    match: re.Match[str]

    @property
    def before(self) -> str:
        """The marked text before the match."""
        return self.within.text[: self.match.start()]

    @property
    def after(self) -> str:
        """The marked text behind the match, to the end of its clause."""
        return re.split(r"[;:]", self.within.text[self.match.end() :])[0]

    def group(self, group: str) -> str:
        """A group as it stands in the marked text, or nothing."""
        return self.match.groupdict().get(group) or ""

    def name(self, group: str) -> Name:
        """The name that a slot holds. Raises TypeError when it holds a date."""
        return _name(self.within, self.group(group))

    def date(self, group: str) -> PartialDate:
        """The date that a slot holds. Raises TypeError when it holds a name."""
        found = self.within.names[_index(self.group(group))]
        if isinstance(found, Name):
            raise TypeError(group)
        return found

    @property
    def year(self) -> str:
        """The year that the match's own clause gives, in front or behind, or nothing."""
        tail = _CLAUSE_ENDS.split(_REMARK_BEFORE_A_DATE.sub(" ", self.after))[0]
        opening = _OPENING_DATE.search(self.before)
        near = f"{opening[0] if opening else ''} {self.match[0]} {tail}"
        days = [self.within.names[int(mark[1])] for mark in _MARK.finditer(near)]
        years = {str(day.year) for day in days if not isinstance(day, Name) and day.year}
        return years.pop() if len(years) == 1 else ""

    def person(self, group: str) -> str:
        """The full name of a known person, or of somebody who may be one; else nothing."""
        name = self.name(group)
        if name.kind == "person":
            return name.full
        return name.text if " " in name.text and may_be_person(name.text) else ""

    def written(self, group: str) -> str:
        """A group with the names put back, "the" before a name kept."""
        return written(self.within, self.group(group))

    def is_whole(self, group: str) -> bool:
        """Whether no capital word before the name seems to belong to it."""
        return _BELONGS.search(self.within.text[: self.match.start(group)]) is None

    def thing(self, group: str) -> str:
        """The name of a thing with its own "the"."""
        start = self.match.start(group)
        has_article = self.within.text[:start].lower().endswith("the ")
        text = self.name(group).text
        return f"the {text}" if has_article and not text.startswith("the ") else text


def written(within: Marked, text: str) -> str:
    """Marked text with the names and dates put back."""
    return _MARK.sub(lambda m: _spoken(within.names[int(m[1])]), text).strip()


def named(within: Marked, mark: str) -> Name | PartialDate:
    """What a mark stands for."""
    return within.names[_index(mark)]


def _spoken(found: Name | PartialDate) -> str:
    return found.text if isinstance(found, Name) else found.spoken


def _index(mark: str) -> int:
    match = _MARK.fullmatch(mark)
    if match is None:
        raise KeyError(mark)
    return int(match[1])


def _name(within: Marked, mark: str) -> Name:
    found = within.names[_index(mark)]
    if not isinstance(found, Name):
        raise TypeError(mark)
    return found


class _Marker:
    """Gathers what is to be marked in one sentence, then writes it."""

    def __init__(self, parsed: Parsed, table: Names) -> None:
        self.parsed, self.table = parsed, table
        self.found: list[Name | PartialDate] = []
        self.start = parsed.line.sentence.start

    def marked(self) -> Marked:
        """The marked sentence."""
        pieces, at, names = [], 0, list[Name | PartialDate]()
        text = self.parsed.line.text
        for start, end, mark, found, tail in sorted(
            self._marks(text), key=lambda m: (m[0], -m[1])
        ):
            if start >= at:
                pieces += [text[at:start], f"⟦{mark}{len(names)}⟧{tail}"]
                names.append(found)
                at = end
        plain = _BRACKETS.sub("", "".join([*pieces, text[at:]]))
        tidy = _SPACE_BEFORE_MARK.sub("", _SPACES.sub(" ", plain).replace("’", "'"))
        return Marked(self.parsed, tidy.strip(), tuple(names), self.table)

    def _marks(self, text: str) -> Iterator[tuple[int, int, str, Name | PartialDate, str]]:
        for day in self.parsed.line.dates:
            if not day.is_relative:
                yield day.start, day.end, "d", day, ""
        for name in self.parsed.line.names:
            if name.start > 0 or not _PARTICIPLE.fullmatch(name.text):
                yield name.start, name.end, _LETTERS.get(name.kind, "x"), name, ""
        yield from self._pronouns()
        topic = topic_of(self.parsed.line.article)
        if topic and not self.table.full(topic.name):
            article, is_told_of = self.parsed.line.article, self.parsed.is_of_the_thing
            for name in mentions_of(topic, text, article, self.start, is_told_of=is_told_of):
                yield name.start, name.end, "t", name, name.title

    def _pronouns(self) -> Iterator[tuple[int, int, str, Name, str]]:
        tree = self.parsed.tree
        for index, token in enumerate(tree.tokens):
            if tree.word(index) not in {"he", "she", "his", "her"}:
                continue
            is_named = index == self.parsed.named_pronoun
            person = self.parsed.antecedent if is_named else self._meant(index)
            if person:
                start, end = token.start - self.start, token.end - self.start
                name = Name(start, end, self.table.display(person), person, "person")
                yield start, end, "p", name, "'s" if token.tag == "PRP$" else ""

    def _meant(self, pronoun: int) -> str:
        """Whom a pronoun means: by itself, or the subject where nobody else is named before."""
        parsed, tree = self.parsed, self.parsed.tree
        person = parsed.person_at(pronoun)
        subject = tree.child(tree.root, *SUBJECTS)
        if person or tree.word(pronoun) not in {"his", "her"} or subject is None:
            return person
        meant = parsed.person_at(subject) if subject < pronoun else ""
        others = parsed.persons_before(pronoun) - {meant}
        is_his = parsed.is_of_sex(meant, PERSONAL_SEX[tree.word(pronoun)])
        return meant if is_his and not others else ""
