"""A sentence with what the small grammars read in it, and its clauses: where every fact begins.

Knows which sentences are too broken, quoted or personal to be evidence. Knows no kind of fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from knowledge.articles import sentences
from knowledge.facts.reading.titles import may_be_of_one_person, person_of
from knowledge.language.dates import PartialDate, dates
from knowledge.language.names import Name, Names
from knowledge.models import Article, Citation, Sentence

_CLAUSE_BREAK = re.compile(
    r"[;:—]\s|,?\s(?=(?:after|before|when|while|where|which|who|because|although|but|since|"
    r"followed by|until|whereas)\b)|,?\s(?=(?:with|to|from|of|for)\swhom\b)"
)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|[‘](?:[^’]|’(?=\w))*’")
_SECOND_OR_FIRST_PERSON = re.compile(
    r"\b(?:you|your|yours|yourself|we|our|ours|my|me|myself|us|I)\b(?!\.)", re.IGNORECASE
)
_REPEATED_WORD = re.compile(r"\b(?!(?:had|that)\b)(\w{2,})[.,]?\s+\1\b", re.IGNORECASE)
_HE_OR_SHE = re.compile(
    r"^\W*(?:(?:and|that|where|after|before|when|while|a day|one day)\s+)*(?:he|she)\b",
    re.IGNORECASE,
)
_US_OR_NUMERAL = re.compile(r"\bUS\b|(?<=[A-Za-z]\s)I\b(?=[,.\s](?!['’]|am\b|was\b|have\b|had\b))")
_FOOTNOTE = re.compile(
    r"\[(?:\d{1,3}|[a-z]|citation needed|note \d+)\]"
    r"|(?m:^[A-Z][A-Z .'’/-]{2,}(?: ?\([\w /]{2,20}\))?(?:, [\w .]{2,25}){0,3}"
    r"(?: ?\([\w /]{2,20}\))? ?[–—-]{1,2} )"
)
"""Marks of notes, and the dateline that opens a report: "LISBON, July 4 (AFP) - "."""
_OF_TWO = re.compile(r"[A-Z]\w+ and [A-Z]\w+")
"""A report on "Ann Lee and Pope Paul VI" is about neither alone."""
_LONGEST_WORDS = 60
_SHORT_QUOTE = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a sentence that holds one finite verb, as far as words alone can tell.

    ``persons`` are the distinct full names of the persons in it, ``places`` where in the text
    each first stands; a leading "he" or "she" counts as the first person named before it.
    """

    text: str
    start: int
    persons: tuple[str, ...]
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A usable sentence: its names and dates, and whom the sentence before was about.

    ``text`` is the sentence with quotations and footnote marks blanked out, so that offsets stay.
    """

    article: Article
    sentence: Sentence
    text: str
    names: tuple[Name, ...]
    dates: tuple[PartialDate, ...]
    previous_subject: str
    opens_paragraph: bool

    @property
    def subject(self) -> str:
        """The first person of the sentence, or whom its leading "he" means, or nothing."""
        if _HE_OR_SHE.search(self.text):
            return self.previous_subject
        return next((name.full for name in self.names if name.kind == "person"), "")

    @property
    def citation(self) -> Citation:
        """The sentence as evidence."""
        return Citation(
            self.article.id,
            self.article.title,
            self.article.source,
            self.sentence.text,
            self.sentence.start,
            self.sentence.end,
        )

    def clauses(self) -> Iterator[Clause]:
        """The clauses, left to right."""
        cuts = [0, *(match.start() for match in _CLAUSE_BREAK.finditer(self.text)), len(self.text)]
        for start, end in pairwise(cuts):
            persons = self._persons(start, end)
            yield Clause(self.text[start:end], start, tuple(persons), tuple(persons.values()))

    def _persons(self, start: int, end: int) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        pronoun = _HE_OR_SHE.search(self.text[start:end])
        if pronoun:
            before = [n.full for n in self.names if n.kind == "person" and n.start < start]
            subject = before[0] if before else self.previous_subject
            if not subject:
                return {}
            found[subject] = pronoun.end() - 2, pronoun.end()
        for name in self.names:
            if name.kind == "person" and start <= name.start < end:
                found.setdefault(name.full, (name.start - start, name.end - start))
        return found


def lines(article: Article, names: Names) -> list[Line]:
    """The sentences of the article that can be evidence, in order."""
    return list(_lines(article, names, sentences(article)))


def _lines(article: Article, names: Names, all_sentences: Iterable[Sentence]) -> Iterator[Line]:
    subject, end, topic = "", 0, person_told_of(article, names)
    for sentence in all_sentences:
        opens = "\n" in article.text[end : sentence.start]
        subject = "" if opens else subject
        text = without_quotations(without_footnotes(sentence.text))
        found, days = tuple(names.find(text, topic)), tuple(dates(text, article.published))
        line = Line(article, sentence, text, found, days, subject, opens)
        if is_usable(without_footnotes(sentence.text).strip()):
            yield line
        subject, end = line.subject, sentence.end


def person_told_of(article: Article, names: Names) -> str:
    """The full name of the person whom the article is about, by its title, or nothing."""
    about = names.full(person_of(article))
    if about:
        return about
    may_be = may_be_of_one_person(article)  # no "Zagora", by the "Jebel Zagora" beside it
    found = [
        name
        for name in names.find(article.title)
        if name.kind == "person" and name.full.endswith(name.text)
        if may_be or (name.full == name.text and name.full in names.certain)
    ]
    is_one = len({name.full for name in found}) == 1 and not _OF_TWO.search(article.title)
    # "Bell, Gertrude" begins with a name too, cut at the comma
    begins = is_one and (found[0].start == 0 or article.title[: found[0].start].endswith(", "))
    return found[0].full if begins or (is_one and bool(found[0].title)) else ""


def without_footnotes(text: str) -> str:
    """The text with marks such as ``[12]`` blanked out, of the same length."""
    return _FOOTNOTE.sub(lambda m: " " * len(m[0]), text)


def without_quotations(text: str) -> str:
    """The text with every quotation of more than three words blanked out, of the same length."""
    return _QUOTED.sub(
        lambda m: m[0] if m[0].count(" ") < _SHORT_QUOTE else " " * len(m[0]),
        text,
    )


def is_usable(text: str) -> bool:
    """Whether a sentence is whole, in the third person, and no question: fit to be evidence."""
    outside_quotes = _QUOTED.sub("“…”", text)
    return not any(
        (
            text.rstrip().endswith("?"),
            not text[:1].isupper() and not text[:1].isdigit() and text[:1] not in '“"‘',
            text[:1] in '“"‘' and not outside_quotes[3:].strip(" .,"),
            bool(_SECOND_OR_FIRST_PERSON.search(_without_us(outside_quotes))),
            bool(_REPEATED_WORD.search(outside_quotes)),
            len(text.split()) > _LONGEST_WORDS,
        )
    )


def _without_us(text: str) -> str:
    """The country US and the numeral I of kings and wars are no pronouns."""
    return _US_OR_NUMERAL.sub("", text)
