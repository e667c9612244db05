"""Who studies which library, and what instructors think of its questions."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.store import asks, bank, libraries, players
from bot.store.database import Database
from bot.store.players import Player
from knowledge.models import Citation, Question

CLASS, ANN, IDA = -5, 1, 9


def question(number: int, tier: str = "safe", article: str = "talks") -> Question:
    return Question(
        id=f"q{number}",
        kind="office",
        tier=tier,
        title="Talks",
        stem=f"Which is {number}?",
        options=("right", "wrong"),
        key=0,
        answer="right",
        accept=(),
        explanation="So it is.",
        citations=(Citation(article, "Talks", "", "It is right.", 0, 12),),
    )


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with Database.open(tmp_path / "db.sqlite3") as database:
        for player in (Player(ANN, "Ann"), Player(IDA, "Ida")):
            await database.write(lambda tx, who=player: players.remember(tx, who, 1.0))
        yield database


async def studied(database: Database, chat: int) -> int:
    return (await database.read(lambda tx: libraries.studied(tx, chat))).id


async def askable(database: Database, library: int = libraries.HOST) -> list[str]:
    found = await database.read(lambda tx: bank.askable(tx, library))
    return [each.id for each in found]


async def test_every_chat_begins_with_the_hosts_library(database):
    assert await studied(database, CLASS) == await studied(database, ANN) == libraries.HOST


async def test_a_student_studies_what_the_class_studies_until_another_is_chosen(database):
    async def work(tx):
        own = await libraries.found(tx, CLASS, "Class 9b")
        await libraries.study(tx, CLASS, own.id)
        await asks.add(tx, chat=CLASS, player=ANN, question="Who?", now=1.0)
        return own.id

    own = await database.write(work)
    assert await studied(database, ANN) == own
    assert await studied(database, IDA) == libraries.HOST
    await database.write(lambda tx: libraries.study(tx, ANN, libraries.HOST))
    assert await studied(database, ANN) == libraries.HOST
    await database.write(lambda tx: libraries.follow_class(tx, ANN))
    assert await studied(database, ANN) == own


async def test_a_group_that_becomes_a_supergroup_keeps_its_library(database):
    async def work(tx):
        own = await libraries.found(tx, CLASS, "Class 9b")
        await libraries.study(tx, CLASS, own.id)
        await libraries.move_chat(tx, CLASS, -100)
        return own.id

    assert await database.write(work) == await studied(database, -100)


async def test_sure_drafts_are_asked_unless_only_approved_ones_may_be(database):
    async def work(tx):
        await bank.add(tx, libraries.HOST, question(1), by_hand=False)
        entry = await bank.add(tx, libraries.HOST, question(2, "draft"), by_hand=False)
        await bank.add(tx, libraries.HOST, question(3, "draft"), by_hand=False)
        await bank.decide(tx, entry, "approved", reason="", player=IDA, now=1.0)

    await database.write(work)
    assert await askable(database) == ["q1", "q2"]
    await database.write(lambda tx: libraries.ask(tx, libraries.HOST, "approved"))
    assert await askable(database) == ["q2"]


async def test_a_doubted_question_is_asked_nowhere_until_it_was_looked_at(database):
    async def work(tx):
        entry = await bank.add(tx, libraries.HOST, question(1), by_hand=False)
        await bank.suspend(tx, libraries.HOST, "q1", reason="two players doubt it")
        return entry

    entry = await database.write(work)
    assert await askable(database) == []
    waiting = await database.read(lambda tx: bank.next_to_review(tx, libraries.HOST, 0))
    assert (waiting.id, waiting.reason) == (entry, "two players doubt it")
    await database.write(
        lambda tx: bank.decide(tx, entry, "approved", reason="", player=IDA, now=2.0)
    )
    assert await askable(database) == ["q1"]


async def test_all_that_waits_of_one_article_is_approved_at_once(database):
    async def work(tx):
        await bank.add(tx, libraries.HOST, question(1), by_hand=False)
        await bank.add(tx, libraries.HOST, question(2), by_hand=False)
        await bank.add(tx, libraries.HOST, question(3, article="other"), by_hand=False)
        return await bank.approve_article(tx, libraries.HOST, "talks", player=IDA, now=1.0)

    assert await database.write(work) == 2
    count = await database.read(lambda tx: bank.count(tx, libraries.HOST))
    assert (count.approved, count.draft) == (2, 1)


async def test_an_erased_instructor_leaves_the_library_to_its_group(database):
    async def work(tx):
        own = await libraries.found(tx, CLASS, "Class 9b")
        await libraries.instruct(tx, own.id, IDA)
        await players.erase(tx, IDA)
        return own.id

    own = await database.write(work)
    assert (await database.read(lambda tx: libraries.of_chat(tx, CLASS))).id == own
    assert not await database.read(lambda tx: libraries.is_instructor(tx, own, IDA))


async def test_what_is_to_be_answered_in_words_may_be_asked_but_in_no_poll(database):
    typed = replace(question(2), options=(), key=0)

    async def work(tx):
        await bank.add(tx, libraries.HOST, question(1), by_hand=False)
        await bank.add(tx, libraries.HOST, typed, by_hand=False)
        return await bank.for_polls(tx, libraries.HOST)

    assert [each.id for each in await database.write(work)] == ["q1"]
    assert await askable(database) == ["q1", "q2"]
