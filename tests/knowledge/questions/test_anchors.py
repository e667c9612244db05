import pytest

from knowledge.language.names import Names
from knowledge.models import Citation, Fact
from knowledge.questions.anchors import in_full, is_anchored
from knowledge.questions.candidates import Candidate

NAMES = Names.of(
    [
        "The actress Nora Lund met Mr. Otto Vik.",
        "Nora Lund thanked Otto Vik.",
        "The director Otto Vik praised Nora Lund.",
    ]
)


def candidate(stem: str, doubts: tuple[str, ...] = (), kind: str = "deed") -> Candidate:
    said = Citation("a", "Karl Moe", "", "Karl Moe did so.", 0, 16)
    fact = Fact("1", kind, {}, "Karl Moe", "", 1.0, (said,), doubts=doubts)
    return Candidate(fact, "subject", stem, "Karl Moe", "person")


@pytest.mark.parametrize(
    "stem",
    [
        "Who made his film debut opposite Nora Lund in the romantic comedy Winter Harbour?",
        "Who married Nora Lund?",
        "Who is the husband of the actress Nora Lund?",
        "Who signed into law a bill that banned the import of whale oil into Norway in 1907?",
        "Who served as president of the Botanical Society of Norway in 1945?",
        "Who played Erik Falk in the 1975 sequel Winter Harbour?",
    ],
)
def test_names_and_years_of_an_act_done_by_one_do_without_a_title(stem):
    assert is_anchored(candidate(stem), NAMES)


@pytest.mark.parametrize(
    "stem",
    [
        "Who visited England and Scotland in 1686?",
        "Who married Ingrid?",
        "Who taught mathematics at the University of Oslo in the 1990s?",
        "Who played Erik Falk in the film in 1975?",
        "Who founded the Winter Harbour Company with his other brother in 1901?",
        "Who is an American football game developed by Nora Lund in 1990?",
        "Who was wounded at the Battle of Chudnov in 1660?",
        "Who discovered it with Otto Vik in 1901?",
        "Who published several books in Norway?",
    ],
)
def test_what_many_do_or_what_leans_on_the_article_needs_its_title(stem):
    assert not is_anchored(candidate(stem), NAMES)


def test_what_is_doubted_already_is_not_asked_without_a_title():
    assert not is_anchored(candidate("Who married Nora Lund?", ("thin",)), NAMES)


def test_a_definition_that_says_much_needs_no_title():
    long = "What is an instrument that shows directions by means of a magnetic needle?"
    assert is_anchored(candidate(long, kind="definition"), NAMES)
    assert not is_anchored(candidate("What is a term used in sailing?", kind="definition"), NAMES)


def test_one_company_of_many_is_not_told_by_its_country():
    stem = "What is a British telecommunications company which serves the United Kingdom?"
    named = "What is a digital game platform developed and published by Holm Corporation today?"
    assert not is_anchored(candidate(stem, kind="definition"), NAMES)
    assert is_anchored(candidate(named, kind="definition"), NAMES)


def test_a_definition_that_holds_a_word_made_from_its_term_does_not_stand_alone():
    stem = "What is a disease of sailors caused by bacteria called karlensis in northern harbours?"
    assert not is_anchored(candidate(stem, kind="definition"), NAMES)


def test_persons_stand_under_their_full_names_where_no_title_does():
    assert in_full(candidate("Who married Lund?"), NAMES).stem == "Who married Nora Lund?"
    assert in_full(candidate("Who met Otto Vik?"), NAMES).stem == "Who met Otto Vik?"
