"""Whose life an article tells, by its title and by how the text speaks of them."""

import pytest

from knowledge.facts.reading.titles import name_in, person_of
from knowledge.models import Article

LIFE = "Holm was a painter. She studied in Bergen, where her father kept a shop. She died in 1950."


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ida Holm", "Ida Holm"),
        ("Ida Holm (1868–1926)", "Ida Holm"),
        ("Ida Holm, 1868–1926: A Life in Short", "Ida Holm"),
        ("Holm, Ida Marie (1868–1926)", "Ida Marie Holm"),
        ("HOLM, Ida Marie", "Ida Marie Holm"),
        ("Dame Ida Holm, DBE", "Ida Holm"),
        ("Ida Holm, who measured the fjords", "Ida Holm"),
        ("Ida van der Holm", "Ida van der Holm"),
        ("Moe II", "Moe II"),
        ("Holm, , Ida", "Ida Holm"),
        (", ,", ""),
        ("", ""),
        ("The long winter of the north", ""),
        ("How glaciers move", ""),
    ],
)
def test_the_name_is_taken_out_of_a_title_the_right_way_round(title, name):
    assert name_in(title) == name


def test_a_name_of_which_one_word_is_common_is_a_name():
    text = LIFE.replace("Holm", "May") + " She may have known."
    assert person_of(Article("a", "Theresa May", text)) == "Theresa May"


@pytest.mark.parametrize("calling", ["engineer", "explorer", "photographer", "footballer"])
def test_a_calling_in_brackets_belongs_to_a_person(calling):
    assert person_of(Article("a", f"Ida Holm ({calling})", LIFE)) == "Ida Holm"


def test_who_is_spoken_of_as_a_person_is_the_articles_person():
    assert person_of(Article("a", "Holm, Ida (1868–1950)", LIFE)) == "Ida Holm"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Holm (company)", LIFE),
        ("The Holm", LIFE),
        ("Ida Holm (cipher)", LIFE),
        ("Oslo", LIFE.replace("Holm", "Oslo")),
        ("Ida Holm", "The Ida Holm is a bridge. It was built in 1950."),
        ("Ida Holm", "The Ida Holm (or Holm's horn) is a horn. " + LIFE),
        ("Amnesia", "She had amnesia, and her doctor knew. He wrote to her. She read it. " * 3),
    ],
)
def test_a_company_a_town_a_bridge_and_an_illness_are_nobody(title, text):
    assert person_of(Article("a", title, text)) == ""
