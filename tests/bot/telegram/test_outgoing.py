import asyncio
import time
from pathlib import Path

import pytest

from bot.playground import membership, people
from bot.playground.classroom import ANN, BEN, CLASS_ID, INSTRUCTOR
from bot.playground.faults import Delay, Fail, LoseCall, LoseReply
from bot.playground.server import Playground, serve
from bot.store import outbox
from bot.store.database import Database, Transaction
from bot.store.outbox import Attachment, Outgoing, Refused, Uncertain
from bot.telegram.outcomes import TokenRefused
from bot.telegram.outgoing import Hooks, Sender
from bot.telegram.pacing import Limits, Pacing
from tests.bot.telegram.lines import AT_ONCE, Told, api, say, send, sending, states, texts, until

QUESTION = {
    "chat_id": CLASS_ID,
    "question": "Which moon has ice?",
    "options": [{"text": "Europa"}, {"text": "Deimos"}],
    "type": "quiz",
    "correct_option_ids": [0],
    "is_anonymous": False,
}


@pytest.fixture
async def playground():
    async with serve() as served:
        people.say(served.world, ANN, ANN.id, "/start")
        people.say(served.world, BEN, BEN.id, "/start")
        yield served


@pytest.fixture
async def database(tmp_path: Path):
    async with Database.open(tmp_path / "gobbet.sqlite3") as opened:
        yield opened


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
async def calls(playground: Playground):
    async with api(playground) as line:
        yield line


async def test_messages_of_a_chat_go_out_in_the_order_they_were_queued(
    database, playground, calls, told
):
    await send(database, *[say(ANN.id, str(number)) for number in range(20)])
    async with sending(database, calls, told):
        await until(lambda: len(texts(playground, ANN.id)) == 20)

    assert [str(number) for number in range(20)] == texts(playground, ANN.id)
    assert await states(database) == ["sent"] * 20


async def test_what_is_queued_while_the_sender_runs_goes_out_at_once(
    database, playground, calls, told
):
    async with sending(database, calls, told):
        await asyncio.sleep(0.05)
        for text in ("one", "two"):
            await send(database, say(ANN.id, text))
            await until(lambda text=text: text in texts(playground, ANN.id))


async def test_whoever_gave_a_purpose_is_told_the_result(database, playground, calls, told):
    async with sending(database, calls, told):
        await send(database, Outgoing(CLASS_ID, "sendPoll", QUESTION, "post:17"))
        await until(lambda: told.delivered)

    ((purpose, result),) = told.delivered
    assert purpose == "post:17"
    assert result["poll"]["question"] == "Which moon has ice?"
    assert result["message_id"] in playground.world.chats[CLASS_ID].messages


async def test_a_file_arrives_as_it_was_given(database, playground, calls, told):
    file = Attachment("document", "my answers.json", b'{"answers": []}')
    async with sending(database, calls, told):
        await send(database, Outgoing(ANN.id, "sendDocument", {"chat_id": ANN.id}, "file", file))
        await until(lambda: told.delivered)

    assert told.delivered[0][1]["document"]["file_name"] == "my answers.json"
    assert len(file.content) == told.delivered[0][1]["document"]["file_size"]


async def test_what_was_said_is_not_kept(database, calls, told):
    async with sending(database, calls, told):
        await send(database, say(ANN.id, "a secret"))
        await until_sent(database)
    rows = await database.read(lambda tx: tx.all("SELECT params FROM outbox"))

    assert [row["params"] for row in rows] == [""]


async def test_a_lost_reply_makes_a_message_uncertain_and_it_is_not_posted_twice(
    database, playground, calls, told
):
    playground.faults.plan("sendMessage", LoseReply())
    async with sending(database, calls, told):
        await send(database, say(ANN.id, "once", "post:1"), say(ANN.id, "after it"))
        await until(lambda: "after it" in texts(playground, ANN.id))

    assert texts(playground, ANN.id) == ["once", "after it"]
    assert await states(database) == ["uncertain", "sent"]
    assert [("post:1", Uncertain)] == [(purpose, type(why)) for purpose, why in told.failed]


async def test_a_reply_that_takes_too_long_makes_a_message_uncertain(database, playground, told):
    playground.faults.plan("sendMessage", Delay(1.5))
    async with (
        api(playground, read_timeout=0.2) as impatient,
        sending(database, impatient, told),
    ):
        await send(database, say(ANN.id, "slow", "post:1"))
        await until(lambda: told.failed)

    assert await states(database) == ["uncertain"]


async def test_a_gateway_that_fails_makes_a_message_uncertain(database, playground, calls, told):
    playground.faults.plan("sendMessage", Fail(502))
    async with sending(database, calls, told):
        await send(database, say(ANN.id, "perhaps", "post:1"))
        await until(lambda: told.failed)

    assert isinstance(told.failed[0][1], Uncertain)


