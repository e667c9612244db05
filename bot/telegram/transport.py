"""HTTP for python-telegram-bot, on aiohttp: bounded connections, no address in any error.

Tells calls that cannot have been carried out from those that may have been, which decides whether
a message may be sent again:

    telegram.error.NetworkError
    ├── NeverSent       no connection was made
    ├── ServerFailed    the server says that it did not do it (500, 503, 429 of a gateway)
    └── (itself, TimedOut)  the connection or a gateway failed afterwards: it may have been done
"""

from __future__ import annotations

import os
from collections import Counter
from http import HTTPStatus

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

# The library warns at each flood limit unless it is told that we know its newer time spans.
os.environ.setdefault("PTB_TIMEDELTA", "true")

_NOT_DONE = frozenset({HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.SERVICE_UNAVAILABLE})
_IDLE_SECONDS = 10.0  # shorter than any server's, so that no call meets a connection just closed


class NeverSent(NetworkError):  # noqa: N818 - it reads as the sentence it is
    """No connection was made, so nothing can have reached Telegram."""


class ServerFailed(NetworkError):  # noqa: N818 - it reads as the sentence it is
    """Telegram's server answered that it could not do it."""


class AiohttpRequest(BaseRequest):
    """A pool of ``connections`` to one server. Times are in seconds."""

    def __init__(
        self,
        *,
        connections: int = 100,
        connect_timeout: float = 10.0,
        read_timeout: float = 20.0,
        write_timeout: float = 20.0,
    ) -> None:
        self._connections = connections
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self.date = ""
        """What time it was for the server at its last answer, as HTTP writes dates."""
        self._session: aiohttp.ClientSession | None = None
        self.calls: Counter[tuple[str, str]] = Counter()
        """How many calls of each method ended how: (method, status or what went wrong)."""

    @property
    def read_timeout(self) -> float:
        """How long an answer may take unless a call says otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool; connections are made when they are needed."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=_IDLE_SECONDS
                ),
                headers={"User-Agent": "gobbet"},
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; its status and body.

        Raises `NeverSent`, `ServerFailed`, `TimedOut` or `NetworkError`.
        """
        del pool_timeout  # aiohttp counts the wait for a free connection as connecting
        timeout = self._timeout(connect_timeout, write_timeout, read_timeout)
        name = "download" if method == "GET" else url.rpartition("/")[2]
        try:
            status, body = await self._exchange(url, method, _body(request_data), timeout)
        except NetworkError as error:
            self.calls[name, type(error).__name__] += 1
            raise
        self.calls[name, str(status)] += 1
        if status in _NOT_DONE or (status == HTTPStatus.TOO_MANY_REQUESTS and _is_vague(body)):
            raise ServerFailed(f"Telegram's server failed with status {status}.")
        return status, body

    def _timeout(self, connect: object, write: object, read: object) -> aiohttp.ClientTimeout:
        connecting = _seconds(connect, self._connect_timeout)
        reading = _seconds(read, self._read_timeout)
        total = connecting + _seconds(write, self._write_timeout) + reading
        return aiohttp.ClientTimeout(total=total, connect=connecting, sock_read=reading)

    async def _exchange(
        self,
        url: str,
        method: str,
        body: aiohttp.FormData | None,
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp's, for each phase of a request
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("The transport is used before initialize().")
        # aiohttp's errors carry the address, and with it the token: none is chained.
        try:
            async with self._session.request(
                method, url, data=body, timeout=timeout, allow_redirects=False
            ) as response:
                self.date = response.headers.get("Date", "")
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            reason = type(error).__name__
            raise NeverSent(f"No connection to Telegram's server ({reason}).") from None
        except TimeoutError:
            raise TimedOut("Telegram's server did not answer in time.") from None
        except (aiohttp.ClientError, OSError) as error:
            reason = type(error).__name__
            raise NetworkError(f"The connection to Telegram's server broke ({reason}).") from None


def _is_vague(body: bytes) -> bool:
    """Whether flood control does not say for how long, as from a gateway."""
    return b"retry_after" not in body


def _seconds(given: object, otherwise: float) -> float:
    return given if isinstance(given, int | float) else otherwise


def _body(data: RequestData | None) -> aiohttp.FormData | None:
    if data is None:
        return None
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)  # names as they are
    for name, (file_name, content, kind) in data.multipart_data.items() if data else ():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return form
