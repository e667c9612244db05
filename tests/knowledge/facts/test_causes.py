"""Why something happened, and what for: which phrases are causes, and which are none."""

import pytest

from knowledge.facts import extract
from knowledge.models import Article


def reasons(text):
    """The questions for causes and purposes, each with its answer."""
    facts = extract([Article("a", "The Harbour of Bergen", text)])
    return {
        fact.arguments["question"]: (fact.kind, fact.value)
        for fact in facts
        if fact.kind in {"cause", "purpose"}
    }


def test_a_cause_is_asked_for_with_why():
    found = reasons("The harbour was closed in 1890 because of heavy ice.")
    assert found == {"Why was the harbour closed in 1890?": ("cause", "because of heavy ice")}


def test_a_purpose_is_asked_for_with_why():
    found = reasons("The town built a tower in 1890 to guide ships.")
    assert found == {"Why did the town build a tower in 1890?": ("purpose", "to guide ships")}


@pytest.mark.parametrize(
    "text",
    [
        "The harbour was closed in 1890 because of it.",
        "The harbour was closed in 1890 because of this long and hard and very cold winter there.",
        "The harbour was closed in 1890.",
        "The harbour was closed to ships.",
    ],
)
def test_what_points_back_is_long_or_gives_no_reason_is_no_cause(text):
    assert reasons(text) == {}
