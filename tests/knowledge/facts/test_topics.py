"""What an article's thing is called there besides by its name, by how the article opens."""

import pytest

from knowledge.facts.reading.topics import topic_of
from knowledge.models import Article


@pytest.mark.parametrize(
    ("title", "opening", "name", "nouns"),
    [
        ("Marsh rat", "The marsh rat (Mus) is a large rodent of bogs.", "the marsh rat", "animal"),
        (
            "Marsh rat",
            "The marsh rat is a member of the mouse family.",
            "the marsh rat",
            "species",
        ),
        ("Brasna", "Brasna is a spicy stew of beans and eel.", "brasna", "dish stew"),
        ("Nordal (ship)", "Nordal was a wooden barque built in 1884.", "Nordal", "ship vessel"),
        (
            "Battle of Moss",
            "The Battle of Moss was fought in 1560.",
            "the Battle of Moss",
            "battle",
        ),
        ("Holm Bridge", "Holm Bridge is a wooden footbridge.", "Holm Bridge", "bridge"),
        ("Zug", "The Zug is one of the largest lakes of the north.", "the Zug", "lake"),
        ("Holmkraft", "Holmkraft is a Danish maker of motors.", "Holmkraft", "company firm"),
        ("Tidal bell", "The tidal bell is a type of diving machine.", "the tidal bell", "machine"),
    ],
)
def test_what_a_thing_is_tells_what_else_it_is_called(title, opening, name, nouns):
    text = f"{opening} Few cooks make brasna today."
    topic = topic_of(Article("a", title, text))
    assert topic is not None
    assert topic.name == name
    assert topic.nouns >= {*nouns.split()}


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Nordal", "Nordal is the name of a barque, a lake and a firm."),
        ("Nordal", "Nordal was the first to sail there."),
        ("Nordal", "Nordal is a sailor from Moss."),
        ("Nordal", "Nordal is a member of the crew."),
    ],
)
def test_what_tells_no_kind_of_thing_gives_no_other_word_for_it(title, opening):
    topic = topic_of(Article("a", title, opening))
    assert topic is not None
    assert topic.nouns == frozenset()


def test_a_destination_is_no_nation():
    topic = topic_of(Article("a", "Ulm Bay", "Ulm Bay is a popular destination."))
    assert topic is not None
    assert "nation" not in topic.nouns


def test_a_name_in_a_joke_makes_no_name_of_a_dish():
    text = 'Brasna is a stew. Few cooks make brasna; most buy brasna. They met "Per Brasna".'
    topic = topic_of(Article("a", "Brasna", text))
    assert topic is not None
    assert topic.name == "brasna"


def test_the_article_of_a_longer_name_is_not_the_things():
    topic = topic_of(Article("a", "Holm", "The Holm Group was a firm of Moss. Holm sold cloth."))
    assert topic is not None
    assert topic.name == "Holm"


def test_an_article_that_opens_with_something_else_has_no_topic():
    assert topic_of(Article("a", "Holmkraft", "In 1920 a firm was founded in Moss.")) is None


@pytest.mark.parametrize(
    ("opening", "nouns"),
    [
        ("Nordal is a book written by a sailor.", "book"),
        ("Nordal is a large, long-range airliner.", "aircraft"),
        ("Nordal is a company making cars.", "company"),
        ("Nordal is a food and drink festival.", "festival"),
    ],
)
def test_the_noun_that_tells_ends_where_its_phrase_ends(opening, nouns):
    topic = topic_of(Article("a", "Nordal", opening))
    assert topic is not None
    assert nouns in topic.nouns
    assert topic.nouns.isdisjoint({"written", "large", "cars", "car", "food"})


def test_what_something_else_is_tells_nothing():
    assert topic_of(Article("a", "Stavna", "Stavna has a church that is a museum.")) is None


def test_a_place_is_written_large_whatever_else_is_called_so():
    topic = topic_of(Article("a", "Madeira", "Madeira is an island. Much madeira is drunk."))
    assert topic is not None
    assert topic.name == "Madeira"


def test_what_is_many_is_no_it():
    many = topic_of(Article("a", "Marsh pipes", "The marsh pipes are a reed instrument of Moss."))
    assert many is not None
    assert many.is_plural


def test_a_name_that_is_a_word_as_well_stays_a_name():
    text = "Courage was a ship. On board Courage much courage was asked for."
    topic = topic_of(Article("a", "Courage (ship)", text))
    assert topic is not None
    assert topic.name == "Courage"