async def test_a_server_that_says_it_failed_is_asked_again(database, playground, calls, told):
    playground.faults.plan("sendMessage", Fail(500))
    async with sending(database, calls, told):
        await send(database, say(ANN.id, "again"))
        await until(lambda: texts(playground, ANN.id))

    assert texts(playground, ANN.id) == ["again"]


@pytest.mark.parametrize("fault", [LoseReply(), LoseCall(), Fail(502), Fail(500)])
async def test_an_edit_is_repeated_until_it_is_known_to_be_done(
    database, playground, calls, told, fault
):
    async with sending(database, calls, told):
        await send(database, say(ANN.id, "old", "first"))
        await until(lambda: told.delivered)
        number = told.delivered[0][1]["message_id"]
        playground.faults.plan("editMessageText", fault)
        await send(database, edit(number, "new"))
        await until_sent(database)

    assert texts(playground, ANN.id) == ["new"]


async def test_edits_that_wait_are_replaced_by_the_newest(database, playground, calls, told):
    async with sending(database, calls, told):
        await send(database, say(ANN.id, "0 votes", "first"))
        await until(lambda: told.delivered)
    number = told.delivered[0][1]["message_id"]
    for votes in range(1, 50):
        await send(database, edit(number, f"{votes} votes"))
    async with sending(database, calls, told):
        await until(lambda: texts(playground, ANN.id) == ["49 votes"])

    assert await states(database) == ["sent", "sent"]


async def test_an_edit_that_changes_nothing_is_a_success(database, playground, calls, told):
    async with sending(database, calls, told):
        await send(database, say(ANN.id, "same", "first"))
        await until(lambda: told.delivered)
        await send(database, edit(told.delivered[0][1]["message_id"], "same", "second"))
        await until(lambda: len(told.delivered) == 2)

    assert not told.failed


async def test_after_a_restart_what_was_under_way_is_declared_uncertain(
    database, playground, calls, told
):
    await send(database, say(ANN.id, "who knows", "post:5"), say(ANN.id, "next"))
    await database.write(lambda tx: outbox.take(tx, ANN.id, is_paced=True))
    async with sending(database, calls, told):
        await until(lambda: texts(playground, ANN.id))

    assert texts(playground, ANN.id) == ["next"]
    assert told.failed[0][0] == "post:5"
    assert isinstance(told.failed[0][1], Uncertain)


async def test_what_telegram_refuses_is_given_up_and_told(database, playground, calls, told):
    async with sending(database, calls, told):
        await send(database, say(ANN.id, "x" * 5000, "long"), say(ANN.id, "next"))
        await until(lambda: texts(playground, ANN.id))

    assert await states(database) == ["dead", "sent"]
    ((purpose, refusal),) = told.failed
    assert purpose == "long"
    assert isinstance(refusal, Refused)
    assert not refusal.is_blocked


async def test_a_person_who_blocked_the_bot_is_recognised(database, playground, calls, told):
    membership.block(playground.world, ANN)
    async with sending(database, calls, told):
        await send(database, say(ANN.id, "hello?", "post:1"))
        await until(lambda: told.failed)

    assert told.failed[0][1].is_blocked


async def test_flood_control_of_one_chat_does_not_stop_another(database, calls, told, playground):
    playground.limits.are_on = True
    async with sending(database, calls, told, AT_ONCE):
        await send(database, *[say(ANN.id, str(number)) for number in range(6)])
        await until(lambda: len(texts(playground, ANN.id)) == 5)
        await asyncio.sleep(0.05)
        began = time.monotonic()
        await send(database, say(BEN.id, "hello"))
        await until(lambda: texts(playground, BEN.id))

        assert time.monotonic() - began < 0.5
        assert texts(playground, ANN.id) == ["0", "1", "2", "3", "4"]
        await until(lambda: len(texts(playground, ANN.id)) == 6, within=8)

    assert await states(database) == ["sent"] * 7


async def test_a_wait_that_telegram_asked_for_is_kept_after_a_restart(
    database, playground, calls, told
):
    await send(database, say(ANN.id, "later"))
    await database.write(lambda tx: outbox.postpone(tx, 1, until=time.time() + 0.5, error="flood"))
    async with sending(database, calls, told):
        await asyncio.sleep(0.3)
        assert not texts(playground, ANN.id)
        await until(lambda: texts(playground, ANN.id))


async def test_a_group_keeps_its_pace(database, playground, calls, told):
    limits = Limits(chat_interval=0.2, chat_burst=2)
    async with sending(database, calls, told, limits):
        began = time.monotonic()
        await send(database, *[say(CLASS_ID, str(number)) for number in range(5)])
        await until(lambda: len(texts(playground, CLASS_ID)) == 5)

    assert time.monotonic() - began >= 0.55


