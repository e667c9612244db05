"""What makes a clause no statement of a plain fact: its tense, its mood, its gaps, its debris.

Each rule looks at one thing; its name is the reason that is shown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from knowledge.facts.clauses import Clause, cuts_into
from knowledge.facts.words import words

_MODALS = frozenset(
    {"due", "can", "could", "may", "might", "must", "shall", "should", "will", "would"}
)
_NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "nor"})
_MODAL_TAGS = frozenset({"MD", "JJ", "IN"})
_NEVER_CAPITAL = frozenset({"DT", "IN", "PRP", "WP", "WRB", "VBZ", "VBP", "VBD", "MD", "CC"})
_YEAR = re.compile(r"1\d{3}|20\d\d")
_GLUED = re.compile(r"^\.\d|[a-z\d]\.[A-Z][a-z]|[a-z]{2}\d{2}")
_SHORT_TAIL = 2
_SUBORDINATORS = frozenset({"because", "although", "when", "while", "if", "that", "whereas"})
_DEBRIS = frozenset(
    {"dep", "list", "orphan", "reparandum", "goeswith", "dislocated", "vocative", "discourse"}
    | {"parataxis", "expl"}
)
_OPINION = words("opinion")
_LIGHT = words("light")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_FEWEST_CONTENT_WORDS = 4
_FEWEST_WORDS = 2
_SPEECH = words("speech")
_NEEDS_GOAL = words("needs goal")
_NEEDS_OBJECT = words("needs object")
_GOAL_PREPOSITIONS = words("goal prepositions")
_TIME_WORDS = words("time words")
_STATIVE = words("stative")
_QUOTES_AND_BRACKETS = frozenset('"“”„«»‘()[]{}<>*|=+…;:/') | {"''", "``", "...", "--"}


def quotes_or_brackets(clause: Clause, used: Collection[int]) -> bool:
    """Marks that a question cannot carry."""
    return any(clause.tree.word(i) in _QUOTES_AND_BRACKETS for i in used)


def parse_debris(clause: Clause, used: Collection[int]) -> bool:
    """Relations by which a parser says that it could not make sense of the words."""
    line, tree = clause.parsed.line, clause.tree
    dated = [(d.start, d.end) for d in line.dates]
    return any(
        tree.dep(i) in _DEBRIS
        and not _is_within(tree.tokens[i].start - line.sentence.start, dated)
        for i in used
    )


def _is_within(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def modal_or_negated(clause: Clause, used: Collection[int]) -> bool:
    """What may, will or does not happen is no fact to ask for."""
    tree = clause.tree
    return any(
        tree.word(i) in _NEGATIONS
        or (tree.word(i) in _MODALS and tree.tokens[i].tag in _MODAL_TAGS)
        for i in used
    )


def conditional(clause: Clause, _: Collection[int]) -> bool:
    """The sentence says it under a condition, in a question, or as somebody's words."""
    tree = clause.tree
    marks = {tree.word(i) for i in range(len(tree.tokens)) if tree.dep(i) == "mark"}
    return bool(marks & {"if", "unless", "whether"}) or tree.tokens[-1].text == "?"


def opinion(clause: Clause, used: Collection[int]) -> bool:
    """Belief, praise and hedges are not facts."""
    tree = clause.tree
    named = {i for i in used if i and tree.tokens[i].text.istitle()}
    said = (tree.tokens[i] for i in used if tree.tokens[i].pos != "NOUN" and i not in named)
    return any(token.lemma.lower() in _OPINION for token in said)


def thin(clause: Clause, used: Collection[int]) -> bool:
    """Too few words of content to tell this event from others like it."""
    has_number = any(clause.tree.tokens[i].pos == "NUM" for i in used)
    return len(content(clause, used)) < _FEWEST_CONTENT_WORDS - has_number


def content(clause: Clause, used: Collection[int]) -> set[str]:
    """The base forms of the words that carry meaning of their own."""
    tokens = (clause.tree.tokens[i] for i in used)
    return {t.lemma.lower() for t in tokens if t.pos in _CONTENT} - _LIGHT


def nearly_empty(clause: Clause, used: Collection[int]) -> bool:
    """Hardly a word of content at all."""
    tree = clause.tree
    return sum(tree.tokens[i].pos in _CONTENT for i in used) < _FEWEST_WORDS


