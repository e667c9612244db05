"""Rows of names of which two are asked for."""

import pytest

from knowledge.facts.kinds import lists
from tests.knowledge.facts.trees import read


def statements(*parts):
    found, names = read(*parts)
    return [each for clause in found for each in lists.statements(clause, names)]


def told(row, behind=""):
    """A sentence with the row of names in it, and its parse."""
    marks = {",": ",", "and": "CC", "or": "CC"}
    spread = row.replace(",", " ,").split()
    first = next(word for word in spread if word[0].isupper())
    words, at = ["The/DT/det/2", "road/NN/nsubj/3", "joins/VBZ/root/0"], 4
    head = at + spread.index(first)
    for number, word in enumerate(spread, at):
        relation = "obj/3" if number == head else f"conj/{head}"
        if word in marks:
            words.append(f"{word}/{marks[word]}/{'punct' if word == ',' else 'cc'}/{head}")
        elif word[0].islower():
            words.append(f"{word}/IN/case/{head}")
        else:
            words.append(f"{word}/NNP/{relation}")
    words += behind.split()
    text = f"The road joins {row}{' ' + behind.split('/')[0] if behind else ''}."
    return text, " ".join([*words, "././punct/3"])


@pytest.mark.parametrize("row", ["Chile, Peru and Kenya", "Chile, Peru, and Kenya"])
def test_a_row_of_names_is_asked_for_two_of_them(row):
    (statement,) = statements(told(row))
    assert statement.arguments["sentence"] == "The road joins _____."
    assert statement.arguments["number"] == "3"
    assert statement.value == row
    assert statement.expected.members == (("Chile",), ("Peru",), ("Kenya",))


@pytest.mark.parametrize(
    "row",
    [
        "Chile and Peru",
        "Chile, Peru or Kenya",
        "like Chile, Peru and Kenya",
        "Chile, Peru and Chile",
        "Chile, Oslo and Peru",
        "Chile, Peru, Kenya",
    ],
)
def test_examples_and_other_rows_are_no_list(row):
    assert not statements(told(row))


def test_a_row_that_shares_a_noun_is_no_list():
    assert not statements(told("Chile, Peru and Kenya", "railways/NNS/obj/3"))
