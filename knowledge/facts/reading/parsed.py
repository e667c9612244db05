"""A usable sentence together with its parse: names by word index, and whom "he" or "she" means.

A sentence whose ends the parser and the sentence splitter see differently has no parse here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from knowledge.facts.reading.lines import Line, thing_of, topic_of, without_footnotes
from knowledge.language.kinds import sex_of
from knowledge.language.names import Name, Names
from knowledge.language.pipeline import ParsedSentence
from knowledge.language.trees import Tree
from knowledge.models import Article, Citation

PERSONAL_SEX = {"he": "m", "his": "m", "him": "m", "himself": "m"} | {
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_SUBJECTS = ("nsubj", "nsubj:pass")
_KIN = frozenset(
    {"father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "uncle"}
    | {"aunt", "cousin", "grandfather", "grandmother", "friend", "partner", "colleague"}
)
_CLEAR_MAJORITY = 0.8
_CLOSING_MARKS = 2
_PLACE_WORDS = {f"the {noun}" for noun in ("city", "town", "village", "island")}


@dataclass(frozen=True)
class Span:
    """A name with the indices of its words in the tree."""

    name: Name
    words: tuple[int, ...]


@dataclass(frozen=True)
class Parsed:
    """A line with its tree.

    ``antecedent`` is the full name of the person whom "he" or "she" means, ``place`` the named
    thing that the article is about, which "it" and "the city" mean as the sentence's subject;
    ``naming`` is the last sentence before that names the antecedent.
    """

    line: Line
    tree: Tree
    spans: tuple[Span, ...]
    antecedent: str
    place: str = ""
    follows_place: bool = False
    naming: Citation | None = None

    @cached_property
    def named_pronoun(self) -> int | None:
        """The pronoun that the antecedent's name replaces: the subject, else the first one."""
        subject = self.tree.child(self.tree.root, *_SUBJECTS)
        words = range(len(self.tree.tokens))
        first = next((i for i in words if self.tree.word(i) in PERSONAL_SEX), None)
        if subject is not None and self.tree.word(subject) in {"he", "she"}:
            first = subject
        if first is None or not self.antecedent or self.tree.word(first) == "himself":
            return None
        named_before = {
            span.name.full
            for span in self.spans
            if span.name.kind == "person" and span.words[0] < first
        }
        is_object = self.tree.tokens[first].tag == "PRP" and first != subject
        if is_object and self.tree.word(first) in {"him", "her"}:
            return first if self._is_done_to_another(first, named_before) else None
        return None if named_before or self._is_by_a_name(first) else first

    def _is_by_a_name(self, pronoun: int) -> bool:
        """Whether a subject that is a name stands before "his", known as a person or not."""
        before = (self.tree.tokens[i] for i in range(pronoun))
        own = self.antecedent.split()
        return any(
            token.dep in _SUBJECTS and token.tag == "NNP" and token.text not in own
            for token in before
        )

    def _is_done_to_another(self, pronoun: int, named_before: set[str]) -> bool:
        """Whether the only person named before does it, who therefore is not "him"."""
        doer = self.tree.child(self.tree.tokens[pronoun].head, "nsubj")
        span = None if doer is None else self.span_at(doer)
        return (
            span is not None
            and {span.name.full} == named_before - {self.antecedent} == named_before
        )

    @property
    def place_words(self) -> tuple[int, ...]:
        """The words of a subject that means the article's place: "it", "the city"."""
        subject = self.tree.child(self.tree.root, *_SUBJECTS)
        named = self.place.removeprefix("the ")
        if not named or subject is None or any(s.name.text == named for s in self.spans):
            return ()
        words = self.tree.subtree(subject)
        text = " ".join(self.tree.word(i) for i in words)
        follows = self.follows_place and text == "it"
        return words if follows or text in _PLACE_WORDS else ()

    def persons_before(self, word: int) -> set[str]:
        """The full names of the persons named before a word of the sentence."""
        before = (s for s in self.spans if s.words[0] < word)
        return {span.name.full for span in before if span.name.kind == "person"}

    def span_at(self, word: int) -> Span | None:
        """The name that the word belongs to, or None."""
        return next((span for span in self.spans if word in span.words), None)

    def person_at(self, word: int) -> str:
        """The full name of the person that a word names, or whom it means as a pronoun.

        A phrase that goes on behind the name ("Truffaut's film") names something else.
        """
        span = self.span_at(word)
        if span and span.name.kind == "person":
            after = span.words[-1] + 1
            goes_on = after < len(self.tree.tokens) and self.tree.tokens[after].tag == "POS"
            return "" if goes_on else span.name.full
        if self.tree.word(word) not in {"he", "she"}:
            return ""
        if word == self.named_pronoun:
            return self.antecedent
        return self._subject_again(word)

    def _subject_again(self, pronoun: int) -> str:
        """The sentence's own subject, when a later "he" or "she" of it can mean that person."""
        subject = self.tree.child(self.tree.root, *_SUBJECTS)
        if subject is None or subject >= pronoun:
            return ""
        meant = self.person_at(subject)
        return meant if self.is_of_sex(meant, PERSONAL_SEX[self.tree.word(pronoun)]) else ""

    def is_of_sex(self, person: str, sex: str) -> bool:
        """Whether nothing shows that the person is of the other sex; nobody is of any."""
        known = sex_of(person) or _usual_sex(self.line.article) if person else "nobody"
        return known in {"", sex}


