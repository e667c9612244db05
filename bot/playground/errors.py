"""Everything the playground refuses, in the words of Telegram or in a sentence for people.

Exception
├── ApiError               the bot's call failed; becomes {"ok": false, "error_code": …}
│   ├── BadRequest         400: the call is wrong; the description says what
│   ├── Unauthorized       401: the token is not this playground's
│   ├── Forbidden          403: the bot may not write there
│   ├── NotFound           404: no such method
│   ├── Conflict           409: two at once want the updates
│   └── TooManyRequests    429: wait ``retry_after`` seconds
└── Refused                a person tried what the chat does not allow
"""
# ruff: noqa: N818 - errors are named after what happened; the base class says Error

from __future__ import annotations

from typing import ClassVar

from bot.playground.wire import Json


class ApiError(Exception):
    """A failed call of the Bot API: its code, its description and what else Telegram tells."""

    code: ClassVar[int]
    title: ClassVar[str]

    def __init__(self, reason: str = "", **parameters: int) -> None:
        self.description = f"{self.title}: {reason}" if reason else self.title
        self.parameters = parameters
        super().__init__(self.description)

    def as_json(self) -> Json:
        """The body of the reply."""
        body = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


class BadRequest(ApiError):
    """The call itself is wrong."""

    code, title = 400, "Bad Request"


class Unauthorized(ApiError):
    """The token belongs to another bot."""

    code, title = 401, "Unauthorized"


class Forbidden(ApiError):
    """The bot may not do this in that chat."""

    code, title = 403, "Forbidden"


class NotFound(ApiError):
    """There is no such method."""

    code, title = 404, "Not Found"


class Conflict(ApiError):
    """Somebody else is fetching the updates."""

    code, title = 409, "Conflict"


class TooManyRequests(ApiError):
    """The bot writes too fast."""

    code, title = 429, "Too Many Requests"

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"retry after {retry_after}", retry_after=retry_after)


class Refused(Exception):
    """A person tried what the chat does not allow; the message says why."""
