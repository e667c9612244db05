"""What textbooks say of their terms and guides of their places: one promise a sentence.

The texts are parsed by the shipped pipeline, all together and once.
"""

from functools import cache

import pytest

from knowledge.facts import extract
from knowledge.facts.reading.descriptions import cut, doubts
from knowledge.models import Article
from knowledge.questions import candidates

LUNGS = """Breathing moves air. The trachea is the tube of cartilage that carries air to the lungs.
Bronchioles are small branches of the airway that end in sacs. The tiny sacs where gases are
exchanged are called alveoli. Air enters the pleura. Respiration refers to the exchange of gases
between blood and tissue. The lower border of the chest is formed by a sheet of muscle called the
diaphragm. Cells called pneumocytes line the sacs of the airway. Surfactant, the fluid that keeps
the walls of the sacs from sticking, is fatty. Surfactant prevents the collapse of tiny sacs.
Pleurisy is caused by swelling of the tissue around the chest. The human lung is divided into five
lobes."""

FORCES = """The deepest point of a wave is called the trough. Boyle's law states that pressure
rises when volume shrinks. The term entropy was coined by the German physicist Rudolf Clausius.
Karl Pearson coined the term histogram in 1895. The positron was discovered by the American
physicist Carl Anderson. A comet is a body of ice that develops a tail when it approaches
the Sun. A fall in which only gravity acts is called a free fall. A wave that breaks upon
a shallow shore is a plunger. Sailors call a wave that rises with the incoming tide a tidal surge.
The grains are the skeletons of tiny creatures called foraminifera.
A buoy is a float, mark, or other object that rides where ships sail."""

LOOSE = """A house is a building that people live in. This process is called erosion. It is called
the mantle. Sedimentation is an important step in the formation of rocks. Erosion is the same as
it was before. Weathering may be the process that breaks rocks into pieces. Delta plains are
plains that form at the delta of rivers. You call the process by which rocks melt fusion.
Geologists measure the height of mountains. On its way down the river drops sediment.
Next door is the Granite Hotel. Flux is the rate at which it moves from one basin to another.
The leaflet asked for a graduated sediment tax, the direct election of judges, the secret ballot,
postal banks and cheap silver. Demand depends on throughput, the total amount that quarries,
shops and offices together plan to buy.
Ancient authors refer to the passage of heavy rocks over the dry land."""

TOWN = """Marlow Bay is a port in Norway. The highest point on the island is Mount Brenna. The
nearest airport is Halden Airport. The largest islands in the bay are Sula and Mork. The eustachian
tube is named after the Italian physician Bartolomeo Eustachi. Marlow Bay is known as the "City of
Herrings". The study of its harbour was published in the journal Nature Waves."""

TEXTS = {"Marlow Bay": TOWN, "The Chest": LUNGS, "Motion": FORCES, "Landscapes": LOOSE}
KINDS = {"meaning", "definition", "function", "parts", "maker", "feature", "namesake"}
KINDS |= {"nickname", "journal"}


@cache
def asked() -> dict[tuple[str, str], str]:
    """Every stem about a term with its article's title: its answer."""
    articles = [
        Article(f"a{number}", title, " ".join(text.split()))
        for number, (title, text) in enumerate(TEXTS.items())
    ]
    return {
        (each.fact.citations[0].title, each.stem): each.answer
        for each in candidates(extract(articles), articles)
        if each.fact.kind in KINDS
    }


@pytest.mark.parametrize(
    ("title", "stem", "answer"),
    [
        (
            "The Chest",
            "What is the term for the tube of cartilage that carries air to the lungs?",
            "trachea",
        ),
        (
            "The Chest",
            "What is the term for small branches of the airway that end in sacs?",
            "bronchioles",
        ),
        ("The Chest", "What are the tiny sacs where gases are exchanged called?", "alveoli"),
        (
            "The Chest",
            "What is the term for the exchange of gases between blood and tissue?",
            "respiration",
        ),
        ("The Chest", "Which cells line the sacs of the airway?", "pneumocytes"),
        (
            "The Chest",
            "What is the term for the fluid that keeps the walls of the sacs from sticking?",
            "surfactant",
        ),
        ("The Chest", "What prevents the collapse of tiny sacs?", "surfactant"),
        ("The Chest", "What is caused by swelling of the tissue around the chest?", "pleurisy"),
        ("The Chest", "Into how many lobes is the human lung divided?", "five"),
        ("Motion", "What is the deepest point of a wave called?", "trough"),
        (
            "Motion",
            "Which law states that pressure rises when volume shrinks?",
            "Boyle's law",
        ),
        ("Motion", "Who coined the term “entropy”?", "Rudolf Clausius"),
        ("Motion", "Who coined the term “histogram”?", "Karl Pearson"),
        ("Motion", "Who discovered the positron?", "Carl Anderson"),
        ("Marlow Bay", "What is the highest point on the island?", "Mount Brenna"),
        ("Marlow Bay", "What is the nearest airport?", "Halden Airport"),
        (
            "Marlow Bay",
            "After whom or what was the eustachian tube named?",
            "Bartolomeo Eustachi",
        ),
        ("Marlow Bay", "By what nickname is Marlow Bay known?", "City of Herrings"),
        ("Marlow Bay", "In which journal was the study published?", "Nature Waves"),
        ("Motion", "What is a fall in which only gravity acts called?", "free fall"),
        ("Motion", "What is a wave that breaks upon a shallow shore called?", "plunger"),
        (
            "Motion",
            "What do sailors call a wave that rises with the incoming tide?",
            "tidal surge",
        ),
        (
            "Motion",
            "What is the term for a float, mark, or other object that rides where ships sail?",
            "buoy",
        ),
        (
            "Motion",
            "What is the term for a body of ice that develops a tail when it approaches the Sun?",
            "comet",
        ),
    ],
)
def test_a_term_is_asked_for_by_what_it_means_does_or_consists_of(title, stem, answer):
    assert asked()[title, stem] == answer


def test_what_points_back_repeats_is_everyday_or_hedged_defines_nothing():
    loose = {stem for title, stem in asked() if title == "Landscapes"}
    assert loose == {"What is the term for an important step in the formation of rocks?"}


def test_a_description_that_judges_or_is_of_nothing_is_doubted():
    assert doubts("an important step in the formation of rocks") == ("description_judges",)
    assert doubts("the various layers of rocks that melt") == ("description_loose",)
    assert doubts("the result of heat that melts rocks") == ("description_of_nothing",)
    assert doubts("a catalyst, a substance that speeds reactions") == ("description_loose",)
    assert doubts("the tube of cartilage that carries air to the lungs") == ()


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("the loss by air, radiation the loss by waves", "the loss by air"),
        ("a pale gas and chlorine a greenish one", "a pale gas"),
        ("the sum of all rents, usually one of coin", "the sum of all rents"),
        (
            "a float, mark, or other object on the waves",
            "a float, mark, or other object on the waves",
        ),
        (
            "a game of Irish origin, played with sticks",
            "a game of Irish origin, played with sticks",
        ),
        ("a rock with a gentle, polished slope", "a rock with a gentle, polished slope"),
        ("a rock, making up most of the shore", "a rock"),
        ("a court that hears, reviews the law", "a court that hears, reviews the law"),
        ("a paddle for milk, though few know why", "a paddle for milk"),
        ("a root eaten even though it is bitter", "a root eaten even though it is bitter"),
    ],
)
def test_of_a_description_that_is_kept_which_belongs_to_it(said, kept):
    assert cut(said) == kept


def test_of_two_nouns_before_called_the_nearer_is_meant():
    assert "foraminifera" not in asked().values()
