"""What may be a technical term, by its words and their parts of speech in the sentence.

Words of every day are no terms: nobody is asked what a "house" is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.facts.reading.parsed import Parsed
from knowledge.facts.reading.words import words as words_named
from knowledge.language.schemes import FINITE
from knowledge.language.wholes import stands_in, times_inside

_EVERYDAY = words_named("everyday")
_NO_TERM = words_named("no term")
_NO_ADJECTIVE = re.compile(
    r"[A-Za-z]{6,}(?<!able)(?<!ful)(?<!ous)(?<!ive)(?<!al)(?<!ic)(?<!ant)(?<!ent)(?<!ed)(?<!ess)"
    r"(?<!ary)(?<!ing)(?<!ly)"
)
"""A long word that may be a noun whatever the tagger took it for: "mandible", "alveoli"."""
_AGENT = re.compile(r"(?:er|or|ist|ian|man|men)s?$")
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLOSED = frozenset({"PRON", "DET", "ADP", "SCONJ", "CCONJ", "NUM"})
_LONGEST_TERM = 4
_ARTICLES = frozenset({"The", "A", "An"})
_NAMED = frozenset({"person", "city", "country", "state"})


@dataclass(frozen=True, slots=True)
class Term:
    """A term as it is written inside a sentence, and whether it is a proper name."""

    text: str
    is_name: bool
    is_plural: bool


@dataclass(frozen=True)
class Reading:
    """A sentence's words with their parts of speech, for asking whether some are a term."""

    parsed: Parsed

    @cached_property
    def _known(self) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        parts, tags = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
        for token in self.parsed.tree.tokens:
            parts[token.text].add(token.pos)
            tags[token.text].add(token.tag)
        return dict(parts), dict(tags)

    def tags(self, word: str) -> set[str]:
        """The Penn tags of the word wherever it stands in the sentence."""
        tags = self._known[1]
        return tags.get(word) or tags.get(word.capitalize(), set())

    def has_finite_verb(self, text: str) -> bool:
        """Whether one of the words is a finite verb wherever it stands in the sentence."""
        return self.finite_verbs(text) > 0

    def finite_verbs(self, text: str) -> int:
        """How many of the words are finite verbs wherever they stand in the sentence."""
        return sum(bool(self.tags(word) & FINITE) for word in re.findall(r"[\w'’-]+", text))

    def term(self, written: str) -> Term | None:
        """The term that the words are, without article; None where they can be none."""
        words = written.split()
        if not 0 < len(words) <= _LONGEST_TERM or not self._are_naming(words):
            return None
        lower = [word.lower() for word in words]
        is_everyday = len(words) == 1 and lower[0] in _EVERYDAY
        persons = [s.name.text for s in self.parsed.spans if s.name.kind == "person"]
        is_person = any(set(words) <= set(name.split()) for name in persons)
        if is_everyday or is_person or set(lower) & _NO_TERM:
            return None
        return self._written(words)

    def is_technical(self, term: Term) -> bool:
        """Whether a noun of the term is no word of every day, and the term no group of people."""
        words = re.split(r"[ -]", term.text)
        rare = [word for word in words if self._may_be_noun(word) and not _is_everyday(word)]
        is_agent = term.is_plural and _AGENT.search(words[-1]) is not None
        return bool(rare) and not is_agent and words[-1][:1].islower()

    def _may_be_noun(self, word: str) -> bool:
        parts = self._parts(word)
        is_rare = _NO_ADJECTIVE.fullmatch(word) is not None and not parts & _CLOSED
        return bool(parts & _NOUNS) or is_rare

    def _parts(self, word: str) -> set[str]:
        parts = self._known[0]
        return parts.get(word) or parts.get(word.capitalize(), set())

    def _are_naming(self, words: Sequence[str]) -> bool:
        """Whether the words are nouns and adjectives ("of" may stand between), a noun the last."""
        if len(words) == 1:
            last = words[0].split("-")[-1]
            return self._may_be_noun(last) and not self.tags(last) & FINITE
        known = [
            self._parts(word).union(*(self._parts(part) for part in word.split("-")))
            for word in words
        ]
        is_named = all(
            each & {*_NOUNS, "ADJ"} or (word == "of" and 0 < place < len(words) - 1)
            for place, (word, each) in enumerate(zip(words, known, strict=True))
        )
        return is_named and bool(known[-1] & _NOUNS)

    def _written(self, words: Sequence[str]) -> Term:
        if self._opens_as_common(words):
            words = [words[0].lower(), *words[1:]]
        is_plural = bool(self.tags(words[-1]) & {"NNS", "NNPS"})
        return Term(" ".join(words), any(word[:1].isupper() for word in words), is_plural)

    def _opens_as_common(self, words: Sequence[str]) -> bool:
        """Whether only the sentence's beginning gave the first word its capital."""
        first, article = words[0], self.parsed.line.article.text
        is_capital = first[:1].isupper() and first[1:] == first[1:].lower()
        is_title = len(words) > 1 and words[-1][:1].isupper()
        opens = self.parsed.tree.tokens[0].text in {first, *_ARTICLES}
        if not is_capital or is_title or not opens:
            return False
        kinds = {s.name.kind for s in self.parsed.spans if first in s.name.text.split()}
        is_named = times_inside(first, article) > 0 or bool(kinds & _NAMED)
        return stands_in(first.lower(), article) or not is_named


def _is_everyday(word: str) -> bool:
    return bool({word.lower(), word.lower().rstrip("s")} & _EVERYDAY)
