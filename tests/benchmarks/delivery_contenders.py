"""Ways to take updates in and answer them, each measured in a process of its own.

Arguments: the contender, the server's address, a folder, how many updates there are and what is
done with them. Prints one JSON object. The stock ones are python-telegram-bot as its documentation
uses it, with one aiosqlite connection behind a lock and a commit for each answer.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, TypeHandler

from bot.store import inbox, outbox
from bot.store.database import Database, Transaction
from bot.store.outbox import Outgoing
from bot.telegram.api import BotApi
from bot.telegram.fetching import Fetching
from bot.telegram.intake import Intake
from bot.telegram.outgoing import Hooks, Sender
from bot.telegram.transport import AiohttpRequest

TOKEN = "42:NOBODYS"
TABLE = "CREATE TABLE measured (player INTEGER NOT NULL, choice INTEGER)"
INSERT = "INSERT INTO measured VALUES (:player, :choice)"
TICK = 0.005


class Progress:
    """How far a contender is, and how late its event loop was on the way."""

    def __init__(self, count: int) -> None:
        self.began = time.perf_counter()
        self.recorded = self.answered = 0
        self.recorded_at = self.answered_at = 0.0
        self.late: list[float] = []
        self._count = count
        self._changed = asyncio.Event()

    def start(self) -> None:
        """What came before was preparation."""
        self.began = time.perf_counter()
        self.late.clear()

    def record(self) -> None:
        self.recorded += 1
        self.recorded_at = time.perf_counter() - self.began
        self._changed.set()

    def answer(self) -> None:
        self.answered += 1
        self.answered_at = time.perf_counter() - self.began
        self._changed.set()

    async def finish(self, *, answers: bool) -> None:
        async with asyncio.timeout(280):
            while min(self.recorded, self.answered if answers else self._count) < self._count:
                self._changed.clear()
                await self._changed.wait()

    async def watch_the_loop(self) -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(TICK)
            self.late.append(time.perf_counter() - began - TICK)

    def figures(self) -> dict[str, float]:
        late = sorted(self.late) or [0.0]
        return {
            "recorded": self.recorded_at,
            "answered": self.answered_at,
            "per second": self.recorded / self.recorded_at,
            "loop gap p99 ms": 1000 * late[int(0.99 * (len(late) - 1))],
            "loop gap max ms": 1000 * late[-1],
        }


async def gobbet(url: str, folder: Path, progress: Progress, task: str) -> None:
    """Inbox, group commit, outbox, aiohttp."""
    calling, polling = AiohttpRequest(), AiohttpRequest(connections=2)
    application = built(ApplicationBuilder().request(calling).updater(None), url)

    async def take_in(update: Update, _: Any) -> None:
        def work(tx: Transaction) -> Awaitable[None]:
            return effect(tx, update)

        await database.write(work)
        progress.record()

    async def effect(tx: Transaction, update: Update) -> None:
        if not await inbox.mark_done(tx, update.update_id):
            raise LookupError("twice")
        player = update.effective_user.id
        await tx.insert(INSERT, player=player, choice=1)
        if task == "answer":
            params = {"callback_query_id": update.callback_query.id}
            answer = Outgoing(player, "answerCallbackQuery", params, "press")
            await outbox.enqueue(tx, [answer], time.time())

    async def delivered(_: Transaction, __: str, ___: Any) -> None:
        progress.answer()

    async def unheard(_: Transaction, __: Any, ___: Any) -> None:
        raise LookupError("lost")

    async with polling, application, Database.open(folder / "gobbet.sqlite3") as database:
        await database.write(lambda tx: tx.run(TABLE))
        application.add_handler(TypeHandler(Update, take_in))
        base = f"{url}/bot{TOKEN}"
        sender = Sender(database, BotApi(base, calling), Hooks(delivered, unheard, unheard))
        fetching = Fetching(database, BotApi(base, polling), Update.ALL_TYPES)
        intake = Intake(database, fetching, application.bot, hand_over(application))
        progress.start()
        running = [asyncio.create_task(part.run()) for part in (sender, intake)]
        await progress.finish(answers=task == "answer")
        intake.stop()
        sender.stop()
        await asyncio.gather(*running)
        rows = await database.read(lambda tx: tx.all("SELECT player FROM measured"))
        assert len(rows) == len({row["player"] for row in rows}) == progress.recorded


def hand_over(application: Application) -> Callable[[Update, int], Awaitable[None]]:
    async def handle(update: Update, _: int) -> None:
        await application.process_update(update)

    return handle


async def stock(
    url: str, folder: Path, progress: Progress, task: str, *, concurrent: int = 0
) -> None:
    """python-telegram-bot's own polling."""
    builder = ApplicationBuilder()
    application = built(builder.concurrent_updates(concurrent) if concurrent else builder, url)
    never = asyncio.Event()

    async def take_in(update: Update, _: Any) -> None:
        if task == "stick":
            await never.wait()
        if task == "answer":
            async with lock:
                await database.execute(INSERT, {"player": update.effective_user.id, "choice": 1})
                await database.commit()
        progress.record()
        if task == "answer":
            await update.callback_query.answer()
            progress.answer()

    lock = asyncio.Lock()
    application.add_handler(TypeHandler(Update, take_in))
    async with application, plain_database(folder) as database:
        await application.start()
        progress.start()
        await application.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        await progress.finish(answers=task == "answer")
        await application.updater.stop()
        await application.stop()


