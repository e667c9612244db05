"""How scores look."""

from __future__ import annotations

from collections.abc import Sequence

from bot.quiz.standings import Standing
from bot.store.answers import Tally
from bot.store.outbox import Outgoing
from bot.telegram.callbacks import ShowTop, StartQuiz
from bot.telegram.markup import Html, bold, cut, escape, joined
from bot.telegram.messages import Key, Place, edit, text

_SHOWN = 20
_NAME_LIMIT = 40
SPANS = {7: "Week", 30: "Month", 0: "All time"}
"""What /top can be limited to, in days."""
_MEDALS = {1: "🥇", 2: "🥈", 3: "🥉"}


def score(place: Place, name: str, tally: Tally, *, is_private: bool) -> Outgoing:
    """One player's answers everywhere."""
    keyboard = [[Key("Take a quiz", StartQuiz(5))]] if is_private else []
    who = "You have" if is_private else f"{cut(name, _NAME_LIMIT)} has"
    if not tally.answered:
        return text(
            place, escape(f"{who} not answered a question yet. /quiz asks some."), keyboard
        )
    share = round(100 * tally.right / tally.answered)
    head = Html(f"{escape(who)} {bold(f'{tally.right} of {tally.answered}')} right ({share} %).")
    return text(place, head, keyboard)


def board(
    place: Place, standings: Sequence[Standing], days: int = 0, *, message: int | None = None
) -> Outgoing:
    """A group's board of so many days (0 for all time), best first; ties share a place."""
    html = _board(standings, days)
    others = [Key(name, ShowTop(span)) for span, name in SPANS.items() if span != days]
    if message is None:
        return text(place, html, [others])
    return edit(place, message, html, [others])


def board_is_for_groups(place: Place) -> Outgoing:
    """After /top in private."""
    words = "A board belongs to a group: add me to one and send /quiz there. /score shows yours."
    return text(place, escape(words))


def no_score_for_anonymous(place: Place) -> Outgoing:
    """After /score by somebody who speaks as the group."""
    words = "You speak as the group, so I can't tell whose score you mean. Ask me in private."
    return text(place, escape(words))


def _board(standings: Sequence[Standing], days: int) -> Html:
    head = bold("Board" if not days else f"Board of the last {days} days")
    if not standings:
        words = "Nobody has answered here yet. /quiz opens a round."
        return joined([head, escape(words)], between="\n")
    lines = [_line(standing) for standing in standings[:_SHOWN]]
    rest = len(standings) - _SHOWN
    more = [escape(f"… and {rest} more")] if rest > 0 else []
    return joined([head, *lines, *more], between="\n")


def _line(standing: Standing) -> Html:
    found = standing.score
    place = _MEDALS.get(standing.place, f"{standing.place}.")
    name = cut(found.name, _NAME_LIMIT)
    return Html(f"{place} {escape(name)}: {bold(str(found.points))} of {found.answered}")
