"""Other forms of a question: what they say, which is right, and of what none is made."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import Citation, Question
from knowledge.questions.forms import true_or_false, which_came_first


def question(number=1, year="1862", sentence="Ida Holm opened the Marlow school in _____."):
    return Question(
        id=f"{number:012x}",
        kind="gap",
        tier="safe",
        title="Marlow",
        stem=f"Which year completes the sentence? “{sentence}”",
        options=(year, "1850", "1875"),
        key=0,
        answer=year,
        accept=(),
        explanation="“Ida Holm opened the Marlow school in 1862.” (Marlow)",
        citations=(
            Citation("a", "Marlow", "", "Ida Holm opened the school.", number, number + 9),
        ),
    )


def events(*years):
    said = [f"Ida Holm opened school {'abcdef'[place]} in _____." for place in range(len(years))]
    return [
        question(n, year, text) for n, (year, text) in enumerate(zip(years, said, strict=True))
    ]


@given(st.integers(0, 10**9))
def test_a_sentence_is_true_with_its_own_value_and_false_with_another(number):
    made = true_or_false(question(number))
    assert made is not None
    assert made.options[made.key] == made.answer
    assert ("1862" in made.stem) == (made.answer == "True")
    assert made.stem.startswith("True or false? “Ida Holm opened the Marlow school in 1")


def test_about_half_of_the_sentences_are_true():
    made = [true_or_false(question(number)) for number in range(400)]
    assert 150 < sum(each is not None and each.answer == "True" for each in made) < 250


def test_the_form_keeps_the_question_and_its_evidence():
    asked = question()
    made = true_or_false(asked)
    assert made is not None
    assert (made.id, made.citations, made.title) == (asked.id, asked.citations, asked.title)


@pytest.mark.parametrize(
    "changed",
    [{"stem": "Who opened the school?"}, {"options": ()}, {"stem": "“_____" + "a" * 300}],
)
def test_what_has_no_sentence_or_no_options_is_neither_true_nor_false(changed):
    assert true_or_false(replace(question(), **changed)) is None


def test_of_events_the_earliest_came_first():
    made = which_came_first(events("1862", "1799", "1910", "1843"))
    assert made is not None
    assert made.options[made.key] == made.answer == "Ida Holm opened school b"
    assert len(made.options) == 4
    assert made.explanation.startswith("1799: Ida Holm opened school b; 1843: ")


def test_events_close_together_or_few_are_not_ordered():
    assert which_came_first(events("1862", "1863", "1864", "1910")) is None
    assert which_came_first(events("1862", "1910")) is None


def test_a_year_at_the_front_is_taken_off():
    front = [
        question(n, year, f"In _____ Ida Holm opened school {n}.")
        for n, year in enumerate(("1862", "1799", "1910"))
    ]
    made = which_came_first(front)
    assert made is not None
    assert made.options[0] == "Ida Holm opened school 0"


def test_events_of_several_articles_are_not_mixed():
    one, *others = events("1862", "1799", "1910")
    assert which_came_first([replace(one, title="Brenna"), *others]) is None


def test_a_question_from_elsewhere_has_forms_too():
    assert true_or_false(replace(question(), id="hand-1")) is not None
