"""Completes updates of servers that are older than python-telegram-bot expects.

The library refuses a whole update when a field is missing that Bot API 9.6 added to polls
(https://core.telegram.org/bots/api-changelog); a host's own server may well be older.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def completed(update: Json) -> Json:
    """The update with what its polls and votes lack, itself otherwise unchanged."""
    return {name: _completed(value) for name, value in update.items()} | _vote(update)


def _completed(value: Any) -> Any:
    if isinstance(value, list):
        return [_completed(item) for item in value]
    if not isinstance(value, dict):
        return value
    inner = {name: _completed(item) for name, item in value.items()}
    return _poll(inner) if {"question", "options", "is_closed"} <= inner.keys() else inner


def _poll(poll: Json) -> Json:
    options = [
        {"persistent_id": str(place)} | option for place, option in enumerate(poll["options"])
    ]
    key = poll.pop("correct_option_id", None)  # replaced by a list of them in 9.6
    keys = {} if key is None else {"correct_option_ids": [key]}
    return {"members_only": False, "allows_revoting": False} | keys | poll | {"options": options}


def _vote(update: Json) -> Json:
    vote = update.get("poll_answer")
    if not isinstance(vote, dict):
        return {}
    ids = [str(place) for place in vote.get("option_ids", [])]
    return {"poll_answer": {"option_persistent_ids": ids} | vote}
