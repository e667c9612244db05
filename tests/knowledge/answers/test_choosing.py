"""The piece of a sentence that answers by itself, by the question's kind."""

import pytest

from knowledge import Article
from knowledge.answers.asked import read
from knowledge.answers.short.choosing import short_answer
from knowledge.answers.short.whereabouts import whereabouts
from knowledge.search.catalogue import Catalogue


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        (
            "Where did the nuns flee to?",
            "Several nuns of Melk fled to southern Bavaria in 1809.",
            "southern Bavaria",
        ),
        (
            "Where do the otters sleep?",
            "The otters of Skye sleep in shallow caves, and hunt at night.",
            "shallow caves",
        ),
        (
            "Where is the old mill?",
            "The old mill stands at the northern end of the lake.",
            "northern end of the lake",
        ),
        ("Which country sold the ship?", "In Oslo the ship was sold by Norway.", "Norway"),
        ("Which city sold the ship?", "The ship was sold in Oslo by Norway.", "Oslo"),
        ("When was Ada Berg born?", "Ada Berg (1901–1977) drew maps.", "1901"),
        ("When did Ada Berg die?", "Ada Berg (1901–1977) drew maps.", "1977"),
        (
            "When do the storks leave?",
            "The storks leave when the first frost bites.",
            "when the first frost bites",
        ),
        (
            "When is the fair held?",
            "The fair is held in the winter of 1973–74.",
            "winter of 1973–74",
        ),
        (
            "How long was the mill in use?",
            "The mill was in use from 1820 to 1904.",
            "from 1820 to 1904",
        ),
        ("How long was Melk a capital?", "Melk was a capital until 1106.", "until 1106"),
        ("How many days did the fair last?", "The fair lasted three days.", "three days"),
        ("How many ducks came?", "Nearly 40 ducks came.", "Nearly 40"),
        ("What percentage of eggs hatch?", "About 50% to 60% of eggs hatch.", "About 50% to 60%"),
        ("How many times did she win?", "She won twice.", "twice"),
        ("Who drew the map?", "The map was drawn by Ada Berg for Lars Lund.", "Ada Berg"),
        ("Who mends the nets?", "In winter, retired sailors mend the nets.", "retired sailors"),
        (
            "What is the old tower called?",
            "The old tower is known as the Red Lantern in songs.",
            "Red Lantern",
        ),
        ("Who ruled Melk?", "Under Otto II of Melk the town grew, and he ruled long.", "Otto II"),
    ],
)
def test_a_short_answer(question: str, sentence: str, expected: str):
    catalogue = Catalogue.of([Article(id="a", title="Report", text=sentence)])
    assert short_answer(read(question, catalogue), sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They decided to stay on the coast of Norway.", ["They", "the coast of Norway"]),
        ("In 1912, in winter, in order to rest, he slept.", ["In"]),
        ("It ran from the mill to Oslo.", ["It", "the mill", "Oslo"]),
    ],
)
def test_places_are_told_by_plain_phrases_too(sentence: str, expected: list[str]):
    assert [span.text for span in whereabouts(sentence)] == expected
