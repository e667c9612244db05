"""A student asks the bot, alone and in the class's group."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.telegram.routes import COMMANDS

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
