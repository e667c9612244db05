"""The class plays a round: questions, board, standings, and who may change its course."""

from __future__ import annotations

from bot.playground import membership
from bot.playground.classroom import CLASS_ID
from bot.quiz.arrangement import has_values
from bot.quiz.plan import MOST_QUESTIONS


async def test_a_class_plays_a_round_and_the_standings_are_right(host, room):
    poll = await room.begins("/quiz 3 20s")
    assert poll.open_period == 20
    assert poll.type == "quiz"
    assert not poll.is_anonymous
    assert poll.shuffles_options is not has_values(host.question(poll.question))
    await room.ida.hears("The round begins")
    await room.answers(poll, ann="right", ben="wrong")
    await room.ann.sees_poll_end()
    board = await room.ann.hears("Board after question 1 of 3")
    assert "🥇 Ann: 1 of 1" in board.text
    assert "2. Ben: 0 of 1" in board.text
    poll = await room.goes_on("2/3")
    await room.answers(poll, ann="right")
    await host.has_handled_everything()
    assert not poll.is_closed, "Ben is waited for"
    await host.lets_pass(23)
    await room.ann.hears("Board after question 2 of 3")
    poll = await room.goes_on("3/3")
    await room.answers(poll, ann="wrong", ben="right")
    end = await room.ann.hears("The round is over")
    assert "3 questions count." in end.text
    assert "🥇 Ann: 2 of 3" in end.text
    assert "🥈 Ben: 1 of 3" in end.text
    assert "The hardest:" in end.text


async def test_a_question_costs_a_group_three_of_its_twenty_messages_a_minute(stage, host, room):
    poll = await room.begins("/quiz 3 20s")
    await host.has_handled_everything()
    before = len(stage.lines)
    for number in (1, 2, 3):
        await room.answers(poll, ann="right", ben="right")
        await room.ann.hears("Board" if number < 3 else "The round is over")
        if number < 3:
            poll = await room.goes_on(f"{number + 1}/3")
    await host.lets_pass(10)
    stops = 3
    assert len(stage.lines) - before + stops <= 3 * 3


async def test_stop_ends_the_round_without_the_open_question(room):
    poll = await room.begins()
    await room.answers(poll, ann="right")
    await room.ben.says("/stop")
    await room.ben.hears("Only administrators")
    await room.ida.says("/stop")
    await room.ann.sees_poll_end()
    await room.ann.hears("Nothing was answered that counts.")
    await room.ida.says("/stop")
    await room.ida.hears("No round is running here.")


async def test_a_pause_comes_after_the_question_and_resume_goes_on(host, room):
    poll = await room.begins()
    await room.ida.presses("⏸ Pause")
    await room.ann.hears("I pause after this question.")
    await room.answers(poll, ann="right", ben="right")
    await room.ann.hears("Paused after question 1 of 2.")
    await host.lets_pass(600)
    await room.ida.says("/resume")
    await room.ann.hears("On we go.")
    await room.ann.sees_poll("2/2")


async def test_who_comes_late_is_scored_on_what_they_played(room):
    poll = await room.begins()
    await room.answers(poll, ann="right", ben="wrong")
    await room.ann.hears("Board after question 1 of 2")
    poll = await room.goes_on("2/2")
    await room.answers(poll, chen="right", ann="right", ben="right")
    end = await room.ann.hears("The round is over")
    assert "🥇 Ann: 2 of 2" in end.text
    assert "🥈 Chen: 1 of 1" in end.text
    assert "🥈 Ben: 1 of 2" in end.text


async def test_teams_are_joined_by_button_and_score_their_mean(host, room):
    ida = room.ida
    await ida.says("/quiz 1 20s teams")
    await ida.hears("A round begins soon")
    await room.ann.presses("🔴 Red")
    await room.ben.presses("🔵 Blue")
    await room.chen.presses("🔵 Blue")
    await host.lets_pass(4)
    lobby = await ida.hears("🔵 Blue (2): Ben, Chen")
    assert "🔴 Red (1): Ann" in lobby.text
    await ida.presses("▶ Start")
    poll = await room.ann.sees_poll()
    await room.answers(poll, ann="right", ben="right", chen="wrong")
    end = await ida.hears("The round is over")
    assert "🥇 🔴 Red: 1.00 on average (1)" in end.text
    assert "🥈 🔵 Blue: 0.50 on average (2)" in end.text


async def test_speed_earns_more_to_who_is_faster(host, room):
    poll = await room.begins("/quiz 1 20s speed")
    await room.answers(poll, ann="right")
    await host.lets_pass(11)
    await room.answers(poll, ben="right")
    end = await room.ann.hears("The round is over")
    assert "🥇 Ann: 1,000 (1 of 1 right)" in end.text
    assert "🥈 Ben: 750 (1 of 1 right)" in end.text


