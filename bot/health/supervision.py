"""Watches the running bot from inside: leaves a sign of life, tells systemd, ends what hangs.

What is healthy is judged in `bot.health.vitals`.
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from bot.health import vitals
from bot.health.vitals import Vitals

_log = logging.getLogger(__name__)

_LOOK_SECONDS = 5.0
_FIRST_LOOK_SECONDS = 1.0


class PollerSilent(Exception):  # noqa: N818 - it reads as the sentence it is
    """Telegram answers other calls, but fetching has brought nothing for too long.

    Only a new start helps: whoever supervises the process makes it.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"Fetching updates has been silent for {seconds:.0f} s although Telegram can be "
            "reached. The process ends so that its supervisor starts it anew."
        )


class Supervisor:
    """Looks every few seconds, leaves a sign of life, and ends the bot when it only seems alive.

    ``examine`` takes the vitals. ``is_reachable`` asks Telegram over another connection than the
    poller's: without a network there is nothing that a new start would mend.
    """

    def __init__(
        self,
        examine: Callable[[], Awaitable[Vitals]],
        is_reachable: Callable[[], Awaitable[bool]],
        sign_of_life: Path,
        *,
        pause: float = _LOOK_SECONDS,
    ) -> None:
        self._examine = examine
        self._is_reachable = is_reachable
        self._sign_of_life = sign_of_life
        self._pause = pause
        self._began = time.time()

    async def run(self) -> None:
        """Watch until cancelled. Raises `PollerSilent`."""
        notify("READY=1")
        await asyncio.sleep(min(_FIRST_LOOK_SECONDS, self._pause))
        while True:
            await self.look()
            await asyncio.sleep(self._pause)

    async def look(self) -> None:
        """Look once."""
        seen = await self._examine()
        await asyncio.to_thread(vitals.keep, seen, self._sign_of_life)
        silence = seen.at - self._began if seen.fetched_ago is None else seen.fetched_ago
        if silence > vitals.SILENCE_SECONDS and not seen.has_rival and await self._is_reachable():
            raise PollerSilent(silence)
        words = "; ".join(vitals.complaints(seen))
        notify(f"WATCHDOG=1\nSTATUS={words or 'at work'}")


def notify(message: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell systemd, if it started us and listens; whether it did."""
    address = environment.get("NOTIFY_SOCKET")
    if not address:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
        try:
            line.sendto(message.encode(), address.replace("@", "\0", 1))
        except OSError as error:
            _log.warning("systemd could not be told: %s", error)
            return False
    return True
