"""What makes a clause no statement of a plain fact: its tense, its mood, its gaps, its debris.

Each rule looks at one thing; its name is the reason that is shown.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from knowledge.facts.reading.clauses import Clause
from knowledge.facts.reading.words import words
from knowledge.language.trees import Tree
from knowledge.language.verbs import may_be_finite, may_be_participle

_MODALS = frozenset(
    {"due", "can", "could", "may", "might", "must", "shall", "should", "will", "would"}
)
_NEGATIONS = frozenset({"not", "n't", "n’t", "no", "never", "nor"})
_MODAL_TAGS = frozenset({"MD", "JJ", "IN"})
_SUBORDINATORS = frozenset({"because", "although", "when", "while", "if", "that", "whereas"})
_OPINION = words("opinion")
_LIGHT = words("light")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_FEWEST_CONTENT_WORDS = 4
_FEWEST_WORDS = 2
_MAKES_SOMEBODY = frozenset(
    {"elected", "appointed", "made", "named", "created", "declared", "crowned", "promoted"}
    | {"awarded", "given", "granted", "ordained", "nominated"}
)
"""Verbs behind which an office or a prize may be no object, but what somebody is made or given."""
_HAS_NO_PASSIVE = frozenset(
    {"fled", "died", "lived", "remained", "arrived", "sat", "slept", "stood", "appeared"}
    | {"happened", "emerged", "belonged", "consisted", "resigned"}
)
_SELDOM_PASSIVE = _HAS_NO_PASSIVE | {"acted", "worked"}
_SPEECH = words("speech")
_NEEDS_GOAL = words("needs goal")
_NEEDS_OBJECT = words("needs object")
_GOAL_PREPOSITIONS = words("goal prepositions")
_TIME_WORDS = words("time words")
_STATIVE = words("stative")


def modal_or_negated(clause: Clause, used: Collection[int]) -> bool:
    """What may, will or does not happen is no fact to ask for."""
    tree = clause.tree
    return any(
        tree.word(i) in _NEGATIONS
        or (tree.word(i) in _MODALS and tree.tokens[i].tag in _MODAL_TAGS)
        for i in used
    )


def conditional(clause: Clause) -> bool:
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
    fewest = _FEWEST_CONTENT_WORDS - (has_number or says_of_whom(clause, used))
    return len(content(clause, used)) < fewest


def says_of_whom(clause: Clause, used: Collection[int]) -> bool:
    """Whether the words hold the subject, and it is named."""
    is_named = clause.tree.tokens[clause.subject].pos == "PROPN" or _is_resolved(clause)
    return clause.subject in used and is_named


def _is_resolved(clause: Clause) -> bool:
    """Whether a name takes the place of the pronoun that is the subject."""
    is_pronoun = clause.tree.tokens[clause.subject].pos == "PRON"
    return clause.subject in clause.parsed.thing_words or (is_pronoun and bool(clause.person))


def content(clause: Clause, used: Collection[int]) -> set[str]:
    """The base forms of the words that carry meaning of their own; a resolved pronoun's name."""
    tokens = (clause.tree.tokens[i] for i in used)
    found = {t.lemma.lower() for t in tokens if t.pos in _CONTENT} - _LIGHT
    named = {clause.person or clause.parsed.thing} if _is_resolved(clause) else set[str]()
    return found | (named if clause.subject in used else set())


def nearly_empty(clause: Clause, used: Collection[int]) -> bool:
    """Hardly a word of content at all."""
    tree = clause.tree
    return sum(tree.tokens[i].pos in _CONTENT for i in used) < _FEWEST_WORDS


def progressive_or_perfect(clause: Clause) -> bool:
    """What was going on, or has happened up to now or then, is background."""
    tree = clause.tree
    auxiliaries = {tree.word(i) for i in clause.auxiliaries}
    has_done = "has" in auxiliaries or "have" in auxiliaries or "'s" in auxiliaries
    is_going_on = tree.tokens[clause.head].tag == "VBG" and bool(clause.auxiliaries)
    return is_going_on or has_done or "had" in auxiliaries


def reported_speech(clause: Clause) -> bool:
    """What somebody said or thought is true of the saying alone."""
    tree = clause.tree
    speaks = tree.tokens[clause.head].lemma in _SPEECH
    according = any(
        tree.word(i) == "according" or tree.tokens[i].lemma == "accord"
        for i in range(len(tree.tokens))
    )
    return according or (speaks and tree.child(clause.head, "ccomp", "parataxis") is not None)


def present_event(clause: Clause) -> bool:
    """A present tense tells of a caption, a plot or a habit, unless it describes a named thing."""
    tree = clause.tree
    if tree.tokens[clause.finite].tag == "VBD":
        return False
    is_state = clause.finite != clause.head or tree.tokens[clause.head].lemma in _STATIVE
    return not (is_state and _is_named_thing(clause))


