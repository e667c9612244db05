"""The course of rounds: each event is put to the state machine, and its deeds are done.

Everything a round is stands in the database; what the chat is told comes back as announcements.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from bot.quiz import events as e
from bot.quiz.events import Deed, Event, Notice
from bot.quiz.round import advance
from bot.quiz.teams import smallest_team
from bot.services.announcements import Announcement, QuestionAsked, QuestionEnded, Told
from bot.services.choosing import questions_for
from bot.services.displaying import begun, shown
from bot.services.posing import pose
from bot.store import (
    deadlines,
    displays,
    leaders,
    participants,
    posts,
    questions,
    round_posts,
    rounds,
)
from bot.store.calls import Failure, Uncertain
from bot.store.database import Transaction
from bot.store.deadlines import Deadline
from bot.store.posts import Post
from bot.store.rounds import StoredRound

Announcements = list[Announcement]
_MISSING_RIGHTS = ("rights", "forbidden", "restricted", "chat not found", "topic", "thread")
"""Words by which Telegram refuses what may be sent later, rather than what can never be."""
_REFRESH_SECONDS = 4.0
"""How long changes of a message are gathered: edits count as messages, of which twenty a minute
may be sent to a group."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """The rounds of all groups."""

    random: Random

    async def happens(
        self, tx: Transaction, stored: StoredRound, event: Event, now: float
    ) -> Announcements:
        """Put an event to a round; what the chat is to be told."""
        state, deeds = advance(stored.round, event)
        if state != stored.round:
            stored = replace(stored, round=state)
            await rounds.save(tx, stored, now)
            await deadlines.put(tx, stored.id, "move", state.due_at)
        told: Announcements = []
        for deed in deeds:
            told += await self._do(tx, stored, deed, now)
        return told

    async def happens_in(
        self, tx: Transaction, chat: int, event: Event, now: float
    ) -> Announcements | None:
        """Put an event to the round in a chat; None where there is none."""
        stored = await rounds.running_in(tx, chat)
        return None if stored is None else await self.happens(tx, stored, event, now)

    async def begin(self, tx: Transaction, stored: StoredRound, now: float) -> Announcements:
        """Choose the questions and ask the first one."""
        chosen = await questions_for(tx, stored, self.random)
        if not chosen:  # they were taken out of the library since the lobby was opened
            return await self.happens(tx, stored, e.StopAsked(), now)
        told = await self.happens(tx, stored, e.Begun(chosen), now)
        return [*told, *await self._close_lobby(tx, stored)] if told else []

    async def _close_lobby(self, tx: Transaction, stored: StoredRound) -> Announcements:
        now = await rounds.load(tx, stored.id)
        return await begun(tx, now) if now else []

    async def tick(self, tx: Transaction, deadline: Deadline, now: float) -> Announcements:
        """A deadline has come."""
        stored = await rounds.load(tx, deadline.round)
        if stored is None or deadline.kind == "refresh":
            await deadlines.take_away(tx, deadline)
            return await shown(tx, stored) if stored else []
        await deadlines.put(tx, stored.id, "move", stored.round.due_at)
        return await self.happens(tx, stored, e.Ticked(now), now)

    async def answered(
        self, tx: Transaction, post: Post, player: int, now: float
    ) -> Announcements:
        """A player has given their one answer to a question, closed by now or not."""
        stored = await rounds.load(tx, post.round or 0)
        if stored is None:
            return []
        team = 0
        if stored.round.plan.teams:
            sizes = await participants.team_sizes(tx, stored.id)
            team = smallest_team(sizes, stored.round.plan.teams)
        is_new = await participants.add(tx, stored.id, player, team=team, number=post.number)
        was_awaited = await participants.answered(tx, stored.id, player, post.number)
        voted = e.Voted(post.number, was_awaited=was_awaited and not is_new, now=now)
        if stored.round.open_number == post.number:
            return await self.happens(tx, stored, voted, now)
        await self.refresh_soon(tx, stored, now)
        return []

    async def posted(self, tx: Transaction, post: Post, now: float) -> Announcements:
        """Telegram has accepted a question."""
        stored = await rounds.load(tx, post.round or 0)
        if stored is None:
            return []
        if post.validity == "void":
            return await self._end(tx, post, now)
        awaited = await participants.expected(tx, stored.id)
        return await self.happens(tx, stored, e.Posted(post.number, awaited, now), now)

    async def not_posted(
        self, tx: Transaction, post: Post, failure: Failure, now: float
    ) -> Announcements:
        """Telegram has refused a question, or nobody knows."""
        stored = await rounds.load(tx, post.round or 0)
        if stored is None or post.validity == "void":
            return []
        return await self.happens(tx, stored, _event_of(failure, post.number, now), now)

    async def move(self, tx: Transaction, old: int, new: int, now: float) -> Announcements:
        """A group became a supergroup: its round goes on there, with new messages."""
        stored = await rounds.running_in(tx, old)
        await posts.move_chat(tx, old, new)
        await rounds.move_chat(tx, old, new)
        await leaders.move_chat(tx, old, new)
        if stored is None:
            return []
        await displays.lose(tx, stored.id)
        moved = replace(stored, chat=new, thread=None)
        return await self.happens(tx, moved, e.Moved(), now)

    async def come_back(self, tx: Transaction, now: float) -> Announcements:
        """The bot starts: every round that was open goes on, and says so."""
        told: Announcements = []
        for stored in await rounds.unfinished(tx):
            told += await self.happens(tx, stored, e.Restarted(now), now)
        return told

    async def refresh_soon(self, tx: Transaction, stored: StoredRound, now: float) -> None:
        """Renew the round's message in a moment, together with what else changes until then."""
        await deadlines.put_first(tx, stored.id, "refresh", now + _REFRESH_SECONDS)

    async def _do(
        self, tx: Transaction, stored: StoredRound, deed: Deed, now: float
    ) -> Announcements:
        match deed:
            case e.Ask(number):
                return await self._ask(tx, stored, number, now)
            case e.Close(number) | e.Void(number) | e.Untime(number):
                post = await round_posts.in_round(tx, stored.id, number)
                return [] if post is None else await self._about(tx, deed, post, now)
            case e.BeginNow():
                return await self.begin(tx, stored, now)
            case e.Say(notice):
                return [Told(stored, notice), *await self._after(tx, stored, notice)]
            case e.ShowBoard() | e.Finish():
                return await shown(tx, stored)
        return []  # TakeBack: such a post is void already, and was ended when it arrived

    async def _after(self, tx: Transaction, stored: StoredRound, notice: Notice) -> Announcements:
        if notice in {Notice.CANCELLED, Notice.EXPIRED}:  # the lobby's buttons are to go
            return await shown(tx, stored)
        return []

    async def _ask(
        self, tx: Transaction, stored: StoredRound, number: int, now: float
    ) -> Announcements:
        state = stored.round
        question = await questions.load(tx, state.questions[number - 1])
        posed = await pose(tx, question, chat=stored.chat, random=self.random, now=now)
        post = await round_posts.assign(tx, posed.post, stored.id, number)
        posed = replace(posed, post=post, number=number, total=len(state.questions))
        return [QuestionAsked(stored, posed)]

    async def _about(self, tx: Transaction, deed: Deed, post: Post, now: float) -> Announcements:
        match deed:
            case e.Close(number):
                await participants.close_question(tx, post.round or 0, number)
            case e.Void():
                await round_posts.set_validity(tx, post.id, "void")
            case e.Untime():
                await round_posts.untime(tx, post.id)
                return []
        return await self._end(tx, post, now)

    async def _end(self, tx: Transaction, post: Post, now: float) -> Announcements:
        await posts.close(tx, post.id, now)
        return [] if post.message is None else [QuestionEnded(post)]


def _event_of(failure: Failure, number: int, now: float) -> Event:
    if isinstance(failure, Uncertain):
        return e.InDoubt(number)
    words = failure.description.lower()
    if failure.is_blocked or any(word in words for word in _MISSING_RIGHTS):
        return e.Refused(number, now)
    return e.Unusable(number)
