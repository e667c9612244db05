"""What a clause says, turned into a question for its subject, its object, a phrase or a count.

"What divides …?" (subject), "Which company did X found?" (object), "At which university did X
teach?", "Where did X defeat Y?" (phrase), "How many stages does X have?" (count). It takes what
leaves nothing behind: a name whose kind tells how to ask for it or, in sentences that say
what holds in general, a short common noun. Of the events of a story common nouns are not asked
for: of 600 such questions raters took one in twelve.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from knowledge.facts.doubts import grounding
from knowledge.facts.reading import asking, moving, wording
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.reading.parsed import Span
from knowledge.facts.statements import Statement
from knowledge.language.gazetteers import PERSON_NOUNS
from knowledge.language.names import Names
from knowledge.language.numbers import cardinal
from knowledge.models import Expected

_PHRASES = ("obl", "obl:arg", "iobj")
_POINTING = frozenset(
    {"this", "that", "these", "those", "it", "he", "she", "they", "his", "her", "its"}
    | {"their", "such", "another", "other", "others", "one", "some", "many", "several"}
    | {"few", "any", "our", "each", "all", "both", "most", "former", "latter", "same", "no"}
    | {"more", "much", "your", "my"}
)
_BOUND = frozenset({"acl", "acl:relcl", "appos", "parataxis", "conj", "advcl", "ccomp", "dep"})
_LONGEST_TERM = 4
_MODIFIERS = frozenset({"NN", "NNS", "JJ", "VBN", "VBG", "HYPH", "NNP", "JJR", "JJS", "CD"})
_EMPTY_NOUNS = frozenset(
    {"thing", "way", "part", "number", "lot", "kind", "type", "time", "fact", "example", "case"}
    | {"something", "anything", "nothing", "everything"}
    | {"result", "role", "place", "use", "form", "rise", "idea", "reason", "bit", "set", "range"}
)
_WITH_PERSONS = frozenset({"with", "to", "from", "for", "by", "against", "under", "after"})
_WHERE = frozenset({"in", "at"})
_PLACES = frozenset({"city", "country", "state", "region", "place", "area"})
_GENERAL = frozenset({"into", "from"})
_WITH_THINGS = frozenset({"in", "at", "on", "to", "from", "for", "by", "with", "into", "near"})


def statements(clause: Clause, names: Names) -> Iterator[Statement]:
    """The questions into which the clause can be turned."""
    if clause.tree.child(clause.head, "expl") is not None:
        return  # "there are" cannot be turned
    yield from _of_subject(clause, names)
    yield from _of_objects(clause, names)
    yield from _of_phrases(clause, names)
    yield from _of_counts(clause, names)


@dataclass(frozen=True, slots=True)
class _Answer:
    value: str
    kind: str
    expected: Expected


def _of_subject(clause: Clause, names: Names) -> Iterator[Statement]:
    """``What divides ordered data into hundredths?``, the subject a common noun."""
    if clause.person or clause.subject in clause.parsed.thing_words:
        return
    found = _asked(clause, clause.subject, clause.subject_words, names)
    if found is None or found[1].kind not in {"term", "name"}:
        return  # what has a noun of its own is asked for as a deed
    asks, answer = found
    if not (_is_general(clause) if answer.kind == "term" else _is_equation(clause)):
        return
    said = wording.predicate(clause, names)
    finite = clause.tree.tokens[clause.finite]
    if finite.tag == "VBP" or finite.text.lower() in {"are", "were", "have"}:
        singular = _singular(clause)
        if singular is None:
            return
        said = re.sub(rf"^{re.escape(finite.text)}\b", singular, said)
        if not said.startswith(singular):
            return
    if not said:
        return
    yield _statement(clause, f"{asks} {said}?", answer, clause.words, ())


def _is_general(clause: Clause) -> bool:
    """Whether the clause says what holds in general."""
    return clause.tree.tokens[clause.finite].tag in {"VBZ", "VBP"}


def _is_equation(clause: Clause) -> bool:
    """Whether the clause says of a name what it alone is: "is the …"."""
    tree = clause.tree
    article = tree.child(clause.head, "det")
    is_noun = tree.child(clause.head, "cop") is not None
    return is_noun and article is not None and tree.word(article) == "the"


def _singular(clause: Clause) -> str | None:
    """The verb as "What" asks with it; None for what cannot be said so."""
    word = clause.tree.word(clause.finite)
    irregular = {"are": "is", "were": "was", "have": "has", "do": "does", "go": "goes"}
    if word in irregular:
        return irregular[word]
    if not word.isalpha():
        return None
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return f"{word}es"
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"


def _of_objects(clause: Clause, names: Names) -> Iterator[Statement]:
    tree = clause.tree
    objects = [i for i in tree.children(clause.head, "obj") if i in clause.words]
    if len(objects) != 1:
        return
    (word,) = objects
    phrase = tuple(i for i in tree.subtree(word) if i in clause.words)
    question = _asked(clause, word, phrase, names)
    if question is None:
        return
    asks, answer = question
    asks = "Whom" if asks == "Who" else asks
    if answer.kind == "term" and not _is_general(clause):
        return
    yield from _inverted(clause, asks, phrase, answer, names)


def _of_phrases(clause: Clause, names: Names) -> Iterator[Statement]:
    tree = clause.tree
    for word in tree.children(clause.head, *_PHRASES):
        phrase = tuple(i for i in tree.subtree(word) if i in clause.words)
        case = tree.child(word, "case")
        if case is None or not phrase or phrase[0] != case or word not in phrase:
            continue
        question = _asked(clause, word, phrase[1:], names)
        preposition = tree.word(case)
        if question is None:
            continue
        asks, answer = question
        if answer.kind == "name" and preposition in _WHERE and _is_place(clause, word):
            yield from _inverted(clause, "Where", phrase, answer, names)
        is_in_general = preposition in _GENERAL and _is_general(clause)
        if answer.kind == "name" or (answer.kind == "term" and not is_in_general):
            continue
        asks = "whom" if asks == "Who" else f"{asks[0].lower()}{asks[1:]}"
        allowed = _WITH_PERSONS if asks == "whom" else _WITH_THINGS
        if preposition in allowed:
            asked = f"{preposition.capitalize()} {asks}"
            yield from _inverted(clause, asked, phrase, answer, names)


def _is_place(clause: Clause, word: int) -> bool:
    """Whether the name at the word is a place's: "in the Silver Wave" is none."""
    span = clause.parsed.span_at(word)
    if span is None:
        return False
    has_article = clause.tree.child(word, "det") is not None
    return span.name.kind in _PLACES or (span.name.kind == "other" and not has_article)


