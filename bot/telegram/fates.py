"""What becomes of a posted message once Telegram has taken it, refused it, or left us in doubt.

The sender calls these in the transaction that records the outcome; ``purpose`` is what the view
gave the message (``post:17``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.services import Services, groups
from bot.services.rounds import Announcements
from bot.store import additions, deadlines, displays, outbox, posts
from bot.store.database import Transaction
from bot.store.displays import Kind
from bot.store.outbox import Failure, Pending, Refused
from bot.store.posts import Post
from bot.telegram.messages import Place, repeated
from bot.telegram.views import quiz as view
from bot.telegram.views.displays import KINDS
from bot.telegram.views.libraries import ADDITION
from bot.telegram.views.rounds import said

_FRESH_SECONDS = 600.0
"""A message that has waited longer is not worth repeating."""


@dataclass(frozen=True, slots=True)
class Fates:
    """The fates of messages that matter after they are sent."""

    services: Services
    bot_username: str

    async def delivered(self, tx: Transaction, purpose: str, result: Any) -> None:
        """The message stands in the chat: votes for it can be understood, it can be edited."""
        kind, _, number = purpose.partition(":")
        if kind == view.POST:
            await self._posted(tx, int(number), result)
        elif kind == ADDITION:
            await additions.make_ready(tx, int(number), result["message_id"])
        elif kind in KINDS and result:  # an edit that changed nothing has no result
            await self._displayed(tx, kind, int(number), result["message_id"])

    async def failed(self, tx: Transaction, purpose: str, failure: Failure) -> None:
        """The message does not stand in the chat, or nobody knows."""
        kind, _, number = purpose.partition(":")
        if kind == view.POST:
            post = await posts.load(tx, int(number))
            if post is not None:
                await self._not_posted(tx, post, failure)
        elif kind == ADDITION:
            await additions.make_ready(tx, int(number), None)
        elif kind in KINDS:
            await displays.lose(tx, int(number), kind)

    async def doubted(self, tx: Transaction, call: Pending) -> None:
        """A message may not have arrived: it is sent once more, and says why.

        Somebody who asked something rather reads an answer twice than never.
        """
        now = self.services.clock()
        if call.method == "sendMessage" and now - call.queued_at < _FRESH_SECONDS:
            again = repeated(call.chat, call.params)
            if again is not None:
                await outbox.enqueue(tx, [again], now)

    async def migrated(self, tx: Transaction, old: int, new: int) -> None:
        """A group became a supergroup: everything continues under the new id."""
        now = self.services.clock()
        told = await groups.moved(tx, self.services.rounds, old, new, now)
        await self._tell(tx, told, now)

    async def _posted(self, tx: Transaction, post_id: int, result: Mapping[str, Any]) -> None:
        now = self.services.clock()
        poll, message = result["poll"]["id"], result["message_id"]
        await posts.delivered(tx, post_id, poll=poll, message=message, now=now)
        post = await posts.load(tx, post_id)
        if post is not None and post.round is not None:
            await self._tell(tx, await self.services.rounds.posted(tx, post, now), now)

    async def _displayed(self, tx: Transaction, kind: Kind, round_id: int, message: int) -> None:
        if await displays.delivered(tx, round_id, kind, message):
            await deadlines.put(tx, round_id, "refresh", self.services.clock())

    async def _not_posted(self, tx: Transaction, post: Post, failure: Failure) -> None:
        if post.round is not None:
            now = self.services.clock()
            told = await self.services.rounds.not_posted(tx, post, failure, now)
            await self._tell(tx, told, now)
        elif isinstance(failure, Refused):
            await self._refused(tx, post, failure)
        else:
            await self._in_doubt(tx, post)

    async def _tell(self, tx: Transaction, told: Announcements, now: float) -> None:
        await outbox.enqueue(tx, said(told, self.bot_username), now)

    async def _refused(self, tx: Transaction, post: Post, refusal: Refused) -> None:
        now = self.services.clock()
        await posts.close(tx, post.id, now)
        if post.practice is not None:
            await self.services.practising.stop(tx, post.chat, now)
        if not refusal.is_blocked:
            await outbox.enqueue(tx, [view.could_not_post(Place(post.chat))], now)

    async def _in_doubt(self, tx: Transaction, post: Post) -> None:
        now = self.services.clock()
        again = await self.services.practising.ask_again(tx, post, now)
        if again is not None:
            place = Place(post.chat)
            messages = [view.lost_question(place), view.question(place, again)]
            await outbox.enqueue(tx, messages, now)
