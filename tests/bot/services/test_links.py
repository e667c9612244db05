"""Links: off by default, judged after resolving, pinned, and limited in every way."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Sequence

import pytest
from aiohttp import web

from bot.services.addresses import is_public
from bot.services.links import (
    AddressNotPublic,
    HostNotAllowed,
    LinkRefused,
    Links,
    LinksOff,
    PageUnusable,
)

PAGE = "<p>Bees fly.</p>"
BIG = 300_000


class Names:
    """A resolver that knows some names and counts how often it is asked."""

    def __init__(self, **addresses: Sequence[str]) -> None:
        self.addresses = {name.replace("_", "."): given for name, given in addresses.items()}
        self.asked: list[str] = []

    async def __call__(self, host: str, _port: int) -> Sequence[str]:
        self.asked.append(host)
        if host not in self.addresses:
            raise OSError("no such name")
        return self.addresses[host]


@pytest.fixture
async def port() -> AsyncIterator[int]:  # noqa: C901 - one handler a mischief
    """A site on loopback, with a page and all kinds of mischief."""

    async def page(request: web.Request) -> web.Response:
        return web.Response(text=f"{PAGE}{request.host}", content_type="text/html")

    async def onward(request: web.Request) -> web.Response:
        raise web.HTTPFound(request.query["to"])

    async def endless(request: web.Request) -> web.Response:
        raise web.HTTPFound("/endless")

    async def big(request: web.Request) -> web.Response:
        return web.Response(body=b"x" * BIG, content_type="text/plain")

    async def picture(request: web.Request) -> web.Response:
        return web.Response(body=b"x", content_type="image/png")

    async def inflating(request: web.Request) -> web.Response:
        body = gzip.compress(bytes(10_000_000))
        return web.Response(
            body=body, content_type="text/html", headers={"Content-Encoding": "gzip"}
        )

    async def slow(request: web.Request) -> web.Response:
        await asyncio.sleep(5)
        return web.Response(text="late")

    site = web.Application()
    for handler in (page, onward, endless, big, picture, inflating, slow):
        site.router.add_get(f"/{handler.__name__}", handler)
    runner = web.AppRunner(site)
    await runner.setup()
    listener = web.TCPSite(runner, "127.0.0.1", 0)
    await listener.start()
    yield runner.addresses[0][1]
    await runner.cleanup()


def links(port: int, names: Names, hosts: Sequence[str] = ("bees.example",), **limits) -> Links:
    """Links that may reach loopback alone, so that the site above can stand for the world."""
    return Links(
        hosts,
        resolve=names,
        is_reachable=lambda a: a == "127.0.0.1",
        ports=frozenset({port}),
        **limits,
    )


HERE = ("127.0.0.1",)


async def test_links_are_off_unless_hosts_are_allowed():
    names = Names()
    with pytest.raises(LinksOff, match="does not open links"):
        await Links(resolve=names).fetch("https://bees.example/")
    assert names.asked == []


async def test_an_allowed_page_is_fetched_from_the_address_that_was_judged(port: int):
    names = Names(bees_example=HERE)
    found = await links(port, names).fetch(f"http://bees.example:{port}/page")
    assert found.content.decode() == f"{PAGE}bees.example:{port}"
    assert found.name == "page.html"
    assert names.asked == ["bees.example"]


async def test_hosts_below_an_allowed_one_are_allowed_and_look_alikes_are_not(port: int):
    names = Names(www_bees_example=HERE, evilbees_example=HERE, bees_example_evil=HERE)
    assert (await links(port, names).fetch(f"http://www.bees.example:{port}/page")).content
    for host in ("evilbees.example", "bees.example.evil", "other.example"):
        with pytest.raises(HostNotAllowed, match=host):
            await links(port, names).fetch(f"http://{host}:{port}/page")


ODD = [
    "ftp://bees.example/", "file:///etc/passwd", "http://user:word@bees.example/",
    "http://bees.example:22/",
    "gopher://bees.example/", "javascript:alert(1)", "//bees.example/", "http://",
    "http://[::1", "bees.example", "",
]  # fmt: skip


@pytest.mark.parametrize("link", ODD)
async def test_links_of_odd_forms_are_not_even_resolved(link: str):
    names = Names(bees_example=("93.184.216.34",))
    with pytest.raises(HostNotAllowed):
        await Links(("bees.example",), resolve=names).fetch(link)
    assert names.asked == []


PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "0.0.0.0", "0.1.2.3", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.0.8",
    "192.88.99.1", "198.18.0.1", "203.0.113.5", "::", "::1", "::ffff:127.0.0.1",
    "::ffff:93.184.216.34", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::",
    "2001::1", "2001:db8::1", "3fff::1", "fc00::1", "fd00::1", "fe80::1", "fe80::1%eth0",
    "fec0::1", "ff02::1", "100::1", "nonsense", "",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
async def test_names_that_lead_to_private_or_special_addresses_are_refused(address: str):
    assert not is_public(address)
    names = Names(bees_example=("93.184.216.34", address))
    with pytest.raises(AddressNotPublic, match="bees.example is not a public address"):
        await Links(("bees.example",), resolve=names).fetch("http://bees.example/")


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "2a00:1450:4001::1"]
)
def test_public_addresses_are_public(address: str):
    assert is_public(address)


SPELLINGS = [
    "127.0.0.1", "2130706433", "0x7f.1", "017700000001", "127.1", "0x7f000001", "0177.0.0.1",
    "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "localhost",
    "\uff11\uff12\uff17.\uff10.\uff10.\uff11",
]  # fmt: skip


@pytest.mark.parametrize("host", SPELLINGS)
async def test_no_spelling_of_this_machine_gets_through_even_where_all_hosts_are_allowed(
    host: str,
):
    with pytest.raises(LinkRefused) as refused:
        await Links(("*",)).fetch(f"http://{host}/")
    assert isinstance(refused.value, AddressNotPublic | HostNotAllowed)


async def test_every_redirect_is_judged_again(port: int):
    names = Names(bees_example=HERE, inner_bees_example=("10.0.0.1",))
    allowed = links(port, names)
    for to in (
        f"http://inner.bees.example:{port}/page",
        f"http://127.0.0.2:{port}/",
        "file:///etc/passwd",
    ):
        with pytest.raises(LinkRefused, match="not a public address|not opened here"):
            await allowed.fetch(f"http://bees.example:{port}/onward?to={to}")
    found = await allowed.fetch(f"http://bees.example:{port}/onward?to=/page")
    assert found.url.endswith("/page")


async def test_a_name_that_changes_its_address_is_judged_each_time(port: int):
    names = Names(bees_example=HERE)
    answers = iter([HERE, ("10.0.0.1",)])

    async def rebinding(host: str, port: int) -> Sequence[str]:
        return next(answers)

    allowed = Links(("bees.example",), rebinding, lambda a: a == "127.0.0.1", frozenset({port}))
    with pytest.raises(AddressNotPublic):
        await allowed.fetch(f"http://bees.example:{port}/onward?to=/page")
    assert names.asked == []


@pytest.mark.parametrize(("path", "sentence"), [
    ("endless", "redirects too often"),
    ("big", "sent more than 0 MB"),
    ("picture", "sent something that is no article"),
    ("inflating", "sent something that is no article"),
    ("missing", "answered 404 instead of a page"),
    ("slow", "took too long to answer"),
])  # fmt: skip
async def test_a_page_of_no_use_is_told_in_a_sentence(port: int, path: str, sentence: str):
    allowed = links(port, Names(bees_example=HERE), bytes_limit=BIG - 1, seconds=0.5)
    with pytest.raises(PageUnusable, match=sentence):
        await allowed.fetch(f"http://bees.example:{port}/{path}")


async def test_a_name_that_nobody_knows_is_told_in_a_sentence(port: int):
    with pytest.raises(PageUnusable, match="could not be reached"):
        await links(port, Names()).fetch(f"http://bees.example:{port}/page")


async def test_the_settings_of_a_proxy_are_not_followed(
    port: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    found = await links(port, Names(bees_example=HERE)).fetch(f"http://bees.example:{port}/page")
    assert found.content
