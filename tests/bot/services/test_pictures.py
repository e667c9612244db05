import asyncio
import struct
import time

import pytest

from bot.services import pictures
from bot.services.pictures import NotDrawn

CHART = {
    "title": "Class <9b> $x$ 課",
    "labels": [f"{n}. $\\frac{{$ broken" for n in range(1, 13)],
    "shares": [n / 12 for n in range(12)],
    "intervals": [(max(0.0, n / 12 - 0.2), min(1.0, n / 12 + 0.2)) for n in range(12)],
    "progress": [float(n) for n in range(12)],
}


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


async def test_a_code_is_a_square_that_a_phone_can_scan_from_a_slide():
    width, height = size(await pictures.code("https://t.me/gobbet_bot?start=join_1"))
    assert width == height >= 250


async def test_a_chart_is_drawn_whatever_the_questions_say():
    width, height = size(await pictures.chart(CHART))
    assert width >= 800
    assert height >= 600


async def test_a_report_without_questions_has_a_picture_too():
    empty = {"title": "", "labels": [], "shares": [], "intervals": [], "progress": []}
    assert size(await pictures.chart(empty))


async def test_what_cannot_be_drawn_is_said():
    with pytest.raises(NotDrawn, match="labels"):
        await pictures.chart({"title": "no labels"})


async def test_the_event_loop_goes_on_while_a_chart_is_drawn():
    longest = 0.0

    async def watch():
        nonlocal longest
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.005)
            longest = max(longest, time.perf_counter() - before - 0.005)

    watching = asyncio.create_task(watch())
    await pictures.chart(CHART)
    watching.cancel()
    assert longest < 0.25  # a chart takes a second; the machine may be busy otherwise
