"""A round meets what goes wrong: restarts, doubts about delivery, lost rights, several groups."""

from __future__ import annotations

from bot.playground.chats import group_chat
from bot.playground.faults import LoseCall, LoseReply

SECOND_CLASS = -4_000_000_077


async def test_after_a_restart_the_same_question_goes_on_and_says_so(stage, host, room):
    poll = await room.begins()
    await room.answers(poll, ann="right")
    await host.has_handled_everything()
    await host.stops_the_bot()
    await room.answers(poll, ben="wrong")
    stage.skip(10)
    await host.starts_the_bot()
    await room.ann.hears("I was away for a moment. Question 1 of 2 goes on")
    board = await room.ann.hears("Board after question 1 of 2")
    assert "🥇 Ann: 1 of 1" in board.text
    assert "Ben: 0 of 1" in board.text


async def test_votes_given_while_the_bot_was_away_count_though_telegram_closed_the_poll(
    stage, host, room
):
    poll = await room.begins(joining=("ann", "ben", "chen"))
    await host.has_handled_everything()
    await host.stops_the_bot()
    await room.answers(poll, ann="right", ben="right")
    stage.skip(60)
    assert poll.is_closed
    await host.starts_the_bot()
    await room.ann.hears("I was away for a moment.")
    await host.lets_pass(6)
    board = await room.ann.hears("Board after question 1 of 2")
    assert "🥇 Ann: 1 of 1" in board.text
    assert "🥇 Ben: 1 of 1" in board.text
    assert "Chen: 0 of 1" in board.text


async def test_a_restart_between_questions_asks_the_next_one(stage, host, room):
    poll = await room.begins()
    await room.answers(poll, ann="right", ben="right")
    await room.ann.hears("Board after question 1 of 2")
    await host.stops_the_bot()
    stage.skip(30)
    await host.starts_the_bot()
    await room.ann.sees_poll("2/2")


async def test_after_an_hour_away_the_round_waits_for_its_instructor(stage, host, room):
    poll = await room.begins()
    await room.answers(poll, ann="right")
    await host.has_handled_everything()
    await host.stops_the_bot()
    stage.skip(3600)
    await host.starts_the_bot()
    await room.ann.hears("I was away for a while, so the round is paused")
    await room.ida.presses("▶ Resume")
    await room.ann.sees_poll("2/2")


async def test_a_lobby_survives_a_restart_with_everybody_in_it(host, room):
    await room.ida.says("/quiz 1 20s in 5m")
    await room.ida.hears("A round begins soon")
    await room.ann.presses("✋ Join")
    await room.ann.is_told("You are in.")
    await host.stops_the_bot()
    await host.starts_the_bot()
    await host.lets_pass(300)
    poll = await room.ann.sees_poll()
    await room.answers(poll, ann="right")
    await room.ann.hears("The round is over")


async def test_a_question_whose_delivery_is_in_doubt_is_asked_once_more(stage, host, room):
    await room.opens_lobby()
    stage.playground.faults.plan("sendPoll", LoseReply())
    await room.ida.presses("▶ Start")
    await room.ann.hears("I can't tell whether question 1 arrived")
    first = await room.ann.sees_poll()
    second = await room.ann.sees_poll()
    assert first.question == second.question
    await room.answers(second, ann="right")
    await host.lets_pass(23)
    end = await room.ann.hears("The round is over")
    assert "🥇 Ann: 1 of 1" in end.text


async def test_a_question_that_surely_was_not_delivered_is_sent_again_in_silence(stage, room):
    await room.opens_lobby()
    stage.playground.faults.plan("sendPoll", LoseCall())
    await room.ida.presses("▶ Start")
    await room.ann.sees_poll()


async def test_two_groups_play_at_once_and_know_nothing_of_each_other(stage, host, room):
    people = [stage.chen.user, stage.ben.user, stage.world.bot]
    stage.world.add_chat(group_chat(SECOND_CLASS, "Class 8a", stage.instructor.user, people))
    ida = stage.person(stage.instructor.user, SECOND_CLASS)
    chen = stage.person(stage.chen.user, SECOND_CLASS)
    here = await room.begins("/quiz 1 20s", joining=("ann",))
    await ida.says("/quiz 1 20s")
    await ida.hears("A round begins soon")
    await ida.presses("▶ Start")
    there = await chen.sees_poll()
    await chen.votes_in(there, host.wrong(there))
    await room.answers(here, ann="right")
    end = await room.ann.hears("The round is over")
    assert "Chen" not in end.text
    await host.lets_pass(23)
    end = await chen.hears("The round is over")
    assert "1. Chen: 0 of 1" in end.text
    assert "Ann" not in end.text


async def test_in_a_forum_everything_stays_in_its_topic(stage, host, room):
    chat = room.ida.chat
    chat.topics.add(17)
    topic = stage.world.post(chat, stage.ben.user, {"text": "Our quizzes"}, thread=17)
    await room.ida.says("/quiz 1 20s", reply_to=topic)
    await room.ida.hears("A round begins soon")
    await room.ida.presses("▶ Start")
    poll = await room.ann.sees_poll()
    await room.answers(poll, ann="right")
    await host.lets_pass(23)
    await room.ann.hears("The round is over")
    said = [m for m in chat.messages.values() if m.sender is stage.world.bot]
    assert {message.thread for message in said} == {17}


async def test_a_button_of_a_round_that_is_over_says_so(room):
    lobby = await room.opens_lobby()
    start = next(b for b in lobby.buttons if b["text"] == "▶ Start")
    await room.ida.presses("Call off")
    await room.ida.hears("called off")
    lobby.markup = {"inline_keyboard": [[start]]}
    await room.ida.presses("▶ Start")
    await room.ida.is_told("This round is over.")
