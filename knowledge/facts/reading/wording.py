"""Parts of a clause written out for a question: the predicate, the inverted clause, the gap.

Every function returns text that continues a stem; verb forms come from a table or are not made.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from knowledge.facts.reading.clauses import Clause
from knowledge.facts.reading.words import words as words_named
from knowledge.language.gazetteers import FAMILY_NAMES, GIVEN_NAMES, NATIONS_AND_PEOPLES
from knowledge.language.kinds import kind_of
from knowledge.language.names import Names
from knowledge.language.verbs import base_of_past, is_word
from knowledge.language.wholes import beside, stands_in, starts, times_in, times_inside

GAP = "_____"
_REMARK_LAST = re.compile(r", (?:an?|the|after|later|from|of) (?:(?!\b(?:and|or)\b)[^,])*$")
"""Such a remark ends the predicate, as in "Valio, the dairies' union, from 1921"."""
_ONLY_OPENED = re.compile(r"(?<= )(and|or|but),(?= [^,]*$)")
"""A comma behind "and" with none after it: the remark that it opened is gone."""
_BEHIND_A_SMALL_WORD = re.compile(r"(?:^|[^\w-])[a-z][\w’'-]*[,;]? $")
_PLAIN_WORD = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_NOUNS = frozenset({"NN", "NNS"})
_EVERYDAY = words_named("everyday")
_PROPER = frozenset({"NNP", "NNPS"})
_NAMING = _NOUNS | _PROPER
_ALWAYS_CAPITAL = frozenset({"I", "Mr", "Mrs", "Ms", "Dr", "Sir", "Dame", "Lord", "Lady"})
_CLOSED_CLASS = frozenset(
    {"DT", "IN", "PRP", "PRP$", "WDT", "WP", "WRB", "TO", "CC", "EX", "RB", "CD"}
)


def predicate(clause: Clause, names: Names) -> str:
    """The clause without its subject, what stood in front moved behind: ``visited X in 1890``."""
    return _with_behind(clause, clause.rest, clause.fronted, named(clause, names))


def inverted(clause: Clause, without: Collection[int], names: Names) -> str | None:
    """``did Galois fail the examination``, ``was X born``; None where the form is not certain.

    Only what happened is turned so; ``without`` are the words of the phrase that is asked for.
    """
    finite = clause.tree.tokens[clause.finite]
    is_auxiliary = clause.finite in clause.auxiliaries
    if finite.tag != "VBD" or (is_auxiliary and finite.lemma != "be"):
        return None
    return turned(clause, without, names)


def turned(clause: Clause, without: Collection[int], names: Names) -> str | None:
    """As ``inverted``, in any finite tense: ``does X have``, ``has X won``, ``are Xs made``.

    None where the verb's base form is not certain, and where a remark inside the subject would
    lose the comma that closes it.
    """
    subject, instead = subject_text(clause, names), named(clause, names)
    fronted = [i for i in clause.fronted if i not in without]
    behind = max(without, default=-1) + 1  # a comma that closed what is asked for goes with it
    closes = behind in clause.rest and clause.tree.word(behind) == ","
    rest = [i for i in clause.rest if i not in without and not (closes and i == behind)]
    finite = clause.tree.tokens[clause.finite]
    if finite.tag not in {"VBD", "VBZ", "VBP", "MD"} or _loses_a_comma(clause, rest):
        return None
    if clause.finite in clause.auxiliaries or finite.lemma == "be":
        auxiliary, rest = finite.text, [i for i in rest if i != clause.finite]
    else:
        base = base_of_past(finite.text, finite.lemma) if finite.tag == "VBD" else finite.lemma
        auxiliary = {"VBD": "did", "VBZ": "does"}.get(finite.tag, "do")
        if base is None or (finite.tag == "VBZ" and base == finite.text):
            return None
        instead = {clause.finite: base, **instead}
    return join(auxiliary, subject, _with_behind(clause, rest, fronted, instead))


def _loses_a_comma(clause: Clause, rest: Iterable[int]) -> bool:
    """Whether the subject ends, or the verb begins, at a comma that turning leaves alone."""
    said = [clause.tree.word(i) for i in clause.subject_words]
    is_of_two = said.count(",") == 1 and (",", "and") in pairwise(said)
    before_the_verb = any(clause.tree.word(i) == "," for i in rest if i < clause.finite)
    return clause.is_left_open or is_of_two or before_the_verb


def _with_behind(
    clause: Clause, rest: Iterable[int], fronted: Collection[int], instead: Mapping[int, str]
) -> str:
    """The rest of a predicate with what stood in front of it behind.

    Before a that-clause: in "said that X was lost in 1921" the year would date the loss.
    """
    tree = clause.tree
    said = tree.child(clause.head, "ccomp")
    first = tree.subtree(said)[0] if said is not None and fronted else len(tree.tokens)
    parts = ([i for i in rest if i < first], [i for i in rest if i >= first])
    before, behind = (tree.text(part, instead) for part in parts)
    if fronted and _REMARK_LAST.search(before):
        before += ","
    return join(before, lowered(clause, fronted, instead), behind)


def subject_text(clause: Clause, names: Names) -> str:
    """The subject as a question writes it: a pronoun as the person's name."""
    is_pronoun = clause.tree.tokens[clause.subject].pos == "PRON"
    if is_pronoun and clause.person and len(clause.subject_words) == 1:
        return names.display(clause.person)
    return lowered(clause, clause.subject_words, named(clause, names))


