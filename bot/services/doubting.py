"""Players doubt a question's key: it stops counting until whoever runs the round decides."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.services import banking
from bot.services.announcements import DoubtSettled, QuestionSuspended
from bot.services.displaying import shown
from bot.services.rounds import Announcements
from bot.store import answers, flags, posts, round_posts, rounds
from bot.store.database import Transaction
from bot.store.posts import Post

DOUBTERS = 2
"""So many players suspend a question."""


class Heard(Enum):
    """What becomes of a doubt."""

    NOTED = "noted"
    SUSPENDED = "suspended"
    BEFORE = "said before"
    NOT_ANSWERED = "not answered"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Doubting:
    """The doubts about all rounds' questions."""

    async def doubt(
        self, tx: Transaction, post_id: int, player: int, now: float
    ) -> tuple[Heard, Announcements]:
        """Hear a doubt; only from players who have answered, so that it gives nothing away."""
        post = await posts.load(tx, post_id)
        if post is None or post.validity in {"confirmed", "dropped", "void"}:
            return Heard.SETTLED, []
        if not await answers.has_answered(tx, post_id, player):
            return Heard.NOT_ANSWERED, []
        if not await flags.add(tx, post_id, player, now):
            return Heard.BEFORE, []
        if post.validity == "suspended" or await flags.count(tx, post_id) < DOUBTERS:
            return Heard.NOTED, []
        await round_posts.set_validity(tx, post_id, "suspended")
        await banking.suspend(tx, post)
        stored = await rounds.load(tx, post.round or 0)
        if stored is None:
            return Heard.NOTED, []
        renewed = await shown(tx, stored)
        return Heard.SUSPENDED, [QuestionSuspended(stored, post), *renewed]

    async def settle(self, tx: Transaction, post: Post, *, is_right: bool) -> Announcements:
        """Confirm the key or drop the question; the board is recounted openly."""
        stored = await rounds.load(tx, post.round or 0)
        if stored is None or post.validity != "suspended":
            return []
        await round_posts.set_validity(tx, post.id, "confirmed" if is_right else "dropped")
        await banking.settle(tx, post, is_right=is_right)
        told = DoubtSettled(stored, post, is_confirmed=is_right)
        return [told, *await shown(tx, stored)]
