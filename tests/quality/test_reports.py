"""The facts and the traps in five news reports of one visit, as they were found on the web.

The reports are other people's and not part of this project: the tests run where
``GOBBET_REPORTS_DIR`` names a folder that holds them, and say so where it does not.
"""

import os
import re
from pathlib import Path

import pytest

from knowledge.articles import read_folder
from knowledge.facts import extract
from knowledge.questions import make
from knowledge.questions.grading import grade

FOLDER = os.environ.get("GOBBET_REPORTS_DIR", "")
pytestmark = [
    pytest.mark.skipif(
        not FOLDER or not Path(FOLDER).is_dir(),
        reason="GOBBET_REPORTS_DIR names no folder with the five reports",
    ),
    pytest.mark.timeout(180),
]
PAIR = {"Antony Blinken", "Qin Gang"}


@pytest.fixture(scope="module")
def articles():
    return read_folder(Path(FOLDER)).articles


@pytest.fixture(scope="module")
def facts(articles):
    return extract(articles)


@pytest.fixture(scope="module")
def questions(articles, facts):
    return make(facts, articles)


def found(facts, kind, **arguments):
    return [
        fact
        for fact in facts
        if fact.kind == kind
        and fact.confidence > 0.5
        and all(fact.arguments.get(role) == value for role, value in arguments.items())
    ]


def with_pair(facts, kind, other):
    both = {"Antony Blinken", other}
    return [fact for fact in found(facts, kind) if set(fact.arguments.values()) == both]


def test_fact_1_the_meeting_with_qin_gang_lasted_five_to_six_hours(facts):
    (fact,) = with_pair(facts, "meeting_duration", "Qin Gang")
    assert (fact.expected.low, fact.expected.high, fact.expected.partly) == (5, 6, (5,))
    assert len({citation.article for citation in fact.citations}) == 4


def test_fact_2_the_talks_with_wang_yi_lasted_about_three_hours(facts):
    (fact,) = with_pair(facts, "meeting_duration", "Wang Yi")
    assert (fact.expected.low, fact.qualifier) == (3, "about")


def test_fact_3_the_visit_lasted_two_days(facts):
    (fact,) = found(facts, "visit_duration", where="China")
    assert fact.value == "two days"


def test_fact_4_the_first_such_visit_in_about_five_years(facts):
    (fact,) = found(facts, "first_in", who="Antony Blinken")
    assert fact.expected.low == 5


def test_fact_5_a_balloon_led_to_the_postponement(facts):
    assert any("balloon" in fact.value for fact in found(facts, "postponement_cause"))


def test_fact_6_the_trip_was_postponed_in_february(facts):
    (fact,) = found(facts, "postponement")
    assert fact.value.startswith("February")


def test_fact_7_the_trip_took_place_four_months_late(facts):
    (fact,) = found(facts, "delay")
    assert fact.value == "four months"


def test_fact_8_qin_gang_is_the_foreign_minister(facts):
    (fact,) = found(facts, "office", office="foreign minister", of="China")
    assert fact.value == "Qin Gang"


def test_fact_10_antony_blinken_is_secretary_of_state(facts):
    (fact,) = found(facts, "office", office="Secretary of State")
    assert fact.value == "Antony Blinken"


def test_fact_11_matthew_miller_speaks_for_us_diplomacy(facts):
    assert "Matthew Miller" in {fact.value for fact in found(facts, "office")}


def test_fact_12_and_13_the_venue_and_its_district(facts):
    (venue,) = found(facts, "meeting_venue")
    (district,) = found(facts, "district")
    assert venue.value.startswith("Diaoyutai")
    assert district.value == "Haidian"


def test_fact_14_he_met_qin_gang_the_day_before_wang_yi(facts):
    (fact,) = found(facts, "meeting_before", then="Wang Yi")
    assert fact.value == "Qin Gang"


