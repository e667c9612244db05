"""A student is quizzed in private."""

from __future__ import annotations

import json


async def test_a_quiz_of_three_is_asked_explained_and_summed_up(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("/quiz 3")
    for number in (1, 2, 3):
        poll = await stage.ann.sees_poll(f"{number}/3")
        question = host.question(poll.question)
        assert sorted(poll.options) == sorted(question.options)
        assert 0 < len(poll.explanation) <= 200
        wrong = next(o for o in question.options if o != question.options[question.key])
        await stage.ann.votes(wrong if number == 2 else question.options[question.key])
    result = await stage.ann.hears("You got 2 of 3 right.")
    assert "To read again" in result.text
    await stage.ann.says("/score")
    await stage.ann.hears("You have 2 of 3 right (67 %).")


async def test_a_quiz_goes_on_after_a_restart_between_question_and_vote(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("/quiz 2")
    poll = await stage.ann.sees_poll("1/2")
    await host.stops_the_bot()
    await stage.ann.votes(_right(host, poll))
    await host.starts_the_bot()
    poll = await stage.ann.sees_poll("2/2")
    await host.stops_the_bot()
    await host.starts_the_bot()
    await stage.ann.votes(_right(host, poll))
    await stage.ann.hears("You got 2 of 2 right.")


async def test_stop_ends_the_quiz_closes_its_poll_and_shows_what_was_right(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("/quiz 3")
    await stage.ann.votes(_right(host, await stage.ann.sees_poll("1/3")))
    await stage.ann.sees_poll("2/3")
    await stage.ann.says("/stop")
    await stage.ann.sees_poll_end()
    await stage.ann.hears("Stopped. You got 1 of 1 right.")
    await stage.ann.says("/stop")
    await stage.ann.hears("No quiz is running.")


async def test_quiz_said_twice_ends_the_first_and_asks_anew(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("/quiz 2")
    first = await stage.ann.sees_poll("1/2")
    await stage.ann.says("/quiz 4")
    await stage.ann.sees_poll("1/4")
    assert first.is_closed
    assert not stage.ann.has_heard("Stopped")


async def test_of_a_quiz_that_gives_way_it_is_said_how_it_went(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("/quiz 3")
    await stage.ann.votes(_right(host, await stage.ann.sees_poll("1/3")))
    await stage.ann.sees_poll("2/3")
    await stage.ann.says("/quiz 2")
    await stage.ann.hears("That ends your last quiz. You got 1 of 1 right.")
    await stage.ann.sees_poll("1/2")


async def test_stopping_before_the_first_answer_says_so(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("/quiz 2")
    await stage.ann.sees_poll("1/2")
    await stage.ann.says("/stop")
    await stage.ann.hears("Stopped. Nothing was answered.")


async def test_a_number_that_is_none_is_named_with_its_cure(stage, host):
    await stage.ann.says("/start")
    for words in ("many", "-3", "0", "²", "1e3"):
        await stage.ann.says(f"/quiz {words}")
        await stage.ann.hears("Try /quiz 5")


async def test_my_data_come_as_a_file_and_are_gone_after_forget(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("/quiz 1")
    await stage.ann.votes(_right(host, await stage.ann.sees_poll()))
    await stage.ann.hears("You got 1 of 1 right.")
    await stage.ann.says("/export")
    exported = json.loads(await stage.ann.receives_file("gobbet"))
    assert exported["answers"][0]["points"] == 1
    await stage.ann.says("/forget")
    await stage.ann.hears("It can't be undone.")
    await stage.ann.presses("Keep it")
    await stage.ann.hears("Nothing was erased.")
    await stage.ann.says("/forget")
    await stage.ann.hears("It can't be undone.")
    await stage.ann.presses("Erase everything")
    await stage.ann.hears("I have erased everything")
    await stage.ann.says("/score")
    await stage.ann.hears("You have not answered a question yet.")


async def test_a_repeated_vote_and_a_retraction_change_nothing(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("/quiz 2")
    poll = await stage.ann.sees_poll("1/2")
    await stage.ann.votes(_right(host, poll))
    stage.world.updates.repeat()
    await stage.ann.votes(_right(host, await stage.ann.sees_poll("2/2")))
    await stage.ann.hears("You got 2 of 2 right.")


def _right(host, poll) -> str:
    question = host.question(poll.question)
    return question.options[question.key]