def _of_counts(clause: Clause, names: Names) -> Iterator[Statement]:
    """``How many goals did X score?``; a number before the object's or the subject's noun."""
    tree = clause.tree
    objects = [i for i in tree.children(clause.head, "obj") if i in clause.words]
    for word in (clause.subject, *objects):
        numbers = tree.children(word, "nummod")
        value = cardinal(tree.tokens[numbers[0]].text) if len(numbers) == 1 else None
        if value is None or tree.tokens[word].tag != "NNS" or tree.children(numbers[0]):
            continue
        phrase = tuple(
            i for i in tree.subtree(word) if i in {*clause.words, *clause.subject_words}
        )
        if not phrase or phrase[0] != numbers[0] or _is_bound(clause, word, phrase):
            continue
        what = tree.text(phrase[1:], wording.named(clause, names))
        text = wording.lowered(clause, numbers, {})
        expected = Expected("quantity", value, value, tree.tokens[word].lemma)
        answer = _Answer(text, "number", expected)
        if word == clause.subject:
            said = wording.predicate(clause, names)
            yield _statement(clause, f"How many {what} {said}?", answer, clause.words, ())
        else:
            yield from _inverted(clause, f"How many {what}", phrase, answer, names)


def _inverted(
    clause: Clause, asks: str, phrase: tuple[int, ...], answer: _Answer, names: Names
) -> Iterator[Statement]:
    rest = wording.turned(clause, phrase, names)
    if rest is not None and not _is_explained(clause, phrase):
        used = {*clause.words, *clause.subject_words} - {*phrase}
        yield _statement(clause, f"{asks} {rest}?", answer, used, phrase)


def _is_explained(clause: Clause, phrase: tuple[int, ...]) -> bool:
    """Whether what follows the phrase behind a comma is kept, which may only explain it."""
    behind = max(phrase) + 1
    tokens = clause.tree.tokens
    return behind + 1 in clause.words and tokens[behind].text == ","


def _asked(
    clause: Clause, word: int, phrase: tuple[int, ...], names: Names
) -> tuple[str, _Answer] | None:
    """The words that ask for the phrase, and its answer; None for what is no short whole one."""
    tree = clause.tree
    if not phrase or not tree.is_contiguous(phrase) or _is_bound(clause, word, phrase):
        return None
    found = asking.asked(clause.parsed, word, phrase, names)
    if found is not None:
        expected = Expected("name", names=found.spellings(names))
        return found.question, _Answer(found.value, found.kind, expected)
    span = clause.parsed.span_at(word)
    if span is not None and tree.tokens[span.words[-1]].tag in {"NNP", "NNPS"}:
        return _named(clause, span, phrase)
    answer = _term(clause, word, phrase)
    is_person = tree.tokens[word].lemma.lower() in PERSON_NOUNS
    return ("Who" if is_person else "What", answer) if answer else None


def _named(clause: Clause, span: Span, phrase: tuple[int, ...]) -> tuple[str, _Answer] | None:
    """A name that tells nothing of what it names: "What", typed."""
    beside = {clause.tree.word(i) for i in {*phrase} - {*span.words}} - {"the"}
    if beside or span.name.kind == "person":
        return None
    value = span.name.text.strip("-")
    return "What", _Answer(value, "name", Expected("name", names=(value,)))


def _term(clause: Clause, word: int, phrase: tuple[int, ...]) -> _Answer | None:
    """The phrase as a term: a common noun with little before it, nothing behind."""
    tree, words = clause.tree, phrase
    if words and tree.word(words[0]) in {"the", "a", "an"}:
        words = words[1:]
    tokens = [tree.tokens[i] for i in words]
    if not tokens or words[-1] != word or not tree.is_contiguous(words):
        return None
    said = {token.text.lower() for token in tokens}
    if tokens[-1].tag not in {"NN", "NNS"} or len(words) > _LONGEST_TERM or said & _POINTING:
        return None
    if any(t.tag not in _MODIFIERS for t in tokens) or tokens[-1].lemma in _EMPTY_NOUNS:
        return None
    value = wording.lowered(clause, words, {}) if words[0] == 0 else tree.text(words)
    if not value.strip("-"):
        return None
    return _Answer(value, "term", Expected("name", names=(value,)))


def _is_bound(clause: Clause, word: int, phrase: tuple[int, ...]) -> bool:
    """Whether more than a noun phrase hangs on the word."""
    return any(i in phrase for i in clause.tree.children(word, *_BOUND))


def _statement(
    clause: Clause, question: str, answer: _Answer, used: Collection[int], phrase: tuple[int, ...]
) -> Statement:
    return Statement(
        "clause",
        {"question": question, "answer_kind": answer.kind},
        ("clause", question.lower()),
        answer.value,
        answer.expected,
        clause.parsed.line.citation,
        doubts=(*grounding.doubts(clause, used), *moving.doubts(clause, phrase)),
    )
