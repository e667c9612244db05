"""Whom "he" or "she" means when the sentence names nobody before: names only, and seldom wrong.

A paragraph goes on about whom it spoke of last; a biography speaks of its person unless it has
just brought up somebody else who could be meant. In doubt nobody is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.language.gazetteers import PERSON_NOUNS
from knowledge.language.kinds import sex_of
from knowledge.language.trees import Tree
from knowledge.models import Article

PERSONAL_SEX = {"he": "m", "his": "m", "him": "m", "himself": "m"} | {
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
SUBJECTS = ("nsubj", "nsubj:pass")
_SEX_OF_KIN = {
    noun: sex
    for sex, nouns in {
        "m": ("father", "brother", "son", "husband", "uncle", "grandfather", "nephew", "king"),
        "f": ("mother", "sister", "daughter", "wife", "aunt", "grandmother", "niece", "queen"),
    }.items()
    for noun in nouns
}
_CLEAR_MAJORITY = 0.8
_ENOUGH_PRONOUNS = 5
"""So many, and they tell more than a given name."""
_OPENING = 400
_SHIP = re.compile(
    r"\b(?:ship|vessel|schooner|frigate|steamer|liner|brig|brigantine|barque|yacht|battleship"
    r"|cruiser|submarine|ferry|clipper|lifeboat)\b"
)
"""Ships are "she" too."""


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """Whom a sentence spoke of.

    ``subject`` is the full name of the person who is its grammatical subject, ``persons`` are all
    it names or means; ``unnamed`` is the sex of an unnamed person who is its subject ("his
    father"), ``?`` where the noun does not tell.
    """

    subject: str = ""
    persons: frozenset[str] = frozenset()
    unnamed: str = ""


NOBODY = SpokenOf()


def antecedent(
    article: Article, tree: Tree, before: SpokenOf, topic: str, *, opens_paragraph: bool
) -> str:
    """The full name of whom the sentence's pronouns, or else its subject, mean, or nothing."""
    sex, usual = _asked(tree), usual_sex(article)
    if not sex:
        return ""
    last = "" if opens_paragraph else before.subject
    can_be_topic = bool(topic) and _sex_of_topic(article, topic) in {"", sex}
    is_topic = bool(topic) and _same(last, topic)
    of_last = _sex_of_topic(article, topic) if is_topic else (last and sex_of(last)) or usual
    if last and of_last in {"", sex}:
        is_unsure = can_be_topic and not _same(last, topic)
        return "" if is_unsure else last
    if not can_be_topic:
        return ""
    others = {one for one in before.persons if not _same(one, topic) and sex_of(one) in {"", sex}}
    is_rivalled = bool(others) and not any(_same(one, topic) for one in before.persons)
    is_somebody_else = is_rivalled or before.unnamed in {"?", sex}
    return "" if is_somebody_else and not opens_paragraph else topic


def _same(one: str, other: str) -> bool:
    """Whether one name is the other, shortened: "Zaha Hadid", "Zaha Mohammad Hadid"."""
    return {*one.split()} <= {*other.split()} or {*other.split()} <= {*one.split()}


def _asked(tree: Tree) -> str:
    """The sex that the sentence's pronouns show, its subject's where they differ."""
    words = (tree.word(i) for i in range(len(tree.tokens)))
    sexes = {PERSONAL_SEX[word] for word in words if word in PERSONAL_SEX}
    subject = tree.child(tree.root, *SUBJECTS)
    if subject is not None and tree.word(subject) in {"he", "she"}:
        return PERSONAL_SEX[tree.word(subject)]
    return next(iter(sexes)) if len(sexes) == 1 else ""


def unnamed_subject(tree: Tree) -> str:
    """The sex of the unnamed person who is the subject, ``?`` if unknown, or nothing."""
    subject = tree.child(tree.root, *SUBJECTS)
    if subject is None or tree.tokens[subject].tag != "NN":
        return ""
    noun = tree.tokens[subject].lemma.lower()
    return _SEX_OF_KIN.get(noun, "?" if noun in PERSON_NOUNS else "")


@lru_cache(maxsize=8)
def usual_sex(article: Article) -> str:
    """The sex that four in five of an article's pronouns show, or nothing; a ship is "she" too."""
    women, men = _pronouns(article)
    is_clear = max(women, men) >= _CLEAR_MAJORITY * (women + men) > 0
    return _more(women, men) if is_clear and not _SHIP.search(article.text[:_OPENING]) else ""


def _sex_of_topic(article: Article, topic: str) -> str:
    """The sex of the person whom the article is about: by nearly all pronouns, else by the name.

    Anne Robert Jacques Turgot is "he" throughout.
    """
    women, men = _pronouns(article)
    said = usual_sex(article) if women + men >= _ENOUGH_PRONOUNS else ""
    return said or sex_of(topic) or _more(women, men)


def _more(women: int, men: int) -> str:
    return "" if women == men else "f" if women > men else "m"


@lru_cache(maxsize=8)
def _pronouns(article: Article) -> tuple[int, int]:
    """How often the article says "she" or "her", and "he", "his" or "him"."""
    women = len(re.findall(r"\b(?:she|her)\b", article.text, re.IGNORECASE))
    men = len(re.findall(r"\b(?:he|his|him)\b", article.text, re.IGNORECASE))
    return women, men
