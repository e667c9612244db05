"""What gives an open question's answer away: its own words, or the place where they stand."""

from dataclasses import replace

import pytest

from bot.services.secrecy import gives_away
from knowledge.models import Answer, Citation, Hit, Passage, Question

TEXT = "They met in Beijing. It rained."


def cited(start: int, end: int, article: str = "a") -> Citation:
    return Citation(article, "", "", TEXT[start:end], start, end)


SECRET = Question(
    id="q",
    kind="place",
    tier="safe",
    title="",
    stem="Where did they meet?",
    options=("Beijing", "Tokyo"),
    key=0,
    answer="Beijing",
    accept=(),
    explanation="",
    citations=(cited(5, 20),),
)


def answered(words: str | None, *citations: Citation, passages: tuple[Hit, ...] = ()) -> Answer:
    return Answer("?", words is not None, words, 1.0, citations, passages)


@pytest.mark.parametrize("answer", [
    answered("beijing"),
    answered("it rained", cited(19, 30)),
    answered("it rained", cited(0, 6)),
    answered(None, passages=(Hit("a", 0, 31, TEXT, 1.0),)),
])  # fmt: skip
def test_the_answer_and_what_overlaps_its_evidence_give_it_away(answer):
    assert gives_away(answer, [SECRET])


@pytest.mark.parametrize("answer", [
    answered("Tokyo"),
    answered("it rained", cited(20, 31)),
    answered("they", cited(0, 5)),
    answered("elsewhere", cited(5, 20, article="b")),
    answered("it rained", cited(20, 31), passages=(Hit("a", 0, 31, TEXT, 1.0),)),
    answered(None),
])  # fmt: skip
def test_what_stands_beside_the_evidence_or_in_another_article_gives_nothing_away(answer):
    assert not gives_away(answer, [SECRET])


def test_the_passage_shown_around_a_quote_gives_away_what_stands_in_it():
    harmless = answered("it rained", cited(20, 31))
    assert gives_away(harmless, [SECRET], Passage("a", 0, 31, TEXT, ()))
    assert not gives_away(harmless, [SECRET], Passage("b", 0, 31, TEXT, ()))


@pytest.mark.parametrize(
    ("asked", "is_passed_on"),
    [
        ("where did they meet", True),
        ("Tell me: where did they meet?", True),
        ("Did it rain?", False),
    ],
)
def test_who_passes_an_open_question_on_is_told_nothing(asked, is_passed_on):
    elsewhere = replace(answered("in Tokyo", cited(5, 20, article="b")), question=asked)
    assert gives_away(elsewhere, [SECRET]) is is_passed_on
