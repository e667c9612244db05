"""What the bot says of itself, and what it says to things it does not understand."""

from __future__ import annotations

from collections.abc import Iterable

from bot.services import Services
from bot.store import outbox, posts
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.effects import Effect, just
from bot.telegram.incoming import Incoming
from bot.telegram.views import about


async def start(came: Incoming, services: Services) -> Effect:
    """/start, in private or in a group."""
    if not came.is_private:
        return just(about.group_greeting(came.place))
    name = came.player.name if came.player else None
    return just(about.greeting(came.place, name, len(services.asking.articles)))


async def membership(came: Incoming, _: Services) -> Effect:
    """The bot has come into a group (and greets), or was blocked or removed (and is silent)."""
    if came.is_private or not came.has_come:
        return just()
    return just(about.group_greeting(came.place))


async def migration(came: Incoming, _: Services) -> Effect:
    """The group became a supergroup: Telegram says so in both, and either may come first."""

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        if came.moved:
            await posts.move_chat(tx, *came.moved)
            await outbox.move_chat(tx, *came.moved)
        return []

    return effect


async def show_help(came: Incoming, _: Services) -> Effect:
    """/help."""
    return just(about.help_text(came.place, is_private=came.is_private))


async def sources(came: Incoming, services: Services) -> Effect:
    """/sources: the articles."""
    return just(about.sources(came.place, services.asking.articles))


async def unknown_command(came: Incoming, _: Services) -> Effect:
    """A command that the bot does not have."""
    return just(about.unknown_command(came.place))


async def only_text(came: Incoming, _: Services) -> Effect:
    """Anything that is not text: a picture, a sticker, a voice message."""
    return just(about.only_text(came.place))
