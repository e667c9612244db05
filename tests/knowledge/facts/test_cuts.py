"""What cutting a clause out of its sentence may spoil, on trees made by hand."""

import sys
from pathlib import Path

from knowledge.facts.kinds import deeds, gaps, times

sys.path.insert(0, str(Path(__file__).parent))
from trees import read

KNOWN = "Danish writer Karen Holm met Mr. Per Dahl. The painter Nora Lund came."


def doubts(kind, *parts):
    found, names = read(*parts, known=KNOWN)
    said = [statement for clause in found for statement in kind.statements(clause, names)]
    assert said
    return {doubt for statement in said for doubt in statement.doubts}


def test_who_somebody_is_is_no_second_subject():
    part = (
        "Karen Holm, the first judge of Bergen, was the founder of the court.",
        (
            "Karen/NNP/nsubj/12 Holm/NNP/flat/1 ,/,/punct/1 the/DT/det/6 first/JJ/amod/6"
            " judge/NN/nsubj/12 of/IN/case/8 Bergen/NNP/nmod/6 ,/,/punct/6 was/VBD/cop/12"
            " the/DT/det/12 founder/NN/root/0 of/IN/case/15 the/DT/det/15 court/NN/nmod/12"
            " ././punct/12"
        ),
    )
    found, names = read(part, known=KNOWN)
    (statement,) = [each for clause in found for each in deeds.statements(clause, names)]
    assert statement.arguments["deed"] == "was the founder of the court"


def test_a_verb_with_two_subjects_is_doubted():
    part = (
        "Karen Holm the judge saw the old court in 1921.",
        (
            "Karen/NNP/nsubj/5 Holm/NNP/flat/1 the/DT/det/4 judge/NN/nsubj/5 saw/VBD/root/0"
            " the/DT/det/8 old/JJ/amod/8 court/NN/obj/5 in/IN/case/10 1921/CD/obl/5 ././punct/5"
        ),
    )
    assert "two_subjects" in doubts(deeds, part)


def test_an_engineer_whose_name_is_cut_off_is_nobody():
    part = (
        "Karen Holm treated an old engineer, Per Dahl, in 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 treated/VBD/root/0 an/DT/det/6 old/JJ/amod/6"
            " engineer/NN/obj/3 ,/,/punct/8 Per/NNP/appos/6 Dahl/NNP/flat/8 ,/,/punct/8"
            " in/IN/case/12 1921/CD/obl/3 ././punct/3"
        ),
    )
    assert "name_left_out" in doubts(times, part)


def test_what_stood_before_the_and_is_not_lost_from_a_list():
    part = (
        "The old method was found by two scholars in Bergen, Per Dahl and Nora Lund.",
        (
            "The/DT/det/3 old/JJ/amod/3 method/NN/nsubj:pass/5 was/VBD/aux:pass/5"
            " found/VBN/root/0 by/IN/case/8 two/CD/nummod/8 scholars/NNS/obl:agent/5 in/IN/case/10"
            " Bergen/NNP/nmod/8 ,/,/punct/12 Per/NNP/appos/8 Dahl/NNP/flat/12 and/CC/cc/15"
            " Nora/NNP/conj/8 Lund/NNP/flat/15 ././punct/5"
        ),
    )
    assert "member_of_a_list_lost" in doubts(gaps, part)


def test_an_and_of_nouns_joins_no_verbs():
    part = (
        "Karen Holm wrote the song and the play was the old one of Bergen in 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 wrote/VBD/root/0 the/DT/det/5 song/NN/obj/3"
            " and/CC/cc/8 the/DT/det/8 play/NN/conj/5 was/VBD/cop/12 the/DT/det/12 old/JJ/amod/12"
            " one/NN/xcomp/3 of/IN/case/14 Bergen/NNP/nmod/12 in/IN/case/16 1921/CD/obl/3"
            " ././punct/3"
        ),
    )
    assert "verbs_unjoined" in doubts(times, part)
