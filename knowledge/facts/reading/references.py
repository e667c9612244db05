"""Words of a clause that point outside it: pronouns, "the museum", "later", a lone first name.

Each rule says that such a word has nothing to point to in a question made of the words used.
"""

from __future__ import annotations

from collections.abc import Collection

from knowledge.facts.reading import topics
from knowledge.facts.reading.antecedents import PERSONAL_SEX, SUBJECTS
from knowledge.facts.reading.clauses import Clause
from knowledge.facts.reading.titles import person_of
from knowledge.facts.reading.words import words
from knowledge.language.dates import WEEKDAYS
from knowledge.language.gazetteers import GIVEN_NAMES, PERSON_NOUNS
from knowledge.language.kinds import sex_of
from knowledge.language.schemes import PLURAL

_DEICTIC = words("deictic")
_UNIQUE = words("unique")
_NARROWING = ("amod", "compound", "nmod:poss", "nummod", "acl", "acl:relcl", "conj")
_ABSOLUTE = frozenset(
    {
        "lower",
        "upper",
        "outer",
        "inner",
        "elder",
        "younger",
        "older",
        "greater",
        "lesser",
        "former",
    }
)
"""Comparatives that name one of two by themselves: "the lower Rhine", "her younger brother"."""
_COUNTED = frozenset({"two", "three", "four", "both", "former", "latter"})
_SPECIFYING = frozenset({"nmod", "acl", "acl:relcl", "nummod", "appos", "nmod:unmarked", "flat"})
_PERSONAL = frozenset({"PRP", "PRP$"})
_BOUND = frozenset({"himself", "herself"})
"""They mean the subject, which the question names or asks for."""
_SOMEBODY = PERSON_NOUNS | {"head", "chief", "leader", "member", "director", "president"}
_SOMEBODY |= {"rector", "dean"}
"""Of these nothing is "its"."""


def refers_by_pronoun(clause: Clause, used: Collection[int]) -> bool:
    """A pronoun before which the question names nobody, and nothing, that it could mean."""
    return any(not _can_mean(clause, i, used) for i in _unbound(clause, used))


def pronoun_unsure(clause: Clause, used: Collection[int]) -> bool:
    """A pronoun that could mean what the question names before it, or something else."""
    return any(_can_mean(clause, i, used) for i in _unbound(clause, used))


def _unbound(clause: Clause, used: Collection[int]) -> list[int]:
    """The pronouns of which the sentence does not show what they mean."""
    known = {clause.subject, *clause.parsed.thing_words}
    free = [i for i in used if _is_pronoun(clause, i) and i not in known]
    named = clause.parsed.named_pronoun
    if named in used and named != clause.subject:
        return [i for i in free if not _means_antecedent(clause, i)]
    return [i for i in free if not _is_bound(clause, i, used)]


def _is_pronoun(clause: Clause, word: int) -> bool:
    """Whether a word is one, and neither a pit ("mine"), a king ("Charles I") nor "himself"."""
    tree = clause.tree
    said = tree.word(word)
    is_number = said == "i" and word > 0 and tree.tokens[word - 1].tag == "NNP"
    is_bound = said in _BOUND or (said == "mine" and tree.dep(word) != "nsubj")
    return tree.tokens[word].tag in _PERSONAL and not is_number and not is_bound


def _can_mean(clause: Clause, pronoun: int, used: Collection[int]) -> bool:
    """Whether the title or the words before name somebody of its sex, or a thing of its number."""
    tree, word = clause.tree, clause.tree.word(pronoun)
    verb = tree.tokens[pronoun].head
    others = (i for i in {*used, *clause.subject_words} if i < pronoun)
    before = [i for i in others if tree.tokens[i].head != verb or i == clause.subject]
    if word in PERSONAL_SEX:
        named = {*map(clause.parsed.person_at, before), person_of(clause.parsed.line.article)}
        persons = filter(None, named)
        fits = any(clause.parsed.is_of_sex(one, PERSONAL_SEX[word]) for one in persons)
        return fits and not _is_said_of_the_topic(clause, pronoun)
    owner = {"it": "its", "they": "their", "them": "their"}.get(word, word)
    return any(_can_own(clause, i, owner) for i in before)


def _means_antecedent(clause: Clause, pronoun: int) -> bool:
    """Whether the pronoun means the person whose name replaces the sentence's first pronoun."""
    parsed = clause.parsed
    named = parsed.named_pronoun
    known = parsed.persons_before(named) if named is not None else set[str]()
    others = parsed.persons_before(pronoun) - {parsed.antecedent} - known
    return pronoun == parsed.named_pronoun or (
        clause.tree.word(pronoun) in PERSONAL_SEX and not others
    )


