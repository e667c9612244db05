"""The kinds of facts that the small grammars find, one promise each."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts import extract as extract_with_parser
from knowledge.facts.reading.words import words
from knowledge.models import Article

# fmt: off
TELLING = [
    "Holm", "Dahl", "he", "she", "met", "for", "six", "hours", "-", "day", "visit", "to",
    "China", ",", ".", "“", "”", "(", ")", "[1]", "in", "1921", "the", "of", "Minister", "US",
    "who", "after", "not", "Mr.", "St.", "–", "'s",
]
# fmt: on
START = "Danish Foreign Minister Karen Holm and Norwegian Foreign Minister Per Dahl arrived. "


def extract(*texts):
    articles = [
        Article(f"a{number}", f"Title {number}", text, "The Courier", date(2021, 3, 15))
        for number, text in enumerate(texts)
    ]
    return extract_with_parser(articles, parser=lambda given: [[] for _ in given])


def found(kind, text):
    return [fact for fact in extract(START + text) if fact.kind == kind]


def test_a_delay_is_read_with_the_journey_it_belongs_to():
    (fact,) = found("delay", "Holm's trip to Norway took place three weeks later than planned.")
    assert (fact.arguments, fact.value) == (
        {"who": "Karen Holm", "where": "Norway"},
        "three weeks",
    )


def test_a_postponement_has_its_month_and_its_cause():
    text = (
        "Holm wanted to visit Norway but postponed the trip in January"
        " after a storm hit Oslo hard."
    )
    (when,) = found("postponement", text)
    (why,) = found("postponement_cause", text)
    assert when.expected.date == "2021-01"
    assert why.value == "a storm hit Oslo hard"


def test_the_meeting_of_the_day_before_is_named():
    text = (
        "The writer Nora Lund came. Holm's meeting with Lund took place a day after she held"
        " talks with Dahl."
    )
    (fact,) = found("meeting_before", text)
    assert (fact.arguments, fact.value) == (
        {"who": "Karen Holm", "then": "Nora Lund"},
        "Per Dahl",
    )


def test_a_place_lies_in_its_district():
    (fact,) = found("district", "They met in the Akershus castle in the Sentrum district of Oslo.")
    assert (fact.arguments["place"], fact.value) == ("Akershus", "Sentrum")
    assert not found(
        "district", "Voters in the Canadian province of Alberta elected a government."
    )


@pytest.mark.parametrize(
    ("brackets", "birth", "death"),
    [
        ("(31 March 1635 in Oslo – 29 November 1699 in Bergen)", "1635", "1699"),
        ("(March 1, 1929 – May 3, 2014)", "1929", "2014"),
        ("(1700–1782)", "1700", "1782"),
        ("(born July 19, 1982)", "1982", None),
        ("(c. 1700 – 1782)", None, "1782"),
        ("(c. 1700 – c. 1782)", None, None),
        ("(c.1700 – 1782)", None, "1782"),
        ("(1700–1710; 1715–1720)", None, None),
        ("(1700 – 1781 or 1782)", None, None),
        ("CBE FRS (1700 – 1782)", "1700", "1782"),
        ("(born 1 March 1700; disappeared 2 May 1782)", "1700", None),
        ("(a writer)", None, None),
        ("(baptised 6 May 1627 – 15 June 1702)", None, "1702"),
        ("(reigned 1558–1603)", None, None),
        ("(in office 1990–1994)", None, None),
        ("(king 1558–1603)", None, None),
        ("(president 1990–1994)", None, None),
        ("(fl 1700–1782)", None, None),
        ("(King of Norway, 1844 – 1859)", None, None),
        ("(1 May 1900 in Frankfurt am Main – executed 3 June 1918)", "1900", "1918"),
        ("(born Ida Lund; 1 March 1929 – 3 May 2014)", "1929", "2014"),
        ("(née Lund, 1929 in Moss – 2014)", "1929", "2014"),
    ],
)
def test_the_brackets_behind_a_name_give_the_years_of_a_life(brackets, birth, death):
    facts = extract(f"Karen Holm {brackets} was a Danish writer.")
    values = {fact.kind: fact.value for fact in facts if fact.kind in {"birth", "death"}}
    assert (values.get("birth"), values.get("death")) == (birth, death)


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Karen Holm", "Karen Ida Sigrid Holm"),
        ("Ida Holm", "Dame Karen Ida Holm"),
        ("Karen of Moss", "Sigrid Lund"),
    ],
)
def test_the_whole_name_with_which_an_article_opens_is_its_titles_person(title, opening):
    called = "" if "Holm" in opening else f", known as {title}"
    text = (
        f"{opening}{called} (1700 – 1782) was a Danish writer. She was born in Oslo. Her books"
        " are read. She died in Bergen."
    )
    article = Article("a", title, text)
    facts = extract_with_parser([article], parser=lambda given: [[] for _ in given])
    assert {f.arguments["who"] for f in facts if f.kind in {"birth", "death"}} == {title}


def test_two_who_are_only_named_in_one_clause_did_not_meet():
    text = "In August 1999 Holm received her first lessons and entered the school of Per Dahl."
    assert found("meeting_date", text) == []


def test_the_town_of_another_verb_is_not_the_town_of_the_meeting():
    text = "Karen Holm met the painter Per Dahl, and in 1980 opened a school in London."
    assert found("meeting_place", text) == []


def test_a_session_that_a_death_interrupts_is_no_meeting_with_the_dead():
    text = "Karen Holm spoke for eight hours, the session being ended by the death of Per Dahl."
    assert found("meeting_duration", text) == []


def test_the_town_behind_a_pair_is_where_they_met():
    text = "Karen Holm met the painter and sculptor Per Dahl in Oslo."
    (fact,) = found("meeting_place", text)
    assert fact.value == "Oslo"


def test_of_two_days_neither_is_the_day_of_a_meeting():
    assert found("meeting_date", "On 26 and 27 July 1822 Karen Holm met Per Dahl.") == []
    assert found("meeting_date", "On 26–27 July 1822 Karen Holm met Per Dahl.") == []


def test_whom_somebody_else_met_in_a_clause_of_its_own_was_not_met():
    text = "Karen Holm asked why the president had met Per Dahl in Oslo in September 2017."
    assert found("meeting_place", text) == found("meeting_date", text) == []


def test_his_spokesman_holds_no_office_of_his():
    offices = found("office", "His spokesman Per Dahl laughed.")
    offices += found("office", "The spokesman Per Dahl laughed.")
    assert {fact.arguments["office"] for fact in offices}.isdisjoint({"spokesman"})


def test_the_day_of_another_clause_is_not_the_day_of_the_meeting():
    text = "Holm loved Per Dahl, whom she met at school, and she left Oslo in September 2003."
    assert found("meeting_date", text) == []


def test_a_list_of_words_that_is_missing_is_an_error():
    with pytest.raises(KeyError):
        words("no such list")


@given(st.text(max_size=300))
def test_no_text_breaks_the_extraction(text):
    for fact in extract(START + text):
        assert fact.citations


@given(
    st.lists(
        st.sampled_from(TELLING),
        max_size=40,
    )
)
def test_no_jumble_of_telling_words_breaks_the_extraction(jumble):
    for fact in extract(START + " ".join(jumble)):
        assert fact.id