def join(*parts: str) -> str:
    """The parts that are not empty, with spaces between; no comma opens what is not closed."""
    return _ONLY_OPENED.sub(r"\1", " ".join(part for part in parts if part))


def named(clause: Clause, names: Names) -> dict[int, str]:
    """The names, genitives where needed, that take the place of resolved pronouns."""
    thing = clause.parsed.thing_words
    if thing:
        return _instead_of(thing, clause.parsed.thing)
    found: dict[int, str] = {}
    pronoun = clause.parsed.named_pronoun
    if pronoun is not None:
        name = names.display(clause.parsed.antecedent)
        is_genitive = clause.tree.tokens[pronoun].tag == "PRP$"
        found[pronoun] = f"{name}{genitive(name)}" if is_genitive else name
    is_numeral = clause.parsed.span_at(clause.subject) is not None  # "James I"
    if clause.person and clause.tree.tokens[clause.subject].pos == "PRON" and not is_numeral:
        found[clause.subject] = names.display(clause.person)
    return _in_full(clause, names) | found


def _in_full(clause: Clause, names: Names) -> dict[int, str]:
    """The name of a subject whom an article about something else calls by a part of it.

    So is one called by another name altogether, as before she married. The article itself must
    know the whole name.
    """
    span, article = clause.parsed.span_at(clause.subject), clause.parsed.line.article
    if span is None or span.name.kind != "person" or not _is_all(clause, span.words):
        return {}
    said, full = span.name.text, span.name.full
    if said == full or " " in said:
        return {}
    if full == clause.parsed.person:
        whole = "" if said in full.split() else names.display(full)
    else:
        is_told = said not in article.title and stands_in(full, article.text)
        whole = full if is_told else ""
    return _instead_of(span.words, whole) if whole else {}


def _instead_of(words: Sequence[int], said: str) -> dict[int, str]:
    """What each of some words is to be written as, where all of them become one."""
    return dict.fromkeys(words, "") | {words[-1]: said}


def _is_all(clause: Clause, name: Sequence[int]) -> bool:
    """Whether the subject is the name, but for a title before it."""
    others = {*clause.subject_words} - {*name}
    return all(clause.tree.tokens[i].tag == "NNP" for i in others)


def with_gap(clause: Clause, gap: Sequence[int], names: Names) -> str:
    """The clause as a sentence, its first letter a capital, with ``GAP`` for some of its words."""
    instead = named(clause, names) | _instead_of(gap, GAP)
    instead |= _set_off(clause, instead, gap)
    behind = gap[-1] + 1
    if behind < len(clause.tree.tokens) and clause.tree.tokens[behind].tag == "POS":
        instead[behind] = "'s"
    said = {*clause.words, *clause.subject_words} - clause.lead
    lead = clause.tree.text(clause.lead, instead)
    rest = lowered(clause, said, instead) if lead else clause.tree.text(said, instead)
    text = join(lead, rest).rstrip(".")
    return f"{text[:1].upper()}{text[1:]}."


def _set_off(clause: Clause, instead: Mapping[int, str], gap: Collection[int]) -> dict[int, str]:
    """A comma between names that come together: "In Oslo, Holm met" of "In Oslo he met"."""
    tree, first = clause.tree, min(clause.subject_words)
    before = max(clause.lead or {i for i in clause.words if i < first}, default=-1)
    is_named_anew = first in instead.keys() - {*gap}
    is_from_before = clause.lead and tree.tokens[first].tag in _PROPER and first not in gap
    if (
        before < 0
        or tree.tokens[before].tag not in _PROPER
        or not (is_named_anew or is_from_before)
    ):
        return {}
    return {before: f"{instead.get(before, tree.tokens[before].text)},"}


