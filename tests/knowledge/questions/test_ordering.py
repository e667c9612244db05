from random import Random

from hypothesis import given
from hypothesis import strategies as st

from knowledge.models import Citation, Question
from knowledge.questions.ordering import gives_away, quiz


def question(number, kind="gap", stem="", answer="", article="one", start=None):
    citation = Citation(article, "T", "S", "quote", number if start is None else start, 99)
    text = stem or f"Stem number {number}?"
    return Question(
        str(number), kind, "safe", "T", text, ("a", "b"), 0, answer, (), "", (citation,)
    )


BANK = [
    question(n, kind, article=a)
    for n, (kind, a) in enumerate(
        (kind, article)
        for kind in ("gap", "deed", "event_time", "office")
        for article in ("one", "two", "three")
    )
]


def test_a_quiz_has_as_many_questions_as_asked_for_each_once():
    chosen = quiz(BANK, 5, Random(1))
    assert len({q.id for q in chosen}) == 5


def test_kinds_and_articles_vary():
    chosen = quiz(BANK, 4, Random(2))
    assert len({q.kind for q in chosen}) == 4
    assert len({q.citations[0].article for q in chosen}) == 3


def test_easier_kinds_come_first():
    assert [q.kind for q in quiz(BANK, 4, Random(3))] == ["office", "deed", "gap", "event_time"]


def test_the_same_chance_gives_the_same_quiz():
    assert quiz(BANK, 6, Random(4)) == quiz(BANK, 6, Random(4))


def test_a_stem_that_shows_the_key_of_another_is_left_out_beside_it():
    when = question(1, "event_time", "In what year did Karen Holm paint the harbour?", "1921")
    who = question(
        2, "deed", "Who painted the harbour of Bergen, Karen Holm asked in 1921?", "Lund"
    )
    same = question(3, "gap", "Something else?", "x", start=1)
    assert gives_away(when, who)
    assert gives_away(when, same)
    assert len(quiz([when, who, same], 3, Random(5))) < 3


@given(st.integers(0, 20), st.integers(0, 999))
def test_no_quiz_is_longer_than_the_bank(length, seed):
    assert len(quiz(BANK, length, Random(seed))) == min(length, len(BANK))
