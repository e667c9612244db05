"""Who leads: in a round, recounted from the answers each time, and in a chat over a while."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.quiz.scoring import Ballot, Tally, tallies
from bot.quiz.standings import Score, Standing, standings
from bot.quiz.statistics import Share
from bot.quiz.teams import TeamStanding, team_standings
from bot.store import answers, participants, questions, round_posts
from bot.store.database import Transaction
from bot.store.participants import Participant
from bot.store.posts import COUNTING, Post
from bot.store.rounds import StoredRound
from knowledge.models import Question

DAY_SECONDS = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Board:
    """A round's standings after ``counted`` of the questions that were asked.

    ``doubtful`` are numbers of questions that do not count at present; ``last`` tells how many
    were right in the newest closed question, of those who were there.
    """

    standings: Sequence[Standing]
    teams: Sequence[TeamStanding]
    counted: int
    doubtful: tuple[int, ...]
    last: Share | None


@dataclass(frozen=True, slots=True)
class Hardest:
    """A question that few had right."""

    number: int
    question: Question
    share_right: Share


async def of_chat(tx: Transaction, chat: int, since: float = 0.0) -> list[Standing]:
    """Everyone who answered in a chat since then, best first."""
    return standings(await answers.scores_in(tx, chat, since))


async def of_round(tx: Transaction, stored: StoredRound) -> Board:
    """The round's board as the answers in the database make it."""
    posts = await round_posts.of_round(tx, stored.id)
    ballots = await answers.ballots(tx, stored.id)
    players = await participants.of_round(tx, stored.id)
    counted = [p.number for p in posts if p.validity in COUNTING and not _is_open(p, stored)]
    plan = stored.round.plan
    tally = tallies(plan, counted, ballots)
    scores = [_score(p, tally.get(p.player, Tally()), counted) for p in players]
    present = [score for score in scores if score.played]
    return Board(
        standings=standings(present),
        teams=team_standings(((s.team, s.points) for s in present), plan.teams),
        counted=len(counted),
        doubtful=tuple(p.number for p in posts if p.validity in {"suspended", "dropped"}),
        last=shares_right(ballots, players, counted[-1:])[0] if counted else None,
    )


async def hardest_of(tx: Transaction, stored: StoredRound, most: int = 3) -> tuple[Hardest, ...]:
    """The questions with the smallest share of right answers, the hardest first."""
    posts = {
        post.number: post
        for post in await round_posts.of_round(tx, stored.id)
        if post.validity in COUNTING
    }
    players = await participants.of_round(tx, stored.id)
    ballots = await answers.ballots(tx, stored.id)
    shares = shares_right(ballots, players, list(posts))
    missed = [(s, n) for s, n in zip(shares, posts, strict=True) if s.part < s.whole]
    missed.sort(key=lambda pair: (pair[0].value, pair[1]))
    return tuple(
        [
            Hardest(number, await questions.load(tx, posts[number].version), share)
            for share, number in missed[:most]
        ]
    )


def shares_right(
    ballots: Iterable[Ballot], players: Sequence[Participant], numbers: Sequence[int]
) -> list[Share]:
    """For each question how many were right, of those who had joined by then."""
    right = Counter(ballot.number for ballot in ballots if ballot.is_right)
    return [
        Share(right[number], sum(player.first_number <= number for player in players))
        for number in numbers
    ]


def _is_open(post: Post, stored: StoredRound) -> bool:
    return post.number == stored.round.open_number


def _score(player: Participant, tally: Tally, counted: Sequence[int]) -> Score:
    return Score(
        player=player.player,
        name=player.name,
        points=tally.points,
        answered=tally.answered,
        right=tally.right,
        played=sum(number >= player.first_number for number in counted),
        team=player.team,
    )
