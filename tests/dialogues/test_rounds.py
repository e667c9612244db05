"""An instructor runs a round for the class: lobby, questions, board, standings."""

from __future__ import annotations

from bot.playground import membership
from bot.playground.classroom import CLASS_ID
from bot.quiz.arrangement import has_values
from tests.dialogues.rounds import begin


async def test_a_class_plays_a_round_and_the_standings_are_right(stage, host):
    poll = await begin(stage, host, "/quiz 3 20s")
    assert poll.open_period == 20
    assert poll.type == "quiz"
    assert not poll.is_anonymous
    assert poll.shuffles_options is not has_values(host.question(poll.question))
    await stage.instructor.in_class.hears("The round begins")
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await stage.ben.in_class.votes_in(poll, host.wrong(poll))
    await stage.ann.in_class.sees_poll_end()
    board = await stage.ann.in_class.hears("Board after question 1 of 3")
    assert "🥇 Ann: 1 of 1" in board.text
    assert "2. Ben: 0 of 1" in board.text
    await host.lets_pass(6)
    poll = await stage.ann.in_class.sees_poll("2/3")
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await host.has_handled_everything()
    assert not poll.is_closed, "Ben is waited for"
    await host.lets_pass(23)
    await stage.ann.in_class.hears("Board after question 2 of 3")
    await host.lets_pass(6)
    poll = await stage.ann.in_class.sees_poll("3/3")
    await stage.ann.in_class.votes_in(poll, host.wrong(poll))
    await stage.ben.in_class.votes_in(poll, host.right(poll))
    end = await stage.ann.in_class.hears("The round is over")
    assert "3 questions count." in end.text
    assert "🥇 Ann: 2 of 3" in end.text
    assert "🥈 Ben: 1 of 3" in end.text
    assert "The hardest:" in end.text


async def test_a_question_costs_a_group_three_of_its_twenty_messages_a_minute(stage, host):
    poll = await begin(stage, host, "/quiz 3 20s")
    await host.has_handled_everything()
    before = len(stage.lines)
    for number in (1, 2, 3):
        for person in (stage.ann, stage.ben):
            await person.in_class.votes_in(poll, host.right(poll))
        await stage.ann.in_class.hears("Board" if number < 3 else "The round is over")
        if number < 3:
            await host.lets_pass(6)
            poll = await stage.ann.in_class.sees_poll(f"{number + 1}/3")
    await host.lets_pass(10)
    stops = 3
    assert len(stage.lines) - before + stops <= 3 * 3


async def test_only_administrators_open_and_start_rounds(stage, host):
    await stage.ben.in_class.says("/quiz 5")
    await stage.ben.in_class.hears("administrators start the rounds")
    await stage.instructor.in_class.says("/quiz 5")
    await stage.ben.in_class.hears("A round begins soon")
    for button in ("▶ Start", "5 questions", "Call off", "📚 All articles"):
        await stage.ben.in_class.presses(button)
        await stage.ben.in_class.is_told("Only administrators")
    await stage.instructor.in_class.presses("Call off")
    await stage.ben.in_class.hears("The round was called off.")
    await stage.ben.in_class.hears("This lobby is closed.")


async def test_an_administrator_names_somebody_who_may_run_rounds(stage, host):
    said = await stage.ben.in_class.says("may I run the quiz today?")
    await stage.instructor.in_class.says("/quiz allow")
    await stage.instructor.in_class.hears("Reply to somebody's message")
    await stage.instructor.in_class.says("/quiz allow", reply_to=said)
    await stage.ben.in_class.hears("Ben may run rounds here now.")
    await stage.ben.in_class.says("/quiz 3")
    await stage.ben.in_class.hears("A round begins soon")
    await stage.instructor.in_class.says("/quiz disallow", reply_to=said)
    await stage.ben.in_class.hears("Ben runs rounds here no more.")
    await stage.ben.in_class.presses("▶ Start")
    await stage.ben.in_class.is_told("Only administrators")


