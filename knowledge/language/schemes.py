"""One scheme of annotation for every pipeline: Universal Dependencies with Penn Treebank tags.

The shipped pipeline has it but for parts of speech, which follow from tag and relation. Most
installed English pipelines speak ClearNLP's dialect, where prepositions and copulas are heads:
their trees are turned round here. Names keep the shape they have (the last word as the head).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from knowledge.language.pipeline import Token

_POS: Final = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
    "MD": "AUX", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "AFX": "ADJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "RP": "ADP", "IN": "ADP",
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "PDT": "DET", "WDT": "PRON", "EX": "PRON",
    "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "POS": "PART", "TO": "PART",
    "UH": "INTJ", "SYM": "SYM", "$": "SYM", "FW": "X", "LS": "X", "ADD": "X", "GW": "X", "XX": "X",
}  # fmt: skip
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that have a tense, or are modal."""
PLURAL: Final = frozenset({"NNS", "NNPS"})
AUXILIARIES: Final = ("aux", "aux:pass", "cop")
_SUBORDINATING: Final = "mark"
_NEGATIONS: Final = frozenset({"not", "n't", "n’t", "nt"})
_DETERMINERS_ALONE: Final = frozenset(
    {"nsubj", "nsubj:pass", "obj", "obl", "nmod", "root", "conj"}
)


def part_of_speech(text: str, tag: str, dep: str) -> str:
    """The universal part of speech that a Penn tag has in its relation; marks are PUNCT."""
    pos = _POS.get(tag, "PUNCT")
    if pos == "VERB" and dep in AUXILIARIES:
        return "AUX"
    if tag == "IN" and dep == _SUBORDINATING:
        return "SCONJ"
    if tag == "DT" and dep in _DETERMINERS_ALONE:
        return "PRON"
    if tag == "WDT" and dep == "det":
        return "DET"
    return "PART" if text.lower() in _NEGATIONS else pos


def universal(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence with universal relations, the root called "root", and parts of speech."""
    tokens = tuple(_with_root(token) for token in tokens)
    if any(token.dep in _RENAMED for token in tokens):
        tokens = _from_clearnlp(tokens)
    return tuple(
        token
        if token.pos
        else replace(token, pos=part_of_speech(token.text, token.tag, token.dep))
        for token in tokens
    )


def _with_root(token: Token) -> Token:
    return replace(token, dep="root") if token.dep == "ROOT" else token


_RENAMED: Final = {
    "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
    "dobj": "obj", "dative": "iobj", "poss": "nmod:poss", "neg": "advmod", "prt": "compound:prt",
    "relcl": "acl:relcl", "nn": "compound", "npadvmod": "obl:unmarked", "predet": "det:predet",
    "preconj": "cc:preconj", "quantmod": "advmod", "intj": "discourse", "meta": "dep",
    "oprd": "xcomp", "acomp": "xcomp", "attr": "xcomp", "pobj": "obl", "pcomp": "advcl",
    "prep": "advmod", "agent": "advmod",
}  # fmt: skip
"""ClearNLP's relations as universal ones, after the trees are turned: what is left of them."""

_PREPOSITIONS: Final = frozenset({"prep", "agent", "dative"})
_PREDICATES: Final = frozenset({"attr", "acomp"})
_SUBJECTS: Final = frozenset({"nsubj", "csubj"})


def _from_clearnlp(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    tree = _Tree([token.head for token in tokens], [token.dep for token in tokens])
    nominal = [token.tag.startswith(("NN", "PRP", "CD")) for token in tokens]
    for preposition in reversed(range(len(tokens))):
        tree.lower_preposition(preposition, nominal)
    for verb in reversed(range(len(tokens))):
        if tokens[verb].lemma == "be" or tokens[verb].text.lower() in _FORMS_OF_BE:
            tree.lower_copula(verb)
    for coordinator in range(len(tokens)):
        tree.move_coordinator(coordinator)
    return tuple(
        replace(token, head=head, dep=_RENAMED.get(dep, dep))
        for token, head, dep in zip(tokens, tree.heads, tree.deps, strict=True)
    )


_FORMS_OF_BE: Final = frozenset({"am", "is", "are", "was", "were", "be", "been", "being", "'s"})


@dataclass(slots=True)
class _Tree:
    """Heads and relations that are being turned from one dialect into the other."""

    heads: list[int]
    deps: list[str]

    def _children(self, head: int) -> list[int]:
        return [i for i, other in enumerate(self.heads) if other == head and i != head]

    def lower_preposition(self, preposition: int, nominal: list[bool]) -> None:
        """Under its object: in --pobj-> Paris becomes Paris --case-> in."""
        if self.deps[preposition] not in _PREPOSITIONS:
            return
        objects = [i for i in self._children(preposition) if self.deps[i] in ("pobj", "pcomp")]
        if not objects:
            return
        first, governor = objects[0], self.heads[preposition]
        is_clause = self.deps[first] == "pcomp"
        relation = "nmod" if nominal[governor] else "obl"
        if self.deps[preposition] == "agent":
            relation = "obl:agent"
        self.heads[first], self.heads[preposition] = governor, first
        self.deps[first] = "advcl" if is_clause else relation
        self.deps[preposition] = "mark" if is_clause else "case"

    def lower_copula(self, verb: int) -> None:
        """Under its predicate: was --attr-> king becomes king --cop-> was."""
        children = self._children(verb)
        predicates = [i for i in children if self.deps[i] in _PREDICATES]
        if not predicates and any(self.deps[i] in _SUBJECTS for i in children):
            predicates = [i for i in children if self.deps[i] == "obl" and i > verb]
        if not predicates or self.deps[verb] in ("aux", "auxpass"):
            return
        predicate = predicates[0]
        is_root = self.heads[verb] == verb
        self.heads[predicate] = predicate if is_root else self.heads[verb]
        self.deps[predicate] = self.deps[verb]
        for child in children:
            if child != predicate:
                self.heads[child] = predicate
        self.heads[verb], self.deps[verb] = predicate, "cop"

    def move_coordinator(self, coordinator: int) -> None:
        """From the first conjunct to the one that follows it."""
        if self.deps[coordinator] != "cc":
            return
        following = [
            i
            for i in self._children(self.heads[coordinator])
            if i > coordinator and self.deps[i] == "conj"
        ]
        if following:
            self.heads[coordinator] = following[0]
