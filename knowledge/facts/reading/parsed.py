"""A usable sentence together with its parse: names by word index, and whom "he" or "she" means.

A sentence whose ends the parser and the sentence splitter see differently has no parse here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.facts.reading import topics
from knowledge.facts.reading.antecedents import (
    NOBODY,
    PERSONAL_SEX,
    SUBJECTS,
    SpokenOf,
    antecedent,
    unnamed_subject,
    usual_sex,
)
from knowledge.facts.reading.lines import Line, person_told_of, without_footnotes
from knowledge.facts.reading.words import words as words_named
from knowledge.language.gazetteers import PERSON_NOUNS
from knowledge.language.kinds import sex_of
from knowledge.language.names import Name, Names
from knowledge.language.pipeline import ParsedSentence
from knowledge.language.places import place_kind
from knowledge.language.trees import Tree
from knowledge.language.wholes import stands_in
from knowledge.models import Citation

_CLOSING_MARKS = 2
_PLACES = {f"the {noun}" for noun in ("city", "town", "village", "island")}
_OTHER_THINGS = frozenset({"organisation", "event", "other"})
_OPENING = 300
_BUILT = words_named("built")
"""What such a word ends is no town: of the Scrovegni Chapel, "the city" is Padua."""


@dataclass(frozen=True)
class Span:
    """A name with the indices of its words in the tree."""

    name: Name
    words: tuple[int, ...]


@dataclass(frozen=True)
class Parsed:
    """A line with its tree.

    ``antecedent`` is the full name of the person whom "he" or "she" means, ``person`` that of the
    person whom the article is about, ``thing`` what an article that is no life is about.
    "It" and "the city" mean the thing as the sentence's subject where the sentence before has it
    for its subject (``follows_thing``), and as an object where that only speaks of it
    (``follows_mention``); ``follows_another`` tells that the sentence before names another that
    "the ship" may mean, ``naming`` is the last sentence before that names the antecedent.
    """

    line: Line
    tree: Tree
    spans: tuple[Span, ...]
    antecedent: str
    person: str = ""
    thing: str = ""
    follows_thing: bool = False
    follows_mention: bool = False
    follows_another: bool = False
    naming: Citation | None = None

    @cached_property
    def named_pronoun(self) -> int | None:
        """The pronoun that the antecedent's name replaces: the subject, else the first one."""
        subject = self.tree.child(self.tree.root, *SUBJECTS)
        words = range(len(self.tree.tokens))
        first = next((i for i in words if self.tree.word(i) in PERSONAL_SEX), None)
        if subject is not None and self.tree.word(subject) in {"he", "she"}:
            first = subject
        if first is None or not self.antecedent or self.tree.word(first) == "himself":
            return None
        if self._is_contracted(first):
            return None
        named_before = {
            span.name.full
            for span in self.spans
            if span.name.kind == "person" and span.words[0] < first
        }
        is_object = self.tree.tokens[first].tag == "PRP" and first != subject
        if is_object and self.tree.word(first) in {"him", "her"}:
            return first if self._is_done_to_another(first, named_before) else None
        others = named_before or self._is_by_a_name(first)
        if others or (first != subject and self._may_be_unnamed(first)):
            return None
        return first

    def _is_contracted(self, pronoun: int) -> bool:
        """Whether the pronoun and a verb are one word: "he's"."""
        behind = self.tree.tokens[pronoun + 1 : pronoun + 2]
        return any(token.text[0] in "'’" for token in behind)

    def _may_be_unnamed(self, pronoun: int) -> bool:
        """Whether somebody without a name is spoken of before, in the same sentence."""
        before = (self.tree.tokens[i] for i in range(pronoun))
        return any(token.tag == "NN" and token.lemma in PERSON_NOUNS for token in before)

    def _is_by_a_name(self, pronoun: int) -> bool:
        """Whether a subject that is a name stands before "his", known as a person or not."""
        before = (self.tree.tokens[i] for i in range(pronoun))
        own = self.antecedent.split()
        return any(
            token.dep in SUBJECTS and token.tag == "NNP" and token.text not in own
            for token in before
        )

    def _is_done_to_another(self, pronoun: int, named_before: set[str]) -> bool:
        """Whether somebody or something else does it, the only one named before."""
        doer = self.tree.child(self.tree.tokens[pronoun].head, "nsubj")
        if doer is None or self.tree.tokens[doer].pos == "PRON":
            return False
        span = self.span_at(doer)
        is_person = span is not None and span.name.kind == "person"
        others = {span.name.full} if span is not None and is_person else set[str]()
        return others == named_before and self.antecedent not in others

    @cached_property
    def thing_words(self) -> tuple[int, ...]:
        """The words that mean the article's thing: a subject "it" or "the city", else an object.

        "It" means the thing behind a sentence about it only; as an object where something else
        that has a name is the subject: "UNESCO listed it in 1979".
        """
        subject = self.tree.child(self.tree.root, *SUBJECTS)
        named = self.thing.removeprefix("the ")
        if not named or subject is None or any(s.name.text == named for s in self.spans):
            return ()
        topic = topics.topic_of(self.line.article)
        words = self.tree.subtree(subject)
        text = " ".join(self.tree.word(i) for i in words)
        is_it = self.follows_thing and text == "it"
        is_she = self.follows_thing and text == "she" and topics.is_ship(topic)
        is_called = topic is not None and text in {f"the {noun}" for noun in topic.nouns}
        is_kind = is_called and self.is_of_the_thing
        if is_it or is_she or is_kind or (text in _PLACES and self._may_be_called(text, named)):
            return words
        thing = self.tree.child(self.tree.root, "obj")
        is_it = thing is not None and self.tree.word(thing) == "it"
        is_by_another = self.follows_mention and self.span_at(subject) is not None
        return (thing,) if thing is not None and is_it and is_by_another else ()

    @property
    def is_of_the_thing(self) -> bool:
        """Whether "the ship" means the article's: no other was named in the sentence before."""
        return self.line.opens_paragraph or not self.follows_another

    def _may_be_called(self, noun: str, named: str) -> bool:
        """Whether a noun may mean the thing: no island is a city, though a list calls Bali one."""
        is_told = "island" in self.line.article.text[:_OPENING]
        is_no_island = noun == "the island" and place_kind(named) == "city" and not is_told
        return not is_no_island and named.rsplit(maxsplit=1)[-1].lower() not in _BUILT

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
        subject = self.tree.child(self.tree.root, *SUBJECTS)
        if subject is None or subject >= pronoun:
            return ""
        meant = self.person_at(subject)
        return meant if self.is_of_sex(meant, PERSONAL_SEX[self.tree.word(pronoun)]) else ""

    def is_of_sex(self, person: str, sex: str) -> bool:
        """Whether nothing shows that the person is of the other sex; nobody is of any."""
        known = sex_of(person) or usual_sex(self.line.article) if person else "nobody"
        return known in {"", sex}


