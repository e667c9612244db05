"""Who is what in a group, asked of Telegram when it matters and remembered for half a minute."""

from __future__ import annotations

import time
from collections.abc import Callable

from telegram import Bot
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden

_KEPT_SECONDS = 30.0
_MOST_KEPT = 10_000
_RULING = {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR}
_ABSENT = {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}


class Membership:
    """What users are in groups; somebody whom Telegram does not know there is nothing."""

    def __init__(self, bot: Bot, clock: Callable[[], float] = time.monotonic) -> None:
        self._bot = bot
        self._clock = clock
        self._known: dict[tuple[int, int], tuple[float, str]] = {}

    async def is_administrator(self, chat: int, user: int) -> bool:
        """Whether this user rules in this group."""
        return await self._status(chat, user) in _RULING

    async def is_member(self, chat: int, user: int) -> bool:
        """Whether this user is in this group."""
        return await self._status(chat, user) not in _ABSENT

    async def _status(self, chat: int, user: int) -> str:
        until, status = self._known.get((chat, user), (0.0, ""))
        if until > self._clock():
            return status
        try:
            status = (await self._bot.get_chat_member(chat, user)).status
        except (BadRequest, Forbidden):
            status = ChatMemberStatus.LEFT
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        self._known[chat, user] = self._clock() + _KEPT_SECONDS, status
        return status
