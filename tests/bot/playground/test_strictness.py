"""What the methods refuse, in Telegram's words where Telegram has words for it."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.playground import membership
from bot.playground.classroom import ANN, BEN, CLASS_ID, INSTRUCTOR
from bot.playground.errors import ApiError, BadRequest
from bot.playground.methods import METHODS
from bot.playground.methods.parameters import Parameters
from bot.playground.world import World
from tests.bot.playground.conftest import START, Call

QUIZ = {
    "chat_id": ANN.id,
    "question": "How long?",
    "options": [{"text": "six hours"}, {"text": "five hours"}],
    "type": "quiz",
    "correct_option_ids": [0],
    "is_anonymous": False,
}


def keyboard(**button: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x"} | button]]}


@pytest.mark.parametrize(
    ("parameters", "complaint"),
    [
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": ANN.id}, "message text is empty"),
        ({"chat_id": ANN.id, "text": " \n "}, "message text is empty"),
        ({"chat_id": ANN.id, "text": "x" * 4097}, "message is too long"),
        ({"chat_id": ANN.id, "text": "😀" * 2049}, "message is too long"),
        ({"chat_id": 1, "text": "x"}, "chat not found"),
        ({"chat_id": "@nobody", "text": "x"}, "chat not found"),
        ({"chat_id": ANN.id, "text": "x", "parse_mode": "Markdown"}, "unsupported parse_mode"),
        ({"chat_id": ANN.id, "text": "<b>x", "parse_mode": "HTML"}, "can't parse entities"),
        ({"chat_id": ANN.id, "text": "x", "colour": "red"}, 'unknown parameter "colour"'),
        ({"chat_id": ANN.id, "text": "x", "reply_markup": "{"}, '"reply_markup"'),
        ({"chat_id": ANN.id, "text": "x", "message_thread_id": 7}, "message thread not found"),
        (
            {"chat_id": ANN.id, "text": "x", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
        (
            {
                "chat_id": ANN.id,
                "text": "x",
                "reply_parameters": {"message_id": 1, "chat_id": CLASS_ID},
            },
            "no replies from one chat to another",
        ),
        (
            {"chat_id": ANN.id, "text": "x", "reply_parameters": {"message": 1}},
            '"reply_parameters.message_id" is required',
        ),
        (
            {"chat_id": ANN.id, "text": "<b>x</b>" * 101, "parse_mode": "HTML"},
            "too many entities",
        ),
        (
            {
                "chat_id": ANN.id,
                "text": "x",
                "entities": [{"type": "bold", "offset": 0, "length": 2}],
            },
            "ends beyond the text",
        ),
    ],
)
def test_messages_are_refused(call: Call, parameters: dict[str, Any], complaint: str) -> None:
    with pytest.raises(BadRequest) as refusal:
        call("sendMessage", **parameters)
    assert complaint in refusal.value.description


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        (keyboard(callback_data="x" * 65), "BUTTON_DATA_INVALID"),
        (keyboard(callback_data="é" * 33), "BUTTON_DATA_INVALID"),
        (keyboard(callback_data=""), "BUTTON_DATA_INVALID"),
        (keyboard(), "Text buttons are unallowed in the inline keyboard"),
        (keyboard(url="ftp://x"), "Wrong HTTP URL"),
        (keyboard(url="https://x", callback_data="x"), "several things"),
        (keyboard(color="red"), "color"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "x"}] * 9]}, "BUTTON_ROW_INVALID"),
        (
            {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101},
            "REPLY_MARKUP_TOO_LONG",
        ),
        ({"buttons": []}, "object expected as reply markup"),
    ],
)
def test_keyboards_are_refused(call: Call, markup: dict[str, Any], complaint: str) -> None:
    with pytest.raises(BadRequest) as refusal:
        call("sendMessage", chat_id=ANN.id, text="x", reply_markup=json.dumps(markup))
    assert complaint in refusal.value.description


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"question": ""}, "text must be non-empty"),
        ({"question": "x" * 301}, "poll question length must not exceed 300"),
        (
            {"question": "<b>x</b>", "question_parse_mode": "HTML"},
            "a poll's question may hold custom emoji only",
        ),
        ({"options": []}, "poll must have at least one answer option"),
        ({"options": [{"text": str(n)} for n in range(13)]}, "can't have more than 12 options"),
        ({"options": [{"text": "x" * 101}]}, "poll options length must not exceed 100"),
        ({"options": [{"text": " "}]}, "text must be non-empty"),
        ({"options": ["six", "five"]}, '"options.0"'),
        ({"correct_option_ids": []}, "a quiz needs correct_option_ids"),
        ({"correct_option_ids": [2]}, "wrong correct option ID specified"),
        ({"correct_option_ids": [1, 0]}, "correct_option_ids must increase"),
        ({"correct_option_ids": [0, 1]}, "several correct options need"),
        ({"correct_option_id": 0}, 'unknown parameter "correct_option_id"'),
        ({"explanation": "x" * 201}, "quiz explanation length must not exceed 200"),
        ({"explanation": "a\nb\nc\nd"}, "more than 2 line feeds"),
        ({"open_period": 4}, "a poll is open for 5 to 2628000 seconds"),
        ({"open_period": 2_628_001}, "a poll is open for 5 to 2628000 seconds"),
        ({"close_date": START + 4}, "a poll is open for 5 to 2628000 seconds"),
        ({"open_period": 9, "close_date": START + 9}, "can't be used together"),
        ({"allow_adding_options": True}, "options can't be added"),
        ({"type": "riddle"}, '"type"'),
        ({"description": "x" * 1025}, "poll description length must not exceed 1024"),
    ],
)
def test_polls_are_refused(call: Call, change: dict[str, Any], complaint: str) -> None:
    with pytest.raises(BadRequest) as refusal:
        call("sendPoll", **(QUIZ | change))
    assert complaint in refusal.value.description


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"question": "x" * 300},
        {"options": [{"text": str(n) * 50} for n in range(12)]},
        {"options": [{"text": "only one"}]},
        {"explanation": "<b>a</b>\nb\nc", "explanation_parse_mode": "HTML"},
        {"explanation": "<b>" + "x" * 200 + "</b>", "explanation_parse_mode": "HTML"},
        {"open_period": 5},
        {"close_date": START + 2_628_000},
        {"reply_markup": keyboard(callback_data="x" * 64)},
    ],
)
def test_polls_at_the_edge_of_what_is_allowed_are_sent(call: Call, change: dict[str, Any]) -> None:
    assert call("sendPoll", **(QUIZ | change))["poll"]["type"] == "quiz"


def test_everything_may_come_as_the_strings_of_a_form(call: Call) -> None:
    form = {
        key: value if isinstance(value, str) else json.dumps(value) for key, value in QUIZ.items()
    }
    poll = call("sendPoll", **form)["poll"]
    assert not poll["is_anonymous"]
    assert poll["correct_option_ids"] == [0]


def test_an_edit_that_changes_nothing_is_refused(call: Call) -> None:
    sent = call("sendMessage", chat_id=ANN.id, text="x", reply_markup=keyboard(callback_data="y"))
    where = {"chat_id": ANN.id, "message_id": sent["message_id"]}
    with pytest.raises(BadRequest, match="message is not modified"):
        call("editMessageText", **where, text="x", reply_markup=keyboard(callback_data="y"))
    assert "reply_markup" not in call("editMessageText", **where, text="x")
    with pytest.raises(BadRequest, match="message is not modified"):
        call("editMessageReplyMarkup", **where)


def test_only_the_bots_own_messages_can_be_edited(call: Call, world: World) -> None:
    with pytest.raises(BadRequest, match="message can't be edited"):
        call("editMessageText", chat_id=ANN.id, message_id=1, text="x")
    with pytest.raises(BadRequest, match="message to edit not found"):
        call("editMessageText", chat_id=ANN.id, message_id=77, text="x")
    poll = call("sendPoll", **QUIZ)
    with pytest.raises(BadRequest, match="there is no text in the message to edit"):
        call("editMessageText", chat_id=ANN.id, message_id=poll["message_id"], text="x")
    assert world.chats[ANN.id].messages[1].text == "/start"


def test_messages_can_be_deleted_for_two_days(call: Call, world: World) -> None:
    old = call("sendMessage", chat_id=ANN.id, text="x")["message_id"]
    world.clock.skip(48 * 3600 + 1)
    with pytest.raises(BadRequest, match="message can't be deleted for everyone"):
        call("deleteMessage", chat_id=ANN.id, message_id=old)
    new = call("sendMessage", chat_id=ANN.id, text="x")["message_id"]
    assert call("deleteMessage", chat_id=ANN.id, message_id=new) is True
    with pytest.raises(BadRequest, match="message to delete not found"):
        call("deleteMessage", chat_id=ANN.id, message_id=new)


def test_a_reply_to_a_message_that_is_gone_can_be_sent_all_the_same(call: Call) -> None:
    reply = {"message_id": 99, "allow_sending_without_reply": True}
    sent = call("sendMessage", chat_id=ANN.id, text="x", reply_parameters=json.dumps(reply))
    assert "reply_to_message" not in sent


def test_the_bot_may_not_write_first_nor_where_it_is_not_wanted(call: Call, world: World) -> None:
    def refusal(chat_id: int) -> str:
        with pytest.raises(ApiError) as refused:
            call("sendMessage", chat_id=chat_id, text="x")
        return refused.value.description

    assert refusal(BEN.id) == "Forbidden: bot can't initiate conversation with a user"
    membership.block(world, ANN)
    assert refusal(ANN.id) == "Forbidden: bot was blocked by the user"
    membership.remove_bot(world, INSTRUCTOR, CLASS_ID)
    assert refusal(CLASS_ID) == "Forbidden: bot was kicked from the group chat"


def test_commands_are_checked(call: Call) -> None:
    def publish(command: str, description: str, **more: Any) -> Any:
        commands = [{"command": command, "description": description}]
        return call("setMyCommands", commands=json.dumps(commands), **more)

    assert publish("ask", "Ask something")
    for command, description, more, complaint in (
        ("Ask", "x", {}, "BOT_COMMAND_INVALID"),
        ("x" * 33, "x", {}, "BOT_COMMAND_INVALID"),
        ("ask", "", {}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("ask", "x", {"scope": {"type": "chat"}}, "chat takes exactly type, chat_id"),
        ("ask", "x", {"scope": {"type": "galaxy"}}, "scope.type"),
        ("ask", "x", {"language_code": "english"}, "invalid language code specified"),
    ):
        with pytest.raises(BadRequest, match=complaint):
            publish(command, description, **more)


def test_without_strictness_unknown_parameters_are_ignored() -> None:
    read = METHODS["sendmessage"].read
    assert read({"chat_id": 1, "text": "x", "colour": "red"}, strict=False)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(list(METHODS.values())), st.data())
def test_whatever_comes_in_is_done_or_refused(
    world: World, kind: type[Parameters], data: st.DataObject
) -> None:
    likely = {"chat_id": ANN.id, "message_id": 1, "text": "x", "question": "?"}
    fields = [name for name in kind.model_fields if name not in likely]
    drawn = data.draw(st.dictionaries(st.sampled_from(fields), anything)) if fields else {}
    usual = {name: value for name, value in likely.items() if name in kind.model_fields}
    with suppress(ApiError):
        assert kind.read(usual | drawn).act(world) is not None
