"""The question bank looked over in private: approved, edited, rejected, one at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.services import Services, reviewing
from bot.services.reviewing import REASONS, BadEdit, NotAllowed
from bot.store import bank, drafting, libraries
from bot.store.bank import Entry
from bot.store.database import Transaction
from bot.store.drafting import Drafting
from bot.store.libraries import HOST, StoredLibrary
from bot.store.outbox import Outgoing
from bot.telegram.effects import Effect, just
from bot.telegram.handlers.instructing import in_group, may_instruct, reviewable
from bot.telegram.handlers.writing import export_as
from bot.telegram.incoming import Incoming, Press
from bot.telegram.library_buttons import (
    Approve,
    ApproveArticle,
    AskOnlyApproved,
    ChooseKey,
    EditEntry,
    EditPart,
    ExportQuestions,
    Reject,
    ReviewButton,
    ReviewLibrary,
    ShowEntry,
)
from bot.telegram.messages import toast
from bot.telegram.views import review as view
from knowledge.questions.exchange import FORMATS

Said = list[Outgoing]


async def review(came: Incoming, services: Services) -> Effect:
    """/review: the next question, with its source; in a group the way to the private chat."""
    player = came.player
    if not came.is_private:
        return await in_group(came, services)
    found = await reviewable(came, services)
    if player is None or not found:
        return just(view.nothing_to_review(came.place))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        await drafting.end(tx, player.id)
        card = view.waiting(came.place, None, await reviewing.next_waiting(tx, found[0].id))
        others = found[1:]
        return [card, view.libraries_to_review(came.place, others)] if others else [card]

    return effect


async def pressed(
    came: Incoming, services: Services, press: Press, button: ReviewButton
) -> Effect:
    """A press under a question; instructors only."""
    library = await services.database.read(lambda tx: _library_of(tx, button))
    is_allowed = library is not None and await may_instruct(services, press.presser, library)
    if not is_allowed:
        return just(toast(press.id, press.presser, str(NotAllowed())))
    if isinstance(button, ExportQuestions):
        return await export_as(
            came, services, button.library, FORMATS[button.format % len(FORMATS)]
        )

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        try:
            notice, said = await _done(tx, came, press.presser, button)
        except (NotAllowed, BadEdit) as problem:
            notice, said = str(problem), []
        return [toast(press.id, press.presser, notice), *said]

    return effect


async def drafted(came: Incoming, services: Services) -> Effect | None:
    """What an instructor's words in private do to the question being edited; None if none is."""
    player = came.player
    if player is None or not came.is_private or not came.words:
        return None
    under_way = await services.database.read(lambda tx: drafting.current(tx, player.id, came.now))
    if under_way is None:
        return None
    drafting_of = under_way.entry
    entry = await services.database.read(lambda tx: bank.load(tx, drafting_of))
    if entry is None:
        return None
    library = await services.libraries.opened(entry.library)

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        try:
            entry = await reviewing.entry_for(tx, under_way.entry, player.id)
            if under_way.part == "source":
                question = reviewing.with_source(entry.question, library, came.words)
            else:
                part = next(p for p in view.PARTS if p == under_way.part)
                question = reviewing.edited(entry.question, part, came.words)
        except (BadEdit, NotAllowed) as problem:
            return [view.bad_edit(came.place, str(problem))]
        await bank.rewrite(tx, entry.id, question)
        await drafting.end(tx, player.id)
        return [await _card(tx, came, entry.id, None)]

    return effect


async def _done(
    tx: Transaction, came: Incoming, player: int, button: ReviewButton
) -> tuple[str, Said]:
    """Do what the button means: the notice for the presser, and what is shown."""
    if isinstance(button, ReviewLibrary | AskOnlyApproved | ExportQuestions):
        return "", [await _of_library(tx, came, player, button.library, button)]
    entry = await reviewing.entry_for(tx, button.entry, player)
    match button:
        case ShowEntry() | EditEntry() | EditPart() | Reject(reason=0):
            return "", [await _choice(tx, came, player, entry, button)]
        case ChooseKey(option=option):
            await bank.rewrite(tx, entry.id, reviewing.with_key(entry.question, option))
            return "", [await _card(tx, came, entry.id, came.message)]
    return await _decided(tx, came, player, entry, button)


async def _decided(
    tx: Transaction, came: Incoming, player: int, entry: Entry, button: ReviewButton
) -> tuple[str, Said]:
    notice, said, now = "", [], came.now
    match button:
        case Approve():
            await bank.decide(tx, entry.id, "approved", reason="", player=player, now=now)
            notice = view.APPROVED
        case Reject(reason=reason):
            why = REASONS[(reason - 1) % len(REASONS)]
            await bank.decide(tx, entry.id, "retired", reason=why, player=player, now=now)
            notice = view.REJECTED
        case ApproveArticle():
            article = entry.question.citations[0].article if entry.question.citations else ""
            count = await bank.approve_article(tx, entry.library, article, player=player, now=now)
            said = [view.approved_all(came.place, count, entry.question.title)]
    found = await reviewing.next_waiting(tx, entry.library, entry.id)
    return notice, [view.waiting(came.place, came.message, found), *said]


async def _choice(
    tx: Transaction, came: Incoming, player: int, entry: Entry, button: ReviewButton
) -> Outgoing:
    """What the button asks next."""
    count, message = await bank.count(tx, entry.library), came.message or 0
    match button:
        case EditEntry():
            return view.parts(came.place, message, entry, count)
        case EditPart(part=number):
            part = view.PARTS[number % len(view.PARTS)]
            if part == "key":
                return view.keys_to_choose(came.place, message, entry, count)
            await drafting.begin(tx, player, Drafting(entry.id, part), came.now)
            return view.ask_for(came.place, part, entry.question)
        case Reject():
            return view.reasons(came.place, message, entry, count)
    return await _card(tx, came, entry.id, message)


async def _of_library(
    tx: Transaction, came: Incoming, player: int, library: int, button: ReviewButton
) -> Outgoing:
    if not await libraries.is_instructor(tx, library, player):
        raise NotAllowed
    if isinstance(button, AskOnlyApproved):
        await libraries.ask(tx, library, "approved" if button.only else "sure")
    message = came.message if isinstance(button, AskOnlyApproved) else None
    place = replace(came.place, chat=player, thread=None)  # never before the class
    return view.waiting(place, message, await reviewing.next_waiting(tx, library))


async def _card(tx: Transaction, came: Incoming, entry_id: int, message: int | None) -> Outgoing:
    entry = await bank.load(tx, entry_id)
    stored = await libraries.load(tx, entry.library if entry else HOST)
    found = reviewing.Waiting(stored, entry, await bank.count(tx, stored.id))
    return view.waiting(came.place, message, found)


async def _library_of(tx: Transaction, button: ReviewButton) -> StoredLibrary | None:
    if isinstance(button, ReviewLibrary | AskOnlyApproved | ExportQuestions):
        return await libraries.find(tx, button.library)
    entry = await bank.load(tx, button.entry)
    return None if entry is None else await libraries.find(tx, entry.library)