async def test_an_anonymous_administrator_is_known_once_they_press_start(stage, host):
    await stage.instructor.in_class.says("/quiz 1 20s", anonymously=True)
    await stage.ann.in_class.hears("A round begins soon")
    await stage.instructor.in_class.presses("▶ Start")
    poll = await stage.ann.in_class.sees_poll("")
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await host.lets_pass(23)
    await stage.ann.in_class.hears("The round is over")
    await stage.instructor.says("/report")
    await stage.instructor.hears("Report on one round", within=30)


async def test_the_lobby_changes_with_its_buttons(stage, host):
    ida = stage.instructor.in_class
    await ida.says("/quiz 7 25s")
    await ida.hears("7 questions, 25 seconds each.")
    await ida.presses("7 questions")
    await ida.hears("5 questions, 25 seconds each.")
    await ida.presses("25 s each")
    await ida.hears("5 questions, 10 seconds each.")
    await ida.presses("Scoring: accuracy")
    await ida.hears("1000 points in the first seconds")
    await ida.presses("Streaks: no")
    await ida.hears("From the third right answer in a row on")
    await ida.presses("📚 All articles")
    await ida.hears("What shall the round be about?")
    article = host.library.articles[0]
    await ida.presses(article.title if len(article.title) <= 40 else _cut(ida, article.title))
    await ida.hears(f"About {article.title}.")


def _cut(person, title):
    for message in reversed(person.chat.messages.values()):
        for button in message.buttons:
            if button["text"].endswith("…") and title.startswith(button["text"][:-1]):
                return button["text"]
    raise AssertionError(title)


async def test_words_that_are_no_plan_are_named_with_their_cure(stage, host):
    await stage.instructor.in_class.says("/quiz 10 fast")
    await stage.instructor.in_class.hears("“fast” means nothing to me here. Try /quiz 10 20s")


async def test_the_next_lobby_has_the_settings_of_the_last_round(stage, host):
    poll = await begin(stage, host, "/quiz 1 45s speed")
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await stage.ben.in_class.votes_in(poll, host.right(poll))
    await stage.ann.in_class.hears("The round is over")
    await stage.instructor.in_class.says("/quiz")
    await stage.instructor.in_class.hears("1 question, 45 seconds each.")


async def test_a_lobby_starts_by_itself_at_the_set_time(stage, host):
    await stage.instructor.in_class.says("/quiz 2 20s in 5m")
    await stage.ann.in_class.hears("It starts by itself 5 min after")
    await host.lets_pass(299)
    await host.lets_pass(1)
    await stage.ann.in_class.sees_poll("1/2")


async def test_a_lobby_that_nobody_starts_closes_after_an_hour(stage, host):
    await stage.instructor.in_class.says("/quiz 2")
    await stage.ann.in_class.hears("A round begins soon")
    await host.lets_pass(3600)
    await stage.ann.in_class.hears("Nobody started the round")


async def test_a_second_quiz_meets_the_round_that_runs(stage, host):
    await begin(stage, host)
    await stage.instructor.in_class.says("/quiz 5")
    await stage.instructor.in_class.hears("A round is running: question 1 of 2.")


async def test_stop_ends_the_round_without_the_open_question(stage, host):
    poll = await begin(stage, host)
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await stage.ben.in_class.says("/stop")
    await stage.ben.in_class.hears("Only administrators")
    await stage.instructor.in_class.says("/stop")
    await stage.ann.in_class.sees_poll_end()
    await stage.ann.in_class.hears("Nothing was answered that counts.")
    await stage.instructor.in_class.says("/stop")
    await stage.instructor.in_class.hears("No round is running here.")


