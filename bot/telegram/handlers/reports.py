"""/report: what an instructor learns from rounds, told in private."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from bot.services import Services, pictures
from bot.services.pictures import NotDrawn
from bot.services.reporting import Report
from bot.services.reporting import report as made_of
from bot.store import report_rows, rounds
from bot.store.rounds import StoredRound
from bot.telegram.callbacks import ReportRound
from bot.telegram.effects import Effect, both, just
from bot.telegram.handlers.rounds import may_lead
from bot.telegram.incoming import Incoming, Press
from bot.telegram.markup import cut
from bot.telegram.messages import toast
from bot.telegram.views import reports as view
from bot.telegram.views import running

_log = logging.getLogger(__name__)
_MOST_ROUNDS = 200
_LABEL_LIMIT = 36


async def report(came: Incoming, services: Services) -> Effect:
    """/report: in private on the player's last round, in a group a link to it."""
    player = came.player
    if came.is_private and player:
        mine = await services.database.read(lambda tx: rounds.run_by(tx, player.id, _MOST_ROUNDS))
        if not mine:
            return just(view.no_rounds(came.place))
        chosen = mine if came.words.lower() == "all" else mine[:1]
        return await _told(came, services, chosen, mine)
    if not await may_lead(came, services):
        return just(view.not_yours(came.place))
    last = await services.database.read(lambda tx: rounds.last_in(tx, came.place.chat))
    return just(view.in_private(came.place, last, came.bot_username))


async def of_round(came: Incoming, services: Services, round_id: int) -> Effect:
    """The report on one round, after its link or button; 0 for all rounds of the player."""
    player = came.player
    if player is None or not came.is_private:
        return just(view.not_yours(came.place))
    mine = await services.database.read(lambda tx: rounds.run_by(tx, player.id, _MOST_ROUNDS))
    if not round_id:
        return (
            await _told(came, services, mine, mine) if mine else just(view.no_rounds(came.place))
        )
    stored = await services.database.read(lambda tx: rounds.load(tx, round_id))
    is_mine = stored is not None and stored.instructor == player.id
    if stored is None or not (is_mine or await services.is_administrator(stored.chat, player.id)):
        return just(view.not_yours(came.place))
    return await _told(came, services, [stored], mine)


async def pressed(came: Incoming, services: Services, press: Press, button: ReportRound) -> Effect:
    """A button under a report, which shows another one."""
    effect = await of_round(came, services, button.round)
    notice = toast(press.id, press.presser, "" if came.is_private else running.ONLY_LEADERS)

    return both(just(notice), effect)


async def _told(
    came: Incoming,
    services: Services,
    chosen: Sequence[StoredRound],
    mine: Sequence[StoredRound],
) -> Effect:
    ids = [stored.id for stored in reversed(chosen)]
    rows = await services.database.read(lambda tx: report_rows.load(tx, ids))
    made = await asyncio.to_thread(made_of, rows)
    others = [stored for stored in mine if stored.id not in ids]
    return just(*view.report(came.place, made, await _picture(made), others))


async def _picture(made: Report) -> bytes | None:
    values = {
        "title": made.title or "Report",
        "labels": [f"{q.number}. {cut(q.question.answer, _LABEL_LIMIT)}" for q in made.questions],
        "shares": [q.share.value for q in made.questions],
        "intervals": [q.share.interval for q in made.questions],
        "progress": list(made.progress),
    }
    try:
        return await pictures.chart(values)
    except NotDrawn as problem:
        _log.warning("A report's picture could not be drawn: %s", problem)
        return None