def genitive(name: str) -> str:
    """What makes the name a genitive."""
    return "'" if name.endswith("s") else "'s"


def lowered(clause: Clause, words: Iterable[int], instead: Mapping[int, str]) -> str:
    """The words, a capital that only the sentence's beginning gave them taken back."""
    words = sorted(words)
    if not words:
        return ""
    if words[0] in instead:
        return clause.tree.text(words, instead)
    span = clause.parsed.span_at(words[0])
    if span and span.name.kind == "person":
        return clause.tree.text(words, instead)
    first = clause.tree.tokens[words[0]].text
    keep = first[0].lower() + first[1:] if _is_capital_by_place(clause, words[0]) else first
    return clause.tree.text(words, {**instead, words[0]: keep})


def _is_capital_by_place(clause: Clause, word: int) -> bool:
    """Whether only the sentence's beginning gave the word its capital."""
    token = clause.tree.tokens[word]
    if word or token.text[1:] != token.text[1:].lower() or token.text in _ALWAYS_CAPITAL:
        return False
    text = clause.parsed.line.article.text
    if token.tag in _CLOSED_CLASS:
        is_named = token.text == "All" and _opens_a_name(clause, word)  # "All Souls College"
        is_number = token.tag == "CD" and clause.subject_words == (word,)
        return not is_named and not (is_number and _ends_a_name(token.text, text))
    if not _PLAIN_WORD.fullmatch(token.text):
        return False  # "C++", "X"
    is_called = token.text in GIVEN_NAMES and clause.tree.word(word + 1) == "the"
    if is_called or token.text in NATIONS_AND_PEOPLES or _opens_a_name(clause, word):
        return False  # "Robert the Bruce"
    inside = _times_alone_inside(token.text, text)
    common = times_in(token.text.lower(), text)
    is_a_name = clause.parsed.span_at(word) is not None and not _is_of_no_kind(clause, word)
    is_known = common > 0 or is_word(token.text)
    is_noun = token.tag in _NOUNS or token.text.lower() in _EVERYDAY
    is_no_name = not inside and (not is_a_name or (is_noun and _is_once(token.text, text)))
    return is_known and (is_no_name or (token.tag not in {"NNP", "NNPS"} and common >= inside))


def _times_alone_inside(word: str, article: str) -> int:
    """How often it has its capital behind a small word: "War" not in "the Civil War"."""
    return sum(
        _BEHIND_A_SMALL_WORD.search(before) is not None for before, _ in beside(word, article)
    )


def _is_once(word: str, article: str) -> bool:
    """Whether nothing but its place makes a name of the word: "Demand soared"."""
    is_listed = word in FAMILY_NAMES or word in GIVEN_NAMES or kind_of(word) != "other"
    is_a_name = is_listed or _ends_a_name(word, article)
    return times_in(word, article) == 1 and not is_a_name


def _is_of_no_kind(clause: Clause, word: int) -> bool:
    """Whether a single word, taken for a name of no known kind, is a noun by its grammar."""
    span, tokens = clause.parsed.span_at(word), clause.tree.tokens
    if span is None or span.name.kind not in {"other", "event"} or len(span.words) > 1:
        return False
    text, article = tokens[word].text, clause.parsed.line.article
    if tokens[word].tag in _NOUNS:
        return True
    is_common = any(True for _ in starts(text.lower(), article.text))
    is_plural = text.endswith("s") and is_word(text[:-1])
    is_a_name = times_inside(text, article.text) > 0 or _ends_a_name(text, article.text)
    if text in article.title or not (is_common or (is_plural and not is_a_name)):
        return False
    opens_a_compound = any(token.tag in _NOUNS for token in tokens[word + 1 : word + 2])
    return is_plural or opens_a_compound or not is_a_name


def _ends_a_name(word: str, article: str) -> bool:
    """Whether the article has a name that the word ends: "Ten" in "Denis Ten"."""
    return re.search(rf"\b(?:[A-Z]\.|[A-Z]\w*) {re.escape(word)}\b", article) is not None


def _opens_a_name(clause: Clause, word: int) -> bool:
    """Whether the next word has a capital of its own: "Tove Marika", "Cup Noodles"."""
    following = clause.tree.tokens[word + 1 : word + 2]
    return any(
        token.text.istitle()
        and token.tag in _NAMING
        and not {token.text, token.text.removesuffix("s")} & NATIONS_AND_PEOPLES
        for token in following
    )