def _is_bound(clause: Clause, pronoun: int, used: Collection[int]) -> bool:
    """Whether the question itself names, or asks for, what the pronoun means."""
    tree = clause.tree
    word = tree.word(pronoun)
    if word in {"him", "her"} and tree.tokens[pronoun].head == clause.head:
        return tree.tokens[pronoun].tag == "PRP$"
    if word in PERSONAL_SEX:
        if _is_said_of_the_topic(clause, pronoun):
            return False
        before = {*range(pronoun)} - {*range(clause.subject)}
        spans = (s for s in clause.parsed.spans if s.words[0] in before & {*clause.words})
        others = {s.name.full for s in spans if s.name.kind == "person"} - {clause.person}
        others = {one for one in others if sex_of(one) in {"", PERSONAL_SEX[word]}}
        span = clause.parsed.span_at(clause.subject)
        is_own = tree.tokens[pronoun].tag == "PRP$" and clause.subject < pronoun
        may_be_named = is_own and span is not None and span.name.kind == "other"
        is_meant = clause.parsed.is_of_sex(clause.person, PERSONAL_SEX[word]) or may_be_named
        return is_meant and not others
    if word in {"it", "they"}:
        return _is_subject_again(clause, pronoun)
    return any(_can_own(clause, i, word) for i in {*used, clause.subject} if i < pronoun)


def _is_subject_again(clause: Clause, pronoun: int) -> bool:
    """Whether a clause behind the main one says more of its subject: "until it was sold"."""
    tree = clause.tree
    verb, subject = tree.tokens[pronoun].head, tree.tokens[clause.subject]
    says_more = tree.dep(pronoun) in SUBJECTS and tree.dep(verb) == "advcl"
    is_behind = says_more and tree.tokens[verb].head == clause.head < pronoun
    if not is_behind or clause.person or subject.pos == "PRON":
        return False
    between = {tree.tokens[i].tag for i in range(clause.head + 1, pronoun)}
    if tree.word(pronoun) == "they":
        return subject.tag in PLURAL and not between & PLURAL
    return subject.tag in {"NN", "NNP"} and not between & {"NN"}


def _is_said_of_the_topic(clause: Clause, pronoun: int) -> bool:
    """Whether somebody else says it, in a life of him or her who is then "he" or "she"."""
    tree = clause.tree
    head = tree.tokens[pronoun].head
    while head != tree.root and tree.dep(head) != "ccomp":
        head = tree.tokens[head].head
    topic = person_of(clause.parsed.line.article)
    is_content = tree.dep(head) == "ccomp" and tree.dep(pronoun).startswith("nsubj")
    return is_content and bool(topic) and topic.split()[-1] not in clause.person


def _can_own(clause: Clause, noun: int, pronoun: str) -> bool:
    """Whether "its" or "their" can mean a noun that the question names before it."""
    token = clause.tree.tokens[noun]
    if pronoun in {"its", "itself"}:
        span = clause.parsed.span_at(noun)
        is_named = span is not None and span.name.kind == "person"
        is_thing = token.lemma not in _SOMEBODY and not is_named
        return token.tag in {"NN", "NNP"} and is_thing
    return pronoun in {"their", "themselves"} and token.tag in PLURAL


def points_back(clause: Clause, used: Collection[int]) -> bool:
    """What the sentence before told: "this", "these", "the two"."""
    tree = clause.tree
    return any(
        (tree.word(i) in {"this", "these", "those"})
        or (tree.word(i) == "that" and tree.tokens[i].tag == "DT" and not _is_told(clause, i))
        or (tree.word(i) in _COUNTED and not _counts(clause, i))
        for i in used
    )


def _is_told(clause: Clause, that: int) -> bool:
    """Whether the sentence tells itself what "that" means: "that of Saladin", "of that name"."""
    tree = clause.tree
    around = [tree.word(i) for i in range(that - 1, min(that + 2, len(tree.tokens)))]
    return around[-1] in {"of", "which", "who"} or around == ["of", "that", "name"]


def _counts(clause: Clause, word: int) -> bool:
    """Whether "two" or "both" stands before what it counts, or joins two that are named."""
    tree = clause.tree
    is_behind_the = (word > 0 and tree.word(word - 1) == "the") or tree.word(word) == "both"
    bound = {"nummod", "det", "det:predet", "cc:preconj", "cc", "advmod", "amod", "compound"}
    is_bound = tree.dep(word) in bound
    return is_bound or not is_behind_the or bool(tree.children(word, "nmod", "acl"))


def points_at_context(clause: Clause, used: Collection[int]) -> bool:
    """Words like "here" and "another", which mean something only where they stand."""
    tree = clause.tree
    if any(_is_bare_weekday(clause, i) for i in used):
        return True
    return any(tree.word(i) in _DEICTIC and not _is_grammatical(clause, i) for i in used)


