"""What people do in the playground, and what the bot learns of it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground import membership, people
from bot.playground.classroom import ANN, BEN, BOT, CHEN, CLASS_ID, INSTRUCTOR
from bot.playground.errors import BadRequest, Refused
from bot.playground.users import ANONYMOUS_ADMINISTRATOR
from bot.playground.world import World
from tests.bot.playground.conftest import Call

OPTIONS = [{"text": "six"}, {"text": "five"}, {"text": "two"}]


def learnt(world: World, kind: str) -> list[Any]:
    return [update[kind] for update in world.updates.fetch() if kind in update]


@pytest.fixture
def quiz(call: Call) -> int:
    """A quiz of the bot in the group; its message id."""
    sent = call(
        "sendPoll",
        chat_id=CLASS_ID,
        question="How long?",
        options=OPTIONS,
        type="quiz",
        correct_option_ids=[0],
        is_anonymous=False,
        shuffle_options=True,
        open_period=30,
    )
    return int(sent["message_id"])


def test_a_vote_reaches_the_bot_with_the_options_own_ids(world: World, quiz: int) -> None:
    people.vote(world, BEN, CLASS_ID, quiz, [1])
    (answer,) = learnt(world, "poll_answer")
    (poll,) = learnt(world, "poll")
    assert answer["user"]["id"] == BEN.id
    assert answer["option_ids"] == [1]
    assert answer["option_persistent_ids"] == [poll["options"][1]["persistent_id"]]
    assert [option["voter_count"] for option in poll["options"]] == [0, 1, 0]
    assert "chat" not in answer


def test_a_quiz_takes_one_vote_of_each_for_good(world: World, quiz: int) -> None:
    people.vote(world, BEN, CLASS_ID, quiz, [1])
    with pytest.raises(Refused, match="does not allow changes"):
        people.vote(world, BEN, CLASS_ID, quiz, [0])
    with pytest.raises(Refused, match="can't be taken back"):
        people.retract(world, BEN, CLASS_ID, quiz)
    with pytest.raises(Refused, match="one option only"):
        people.vote(world, CHEN, CLASS_ID, quiz, [0, 1])
    with pytest.raises(Refused, match="options 0 to 2"):
        people.vote(world, CHEN, CLASS_ID, quiz, [3])


def test_a_poll_ends_in_time_and_tells_the_bot(world: World, quiz: int) -> None:
    world.clock.skip(30)
    with pytest.raises(Refused, match="closed"):
        people.vote(world, BEN, CLASS_ID, quiz, [0])
    (poll,) = learnt(world, "poll")
    assert poll["is_closed"]
    assert not learnt(world, "poll_answer")


def test_a_stopped_poll_returns_its_result_once(world: World, call: Call, quiz: int) -> None:
    people.vote(world, BEN, CLASS_ID, quiz, [0])
    final = call("stopPoll", chat_id=CLASS_ID, message_id=quiz)
    assert (final["is_closed"], final["total_voter_count"]) == (True, 1)
    with pytest.raises(BadRequest, match="poll has already been closed"):
        call("stopPoll", chat_id=CLASS_ID, message_id=quiz)
    with pytest.raises(BadRequest, match="message with poll to stop not found"):
        call("stopPoll", chat_id=CLASS_ID, message_id=quiz + 1)


def test_a_retracted_vote_is_an_empty_answer(world: World, call: Call) -> None:
    sent = call("sendPoll", chat_id=ANN.id, question="?", options=OPTIONS, is_anonymous=False)
    people.vote(world, ANN, ANN.id, sent["message_id"], [2])
    people.retract(world, ANN, ANN.id, sent["message_id"])
    assert [answer["option_ids"] for answer in learnt(world, "poll_answer")] == [[2], []]


def test_nobody_learns_who_voted_in_an_anonymous_poll(world: World, call: Call) -> None:
    sent = call("sendPoll", chat_id=ANN.id, question="?", options=OPTIONS)
    people.vote(world, ANN, ANN.id, sent["message_id"], [0])
    assert not learnt(world, "poll_answer")
    assert learnt(world, "poll")


def test_an_administrator_can_write_and_vote_in_the_name_of_the_chat(
    world: World, quiz: int
) -> None:
    people.say(world, INSTRUCTOR, CLASS_ID, "/quiz", anonymously=True)
    people.vote(world, INSTRUCTOR, CLASS_ID, quiz, [0], anonymously=True)
    (message,) = learnt(world, "message")
    (answer,) = learnt(world, "poll_answer")
    assert message["from"]["id"] == ANONYMOUS_ADMINISTRATOR.id
    assert message["sender_chat"]["id"] == CLASS_ID
    assert answer["voter_chat"]["id"] == CLASS_ID
    assert answer["user"]["username"] == "Channel_Bot"
    with pytest.raises(Refused, match="Only administrators"):
        people.vote(world, BEN, CLASS_ID, quiz, [0], anonymously=True)


@pytest.mark.parametrize("text", ["/quiz", "/quiz@gobbet_bot 3"])
def test_in_a_group_the_bot_sees_commands_for_it(world: World, text: str) -> None:
    people.say(world, BEN, CLASS_ID, text)
    assert [message["text"] for message in learnt(world, "message")] == [text]


@pytest.mark.parametrize("text", ["hello", "@gobbet_bot hello", "/quiz@another_bot", "say /quiz"])
def test_in_a_group_privacy_mode_hides_what_is_no_command(world: World, text: str) -> None:
    people.say(world, BEN, CLASS_ID, text)
    assert not learnt(world, "message")


def test_replies_to_the_bot_and_everything_for_an_administrator_get_through(
    world: World, call: Call
) -> None:
    sent = call("sendMessage", chat_id=CLASS_ID, text="Who knows?")
    people.say(world, BEN, CLASS_ID, "me", reply_to=sent["message_id"])
    assert [message["text"] for message in learnt(world, "message")] == ["me"]
    membership.add_bot(world, INSTRUCTOR, CLASS_ID, as_administrator=True)
    people.say(world, BEN, CLASS_ID, "and me")
    assert [message["text"] for message in learnt(world, "message")] == ["me", "and me"]


def test_a_press_carries_its_message_and_can_be_answered_for_150_seconds(
    world: World, call: Call
) -> None:
    button = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    sent = call("sendMessage", chat_id=ANN.id, text="x", reply_markup=button)
    query = people.press(world, ANN, ANN.id, sent["message_id"], "go")
    (pressed,) = learnt(world, "callback_query")
    assert (pressed["data"], pressed["message"]["text"]) == ("go", "x")
    with pytest.raises(BadRequest, match="MESSAGE_TOO_LONG"):
        call("answerCallbackQuery", callback_query_id=query.id, text="x" * 201)
    assert call("answerCallbackQuery", callback_query_id=query.id, text="x" * 200)
    world.clock.skip(151)
    with pytest.raises(BadRequest, match="query is too old"):
        call("answerCallbackQuery", callback_query_id=query.id)
    assert not learnt(world, "callback_query")
    with pytest.raises(Refused, match="no such button"):
        people.press(world, ANN, ANN.id, sent["message_id"], "stop")


def test_a_group_that_became_a_supergroup_tells_where_it_went(
    world: World, call: Call, quiz: int
) -> None:
    new = membership.migrate(world, INSTRUCTOR, CLASS_ID)
    there, here = learnt(world, "message")
    assert there["migrate_to_chat_id"] == new.id
    assert here["migrate_from_chat_id"] == CLASS_ID
    with pytest.raises(BadRequest, match="upgraded to a supergroup") as refusal:
        call("sendMessage", chat_id=CLASS_ID, text="x")
    assert refusal.value.as_json()["parameters"] == {"migrate_to_chat_id": new.id}
    assert call("sendMessage", chat_id=new.id, text="x")["chat"]["type"] == "supergroup"
    with pytest.raises(Refused, match="became the supergroup"):
        people.vote(world, BEN, CLASS_ID, quiz, [0])


def test_the_bot_is_told_where_it_is_wanted(world: World, call: Call) -> None:
    membership.remove_bot(world, INSTRUCTOR, CLASS_ID)
    membership.add_bot(world, INSTRUCTOR, CLASS_ID)
    membership.block(world, ANN)
    people.say(world, ANN, ANN.id, "/start")
    call("leaveChat", chat_id=CLASS_ID)
    changes = [
        (change["chat"]["id"], change["new_chat_member"]["status"])
        for change in learnt(world, "my_chat_member")
    ]
    assert changes == [
        (CLASS_ID, "kicked"),
        (CLASS_ID, "member"),
        (ANN.id, "kicked"),
        (ANN.id, "member"),
        (CLASS_ID, "left"),
    ]


def test_people_come_and_go(world: World, call: Call) -> None:
    membership.leave(world, BEN, CLASS_ID)
    assert call("getChatMember", chat_id=CLASS_ID, user_id=BEN.id)["status"] == "left"
    with pytest.raises(Refused, match="Ben is not in"):
        people.say(world, BEN, CLASS_ID, "/quiz")
    membership.join(world, BEN, CLASS_ID)
    assert call("getChatMemberCount", chat_id=CLASS_ID) == 5
    assert [
        member["user"]["id"] for member in call("getChatAdministrators", chat_id=CLASS_ID)
    ] == [INSTRUCTOR.id]
    services = [
        set(message) & {"left_chat_member", "new_chat_members"}
        for message in learnt(world, "message")
    ]
    assert services == [{"left_chat_member"}, {"new_chat_members"}]


def test_a_file_can_be_fetched_where_get_file_says(world: World, call: Call) -> None:
    people.upload(world, ANN, ANN.id, "notes.md", b"# Notes", "my notes")
    (message,) = learnt(world, "message")
    document = message["document"]
    assert (document["file_name"], document["file_size"]) == ("notes.md", 7)
    path = call("getFile", file_id=document["file_id"])["file_path"]
    stored = world.files.at(path)
    assert stored
    assert stored.content == b"# Notes"


def test_a_file_beyond_twenty_megabytes_can_not_be_fetched(world: World, call: Call) -> None:
    people.upload(world, ANN, ANN.id, "big.txt", bytes((20 << 20) + 1))
    (message,) = learnt(world, "message")
    with pytest.raises(BadRequest, match="file is too big"):
        call("getFile", file_id=message["document"]["file_id"])


def test_the_narrowest_published_commands_are_shown(world: World, call: Call) -> None:
    def publish(name: str, **scope: Any) -> None:
        commands = [{"command": name, "description": name}]
        call("setMyCommands", commands=commands, scope=scope or {"type": "default"})

    def shown(user: Any, chat_id: int) -> list[str]:
        commands = world.commands.shown_to(user, world.chats[chat_id])
        return [command["command"] for command in commands]

    publish("anywhere")
    publish("private", type="all_private_chats")
    publish("rule", type="all_chat_administrators")
    assert shown(ANN, ANN.id) == ["private"]
    assert shown(ANN, CLASS_ID) == ["anywhere"]
    assert shown(INSTRUCTOR, CLASS_ID) == ["rule"]
    call("deleteMyCommands", scope={"type": "all_private_chats"})
    assert shown(ANN, ANN.id) == ["anywhere"]


def test_an_inline_query_is_answered_with_results(world: World, call: Call) -> None:
    query = people.ask_inline(world, ANN, "Qin Gang")
    (asked,) = learnt(world, "inline_query")
    assert asked["query"] == "Qin Gang"
    result = {"type": "article", "id": "1", "title": "x"}
    assert call("answerInlineQuery", inline_query_id=query.id, results=[result])
    with pytest.raises(BadRequest, match="RESULT_ID_DUPLICATE"):
        call("answerInlineQuery", inline_query_id=query.id, results=[result, result])


def test_what_people_cannot_say_is_refused(world: World) -> None:
    with pytest.raises(Refused, match="nothing to send"):
        people.say(world, ANN, ANN.id, "  ")
    with pytest.raises(Refused, match="at most 4096"):
        people.say(world, ANN, ANN.id, "x" * 4097)
    assert people.say(world, ANN, ANN.id, "😀" * 4096).id
    assert BOT.id not in [person.id for person in world.people]
