"""Trees of another dialect, turned into universal ones."""

from __future__ import annotations

import pytest

from knowledge.language.pipeline import Token
from knowledge.language.schemes import part_of_speech, universal


def tree(*rows: tuple[str, str, str, int]) -> tuple[Token, ...]:
    return tuple(
        Token(text, 0, 0, text.lower(), tag, "X", dep, head, "", "O")
        for text, tag, dep, head in rows
    )


def shape(tokens: tuple[Token, ...]) -> dict[str, tuple[str, str]]:
    return {token.text: (token.dep, tokens[token.head].text) for token in tokens}


def test_a_preposition_goes_under_its_object_and_the_object_under_the_verb():
    sentence = tree(
        ("Marie", "NNP", "nsubj", 1),
        ("lived", "VBD", "ROOT", 1),
        ("in", "IN", "prep", 1),
        ("Paris", "NNP", "pobj", 2),
    )
    assert shape(universal(sentence)) == {
        "Marie": ("nsubj", "lived"),
        "lived": ("root", "lived"),
        "in": ("case", "Paris"),
        "Paris": ("obl", "lived"),
    }


def test_an_object_of_of_belongs_to_its_noun():
    sentence = tree(
        ("King", "NN", "ROOT", 0), ("of", "IN", "prep", 0), ("Spain", "NNP", "pobj", 1)
    )
    assert shape(universal(sentence))["Spain"] == ("nmod", "King")


def test_a_predicate_takes_the_place_of_its_copula():
    sentence = tree(
        ("Ada", "NNP", "nsubj", 1),
        ("was", "VBD", "ROOT", 1),
        ("countess", "NN", "attr", 1),
        (".", ".", "punct", 1),
    )
    assert shape(universal(sentence)) == {
        "Ada": ("nsubj", "countess"),
        "was": ("cop", "countess"),
        "countess": ("root", "countess"),
        ".": ("punct", "countess"),
    }


def test_the_agent_of_a_passive_is_found_by_its_own_relation():
    sentence = tree(
        ("It", "PRP", "nsubjpass", 2),
        ("was", "VBD", "auxpass", 2),
        ("founded", "VBN", "ROOT", 2),
        ("by", "IN", "agent", 2),
        ("monks", "NNS", "pobj", 3),
    )
    assert shape(universal(sentence)) == {
        "It": ("nsubj:pass", "founded"),
        "was": ("aux:pass", "founded"),
        "founded": ("root", "founded"),
        "by": ("case", "monks"),
        "monks": ("obl:agent", "founded"),
    }


def test_a_coordinator_goes_with_the_conjunct_that_follows_it():
    sentence = tree(
        ("saw", "VBD", "ROOT", 0),
        ("Rome", "NNP", "dobj", 0),
        ("and", "CC", "cc", 1),
        ("Athens", "NNP", "conj", 1),
    )
    assert shape(universal(sentence))["and"] == ("cc", "Athens")
    assert shape(universal(sentence))["Rome"] == ("obj", "saw")


def test_a_universal_tree_stays_as_it_is_but_for_the_name_of_its_root():
    sentence = tree(
        ("Snow", "NN", "nsubj", 1), ("fell", "VBD", "ROOT", 1), ("here", "RB", "advmod", 1)
    )
    assert [token.dep for token in universal(sentence)] == ["nsubj", "root", "advmod"]
    assert [token.head for token in universal(sentence)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("text", "tag", "dep", "pos"),
    [
        ("was", "VBD", "cop", "AUX"),
        ("was", "VBD", "root", "VERB"),
        ("can", "MD", "aux", "AUX"),
        ("that", "IN", "mark", "SCONJ"),
        ("of", "IN", "case", "ADP"),
        ("this", "DT", "nsubj", "PRON"),
        ("this", "DT", "det", "DET"),
        ("n't", "RB", "advmod", "PART"),
        ("Rome", "NNP", "obl", "PROPN"),
        (",", ",", "punct", "PUNCT"),
    ],
)
def test_the_part_of_speech_follows_from_tag_and_relation(text: str, tag: str, dep: str, pos: str):
    assert part_of_speech(text, tag, dep) == pos