async def test_a_pause_comes_after_the_question_and_resume_goes_on(stage, host):
    poll = await begin(stage, host)
    await stage.instructor.in_class.presses("⏸ Pause")
    await stage.ann.in_class.hears("I pause after this question.")
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await stage.ben.in_class.votes_in(poll, host.right(poll))
    await stage.ann.in_class.hears("Paused after question 1 of 2.")
    await host.lets_pass(600)
    await stage.instructor.in_class.says("/resume")
    await stage.ann.in_class.hears("On we go.")
    await stage.ann.in_class.sees_poll("2/2")


async def test_who_comes_late_is_scored_on_what_they_played(stage, host):
    poll = await begin(stage, host)
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await stage.ben.in_class.votes_in(poll, host.wrong(poll))
    await stage.ann.in_class.hears("Board after question 1 of 2")
    await host.lets_pass(6)
    poll = await stage.ann.in_class.sees_poll("2/2")
    await stage.chen.in_class.votes_in(poll, host.right(poll))
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await stage.ben.in_class.votes_in(poll, host.right(poll))
    end = await stage.ann.in_class.hears("The round is over")
    assert "🥇 Ann: 2 of 2" in end.text
    assert "🥈 Chen: 1 of 1" in end.text
    assert "🥈 Ben: 1 of 2" in end.text


async def test_teams_are_joined_by_button_and_score_their_mean(stage, host):
    ida = stage.instructor.in_class
    await ida.says("/quiz 1 20s teams")
    await ida.hears("A round begins soon")
    await stage.ann.in_class.presses("🔴 Red")
    await stage.ben.in_class.presses("🔵 Blue")
    await stage.chen.in_class.presses("🔵 Blue")
    await host.lets_pass(4)
    lobby = await ida.hears("🔵 Blue (2): Ben, Chen")
    assert "🔴 Red (1): Ann" in lobby.text
    await ida.presses("▶ Start")
    poll = await stage.ann.in_class.sees_poll()
    for person in (stage.ann, stage.ben, stage.chen):
        option = host.right(poll) if person is not stage.chen else host.wrong(poll)
        await person.in_class.votes_in(poll, option)
    end = await ida.hears("The round is over")
    assert "🥇 🔴 Red: 1.00 on average (1)" in end.text
    assert "🥈 🔵 Blue: 0.50 on average (2)" in end.text


async def test_speed_earns_more_to_who_is_faster(stage, host):
    poll = await begin(stage, host, "/quiz 1 20s speed")
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await host.lets_pass(11)
    await stage.ben.in_class.votes_in(poll, host.right(poll))
    end = await stage.ann.in_class.hears("The round is over")
    assert "🥇 Ann: 1,000 (1 of 1 right)" in end.text
    assert "🥈 Ben: 750 (1 of 1 right)" in end.text


async def test_two_doubts_suspend_a_question_until_an_administrator_decides(stage, host):
    poll = await begin(stage, host)
    await stage.ann.in_class.presses("⚑ The key is wrong")
    await stage.ann.in_class.is_told("Answer the question first")
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await stage.ben.in_class.votes_in(poll, host.wrong(poll))
    await stage.ann.in_class.hears("Board after question 1 of 2")
    await stage.ann.in_class.presses("⚑ The key is wrong")
    await stage.ann.in_class.is_told("Noted.")
    await stage.ann.in_class.presses("⚑ The key is wrong")
    await stage.ann.in_class.is_told("You said so already.")
    await stage.ben.in_class.presses("⚑ The key is wrong")
    await stage.ben.in_class.is_told("The question is set aside")
    await stage.ann.in_class.hears("Two players doubt the key of question 1.")
    await stage.ben.in_class.presses("The key is right")
    await stage.ben.in_class.is_told("Only administrators")
    await stage.instructor.in_class.presses("The key is right")
    await stage.ann.in_class.hears("it counts again")
    board = await stage.ann.in_class.hears("Board after question 1 of 2")
    assert "🥇 Ann: 1 of 1" in board.text


