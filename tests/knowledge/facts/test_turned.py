"""Clauses turned into questions for what they name, and measures that a clause states."""

from dataclasses import replace

import pytest

from knowledge.facts.doubts import cuts
from knowledge.facts.kinds import measures, turned
from tests.knowledge.facts.trees import read

TAUGHT = (
    "Lund taught botany at Oslo University in 1921.",
    (
        "Lund/NNP/nsubj/2 taught/VBD/root/0 botany/NN/obj/2 at/IN/case/6 Oslo/NNP/compound/6"
        " University/NNP/obl/2 in/IN/case/8 1921/CD/obl/2 ./././2"
    ),
)
DIVIDE = (
    "Quartiles divide ordered data into quarters.",
    (
        "Quartiles/NNS/nsubj/2 divide/VBP/root/0 ordered/VBN/amod/4 data/NNS/obj/2 into/IN/case/6"
        " quarters/NNS/obl/2 ./././2"
    ),
)
STOOD = (
    "The tower is 40 metres tall.",
    (
        "The/DT/det/2 tower/NN/nsubj/6 is/VBZ/cop/6 40/CD/nummod/5 metres/NNS/obl:unmarked/6"
        " tall/JJ/root/0 ./././6"
    ),
)
BUILT = (
    "Lund built three towers in Oslo.",
    (
        "Lund/NNP/nsubj/2 built/VBD/root/0 three/CD/nummod/4 towers/NNS/obj/2 in/IN/case/6"
        " Oslo/NNP/obl/2 ./././2"
    ),
)
FOUND = (
    "A farmer found water at Skrim.",
    (
        "A/DT/det/2 farmer/NN/nsubj/3 found/VBD/root/0 water/NN/obj/3 at/IN/case/6"
        " Skrim/NNP/obl/3 ./././3"
    ),
)
KNOWN = "The botanist Ida Lund came."


def asked(kind, *parts):
    clauses, names = read(*parts, known=KNOWN)
    return {
        statement.arguments["question"]: statement.value
        for clause in clauses
        for statement in kind.statements(clause, names)
    }


def test_a_phrase_is_asked_for_with_its_preposition_and_the_noun_of_its_name():
    assert asked(turned, TAUGHT)["At which university did Lund teach botany in 1921?"] == (
        "Oslo University"
    )


def test_what_holds_in_general_is_asked_for_its_common_nouns():
    found = asked(turned, DIVIDE)
    assert found["What divides ordered data into quarters?"] == "quartiles"
    assert found["Into what do quartiles divide ordered data?"] == "quarters"


def test_of_what_happened_once_common_nouns_are_not_asked_for():
    found = asked(turned, FOUND)
    assert "Who found water at Skrim?" not in found
    assert not any(question.startswith("What") for question in found)


def test_a_place_whose_kind_is_not_known_is_asked_for_with_where():
    assert asked(turned, FOUND)["Where did a farmer find water?"] == "Skrim"


def test_a_number_of_things_is_asked_for_with_how_many():
    assert asked(turned, BUILT)["How many towers did Lund build in Oslo?"] == "three"


@pytest.mark.parametrize(
    ("said", "words", "question", "value"),
    [
        (*STOOD, "How tall is the tower?", "40 metres"),
        (
            "The siege lasted three weeks.",
            (
                "The/DT/det/2 siege/NN/nsubj/3 lasted/VBD/root/0 three/CD/nummod/5"
                " weeks/NNS/obl:unmarked/3 ./././3"
            ),
            "How long did the siege last?",
            "three weeks",
        ),
    ],
)
def test_a_measure_is_asked_for_as_one_asks_for_it(said, words, question, value):
    assert asked(measures, (said, words)) == {question: value}


def test_a_measure_beside_something_else_is_none():
    said = "The siege lasted three weeks and a day in spring."
    words = (
        "The/DT/det/2 siege/NN/nsubj/3 lasted/VBD/root/0 three/CD/nummod/5"
        " weeks/NNS/obl:unmarked/3 and/CC/cc/8 a/DT/det/8 day/NN/conj/5 in/IN/case/10"
        " spring/NN/obl/3 ./././3"
    )
    assert asked(measures, (said, words)) == {}


def test_what_is_true_of_a_time_alone_is_no_measure():
    said = "In winter the lake is 3 metres deep."
    words = (
        "In/IN/case/2 winter/NN/obl/8 the/DT/det/4 lake/NN/nsubj/8 is/VBZ/cop/8 3/CD/nummod/7"
        " metres/NNS/obl:unmarked/8 deep/JJ/root/0 ./././8"
    )
    assert asked(measures, (said, words)) == {}


def test_a_name_of_which_a_part_was_cut_off_is_doubted():
    said = "Ida Lund taught botany."
    words = "Ida/NNP/nsubj/3 Lund/NNP/dep/3 taught/VBD/root/0 botany/NN/obj/3 ./././3"
    clauses, _ = read((said, words), known=KNOWN)
    kept = [replace(clause, words=tuple(i for i in clause.words if i != 1)) for clause in clauses]
    assert [cuts.name_cut(clause) for clause in kept] == [True]
