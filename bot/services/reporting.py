"""What an instructor learns from rounds: which questions failed, what was believed.

Pure: rows go in, a report comes out. The statistics are those of `bot.quiz.statistics`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from bot.quiz.scoring import Ballot, tallies
from bot.quiz.statistics import (
    Share,
    alpha,
    discrimination,
    discriminative_efficiency,
    standard_deviation,
)
from bot.store.posts import COUNTING
from bot.store.report_rows import AnswerRow, AskedRow, RoundRows
from knowledge.models import Question


@dataclass(frozen=True, slots=True)
class Chosen:
    """An option, by whom it was chosen, and how right these were in the other questions."""

    text: str
    is_key: bool
    players: tuple[str, ...]
    rest: float | None


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """A question, over all the rounds that asked it.

    ``share`` is of those who had joined: who did not answer was not right. ``seconds`` is how
    long it was open, on average. ``is_doubted`` while or because its key is in doubt.
    """

    number: int
    question: Question
    share: Share
    answered: int
    discrimination: float | None
    efficiency: float | None
    options: tuple[Chosen, ...]
    seconds: float | None
    flags: int
    is_doubted: bool

    @property
    def has_suspicious_key(self) -> bool:
        """Whether players who chose some wrong option did better elsewhere than who chose the key.

        With a handful of players that is chance; from five for each it is the best single alarm.
        """
        right = next((o.rest for o in self.options if o.is_key and len(o.players) >= _FEW), None)
        wrong = [o.rest for o in self.options if not o.is_key and len(o.players) >= _FEW]
        return right is not None and any(rest is not None and rest > right for rest in wrong)


@dataclass(frozen=True, slots=True)
class StudentReport:
    """A player over all rounds: how often they took part, how many they had right."""

    name: str
    rounds: int
    right: int
    answered: int
    played: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything about one round, or about several.

    ``alpha`` and ``deviation`` (of the share right, between players) are for one round only;
    ``progress`` is the mean of points after each of its questions.
    """

    title: str
    rounds: int
    questions: tuple[QuestionReport, ...]
    students: tuple[StudentReport, ...]
    alpha: float | None
    deviation: float | None
    progress: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Asking:
    """One asking of a question, with each player's mark for it and for the rest."""

    row: AskedRow
    pairs: Mapping[int, tuple[float, float]]
    answers: Sequence[AnswerRow]


_FEW = 5


def report(rows: Sequence[RoundRows]) -> Report:
    """The report on these rounds; questions are in the order of asking, each form by itself."""
    askings: defaultdict[tuple[str, tuple[str, ...]], list[_Asking]] = defaultdict(list)
    for each in rows:
        for asking in _askings(each):
            question = asking.row.question
            askings[question.id, question.options].append(asking)
    names = {player.player: player.name for each in rows for player in each.players}
    matrix = _matrix(rows[0]) if len(rows) == 1 else []
    titles = list(dict.fromkeys(each.stored.title for each in rows if each.stored.title))
    return Report(
        title=", ".join(titles[:3]),
        rounds=len(rows),
        questions=tuple(
            _question(number, found, names)
            for number, found in enumerate(askings.values(), start=1)
        ),
        students=_students(rows),
        alpha=alpha(matrix),
        deviation=standard_deviation([fmean(row) for row in matrix if row]),
        progress=tuple(_progress(rows[0])) if len(rows) == 1 else (),
    )


def _askings(rows: RoundRows) -> Iterable[_Asking]:
    marks = _marks(rows)
    by_post: defaultdict[int, list[AnswerRow]] = defaultdict(list)
    for answer in rows.answers:
        by_post[answer.post].append(answer)
    for asked in rows.asked:
        pairs = {}
        for player, own in marks.items():
            others = [mark for number, mark in own.items() if number != asked.number]
            if asked.number in own and others:
                pairs[player] = (own[asked.number], fmean(others))
        yield _Asking(asked, pairs, by_post[asked.post])


def _marks(rows: RoundRows) -> dict[int, dict[int, float]]:
    """For each player the marks (0 or 1) of the questions they were there for."""
    number_of = {asked.post: asked.number for asked in rows.asked}
    right = {(a.player, number_of[a.post]) for a in rows.answers if a.is_right}
    return {
        player.player: {
            asked.number: float((player.player, asked.number) in right)
            for asked in rows.asked
            if asked.number >= player.first_number
        }
        for player in rows.players
    }


def _matrix(rows: RoundRows) -> list[list[float]]:
    counted = [asked.number for asked in rows.asked if asked.validity in COUNTING]
    return [
        [own[number] for number in counted]
        for own in _marks(rows).values()
        if all(number in own for number in counted)
    ]


def _question(number: int, askings: Sequence[_Asking], names: Mapping[int, str]) -> QuestionReport:
    pairs = [pair for asking in askings for pair in asking.pairs.values()]
    answers = [answer for asking in askings for answer in asking.answers]
    right = sum(answer.is_right for answer in answers)
    seconds = [a.row.seconds for a in askings if a.row.seconds is not None]
    last = askings[-1].row
    return QuestionReport(
        number=number,
        question=last.question,
        share=Share(right, max(len(answers), sum(len(a.pairs) for a in askings))),
        answered=len(answers),
        discrimination=discrimination(pairs),
        efficiency=discriminative_efficiency(pairs),
        options=tuple(_options(askings, last.question, names)),
        seconds=fmean(seconds) if seconds else None,
        flags=sum(asking.row.flags for asking in askings),
        is_doubted=last.validity not in COUNTING,
    )


def _options(
    askings: Sequence[_Asking], question: Question, names: Mapping[int, str]
) -> Iterable[Chosen]:
    for index, text in enumerate(question.options):
        chosen = [(a, given) for a in askings for given in a.answers if given.choice == index]
        rests = [a.pairs[given.player][1] for a, given in chosen if given.player in a.pairs]
        yield Chosen(
            text=text,
            is_key=index == question.key,
            players=tuple(names.get(given.player, "?") for _, given in chosen),
            rest=fmean(rests) if rests else None,
        )


def _students(rows: Sequence[RoundRows]) -> tuple[StudentReport, ...]:
    totals: dict[int, StudentReport] = {}
    for each in rows:
        counted = {a.post: a.number for a in each.asked if a.validity in COUNTING}
        given: defaultdict[int, list[bool]] = defaultdict(list)
        for answer in each.answers:
            if answer.post in counted:
                given[answer.player].append(answer.is_right)
        for player in each.players:
            before = totals.get(player.player, StudentReport(player.name, 0, 0, 0, 0))
            own = given[player.player]
            totals[player.player] = StudentReport(
                name=player.name,
                rounds=before.rounds + 1,
                right=before.right + sum(own),
                answered=before.answered + len(own),
                played=before.played + sum(n >= player.first_number for n in counted.values()),
            )
    return tuple(sorted(totals.values(), key=lambda s: (-s.right, s.name.casefold())))


def _progress(rows: RoundRows) -> Iterable[float]:
    number_of = {asked.post: asked.number for asked in rows.asked}
    ballots = [
        Ballot(a.player, number_of[a.post], is_right=a.is_right, seconds=a.seconds)
        for a in rows.answers
    ]
    counted = [asked.number for asked in rows.asked if asked.validity in COUNTING]
    everybody = max(1, len(rows.players))
    for end in range(1, len(counted) + 1):
        earned = tallies(rows.stored.round.plan, counted[:end], ballots)
        yield sum(tally.points for tally in earned.values()) / everybody
