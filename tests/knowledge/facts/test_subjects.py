"""Whom and what a subject means that does not name it: "the ship", "it", "Lund".

The texts are parsed by the shipped pipeline, all together and once.
"""

from functools import cache

import pytest

from knowledge.facts import extract
from knowledge.models import Article
from knowledge.questions import candidates

TEXTS = {
    "Nordal (ship)": """Nordal was a wooden barque of the North Sea. In 1884 the vessel was
launched at Moss. In 1890 she was sold. It reached Oslo in 1891.""",
    "Nordal Park": """Nordal Park is a park in Norway. Sheep lived there until the park was opened
in 1959. UNESCO listed it in 1978. The farm fed Moss until it was sold in 1983.""",
    "Ida Holm": """Ida Holm was a seamstress. She lived with her cousin Ann and her husband, Per
Moe. She sewed. In 1910 she became the first head of its school of sewing. She died of pneumonia
and heart disease in 1931.""",
    "SS Ravnfjord": """SS Ravnfjord was a Danish liner. She entered service in 1935. She was
fast. She was sold in 1940. She sank. A passenger wrote a poem. She died in Moss in 1951.""",
    "Wartime": """Lee fought in the Civil War. War broke out with Moss in 1859. Demand soared in
1964. Franciscan friars arrived in 1267. Britain recognized the king in 1869. It lies by the
Moss Canal. Sand mining was stopped in 1976. Oracle moved to Moss in 2020.""",
    "Ravna (company)": """Ravna is a Norwegian airline. Ravna bought Moss Airlines from a
rival. The airline was founded in Stansted in 1999.""",
    "Marsh pipes": """The marsh pipes are a reed instrument of Norway. The instrument was described
by a monk in 1720.""",
    "The war of Moss": """The botanist Ida Lund was a spy. In 1921 Lund taught botany at Oslo
University. The young Lund moved to Bergen in 1905.""",
    "The bank": """The bank grew. Former banker Nils Ek led the bank in 1921.""",
    "The rivers": """In 1850 Lund flooded the town of Moss.""",
}


@cache
def stems() -> frozenset[tuple[str, str]]:
    articles = [
        Article(f"a{number}", title, " ".join(text.split()))
        for number, (title, text) in enumerate(TEXTS.items())
    ]
    made = candidates(extract(articles), articles)
    return frozenset((each.fact.citations[0].title, each.stem) for each in made)


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Nordal (ship)", "In what year was Nordal launched at Moss?"),
        ("Nordal (ship)", "In what year was Nordal sold?"),
        ("Nordal Park", "In what year did UNESCO list Nordal Park?"),
        (
            "Nordal Park",
            "Which year completes the sentence? “The farm fed Moss until it was sold in _____.”",
        ),
        ("SS Ravnfjord", "In what year was SS Ravnfjord sold?"),
        ("Wartime", "In what year did war break out with Moss?"),
        ("Wartime", "In what year did demand soar?"),
        ("Wartime", "In what year did Franciscan friars arrive?"),
        ("Wartime", "In what year did Britain recognize the king?"),
        ("Wartime", "In what year was sand mining stopped?"),
        ("Wartime", "In what year did Oracle move to Moss?"),
        ("Ravna (company)", "In what year was the airline founded in Stansted?"),
        ("Marsh pipes", "In what year was the instrument described by a monk?"),
        ("The war of Moss", "In what year did Ida Lund teach botany at Oslo University?"),
        ("The bank", "Which former banker led the bank in 1921?"),
        ("The rivers", "In what year did Lund flood the town of Moss?"),
    ],
)
def test_a_subject_is_named_where_it_is_sure_who_or_what_it_is(title, stem):
    assert (title, stem) in stems()


def test_a_name_with_more_before_it_stays_as_it_is():
    young = {stem for _, stem in stems() if "young" in stem}
    assert young
    assert not {stem for stem in young if "Ida" in stem}


def test_she_behind_somebody_is_no_ship():
    assert not {stem for _, stem in stems() if "Ravnfjord die" in stem}


def test_what_is_anothers_is_not_the_topics():
    of_ida = {stem for title, stem in stems() if title == "Ida Holm"}
    assert of_ida
    assert not {stem for stem in of_ida if "husband?" in stem}


def test_of_two_causes_of_a_death_neither_is_asked_for():
    assert not {stem for _, stem in stems() if "cause" in stem}
