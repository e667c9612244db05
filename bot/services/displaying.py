"""The one message that shows where a round is: its lobby, its board, or its standings."""

from __future__ import annotations

from bot.services import boards
from bot.services.announcements import Announcement, BoardShown, LobbyShown, StandingsShown
from bot.services.choosing import about, topics
from bot.store import displays, libraries, participants
from bot.store.database import Transaction
from bot.store.displays import Display, Kind
from bot.store.rounds import StoredRound


async def shown(tx: Transaction, stored: StoredRound) -> list[Announcement]:
    """The message to post, or to renew; nothing while it is on its way.

    What is on its way is renewed when it arrives (`displays.delivered` says so).
    """
    kind = kind_of(stored)
    display = await _display(tx, stored, kind)
    if display is None:
        return []
    message = display.message
    if kind == "lobby":
        return [await _lobby(tx, stored, message)]
    board = await boards.of_round(tx, stored)
    if kind == "board":
        return [BoardShown(stored, message, board)]
    return [StandingsShown(stored, message, board, await boards.hardest_of(tx, stored))]


async def begun(tx: Transaction, stored: StoredRound) -> list[Announcement]:
    """The lobby of a round that has begun: its settings can't be changed any more."""
    display = await displays.load(tx, stored.id, "lobby")
    if display is None or display.message is None:
        return []
    return [await _lobby(tx, stored, display.message)]


def kind_of(stored: StoredRound) -> Kind:
    """Which of the three a round shows now."""
    if stored.round.is_running:
        return "board"
    return "standings" if stored.round.questions else "lobby"


async def _lobby(tx: Transaction, stored: StoredRound, message: int | None) -> LobbyShown:
    article = stored.round.plan.article
    known = await topics(tx, stored.chat)
    return LobbyShown(
        stored=stored,
        message=message,
        players=tuple(await participants.of_round(tx, stored.id)),
        topic=next((each.title for each in known if each.article == article), ""),
        available=len(await about(tx, stored.chat, article)),
        only_approved=(await libraries.studied(tx, stored.chat)).asks == "approved",
    )


async def _display(tx: Transaction, stored: StoredRound, kind: Kind) -> Display | None:
    display = await displays.load(tx, stored.id, kind)
    if display is None:
        await displays.begin(tx, stored.id, kind)
        return Display(None)
    if display.message is None:
        await displays.outdate(tx, stored.id, kind)
        return None
    return display
