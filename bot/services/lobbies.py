"""Before a round: it is announced, set up, joined and begun."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.quiz import events as e
from bot.quiz.plan import Plan, Setting
from bot.quiz.round import Phase, opened
from bot.quiz.teams import smallest_team
from bot.services.choosing import about
from bot.services.displaying import shown
from bot.services.practising import NothingToAsk
from bot.services.rounds import Announcements, Rounds
from bot.store import deadlines, participants, players, rounds
from bot.store.database import Transaction
from bot.store.players import Player
from bot.store.rounds import StoredRound


@dataclass(frozen=True, slots=True)
class Venue:
    """Where a round is held: a chat, in a forum group the topic, and the group's title."""

    chat: int
    thread: int | None
    title: str


class RoundRuns(Exception):  # noqa: N818 - it reads as the sentence it is
    """There is a round in this chat already; it is the argument."""

    def __init__(self, stored: StoredRound) -> None:
        super().__init__(stored.id)
        self.stored = stored


@dataclass(frozen=True, slots=True)
class Lobbies:
    """The lobbies of all groups."""

    rounds: Rounds

    async def plan_for(self, tx: Transaction, chat: int) -> Plan:
        """The settings of the last round here, or the usual ones."""
        last = await rounds.last_in(tx, chat)
        return last.round.plan if last else Plan()

    async def open(
        self,
        tx: Transaction,
        venue: Venue,
        plan: Plan,
        *,
        wait: float | None,
        instructor: Player | None,
        now: float,
    ) -> Announcements:
        """Open a lobby. Raises `RoundRuns`, and `NothingToAsk` for a library without questions."""
        if running := await rounds.running_in(tx, venue.chat):
            raise RoundRuns(running)
        if not await about(tx, venue.chat, plan.article):
            plan = replace(plan, article="")
        if not await about(tx, venue.chat, plan.article):
            raise NothingToAsk
        if instructor:
            await players.remember(tx, instructor, now)
        stored = await rounds.add(
            tx,
            opened(plan, now, wait),
            chat=venue.chat,
            thread=venue.thread,
            title=venue.title,
            instructor=instructor.id if instructor else None,
            now=now,
        )
        await deadlines.put(tx, stored.id, "move", stored.round.due_at)
        return await shown(tx, stored)

    async def change(
        self, tx: Transaction, stored: StoredRound, setting: Setting, now: float
    ) -> Announcements:
        """Give a setting its next usual value."""
        plan = stored.round.plan.cycled(setting)
        if setting == "teams":
            await participants.dissolve_teams(tx, stored.id, plan.teams)
        return await self._replan(tx, stored, plan, now)

    async def choose(
        self, tx: Transaction, stored: StoredRound, article: str, now: float
    ) -> Announcements:
        """Choose what the round is about; nothing for everything."""
        return await self._replan(tx, stored, replace(stored.round.plan, article=article), now)

    async def join(
        self, tx: Transaction, stored: StoredRound, player: Player, team: int, now: float
    ) -> bool:
        """Let a player in, or into another team; false where nothing changed."""
        await players.remember(tx, player, now)
        state = stored.round
        if state.plan.teams and not 1 <= team <= state.plan.teams:
            team = smallest_team(await participants.team_sizes(tx, stored.id), state.plan.teams)
        number = state.number + (state.open_number is None)
        is_new = await participants.add(tx, stored.id, player.id, team=team, number=number)
        if is_new:
            await self.rounds.happens(tx, stored, e.Joined(), now)
        elif state.plan.teams and state.phase is Phase.LOBBY:
            await participants.change_team(tx, stored.id, player.id, team)
        await self.rounds.refresh_soon(tx, stored, now)
        return is_new

    async def leave(self, tx: Transaction, stored: StoredRound, player: int, now: float) -> None:
        """Let a player out again, as long as nothing was asked."""
        if stored.round.phase is Phase.LOBBY:
            await participants.leave(tx, stored.id, player)
            await self.rounds.refresh_soon(tx, stored, now)

    async def start(
        self, tx: Transaction, stored: StoredRound, starter: Player, now: float
    ) -> Announcements:
        """Begin; who starts a round that an anonymous administrator opened runs it."""
        await players.remember(tx, starter, now)
        if stored.instructor is None:
            stored = replace(stored, instructor=starter.id)
        return await self.rounds.begin(tx, stored, now)

    async def _replan(
        self, tx: Transaction, stored: StoredRound, plan: Plan, now: float
    ) -> Announcements:
        if stored.round.phase is not Phase.LOBBY:
            return []
        changed = replace(stored, round=replace(stored.round, plan=plan))
        await rounds.save(tx, changed, now)
        return await shown(tx, changed)
