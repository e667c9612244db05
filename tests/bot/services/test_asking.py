"""What the library that a chat studies says: the best answer, the next ones, none at all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.services.asking import Asking
from bot.services.libraries import Libraries
from bot.store.database import Database
from knowledge import Article, Library

CHAT = 5
TALKS = Article("talks", "Talks", "Ida Berg met Ann Chu in Oslo on 3 May 2021.")
WHERE, UNKNOWN = "Where did Ida Berg meet Ann Chu?", "Where did Ida Berg meet Olaf Lund?"


@pytest.fixture
async def asking(tmp_path: Path) -> AsyncIterator[Asking]:
    async with Database.open(tmp_path / "db.sqlite3") as database:
        yield Asking(database, Libraries(database, tmp_path, Library.of([TALKS])))


async def ask(asking: Asking, question: str, now: float) -> int:
    return await asking.database.write(
        lambda tx: asking.remember(tx, chat=CHAT, player=CHAT, question=question, now=now)
    )


async def test_an_answer_names_the_article_that_it_is_from(asking):
    found = await asking.answer(CHAT, WHERE)
    assert found.answer.found
    assert found.articles == {"talks": TALKS}


async def test_after_the_last_answer_there_is_none(asking):
    assert (await asking.next_best(CHAT, WHERE, 0)).answer == (
        await asking.answer(CHAT, WHERE)
    ).answer
    assert await asking.next_best(CHAT, WHERE, 7) is None


async def test_what_the_articles_do_not_say_is_offered_to_nobody(asking):
    assert not (await asking.answer(CHAT, UNKNOWN)).answer.found
    assert await asking.next_best(CHAT, UNKNOWN, 0) is None
    assert await asking.offered(CHAT, UNKNOWN) == []
    assert await asking.context(CHAT, None) is None


async def test_a_follow_up_follows_what_the_same_person_asked_within_five_minutes(asking):
    await ask(asking, WHERE, now=100.0)
    assert await asking.asked_last(chat=CHAT, player=CHAT, now=400.0) == WHERE
    assert await asking.asked_last(chat=CHAT, player=CHAT, now=401.0) is None
    assert await asking.asked_last(chat=CHAT, player=6, now=101.0) is None


async def test_a_button_finds_its_question_for_thirty_days_and_in_its_chat_alone(asking):
    first = await ask(asking, WHERE, now=0.0)
    assert await asking.asked_before(first, CHAT) == WHERE
    assert await asking.asked_before(first, 6) is None
    await ask(asking, UNKNOWN, now=30 * 24 * 3600 + 1.0)
    assert await asking.asked_before(first, CHAT) is None
