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
_UNKNOWN = ""
"""Telegram tells bots that rule nothing about administrators surely, about others mostly."""


class Membership:
    """What users are in groups."""

    def __init__(self, bot: Bot, clock: Callable[[], float] = time.monotonic) -> None:
        self._bot = bot
        self._clock = clock
        self._statuses: dict[tuple[int, int], tuple[float, str]] = {}
        self._rulers: dict[int, tuple[float, frozenset[int]]] = {}

    async def is_administrator(self, chat: int, user: int) -> bool:
        """Whether this user rules in this group; who does so anonymously is not always listed."""
        if user in await self._administrators(chat):
            return True
        return await self._status(chat, user) in _RULING

    async def is_member(self, chat: int, user: int) -> bool:
        """Whether this user is in this group, as far as Telegram tells."""
        return await self._status(chat, user) not in _ABSENT

    async def _administrators(self, chat: int) -> frozenset[int]:
        until, rulers = self._rulers.get(chat, (0.0, frozenset()))
        if until > self._clock():
            return rulers
        try:
            listed = await self._bot.get_chat_administrators(chat)
        except (BadRequest, Forbidden):
            listed = ()
        rulers = frozenset(member.user.id for member in listed)
        if len(self._rulers) >= _MOST_KEPT:
            self._rulers.clear()
        self._rulers[chat] = self._clock() + _KEPT_SECONDS, rulers
        return rulers

    async def _status(self, chat: int, user: int) -> str:
        until, status = self._statuses.get((chat, user), (0.0, _UNKNOWN))
        if until > self._clock():
            return status
        try:
            status = (await self._bot.get_chat_member(chat, user)).status
        except BadRequest as error:
            is_inaccessible = "inaccessible" in error.message.lower()
            status = _UNKNOWN if is_inaccessible else ChatMemberStatus.LEFT
        except Forbidden:
            status = ChatMemberStatus.LEFT
        if len(self._statuses) >= _MOST_KEPT:
            self._statuses.clear()
        self._statuses[chat, user] = self._clock() + _KEPT_SECONDS, status
        return status
