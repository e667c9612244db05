"""Questions in a group, and the group's board."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bot.quiz.selection import selected
from bot.quiz.standings import Standing, standings
from bot.services.posing import Posed, pose
from bot.services.practising import NothingToAsk
from bot.store import answers, posts
from bot.store.database import Transaction
from knowledge import Library


@dataclass(frozen=True, slots=True)
class Groups:
    """What happens in groups."""

    library: Library
    random: Random

    async def ask_one(self, tx: Transaction, chat: int, now: float) -> Posed:
        """A question for everyone in the chat, one of those it has seen least often."""
        asked = await posts.times_asked(tx, chat)
        chosen = selected(self.library.questions(), asked, 1, self.random)
        if not chosen:
            raise NothingToAsk
        return await pose(tx, chosen[0], chat=chat, practice=None, random=self.random, now=now)

    async def board(self, tx: Transaction, chat: int) -> list[Standing]:
        """Everyone who answered here, best first."""
        return standings(await answers.scores_in(tx, chat))
