"""A student asks the bot, alone and in the class's group."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.playground import people
from bot.playground.faults import Fail, LoseReply
from bot.services import secrecy
from bot.telegram.routes import COMMANDS
from knowledge.models import Citation

DURATION = "How long did Blinken meet Qin Gang?"


async def test_a_newcomer_is_greeted_with_what_the_bot_can_do(stage, host):
    await stage.ann.says("/start")
    greeting = await stage.ann.hears("Hello, Ann!")
    assert "I have read 5 articles" in greeting.text
    await stage.ann.presses("Show me an example")
    await stage.ann.hears("You could ask")
    await stage.ann.hears("—")


async def test_a_question_is_answered_with_quotes_and_their_sources(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says(DURATION)
    answer = await stage.ann.hears("hours")
    assert "MercoPress" in answer.text
    assert "Qin Gang" in answer.text


async def test_more_shows_further_passages_until_there_are_none(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says(f"/ask {DURATION}")
    await stage.ann.hears("MercoPress")
    await stage.ann.presses("More on this")
    await stage.ann.is_told()
    await stage.ann.hears("—")


async def test_a_quote_can_be_seen_in_its_passage(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("How long did Blinken meet Wang Yi?")
    answer = await stage.ann.hears("three hours")
    await stage.ann.presses("In context")
    passage = await stage.ann.hears("—")
    assert len(passage.text) > len(answer.text) / 2


async def test_a_follow_up_is_understood_with_the_question_before_it(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says(DURATION)
    await stage.ann.hears("five hours")
    await stage.ann.says("and Wang Yi?")
    followed = await stage.ann.hears("three hours")
    assert "six hours" not in followed.text


async def test_a_follow_up_follows_nobody_elses_question(stage, host):
    await stage.ann.in_class.says(f"/ask {DURATION}")
    await stage.ann.in_class.hears("five hours")
    await stage.ben.in_class.says("/ask how long?")
    await stage.ben.in_class.hears("My articles don't say.")


async def test_an_answer_that_may_have_been_lost_comes_once_more_and_says_so(stage, host):
    await stage.ann.says("/start")
    await stage.ann.hears("Hello")
    for fault in (Fail(502), LoseReply()):
        stage.playground.faults.plan("sendMessage", fault)
        await stage.ann.says(DURATION)
        again = await stage.ann.hears("I can't tell whether this reached you")
        assert "MercoPress" in again.text


async def test_a_greeting_is_answered_with_a_greeting(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("thanks!")
    await stage.ann.hears("Ask me something about my articles")


async def test_an_answer_can_be_sent_to_any_chat_by_typing_behind_the_bots_name(stage, host):
    people.ask_inline(stage.world, stage.ann.user, "How long did Blinken meet Wang Yi?")
    answered = await stage.until(
        lambda: next(iter(stage.inline_answers), None), 10, "no answer was offered"
    )
    offered = answered.results[0]
    assert "three hours" in offered["title"]
    assert "Wang Yi" in offered["input_message_content"]["message_text"]


async def test_what_the_articles_do_not_say_is_not_answered(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("Who won the chess championship in Oslo?")
    await stage.ann.hears("My articles don't say.")


@pytest.mark.parametrize(
    "words",
    ["Сколько длилась встреча?", "你好吗", "😀" * 2048, "<b>bold</b> & <script>", "?", "a" * 4096],
)
async def test_any_words_get_an_answer_and_the_next_question_too(stage, host, words):
    await stage.ann.says("/start")
    await stage.ann.says(words)
    await stage.ann.hears("My articles don't say.")
    await stage.ann.says(DURATION)
    await stage.ann.hears("MercoPress")


async def test_a_bare_ask_in_a_group_is_answered_when_the_reply_comes(stage, host):
    await stage.ann.in_class.says("/ask")
    prompt = await stage.ann.in_class.hears("What would you like to know?")
    await stage.ann.in_class.says(DURATION, reply_to=prompt)
    await stage.ann.in_class.hears("MercoPress")


async def test_the_bot_is_silent_about_talk_in_a_group(stage, host):
    await stage.ben.in_class.says("How long did Blinken meet Qin Gang, does anybody know?")
    await stage.ann.in_class.says(f"/ask {DURATION}")
    await stage.ann.in_class.hears("MercoPress")
    said = [line for line in stage.lines if line.message.sender is stage.world.bot]
    assert len(said) == 1


async def test_sources_names_every_article(stage, host, library):
    await stage.ann.says("/start")
    await stage.ann.says("/sources")
    listed = await stage.ann.hears("I have read 5 articles:")
    assert all(article.title in listed.text for article in library.articles)


async def test_every_command_has_an_answer_everywhere_and_twice(stage, host):
    await stage.ann.says("/start")
    await stage.ann.hears("Hello")
    for person in (stage.ann, stage.ben.in_class):
        for command in sorted(COMMANDS.keys() - {"quiz", "ask", "export"}) * 2:
            await person.says(f"/{command}")
            await person.hears(within=30)


async def test_an_unknown_command_is_met_with_help(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("/teach")
    await stage.ann.hears("/help")


async def test_a_name_full_of_markup_is_shown_as_it_is(stage, host):
    hostile = replace(stage.ann.user, id=6_000_000_099, first_name="<b>Ann</b> & <a href='x'>")
    stage.world.add_person(hostile)
    ann = stage.person(hostile)
    await ann.says("/start")
    await ann.hears("Hello, <b>Ann</b> & <a href='x'>!")


async def test_a_passage_that_says_what_a_round_asks_for_is_not_shown(stage, host, monkeypatch):
    await stage.ann.says("/start")
    await stage.ann.says("How long did Blinken meet Wang Yi?")
    await stage.ann.hears("three hours")
    quotes = host.library.ask("How long did Blinken meet Wang Yi?").citations
    around = host.library.context(quotes[0])
    beside = next(s for s in around.sentences if s.text not in {each.quote for each in quotes})
    asked = replace(
        host.library.questions()[0],
        answer="not in the answer",
        citations=(Citation(beside.article, "", "", beside.text, beside.start, beside.end),),
    )

    async def open_questions(*_, **__):
        return [asked]

    monkeypatch.setattr(secrecy, "open_questions", open_questions)
    await stage.ann.presses("In context")
    await stage.ann.hears("A round is asking for that right now.")


async def test_updates_are_dated_by_the_clock_that_the_bot_was_given(stage, host):
    stage.skip(1_000_000.0)
    await stage.ann.says("/start")
    await stage.ann.hears("Hello")
    await host.has_handled_everything()
    rows = await host.services.database.read(lambda tx: tx.all("SELECT received_at FROM inbox"))
    assert max(row["received_at"] for row in rows) > stage.world.clock.now() - 1000
