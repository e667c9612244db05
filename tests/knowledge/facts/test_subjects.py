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
