"""A round is opened, set up and started: by whom, with which words and buttons."""

from __future__ import annotations


async def test_only_administrators_open_and_start_rounds(room):
    await room.ben.says("/quiz 5")
    await room.ben.hears("administrators start the rounds")
    await room.ida.says("/quiz 5")
    await room.ben.hears("A round begins soon")
    for button in ("▶ Start", "5 questions", "Call off", "📚 All articles"):
        await room.ben.presses(button)
        await room.ben.is_told("Only administrators")
    await room.ida.presses("Call off")
    await room.ben.hears("The round was called off.")
    await room.ben.hears("This lobby is closed.")


async def test_an_administrator_names_somebody_who_may_run_rounds(room):
    said = await room.ben.says("may I run the quiz today?")
    await room.ida.says("/quiz allow")
    await room.ida.hears("Reply to somebody's message")
    await room.ida.says("/quiz allow", reply_to=said)
    await room.ben.hears("Ben may run rounds here now.")
    await room.ben.says("/quiz 3")
    await room.ben.hears("A round begins soon")
    await room.ida.says("/quiz disallow", reply_to=said)
    await room.ben.hears("Ben runs rounds here no more.")
    await room.ben.presses("▶ Start")
    await room.ben.is_told("Only administrators")


async def test_an_anonymous_administrator_is_known_once_they_press_start(stage, host, room):
    await room.ida.says("/quiz 1 20s", anonymously=True)
    await room.ann.hears("A round begins soon")
    await room.ida.presses("▶ Start")
    poll = await room.ann.sees_poll("")
    await room.answers(poll, ann="right")
    await host.lets_pass(23)
    await room.ann.hears("The round is over")
    await stage.instructor.says("/report")
    await stage.instructor.hears("Report on one round", within=30)


async def test_the_lobby_changes_with_its_buttons(host, room):
    ida = room.ida
    await ida.says("/quiz 7 25s")
    await ida.hears("7 questions, 25 seconds each.")
    await ida.presses("7 questions")
    await ida.hears("5 questions, 25 seconds each.")
    await ida.presses("25 s each")
    await ida.hears("5 questions, 10 seconds each.")
    await ida.presses("Scoring: accuracy")
    await ida.hears("1000 points in the first seconds")
    await ida.presses("Streak bonus: no")
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


async def test_words_that_are_no_plan_are_named_with_their_cure(room):
    await room.ida.says("/quiz 10 fast")
    await room.ida.hears("“fast” means nothing to me here. Try /quiz 10 20s")


async def test_the_next_lobby_has_the_settings_of_the_last_round(room):
    poll = await room.begins("/quiz 1 45s speed")
    await room.answers(poll, ann="right", ben="right")
    await room.ann.hears("The round is over")
    await room.ida.says("/quiz")
    await room.ida.hears("1 question, 45 seconds each.")


async def test_a_lobby_starts_by_itself_at_the_set_time(host, room):
    await room.ida.says("/quiz 2 20s in 5m")
    await room.ann.hears("It starts by itself 5 min after")
    await host.lets_pass(299)
    await host.lets_pass(1)
    await room.ann.sees_poll("1/2")


async def test_a_lobby_that_nobody_starts_closes_after_an_hour(host, room):
    await room.ida.says("/quiz 2")
    await room.ann.hears("A round begins soon")
    await host.lets_pass(3600)
    await room.ann.hears("Nobody started the round")


async def test_a_second_quiz_meets_the_round_that_runs(room):
    await room.begins()
    await room.ida.says("/quiz 5")
    await room.ida.hears("A round is running: question 1 of 2.")
