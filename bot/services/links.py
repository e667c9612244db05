"""Fetching a page that somebody sent a link to, without being led into the host's own network.

Off unless hosts are allowed. A name is resolved once, every address of it is judged, and the
connection goes to what was judged; redirects are judged again. Time, size, type
and hops are limited.

    LinkRefused
    ├── LinksOff           the owner has allowed no hosts
    ├── HostNotAllowed     this host is not among them
    ├── AddressNotPublic   the name leads into a private network
    └── PageUnusable       no answer, an error, too large, too slow, or of another type
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import PurePosixPath
from typing import Final, NamedTuple, Protocol

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.services.addresses import is_public

HOPS: Final = 3
SECONDS: Final = 10.0
BYTES: Final = 5 * 2**20
NAME_LENGTH: Final = 80

_SUFFIXES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_HEADERS: Final = {
    "User-Agent": "gobbet",
    "Accept": ", ".join(_SUFFIXES),
    "Accept-Encoding": "identity",  # nothing that inflates
}
_PORTS: Final = frozenset({80, 443})


class LinkRefused(Exception):  # noqa: N818 - it reads as the sentence it is
    """Anything in this tree. ``str`` of it is the sentence followed by the cure."""

    def __init__(self, sentence: str, cure: str) -> None:
        super().__init__(f"{sentence} {cure}")


class LinksOff(LinkRefused):
    """The owner has allowed no hosts."""

    def __init__(self) -> None:
        super().__init__("This bot does not open links.", "Send the page as a file.")


class HostNotAllowed(LinkRefused):
    """The host is not among those that the owner has allowed, or the link is of an odd form."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"Links to {host or 'such an address'} are not opened here.",
            "Send the page as a file, or ask the bot's owner to allow the site.",
        )


class AddressNotPublic(LinkRefused):
    """The name leads into a private network."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host} is not a public address.", "Send the page as a file.")


class PageUnusable(LinkRefused):
    """The page did not come, or is of no use."""

    def __init__(self, host: str, what: str) -> None:
        super().__init__(f"{host} {what}.", "Open the page yourself and send it as a file.")


class Fetched(NamedTuple):
    """What a link led to: its last address, its bytes, and a file's name for them."""

    url: str
    content: bytes
    name: str


class Resolver(Protocol):
    """Gives the addresses of a host's name. Raises ``OSError``."""

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        """Return all addresses of ``host``, as text."""
        ...


async def system_resolver(host: str, port: int) -> Sequence[str]:
    """Ask the system, as every program does; odd spellings of numbers become addresses here."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in found]


@dataclass(frozen=True, slots=True)
class Links:
    """Opens links to ``hosts`` and what is below them; ``*`` stands for every public host."""

    hosts: Collection[str] = ()
    resolve: Resolver = system_resolver
    is_reachable: Callable[[str], bool] = is_public
    ports: frozenset[int] = _PORTS
    bytes_limit: int = BYTES
    seconds: float = SECONDS

    async def fetch(self, link: str) -> Fetched:
        """Return what the link leads to. Raises ``LinkRefused``."""
        if not self.hosts:
            raise LinksOff
        url = _parsed(link)
        try:
            async with asyncio.timeout(self.seconds):
                for _ in range(HOPS + 1):
                    found = await self._step(url)
                    if isinstance(found, Fetched):
                        return found
                    url = found
        except TimeoutError:
            raise PageUnusable(str(url.host), "took too long to answer") from None
        except (aiohttp.ClientError, OSError, ValueError):
            raise PageUnusable(str(url.host), "could not be reached") from None
        raise PageUnusable(str(url.host), "redirects too often")

    async def _step(self, url: URL) -> Fetched | URL:
        """Ask for one address: what is there, or where it sends us."""
        addresses = await self._judged(url)
        connector = aiohttp.TCPConnector(resolver=_Pinned(addresses), use_dns_cache=False)
        async with (
            aiohttp.ClientSession(
                connector=connector, headers=_HEADERS, auto_decompress=False, trust_env=False
            ) as session,
            session.get(url, allow_redirects=False) as response,
        ):
            if response.status in range(300, 400) and "Location" in response.headers:
                return url.join(_parsed(response.headers["Location"]))
            return await self._content(url, response)

    async def _judged(self, url: URL) -> Sequence[str]:
        """Return the addresses of the host, all of them public. Raises ``LinkRefused``."""
        host = url.host or ""
        odd = (
            url.scheme not in {"http", "https"} or url.user is not None or url.password is not None
        )
        if odd or url.port not in self.ports or not self._is_allowed(host):
            raise HostNotAllowed(host)
        addresses = [host] if _is_address(host) else await self.resolve(host, url.port or 0)
        if not addresses or not all(map(self.is_reachable, addresses)):
            raise AddressNotPublic(host)
        return addresses

    def _is_allowed(self, host: str) -> bool:
        name = host.lower().rstrip(".")
        return any(
            allowed == "*" or name == allowed.lower() or name.endswith(f".{allowed.lower()}")
            for allowed in self.hosts
        )

    async def _content(self, url: URL, response: aiohttp.ClientResponse) -> Fetched:
        host = str(url.host)
        if response.status != HTTPStatus.OK:
            raise PageUnusable(host, f"answered {response.status} instead of a page")
        suffix = _SUFFIXES.get(response.content_type)
        if suffix is None or response.headers.get("Content-Encoding", "identity") != "identity":
            raise PageUnusable(host, "sent something that is no article")
        content = bytearray()
        async for part in response.content.iter_any():
            content += part
            if len(content) > self.bytes_limit:
                raise PageUnusable(host, f"sent more than {self.bytes_limit / 2**20:.0f} MB")
        stem = PurePosixPath(url.path).stem or host
        return Fetched(str(url), bytes(content), f"{stem[:NAME_LENGTH]}{suffix}")


class _Pinned(AbstractResolver):
    """Answers with the addresses that were judged, whatever is asked."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the judged addresses as aiohttp wants them; ``family`` is theirs."""
        del family
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in self._addresses
        ]

    async def close(self) -> None:
        """Nothing is held open."""


def _parsed(link: str) -> URL:
    try:
        return URL(link.strip())
    except ValueError:
        raise HostNotAllowed("") from None


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
