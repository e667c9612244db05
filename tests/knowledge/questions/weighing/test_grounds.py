"""What a question stands on: what its title and its article's beginning tell."""

from dataclasses import replace

import pytest

from knowledge.questions.weighing.grounds import grounds
from tests.knowledge.questions.rules.made import asked, gap, library

TEXT = (
    "Moss Bridge is a bridge in Norway over a fjord. Norway is cold.\n"
    "Ann Lee built a ferry. The ferry sank in 1990. Per Moe came from Denmark."
)
AROUND = library(("Moss Bridge", TEXT))


def seen(candidate):
    return grounds(candidate, (), AROUND)


def told(stem, quote):
    """A question about a sentence that stands in the article."""
    candidate = asked(stem, "1990", title="Moss Bridge", quote=quote)
    start = TEXT.index(quote)
    (citation,) = candidate.fact.citations
    cited = replace(citation, article="Moss Bridge", start=start, end=start + len(quote))
    return replace(candidate, fact=replace(candidate.fact, citations=(cited,)))


@pytest.mark.parametrize(
    ("noun", "where"),
    [
        ("bridge", "of the title"),
        ("fjord", "of the opening"),
        ("ferry", "told once"),
        ("mayor", "never told"),
    ],
)
def test_where_a_definite_noun_was_told_is_seen(noun, where):
    found = seen(told(f"In what year was the {noun} in danger?", "The ferry sank in 1990."))
    assert found[f"the, {where}"] == 1
    assert found[f"bare the, {where}"] == 1


def test_a_noun_that_the_question_itself_names_needs_no_ground():
    stem = "In what year was a mayor asked whether the mayor was ill?"
    assert seen(told(stem, "The ferry sank in 1990."))["the, told in the question"] == 1


def test_the_country_that_the_article_is_mostly_about_is_guessed():
    own = gap("Lee came from _____.", "Norway", "country", title="Moss Bridge")
    other = gap("Moe came from _____.", "Denmark", "country", title="Moss Bridge")
    assert seen(own)["country of the article"] == 1
    assert seen(own)["country's share"] > seen(other)["country's share"]
    assert "country of the article" not in seen(other)


def test_names_of_the_title_ground_and_names_told_later_do_not():
    about = seen(gap("Moss Bridge was built by _____.", "Ann Lee", title="Moss Bridge"))
    assert about["name of the title"] == 1
    long = library(("Moss Bridge", "It is big. " * 60 + "Karen Holm sang."))
    beside = grounds(gap("Holm met _____.", "Ann Lee", title="Moss Bridge"), (), long)
    assert beside["names told later"] == 1
    assert "name of the title" not in beside


def test_a_report_is_known_by_the_weekday_that_it_opens_with():
    told = gap("Lee left Oslo in _____.", "1990", "date", title="Talks end")
    report = library(("Talks end", "Oslo, Monday: the talks have ended. Lee left Oslo in 1990."))
    assert grounds(told, (), report)["news"] == 1
    assert "news" not in seen(told)


def test_what_leans_on_another_time_or_owner_is_seen():
    found = seen(gap("His ferry had sunk in _____.", "1990", "date", title="Moss Bridge"))
    assert found["pluperfect"] == 1
    assert found["possessives"] == 0.5
    assert found["in _____"] == 1
