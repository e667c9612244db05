"""How a named doer is asked for: "Who", "Which country", "Which Irish broadcaster".

The noun comes from the words before the name or from the name itself; a name that tells nothing
of what it names is not asked for.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from knowledge.facts.reading.parsed import Parsed, Span
from knowledge.facts.reading.words import words as words_named
from knowledge.language.gazetteers import KIND_WORDS, ORGANISATION_SUFFIXES
from knowledge.language.names import Names
from knowledge.language.wholes import times_inside

_KINDS = {"city": "city", "country": "country", "state": "state"}
_BY_FIRST_WORD = {"Mount": "mountain", "Lake": "lake", "River": "river"}
_BEFORE_OF = frozenset(
    {"University", "Institute", "College", "Museum", "Treaty", "Battle", "Siege", "Bank", "Order"}
)
_ERAS = frozenset({"CE", "BCE", "AD", "BC"})
_NO_NOUNS = words_named("names no kind")
_SHORTEST_NOUN = 4
_MODIFYING = frozenset({"NN", "JJ", "NNP", "HYPH", "VBN"})
_DESCRIBED = frozenset({"flat", "appos", "compound", "nmod", "nmod:desc", "nmod:unmarked"})
_LONGEST_MODIFIER = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """The words that ask (``Which river``), the answer, and what kind of answer it is."""

    question: str
    value: str
    kind: str

    def spellings(self, names: Names) -> tuple[str, ...]:
        """The names that count as the answer."""
        return names.spellings(self.value) if self.kind == "person" else (self.value,)


def asked(parsed: Parsed, word: int, phrase: Collection[int], names: Names) -> Asked | None:
    """How the name at a word is asked for; ``phrase`` are all words of its noun phrase."""
    person = parsed.person_at(word)
    if person in names.certain and parsed.span_at(word) is None:
        return Asked("Who", person, "person")
    span = _span(parsed, word, phrase)
    if span is None:
        return None
    description = _description(parsed, span, phrase)
    if span.name.kind == "person":
        behind = span.words[-1] + 1
        goes_on = behind in phrase and parsed.tree.tokens[behind].tag not in {"IN", ","}
        if goes_on or span.name.full not in names.certain or not parsed.person_at(behind - 1):
            return None
        return Asked(f"Which {description}" if description else "Who", span.name.full, "person")
    return _thing(parsed, span, phrase, description)


def _thing(parsed: Parsed, span: Span, phrase: Collection[int], description: str) -> Asked | None:
    kind, text = span.name.kind, span.name.text
    if text in _ERAS:
        return None
    beside = {parsed.tree.word(i) for i in {*phrase} - {*span.words}} - {"the"}
    if max(phrase) > span.words[-1] or (beside and not description):
        return None
    noun = _KINDS.get(kind, "") or description or _noun_of(text, kind)
    if not noun:
        return None
    is_listed = kind in _KINDS and not description
    return Asked(f"Which {noun}", text, kind if is_listed else f"which {noun.split()[-1]}")


def _span(parsed: Parsed, word: int, phrase: Collection[int]) -> Span | None:
    """The name at the word, or behind the noun that describes it: "linguist Ida Holm"."""
    found = parsed.span_at(word)
    if found is not None or parsed.tree.tokens[word].tag != "NN":
        return found
    behind = parsed.span_at(word + 1) if word + 1 in phrase else None
    if behind is None or behind.words[0] != word + 1:
        return None
    heads = {parsed.tree.tokens[i].head for i in behind.words} - {*behind.words}
    linked = {parsed.tree.dep(i) for i in behind.words if parsed.tree.tokens[i].head == word}
    return behind if heads == {word} and linked & _DESCRIBED else None


def _description(parsed: Parsed, span: Span, phrase: Collection[int]) -> str:
    """The nouns and adjectives right before the name: "Irish broadcaster"."""
    tree = parsed.tree
    before = [i for i in phrase if i < span.words[0]]
    if before and tree.word(before[0]) in {"the", "a", "an"}:
        before = before[1:]
    if not 0 < len(before) <= _LONGEST_MODIFIER or not tree.is_contiguous(before):
        return ""
    tokens = [tree.tokens[i] for i in before]
    is_noun = tokens[-1].tag == "NN" and tokens[-1].text.islower()
    is_plain = all(token.tag in _MODIFYING for token in tokens) and before[-1] + 1 == span.words[0]
    if not (is_noun and is_plain):
        return ""
    first = tokens[0]
    by_place = before[0] == 0 and first.tag in {"NN", "JJ"} and not _is_capital(parsed, first.text)
    text = tree.text(before)
    return text[0].lower() + text[1:] if by_place else text


def _is_capital(parsed: Parsed, word: str) -> bool:
    """Whether the article writes the word with a capital inside sentences too."""
    return times_inside(word, parsed.line.article.text) > 0


def _noun_of(name: str, kind: str) -> str:
    """The noun in a name that tells what it names: "Henga Scenic Reserve", "Lake Tana"."""
    words = name.split()
    if len(words) == 1:
        return ""
    if words[0] in _BY_FIRST_WORD and kind in {"place", "region"}:
        return _BY_FIRST_WORD[words[0]]
    if words[0] in _BEFORE_OF and words[1] == "of":
        return words[0].lower()
    if not {"of", "for", "on", "in"}.isdisjoint(words):
        return ""  # "Center for Effective Government"
    last = words[-1].lower()
    tells = words[-1] in ORGANISATION_SUFFIXES | KIND_WORDS["place"]
    fits = len(last) >= _SHORTEST_NOUN and last not in _NO_NOUNS
    is_single = not last.endswith("s") or last.endswith("ss")
    return last if tells and fits and is_single else ""
