"""What the bot says of itself, and what it says to things it does not understand."""

from __future__ import annotations

from collections.abc import Iterable

from bot.quiz import events as e
from bot.quiz.round import Phase
from bot.services import Services, groups
from bot.store import rounds
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.effects import Effect, just
from bot.telegram.handlers import deep_links, review
from bot.telegram.incoming import Incoming
from bot.telegram.views import about
from bot.telegram.views.libraries import TO_REVIEW
from bot.telegram.views.rounds import said, waiting


async def start(came: Incoming, services: Services) -> Effect:
    """/start, in private or in a group; behind it may stand what a link is for."""
    if (linked := await deep_links.followed(came, services)) is not None:
        return linked
    if not came.is_private:  # behind a link, the bot has just come and has greeted already
        return just() if came.words else just(about.group_greeting(came.place))
    if came.words == TO_REVIEW:
        return await review.review(came, services)
    name = came.player.name if came.player else None
    library = await services.libraries.of(came.place.chat)
    return just(about.greeting(came.place, name, len(library.articles)))


async def membership(came: Incoming, services: Services) -> Effect:
    """The bot has come into a group (and greets), or may no longer speak there (a round waits)."""
    if came.is_private:
        return just()

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        chat, now = came.place.chat, came.now
        if came.is_silenced:
            told = await services.rounds.happens_in(tx, chat, e.Removed(now), now)
            return said(told or [], came.bot_username)
        running = await rounds.running_in(tx, chat)
        if running and running.round.phase is Phase.PAUSED and came.is_heard_again:
            return [waiting(running)]
        return [about.group_greeting(came.place)] if came.has_come else []

    return effect


async def migration(came: Incoming, services: Services) -> Effect:
    """The group became a supergroup: Telegram says so in both, and either may come first."""

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        if came.moved is None:
            return []
        told = await groups.moved(tx, services.rounds, *came.moved, came.now)
        return said(told, came.bot_username)

    return effect


async def show_help(came: Incoming, _: Services) -> Effect:
    """/help."""
    return just(about.help_text(came.place, is_private=came.is_private))


async def unknown_command(came: Incoming, _: Services) -> Effect:
    """A command that the bot does not have."""
    return just(about.unknown_command(came.place))


async def only_text(came: Incoming, _: Services) -> Effect:
    """Anything that is not text: a picture, a sticker, a voice message."""
    return just(about.only_text(came.place))
