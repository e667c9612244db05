"""A round meets what goes wrong: restarts, doubts about delivery, lost rights, several groups."""

from __future__ import annotations

from bot.playground.chats import group_chat
from bot.playground.faults import LoseCall, LoseReply
from tests.dialogues.rounds import begin

SECOND_CLASS = -4_000_000_077


async def test_after_a_restart_the_same_question_goes_on_and_says_so(stage, host):
    poll = await begin(stage, host)
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await host.has_handled_everything()
    await host.stops_the_bot()
    await stage.ben.in_class.votes_in(poll, host.wrong(poll))
    stage.skip(10)
    await host.starts_the_bot()
    await stage.ann.in_class.hears("I was away for a moment. Question 1 of 2 goes on")
    board = await stage.ann.in_class.hears("Board after question 1 of 2")
    assert "🥇 Ann: 1 of 1" in board.text
    assert "Ben: 0 of 1" in board.text


async def test_votes_given_while_the_bot_was_away_count_though_telegram_closed_the_poll(
    stage, host
):
    poll = await begin(stage, host, joining=("ann", "ben", "chen"))
    await host.has_handled_everything()
    await host.stops_the_bot()
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await stage.ben.in_class.votes_in(poll, host.right(poll))
    stage.skip(60)
    assert poll.is_closed
    await host.starts_the_bot()
    await stage.ann.in_class.hears("I was away for a moment.")
    await host.lets_pass(6)
    board = await stage.ann.in_class.hears("Board after question 1 of 2")
    assert "🥇 Ann: 1 of 1" in board.text
    assert "🥇 Ben: 1 of 1" in board.text
    assert "Chen: 0 of 1" in board.text


async def test_a_restart_between_questions_asks_the_next_one(stage, host):
    poll = await begin(stage, host)
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await stage.ben.in_class.votes_in(poll, host.right(poll))
    await stage.ann.in_class.hears("Board after question 1 of 2")
    await host.stops_the_bot()
    stage.skip(30)
    await host.starts_the_bot()
    await stage.ann.in_class.sees_poll("2/2")


async def test_after_an_hour_away_the_round_waits_for_its_instructor(stage, host):
    poll = await begin(stage, host)
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await host.has_handled_everything()
    await host.stops_the_bot()
    stage.skip(3600)
    await host.starts_the_bot()
    await stage.ann.in_class.hears("I was away for a while, so the round is paused")
    await stage.instructor.in_class.presses("▶ Resume")
    await stage.ann.in_class.sees_poll("2/2")


async def test_a_lobby_survives_a_restart_with_everybody_in_it(stage, host):
    await stage.instructor.in_class.says("/quiz 1 20s in 5m")
    await stage.instructor.in_class.hears("A round begins soon")
    await stage.ann.in_class.presses("✋ Join")
    await stage.ann.in_class.is_told("You are in.")
    await host.stops_the_bot()
    await host.starts_the_bot()
    await host.lets_pass(300)
    poll = await stage.ann.in_class.sees_poll()
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await stage.ann.in_class.hears("The round is over")


async def test_a_question_whose_delivery_is_in_doubt_is_asked_once_more(stage, host):
    await stage.instructor.in_class.says("/quiz 1 20s")
    await stage.instructor.in_class.hears("A round begins soon")
    stage.playground.faults.plan("sendPoll", LoseReply())
    await stage.instructor.in_class.presses("▶ Start")
    await stage.ann.in_class.hears("I can't tell whether question 1 arrived")
    first = await stage.ann.in_class.sees_poll()
    second = await stage.ann.in_class.sees_poll()
    assert first.question == second.question
    await stage.ann.in_class.votes_in(second, host.right(second))
    await host.lets_pass(23)
    end = await stage.ann.in_class.hears("The round is over")
    assert "🥇 Ann: 1 of 1" in end.text


async def test_a_question_that_surely_was_not_delivered_is_sent_again_in_silence(stage, host):
    await stage.instructor.in_class.says("/quiz 1 20s")
    await stage.instructor.in_class.hears("A round begins soon")
    stage.playground.faults.plan("sendPoll", LoseCall())
    await stage.instructor.in_class.presses("▶ Start")
    await stage.ann.in_class.sees_poll()


async def test_two_groups_play_at_once_and_know_nothing_of_each_other(stage, host):
    people = [stage.chen.user, stage.ben.user, stage.world.bot]
    stage.world.add_chat(group_chat(SECOND_CLASS, "Class 8a", stage.instructor.user, people))
    ida = stage.person(stage.instructor.user, SECOND_CLASS)
    chen = stage.person(stage.chen.user, SECOND_CLASS)
    here = await begin(stage, host, "/quiz 1 20s", joining=("ann",))
    await ida.says("/quiz 1 20s")
    await ida.hears("A round begins soon")
    await ida.presses("▶ Start")
    there = await chen.sees_poll()
    await chen.votes_in(there, host.wrong(there))
    await stage.ann.in_class.votes_in(here, host.right(here))
    end = await stage.ann.in_class.hears("The round is over")
    assert "Chen" not in end.text
    await host.lets_pass(23)
    end = await chen.hears("The round is over")
    assert "1. Chen: 0 of 1" in end.text
    assert "Ann" not in end.text


async def test_in_a_forum_everything_stays_in_its_topic(stage, host):
    chat = stage.instructor.in_class.chat
    chat.topics.add(17)
    topic = stage.world.post(chat, stage.ben.user, {"text": "Our quizzes"}, thread=17)
    await stage.instructor.in_class.says("/quiz 1 20s", reply_to=topic)
    await stage.instructor.in_class.hears("A round begins soon")
    await stage.instructor.in_class.presses("▶ Start")
    poll = await stage.ann.in_class.sees_poll()
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await host.lets_pass(23)
    await stage.ann.in_class.hears("The round is over")
    said = [m for m in chat.messages.values() if m.sender is stage.world.bot]
    assert {message.thread for message in said} == {17}


async def test_a_button_of_a_round_that_is_over_says_so(stage, host):
    await stage.instructor.in_class.says("/quiz 1 20s")
    lobby = await stage.instructor.in_class.hears("A round begins soon")
    start = next(b for b in lobby.buttons if b["text"] == "▶ Start")
    await stage.instructor.in_class.presses("Call off")
    await stage.instructor.in_class.hears("called off")
    lobby.markup = {"inline_keyboard": [[start]]}
    await stage.instructor.in_class.presses("▶ Start")
    await stage.instructor.in_class.is_told("This round is over.")
