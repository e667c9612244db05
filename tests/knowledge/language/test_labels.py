"""What becomes a labelled name, and what is left open or out."""

from __future__ import annotations

import pytest

from knowledge.language.labels import UNKNOWN, labels
from knowledge.language.treebank import Mention, Sentence, Word


def sentence(
    tagged: str, heads: dict[int, int] | None = None, mentions: tuple[Mention, ...] | None = None
) -> Sentence:
    """From "Ada/NNP sleeps/VBZ"; words hang on the last one unless ``heads`` says otherwise."""
    pairs = [item.rsplit("/", 1) for item in tagged.split()]
    last = len(pairs) - 1
    words = tuple(
        Word(text, text, "", tag, "dep", (heads or {}).get(index, last), space_after=True)
        for index, (text, tag) in enumerate(pairs)
    )
    return Sentence("document", opens_paragraph=True, words=words, mentions=mentions)


def found(tree: Sentence) -> dict[str, str]:
    return {
        " ".join(word.text for word in tree.words[label.start : label.end]): label.name
        for label in labels(tree)
    }


def test_a_mention_is_trimmed_to_the_name_around_its_head():
    tree = sentence(
        "the/DT old/JJ Royal/NNP Society/NNP of/IN London/NNP ,/, which/WDT met/VBD",
        heads={0: 3, 1: 3, 2: 3, 3: 3, 4: 5, 5: 3, 6: 8, 7: 8, 8: 3},
        mentions=(Mention(0, 9, "organization"), Mention(5, 6, "place")),
    )
    assert found(tree) == {"Royal Society of London": "ORG"}


def test_titles_are_not_part_of_a_person():
    tree = sentence(
        "US/NNP Secretary/NNP of/IN State/NNP Antony/NNP Blinken/NNP spoke/VBD",
        heads={0: 4, 1: 4, 2: 3, 3: 1, 5: 4},
        mentions=(Mention(0, 6, "person"),),
    )
    assert found(tree)["Antony Blinken"] == "PERSON"


def test_a_mention_without_a_proper_head_is_no_name():
    tree = sentence("the/DT city/NN grew/VBD", heads={0: 1}, mentions=(Mention(0, 2, "place"),))
    assert found(tree) == {}


@pytest.mark.parametrize(
    ("name", "label"),
    [("Nile/NNP River/NNP", "LOC"), ("Kenya/NNP", "GPE"), ("Europe/NNP", "LOC")],
)
def test_places_are_areas_or_other_places(name: str, label: str):
    count = len(name.split())
    tree = sentence(
        name + " lies/VBZ",
        heads={0: count - 1, count - 1: count},
        mentions=(Mention(0, count, "place"),),
    )
    assert list(found(tree).values()) == [label]


@pytest.mark.parametrize(
    "date",
    [
        "June/NNP 19/CD ,/, 2023/CD",
        "19/CD June/NNP 2023/CD",
        "Monday/NNP",
        "1990s/CD",
        "19th/JJ century/NN",
        "December/NNP 1783/CD",
    ],
)
def test_dates_are_labelled_in_every_treebank(date: str):
    expected = " ".join(item.rsplit("/", 1)[0] for item in date.split())
    assert found(sentence(f"It/PRP began/VBD {date} ./.")) == {expected: "DATE"}
    assert found(sentence(f"It/PRP began/VBD {date} ./.", mentions=())) == {expected: "DATE"}


def test_a_modal_may_is_no_month():
    assert found(sentence("It/PRP may/MD rain/VB")) == {}


def test_demonyms_name_peoples_unless_they_are_part_of_a_longer_name():
    assert found(sentence("Two/CD Canadians/NNPS met/VBD Peruvian/JJ singers/NNS")) == {
        "Canadians": "NORP",
        "Peruvian": "NORP",
    }
    assert "NORP" not in found(sentence("British/NNP Airways/NNPS flies/VBZ")).values()


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Brazil/NNP", "GPE"),
        ("Seattle/NNP", "GPE"),
        ("Mary/NNP Fischer/NNP", "PERSON"),
        ("Oregon/NNP State/NNP University/NNP", "ORG"),
        ("University/NNP of/IN Michigan/NNP", "ORG"),
        ("Columbia/NNP River/NNP", "LOC"),
        ("Vietnam/NNP War/NNP", "EVENT"),
        ("Exocet/NNP", UNKNOWN),
    ],
)
def test_without_mentions_the_gazetteers_tell_what_they_can(name: str, label: str):
    tree = sentence(f"They/PRP praised/VBD {name} yesterday/NN")
    assert list(found(tree).values()) == [label]


def test_labels_never_overlap():
    tree = sentence(
        "Harvard/NNP University/NNP in/IN Cambridge/NNP ,/, Massachusetts/NNP",
        heads={0: 1, 1: 1, 2: 3, 3: 1, 4: 5, 5: 3},
        mentions=(
            Mention(0, 6, "organization"),
            Mention(3, 6, "place"),
            Mention(5, 6, "place"),
        ),
    )
    taken = [index for label in labels(tree) for index in range(label.start, label.end)]
    assert len(taken) == len(set(taken))
    assert found(tree)["Harvard University"] == "ORG"
