"""How a round looks in its chat: questions, the board, the standings, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from bot.quiz.events import Notice
from bot.quiz.plan import Plan
from bot.quiz.round import Phase
from bot.quiz.standings import Standing
from bot.quiz.teams import NAMES, SIGNS, TeamStanding
from bot.services.announcements import (
    Announcement,
    BoardShown,
    DoubtSettled,
    LobbyShown,
    QuestionAsked,
    QuestionEnded,
    QuestionSuspended,
    StandingsShown,
    Told,
)
from bot.services.boards import Board, Hardest
from bot.store.outbox import Outgoing
from bot.store.posts import Post
from bot.store.rounds import StoredRound
from bot.telegram.callbacks import DoubtKey, PauseRound, ResumeRound, SettleDoubt, StopRound
from bot.telegram.markup import Html, bold, cut, escape, joined
from bot.telegram.messages import Key, Keyboard, edit, stop_poll, text
from bot.telegram.plurals import counted
from bot.telegram.views import quiz
from bot.telegram.views.displays import purpose_of
from bot.telegram.views.lobby import SCORING, lobby, place_of

_SHOWN_WHILE_RUNNING, _SHOWN_AT_THE_END = 10, 40
_NAME_LIMIT = 32
_MEDALS = {1: "🥇", 2: "🥈", 3: "🥉"}


def said(announcements: Iterable[Announcement], bot_username: str) -> list[Outgoing]:
    """The announcements as messages, in order."""
    return [_message(announcement, bot_username) for announcement in announcements]


def _message(told: Announcement, bot_username: str) -> Outgoing:
    match told:
        case LobbyShown():
            return lobby(told)
        case QuestionAsked() | QuestionEnded():
            return _poll(told)
        case BoardShown():
            return _board(told)
        case StandingsShown():
            return _standings(told, bot_username)
        case Told(stored, notice):
            return _notice(stored, notice)
    return _doubt(told)


def _poll(told: QuestionAsked | QuestionEnded) -> Outgoing:
    if isinstance(told, QuestionEnded):
        return stop_poll(told.post.chat, told.post.message or 0, _doubt_key(told.post))
    place, seconds = place_of(told.stored), told.stored.round.plan.seconds
    return quiz.question(place, told.posed, seconds=seconds, keyboard=_doubt_key(told.posed.post))


def _doubt_key(post: Post) -> Keyboard:
    return [[Key("⚑ The marked answer is wrong", DoubtKey(post.id))]]


def _board(shown: BoardShown) -> Outgoing:
    stored, board, state = shown.stored, shown.board, shown.stored.round
    total = len(state.questions)
    if not board.counted:
        words = f"{counted(total, 'question')}, {state.plan.seconds} seconds each."
        parts = [
            Html(f"🎓 {bold('The round begins')}"),
            escape(f"{words} {SCORING[state.plan.scoring]} You can join late."),
        ]
    else:
        closed = state.number - (state.open_number is not None)
        parts = [bold(f"Board after question {closed} of {total}")]
        parts += _ranking(state.plan, board, _SHOWN_WHILE_RUNNING)
    if board.last is not None:
        right = f"The last question: {board.last.part} of {board.last.whole} right."
        parts.append(escape(right))
    html, keys = joined(parts, between="\n"), _control(stored)
    purpose = purpose_of("board", stored)
    if shown.message is None:
        return text(place_of(stored), html, keys, purpose=purpose)
    return edit(place_of(stored), shown.message, html, keys, purpose=purpose)


def _control(stored: StoredRound) -> Keyboard:
    is_halted = stored.round.phase is Phase.PAUSED or stored.round.is_pausing
    go = (
        Key("▶ Resume", ResumeRound(stored.id))
        if is_halted
        else Key("⏸ Pause", PauseRound(stored.id))
    )
    return [[go, Key("⏹ Stop", StopRound(stored.id))]]


def _standings(shown: StandingsShown, bot_username: str) -> Outgoing:
    stored, board = shown.stored, shown.board
    head = Html(f"🏁 {bold('The round is over')}")
    if not board.counted or not board.standings:
        parts = [head, escape("Nothing was answered that counts.")]
    else:
        asked = f"{board.counted} {'question counts' if board.counted == 1 else 'questions count'}"
        ranking = _ranking(stored.round.plan, board, _SHOWN_AT_THE_END)
        parts = [head, joined([escape(f"{asked}."), *ranking], between="\n")]
    if shown.hardest:
        lines = [bold("The hardest:"), *map(_hardest, shown.hardest)]
        parts.append(joined(lines, between="\n"))
    address = f"https://t.me/{bot_username}?start="
    keys = [
        [Key("📝 Review your mistakes", url=f"{address}review_{stored.id}")],
        [Key("📊 Report for the instructor", url=f"{address}report_{stored.id}")],
    ]
    html, purpose = joined(parts), purpose_of("standings", stored)
    if shown.message is None:
        return text(place_of(stored), html, keys, purpose=purpose)
    return edit(place_of(stored), shown.message, html, keys, purpose=purpose)


def _ranking(plan: Plan, board: Board, most: int) -> list[Html]:
    lines = [_team(team) for team in board.teams]
    lines += [Html("")] if lines else []
    lines += [_line(plan, standing) for standing in board.standings[:most]]
    if len(board.standings) > most:
        lines.append(escape(f"… and {len(board.standings) - most} more"))
    if board.doubtful:
        lines.append(escape(_left_out(board.doubtful)))
    return lines


def _team(standing: TeamStanding) -> Html:
    name = f"{SIGNS[standing.team - 1]} {bold(NAMES[standing.team - 1])}"
    mean = f"{float(standing.mean):.2f} on average ({standing.members})"
    return Html(f"{_medal(standing.place, standing.mean)} {name}: {mean}")


def _line(plan: Plan, standing: Standing) -> Html:
    score = standing.score
    name = escape(cut(score.name, _NAME_LIMIT))
    team = f"{SIGNS[score.team - 1]} " if score.team else ""
    right, medal = f"{score.right} of {score.played}", _medal(standing.place, score.points)
    if plan.scoring == "accuracy" and not plan.streaks:
        return Html(f"{medal} {team}{name}: {bold(right)}")
    points = bold(f"{score.points:,}")
    return Html(f"{medal} {team}{name}: {points} ({right} right)")


def _medal(place: int, points: Fraction | int) -> str:
    return _MEDALS.get(place, f"{place}.") if points else f"{place}."


def _left_out(numbers: Sequence[int]) -> str:
    which = ", ".join(map(str, numbers))
    if len(numbers) == 1:
        return f"Question {which} was doubted and does not count."
    return f"Questions {which} were doubted and do not count."


def _hardest(hard: Hardest) -> Html:
    right = f"{hard.share_right.part} of {hard.share_right.whole} right"
    stem = escape(cut(hard.question.stem, 200))
    return Html(f"{hard.number}. {stem} {bold(hard.question.answer)} ({escape(right)})")


def _notice(stored: StoredRound, notice: Notice) -> Outgoing:
    is_paused = stored.round.phase is Phase.PAUSED
    keys: Keyboard = [[Key("▶ Resume", ResumeRound(stored.id))]] if is_paused else ()
    state = stored.round
    words = _NOTICES[notice].format(number=state.number, total=len(state.questions))
    if notice is Notice.MOVED and state.phase is Phase.ASKING:
        words += f" I ask question {state.number} again; only what you vote now counts."
    return text(place_of(stored), escape(words), keys)


def waiting(stored: StoredRound) -> Outgoing:
    """When the bot may write again in a group whose round was interrupted."""
    state = stored.round
    words = (
        f"I am back. The round waits after question {state.number} of {len(state.questions)}: "
        "press Resume to go on."
    )
    keys = [[Key("▶ Resume", ResumeRound(stored.id)), Key("⏹ Stop", StopRound(stored.id))]]
    return text(place_of(stored), escape(words), keys)


def _doubt(told: QuestionSuspended | DoubtSettled) -> Outgoing:
    number, place = told.post.number, place_of(told.stored)
    if isinstance(told, QuestionSuspended):
        words = (
            f"⚑ Two players say that the marked answer of question {number} is wrong. It does not "
            "count until an administrator decides; the board is recounted without it."
        )
        keys = [
            [
                Key("The answer is right", SettleDoubt(told.post.id, 1)),
                Key("Drop the question", SettleDoubt(told.post.id, 0)),
            ]
        ]
        return text(place, escape(words), keys)
    if told.is_confirmed:
        words = (
            f"The marked answer of question {number} is right: it counts again. "
            "The board is recounted."
        )
    else:
        words = f"Question {number} is dropped: it counts for nobody. The board is recounted."
    return text(place, escape(words))


_NOTICES = {
    Notice.PAUSING: "⏸ I pause after this question.",
    Notice.PAUSED: "⏸ Paused after question {number} of {total}. An administrator goes on with "
    "Resume.",
    Notice.RESUMED: "▶ On we go.",
    Notice.BACK: "I was away for a moment. Question {number} of {total} goes on, and votes that "
    "you gave meanwhile count.",
    Notice.LONG_AWAY: "I was away for a while, so the round is paused after question {number} of "
    "{total}. All votes count. An administrator goes on with Resume.",
    Notice.CANNOT_POST: "I may not send polls here, so the round is paused. An administrator has "
    "to allow members (or me) to send polls, and then presses Resume.",
    Notice.IN_DOUBT: "I can't tell whether question {number} arrived, so here it is once more. "
    "Only this one counts.",
    Notice.UNUSABLE: "One question can't be shown as a poll, so I leave it out.",
    Notice.MOVED: "This group became a supergroup. The round goes on here.",
    Notice.CANCELLED: "The round was called off. /quiz opens a new one.",
    Notice.EXPIRED: "Nobody started the round within an hour. /quiz opens a new one.",
}
