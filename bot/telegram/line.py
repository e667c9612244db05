"""The bot's connection to a Bot API server: who it is there, and the two pools that reach it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder

from bot.telegram.api import BotApi
from bot.telegram.outcomes import TokenRefused
from bot.telegram.transport import AiohttpRequest

_log = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0


class ServerUnreachable(Exception):  # noqa: N818 - it reads as the sentence it is
    """The Bot API server does not answer as one; nothing is lost, the bot keeps trying."""

    def __init__(self, server: str, error: TelegramError) -> None:
        super().__init__(
            f"{server} does not answer as a Bot API server should ({error.message}). "
            "Check the network and GOBBET_API_URL."
        )


@dataclass(frozen=True, slots=True)
class Line:
    """python-telegram-bot's application without its updater, and stored calls' way around it."""

    server: str
    application: Application[Any, Any, Any, Any, Any, Any]
    calls: BotApi
    polls: BotApi
    pools: tuple[AiohttpRequest, ...]

    @classmethod
    def to(cls, server: str, token: str) -> Line:
        """A line to the server at this address; nothing is connected yet."""
        calling, polling = AiohttpRequest(), AiohttpRequest(connections=2)
        application = (
            ApplicationBuilder()
            .token(token)
            .base_url(f"{server}/bot")
            .base_file_url(f"{server}/file/bot")
            .request(calling)
            .get_updates_request(polling)
            .updater(None)
            .build()
        )
        address = f"{server}/bot{token}"
        calls, polls = BotApi(address, calling), BotApi(address, polling)
        return cls(server, application, calls, polls, (calling, polling))

    async def introduce(self) -> str:
        """Learn the bot's username. Raises `TokenRefused` or `ServerUnreachable`."""
        try:
            await self.application.initialize()
        except InvalidToken:
            raise TokenRefused from None
        except TelegramError as error:
            raise ServerUnreachable(self.server, error) from None
        username: str = self.application.bot.username
        return username

    async def introduce_at_last(self) -> str:
        """The same, but where the server can't be reached say so and keep trying."""
        pause = _FIRST_PAUSE
        while True:
            try:
                return await self.introduce()
            except ServerUnreachable as problem:
                _log.warning("%s Trying again in %.0f s.", problem, pause)
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)

    async def is_reachable(self) -> bool:
        """Whether the server answers a simple call just now."""
        try:
            await self.calls.call("getMe")
        except TelegramError:
            return False
        return True

    async def close(self) -> None:
        """Close every connection, also where the application never got to know its bot."""
        await self.application.shutdown()
        for pool in self.pools:
            await pool.shutdown()
