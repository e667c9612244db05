import sys
from pathlib import Path

import pytest

from knowledge.facts.kinds import deeds, gaps, roles, sayings, scenes, times

sys.path.insert(0, str(Path(__file__).parent))
from trees import read

KNOWN = "Danish writer Karen Holm met Mr. Per Dahl. The painter Nora Lund came."
PAINTED = (
    "Karen Holm painted the old harbour of Bergen in 1921.",
    (
        "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 the/DT/det/6 old/JJ/amod/6"
        " harbour/NN/obj/3 of/IN/case/8 Bergen/NNP/nmod/6 in/IN/case/10 1921/CD/obl/3 ././punct/3"
    ),
)
FRONTED = (
    "In 1921, Karen Holm painted the old harbour of Bergen.",
    (
        "In/IN/case/2 1921/CD/obl/6 ,/,/punct/6 Karen/NNP/nsubj/6 Holm/NNP/flat/4"
        " painted/VBD/root/0"
        " the/DT/det/9 old/JJ/amod/9 harbour/NN/obj/6 of/IN/case/11 Bergen/NNP/nmod/9 ././punct/6"
    ),
)


def facts(kind, *parts, **options):
    found, names = read(*parts, known=KNOWN, **options)
    return [statement for clause in found for statement in kind.statements(clause, names)]


def askable(kind, *parts, **options):
    return [each for each in facts(kind, *parts, **options) if not each.doubts]


@pytest.mark.parametrize("part", [PAINTED, FRONTED])
def test_a_clause_is_asked_for_its_subject(part):
    (statement,) = askable(deeds, part)
    assert statement.value == "Karen Holm"
    assert statement.arguments["deed"] == "painted the old harbour of Bergen in 1921"


@pytest.mark.parametrize("part", [PAINTED, FRONTED])
def test_a_clause_is_asked_for_its_year_with_do_support(part):
    (statement,) = askable(times, part)
    assert statement.arguments["event"] == "did Karen Holm paint the old harbour of Bergen"
    assert statement.expected.date == "1921"


def test_a_passive_is_inverted_without_do():
    part = (
        "The old harbour of Bergen was painted in 1921.",
        (
            "The/DT/det/3 old/JJ/amod/3 harbour/NN/nsubj:pass/7 of/IN/case/5 Bergen/NNP/nmod/3"
            " was/VBD/aux:pass/7 painted/VBN/root/0 in/IN/case/9 1921/CD/obl/7 ././punct/7"
        ),
    )
    (statement,) = askable(times, part)
    assert statement.arguments["event"] == "was the old harbour of Bergen painted"


def test_a_verb_form_that_no_rule_explains_is_not_guessed():
    part = (
        "Karen Holm zyxwvut the harbour of Bergen in 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 zyxwvut/VBD/root/0 the/DT/det/5 harbour/NN/obj/3"
            " of/IN/case/7 Bergen/NNP/nmod/5 in/IN/case/9 1921/CD/obl/3 ././punct/3"
        ),
    )
    assert facts(times, part) == []


def test_he_means_the_subject_of_the_sentence_before():
    second = (
        "He painted the church of Bergen in 1922.",
        (
            "He/PRP/nsubj/2 painted/VBD/root/0 the/DT/det/4 church/NN/obj/2 of/IN/case/6"
            " Bergen/NNP/nmod/4 in/IN/case/8 1922/CD/obl/2 ././punct/2"
        ),
    )
    first = (PAINTED[0].replace("Karen Holm", "Per Dahl"), PAINTED[1].replace("Karen", "Per"))
    first = (first[0], first[1].replace("Holm", "Dahl"))
    events = {s.arguments["event"] for s in askable(times, first, second)}
    assert "did Per Dahl paint the church of Bergen" in events


