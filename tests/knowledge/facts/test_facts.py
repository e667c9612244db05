from datetime import date

import pytest

from knowledge.facts import extract as extract_with_parser
from knowledge.facts import names_of
from knowledge.facts.reading.lines import person_told_of
from knowledge.models import Article


def extract(articles):
    return extract_with_parser(articles, parser=lambda texts: [[] for _ in texts])


INTRODUCTION = (
    "Danish Foreign Minister Karen Holm and Norwegian Foreign Minister Per Dahl arrived."
    " The writer Nora Lund watched. "
)


def article(text, name="one", published=date(2021, 3, 15)):
    return Article(name, f"Title of {name}", INTRODUCTION + text, "The Courier", published)


def found(kind, *articles):
    return [fact for fact in extract(articles) if fact.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Holm met Dahl for about four hours.",
        "Holm met for about four hours with Norwegian Foreign Minister Per Dahl.",
        "Holm held talks with Dahl for about four hours in Oslo.",
        "Holm held a four-hour meeting with Dahl.",
        "The day began with a four-hour meeting between Holm and Dahl, followed by a dinner.",
        "The meeting between Holm and Dahl lasted four hours.",
        "During her two-day visit to Norway, Holm discussed fishing with Dahl for four hours.",
        "Holm slept well after she met Dahl for four hours.",
    ],
)
def test_how_long_two_persons_met_is_read_from_many_wordings(text):
    (fact,) = found("meeting_duration", article(text))
    assert set(fact.arguments.values()) == {"Karen Holm", "Per Dahl"}
    assert (fact.expected.low, fact.expected.unit) == (4, "hour")


@pytest.mark.parametrize(
    "text",
    [
        "Holm will meet Dahl for four hours.",
        "Holm did not meet Dahl for four hours.",
        "Holm met Dahl after a flight that took four hours.",
        "Holm and Dahl met during a four-hour stop.",
        "Holm met Dahl and Lund for four hours.",
        "Holm met reporters for four hours.",
        "Holm met Dahl for four hours and then talked with him for five hours.",
        "Did Holm meet Dahl for four hours?",
        "“I met Dahl for four hours”, Holm said.",
    ],
)
def test_plans_denials_other_events_and_rival_durations_are_no_meeting_durations(text):
    assert found("meeting_duration", article(text)) == []


def test_sources_that_differ_a_little_become_a_range_with_all_their_sentences():
    (fact,) = found(
        "meeting_duration",
        article("Holm met Dahl for more than five hours.", "one"),
        article("On Sunday there was a six-hour meeting between Dahl and Holm.", "two"),
        article("Later, Holm and Dahl met for about six hours.", "three"),
    )
    assert (fact.expected.low, fact.expected.high, fact.expected.partly) == (5, 6, (5,))
    assert (fact.value, fact.qualifier) == ("six hours", "about")
    assert len(fact.citations) == 3


def test_values_far_apart_are_a_conflict_and_name_each_other():
    one, other = found(
        "meeting_duration",
        article("Holm met Dahl for two hours.", "one"),
        article("A meeting of Holm with Dahl went on; Holm met Dahl for nine hours.", "two"),
    )
    assert one.conflicts == (other.id,)
    assert other.conflicts == (one.id,)
    assert max(one.confidence, other.confidence) < 0.5


def test_a_definition_and_a_majority_beat_a_slip():
    facts = found(
        "office",
        article("Per Dahl is the foreign minister of Norway.", "one"),
        article("Swedish reporters asked Norwegian Foreign Minister Nora Lund.", "two"),
    )
    holders = {f.value: f.confidence for f in facts if f.arguments["of"] == "Norway"}
    assert holders["Per Dahl"] > 0.5 > holders["Nora Lund"]


def test_a_day_is_read_relative_to_the_publication():
    assert not found("meeting_date", article("On Sunday they received Holm and his wife Dahl."))
    (fact,) = found("meeting_date", article("On Sunday, Holm met Dahl."))
    assert fact.expected.date == "2021-03-14"


def test_a_visit_has_its_length_and_country():
    (fact,) = found("visit_duration", article("Holm arrived in Oslo for a two-day visit."))
    assert fact.arguments == {"who": "Karen Holm", "where": "Norway"}
    assert fact.value == "two days"


def test_a_venue_may_follow_in_the_next_sentence():
    (fact,) = found(
        "meeting_venue",
        article("Holm met Dahl in Oslo. The talks were held at Akershus, a castle by the sea."),
    )
    assert fact.value == "Akershus"


def test_every_citation_stands_at_its_offsets():
    one = article("Holm met Dahl for about four hours in Oslo on Sunday.")
    for fact in extract([one]):
        for citation in fact.citations:
            assert one.text[citation.start : citation.end] == citation.quote


def test_the_same_articles_give_the_same_facts_with_the_same_ids():
    one = article("Holm met Dahl for about four hours in Oslo on Sunday.")
    assert extract([one]) == extract([one])


def test_no_articles_give_no_facts():
    assert extract([]) == []


def test_a_dictionary_of_lives_names_its_people_surname_first():
    text = "Gertrude Bell was a traveller. She climbed. She wrote. Bell died; her father had."
    names = names_of([Article("a", "Bell, Gertrude Margaret Lowthian (1868–1926)", text)])
    assert "Gertrude Margaret Lowthian Bell" in {*names.persons, *names.aliases}


def test_he_means_the_person_whom_the_title_begins_with_and_no_other():
    text = "Grigori Perelman solved it. Henri Poincaré had asked."
    named = names_of([Article("a", "Henri Poincaré", text)])
    beginning = Article("a", "Henri Poincaré asks a question", text)
    inside = Article("b", "Russian who solved the question of Henri Poincaré", text)
    assert person_told_of(beginning, named) == "Henri Poincaré"
    assert person_told_of(inside, named) == ""


def test_a_place_is_not_the_person_whom_something_near_it_seems_to_be():
    text = "Zagora lies by Jebel Zagora. Mr Jebel Zagora spoke. The town is old."
    about = Article("a", "Zagora", text)
    assert person_told_of(about, names_of([about])) == ""
