"""The Bot API by the names that Telegram gives its methods, with the JSON that it answers.

python-telegram-bot's typed methods serve where a handler needs an answer at once; stored calls
and raw updates go this way. Its ``do_api_request`` would warn at every method that it knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from telegram import InputFile
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.store.outbox import Attachment


class BotApi:
    """Calls to one bot's methods. ``base_url`` holds the token and is never shown."""

    def __init__(self, base_url: str, request: BaseRequest) -> None:
        self._base_url = base_url
        self._request = request

    async def call(
        self,
        method: str,
        params: Mapping[str, Any] | None = None,
        *,
        attachment: Attachment | None = None,
        read_seconds: float | None = None,
    ) -> Any:
        """Make a call and return its ``result``; raises ``telegram.error.TelegramError``."""
        values: dict[str, Any] = dict(params or {})
        if attachment:
            values[attachment.field] = InputFile(attachment.content, attachment.name)
        data = RequestData([RequestParameter.from_input(*item) for item in values.items()])
        seconds = self._request.read_timeout if read_seconds is None else read_seconds
        return await self._request.post(
            f"{self._base_url}/{method}", request_data=data, read_timeout=seconds
        )