def test_she_never_means_a_man():
    second = (
        "She painted the church of Bergen in 1922.",
        (
            "She/PRP/nsubj/2 painted/VBD/root/0 the/DT/det/4 church/NN/obj/2 of/IN/case/6"
            " Bergen/NNP/nmod/4 in/IN/case/8 1922/CD/obl/2 ././punct/2"
        ),
    )
    first = (PAINTED[0].replace("Karen Holm", "Peter Dahl"), PAINTED[1].replace("Karen", "Peter"))
    first = (first[0], first[1].replace("Holm", "Dahl"))
    doubts = {d for s in facts(times, first, second)[1:] for d in s.doubts}
    assert "subject_not_nominal" in doubts


def test_a_place_bound_to_the_verb_is_asked_for():
    part = (
        "Karen Holm painted the old harbour of Bergen in Oslo.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 the/DT/det/6 old/JJ/amod/6"
            " harbour/NN/obj/3 of/IN/case/8 Bergen/NNP/nmod/6 in/IN/case/10 Oslo/NNP/obl/3"
            " ././punct/3"
        ),
    )
    values = [s.value for s in facts(scenes, part)]
    assert values in ([], ["Oslo"])


def test_a_name_in_a_clause_becomes_a_gap():
    (gap,) = [s for s in facts(gaps, PAINTED) if s.value == "Karen Holm"]
    assert gap.arguments["sentence"] == "_____ painted the old harbour of Bergen in 1921."


def test_who_said_what_is_attributed():
    part = (
        "Karen Holm said that the harbour of Bergen needed a new bridge.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 said/VBD/root/0 that/IN/mark/9 the/DT/det/6"
            " harbour/NN/nsubj/9 of/IN/case/8 Bergen/NNP/nmod/6 needed/VBD/ccomp/3 a/DT/det/12"
            " new/JJ/amod/12 bridge/NN/obj/9 ././punct/3"
        ),
    )
    (statement,) = askable(sayings, part)
    assert statement.value == "Karen Holm"
    assert statement.arguments["deed"] == "said that the harbour of Bergen needed a new bridge"


def test_an_apposition_with_the_tells_who_somebody_is():
    part = (
        "Per Dahl met Karen Holm, the founder of the Bergen Museum, in 1921.",
        (
            "Per/NNP/nsubj/3 Dahl/NNP/flat/1 met/VBD/root/0 Karen/NNP/obj/3 Holm/NNP/flat/4"
            " ,/,/punct/8"
            " the/DT/det/8 founder/NN/appos/4 of/IN/case/12 the/DT/det/12 Bergen/NNP/compound/12"
            " Museum/NNP/nmod/8 ,/,/punct/8 in/IN/case/15 1921/CD/obl/3 ././punct/3"
        ),
    )
    (statement,) = askable(roles, part)
    assert (statement.value, statement.arguments["deed"]) == (
        "Karen Holm",
        "was the founder of the Bergen Museum",
    )


@pytest.mark.parametrize(
    ("text", "words", "doubt"),
    [
        (
            "Karen Holm may paint the old harbour of Bergen.",
            (
                "Karen/NNP/nsubj/4 Holm/NNP/flat/1 may/MD/aux/4 paint/VB/root/0 the/DT/det/7"
                " old/JJ/amod/7 harbour/NN/obj/4 of/IN/case/9 Bergen/NNP/nmod/7 ././punct/4"
            ),
            "modal_or_negated",
        ),
        (
            "Karen Holm painted the big museum with old oil.",
            (
                "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 the/DT/det/6 big/JJ/amod/6"
                " museum/NN/obj/3 with/IN/case/9 old/JJ/amod/9 oil/NN/obl/3 ././punct/3"
            ),
            "bare_definite",
        ),
        (
            "Karen Holm painted this old harbour of Bergen.",
            (
                "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 this/DT/det/6 old/JJ/amod/6"
                " harbour/NN/obj/3 of/IN/case/8 Bergen/NNP/nmod/6 ././punct/3"
            ),
            "points_back",
        ),
        (
            "Karen Holm painted them with oil of Bergen whales.",
            (
                "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 them/PRP/obj/3"
                " with/IN/case/6"
                " oil/NN/obl/3 of/IN/case/9 Bergen/NNP/compound/9 whales/NNS/nmod/6 ././punct/3"
            ),
            "refers_by_pronoun",
        ),
        (
            "Karen Holm was painting the old harbour of Bergen.",
            (
                "Karen/NNP/nsubj/4 Holm/NNP/flat/1 was/VBD/aux/4 painting/VBG/root/0 the/DT/det/7"
                " old/JJ/amod/7 harbour/NN/obj/4 of/IN/case/9 Bergen/NNP/nmod/7 ././punct/4"
            ),
            "progressive_or_perfect",
        ),
        (
            "Karen Holm painted a larger harbour of Bergen.",
            (
                "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 a/DT/det/6 larger/JJR/amod/6"
                " harbour/NN/obj/3 of/IN/case/8 Bergen/NNP/nmod/6 ././punct/3"
            ),
            "comparison_without_measure",
        ),
        (
            "Karen Holm painted.",
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 ././punct/3",
            "thin",
        ),
    ],
)
def test_wording_that_cannot_stand_alone_is_doubted_with_a_reason(text, words, doubt):
    (statement,) = facts(deeds, (text, words))
    assert doubt in statement.doubts