def _is_named_thing(clause: Clause) -> bool:
    tree = clause.tree
    is_thing = clause.subject in clause.parsed.thing_words
    is_topic = tree.word(clause.subject) in clause.parsed.line.article.title.lower().split()
    return (
        bool(clause.person)
        or is_thing
        or is_topic
        or tree.tokens[clause.subject].tag in {"NNP", "NNPS"}
    )


def had_it_done(clause: Clause) -> bool:
    """In "she had the room panelled and later moved to Oslo", it may be the room that moved."""
    tree, head = clause.tree, clause.tree.tokens[clause.head].head
    if tree.dep(clause.head) != "conj" or tree.tokens[head].lemma != "have":
        return False
    had = (i for i in tree.children(head, "obj") if _is_known(tree, i))
    done = (
        *tree.children(head, "ccomp", "xcomp"),
        *(j for i in had for j in tree.children(i, "acl")),
    )
    is_done = any(tree.tokens[i].tag in {"VBN", "VBD"} for i in done)
    return is_done and tree.child(clause.head, "obj") is None


def _is_known(tree: Tree, noun: int) -> bool:
    """Whether it is "the room" or "her room": "a daughter named Ida" had nothing done to her."""
    article = tree.child(noun, "det", "nmod:poss")
    return article is not None and tree.word(article) not in {"a", "an"}


def verb_without_its_goal(clause: Clause, used: Collection[int]) -> bool:
    """A verb like "arrived" or "served" without where, whom or whereto."""
    tree = clause.tree
    lemma, is_active = tree.tokens[clause.head].lemma, clause.finite == clause.head
    if is_active and lemma in _NEEDS_OBJECT:
        objects = tree.children(clause.head, "obj", "ccomp", "xcomp")
        return not any(i in clause.words for i in objects)
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


def tense_not_finite(clause: Clause) -> bool:
    """A participle for a verb: a heading, a remark, a broken sentence.

    One that may be a past tense as well is taken for it where it has an object, or no passive.
    """
    tree, verb = clause.tree, clause.finite
    if tree.tokens[verb].tag != "VBN":
        return tree.tokens[verb].tag in {"VB", "VBG"} and verb == clause.head
    said = tree.word(verb)
    is_past = may_be_finite(said) and tree.child(verb, "obj", "xcomp", "ccomp") is not None
    return not is_past and said not in _SELDOM_PASSIVE


def voice_unsure(clause: Clause) -> bool:
    """In "was tried and condemned" the second verb may be passive too; "elected a Fellow", too."""
    tree, past = clause.tree, clause.tree.word(clause.head)
    first = tree.tokens[clause.head].head
    is_second = tree.dep(clause.head) == "conj" and not clause.auxiliaries
    objects = () if past in _MAKES_SOMEBODY else ("obj", "xcomp")
    has_own = tree.child(clause.head, *objects, "ccomp", "nsubj", "nsubj:pass") is not None
    may_be_passive = may_be_participle(past) and past not in _HAS_NO_PASSIVE
    follows_one = is_second and tree.child(first, "aux:pass") is not None
    return follows_one and may_be_passive and not has_own


def verb_first(clause: Clause) -> bool:
    """An inversion such as "said the minister" leaves its words in front of it behind."""
    return clause.finite < clause.subject


def subordinate(clause: Clause, used: Collection[int]) -> bool:
    """A clause that hangs on another ("after …", "because …") is no statement of its own."""
    tree = clause.tree
    marks = [i for i in tree.children(clause.head, "mark") if tree.word(i) != "to"]
    first = min([*clause.words, *clause.subject_words])
    if clause.opens_with_a_date:
        return any(i in used for i in marks if i != first)
    hangs = tree.tokens[first].tag in {"IN", "WRB"} and tree.tokens[first].head == clause.head
    ends_nowhere = tree.word(first) in _SUBORDINATORS and not any(
        tree.word(i) == "," for i in used
    )
    opens = hangs or ends_nowhere or tree.tokens[min(clause.subject_words)].tag == "IN"
    return opens or any(i in used for i in marks)


def true_at_a_time_only(clause: Clause, used: Collection[int]) -> bool:
    """A count "as of" a day is out of date by the next."""
    words = [clause.tree.word(i) for i in sorted(used)]
    return ("as", "of") in pairwise(words)


def superlative_since(clause: Clause, used: Collection[int]) -> bool:
    """A rank "since 2019": sources begin to count at different points."""
    tree = clause.tree
    words = {tree.word(i) for i in used}
    ranks = any(tree.tokens[i].tag in {"JJS", "RBS"} for i in used) or "first" in words
    return ranks and "since" in words
