from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.practice import Practice

QUESTIONS = st.lists(st.text(min_size=1), min_size=1, max_size=8, unique=True)
EVENTS = st.lists(st.one_of(st.booleans(), st.just("stop"), st.just("stray")), max_size=20)


def test_a_practice_asks_its_questions_in_order_and_ends():
    practice = Practice.of(["a", "b"])
    assert practice.current == "a"
    practice = practice.answered("a", correct=True)
    assert (practice.current, practice.number) == ("b", 2)
    practice = practice.answered("b", correct=False)
    assert practice.is_over
    assert (practice.result.right, practice.result.missed) == (("a",), ("b",))


def test_an_answer_to_another_question_changes_nothing():
    practice = Practice.of(["a", "b"])
    assert practice.answered("b", correct=True) == practice


def test_a_stopped_practice_takes_no_answer():
    stopped = Practice.of(["a", "b"]).answered("a", correct=True).stop()
    assert stopped.is_over
    assert stopped.answered("b", correct=True) == stopped
    assert stopped.result.answered == 1


def test_a_practice_that_is_over_cannot_be_stopped():
    over = Practice.of(["a"]).answered("a", correct=True)
    assert over.stop() == over


@given(QUESTIONS, EVENTS)
def test_whatever_happens_results_add_up(questions, events):
    practice = Practice.of(questions)
    for event in events:
        if event == "stop":
            practice = practice.stop()
        elif event == "stray":
            practice = practice.answered("not asked", correct=True)
        elif practice.current is not None:
            practice = practice.answered(practice.current, correct=event)
    result = practice.result
    assert result.answered == len(practice.verdicts) <= result.total == len(questions)
    assert not set(result.right) & set(result.missed)
    assert practice.is_over == (practice.current is None)


def test_a_question_that_has_to_wait_is_asked_last():
    practice = Practice.of(["a", "b", "c"]).answered("a", correct=True).postponed()
    assert practice.questions == ("a", "c", "b")
    assert practice.answered("c", correct=False).answered("b", correct=True).result.missed == (
        "c",
    )