async def test_answers_to_pressed_buttons_overtake_a_chat_that_must_wait(
    database, playground, calls, told
):
    slow = Limits(chat_interval=30, chat_burst=1)
    async with sending(database, calls, told, slow):
        keyboard = {"inline_keyboard": [[{"text": "Start", "callback_data": "go"}]]}
        params = {"chat_id": ANN.id, "text": "Ready?", "reply_markup": keyboard}
        await send(database, Outgoing(ANN.id, "sendMessage", params, "ready"))
        await until(lambda: told.delivered)
        query = people.press(
            playground.world, ANN, ANN.id, told.delivered[0][1]["message_id"], "go"
        )
        await send(database, say(ANN.id, "this waits"))
        await send(database, press_answer(ANN.id, query.id, "pressed"), now=time.time())
        await until(lambda: len(told.delivered) == 2)

    assert told.delivered[1][0] == "pressed"
    assert await states(database) == ["sent", "pending", "sent"]


async def test_a_button_that_was_pressed_long_ago_is_not_answered(database, calls, told):
    await send(database, press_answer(ANN.id, "123", "late"), now=time.time() - 140)
    async with sending(database, calls, told):
        await until(lambda: told.failed)

    assert "too long ago" in told.failed[0][1].description


async def test_a_group_that_became_a_supergroup_gets_what_waited_for_it(
    database, playground, calls, told
):
    new = membership.migrate(playground.world, INSTRUCTOR, CLASS_ID).id
    await send(
        database,
        Outgoing(CLASS_ID, "sendPoll", QUESTION, "post:1"),
        say(CLASS_ID, "and this"),
    )
    async with sending(database, calls, told):
        await until(lambda: "and this" in texts(playground, new))

    assert [(CLASS_ID, new)] == told.migrated
    assert texts(playground, new) == ["Which moon has ice?", "and this"]
    assert await states(database) == ["sent", "sent"]
    assert told.delivered[0][0] == "post:1"


async def test_a_hook_that_fails_does_not_make_the_message_go_out_again(
    database, playground, calls, told, caplog
):
    async def fail(_: Transaction, __: str, ___: object) -> None:
        raise LookupError("a bug")

    sender = Sender(database, calls, Hooks(fail, fail, fail), pacing=Pacing(AT_ONCE))
    running = asyncio.create_task(sender.run())
    await send(database, say(ANN.id, "once", "post:1"), say(ANN.id, "next"))
    await until(lambda: len(texts(playground, ANN.id)) == 2)
    sender.stop()
    await running

    assert texts(playground, ANN.id) == ["once", "next"]
    assert "could not be taken in" in caplog.text


async def test_a_wrong_token_stops_the_sender_and_loses_nothing(database, playground, told):
    playground.world.chats.clear()
    async with api(playground) as right:
        right._base_url += "x"
        sender = Sender(database, right, told.hooks)
        await send(database, say(ANN.id, "kept"))
        with pytest.raises(TokenRefused, match="GOBBET_BOT_TOKEN"):
            await sender.run()

    assert await states(database) == ["pending"]


async def test_an_unreachable_server_is_tried_again_until_it_is_back(database, playground, told):
    async with api(playground) as calls:
        there, calls._base_url = calls._base_url, "http://127.0.0.1:9/bot"
        async with sending(database, calls, told):
            await send(database, say(ANN.id, "patience"))
            await asyncio.sleep(0.3)
            calls._base_url = there
            await until(lambda: texts(playground, ANN.id))

    assert texts(playground, ANN.id) == ["patience"]


async def test_stopping_waits_for_the_call_in_hand_and_keeps_the_rest(
    database, playground, calls, told
):
    playground.faults.plan("sendMessage", Delay(0.4))
    await send(database, say(ANN.id, "in hand"), say(ANN.id, "tomorrow"))
    sender = Sender(database, calls, told.hooks, pacing=Pacing(AT_ONCE))
    running = asyncio.create_task(sender.run())
    await asyncio.sleep(0.2)
    sender.stop()
    await running

    assert texts(playground, ANN.id) == ["in hand"]
    assert await states(database) == ["sent", "pending"]


def edit(number: int, text: str, purpose: str = "") -> Outgoing:
    params = {"chat_id": ANN.id, "message_id": number, "text": text}
    return Outgoing(ANN.id, "editMessageText", params, purpose)


def press_answer(player: int, query: str, purpose: str) -> Outgoing:
    return Outgoing(player, "answerCallbackQuery", {"callback_query_id": query}, purpose)


async def until_sent(database: Database) -> None:
    async with asyncio.timeout(8):
        while set(await states(database)) != {"sent"}:
            await asyncio.sleep(0.01)
