"""Which verbs, tagged as participles and base forms, are the sentence's own tense."""

import pytest

from knowledge.language.finite import with_finite_root
from tests.knowledge.facts.trees import sentence


def tag_of_root(words):
    tree = sentence(" ".join(word.split("/")[0] for word in words.split()), words)
    tokens = with_finite_root(tree.tokens)
    return next(token.tag for i, token in enumerate(tokens) if token.head == i)


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("Mills/NNS/nsubj/2 opened/VBN/root/0 here/RB/advmod/2", "VBD"),
        ("Bells/NNS/nsubj/2 rang/VBN/root/0 here/RB/advmod/2", "VBD"),
        ("Holm/NNP/nsubj/2 painted/VBN/root/0 mills/NNS/obj/2", "VBD"),
        ("Coal/NN/nsubj/3 soon/RB/advmod/3 followed/VBN/root/0 ./././3", "VBD"),
        ("Boats/NNS/nsubj/2 run/VBN/root/0 daily/RB/advmod/2", "VBP"),
        ("Crabs/NNS/nsubj/2 eat/VB/root/0 kelp/NN/obj/2", "VBP"),
        ("Ida/NNP/nsubj/4 and/CC/cc/3 Per/NNP/conj/1 eat/VB/root/0 kelp/NN/obj/4", "VBP"),
        ("Holm/NNP/nsubj/2 put/VB/root/0 kelp/NN/obj/2", "VBD"),
        ("Mud/NN/nsubj/2 lay/VB/root/0 here/RB/advmod/2", "VBD"),
    ],
)
def test_a_verb_with_a_subject_and_no_auxiliary_is_finite(words, tag):
    assert tag_of_root(words) == tag


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("Mills/NNS/nsubj/2 opened/VBN/root/0 by/IN/case/4 Holm/NNP/obl/2", "VBN"),
        ("Mills/NNS/nsubj/3 are/VBP/aux/3 opened/VBN/root/0", "VBN"),
        ("Stones/NNS/nsubj/2 thrown/VBN/root/0 here/RB/advmod/2", "VBN"),
        ("The/DT/det/2 fort/NN/nsubj/5 ,/,/punct/5 often/RB/advmod/5 called/VBN/root/0", "VBN"),
        ("Mud/NN/nsubj/2 washed/VBN/root/0 here/RB/advmod/2 is/VBZ/dep/2", "VBN"),
        ("Heaven/NN/nsubj/2 save/VB/root/0 mills/NNS/obj/2", "VB"),
        ("Opened/VBN/root/0 early/RB/advmod/1", "VBN"),
    ],
)
def test_what_may_be_passive_a_remark_or_a_wish_stays_as_it_is(words, tag):
    assert tag_of_root(words) == tag


def test_a_verb_of_a_clause_that_hangs_on_it_does_not_make_it_a_participle():
    words = "Oil/NN/nsubj/2 burned/VBN/root/0 when/WRB/advmod/5 mills/NNS/nsubj/5 fell/VBD/advcl/2"
    assert tag_of_root(words) == "VBD"
    joined = "Oil/NN/nsubj/2 burned/VBN/root/0 and/CC/cc/4 fell/VBD/conj/2"
    assert tag_of_root(joined) == "VBD"
