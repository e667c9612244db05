"""Makes the training texts vary as texts do: letter case, quotation marks, dashes, other names.

Words keep their number and their annotation, so that trees and labels stay true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from knowledge.language import gazetteers
from knowledge.language.labels.kinds import AREA, PEOPLE, PERSON, Label
from knowledge.language.treebank import Sentence, Word


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and its names: the unit that the pipeline learns from."""

    sentence: Sentence
    labels: tuple[Label, ...]


_SHARES: Final = {"lower": 0.04, "upper": 0.04, "title": 0.05, "curly": 0.3, "names": 0.35}
_CURLY: Final = {"'": "\u2019", "`": "\u2018", "``": "\u201c", "''": "\u201d", "-": "\u2013"}
_CLOSING: Final = "\u201d"
_OPENING: Final = "\u201c"
_HALF: Final = 2


@dataclass(frozen=True, slots=True)
class Names:
    """The single words that names are remade from, by label."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    areas: tuple[str, ...]
    peoples: tuple[str, ...]

    @classmethod
    def of(cls, examples: Iterable[Example]) -> Names:
        """Family names are those of the examples; all others come from the gazetteers."""
        family = {
            example.sentence.words[label.end - 1].text
            for example in examples
            for label in example.labels
            if label.name == PERSON and label.end - label.start > 1
        }
        listed = {*gazetteers.COUNTRY_NAMES, *gazetteers.CAPITALS}
        listed |= gazetteers.PLACES["city"] | gazetteers.PLACES["state"]
        peoples = {*gazetteers.DEMONYMS, *gazetteers.PEOPLES}
        return cls(
            given=tuple(sorted(gazetteers.GIVEN_NAMES)),
            family=_single_words(family | gazetteers.FAMILY_NAMES),
            areas=_single_words(listed),
            peoples=_single_words(peoples),
        )


def _single_words(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(name for name in names if name.isalpha() and name.istitle()))


def varied(examples: list[Example], names: Names, chance: Random) -> list[Example]:
    """One text's sentences, changed or not: each way of changing has its share."""
    if chance.random() < _SHARES["names"]:
        examples = [_renamed(example, names, chance) for example in examples]
    if chance.random() < _SHARES["curly"]:
        examples = [_curled(example) for example in examples]
    case = chance.random()
    for share in ("lower", "upper", "title"):
        if case < _SHARES[share]:
            return [_cased(example, _CASES[share]) for example in examples]
        case -= _SHARES[share]
    return examples


def _title(text: str) -> str:
    return text[:1].upper() + text[1:]


_CASES: Final[dict[str, Callable[[str], str]]] = {
    "lower": str.lower,
    "upper": str.upper,
    "title": _title,
}


def _cased(example: Example, cased: Callable[[str], str]) -> Example:
    return _with_texts(example, [cased(word.text) for word in example.sentence.words])


def _with_texts(example: Example, texts: list[str]) -> Example:
    words = tuple(
        replace(word, text=text) for word, text in zip(example.sentence.words, texts, strict=True)
    )
    return replace(example, sentence=replace(example.sentence, words=words))


def _curled(example: Example) -> Example:
    return _with_texts(example, [_curl(word) for word in example.sentence.words])


def _curl(word: Word) -> str:
    if word.text == '"':
        return _OPENING if word.tag == "``" else _CLOSING
    if word.text in _CURLY and word.tag != "HYPH":
        return _CURLY[word.text]
    return word.text.replace("'", "\u2019")


def _renamed(example: Example, names: Names, chance: Random) -> Example:
    words = list(example.sentence.words)
    for label in example.labels:
        for index in range(label.start, label.end):
            if words[index].text.istitle() and words[index].tag in ("NNP", "JJ"):
                text = _other(words[index], index, label, names, chance)
                words[index] = replace(words[index], text=text)
    return replace(example, sentence=replace(example.sentence, words=tuple(words)))


def _other(word: Word, index: int, label: Label, names: Names, chance: Random) -> str:
    is_single = label.end - label.start == 1
    if label.name == PERSON and word.tag == "NNP" and len(word.text) > _HALF:
        is_family = index == label.end - 1 and (not is_single or chance.random() < 1 / _HALF)
        return _family_name(names, chance) if is_family else chance.choice(names.given)
    if label.name == AREA and is_single and word.tag == "NNP":
        return chance.choice(names.areas)
    if label.name == PEOPLE and is_single and word.tag == "JJ":
        return chance.choice(names.peoples)
    return word.text


def _family_name(names: Names, chance: Random) -> str:
    """A family name of the treebanks, or one made of two of their halves: unseen names occur."""
    first, second = chance.choice(names.family), chance.choice(names.family)
    if chance.random() < 1 / _HALF:
        return first
    return first[: len(first) // _HALF + 1] + second[len(second) // _HALF :].lower()
