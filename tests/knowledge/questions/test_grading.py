import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from knowledge.language.numbers import spelled
from knowledge.models import Expected, Question
from knowledge.questions.grading import grade


def question(expected, answer="", accept=()):
    return Question("id", "kind", "safe", "", "?", (), 0, answer, accept, "", (), expected)


SIX_HOURS = question(
    Expected("quantity", 5.0, 6.0, "hour", partly=(5.0,)),
    "about six hours",
    ("six-hour", "more than five hours"),
)


@pytest.mark.parametrize(
    "typed",
    [
        "six",
        "6",
        "6 h",
        "six hours",
        "six-hour",
        "a six-hour meeting",
        "about six hours",
        "5.5 h",
        "5½ hours",
        "five and a half",
        "360 minutes",
        "5-6 hours",
        "between five and six hours",
        "more than five hours",
        "over 5",
    ],
)
def test_every_wording_within_the_range_is_right(typed):
    assert grade(SIX_HOURS, typed).verdict == "right"


def test_the_edge_that_another_source_contradicts_is_partly_right_and_says_why():
    given_grade = grade(SIX_HOURS, "five hours")
    assert given_grade.verdict == "partly"
    assert "five to six hours" in given_grade.note


@pytest.mark.parametrize(
    "typed", ["three", "3 hours", "six days", "60 hours", "no idea", "", "👍"]
)
def test_other_values_are_wrong(typed):
    assert grade(SIX_HOURS, typed).verdict == "wrong"


@given(st.integers(2, 400), st.integers(2, 400))
def test_numbers_are_compared_as_values_never_as_letters(true, typed):
    asked = question(Expected("quantity", true, true, "day"), f"{true} days")
    verdict = grade(asked, f"{typed} days").verdict
    assert (verdict == "right") == (abs(true - typed) <= 0.02 * true)


@given(st.integers(1, 999))
def test_equal_values_in_any_wording_grade_equal(value):
    asked = question(Expected("quantity", value, value, "hour"))
    wordings = [f"{value}", spelled(value), f"{value} hours", f"{spelled(value)}-hour"]
    assert {grade(asked, typed).verdict for typed in [*wordings, f"{value * 60} min"]} == {"right"}


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("June 18, 2023", "right"),
        ("18 June", "right"),
        ("on june 18th", "right"),
        ("2023-06-18", "right"),
        ("June 2023", "partly"),
        ("June", "partly"),
        ("2023", "partly"),
        ("June 19", "wrong"),
        ("June 18, 2022", "wrong"),
        ("Sunday", "wrong"),
    ],
)
def test_dates_are_graded_by_the_parts_given(typed, verdict):
    asked = question(Expected("date", date="2023-06-18"), "June 18, 2023")
    assert grade(asked, typed).verdict == verdict


def test_a_date_grade_says_what_is_missing():
    asked = question(Expected("date", date="2023-06-18"), "June 18, 2023")
    assert "day" in grade(asked, "June 2023").note


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("Karen Holm", "right"),
        ("holm", "right"),
        ("Mrs. Holm", "right"),
        ("Minister Karen Holm", "right"),
        ("Karin Holm", "right"),
        ("Per Dahl", "wrong"),
        ("Karen Holm or Per Dahl", "wrong"),
        ("Hol", "wrong"),
    ],
)
def test_names_are_graded_by_the_table_then_by_the_whole_name(typed, verdict):
    asked = question(Expected("name", names=("Karen Holm", "Holm")), "Karen Holm")
    assert grade(asked, typed).verdict == verdict


@given(st.text(max_size=60))
def test_nothing_that_a_person_can_type_breaks_grading(typed):
    for expected in (
        SIX_HOURS.expected,
        Expected("date", date="--06-18"),
        Expected("name", names=("Holm",)),
        Expected("phrase", names=("a long war",)),
        None,
    ):
        assert grade(question(expected, "Holm"), typed).verdict in {"right", "partly", "wrong"}


def test_a_stored_question_grades_as_before():
    stored = json.dumps(asdict(SIX_HOURS))
    restored = TypeAdapter(Question).validate_json(stored)
    assert restored == SIX_HOURS
    assert grade(restored, "5.5 hours").verdict == "right"


