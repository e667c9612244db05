import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.plan import Plan
from bot.quiz.scoring import Ballot, earned, tallies

ANN, BEN = 1, 2
BALLOTS = st.lists(
    st.builds(
        Ballot,
        player=st.integers(1, 4),
        number=st.integers(1, 6),
        is_right=st.booleans(),
        seconds=st.none() | st.floats(0, 100),
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("seconds", "points"), [(0, 1000), (2.9, 1000), (3, 972), (11, 750), (20, 500), (99, 500)]
)
def test_speed_earns_from_a_thousand_down_to_half_after_the_grace_period(seconds, points):
    assert earned(Ballot(ANN, 1, True, seconds), "speed", 20) == points


def test_an_unknown_time_is_not_held_against_anybody():
    assert earned(Ballot(ANN, 1, True, None), "speed", 20) == 1000


def test_with_accuracy_speed_counts_for_nothing():
    assert earned(Ballot(ANN, 1, True, 19), "accuracy", 20) == 1


def test_a_wrong_answer_earns_nothing_however_fast():
    assert earned(Ballot(ANN, 1, False, 0), "speed", 20) == 0


def test_a_second_answer_to_a_question_changes_nothing():
    ballots = [Ballot(ANN, 1, False), Ballot(ANN, 1, True)]
    assert tallies(Plan(), [1], ballots)[ANN].points == 0


def test_a_question_that_does_not_count_leaves_points_and_streaks_alone():
    ballots = [Ballot(ANN, n, is_right=n != 2) for n in (1, 2, 3, 4)]
    assert tallies(Plan(streaks=True), [1, 3, 4], ballots)[ANN].points == 4
    assert tallies(Plan(streaks=True), [1, 2, 3, 4], ballots)[ANN].points == 3


def test_a_missed_question_ends_a_streak():
    ballots = [Ballot(ANN, n, is_right=True) for n in (1, 2, 4)]
    assert tallies(Plan(streaks=True), [1, 2, 3, 4], ballots)[ANN].points == 3


@given(BALLOTS, st.sampled_from(["accuracy", "speed"]), st.booleans())
def test_points_are_never_negative_and_nobody_is_counted_twice(ballots, scoring, streaks):
    plan = Plan(scoring=scoring, streaks=streaks)
    for tally in tallies(plan, [1, 2, 3, 4, 5, 6], ballots).values():
        assert 0 <= tally.right <= tally.answered <= 6
        assert tally.points >= tally.right * (1 if scoring == "accuracy" else 500)


@given(BALLOTS)
def test_the_order_in_which_players_vote_does_not_matter(ballots):
    first = {(b.player, b.number): b for b in reversed(ballots)}.values()
    assert tallies(Plan(), [1, 2, 3], list(first)) == tallies(Plan(), [1, 2, 3], reversed(first))
