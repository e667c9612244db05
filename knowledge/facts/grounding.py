"""Why the wording of a clause may not stand alone: one small rule a function, its name the reason.

Each rule looks at a clause and the words of it that a question would use; together with the
article's title these must make sense to somebody who has not read the sentence before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from knowledge.facts.clauses import SUBJECTS, Clause, cuts_into
from knowledge.facts.parsed import PERSONAL_SEX
from knowledge.language.gazetteers import GIVEN_NAMES

Rule = Callable[[Clause, Collection[int]], bool]

_MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})
_DEICTIC = frozenset(
    "here there now then today yesterday tomorrow tonight ago recently currently presently lately "
    "earlier later afterwards afterward previously formerly soon meanwhile nowadays still yet "
    "again too already ever never so such thus therefore however instead otherwise else hence "
    "accordingly above below following last next previous former latter same similar other "
    "others another certain various else both either neither respectively "
    "simultaneously upcoming modern-day".split()
)
_UNIQUE = frozenset(
    "world sun moon earth sea sky internet universe past future public weather".split()
)
_DEBRIS = frozenset(
    {"dep", "list", "orphan", "reparandum", "goeswith", "dislocated", "vocative", "discourse"}
    | {"parataxis", "expl"}
)
_OPINION = frozenset(
    "allegedly reportedly supposedly apparently probably possibly perhaps likely unlikely seem "
    "appear believe think feel hope claim allege suggest suppose consider argue arguably best "
    "worst beautiful wonderful amazing excellent great nice interesting unfortunately fortunately "
    "clearly obviously surprisingly importantly".split()
)
_LIGHT = frozenset(
    "be have do make take get go come give use become include begin start continue see say know "
    "way thing part number lot many much several year time people first".split()
)
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_FEWEST_CONTENT_WORDS = 3
_FEWEST_WORDS = 2
_SPEECH = frozenset(
    "say state tell claim announce report add note argue explain write declare warn suggest "
    "believe think confirm deny insist admit comment predict estimate observe remark".split()
)
_NEEDS_GOAL = frozenset(
    "arrive serve move return go come travel leave meet join enter reach live stay remain "
    "appear head retire settle".split()
)
_GOAL_PREPOSITIONS = frozenset("in at to for from with as on into under near through by".split())
_TIME_WORDS = frozenset(
    "age year month week day time century decade morning evening night summer winter spring "
    "autumn january february march april may june july august september october november "
    "december".split()
)
_SPECIFYING = frozenset({"nmod", "acl", "acl:relcl", "nummod", "appos", "nmod:unmarked", "flat"})
_QUOTES_AND_BRACKETS = frozenset('"“”„«»()[]{}<>*|=+…;:/') | {"''", "``", "...", "--"}
_PERSONAL = frozenset({"PRP", "PRP$"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})


def quotes_or_brackets(clause: Clause, used: Collection[int]) -> bool:
    """Marks that a question cannot carry."""
    return any(clause.tree.word(i) in _QUOTES_AND_BRACKETS for i in used)


def parse_debris(clause: Clause, used: Collection[int]) -> bool:
    """Relations by which a parser says that it could not make sense of the words."""
    return any(clause.tree.dep(i) in _DEBRIS for i in used)


def modal_or_negated(clause: Clause, used: Collection[int]) -> bool:
    """What may, will or does not happen is no fact to ask for."""
    words = (clause.tree.word(i) for i in used)
    negated = any(clause.tree.word(i) in {"not", "n't", "n’t", "no", "never", "nor"} for i in used)
    return negated or any(word in _MODALS for word in words)


def conditional(clause: Clause, _: Collection[int]) -> bool:
    """The sentence says it under a condition, in a question, or as somebody's words."""
    tree = clause.tree
    marks = {tree.word(i) for i in range(len(tree.tokens)) if tree.dep(i) == "mark"}
    return bool(marks & {"if", "unless", "whether"}) or tree.tokens[-1].text == "?"


def refers_by_pronoun(clause: Clause, used: Collection[int]) -> bool:
    """A pronoun whose person or thing the question does not name before it."""
    tree = clause.tree
    free = [i for i in used if tree.tokens[i].tag in _PERSONAL and i != clause.subject]
    named = clause.parsed.named_pronoun
    if named in used and named != clause.subject:
        return any(not _means_antecedent(clause, i) for i in free)
    return any(not _is_bound(clause, i) for i in free)


def _means_antecedent(clause: Clause, pronoun: int) -> bool:
    """Whether the pronoun means the person whose name replaces the sentence's first pronoun."""
    parsed = clause.parsed
    others = parsed.persons_before(pronoun) - {parsed.antecedent}
    return pronoun == parsed.named_pronoun or (
        clause.tree.word(pronoun) in PERSONAL_SEX and not others
    )


def _is_bound(clause: Clause, pronoun: int) -> bool:
    """Whether the clause's subject, which the question names or asks for, is surely meant."""
    tree = clause.tree
    word = tree.word(pronoun)
    subject = tree.tokens[clause.subject]
    if word in PERSONAL_SEX:
        others = clause.parsed.persons_before(pronoun) - {clause.person}
        return bool(clause.person) and not others
    if pronoun < clause.subject:
        return False
    if word in {"its", "itself"}:
        return subject.tag in {"NN", "NNP"} and not clause.person
    return word in {"their", "themselves"} and subject.tag in _PLURAL_TAGS