async def test_two_doubts_suspend_a_question_until_an_administrator_decides(room):
    poll = await room.begins()
    await room.ann.presses("⚑ The marked answer is wrong")
    await room.ann.is_told("Answer it first")
    await room.answers(poll, ann="right", ben="wrong")
    await room.ann.hears("Board after question 1 of 2")
    await room.ann.presses("⚑ The marked answer is wrong")
    await room.ann.is_told("Noted.")
    await room.ann.presses("⚑ The marked answer is wrong")
    await room.ann.is_told("You said so already.")
    await room.ben.presses("⚑ The marked answer is wrong")
    await room.ben.is_told("The question is set aside")
    await room.ann.hears("Two players say that the marked answer of question 1 is wrong.")
    await room.ben.presses("The answer is right")
    await room.ben.is_told("Only administrators")
    await room.ida.presses("The answer is right")
    await room.ann.hears("it counts again")
    board = await room.ann.hears("Board after question 1 of 2")
    assert "🥇 Ann: 1 of 1" in board.text


async def test_a_dropped_question_counts_for_nobody(room):
    poll = await room.begins()
    await room.answers(poll, ann="wrong", ben="wrong")
    for student in (room.ann, room.ben):
        await student.presses("⚑ The marked answer is wrong")
    await room.ida.presses("Drop the question")
    await room.ann.hears("Question 1 is dropped")
    poll = await room.goes_on("2/2")
    await room.answers(poll, ann="right", ben="right")
    end = await room.ann.hears("The round is over")
    assert "1 question counts." in end.text
    assert "🥇 Ann: 1 of 1" in end.text
    assert "Question 1 was doubted and does not count." in end.text


async def test_a_group_sees_every_question_before_one_returns(host, room):
    choices = sum(len(question.options) > 1 for question in host.library.questions())
    total = min(choices, MOST_QUESTIONS)
    asked = []
    await room.begins(f"/quiz {total} 20s", joining=("ann",))
    for number in range(1, total + 1):
        poll = room.ann._poll.poll
        asked.append(host.question(poll.question).id)
        await room.answers(poll, ann="right")
        await room.ann.sees_poll_end()
        if number < total:
            await room.goes_on(f"{number + 1}/{total}")
    assert len(set(asked)) == total


async def test_a_group_that_becomes_a_supergroup_plays_on(stage, host, room):
    poll = await room.begins()
    await room.answers(poll, ann="right")
    await host.has_handled_everything()
    membership.migrate(stage.world, stage.instructor.user, CLASS_ID)
    again = await room.ann.sees_poll("1/2")
    assert again.question == poll.question
    assert room.ann.has_heard("I ask question 1 again")
    await room.answers(again, ann="right", ben="wrong")
    board = await room.ann.hears("Board after question 1 of 2")
    assert "🥇 Ann: 1 of 1" in board.text


async def test_a_round_waits_while_the_bot_is_out_of_the_group(stage, host, room):
    await room.begins()
    membership.remove_bot(stage.world, stage.instructor.user, CLASS_ID)
    await host.lets_pass(60)
    membership.add_bot(stage.world, stage.instructor.user, CLASS_ID)
    await room.ann.hears("I am back. The round waits after question 0 of 2")
    await room.ida.presses("▶ Resume")
    await room.ann.sees_poll("1/2")


async def test_a_repeated_vote_counts_once_and_a_voice_without_a_name_never(stage, host, room):
    poll = await room.begins("/quiz 1 20s")
    await room.ida.sees_poll()
    await room.ida.votes(host.right(poll), anonymously=True)
    await room.answers(poll, ann="right")
    stage.world.updates.repeat()
    await room.answers(poll, ben="wrong")
    end = await room.ann.hears("The round is over")
    assert "🥇 Ann: 1 of 1" in end.text
    assert "Ida" not in end.text


async def test_top_shows_a_week_a_month_and_all_time(host, room):
    poll = await room.begins("/quiz 1 20s")
    await room.answers(poll, ann="right", ben="wrong")
    await room.ann.hears("The round is over")
    await host.lets_pass(8 * 24 * 3600)
    await room.ben.says("/top")
    await room.ben.hears("🥇 Ann: 1 of 1")
    await room.ben.presses("Week")
    await room.ben.hears("Nobody has answered here yet.")
    await room.ben.says("/top month")
    await room.ben.hears("🥇 Ann: 1 of 1")
