from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.standings import Score, standings

SCORES = st.lists(
    st.builds(
        Score,
        player=st.integers(1, 999),
        name=st.text(max_size=5),
        points=st.integers(0, 5),
        answered=st.integers(0, 9),
    ),
    max_size=12,
)


def test_players_with_the_same_points_share_a_place():
    board = standings([Score(1, "Ann", 2, 3), Score(2, "Ben", 3, 3), Score(3, "Chen", 2, 2)])
    assert [(s.place, s.score.name) for s in board] == [(1, "Ben"), (2, "Chen"), (2, "Ann")]


def test_nobody_makes_an_empty_board():
    assert standings([]) == []


@given(SCORES)
def test_a_place_is_one_more_than_the_number_of_players_with_more_points(scores):
    for standing in standings(scores):
        better = sum(score.points > standing.score.points for score in scores)
        assert standing.place == better + 1
