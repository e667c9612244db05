"""Answers offered while somebody types ``@bot question`` in any chat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.services.asking import Answered
from bot.store.outbox import Outgoing
from bot.telegram.markup import cut
from bot.telegram.views.answers import cited

_TITLE_LIMIT = 120
_REMEMBERED_SECONDS = 60


def offered(query: str, asker: int, found: Sequence[Answered]) -> Outgoing:
    """The cited answers, each to be sent with a tap; none where the articles do not say."""
    params = {
        "inline_query_id": query,
        "results": [_result(number, answered) for number, answered in enumerate(found)],
        "cache_time": _REMEMBERED_SECONDS,
        "is_personal": True,
    }
    return Outgoing(asker, "answerInlineQuery", params)


def _result(number: int, found: Answered) -> dict[str, Any]:
    answer = found.answer
    quote = answer.citations[0].quote
    return {
        "type": "article",
        "id": str(number),
        "title": cut(answer.answer or quote, _TITLE_LIMIT),
        "description": cut(quote, _TITLE_LIMIT),
        "input_message_content": {
            "message_text": cited(found),
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        },
    }
