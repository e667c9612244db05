"""A sentence fits a question when it holds a value of the shape, and of the thing, asked for."""

import pytest

from knowledge import Article
from knowledge.answers.asked import Asked, read
from knowledge.answers.fit import fit, fitting_spans, likeness_to_event
from knowledge.search.catalogue import Catalogue


def asked(question: str, *sentences: str) -> Asked:
    return read(
        question, Catalogue.of([Article(id="a", title="Report", text=" ".join(sentences))])
    )


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("What percentage of eggs hatch?", "Of 300 eggs laid, 40% hatch.", ["40%"]),
        ("How many books did she write?", "At the age of 12 she began nine books.", ["nine"]),
        (
            "How long did it rain?",
            "A day after the fair it rained for three hours.",
            ["three hours"],
        ),
    ],
)
def test_a_figure_of_something_else_does_not_fit(
    question: str, sentence: str, expected: list[str]
):
    found = fitting_spans(asked(question, sentence), sentence)
    assert [span.text for span in found] == expected


def test_a_number_counts_what_stands_right_behind_it():
    ducks, geese = "Nearly 40 ducks swam by.", "Nearly 40 grey geese swam on a pond for ducks."
    question = asked("How many ducks were there?", ducks, geese)
    assert fit(question, ducks) > fit(question, geese)


def test_words_of_a_speaker_on_another_matter_fit_half():
    fishing, rain = "Ms Berg said that fishing must end.", "Ms Berg said that it rains."
    question = asked("What did Berg say about fishing?", fishing, rain)
    assert fit(question, fishing) == 2 * fit(question, rain) > 0


def test_a_visit_of_two_days_is_no_meeting_of_two_days():
    meeting, visit = "Ms Ito had a two-day meeting.", "Ms Ito came for a two-day visit."
    question = asked("How long did Ito meet Okafor?", meeting, visit)
    (met,), (came,) = fitting_spans(question, meeting), fitting_spans(question, visit)
    assert likeness_to_event(question, meeting, met) == 1
    assert likeness_to_event(question, visit, came) == -1
