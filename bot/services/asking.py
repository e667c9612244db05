"""Answering students' questions from the library, and remembering them for "More"."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.store import asks
from bot.store.database import Transaction
from knowledge import Article, Library
from knowledge.models import Answer

_KEPT_SECONDS = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Asking:
    """What the library says."""

    library: Library

    @property
    def articles(self) -> Sequence[Article]:
        """What can be asked about, in the library's order."""
        return self.library.articles

    async def answer(self, question: str) -> Answer:
        """The articles' answer; the search runs beside the event loop."""
        return await asyncio.to_thread(self.library.ask, question)

    async def remember(
        self, tx: Transaction, *, chat: int, player: int | None, question: str, now: float
    ) -> int:
        """Keep the question for the buttons under its answer, for thirty days."""
        await asks.forget_before(tx, now - _KEPT_SECONDS)
        return await asks.add(tx, chat=chat, player=player, question=question, now=now)
