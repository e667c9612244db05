import asyncio
import contextlib
import dataclasses
import json
import time
from pathlib import Path

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.playground import people
from bot.playground.classroom import ANN, BEN, CHEN, CLASS_ID
from bot.playground.faults import Fail, LoseCall, LoseReply
from bot.playground.server import Playground, serve
from bot.store import inbox, outbox
from bot.store.database import Database
from bot.store.inbox import Received
from bot.telegram import backlog as backlog_module
from bot.telegram import intake as intake_module
from bot.telegram.api import BotApi
from bot.telegram.fetching import Fetching, received
from bot.telegram.intake import Intake, NotYet
from bot.telegram.outcomes import TokenRefused
from bot.telegram.transport import AiohttpRequest
from tests.bot.telegram.lines import api, inbox_states, taking_in, until


@pytest.fixture
async def playground():
    async with serve() as served:
        served.world.updates.hold()
        for person in (ANN, BEN, CHEN):
            people.say(served.world, person, person.id, "/start")
        served.world.updates.clear()
        served.world.updates.release()
        yield served


@pytest.fixture
async def database(tmp_path: Path):
    async with Database.open(tmp_path / "gobbet.sqlite3") as opened:
        yield opened


class Heard:
    """A handler that remembers what it was given, and does what a test wants for a text."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.wants = {}

    async def __call__(self, update, _) -> None:
        text = update.effective_message.text if update.effective_message else "vote"
        if text in self.wants:
            await self.wants[text]()
        self.texts.append(text)


@pytest.fixture
def heard() -> Heard:
    return Heard()


def refusing(error: Exception):
    async def refuse() -> None:
        raise error

    return refuse


async def all_done(database: Database, count: int, within: float = 5.0) -> None:
    async with asyncio.timeout(within):
        while list((await inbox_states(database)).values()) != ["done"] * count:
            await asyncio.sleep(0.01)


async def test_what_people_say_is_handled_and_marked(database, playground, heard):
    async with taking_in(database, playground, heard):
        people.say(playground.world, ANN, ANN.id, "hello")
        await all_done(database, 1)

    assert heard.texts == ["hello"]


async def test_what_is_handled_is_not_kept(database, playground, heard):
    async with taking_in(database, playground, heard):
        people.say(playground.world, ANN, ANN.id, "hello")
        await all_done(database, 1)
    rows = await database.read(lambda tx: tx.all("SELECT body FROM inbox"))

    assert [row["body"] for row in rows] == [""]


async def test_one_persons_messages_are_handled_in_order(database, playground, heard):
    async def slowly() -> None:
        await asyncio.sleep(0.1)

    heard.wants["first"] = slowly
    async with taking_in(database, playground, heard):
        for text in ("first", "second", "third"):
            people.say(playground.world, ANN, ANN.id, text)
        await all_done(database, 3)

    assert heard.texts == ["first", "second", "third"]


async def test_people_do_not_wait_for_each_other(database, playground, heard):
    never = asyncio.Event()
    heard.wants["stuck"] = never.wait
    async with taking_in(database, playground, heard):
        people.say(playground.world, ANN, ANN.id, "stuck")
        people.say(playground.world, BEN, BEN.id, "quick")
        await until(lambda: heard.texts)
        assert heard.texts == ["quick"]
        never.set()
        await all_done(database, 2)


async def test_a_persons_deeds_in_two_chats_keep_their_order(database, playground, heard):
    async def slowly() -> None:
        await asyncio.sleep(0.1)

    heard.wants["/first"] = slowly
    async with taking_in(database, playground, heard):
        people.say(playground.world, ANN, CLASS_ID, "/first")
        people.say(playground.world, ANN, ANN.id, "second")
        await all_done(database, 2)

    assert heard.texts == ["/first", "second"]


async def test_an_update_whose_handler_fails_is_parked_and_blocks_nobody(
    database, playground, heard
):
    heard.wants["bad"] = refusing(LookupError("a bug"))
    async with taking_in(database, playground, heard):
        people.say(playground.world, ANN, ANN.id, "bad")
        people.say(playground.world, ANN, ANN.id, "good")
        await until(lambda: heard.texts)
        (parked,) = await database.read(inbox.parked)

        assert heard.texts == ["good"]
        assert parked.error == "LookupError: a bug"
        assert ANN.id == parked.player


async def test_a_parked_update_can_be_handled_again(database, playground, heard):
    heard.wants["bad"] = refusing(LookupError("a bug"))
    async with taking_in(database, playground, heard):
        people.say(playground.world, ANN, ANN.id, "bad")
        async with asyncio.timeout(5):
            while not await database.read(inbox.parked):
                await asyncio.sleep(0.01)
        del heard.wants["bad"]

        assert await database.write(inbox.retry) == 1
        await all_done(database, 1)

    assert heard.texts == ["bad"]


async def test_an_update_that_cannot_be_read_is_parked(database, playground, heard):
    await store(database, Received(7, '{"update_id": 7, "message": {"strange": true}}'))
    await store(database, Received(8, '{"update_id": 8, "message":'))
    async with taking_in(database, playground, heard):
        people.say(playground.world, ANN, ANN.id, "fine")
        await until(lambda: heard.texts)

    assert {7: "parked", 8: "parked"}.items() <= (await inbox_states(database)).items()


async def test_half_a_character_blocks_nobody(database, playground, heard):
    update = {"update_id": 7, "message": {"chat": {"id": ANN.id}, "text": "half \ud83d"}}
    await store(database, received(update))
    async with taking_in(database, playground, heard):
        people.say(playground.world, ANN, ANN.id, "whole")
        await until(lambda: "whole" in heard.texts)


async def test_a_handler_that_never_ends_is_parked(database, playground, heard):
    heard.wants["stuck"] = asyncio.Event().wait
    async with taking_in(database, playground, heard, limit_seconds=0.1):
        people.say(playground.world, ANN, ANN.id, "stuck")
        people.say(playground.world, ANN, ANN.id, "next")
        await until(lambda: heard.texts)

    assert sorted((await inbox_states(database)).values()) == ["done", "parked"]


async def test_an_update_that_comes_twice_is_handled_once(database, playground, heard):
    async with taking_in(database, playground, heard):
        people.say(playground.world, ANN, ANN.id, "once")
        await all_done(database, 1)
        playground.world.updates.repeat()
        people.say(playground.world, ANN, ANN.id, "more")
        await all_done(database, 2)

    assert heard.texts == ["once", "more"]


async def test_what_was_stored_before_a_restart_is_handled_after_it(database, playground, heard):
    people.say(playground.world, ANN, ANN.id, "before")
    (update,) = playground.world.updates.fetch()
    await store(database, received(update))
    async with taking_in(database, playground, heard):
        await until(lambda: heard.texts)
        await all_done(database, 1)

    assert heard.texts == ["before"]


async def test_a_vote_that_is_early_waits_for_its_poll(database, playground, heard):
    known = False

    async def look_up() -> None:
        if not known:
            raise NotYet

    heard.wants["early"] = look_up
    async with taking_in(database, playground, heard):
        people.say(playground.world, ANN, ANN.id, "early")
        people.say(playground.world, ANN, ANN.id, "next")
        await until(lambda: heard.texts)
        assert heard.texts == ["next"]
        known = True
        await database.write(posted)
        await until(lambda: len(heard.texts) == 2, within=0.8)
        await all_done(database, 2)

    assert heard.texts == ["next", "early"]


async def test_more_early_votes_than_memory_holds_are_counted_too(
    database, playground, heard, monkeypatch
):
    monkeypatch.setattr(backlog_module, "_MOST_SET_ASIDE", 2)
    monkeypatch.setattr(intake_module, "_LOOK_AGAIN_SECONDS", 0.3)
    early = [f"early {number}" for number in range(6)]
    for text in early:
        heard.wants[text] = refusing(NotYet())
    await store(database, *[message(n, 100 + n, text) for n, text in enumerate(early, 1)])
    async with taking_in(database, playground, heard) as ours:
        await until(lambda: len(ours._backlog) == 2 and not ours._in_hand)
        heard.wants.clear()
        await all_done(database, 6)

    assert sorted(heard.texts) == early


async def test_a_vote_whose_poll_stays_unknown_is_given_up(
    database, playground, heard, monkeypatch
):
    monkeypatch.setattr(intake_module, "_NOT_YET_SECONDS", 0.5)
    monkeypatch.setattr(intake_module, "_RECONSIDER_SECONDS", 0.1)
    heard.wants["early"] = refusing(NotYet())
    async with taking_in(database, playground, heard):
        people.say(playground.world, ANN, ANN.id, "early")
        await all_done(database, 1)
    rows = await database.read(lambda tx: tx.all("SELECT error FROM inbox"))

    assert "never became known" in rows[0]["error"]


@pytest.mark.parametrize("fault", [LoseReply(), LoseCall(), Fail(502), Fail(500)])
async def test_fetching_goes_on_after_trouble(database, playground, heard, fault):
    playground.faults.plan("getUpdates", fault)
    people.say(playground.world, ANN, ANN.id, "patience")
    async with taking_in(database, playground, heard):
        await all_done(database, 1)

    assert heard.texts == ["patience"]


async def test_a_second_poller_is_reported_in_words(database, playground, heard, caplog):
    async with taking_in(database, playground, heard) as ours:
        await until(lambda: playground.world.updates.allowed)
        async with taking_in_elsewhere(playground):
            await until(lambda: ours._fetching.has_rival, within=30)

    assert "Another process fetches updates with this bot's token" in caplog.text


async def test_a_wrong_token_stops_the_intake_with_a_cure(database, playground, heard):
    wrong = dataclasses.replace(playground, token="1:wrong")
    with pytest.raises(TokenRefused, match="GOBBET_BOT_TOKEN"):
        await run_until_it_ends(database, wrong, heard)


async def test_stopping_finishes_what_is_in_hand_and_keeps_the_rest(database, playground, heard):
    async def slowly() -> None:
        await asyncio.sleep(0.3)

    heard.wants["in hand"] = slowly
    async with taking_in(database, playground, heard) as ours:
        people.say(playground.world, ANN, ANN.id, "in hand")
        people.say(playground.world, ANN, ANN.id, "tomorrow")
        await until(lambda: ours._in_hand)
        while len(await inbox_states(database)) < 2:
            await asyncio.sleep(0.01)

    assert heard.texts == ["in hand"]
    assert sorted((await inbox_states(database)).values()) == ["done", "waiting"]


async def test_memory_holds_a_bounded_part_of_a_backlog_and_others_get_through(
    database, playground, heard, monkeypatch
):
    never = asyncio.Event()
    heard.wants["stuck"] = never.wait
    await store(database, *[message(number, BEN.id, "stuck") for number in range(1, 1501)])
    await store(database, message(5000, CHEN.id, "through"))
    async with taking_in(database, playground, heard) as ours:
        await until(lambda: heard.texts)
        most = len(ours._backlog)
        never.set()
        heard.wants.clear()
        await all_done(database, 1501, within=30)

    assert heard.texts[0] == "through"
    assert most <= 260
    assert len(heard.texts) == 1501


async def test_the_time_of_the_last_answer_is_known(database, playground, heard):
    async with taking_in(database, playground, heard) as ours:
        assert ours._fetching.last_success is None
        people.say(playground.world, ANN, ANN.id, "hello")
        await all_done(database, 1)

        assert time.monotonic() - ours._fetching.last_success < 5


def test_whose_update_it_is_and_where_is_read_from_every_kind():
    user, group = {"id": 5}, {"id": -7}
    message = {"chat": group, "from": user}

    assert place({"message": message}) == (-7, 5)
    assert place({"callback_query": {"from": {"id": 6}, "message": message}}) == (None, 6)
    assert place({"poll_answer": {"user": user}}) == (None, 5)
    assert place({"poll_answer": {"voter_chat": group}}) == (None, -7)
    assert place({"my_chat_member": message}) == (-7, 5)
    assert place({"channel_post": {"chat": group}}) == (-7, None)
    assert place({"poll": {"id": "1"}}) == (None, None)


@pytest.mark.parametrize("strange", [5, None, [], {"chat": 7}, {"from": {"id": "x"}}])
def test_an_update_of_a_strange_shape_belongs_nowhere(strange):
    assert place({"something_new": strange}) == (None, None)


def place(content: dict) -> tuple[int | None, int | None]:
    update = received({"update_id": 1} | content)
    return update.chat, update.player


def message(number: int, person: int, text: str) -> Received:
    body = {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 0,
            "chat": {"id": person, "type": "private"},
            "from": {"id": person, "is_bot": False, "first_name": "P"},
            "text": text,
        },
    }
    return Received(number, json.dumps(body), person, person)


async def run_until_it_ends(database: Database, playground: Playground, heard: Heard) -> None:
    async with asyncio.timeout(5), AiohttpRequest() as request:
        polls = BotApi(f"{playground.url}/bot{playground.token}", request)
        fetching = Fetching(database, polls, ["message"])
        await Intake(database, fetching, Bot(playground.token), heard).run()


async def store(database: Database, *updates: Received) -> None:
    await database.write(lambda tx: inbox.store(tx, updates, time.time()))


async def posted(tx) -> None:
    tx.announce(outbox.POSTED)


@contextlib.asynccontextmanager
async def taking_in_elsewhere(playground: Playground):
    """Somebody else fetches again and again: who of two makes way is chance."""

    async def fetch(calls) -> None:
        while True:
            with contextlib.suppress(Conflict):
                await calls.call("getUpdates", {"timeout": 1})

    async with api(playground) as calls:
        fetching = asyncio.create_task(fetch(calls))
        yield
        fetching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await fetching


async def test_a_webhook_that_is_not_removed_at_once_is_removed_later(database, playground, heard):
    playground.world.webhook = "https://example.org/hook"
    playground.faults.plan("deleteWebhook", Fail(502))
    async with taking_in(database, playground, heard):
        people.say(playground.world, ANN, ANN.id, "hello")
        await all_done(database, 1)
    assert heard.texts == ["hello"]
    assert playground.world.webhook == ""


async def test_a_token_refused_while_the_webhook_is_removed_stops_the_intake(
    database, playground, heard
):
    playground.world.webhook = "https://example.org/hook"
    playground.faults.plan("deleteWebhook", Fail(401))
    with pytest.raises(TokenRefused, match="GOBBET_BOT_TOKEN"):
        await run_until_it_ends(database, playground, heard)
