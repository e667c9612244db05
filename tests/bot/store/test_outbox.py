from pathlib import Path

import pytest

from bot.store import outbox
from bot.store.database import Database, Transaction
from bot.store.outbox import Attachment, Depth, Outgoing, Pending, Refused, Uncertain

ANN, BEN, OLD, NEW = 5, 6, -7, -1007


@pytest.fixture
async def database(tmp_path: Path):
    async with Database.open(tmp_path / "gobbet.sqlite3") as opened:
        yield opened


def say(chat: int, text: str, purpose: str = "") -> Outgoing:
    return Outgoing(chat, "sendMessage", {"chat_id": chat, "text": text}, purpose)


def edit(chat: int, message: int, text: str, method: str = "editMessageText") -> Outgoing:
    return Outgoing(chat, method, {"chat_id": chat, "message_id": message, "text": text})


async def enqueue(database: Database, *messages: Outgoing, now: float = 100.0) -> None:
    await database.write(lambda tx: outbox.enqueue(tx, messages, now))


async def take(database: Database, chat: int, *, is_paced: bool = True) -> Pending | None:
    return await database.write(lambda tx: outbox.take(tx, chat, is_paced=is_paced))


async def all_texts(database: Database, chat: int) -> list[str]:
    texts = []
    while call := await take(database, chat):
        texts.append(call.params["text"])
        await database.write(lambda tx, call=call: outbox.finish(tx, call.id, None, 1.0))
    return texts


async def test_a_call_comes_back_as_it_was_queued(database):
    file = Attachment("document", "data.json", b"\x00{}")
    params = {"chat_id": ANN, "caption": "ça", "reply_markup": {"inline_keyboard": []}}
    await enqueue(database, Outgoing(ANN, "sendDocument", params, "file", file))

    call = await take(database, ANN)
    assert call == Pending(
        1,
        ANN,
        is_paced=True,
        method="sendDocument",
        params=params,
        purpose="file",
        attachment=file,
        tries=0,
        not_before=0.0,
        queued_at=100.0,
    )


async def test_each_chat_has_its_own_order(database):
    await enqueue(database, say(ANN, "1"), say(BEN, "2"), say(ANN, "3"))

    assert sorted(await database.read(outbox.lanes)) == [(ANN, True), (BEN, True)]
    assert await all_texts(database, ANN) == ["1", "3"]
    assert await all_texts(database, BEN) == ["2"]
    assert await database.read(outbox.lanes) == []


async def test_a_send_that_was_taken_is_not_handed_out_again(database):
    await enqueue(database, say(ANN, "1"))
    await take(database, ANN)

    assert await take(database, ANN) is None
    assert [call.id for call in await database.read(outbox.interrupted)] == [1]


async def test_a_call_that_may_be_repeated_is_handed_out_until_it_is_finished(database):
    await enqueue(database, edit(ANN, 3, "new"))
    call = await take(database, ANN)

    assert await take(database, ANN) == call
    assert await database.read(outbox.interrupted) == []


@pytest.mark.parametrize("method", ["sendMessage", "sendPoll", "copyMessage", "forwardMessage"])
async def test_what_puts_a_message_into_a_chat_may_not_be_repeated(database, method):
    await enqueue(database, Outgoing(ANN, method, {}))

    assert not (await take(database, ANN)).is_repeatable


@pytest.mark.parametrize("method", ["editMessageText", "stopPoll", "sendChatAction"])
async def test_what_comes_to_the_same_may_be_repeated(database, method):
    await enqueue(database, Outgoing(ANN, method, {}))

    assert (await take(database, ANN)).is_repeatable


async def test_the_newest_edit_of_a_message_replaces_those_that_wait(database):
    await enqueue(database, edit(ANN, 3, "a"), edit(ANN, 4, "other"), say(ANN, "between"))
    await enqueue(database, edit(ANN, 3, "b"))

    assert await all_texts(database, ANN) == ["other", "between", "b"]


async def test_an_edit_that_was_refused_stays_on_record_when_a_newer_one_comes(database):
    await enqueue(database, edit(ANN, 3, "a"))
    call = await take(database, ANN)
    await database.write(lambda tx: outbox.finish(tx, call.id, Refused("no"), 60.0))
    await enqueue(database, edit(ANN, 3, "b"))

    assert (await database.read(outbox.depth)).dead == 1


async def test_an_edit_of_the_buttons_does_not_replace_one_of_the_text(database):
    await enqueue(database, edit(ANN, 3, "text"))
    await enqueue(database, edit(ANN, 3, "buttons", "editMessageReplyMarkup"))

    assert await all_texts(database, ANN) == ["text", "buttons"]


async def test_answers_to_pressed_buttons_stand_in_a_line_of_their_own(database):
    await enqueue(database, say(ANN, "1"), Outgoing(ANN, "answerCallbackQuery", {}))

    assert sorted(await database.read(outbox.lanes)) == [(ANN, False), (ANN, True)]
    assert (await take(database, ANN, is_paced=False)).method == "answerCallbackQuery"


