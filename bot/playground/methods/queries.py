"""Answering pressed buttons and inline queries."""

from __future__ import annotations

from bot.playground.errors import BadRequest
from bot.playground.events import InlineAnswered, Toasted
from bot.playground.methods.parameters import FromJson, Parameters
from bot.playground.text import utf16_length
from bot.playground.updates import LIFETIME_SECONDS
from bot.playground.wire import Json
from bot.playground.world import Query, World

LONGEST_TOAST = 200
MOST_RESULTS = 50
LONGEST_RESULT_ID_BYTES = 64


class AnswerCallbackQuery(Parameters):
    """Ends the waiting of the person who pressed a button, with a short notice or none."""

    callback_query_id: str
    text: str = ""
    show_alert: bool = False
    url: str | None = None
    cache_time: int = 0

    def act(self, world: World) -> bool:
        """Show the notice; returns True."""
        query = _young_query(world, self.callback_query_id, "callback_query")
        if utf16_length(self.text) > LONGEST_TOAST:
            raise BadRequest("MESSAGE_TOO_LONG")
        chat_id = query.chat.id if query.chat else query.user.id
        world.tell(Toasted(query.user.id, chat_id, self.text, self.show_alert))
        return True


class AnswerInlineQuery(Parameters):
    """Offers up to 50 results for what somebody typed behind the bot's name."""

    inline_query_id: str
    results: FromJson[list[Json]]
    cache_time: int = 300
    is_personal: bool = False
    next_offset: str = ""
    button: FromJson[Json] | None = None

    def act(self, world: World) -> bool:
        """Show the results; returns True."""
        query = _young_query(world, self.inline_query_id, "inline_query")
        if len(self.results) > MOST_RESULTS:
            raise BadRequest("RESULTS_TOO_MUCH")
        ids = [str(result.get("id", "")) for result in self.results]
        if any(not 1 <= len(name.encode()) <= LONGEST_RESULT_ID_BYTES for name in ids):
            raise BadRequest("RESULT_ID_INVALID")
        if len(set(ids)) != len(ids):
            raise BadRequest("RESULT_ID_DUPLICATE")
        world.tell(InlineAnswered(query.user.id, query.id, tuple(self.results)))
        return True


def _young_query(world: World, query_id: str, kind: str) -> Query:
    query = world.queries.get(query_id)
    if query is None or world.clock.now() - query.asked > LIFETIME_SECONDS[kind]:
        raise BadRequest("query is too old and response timeout expired or query ID is invalid")
    return query