def name(answer):
    return question(Expected("name", names=(answer,)), answer)


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("United States", "the U.S."),
        ("United Kingdom", "Britain"),
        ("World War II", "the Second World War"),
        ("World War II", "WWII"),
        ("Charles III", "King Charles 3"),
        ("São Paulo", "sao paolo"),
        ("Franklin D. Roosevelt", "Franklin Roosevelt"),
        ("William Clinton", "Bill Clinton"),
    ],
)
def test_another_usual_form_of_a_name_is_right(answer, typed):
    assert grade(name(answer), typed).verdict == "right"


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("Kansas", "Arkansas"),
        ("Austria", "Australia"),
        ("World War II", "World War I"),
        ("Charles III", "Charles II"),
        ("Theodore Roosevelt", "Franklin Roosevelt"),
        ("2010 Winter Olympics", "2014 Winter Olympics"),
    ],
)
def test_another_name_that_is_spelt_nearly_alike_is_wrong(answer, typed):
    assert grade(name(answer), typed).verdict == "wrong"


@pytest.mark.parametrize(
    ("typed", "verdict"), [("27", "right"), ("27 states", "right"), ("28", "wrong")]
)
def test_a_count_is_right_only_when_it_is_exact(typed, verdict):
    assert grade(question(Expected("quantity", 27, 27, "state"), "27"), typed).verdict == verdict


def test_a_large_count_may_be_rounded():
    users = question(Expected("quantity", 3_393_000, 3_393_000, "user"), "3,393,000")
    assert grade(users, "3.4 million").verdict == "right"


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("seven hours", "partly"),
        ("eight hours", "wrong"),
        ("six hours, three hours", "wrong"),
    ],
)
def test_a_value_nearly_right_is_partly_right_and_two_values_are_none(typed, verdict):
    assert grade(SIX_HOURS, typed).verdict == verdict


@pytest.mark.parametrize(
    "typed", ["a long walk", "a short war", "the second harvest of 1921", "1912"]
)
def test_another_phrase_is_wrong_though_it_shares_words(typed):
    asked = question(Expected("phrase", names=("a long war", "the second harvest of 1912")))
    assert grade(asked, typed).verdict == "wrong"


def test_a_name_inside_a_tale_is_no_answer():
    asked = question(Expected("name", names=("Karen Holm", "Holm")), "Karen Holm")
    assert grade(asked, "Holm lived beside the sea for most years").verdict == "wrong"


BORDERS = question(
    Expected(
        "list",
        members=(("Trinidad and Tobago",), ("United States",), ("Ida Lund", "Lund"), ("Chile",)),
        wanted=2,
    ),
    "Trinidad and Tobago, the United States, Lund and Chile",
)


@pytest.mark.parametrize(
    "typed",
    [
        "Chile and Lund",
        "chile, ida lund",
        "Lund; Chile; USA",
        "Trinidad and Tobago, Chile",
        "the US and trinidad and tobago",
        "Chille & Ida Lundt",
        "both Chile and Lund",
        "in Chile and the United States",
        "Chile as well as Dr Lund",
        "1. Chile 2. Lund",
        "Trinidad & Tobago, Chile",
        "Trinidad and Tobago, the United States, Lund and Chile",
    ],
)
def test_any_two_of_a_list_are_right_in_any_order(typed):
    assert grade(BORDERS, typed).verdict == "right"


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("Chile", "One more is wanted."),
        ("Chile and Chile", "One more is wanted."),
        ("Chile, Norway", "Not among them: Norway."),
        ("Chile + Lund + Norway", "Not among them: Norway."),
        ("Chile with Norway", "Not among them: Norway."),
        ("Chile, Lund, Norway and Per Moe", "Not among them: Norway, Per Moe."),
    ],
)
def test_half_a_list_is_partly_right_and_says_what_is_missing(typed, note):
    given_grade = grade(BORDERS, typed)
    assert (given_grade.verdict, given_grade.note) == ("partly", note)


@pytest.mark.parametrize("typed", ["Norway", "Norway and Sweden", "two of them", ", and", ""])
def test_nothing_of_a_list_is_wrong(typed):
    assert grade(BORDERS, typed).verdict == "wrong"


@pytest.mark.parametrize("typed", ["South Sudan", "South Sudan and Peru"])
def test_a_longer_name_of_something_else_is_no_member(typed):
    countries = question(Expected("list", members=(("Sudan",), ("Chad",), ("Niger",)), wanted=2))
    assert grade(countries, typed).verdict == "wrong"