async def test_a_postponed_call_keeps_its_place_and_its_time(database):
    await enqueue(database, say(ANN, "1"), say(ANN, "2"))
    call = await take(database, ANN)
    await database.write(lambda tx: outbox.postpone(tx, call.id, until=200.0, error="flood"))

    again = await take(database, ANN)
    assert (again.id, again.not_before, again.tries) == (call.id, 200.0, 1)


@pytest.mark.parametrize(
    ("failure", "state"),
    [(None, "sent"), (Uncertain("lost"), "uncertain"), (Refused("chat not found"), "dead")],
)
async def test_the_outcome_is_kept_and_what_was_said_is_not(database, failure, state):
    await enqueue(
        database, Outgoing(ANN, "sendDocument", {"a": 1}, "x", Attachment("document", "n", b"1"))
    )
    call = await take(database, ANN)
    await database.write(lambda tx: outbox.finish(tx, call.id, failure, 5.0))

    (row,) = await database.read(lambda tx: tx.all("SELECT * FROM outbox"))
    assert (row["state"], row["finished_at"]) == (state, 5.0)
    assert row["error"] == (failure.description if failure else None)
    assert (row["params"], row["attachment"]) == ("", None)


async def test_a_groups_calls_move_with_it(database):
    await enqueue(
        database,
        say(OLD, "1"),
        Outgoing(OLD, "sendMessage", {"chat_id": BEN, "text": "2"}),
        say(BEN, "mine"),
    )
    await database.write(lambda tx: outbox.move_chat(tx, OLD, NEW))

    first = await take(database, NEW)
    second = await take(database, NEW)
    assert (first.params["chat_id"], second.params["chat_id"]) == (NEW, BEN)
    assert await take(database, OLD) is None
    assert (await take(database, BEN)).params["chat_id"] == BEN


async def test_a_send_that_is_under_way_moves_with_its_group(database):
    await enqueue(database, say(OLD, "1"))
    await take(database, OLD)
    await database.write(lambda tx: outbox.move_chat(tx, OLD, NEW))

    assert [call.chat for call in await database.read(outbox.interrupted)] == [NEW]


async def test_the_depth_counts_by_fate(database):
    assert await database.read(outbox.depth) == Depth(0, 0, 0, None)

    await enqueue(database, say(ANN, "1"), say(ANN, "2"), say(ANN, "3"), now=50)
    for failure in (Uncertain("?"), Refused("no")):
        call = await take(database, ANN)
        await database.write(lambda tx, c=call, f=failure: outbox.finish(tx, c.id, f, 60.0))
    assert await database.read(outbox.depth) == Depth(1, 1, 1, oldest_at=50)


async def test_finished_calls_are_forgotten_after_two_days(database):
    await enqueue(database, say(ANN, "1"), say(ANN, "2"), now=0)
    call = await take(database, ANN)
    await database.write(lambda tx: outbox.finish(tx, call.id, None, 0.0))
    two_days = 48 * 3600

    assert await database.write(lambda tx: outbox.purge(tx, two_days)) == 0
    assert await database.write(lambda tx: outbox.purge(tx, two_days + 1)) == 1
    assert await all_texts(database, ANN) == ["2"]


async def test_a_forgotten_chat_leaves_nothing_behind(database):
    await enqueue(database, say(ANN, "1"), say(BEN, "2"))
    await database.write(lambda tx: outbox.forget(tx, ANN))

    assert await all_texts(database, ANN) == []
    assert await all_texts(database, BEN) == ["2"]


async def test_a_send_that_is_under_way_is_not_forgotten_before_its_outcome_is_known(database):
    await enqueue(database, say(ANN, "1"))
    call = await take(database, ANN)
    await database.write(lambda tx: outbox.forget(tx, ANN))

    assert await database.read(outbox.interrupted) == [call]


async def test_those_who_send_hear_of_new_calls_after_the_commit(database):
    heard: list[tuple[str, set[int]]] = []
    database.on_commit(outbox.PACED, lambda chats: heard.append(("paced", set(chats))))
    database.on_commit(outbox.UNPACED, lambda chats: heard.append(("unpaced", set(chats))))

    async def fail(tx: Transaction) -> None:
        await outbox.enqueue(tx, [say(99, "never")], 0.0)
        raise LookupError

    with pytest.raises(LookupError):
        await database.write(fail)
    await enqueue(database, say(ANN, "1"), say(BEN, "2"), Outgoing(9, "answerCallbackQuery", {}))

    assert sorted(heard) == [("paced", {ANN, BEN}), ("unpaced", {9})]


async def test_both_lanes_of_a_group_that_moved_are_woken(database):
    heard: list[tuple[str, set[int]]] = []
    database.on_commit(outbox.PACED, lambda chats: heard.append(("paced", set(chats))))
    database.on_commit(outbox.UNPACED, lambda chats: heard.append(("unpaced", set(chats))))
    await database.write(lambda tx: outbox.move_chat(tx, -5, -1005))

    assert sorted(heard) == [("paced", {-1005}), ("unpaced", {-1005})]