def points_at_context(clause: Clause, used: Collection[int]) -> bool:
    """This, that, here, later, another: words that mean something only where they stand."""
    tree = clause.tree
    return any(
        tree.word(i) in _DEICTIC
        or (tree.word(i) in {"this", "these", "those"})
        or (tree.word(i) == "that" and tree.tokens[i].tag == "DT")
        for i in used
    )


def bare_definite(clause: Clause, used: Collection[int]) -> bool:
    """ "The museum" without a word that says which, and not the title's own."""
    tree = clause.tree
    title = clause.parsed.line.article.title.lower()
    for i in used:
        if tree.word(i) == "the" and tree.dep(i) == "det" and i not in clause.parsed.place_words:
            noun = tree.tokens[i].head
            if not _says_which(clause, noun) and tree.word(noun) not in title:
                return True
    return False


def _says_which(clause: Clause, noun: int) -> bool:
    tree = clause.tree
    phrase = [i for i in tree.subtree(noun) if tree.word(i) != "the"]
    if tree.tokens[noun].lemma.lower() in _UNIQUE or tree.tokens[noun].tag.startswith("NNP"):
        return True
    if any(tree.tokens[i].tag in {"NNP", "NNPS", "CD", "JJS", "RBS"} for i in phrase):
        return True
    return bool(tree.children(noun, *_SPECIFYING))


def somebody_unnamed(clause: Clause, used: Collection[int]) -> bool:
    """A lone given or family name that the library does not know in full."""
    for span in clause.parsed.spans:
        name = span.name
        if not set(span.words) & set(used) or " " in name.full:
            continue
        if name.kind == "person" or name.text in GIVEN_NAMES:
            return name.text not in clause.parsed.line.article.title
    return False


def opinion(clause: Clause, used: Collection[int]) -> bool:
    """Belief, praise and hedges are not facts."""
    tree = clause.tree
    return any(tree.tokens[i].lemma.lower() in _OPINION for i in used)


def thin(clause: Clause, used: Collection[int]) -> bool:
    """Too few words of content to tell this event from others like it."""
    tree = clause.tree
    content = {
        tree.tokens[i].lemma.lower()
        for i in used
        if tree.tokens[i].pos in _CONTENT and tree.tokens[i].lemma.lower() not in _LIGHT
    }
    return len(content) < _FEWEST_CONTENT_WORDS


def nearly_empty(clause: Clause, used: Collection[int]) -> bool:
    """Hardly a word of content at all."""
    tree = clause.tree
    return sum(tree.tokens[i].pos in _CONTENT for i in used) < _FEWEST_WORDS


def comparison_without_measure(clause: Clause, used: Collection[int]) -> bool:
    """ "More", "larger": than what?"""
    tree = clause.tree
    compares = any(tree.tokens[i].tag in {"JJR", "RBR"} for i in used)
    return compares and not any(tree.word(i) == "than" for i in used)


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
    if tree.tokens[clause.finite].tag == "VBD" or clause.finite != clause.head:
        is_place = clause.subject in clause.parsed.place_words
        describes = is_place or tree.tokens[clause.subject].tag in {"NNP", "NNPS"}
        return tree.tokens[clause.finite].tag != "VBD" and not describes
    return True


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
    """ "Arrived", "served", "moved": where, whom, whereto?"""
    tree = clause.tree
    if tree.tokens[clause.head].lemma not in _NEEDS_GOAL:
        return False
    goals = (i for i in tree.children(clause.head, "obl", "obj", "xcomp", "advmod") if i in used)
    return not any(_is_goal(clause, i) for i in goals)


def _is_goal(clause: Clause, word: int) -> bool:
    tree = clause.tree
    case = tree.child(word, "case")
    preposition = tree.word(case) if case is not None else ""
    is_time = any(tree.tokens[i].lemma in _TIME_WORDS for i in tree.subtree(word))
    return not is_time and (
        tree.dep(word) in {"obj", "xcomp"} or preposition in _GOAL_PREPOSITIONS
    )


def cut_in_the_middle(clause: Clause, _: Collection[int]) -> bool:
    """Words were left out from between others: what remains may say something else."""
    return cuts_into(clause)


def subject_not_nominal(clause: Clause, _: Collection[int]) -> bool:
    """The subject is a pronoun that nobody resolved, a clause, or there is none."""
    token = clause.tree.tokens[clause.subject]
    if clause.subject in clause.parsed.place_words:
        return False
    if token.pos == "PRON":
        return not clause.person
    return token.pos not in {"NOUN", "PROPN"} or token.dep not in SUBJECTS


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
        or (len(tree.word(i)) > 1 and tree.word(i)[0] == "." and tree.word(i)[1].isdigit())
        for i in used
    )


RULES: tuple[Rule, ...] = (
    quotes_or_brackets,
    parse_debris,
    modal_or_negated,
    conditional,
    refers_by_pronoun,
    points_at_context,
    bare_definite,
    somebody_unnamed,
    opinion,
    thin,
    nearly_empty,
    comparison_without_measure,
    progressive_or_perfect,
    reported_speech,
    present_event,
    number_with_a_dash,
    verb_without_its_goal,
    cut_in_the_middle,
    subject_not_nominal,
    tense_not_finite,
    broken_rendering,
)


def doubts(clause: Clause, used: Collection[int]) -> tuple[str, ...]:
    """The names of the rules by which these words of the clause cannot stand alone."""
    return tuple(rule.__name__ for rule in RULES if rule(clause, used))
