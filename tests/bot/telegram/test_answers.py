"""How an answer's values look: in bold, with who says so beside them."""

from __future__ import annotations

import pytest

from bot.services.asking import Answered
from bot.telegram.views.answers import cited
from knowledge.models import Answer, Article, Citation


def shown(words: str, *sources: str) -> list[str]:
    """The lines above the quotes."""
    quotes = tuple(Citation(f"a{n}", "Talks", s, "So.", 0, 3) for n, s in enumerate(sources))
    articles = {f"a{n}": Article(f"a{n}", "Talks", "So.", s) for n, s in enumerate(sources)}
    head = cited(Answered(Answer("?", True, words, 1.0, quotes), articles)).partition("\n\n")[0]
    return head.splitlines()


@pytest.mark.parametrize("words", [
    "World Health Organization (WHO)",
    "3 (three)",
    "Ann (the elder), Ben (the younger)",
])  # fmt: skip
def test_brackets_in_what_is_said_belong_to_it(words):
    assert shown(words, "Times", "Post (after AP)") == [f"<b>{words}</b>"]


def test_who_says_what_stands_beside_it_where_sources_differ():
    assert shown("6 hours (Times; Post), 5 (five) hours (AP)", "Times", "Post (Oslo)", "AP") == [
        "<b>6 hours</b> (Times; Post)",
        "<b>5 (five) hours</b> (AP)",
    ]


def test_a_source_with_a_long_name_is_known_by_its_beginning():
    assert shown("6 hours (The Daily …), 5 hours (AP)", "The Daily Herald of Oslo", "AP") == [
        "<b>6 hours</b> (The Daily …)",
        "<b>5 hours</b> (AP)",
    ]
