"""What an instructor may make of a question, and what is refused with a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.services.reviewing import BadEdit, edited, with_key, with_source, written
from knowledge import Article, Library
from knowledge.models import Citation, Expected, Question

TEXT = "Ida met Ann in Oslo. They spoke for two hours. The mayor was pleased with them."
LIBRARY = Library.of([Article("talks", "Talks", TEXT, source="Times")])
QUESTION = Question(
    id="q",
    kind="duration",
    tier="safe",
    title="Talks",
    stem="How long did they speak?",
    options=("two hours", "three hours", "a day"),
    key=0,
    answer="two hours",
    accept=("2 h",),
    explanation="They spoke for two hours.",
    citations=(Citation("talks", "Talks", "Times", "They spoke for two hours.", 21, 46),),
    expected=Expected("quantity", 2, 2, "hour"),
)


def test_a_stem_is_put_on_one_line():
    assert edited(QUESTION, "stem", " How long\ndid it last? ").stem == "How long did it last?"


def test_another_key_takes_another_answer_and_forgets_what_was_accepted_for_the_old_one():
    changed = edited(QUESTION, "key", "2")
    assert (changed.key, changed.answer, changed.accept) == (1, "three hours", ())
    assert changed.expected is None


def test_the_same_answer_keeps_what_is_accepted():
    changed = edited(QUESTION, "options", "three hours\n*two hours")
    assert (changed.key, changed.accept, changed.expected) == (1, ("2 h",), QUESTION.expected)


def test_options_without_a_mark_keep_the_key_where_it_is_among_them():
    assert edited(QUESTION, "options", "a year\ntwo hours\na week").key == 1


@pytest.mark.parametrize(
    ("part", "words", "said"),
    [
        ("stem", "  \n ", "nothing in it"),
        ("stem", "x" * 251, "may have 250 characters; this has 251"),
        ("options", "two hours", "2 to 10 options"),
        ("options", "\n".join(map(str, range(11))), "2 to 10 options"),
        ("options", "two hours\nTwo hours", "are the same"),
        ("options", "*a\n*b", "Put a * before the right option"),
        ("options", "a\nb", "Put a * before the right option"),
        ("options", "two hours\n" + "x" * 101, "1 to 100 characters"),
        ("options", "two hours\n*", "1 to 100 characters"),
        ("key", "4", "from 1 to 3"),
        ("key", "one", "from 1 to 3"),
        ("key", "²", "from 1 to 3"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_the_reason(part, words, said):
    with pytest.raises(BadEdit, match=said.replace("*", r"\*")):
        edited(QUESTION, part, words)


def test_accepted_answers_stand_on_lines_of_their_own():
    assert edited(QUESTION, "accept", "2 h\n\n120 min\n2 h").accept == ("2 h", "120 min")


def test_a_source_must_stand_exactly_so_in_an_article():
    changed = with_source(QUESTION, LIBRARY, " Ida met Ann in Oslo. ")
    (citation,) = changed.citations
    assert TEXT[citation.start : citation.end] == citation.quote == changed.explanation
    with pytest.raises(BadEdit, match="don't find that"):
        with_source(QUESTION, LIBRARY, "Ida met Ann in Rome.")


def test_a_question_by_hand_is_cited_by_its_explanation_or_else_by_its_answer():
    by_quote = written(
        LIBRARY, "Who was pleased?", ("Ida", "The mayor"), 1, "Ida met Ann in Oslo."
    )
    assert by_quote.citations[0].quote == "Ida met Ann in Oslo."
    by_answer = written(LIBRARY, "In which city did Ida meet Ann?", ("Oslo", "Rome"), 0, "")
    assert by_answer.citations[0].quote == "Ida met Ann in Oslo."
    assert by_answer.explanation == "Ida met Ann in Oslo."
    assert written(LIBRARY, "What is two and two?", ("four", "five"), 0, "").citations == ()


def test_the_same_question_by_hand_has_the_same_id():
    one = written(LIBRARY, "Where?", ("Oslo", "Rome"), 0, "")
    two = written(LIBRARY, "Where?", ("Oslo", "Rome"), 1, "Because.")
    assert one.id == two.id != written(LIBRARY, "When?", ("Oslo", "Rome"), 0, "").id


def test_a_key_outside_the_options_is_refused():
    with pytest.raises(BadEdit):
        with_key(replace(QUESTION, options=()), 0)


def test_what_is_answered_in_words_gets_options_before_it_gets_a_key():
    typed = replace(QUESTION, options=(), key=0)
    with pytest.raises(BadEdit, match="answered in words"):
        edited(typed, "key", "1")
    assert edited(typed, "options", "a day\n*two hours").key == 1
