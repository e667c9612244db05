"""Makes one stored call and says what became of it, in words that decide what happens next."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.store.outbox import Failure, Pending, Refused, Uncertain
from bot.telegram.api import BotApi
from bot.telegram.transport import NeverSent, ServerFailed

_log = logging.getLogger(__name__)
_LONGEST_WAIT = 60.0
_PRESS_EXPIRES = 120.0  # seconds; Telegram itself forgets a pressed button after 150


class TokenRefused(Exception):  # noqa: N818 - it reads as the sentence it is
    """Telegram does not know the token; nothing can be sent or fetched with it."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram refuses the bot's token. "
            "Copy it again from @BotFather into GOBBET_BOT_TOKEN; if you set GOBBET_API_URL, "
            "check that too. Then start again."
        )


@dataclass(frozen=True, slots=True)
class Sent:
    """Done; ``result`` is Telegram's answer as JSON."""

    result: Any


@dataclass(frozen=True, slots=True)
class Later:
    """Surely not done, or harmless when done twice: to be tried again after ``seconds``."""

    seconds: float
    description: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group is a supergroup now, with the id ``chat``; to be tried again there."""

    chat: int


Outcome = Sent | Later | Moved | Failure


async def attempt(api: BotApi, call: Pending, now: float) -> Outcome:
    """Make the call. Raises `TokenRefused`, and nothing else that Telegram or the network do."""
    if call.method == "answerCallbackQuery" and now - call.queued_at > _PRESS_EXPIRES:
        return Refused("The button was pressed too long ago to be answered.")
    try:
        return Sent(await api.call(call.method, call.params, attachment=call.attachment))
    except InvalidToken:
        raise TokenRefused from None
    except TelegramError as error:
        return _meaning(error, call)
    except Exception as error:  # noqa: BLE001 - a call that cannot be made stops no others
        _log.exception("The call %s for %r can't be made.", call.method, call.purpose)
        return Refused(f"{type(error).__name__}: {error}")


def _meaning(error: TelegramError, call: Pending) -> Outcome:
    outcome: Outcome = Uncertain(error.message)
    match error:
        case RetryAfter():
            outcome = Later(seconds_of(error), error.message)
        case ChatMigrated():
            outcome = Moved(error.new_chat_id)
        case BadRequest() if "message is not modified" in error.message.lower():
            outcome = Sent(None)
        case BadRequest() | Forbidden():
            outcome = Refused(error.message, is_blocked=isinstance(error, Forbidden))
        case NetworkError() if call.is_repeatable or isinstance(error, NeverSent | ServerFailed):
            outcome = Later(min(2.0**call.tries / 4, _LONGEST_WAIT), error.message)
    return outcome


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks us to wait."""
    span = error.retry_after
    return span.total_seconds() if isinstance(span, timedelta) else float(span)
