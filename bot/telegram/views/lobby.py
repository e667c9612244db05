"""How a lobby looks: what will be played, who is in, and the buttons to change it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.quiz.plan import Plan, Setting
from bot.quiz.teams import NAMES, SIGNS
from bot.services.announcements import LobbyShown
from bot.services.choosing import Topic
from bot.store.outbox import Outgoing
from bot.store.participants import Participant
from bot.store.rounds import StoredRound
from bot.telegram.callbacks import (
    SETTINGS,
    ChangeRound,
    ChooseTopic,
    JoinRound,
    LeaveRound,
    ListTopics,
    ShowCode,
    StartRound,
    StopRound,
)
from bot.telegram.markup import Html, bold, cut, escape, italic, joined
from bot.telegram.messages import Key, Keyboard, Place, edit, photo, text
from bot.telegram.plurals import counted
from bot.telegram.views.displays import purpose_of

_NAMES_SHOWN = 60
_NAME_LIMIT = 24
_TITLE_LIMIT = 40

SCORING = {
    "accuracy": "A right answer is a point, however fast.",
    "speed": "A right answer earns 1000 points in the first seconds, 500 at the end.",
}


def lobby(shown: LobbyShown) -> Outgoing:
    """The lobby, new or renewed; once it is over, without buttons."""
    stored, place = shown.stored, place_of(shown.stored)
    html, keys = _text(shown), _keys(shown)
    purpose = purpose_of("lobby", stored)
    if shown.message is None:
        return text(place, html, keys, purpose=purpose)
    return edit(place, shown.message, html, keys, purpose=purpose)


def topics(stored: StoredRound, message: int, known: Sequence[Topic]) -> Outgoing:
    """What a round can be about: every article is a button."""
    rows = [[Key("📚 All articles", ChooseTopic(stored.id, 0))]]
    rows += [
        [Key(cut(topic.title, _TITLE_LIMIT), ChooseTopic(stored.id, number))]
        for number, topic in enumerate(known[:20], start=1)
    ]
    return edit(place_of(stored), message, bold("What shall the round be about?"), rows)


def code(stored: StoredRound, picture: bytes, link: str) -> Outgoing:
    """The picture to project: who scans it, joins."""
    words = Html(f"{bold('Scan to join')}, or open {escape(link)}")
    return photo(place_of(stored), "join.png", picture, words)


def place_of(stored: StoredRound) -> Place:
    """Where a round's messages go: its group, and in a forum its topic."""
    return Place(stored.chat, stored.thread)


def link_to_join(stored: StoredRound, bot_username: str) -> str:
    """The address that lets whoever opens it in."""
    return f"https://t.me/{bot_username}?start=join_{stored.id}"


def _text(shown: LobbyShown) -> Html:
    stored, plan = shown.stored, shown.stored.round.plan
    if stored.round.is_over:
        return bold("This lobby is closed.")
    if stored.round.is_running:
        return joined(
            [bold("🎓 The round has begun"), escape("You can still join, or just vote.")]
        )
    many = counted(min(plan.count, shown.available), "question")
    lines = [
        Html(f"🎓 {bold('A round begins soon')}"),
        escape(f"{many}, {plan.seconds} seconds each. {SCORING[plan.scoring]}"),
    ]
    if shown.topic:
        lines.append(Html(f"About {italic(shown.topic)}."))
    if shown.only_approved:
        lines.append(escape("All questions were approved by an instructor."))
    if plan.streaks:
        lines.append(escape("From the third right answer in a row on, each earns a bonus."))
    return joined([joined(lines, between="\n"), _ready(plan, shown.players), escape(_how(stored))])


def _how(stored: StoredRound) -> str:
    if not stored.round.starts_itself or stored.round.due_at is None:
        return "Press Join. An administrator presses Start when all are in."
    minutes = max(1, round((stored.round.due_at - stored.opened_at) / 60))
    return f"Press Join. It starts by itself {minutes} min after it was announced."


def _ready(plan: Plan, players: Sequence[Participant]) -> Html:
    if not players:
        return escape("Nobody is in yet.")
    if not plan.teams:
        return Html(f"{bold(f'In ({len(players)}):')} {escape(_names(players))}")
    lines = []
    for team in range(1, plan.teams + 1):
        members = [player for player in players if player.team == team]
        head = bold(f"{SIGNS[team - 1]} {NAMES[team - 1]} ({len(members)}):")
        lines.append(Html(f"{head} {escape(_names(members))}"))
    return joined(lines, between="\n")


def _names(players: Sequence[Participant]) -> str:
    shown = ", ".join(cut(player.name, _NAME_LIMIT) for player in players[:_NAMES_SHOWN])
    more = len(players) - _NAMES_SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def _keys(shown: LobbyShown) -> Keyboard:
    stored, plan = shown.stored, shown.stored.round.plan
    if stored.round.is_over:
        return ()
    if stored.round.is_running:
        return [_join(stored)]
    return [
        [*_join(stored), Key("Leave", LeaveRound(stored.id))],
        [
            _change(stored, "count", counted(plan.count, "question")),
            _change(stored, "seconds", f"{plan.seconds} s each"),
        ],
        [
            Key(f"📚 {cut(shown.topic or 'All articles', 30)}", ListTopics(stored.id)),
            _change(stored, "scoring", f"Scoring: {plan.scoring}"),
        ],
        [
            _change(stored, "teams", f"Teams: {plan.teams or 'no'}"),
            _change(stored, "streaks", f"Streak bonus: {'yes' if plan.streaks else 'no'}"),
        ],
        [Key("📱 QR code", ShowCode(stored.id)), Key("Call off", StopRound(stored.id))],
        [Key("▶ Start", StartRound(stored.id))],
    ]


def _join(stored: StoredRound) -> list[Key]:
    teams = range(1, stored.round.plan.teams + 1)
    if not teams:
        return [Key("✋ Join", JoinRound(stored.id, 0))]
    return [Key(f"{SIGNS[t - 1]} {NAMES[t - 1]}", JoinRound(stored.id, t)) for t in teams]


def _change(stored: StoredRound, setting: Setting, label: str) -> Key:
    return Key(label, ChangeRound(stored.id, SETTINGS.index(setting)))
