"""A question that lives from the one before is made whole with it, and no other is touched."""

import pytest

from knowledge import Article
from knowledge.answers.follow_ups import resolved
from knowledge.search.catalogue import Catalogue

BEFORE = "How long did Mary Ito meet Grace Okafor?"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    texts = ["Mary Ito met Grace Okafor for six hours in Oslo.", "Lars Berg sleeps in Bergen."]
    return Catalogue.of(Article(id=f"a{n}", title="Report", text=t) for n, t in enumerate(texts))


@pytest.mark.parametrize(
    ("follow_up", "whole"),
    [
        ("And Lars Berg?", "How long did Mary Ito meet Lars Berg?"),
        ("how long was it", "how long was Mary Ito meet Grace Okafor?"),
        ("what was said afterwards", "what was said afterwards Mary Ito meet Grace Okafor?"),
    ],
)
def test_what_a_follow_up_lacks_comes_from_the_question_before(
    catalogue: Catalogue, follow_up: str, whole: str
):
    assert resolved(follow_up, BEFORE, catalogue) == whole


@pytest.mark.parametrize(
    "question",
    [
        "many thanks",
        "Where did he see Lars Berg sleep?",
        "what makes bread rise in ovens",
    ],
)
def test_what_lacks_nothing_stays_as_it_is(catalogue: Catalogue, question: str):
    assert resolved(question, BEFORE, catalogue) == question


def test_a_name_is_put_behind_a_question_that_had_none(catalogue: Catalogue):
    assert resolved("and Lars Berg?", "How long does it rain?", catalogue) == (
        "How long does it rain Lars Berg?"
    )
