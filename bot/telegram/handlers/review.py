"""The question bank, in private: looked over, edited, written by hand, sent as a file."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace

from bot.services import Services, reviewing
from bot.services.reviewing import REASONS, BadEdit, NotAllowed
from bot.store import bank, drafting, leaders, libraries, players
from bot.store.bank import Entry
from bot.store.database import Transaction
from bot.store.drafting import Drafting
from bot.store.libraries import HOST, StoredLibrary
from bot.store.outbox import Outgoing
from bot.store.players import Player
from bot.telegram.effects import Effect, just
from bot.telegram.handlers import libraries as chat_libraries
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
from bot.telegram.views.libraries import only_leaders
from knowledge.questions.exchange import FORMATS, SUFFIXES, Exported, export

Said = list[Outgoing]


async def review(came: Incoming, services: Services) -> Effect:
    """/review: the next question, with its source; in a group the way to the private chat."""
    player = came.player
    if not came.is_private:
        return await _in_group(came, services)
    found = await _reviewable(came, services)
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
    is_allowed = library is not None and await _may_instruct(services, press.presser, library)
    if not is_allowed:
        return just(toast(press.id, press.presser, str(NotAllowed())))
    if isinstance(button, ExportQuestions):
        return await _export(came, services, button.library, FORMATS[button.format % len(FORMATS)])

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


async def author(came: Incoming, services: Services) -> Effect:
    """A native quiz poll in private: an instructor's own question."""
    player, poll = came.player, came.poll
    if player is None or poll is None:
        return just()
    if poll.key is None:
        words = "I keep quizzes only: make the poll a quiz with one right answer, and send it."
        return just(view.not_a_question(came.place, words))
    key = poll.key
    found = await _reviewable(came, services)
    if not found:
        return just(view.nothing_to_review(came.place))
    library = await services.libraries.opened(found[0].id)
    try:
        question = await asyncio.to_thread(
            reviewing.written, library, poll.question, poll.options, key, poll.explanation
        )
    except BadEdit as problem:
        return just(view.not_a_question(came.place, str(problem)))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        entries = await bank.of_library(tx, found[0].id)
        known = next((each for each in entries if each.question.id == question.id), None)
        entry = known or await bank.load(
            tx, await bank.add(tx, found[0].id, question, by_hand=True)
        )
        return [view.authored(came.place, entry)] if entry else []

    return effect


async def export_questions(came: Incoming, services: Services) -> Effect:
    """/export_questions, with a format behind it or buttons to choose one."""
    if not came.is_private:
        return await _in_group(came, services)
    found = await _reviewable(came, services)
    if not found:
        return just(view.nothing_to_review(came.place))
    if came.words.lower() not in FORMATS:
        return just(view.formats(came.place, found[0]))
    return await _export(came, services, found[0].id, came.words.lower())


async def _export(came: Incoming, services: Services, library: int, name: str) -> Effect:
    notice = [toast(came.press.id, came.press.presser, "")] if came.press else []
    questions = await services.database.read(lambda tx: bank.askable(tx, library))
    if not questions:
        return just(*notice, view.nothing_to_export(came.place))
    articles = (await services.libraries.opened(library)).articles
    made: Exported = await asyncio.to_thread(
        export, name, questions, articles, made_at=services.clock()
    )
    suffix = next(ending for kind, ending in SUFFIXES.items() if kind == name)
    left_out = len(made.left_out)
    count = len(questions) - left_out
    file = view.exported(came.place, f"questions{suffix}", made.content, count, left_out)
    return just(*notice, file)


async def _in_group(came: Incoming, services: Services) -> Effect:
    """An administrator may look over what the group studies, but in private."""
    if not await chat_libraries.may_change(came, services):
        return just(only_leaders(came.place))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        studied = await libraries.studied(tx, came.place.chat)
        if came.player and studied.chat == came.place.chat:
            await players.remember(tx, came.player, came.now)
            await libraries.instruct(tx, studied.id, came.player.id)
        return [view.in_private(came.place, came.bot_username)]

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


async def _reviewable(came: Incoming, services: Services) -> list[StoredLibrary]:
    """What the player may look over now; hosts also look after the host's library."""
    player = came.player
    if player is None:
        return []
    if player.id in services.owners:
        await services.database.write(lambda tx: _let_host_instruct(tx, player, came.now))
    found = await services.database.read(
        lambda tx: reviewing.reviewable(tx, player.id, came.place.chat)
    )
    return [each for each in found if await _may_instruct(services, player.id, each)]


async def _let_host_instruct(tx: Transaction, player: Player, now: float) -> None:
    await players.remember(tx, player, now)
    await libraries.instruct(tx, HOST, player.id)


async def _may_instruct(services: Services, player: int, library: StoredLibrary) -> bool:
    """Whether an instructor still is one: of a group's library only while they lead the group."""
    chat = library.chat
    if not await services.database.read(
        lambda tx: libraries.is_instructor(tx, library.id, player)
    ):
        return False
    if chat is None or chat > 0:
        return True
    if await services.database.read(lambda tx: leaders.includes(tx, chat, player)):
        return True
    return await services.is_administrator(chat, player)


async def _library_of(tx: Transaction, button: ReviewButton) -> StoredLibrary | None:
    if isinstance(button, ReviewLibrary | AskOnlyApproved | ExportQuestions):
        return await libraries.load(tx, button.library)
    entry = await bank.load(tx, button.entry)
    return None if entry is None else await libraries.load(tx, entry.library)
