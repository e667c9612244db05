"""The purposes of a round's messages, by which their deliveries are told apart."""

from __future__ import annotations

from bot.store.displays import Kind
from bot.store.rounds import StoredRound

KINDS: tuple[Kind, ...] = ("lobby", "board", "standings")


def purpose_of(kind: Kind, stored: StoredRound) -> str:
    """What the outbox tells back when Telegram has accepted the message."""
    return f"{kind}:{stored.id}"