def progressive_or_perfect(clause: Clause, _: Collection[int]) -> bool:
    """What was going on, or has happened up to now or then, is background."""
    tree = clause.tree
    auxiliaries = {tree.word(i) for i in clause.auxiliaries}
    has_done = "has" in auxiliaries or "have" in auxiliaries or "'s" in auxiliaries
    is_going_on = tree.tokens[clause.head].tag == "VBG" and bool(clause.auxiliaries)
    return is_going_on or has_done or "had" in auxiliaries


def reported_speech(clause: Clause, _: Collection[int]) -> bool:
    """What somebody said or thought is true of the saying alone."""
    tree = clause.tree
    speaks = tree.tokens[clause.head].lemma in _SPEECH
    according = any(
        tree.word(i) == "according" or tree.tokens[i].lemma == "accord"
        for i in range(len(tree.tokens))
    )
    return according or (speaks and tree.child(clause.head, "ccomp", "parataxis") is not None)


def present_event(clause: Clause, _: Collection[int]) -> bool:
    """A present tense tells of a caption, a plot or a habit, unless it describes a named thing."""
    tree = clause.tree
    if tree.tokens[clause.finite].tag == "VBD":
        return False
    is_state = clause.finite != clause.head or tree.tokens[clause.head].lemma in _STATIVE
    return not (is_state and _is_named_thing(clause))


def _is_named_thing(clause: Clause) -> bool:
    tree = clause.tree
    is_place = clause.subject in clause.parsed.place_words
    is_topic = tree.word(clause.subject) in clause.parsed.line.article.title.lower().split()
    return (
        bool(clause.person)
        or is_place
        or is_topic
        or tree.tokens[clause.subject].tag in {"NNP", "NNPS"}
    )


def number_with_a_dash(clause: Clause, used: Collection[int]) -> bool:
    """Scores and spans of years that the words around them do not explain."""
    tree = clause.tree
    return any(
        tree.word(i) in {"-", "–", "—"}
        and any(c.isdigit() for c in tree.word(max(i - 1, 0)) + tree.word(i + 1))
        for i in used
        if i + 1 < len(tree.tokens)
    )


def verb_without_its_goal(clause: Clause, used: Collection[int]) -> bool:
    """A verb like "arrived" or "served" without where, whom or whereto."""
    tree = clause.tree
    lemma, is_active = tree.tokens[clause.head].lemma, clause.finite == clause.head
    if is_active and lemma in _NEEDS_OBJECT:
        return tree.child(clause.head, "obj", "ccomp", "xcomp") is None
    if lemma not in _NEEDS_GOAL:
        return False
    goals = (i for i in tree.children(clause.head, "obl", "obj", "xcomp", "advmod") if i in used)
    return not any(_is_goal(clause, i) for i in goals)


def _is_goal(clause: Clause, word: int) -> bool:
    tree = clause.tree
    case = tree.child(word, "case")
    preposition = tree.word(case) if case is not None else ""
    below = [tree.tokens[i] for i in tree.subtree(word)]
    is_time = any(token.lemma.lower() in _TIME_WORDS or token.text.isdigit() for token in below)
    return not is_time and (
        tree.dep(word) in {"obj", "xcomp"} or preposition in _GOAL_PREPOSITIONS
    )


def cut_in_the_middle(clause: Clause, _: Collection[int]) -> bool:
    """Words were left out from between others: what remains may say something else."""
    return cuts_into(clause)


def conjunction_lost(clause: Clause, _: Collection[int]) -> bool:
    """The "and" between two things that are both kept was left out: they stand as one."""
    tree = clause.tree
    kept = {*clause.words, *clause.subject_words}
    return any(
        tree.dep(i) == "cc" and i not in kept and tree.tokens[i].head in kept - {clause.head}
        for i in range(len(tree.tokens))
    )


def tense_not_finite(clause: Clause, _: Collection[int]) -> bool:
    """No finite verb: a heading, a list item, a broken sentence."""
    return clause.tree.tokens[clause.finite].tag not in {"VBD", "VBZ", "VBP"}


def broken_rendering(clause: Clause, used: Collection[int]) -> bool:
    """Capitals in a row, web addresses, numbers glued to words: debris of a page."""
    tree = clause.tree
    return any(
        "http" in tree.word(i)
        or "@" in tree.word(i)
        or "www." in tree.word(i)
        or _GLUED.search(tree.tokens[i].text) is not None
        or _is_capital_in_the_middle(clause, i)
        for i in used
    )