def parsed(
    lines: Iterable[Line], sentences: Sequence[ParsedSentence], names: Names
) -> Iterator[Parsed]:
    """The lines of one article that parser and splitter cut alike, in order."""
    lines = list(lines)
    if not lines:
        return
    article = lines[0].article
    person = person_told_of(article, names)
    thing = "" if person else topics.thing_of(article)
    starts = {sentence.start: sentence for sentence in sentences}
    spoken_of, about_thing, mentioned, others = NOBODY, False, False, False
    named_in: dict[str, Citation] = {}
    for line in lines:
        plain = without_footnotes(line.sentence.text)
        sentence = starts.get(line.sentence.start + len(plain) - len(plain.lstrip()))
        end = line.sentence.end - len(plain) + len(plain.rstrip())
        if sentence is None or abs(sentence.end - end) > _CLOSING_MARKS:
            spoken_of, about_thing, mentioned, others = _unread(line), False, False, False
            continue
        tree = Tree.of(sentence)
        opens = line.opens_paragraph
        meant = antecedent(article, tree, spoken_of, person, opens_paragraph=opens)
        spans = tuple(_spans(line, tree))
        naming = named_in.get(meant)
        told = about_thing, mentioned, others
        here = Parsed(line, tree, spans, meant, person, thing, *told, naming)
        yield here
        for span in spans:
            named_in[span.name.full] = line.citation
        spoken_of, about_thing = _spoken_of(here), _is_about_thing(here)
        mentioned = about_thing or _mentions_thing(here)
        others = _names_another_thing(here)


def _unread(line: Line) -> SpokenOf:
    """Whom a sentence without a parse names; whoever may be its subject is not known."""
    named = frozenset(name.full for name in line.names if name.kind == "person")
    return SpokenOf(persons=named, unnamed="" if named else "?")


def _spoken_of(here: Parsed) -> SpokenOf:
    """Whom a sentence names or means, and who of them is its subject."""
    persons = {span.name.full for span in here.spans if span.name.kind == "person"}
    if here.named_pronoun is not None:
        persons.add(here.antecedent)
    word = here.tree.child(here.tree.root, *SUBJECTS)
    subject = here.person_at(word) if word is not None else ""
    said = here.tree.word(word) if word is not None and not subject else ""
    # whom an unresolved "he" meant, the next "he" may mean as well
    unnamed = unnamed_subject(here.tree) or PERSONAL_SEX.get(said, "")
    return SpokenOf(subject, frozenset(persons), unnamed)


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


def _names_another_thing(here: Parsed) -> bool:
    """Whether its subject or object is a firm, a ship or the like, not the article's thing."""
    own, leading = here.thing.lower(), {*SUBJECTS, "obj"}
    things = (s for s in here.spans if s.name.kind in _OTHER_THINGS)
    return any(
        leading & {here.tree.dep(i) for i in span.words} and span.name.text.lower() not in own
        for span in things
    )


def _mentions_thing(here: Parsed) -> bool:
    """Whether the sentence speaks of the article's thing: by name, as "the park", as "it"."""
    topic = topics.topic_of(here.line.article)
    named = here.thing.removeprefix("the ")
    called = {f"the {noun}" for noun in topic.nouns} if topic else set[str]()
    said = here.line.text.lower()
    by_name = bool(named) and named.lower() in said
    return by_name or bool(here.thing_words) or any(stands_in(each, said) for each in called)


def _is_about_thing(here: Parsed) -> bool:
    """Whether the sentence's subject is the article's thing, by name or as "it"."""
    word = here.tree.child(here.tree.root, *SUBJECTS)
    if word is None or word in here.thing_words:
        return word is not None
    phrase = [here.tree.word(i) for i in here.tree.subtree(word)]
    named = here.thing.removeprefix("the ").lower().split()
    is_part = len(named) > 1 and phrase[0] == "the" and phrase[1:] in (named[:1], named[1:])
    if phrase[0] == "its" and here.follows_thing:
        return True
    return bool(named) and (phrase in (named, ["the", *named]) or is_part)
