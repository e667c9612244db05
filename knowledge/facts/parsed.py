"""A usable sentence together with its parse: names by word index, and whom "he" or "she" means.

A sentence whose ends the parser and the sentence splitter see differently has no parse here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.facts.lines import Line
from knowledge.language.names import Name, Names, sex_of
from knowledge.language.pipeline import ParsedSentence
from knowledge.language.trees import Tree

PERSONAL_SEX = {"he": "m", "his": "m", "him": "m", "himself": "m"} | {
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_SUBJECTS = ("nsubj", "nsubj:pass")
_CLOSING_MARKS = 2


@dataclass(frozen=True)
class Span:
    """A name with the indices of its words in the tree."""

    name: Name
    words: tuple[int, ...]


@dataclass(frozen=True)
class Parsed:
    """A line with its tree. ``antecedent`` is the full name that a leading "he" or "she" means."""

    line: Line
    tree: Tree
    spans: tuple[Span, ...]
    antecedent: str

    @property
    def named_pronoun(self) -> int | None:
        """The first "he", "she", "his" or "her" of the sentence, when it means the antecedent."""
        words = range(len(self.tree.tokens))
        first = next((i for i in words if self.tree.word(i) in PERSONAL_SEX), None)
        if first is None or not self.antecedent or self.tree.word(first) in {"him", "himself"}:
            return None
        named_before = {
            span.name.full
            for span in self.spans
            if span.name.kind == "person" and span.words[0] < first
        }
        return None if named_before else first

    def persons_before(self, word: int) -> set[str]:
        """The full names of the persons named before a word of the sentence."""
        before = (s for s in self.spans if s.words[0] < word)
        return {span.name.full for span in before if span.name.kind == "person"}

    def span_at(self, word: int) -> Span | None:
        """The name that the word belongs to, or None."""
        return next((span for span in self.spans if word in span.words), None)

    def person_at(self, word: int) -> str:
        """The full name of the person that a word names, or whom it means as a pronoun."""
        span = self.span_at(word)
        if span and span.name.kind == "person":
            return span.name.full
        is_meant = self.tree.word(word) in {"he", "she"} and word == self.named_pronoun
        return self.antecedent if is_meant else ""


def parsed(
    lines: Iterable[Line], sentences: Sequence[ParsedSentence], names: Names
) -> Iterator[Parsed]:
    """The lines of one article that parser and splitter cut alike, in order."""
    starts = {sentence.start: sentence for sentence in sentences}
    subject, topic = "", ""
    for line in lines:
        topic = topic or _topic(line, names)
        sentence = starts.get(line.sentence.start)
        if sentence is None or abs(sentence.end - line.sentence.end) > _CLOSING_MARKS:
            subject = ""
            continue
        tree = Tree.of(sentence)
        spans = tuple(_spans(line, tree))
        last = "" if line.opens_paragraph else subject
        here = Parsed(line, tree, spans, _antecedent(tree, (last, topic)))
        yield here
        subject = _subject(here)


def _topic(line: Line, names: Names) -> str:
    """The person whom the article's title names, when it names just one."""
    found = {name.full for name in names.find(line.article.title) if name.kind == "person"}
    return next(iter(found)) if len(found) == 1 else ""


def _spans(line: Line, tree: Tree) -> Iterator[Span]:
    for name in line.names:
        start, end = name.start + tree.start, name.end + tree.start
        words = tuple(
            index
            for index, token in enumerate(tree.tokens)
            if start <= token.start and token.end <= end
        )
        if words:
            yield Span(name, words)


def _antecedent(tree: Tree, candidates: Iterable[str]) -> str:
    """The first candidate whom the sentence's pronouns can mean."""
    sexes = {PERSONAL_SEX[tree.word(i)] for i in range(len(tree.tokens)) if tree.word(i) in PERSONAL_SEX}
    if len(sexes) != 1:
        return ""
    (sex,) = sexes
    return next((name for name in candidates if name and sex_of(name) in {"", sex}), "")


def _subject(here: Parsed) -> str:
    """The person whom the next sentence may call "he": this sentence's grammatical subject."""
    word = here.tree.child(here.tree.root, *_SUBJECTS)
    return here.person_at(word) if word is not None else ""