@asynccontextmanager
async def plain_database(folder: Path) -> AsyncIterator[aiosqlite.Connection]:
    async with aiosqlite.connect(folder / "plain.sqlite3") as database:
        await database.execute("PRAGMA journal_mode = WAL")
        await database.execute("PRAGMA synchronous = FULL")
        await database.execute(TABLE)
        yield database


def built(builder: Any, url: str) -> Application:
    return builder.token(TOKEN).base_url(f"{url}/bot").build()


async def grouped_writes(_: str, folder: Path, progress: Progress, __: str) -> None:
    """The database's writer, with as many callers at once as there are updates."""
    async with Database.open(folder / "gobbet.sqlite3") as database:
        await database.write(lambda tx: tx.run(TABLE))

        async def write(player: int) -> None:
            await database.write(lambda tx: tx.insert(INSERT, player=player, choice=1))
            progress.record()

        await write_all(write, progress)


async def single_writes(_: str, folder: Path, progress: Progress, __: str) -> None:
    """A commit for each row, through aiosqlite."""
    lock = asyncio.Lock()
    async with plain_database(folder) as database:

        async def write(player: int) -> None:
            async with lock:
                await database.execute(INSERT, {"player": player, "choice": 1})
                await database.commit()
            progress.record()

        await write_all(write, progress)


async def write_all(write: Callable[[int], Awaitable[None]], progress: Progress) -> None:
    progress.start()
    callers = 64
    numbers = iter(range(progress._count))

    async def call() -> None:
        for number in numbers:
            await write(number)

    await asyncio.gather(*[call() for _ in range(callers)])


def resident_megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def stuck_gobbet(url: str, folder: Path, progress: Progress, _: str) -> dict[str, float]:
    """How much memory a backlog takes behind handlers that never return."""
    calling, polling = AiohttpRequest(), AiohttpRequest(connections=2)
    application = built(ApplicationBuilder().request(calling).updater(None), url)

    async def stick(_: Update, __: int) -> None:
        await asyncio.Event().wait()

    async with polling, application, Database.open(folder / "gobbet.sqlite3") as database:
        fetching = Fetching(database, BotApi(f"{url}/bot{TOKEN}", polling), Update.ALL_TYPES)
        intake = Intake(database, fetching, application.bot, stick)
        before = resident_megabytes()
        running = asyncio.create_task(intake.run())
        while (await database.read(inbox.depth)).waiting < progress._count:
            await asyncio.sleep(0.05)
        await asyncio.sleep(1)
        grown = resident_megabytes() - before
        running.cancel()
        await asyncio.wait([running])
    return {"megabytes": grown}


async def stuck_stock(url: str, folder: Path, progress: Progress, _: str) -> dict[str, float]:
    """The same for the stock queue, with handlers side by side."""
    before = resident_megabytes()
    running = asyncio.create_task(stock(url, folder, progress, "stick", concurrent=128))
    last = -1.0
    while (now := resident_megabytes()) > last + 0.5:
        last = now
        await asyncio.sleep(2.5)
    grown = resident_megabytes() - before
    sys.stdout.write(json.dumps({"megabytes": grown}))
    sys.stdout.flush()
    os._exit(0)  # its stop would wait for the stuck handlers
    return await running


CONTENDERS: dict[str, Callable[..., Awaitable[Any]]] = {
    "gobbet": gobbet,
    "stock": stock,
    "stock, 256 at once": lambda *given: stock(*given, concurrent=256),
    "grouped writes": grouped_writes,
    "single writes": single_writes,
    "stuck gobbet": stuck_gobbet,
    "stuck stock": stuck_stock,
}


async def main(name: str, url: str, folder: str, count: int, task: str) -> None:
    progress = Progress(count)
    watching = asyncio.create_task(progress.watch_the_loop())
    figures = await CONTENDERS[name](url, Path(folder), progress, task)
    watching.cancel()
    sys.stdout.write(json.dumps(figures or progress.figures()))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4], int(sys.argv[4]), sys.argv[5]))
