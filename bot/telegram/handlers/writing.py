"""Questions written by hand, as native quiz polls, and questions sent as a file. In private."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from bot.services import Services, reviewing
from bot.services.reviewing import BadEdit
from bot.store import bank
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.effects import Effect, just
from bot.telegram.handlers.instructing import in_group, reviewable
from bot.telegram.incoming import Incoming
from bot.telegram.messages import toast
from bot.telegram.views import exports
from bot.telegram.views import review as view
from knowledge.questions.exchange import FORMATS, SUFFIXES, Exported, export


async def author(came: Incoming, services: Services) -> Effect:
    """A native quiz poll in private: an instructor's own question."""
    player, poll = came.player, came.poll
    if player is None or poll is None:
        return just()
    if poll.key is None:
        words = "I keep quizzes only: make the poll a quiz with one right answer, and send it."
        return just(view.not_a_question(came.place, words))
    key = poll.key
    found = await reviewable(came, services)
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
        return await in_group(came, services)
    found = await reviewable(came, services)
    if not found:
        return just(view.nothing_to_review(came.place))
    if came.words.lower() not in FORMATS:
        return just(exports.formats(came.place, found[0]))
    return await export_as(came, services, found[0].id, came.words.lower())


async def export_as(came: Incoming, services: Services, library: int, name: str) -> Effect:
    """The questions of a library that the player may look over, as a file in a format."""
    notice = [toast(came.press.id, came.press.presser, "")] if came.press else []
    questions = await services.database.read(lambda tx: bank.askable(tx, library))
    if not questions:
        return just(*notice, exports.nothing_to_export(came.place))
    articles = (await services.libraries.opened(library)).articles
    made: Exported = await asyncio.to_thread(
        export, name, questions, articles, made_at=services.clock()
    )
    if not made.count:
        return just(*notice, exports.nothing_fits(came.place, made.loss))
    suffix = next(ending for kind, ending in SUFFIXES.items() if kind == name)
    return just(*notice, exports.exported(came.place, f"questions{suffix}", made))