def _is_capital_in_the_middle(clause: Clause, word: int) -> bool:
    """A capital in "The" or "In" inside a sentence: two sentences have run together."""
    token = clause.tree.tokens[word]
    inside = word > 0 and clause.parsed.span_at(word) is None
    return inside and token.text.istitle() and token.tag in _NEVER_CAPITAL


def two_times(clause: Clause, _: Collection[int]) -> bool:
    """Two years bound to one verb: one of them belongs to something that was cut."""
    tree = clause.tree
    if clause.is_whole or {"from", "until"} <= {tree.word(i) for i in clause.words}:
        return False
    obliques = tree.children(clause.head, "obl", "obl:unmarked", "nmod")
    bound = (i for i in obliques if i in clause.words and tree.tokens[i].tag == "CD")
    return len([i for i in bound if _YEAR.fullmatch(tree.word(i))]) > 1


def ends_in_the_air(clause: Clause, used: Collection[int]) -> bool:
    """What is left stops at a preposition or an article, or goes on for a word after a comma."""
    tree = clause.tree
    kept = sorted({*clause.words, *clause.subject_words})
    if tree.tokens[kept[-1]].tag in {"IN", "TO", "CC", "DT", "PRP$", ","}:
        return True
    marks = (i for i in used if tree.dep(i) == "mark" and tree.word(i) != "to")
    if any(tree.tokens[tree.tokens[i].head].tag[:2] not in {"VB", "NN", "JJ"} for i in marks):
        return True
    commas = [p for p, i in enumerate(kept) if tree.word(i) == "," and i > clause.head]
    tail = len(kept) - 1 - commas[-1] if commas else len(kept)
    is_cut = max(kept) < len(tree.tokens) - 2
    return is_cut and tail <= _SHORT_TAIL


def remark_goes_on(clause: Clause, _: Collection[int]) -> bool:
    """A remark left out runs on behind its own comma, where the sentence may have gone on."""
    tree = clause.tree
    kept = {*clause.words, *clause.subject_words}
    return any(
        tree.word(i) == ","
        and i not in kept
        and tree.tokens[i + 1].tag in {"IN", "TO"}
        and tree.word(i + 1) not in _SUBORDINATORS
        and tree.tokens[i].head != clause.head
        and {i - 1, i + 1}.isdisjoint(kept)
        and clause.head < i
        and _belongs(clause, i)
        for i in range(1, len(tree.tokens) - 1)
    )


def _belongs(clause: Clause, word: int) -> bool:
    """Whether the word hangs on what is kept of the predicate, not on a clause beside it."""
    tree, kept = clause.tree, {*clause.words} - {clause.head}
    while tree.tokens[word].head != word:
        if word in kept:
            return True
        word = tree.tokens[word].head
    return False


def verb_first(clause: Clause, _: Collection[int]) -> bool:
    """An inversion such as "said the minister" leaves its words in front of it behind."""
    return clause.finite < clause.subject


def subordinate(clause: Clause, used: Collection[int]) -> bool:
    """A clause that hangs on another ("after …", "because …") is no statement of its own."""
    tree = clause.tree
    marks = [i for i in tree.children(clause.head, "mark") if tree.word(i) != "to"]
    first = min([*clause.words, *clause.subject_words])
    hangs = tree.tokens[first].tag in {"IN", "WRB"} and tree.tokens[first].head == clause.head
    ends_nowhere = tree.word(first) in _SUBORDINATORS and not any(
        tree.word(i) == "," for i in used
    )
    opens = hangs or ends_nowhere or tree.tokens[min(clause.subject_words)].tag == "IN"
    return opens or any(i in used for i in marks)


def superlative_since(clause: Clause, used: Collection[int]) -> bool:
    """A rank "since 2019": sources begin to count at different points."""
    tree = clause.tree
    words = {tree.word(i) for i in used}
    ranks = any(tree.tokens[i].tag in {"JJS", "RBS"} for i in used) or "first" in words
    return ranks and "since" in words


def verb_disagrees(clause: Clause, _: Collection[int]) -> bool:
    """A single name with a plural verb: the true subject is another word."""
    tree = clause.tree
    is_single = tree.tokens[clause.subject].tag in {"NN", "NNP"}
    is_plural = tree.tokens[clause.finite].tag == "VBP" or tree.word(clause.finite) == "were"
    return is_single and is_plural and not tree.children(clause.subject, "conj")