async def test_a_dropped_question_counts_for_nobody(stage, host):
    poll = await begin(stage, host)
    for person in (stage.ann, stage.ben):
        await person.in_class.votes_in(poll, host.wrong(poll))
    for person in (stage.ann, stage.ben):
        await person.in_class.presses("⚑ The key is wrong")
    await stage.instructor.in_class.presses("Drop the question")
    await stage.ann.in_class.hears("Question 1 is dropped")
    await host.lets_pass(6)
    poll = await stage.ann.in_class.sees_poll("2/2")
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await stage.ben.in_class.votes_in(poll, host.right(poll))
    end = await stage.ann.in_class.hears("The round is over")
    assert "1 question counts." in end.text
    assert "🥇 Ann: 1 of 1" in end.text
    assert "Question 1 was doubted and does not count." in end.text


async def test_a_group_sees_every_question_before_one_returns(stage, host):
    total = len(host.library.questions())
    asked = []
    await begin(stage, host, f"/quiz {total} 20s", joining=("ann",))
    for number in range(1, total + 1):
        poll = stage.ann.in_class._poll.poll
        asked.append(host.question(poll.question).id)
        await stage.ann.in_class.votes_in(poll, host.right(poll))
        await stage.ann.in_class.sees_poll_end()
        if number < total:
            await host.lets_pass(6)
            await stage.ann.in_class.sees_poll(f"{number + 1}/{total}")
    assert len(set(asked)) == total


async def test_a_group_that_becomes_a_supergroup_plays_on(stage, host):
    poll = await begin(stage, host)
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await host.has_handled_everything()
    membership.migrate(stage.world, stage.instructor.user, CLASS_ID)
    again = await stage.ann.in_class.sees_poll("1/2")
    assert again.question == poll.question
    assert stage.ann.in_class.has_heard("I ask question 1 again")
    await stage.ann.in_class.votes_in(again, host.right(again))
    await stage.ben.in_class.votes_in(again, host.wrong(again))
    board = await stage.ann.in_class.hears("Board after question 1 of 2")
    assert "🥇 Ann: 1 of 1" in board.text


async def test_a_round_waits_while_the_bot_is_out_of_the_group(stage, host):
    await begin(stage, host)
    membership.remove_bot(stage.world, stage.instructor.user, CLASS_ID)
    await host.lets_pass(60)
    membership.add_bot(stage.world, stage.instructor.user, CLASS_ID)
    await stage.ann.in_class.hears("I am back. The round waits after question 0 of 2")
    await stage.instructor.in_class.presses("▶ Resume")
    await stage.ann.in_class.sees_poll("1/2")


async def test_a_repeated_vote_counts_once_and_a_voice_without_a_name_never(stage, host):
    poll = await begin(stage, host, "/quiz 1 20s")
    await stage.instructor.in_class.sees_poll()
    await stage.instructor.in_class.votes(host.right(poll), anonymously=True)
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    stage.world.updates.repeat()
    await stage.ben.in_class.votes_in(poll, host.wrong(poll))
    end = await stage.ann.in_class.hears("The round is over")
    assert "🥇 Ann: 1 of 1" in end.text
    assert "Ida" not in end.text


async def test_top_shows_a_week_a_month_and_all_time(stage, host):
    poll = await begin(stage, host, "/quiz 1 20s")
    await stage.ann.in_class.votes_in(poll, host.right(poll))
    await stage.ben.in_class.votes_in(poll, host.wrong(poll))
    await stage.ann.in_class.hears("The round is over")
    await host.lets_pass(8 * 24 * 3600)
    await stage.ben.in_class.says("/top")
    await stage.ben.in_class.hears("🥇 Ann: 1 of 1")
    await stage.ben.in_class.presses("Week")
    await stage.ben.in_class.hears("Nobody has answered here yet.")
    await stage.ben.in_class.says("/top month")
    await stage.ben.in_class.hears("🥇 Ann: 1 of 1")