def parsed(
    lines: Iterable[Line], sentences: Sequence[ParsedSentence], names: Names
) -> Iterator[Parsed]:
    """The lines of one article that parser and splitter cut alike, in order."""
    starts = {sentence.start: sentence for sentence in sentences}
    subject, about_place, rivals = "", False, False
    named_in: dict[str, Citation] = {}
    for line in lines:
        topic = "" if rivals and not line.opens_paragraph else topic_of(line.article, names)
        plain = without_footnotes(line.sentence.text)
        sentence = starts.get(line.sentence.start + len(plain) - len(plain.lstrip()))
        end = line.sentence.end - len(plain) + len(plain.rstrip())
        if sentence is None or abs(sentence.end - end) > _CLOSING_MARKS:
            subject, about_place, rivals = "", False, True
            continue
        tree = Tree.of(sentence)
        spans = tuple(_spans(line, tree))
        last = "" if line.opens_paragraph else subject
        place = thing_of(line.article, names)
        meant = _antecedent(line.article, tree, (last, topic))
        here = Parsed(line, tree, spans, meant, place, about_place, named_in.get(meant))
        yield here
        for span in spans:
            named_in[span.name.full] = line.citation
        subject, about_place = _subject(here), _is_about_place(here)
        rivals = not subject and _speaks_of_others(here, topic_of(line.article, names))


def _spans(line: Line, tree: Tree) -> Iterator[Span]:
    for name in line.names:
        start, end = name.start + line.sentence.start, name.end + line.sentence.start
        words = tuple(
            index
            for index, token in enumerate(tree.tokens)
            if start <= token.start and token.end <= end
        )
        if words:
            yield Span(name, words)


def _speaks_of_others(here: Parsed, topic: str) -> bool:
    """Whether the sentence brings up somebody whom the next "he" may mean instead."""
    words = {token.lemma.lower() for token in here.tree.tokens}
    persons = {s.name.full for s in here.spans if s.name.kind == "person"}
    return bool(persons - {topic}) or bool(words & _KIN)


def _antecedent(article: Article, tree: Tree, candidates: Iterable[str]) -> str:
    """The first candidate whom the sentence's pronouns, or else its subject, can mean."""
    words = range(len(tree.tokens))
    sexes = {PERSONAL_SEX[tree.word(i)] for i in words if tree.word(i) in PERSONAL_SEX}
    subject = tree.child(tree.root, *_SUBJECTS)
    if subject is not None and tree.word(subject) in {"he", "she"}:
        sexes = {PERSONAL_SEX[tree.word(subject)]}
    if len(sexes) != 1:
        return ""
    (sex,) = sexes
    usual, named = _usual_sex(article), [name for name in candidates if name]
    if len({*named}) > 1 and not sex_of(named[0]) and sex_of(named[-1]) in {"", sex}:
        return ""
    return next((n for n in named if (sex_of(n) or usual) in {"", sex}), "")


@lru_cache(maxsize=8)
def _usual_sex(article: Article) -> str:
    """The sex that four in five of an article's pronouns show, or nothing."""
    women = len(re.findall(r"\b(?:she|her)\b", article.text, re.IGNORECASE))
    men = len(re.findall(r"\b(?:he|his|him)\b", article.text, re.IGNORECASE))
    if max(women, men) < _CLEAR_MAJORITY * (women + men):
        return ""
    return "f" if women > men else "m"


def _is_about_place(here: Parsed) -> bool:
    """Whether the sentence's subject is the article's place, by name or as "it"."""
    word = here.tree.child(here.tree.root, *_SUBJECTS)
    if word is None or here.place_words:
        return word is not None
    phrase = [here.tree.tokens[i].text for i in here.tree.subtree(word)]
    named = here.place.removeprefix("the ").split()
    is_part = len(named) > 1 and phrase[0] == "The" and phrase[1:] in (named[:1], named[1:])
    if phrase[0] == "Its" and here.follows_place:
        return True
    return bool(named) and (phrase in (named, ["The", *named]) or is_part)


def _subject(here: Parsed) -> str:
    """The person whom the next sentence may call "he": this sentence's grammatical subject."""
    word = here.tree.child(here.tree.root, *_SUBJECTS)
    return here.person_at(word) if word is not None else ""