def _is_grammatical(clause: Clause, word: int) -> bool:
    """Whether the word only links others: "following the war", "such as", "other than"."""
    tree = clause.tree
    next_word = tree.word(word + 1) if word + 1 < len(tree.tokens) else ""
    if tree.word(word) == "following":
        return tree.dep(word) in {"case", "mark"} or next_word in {"a", "an", "the", "his", "her"}
    return (tree.word(word), next_word) in {("such", "as"), ("other", "than"), ("ever", "since")}


def _is_bare_weekday(clause: Clause, word: int) -> bool:
    """A weekday without the date that says which one."""
    line, token = clause.parsed.line, clause.tree.tokens[word]
    place = token.start - line.sentence.start
    dated = any(d.start <= place < d.end and d.weekday is not None for d in line.dates)
    return token.text in WEEKDAYS and not dated


def bare_definite(clause: Clause, used: Collection[int]) -> bool:
    """A noun like "the museum" without a word that says which, and not the title's own."""
    tree = clause.tree
    title = clause.parsed.line.article.title.lower()
    for i in used:
        if tree.word(i) == "the" and tree.dep(i) == "det" and i not in clause.parsed.thing_words:
            noun = tree.tokens[i].head
            if not _says_which(clause, noun) and not _is_topic(clause, noun, title):
                return True
    return False


def _is_topic(clause: Clause, noun: int, title: str) -> bool:
    """Whether the title, shown with the question, says which one is meant."""
    tree = clause.tree
    word = tree.word(noun)
    if word in title:
        return True
    topic = topics.topic_of(clause.parsed.line.article)
    is_alone = not tree.children(noun, *_NARROWING)
    return is_alone and topic is not None and word in topic.nouns


def _says_which(clause: Clause, noun: int) -> bool:
    tree = clause.tree
    phrase = [i for i in tree.subtree(noun) if tree.word(i) != "the"]
    if tree.tokens[noun].lemma.lower() in _UNIQUE or tree.tokens[noun].text[0].isupper():
        return True
    if any(tree.tokens[i].tag in {"NNP", "NNPS", "CD", "JJS", "RBS"} for i in phrase):
        return True
    if any(tree.tokens[i].text[0].isdigit() or tree.tokens[i].text[0].isupper() for i in phrase):
        return True
    return bool(tree.children(noun, *_SPECIFYING))


def somebody_named_twice(clause: Clause, used: Collection[int]) -> bool:
    """The same person's name again where a pronoun would stand."""
    parsed = clause.parsed
    spans = [s.name for s in parsed.spans if s.name.kind == "person" and {*s.words} & {*used}]
    said = [name.text for name in spans]
    is_replaced = parsed.named_pronoun in used
    again = is_replaced and parsed.antecedent in {name.full for name in spans}
    return again or len(said) > len(set(said))


def somebody_unnamed(clause: Clause, used: Collection[int]) -> bool:
    """A lone given or family name that the library does not know in full."""
    for span in clause.parsed.spans:
        name = span.name
        if not set(span.words) & set(used) or " " in name.full:
            continue
        if name.kind == "person" or name.text in GIVEN_NAMES:
            return name.text not in clause.parsed.line.article.title
    return False


def subject_not_nominal(clause: Clause) -> bool:
    """The subject is a pronoun that nobody resolved, a clause, or there is none."""
    token = clause.tree.tokens[clause.subject]
    if _holds_a_clause(clause):
        return True
    if clause.subject in clause.parsed.thing_words or clause.person:
        return False
    if token.pos == "PRON":
        return not clause.person
    is_relative = clause.tree.tokens[clause.head].dep == "acl:relcl"
    return token.pos not in {"NOUN", "PROPN"} or not (token.dep in SUBJECTS or is_relative)


def _holds_a_clause(clause: Clause) -> bool:
    """Whether the subject's words begin with a participle or hold a verb of their own."""
    tree = clause.tree
    first = tree.tokens[min(clause.subject_words)]
    if first.tag in {"VBN", "VBG"} and first.dep in {"acl", "advcl", "root"}:
        return True
    verbs = (i for i in clause.subject_words if tree.tokens[i].tag in {"VBD", "VBZ", "VBP"})
    linked = {"acl:relcl", "aux", "aux:pass", "cop"}
    return any(tree.dep(i) not in linked for i in verbs)


def comparison_without_measure(clause: Clause, used: Collection[int]) -> bool:
    """A comparative like "larger" without a "than"."""
    tree = clause.tree
    compared = (i for i in used if tree.tokens[i].tag in {"JJR", "RBR"})
    compares = any(
        tree.word(i) not in _ABSOLUTE and not tree.tokens[i].text[0].isupper() for i in compared
    )
    return compares and not any(tree.word(i) == "than" for i in used)
