"""What becomes of a posted question once Telegram has taken it, refused it, or left us in doubt.

The sender calls these in the transaction that records the outcome; ``purpose`` is what the view
gave the message (``post:17``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.services import Services
from bot.store import outbox, posts
from bot.store.database import Transaction
from bot.store.outbox import Failure, Refused
from bot.store.posts import Post
from bot.telegram.messages import Place
from bot.telegram.views import quiz as view


@dataclass(frozen=True, slots=True)
class Deliveries:
    """The fates of messages that matter after they are sent."""

    services: Services

    async def delivered(self, tx: Transaction, purpose: str, result: Mapping[str, Any]) -> None:
        """The question stands in the chat: from now on its votes can be understood."""
        post = await _post(tx, purpose)
        if post is not None:
            await posts.delivered(
                tx, post.id, poll=result["poll"]["id"], message=result["message_id"]
            )

    async def failed(self, tx: Transaction, purpose: str, failure: Failure) -> None:
        """The question does not stand in the chat, or nobody knows."""
        post = await _post(tx, purpose)
        if post is None:
            return
        if isinstance(failure, Refused):
            await self._refused(tx, post, failure)
        else:
            await self._in_doubt(tx, post)

    async def migrated(self, tx: Transaction, old: int, new: int) -> None:
        """A group became a supergroup: everything continues under the new id."""
        await posts.move_chat(tx, old, new)

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


async def _post(tx: Transaction, purpose: str) -> Post | None:
    kind, _, number = purpose.partition(":")
    return await posts.load(tx, int(number)) if kind == view.POST else None
