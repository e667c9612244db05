"""Fetches updates by long polling and stores them before Telegram is told that we have them.

Knows nothing of what updates mean, except where one happened and who caused it.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.store import inbox
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.store.inbox import Received
from bot.telegram.api import BotApi
from bot.telegram.outcomes import TokenRefused, seconds_of

_log = logging.getLogger(__name__)

_POLL_SECONDS = 25
_LATE_SECONDS = 15.0  # how much longer than the long poll an answer may take
_LONGEST_PAUSE = 30.0
_QUIET_SECONDS = 24 * 3600.0
_MOST_STORED = 50_000

_TELLING = frozenset({1, 3, 10, 30, 100, 300, 1000})
"""At which failures in a row something is said, so that a log stays readable."""

_RIVAL = (
    "Another process fetches updates with this bot's token. End it, or give it a bot of its own; "
    "this one keeps trying."
)
_WEBHOOK = "A webhook was set for this bot, which keeps updates away. It is removed."


class Fetching:
    """The one poller of a bot. ``allowed`` names the kinds of updates that are wanted."""

    def __init__(
        self,
        database: Database,
        api: BotApi,
        allowed: Sequence[str],
        *,
        clock: Callable[[], float] = time.time,
        chance: Random | None = None,
        poll_seconds: int = _POLL_SECONDS,
    ) -> None:
        self.last_success: float | None = None
        """When Telegram last answered (``time.monotonic``); None before the first time."""
        self.has_rival = False
        """Whether another process was fetching when we last tried."""
        self._database = database
        self._api = api
        self._allowed = list(allowed)
        self._clock = clock
        self._chance = chance or Random()  # noqa: S311 - spreads retries, guards nothing
        self._poll_seconds = poll_seconds
        self._offset: int | None = None
        self._last_update = time.monotonic()
        self._failures = 0
        self._has_webhook = False

    async def run(self) -> None:
        """Fetch until cancelled. Raises `TokenRefused`; waits for all else to get better."""
        while True:
            try:
                await self._fetch()
                self._failures = 0
            except InvalidToken:
                raise TokenRefused from None
            except (TelegramError, StoreError) as error:
                self._failures += 1
                await asyncio.sleep(self._pause_after(error))

    async def _fetch(self) -> None:
        if self._has_webhook:
            await self._api.call("deleteWebhook", {"drop_pending_updates": False})
            self._has_webhook = False
        depth = await self._database.read(inbox.depth)
        if depth.waiting >= _MOST_STORED:
            await asyncio.sleep(1)
            return
        updates = await self._poll()
        self.last_success = time.monotonic()
        self.has_rival = False
        if updates:
            await self._keep([received(update) for update in updates])

    async def _poll(self) -> list[dict[str, Any]]:
        if time.monotonic() - self._last_update > _QUIET_SECONDS:
            self._offset = None  # after a quiet week Telegram counts on from anywhere
        # The first time Telegram is to answer at once: then it is known to be there.
        seconds = 0 if self.last_success is None else self._poll_seconds
        params: dict[str, Any] = {"timeout": seconds, "allowed_updates": self._allowed}
        if self._offset is not None:
            params["offset"] = self._offset
        updates: list[dict[str, Any]] = await self._api.call(
            "getUpdates", params, read_seconds=self._poll_seconds + _LATE_SECONDS
        )
        return updates

    async def _keep(self, updates: Sequence[Received]) -> None:
        now = self._clock()
        await self._database.write(lambda tx: inbox.store(tx, updates, now))
        self._last_update = time.monotonic()
        self._offset = max(update.update_id for update in updates) + 1

    def _pause_after(self, error: Exception) -> float:
        """Say what is wrong, and note what can be mended; how long to wait, in seconds."""
        if isinstance(error, Conflict):
            return self._make_way(error)
        if isinstance(error, RetryAfter):
            return seconds_of(error)
        if self._failures in _TELLING:
            _log.warning("No updates for now (attempt %d): %s", self._failures, error)
        return min(2.0**self._failures / 4, _LONGEST_PAUSE) * self._chance.uniform(0.5, 1)

    def _make_way(self, conflict: Conflict) -> float:
        if "webhook" in conflict.message.lower():
            _log.warning(_WEBHOOK)
            self._has_webhook = True
            return 0
        self.has_rival = True
        if self._failures in _TELLING:
            _log.error(_RIVAL)
        return min(3.0 * self._failures, _LONGEST_PAUSE)


def received(update: dict[str, Any]) -> Received:
    """An update as it came, with the chat where it happened and the player who caused it.

    A pressed button waits for its player's earlier deeds only, as a vote does: a class that
    presses at once is no queue.
    """
    happenings = [value for value in update.values() if isinstance(value, dict)]
    chats = [_id(each.get("chat")) for each in happenings]
    players = [
        _id(each.get("from") or each.get("user") or each.get("voter_chat")) for each in happenings
    ]
    body = json.dumps(update, separators=(",", ":"))  # ASCII: half a character breaks no row
    return Received(update["update_id"], body, next(iter(chats), None), next(iter(players), None))


def _id(who: object) -> int | None:
    found = who.get("id") if isinstance(who, dict) else None
    return found if isinstance(found, int) else None
