"""What is taken off labelled names."""

from __future__ import annotations

import pytest

from knowledge.language.pipeline import Token
from knowledge.language.trimmed import with_trimmed_names


def found(tagged: str) -> str:
    """From "Ada/NNP/B-PERSON sleeps/VBZ"; the words that are still part of a name."""
    tokens = []
    for item in tagged.split():
        text, tag, label = item.split("/")
        iob, _, entity = label.partition("-")
        tokens.append(Token(text, 0, 0, text, tag, "", "dep", 0, entity, iob))
    named = [token for token in with_trimmed_names(tuple(tokens)) if token.entity]
    return " ".join(f"{token.text}/{token.entity_iob}" for token in named)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Senator/NNP/B-PERSON Mark/NNP/I-PERSON Hatfield/NNP/I-PERSON", "Mark/B Hatfield/I"),
        ("Miss/NNP/B-PERSON Chaworth/NNP/I-PERSON", "Chaworth/B"),
        (",/,/B-PERSON Tom/NNP/I-PERSON", "Tom/B"),
        ("President/NNP/B-PERSON", ""),
        (
            "US/NNP/B-ORG Secretary/NNP/I-ORG of/IN/B-PERSON State/NNP/I-PERSON Ann/NNP/I-PERSON",
            "Ann/B",
        ),
        ("frank/NNP/B-PERSON dialogue/NN/I-PERSON", ""),
        ("salt/NN/B-GPE", ""),
        ("automobile/NN/B-NORP", ""),
        ("Senate/NNP/B-ORG", "Senate/B"),
        ("Greek/JJ/B-NORP", "Greek/B"),
        ("19th/JJ/B-DATE century/NN/I-DATE", "19th/B century/I"),
    ],
)
def test_names_are_cut_to_themselves(text: str, name: str):
    assert found(text) == name
