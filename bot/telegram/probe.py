"""What a host should know about the bot's standing with Telegram before students do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from telegram.error import Conflict, TelegramError

from bot.telegram.line import Line


@dataclass(frozen=True, slots=True)
class Standing:
    """Who the bot is there, and what stands in its way.

    ``clock_skew`` is how many seconds this machine's clock is ahead.
    """

    username: str
    reads_everything: bool
    webhook: str
    has_rival: bool
    clock_skew: float | None


async def standing(line: Line, *, is_running: bool) -> Standing:
    """Ask Telegram. Raises `TokenRefused` or `ServerUnreachable`.

    Whether another process fetches updates is only asked where ours is not running: asking
    interrupts whoever fetches.
    """
    username = await line.introduce()
    webhook = await line.calls.call("getWebhookInfo")
    return Standing(
        username=username,
        reads_everything=bool(line.application.bot.bot.can_read_all_group_messages),
        webhook=webhook.get("url", ""),
        has_rival=not (is_running or webhook.get("url")) and await _someone_fetches(line),
        clock_skew=_skew(line.pools[0].date),
    )


async def _someone_fetches(line: Line) -> bool:
    try:
        await line.polls.call("getUpdates", {"timeout": 0, "limit": 1})
    except Conflict:
        return True
    except TelegramError:
        return False
    return False


def _skew(date: str) -> float | None:
    try:
        return (datetime.now(UTC) - parsedate_to_datetime(date)).total_seconds()
    except ValueError:
        return None
