from fractions import Fraction

from bot.quiz.teams import smallest_team, team_standings


def test_a_teams_score_is_the_mean_so_a_small_team_can_win():
    board = team_standings([(1, 9), (2, 8), (2, 2)], teams=2)
    assert [(s.place, s.team, s.mean, s.members) for s in board] == [(1, 1, 9, 1), (2, 2, 5, 2)]


def test_equal_means_are_a_tie_even_where_they_have_no_end():
    board = team_standings(
        [(1, 1), (1, 0), (1, 0), (2, 2), (2, 0), (2, 0), (2, 0), (2, 0), (2, 0)], 2
    )
    assert [s.mean for s in board] == [Fraction(1, 3)] * 2
    assert [s.place for s in board] == [1, 1]


def test_who_chooses_no_team_goes_to_the_smallest():
    assert smallest_team({1: 2, 2: 1}, teams=3) == 3
    assert smallest_team({}, teams=2) == 1


def test_without_teams_there_is_no_team_board():
    assert team_standings([(0, 3), (0, 1)], teams=0) == []
