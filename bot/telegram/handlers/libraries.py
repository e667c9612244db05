"""What a chat studies: shown, switched, added to, taken from. In groups only by its leaders."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.services import Services
from bot.services.adding import TooMany
from bot.store import additions, articles, libraries, players
from bot.store.additions import Wanted
from bot.store.database import Transaction
from bot.store.libraries import HOST, StoredLibrary
from bot.store.outbox import Outgoing
from bot.telegram.effects import Effect, both, just
from bot.telegram.handlers.rounds import may_lead
from bot.telegram.incoming import Incoming, Press
from bot.telegram.library_buttons import (
    CancelAddition,
    FollowClass,
    LibraryButton,
    RemoveArticle,
    StudyLibrary,
)
from bot.telegram.messages import toast
from bot.telegram.views import libraries as view

MOST_BYTES = 20 << 20
"""What Telegram lets a bot download (https://core.telegram.org/bots/api#getfile)."""
_SHORTEST_TEXT = 200
_NAME_WORDS = 8
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


async def may_change(came: Incoming, services: Services) -> bool:
    """Whether whoever speaks may change what the chat studies: anyone may in private."""
    return came.is_private or await may_lead(came, services)


async def sources(came: Incoming, services: Services) -> Effect:
    """/sources: the articles, and what could be studied instead."""
    chat, player = came.place.chat, came.player
    studied = await services.libraries.studied(chat)
    library = await services.libraries.opened(studied.id)

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        others = await _offered(tx, chat, player.id if player else 0)
        follows = not await libraries.has_chosen(tx, chat)
        return [view.sources(came.place, studied, library.articles, others, follows=follows)]

    return effect


async def pressed(
    came: Incoming, services: Services, press: Press, button: LibraryButton
) -> Effect:
    """A press under a list of libraries or articles, or under one that is being read."""
    if not await may_change(came, services):
        return just(toast(press.id, press.presser, view.ONLY_LEADERS))
    match button:
        case CancelAddition():
            effect = _cancel(came, button)
        case RemoveArticle():
            effect = await _remove_one(came, services, button)
        case _:
            effect = await _study(came, services, button)
    return both(just(toast(press.id, press.presser, "")), effect)


async def _study(came: Incoming, services: Services, button: StudyLibrary | FollowClass) -> Effect:
    """A press that chooses a library for the chat; only an instructor of it may share one."""
    chat, message = came.place.chat, came.message or 0
    chosen = button.library if isinstance(button, StudyLibrary) else 0
    offered = await services.database.read(
        lambda tx: _offered(tx, chat, came.player.id if came.player else 0)
    )
    if chosen and chosen not in {library.id for library in offered}:
        return just(view.only_leaders(came.place))

    hosts = await services.libraries.opened(HOST)

    async def choose(tx: Transaction) -> Iterable[Outgoing]:
        if chosen:
            await libraries.study(tx, chat, chosen)
        else:
            await libraries.follow_class(tx, chat)
        studied = await libraries.studied(tx, chat)
        found = hosts.articles if studied.is_hosts else await articles.of_library(tx, studied.id)
        return [view.switched(came.place, message, studied, len(found))]

    return choose


async def add(came: Incoming, services: Services) -> Effect:
    """/add with a file, as a reply to one, or with a text or a link behind it."""
    if not await may_change(came, services):
        return just(view.only_leaders(came.place))
    wanted = _wanted(came)
    if wanted is None:
        return just(view.ask_for_an_article(came.place, came.message))
    if wanted.kind == "file" and came.file and came.file.size > MOST_BYTES:
        return just(view.too_large(came.place, wanted.name))
    if wanted.kind == "link" and not services.links.hosts:
        return just(view.links_are_off(came.place))
    if wanted.kind == "text" and len(wanted.content) < _SHORTEST_TEXT:
        return just(view.too_short(came.place))
    return _adding(came, services, wanted)


def _adding(came: Incoming, services: Services, wanted: Wanted) -> Effect:
    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        if came.player:
            await players.remember(tx, came.player, came.now)
        try:
            addition = await services.adding.want(
                tx,
                wanted,
                chat=came.place.chat,
                thread=came.place.thread,
                player=came.player,
                name=came.chat_title or (came.player.name if came.player else ""),
            )
        except TooMany as refused:
            return [view.too_many(came.place, is_full=refused.is_full)]
        return [view.reading(came.place, wanted.name, addition)]

    return effect


def _cancel(came: Incoming, button: CancelAddition) -> Effect:
    """Cancel under an article that is being read."""

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        done = await additions.cancel(tx, button.addition, chat=came.place.chat)
        return [view.cancelled(came.place, came.message or 0)] if done else []

    return effect


async def remove(came: Incoming, services: Services) -> Effect:
    """/remove asks which article."""
    if not await may_change(came, services):
        return just(view.only_leaders(came.place))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        library = await _changeable(tx, came)
        found = await articles.of_library(tx, library.id) if library else []
        asked = came.words.casefold()
        return [view.removable(came.place, [a for a in found if asked in a.title.casefold()])]

    return effect


async def _remove_one(came: Incoming, services: Services, button: RemoveArticle) -> Effect:
    """An article was chosen (asks once more), or surely is to go."""
    place, message = came.place, came.message or 0

    async def find(tx: Transaction) -> tuple[StoredLibrary | None, articles.StoredArticle | None]:
        library = await _changeable(tx, came)
        if library is None:
            return None, None
        return library, await articles.by_id(tx, library.id, button.article)

    library, stored = await services.database.read(find)
    if library is None or stored is None:
        return just(view.not_removed(place, message))
    if not button.confirmed:
        return just(view.ask_before_removing(place, message, stored))
    await services.adding.remove(library.id, stored)

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        await articles.remove(tx, library.id, stored.article)
        return [view.removed(place, message, stored)]

    return effect


async def _offered(tx: Transaction, chat: int, player: int) -> list[StoredLibrary]:
    """What a chat may study if this player says so: the host's, its own, the player's others."""
    own = await libraries.of_chat(tx, chat)
    shared = [*([own] if own else []), *await libraries.instructed_by(tx, player)]
    filled = [each for each in shared if await articles.of_library(tx, each.id)]
    found = [await libraries.load(tx, HOST), *filled]
    return list({library.id: library for library in found}.values())


async def _changeable(tx: Transaction, came: Incoming) -> StoredLibrary | None:
    """The library studied here, where whoever speaks may take articles from it."""
    studied = await libraries.studied(tx, came.place.chat)
    is_own = studied.chat == came.place.chat
    player = came.player.id if came.player else 0
    is_allowed = is_own or await libraries.is_instructor(tx, studied.id, player)
    return studied if is_allowed and not studied.is_hosts else None


def _wanted(came: Incoming) -> Wanted | None:
    if came.file:
        return Wanted("file", came.file.name, came.file.id)
    words = came.words or came.quoted
    if _LINK.fullmatch(words):
        return Wanted("link", words, words)
    if not words:
        return None
    first_line = words.splitlines()[0].split()
    return Wanted("text", " ".join(first_line[:_NAME_WORDS]).rstrip(".") + ".txt", words)