def test_every_quotation_stands_at_its_offsets(articles, facts):
    texts = {article.id: article.text for article in articles}
    for fact in facts:
        for citation in fact.citations:
            assert texts[citation.article][citation.start : citation.end] == citation.quote


def test_trap_1_no_choice_between_five_and_six_hours(questions):
    (asked,) = [q for q in questions if q.stem == "How long did Blinken meet Qin Gang?"]
    assert not any("five" in option for option in asked.options)
    assert grade(asked, "six hours").verdict == "right"
    assert grade(asked, "more than five hours").verdict == "right"
    assert grade(asked, "five hours").verdict == "partly"
    assert grade(asked, "three hours").verdict == "wrong"


def test_trap_2_no_duration_is_paired_with_the_other_meeting(facts):
    for fact in found(facts, "meeting_duration"):
        hours = 6 if "Qin Gang" in fact.arguments.values() else 3
        assert fact.expected.high == hours


@pytest.mark.parametrize("name", ["Chen Gang", "Quin", "Anthony Blinken"])
def test_traps_3_and_4_misspelt_names_are_never_asked(questions, name):
    assert not any(name in (q.stem, *q.options) or name in q.stem for q in questions)


def test_trap_3_a_misspelt_name_is_accepted(questions):
    keys = [q for q in questions if q.answer == "Qin Gang"]
    assert keys
    assert all(grade(q, "Chen Gang").verdict == "right" for q in keys)


def test_trap_5_wang_yi_is_never_the_key_for_the_foreign_minister(questions):
    for asked in questions:
        if re.search(r"(?i)foreign minister|minister of foreign", asked.stem):
            assert asked.answer != "Wang Yi"
            assert not any("Foreign Minister Wang" in c.quote for c in asked.citations)


def test_trap_6_no_choice_between_his_titles(questions):
    assert not any({"director", "chairman"} <= set(q.options) for q in questions)


def test_trap_7_the_wrong_weekday_is_not_asked(questions):
    assert not any("Thursday" in (*q.options, q.stem, q.answer) for q in questions)


def test_trap_8_no_year_for_the_highest_ranking_visit_since(questions):
    assert not any("since _____" in q.stem for q in questions)


def test_trap_10_nothing_is_asked_about_what_will_be(questions):
    assert not any(re.search(r"\bwill\b", q.stem) for q in questions if q.kind != "saying")


def test_traps_12_and_13_nothing_is_asked_from_a_calque(questions):
    assert not any("chancellor" in f"{q.stem} {q.options}".lower() for q in questions)


def test_trap_14_no_words_of_a_quotation_are_asked_for(questions):
    safe = [q for q in questions if q.tier == "safe"]
    assert not any(re.search(r"[“\"‘]", q.stem.split("sentence? “")[-1]) for q in safe)


def test_traps_15_and_16_broken_sentences_are_not_asked(questions):
    broken = re.compile(r"system leaderWho|county management|[a-z]said|meeting\. meeting")
    assert not any(broken.search(q.stem) for q in questions)


def test_trap_17_the_masthead_gives_no_date(questions):
    assert not any("2025" in (q.answer, *q.options) or "2025" in q.stem for q in questions)


@pytest.mark.parametrize("word", ["activists", "cities", "Guatemala", "Cuba", "Istanbul", "beer"])
def test_trap_18_other_stories_and_comments_are_never_cited(questions, word):
    for asked in questions:
        assert word not in asked.stem
        assert not any(word in citation.quote for citation in asked.citations)


def test_traps_9_and_20_copies_do_not_repeat_a_question(questions):
    stems = [question.stem for question in questions]
    assert len(stems) == len(set(stems))


def test_trap_24_loaded_words_are_attributed_or_left_alone(questions):
    assert not any("rogue" in f"{q.stem} {q.options}" for q in questions)


def test_trap_26_the_country_is_no_pronoun(facts):
    assert any("US" in citation.quote for fact in facts for citation in fact.citations)
