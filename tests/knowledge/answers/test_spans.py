"""Dates, figures and names are found by their shapes, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers.short.spans import TYPED, spans


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        ("duration", "They met for more than five hours on Sunday.", ["more than five hours"]),
        (
            "duration",
            "A six-hour meeting, two and a half years on.",
            ["six-hour", "two and a half years"],
        ),
        ("duration", "It took 10 to 12 days, or half an hour.", ["10 to 12 days", "half an hour"]),
        ("date", "On Monday, 19 June 2023, after 1969.", ["Monday, 19 June 2023", "1969"]),
        ("date", "In the 19th century and in 44 BC.", ["the 19th century", "44 BC"]),
        ("date", "They may march in May.", ["May"]),
        (
            "money",
            "It cost $7.2 million or about 500 dollars.",
            ["$7.2 million", "about 500 dollars"],
        ),
        ("count", "Born April 28, 1964, he won nine awards.", ["nine"]),
        ("count", "Some 1,234 people walked 27 km.", ["Some 1,234 people", "27 km"]),
        ("person", "It was shown by Mark David Chapman.", ["It", "Mark David Chapman"]),
        ("reason", "It was late because the bus broke.", ["because the bus broke"]),
        ("yes/no", "Five hours in May.", []),
    ],
)
def test_spans_of_a_kind(kind: str, sentence: str, expected: list[str]):
    assert [span.text for span in spans(sentence, kind)] == expected  # type: ignore[arg-type] # a literal


@given(st.text(max_size=200), st.sampled_from(sorted(TYPED)))
def test_a_span_stands_at_its_offsets(sentence: str, kind: str):
    for span in spans(sentence, kind):  # type: ignore[arg-type] # a literal
        assert sentence[span.start : span.end] == span.text != ""