@pytest.mark.parametrize(
    ("text", "words", "doubts"),
    [
        (
            "Karen Holm painted Nora Lund before she sailed for the old harbour of Bergen.",
            (
                "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 Nora/NNP/obj/3"
                " Lund/NNP/flat/4 before/IN/mark/8 she/PRP/nsubj/8 sailed/VBD/advcl/3"
                " for/IN/case/12 the/DT/det/12 old/JJ/amod/12 harbour/NN/obl/8 of/IN/case/14"
                " Bergen/NNP/nmod/12 ././punct/3"
            ),
            {"pronoun_unsure"},
        ),
        (
            "Karen Holm held an old office of Bergen.",
            (
                "Karen/NNP/nsubj/3 Holm/NNP/flat/1 held/VBN/root/0 an/DT/det/6 old/JJ/amod/6"
                " office/NN/obj/3 of/IN/case/8 Bergen/NNP/nmod/6 ././punct/3"
            ),
            set(),
        ),
        (
            "Karen Holm painted the harbour of Bergen and that of Oslo.",
            (
                "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 the/DT/det/5"
                " harbour/NN/obj/3 of/IN/case/7 Bergen/NNP/nmod/5 and/CC/cc/9"
                " that/DT/conj/5 of/IN/case/11 Oslo/NNP/nmod/9 ././punct/3"
            ),
            set(),
        ),
        (
            "Although in 1921 Karen Holm painted the old harbour of Bergen.",
            (
                "Although/IN/mark/6 in/IN/case/3 1921/CD/obl/6 Karen/NNP/nsubj/6 Holm/NNP/flat/4"
                " painted/VBD/root/0 the/DT/det/9 old/JJ/amod/9 harbour/NN/obj/6 of/IN/case/11"
                " Bergen/NNP/nmod/9 ././punct/6"
            ),
            {"subordinate"},
        ),
        (
            "Karen Holm painting the old harbour of Bergen.",
            (
                "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painting/VBG/root/0 the/DT/det/6 old/JJ/amod/6"
                " harbour/NN/obj/3 of/IN/case/8 Bergen/NNP/nmod/6 ././punct/3"
            ),
            {"tense_not_finite"},
        ),
        (
            "In 1921 Karen Holm painted the old harbour of Bergen.",
            (
                "In/IN/case/3 1921/CD/nummod/3 Karen/NNP/nsubj/5 Holm/NNP/flat/3"
                " painted/VBD/root/0 the/DT/det/8 old/JJ/amod/8 harbour/NN/obj/5"
                " of/IN/case/10 Bergen/NNP/nmod/8 ././punct/5"
            ),
            set(),
        ),
    ],
)
def test_what_only_might_be_wrong_is_a_milder_doubt(text, words, doubts):
    serious = {"refers_by_pronoun", "pronoun_unsure", "tense_not_finite", "points_back"}
    found = facts(gaps, (text, words))
    assert found
    for statement in found:
        assert {*statement.doubts} & (serious | {"subordinate"}) == doubts
