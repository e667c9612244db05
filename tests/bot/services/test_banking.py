"""The bank follows the articles, and what instructors changed stays where it still holds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.services import banking
from bot.store import bank, libraries, players, posts, questions
from bot.store.database import Database
from bot.store.libraries import HOST
from bot.store.players import Player
from knowledge.models import Article, Citation, Question

TEXT = "Ida met Ann. They spoke for two hours."
QUOTE = "They spoke for two hours."


def question(stem: str = "How long did they speak?", quote: str = QUOTE) -> Question:
    start = TEXT.find(quote)
    return Question(
        id="talks",
        kind="duration",
        tier="safe",
        title="Talks",
        stem=stem,
        options=("2 hours", "3 hours"),
        key=0,
        answer="2 hours",
        accept=(),
        explanation="So it is.",
        citations=(Citation("talks", "Talks", "", quote, start, start + len(quote)),),
    )


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with Database.open(tmp_path / "db.sqlite3") as database:
        await database.write(lambda tx: players.remember(tx, Player(9, "Ida"), 1.0))
        yield database


async def follow(database: Database, *made: Question, text: str = TEXT, origin: str = "o") -> None:
    article = Article("talks", "Talks", text)
    await banking.bring_up_to_date(database, HOST, made, [article], origin)


async def only_entry(database: Database) -> bank.Entry:
    (entry,) = await database.read(lambda tx: bank.of_library(tx, HOST))
    return entry


async def asked(database: Database) -> list[str]:
    return [q.stem for q in await database.read(lambda tx: banking.askable(tx, 5))]


async def test_what_is_made_can_be_asked_and_its_origin_is_noted(database):
    await follow(database, question(), origin="abc")
    assert await asked(database) == ["How long did they speak?"]
    assert (await database.read(lambda tx: libraries.load(tx, HOST))).made_from == "abc"
    await follow(database, question())
    assert (await only_entry(database)).state == "draft"


async def test_an_approved_question_whose_article_changed_waits_for_its_instructor(database):
    await follow(database, question())
    first = await only_entry(database)
    await database.write(
        lambda tx: bank.decide(tx, first.id, "approved", reason="", player=9, now=1.0)
    )
    await follow(database, question("For how long did they speak?"))
    second = await only_entry(database)
    assert (second.id, second.state, second.reason) == (first.id, "draft", banking.CHANGED)
    assert second.version != first.version
    decided = await database.read(lambda tx: tx.one("SELECT decided_by, decided_at FROM bank"))
    assert tuple(decided) == (None, None)  # nobody has, at any time
    kept = await database.read(lambda tx: questions.load(tx, first.version))
    assert kept.stem == "How long did they speak?"


async def test_an_edit_outlives_a_change_elsewhere_in_the_article(database):
    await follow(database, question())
    entry = await only_entry(database)
    edited = replace(entry.question, stem="How many hours did they speak?")
    await database.write(lambda tx: bank.rewrite(tx, entry.id, edited))
    moved = replace(question().citations[0], start=20, end=20 + len(QUOTE))
    await follow(database, replace(question(), citations=(moved,)))
    after = await only_entry(database)
    assert after.question.stem == "How many hours did they speak?"
    assert after.question.citations == (moved,)


async def test_an_edit_goes_when_the_article_says_something_else(database):
    await follow(database, question())
    entry = await only_entry(database)
    edited = replace(entry.question, stem="How many hours did they speak?")
    await database.write(lambda tx: bank.rewrite(tx, entry.id, edited))
    await follow(database, replace(question(), options=("3 hours", "4 hours"), answer="3 hours"))
    assert (await only_entry(database)).question.answer == "3 hours"


async def test_what_the_articles_do_not_say_any_more_is_not_asked_until_they_do(database):
    await follow(database, question())
    await follow(database)
    assert await asked(database) == []
    await follow(database, question())
    assert await asked(database) == ["How long did they speak?"]


async def test_a_rejected_question_stays_rejected(database):
    await follow(database, question())
    entry = await only_entry(database)
    await database.write(
        lambda tx: bank.decide(tx, entry.id, "retired", reason="Trivial.", player=9, now=1.0)
    )
    await follow(database, question("For how long did they speak?"))
    assert await asked(database) == []
    assert (await only_entry(database)).reason == "Trivial."


async def test_a_question_by_hand_follows_its_quote_and_goes_with_it(database):
    await database.write(lambda tx: bank.add(tx, HOST, question(), by_hand=True, state="approved"))
    await follow(database, text=f"News. {TEXT}")
    moved = (await only_entry(database)).question.citations[0]
    assert f"News. {TEXT}"[moved.start : moved.end] == QUOTE
    await follow(database, text="Ida met Ann.")
    assert await asked(database) == []
    await follow(database, text=TEXT)
    assert await asked(database) == ["How long did they speak?"]


async def test_hundreds_of_questions_come_in_parts(database):
    made = [replace(question(), id=f"q{number}") for number in range(250)]
    await follow(database, *made)
    assert len(await asked(database)) == 250


async def test_a_doubted_question_rests_until_its_instructor_has_settled_the_doubt(database):
    await follow(database, question(), origin="abc")

    async def posted(tx):
        version = await questions.keep(tx, question())
        return await posts.add(tx, chat=5, version=version, order=(0, 1), now=1.0)

    post = await database.write(posted)
    await database.write(lambda tx: banking.suspend(tx, post))
    assert await asked(database) == []
    await database.write(lambda tx: banking.settle(tx, post, is_right=True))
    assert await asked(database) == ["How long did they speak?"]
    await database.write(lambda tx: banking.suspend(tx, post))
    await database.write(lambda tx: banking.settle(tx, post, is_right=False))
    assert await asked(database) == []
    assert (await only_entry(database)).state == "retired"


async def test_what_an_instructor_writes_while_banks_are_compared_stays(database, monkeypatch):
    await database.write(lambda tx: bank.add(tx, HOST, question(), by_hand=True))
    before = await only_entry(database)
    edited = replace(before.question, stem="How many hours did they speak?")
    loop, differences = asyncio.get_running_loop(), banking.differences

    def slowly(*known):
        found = differences(*known)
        edit = database.write(lambda tx: bank.rewrite(tx, before.id, edited))
        asyncio.run_coroutine_threadsafe(edit, loop).result(5)
        return found

    monkeypatch.setattr(banking, "differences", slowly)
    await follow(database, text=f"News. {TEXT}")
    after = await only_entry(database)
    assert after.question.stem == "How many hours did they speak?"
    assert after.question.citations[0].start == before.question.citations[0].start + len("News. ")


async def test_a_doubt_follows_the_question_when_its_chat_studies_something_else_by_now(database):
    async def posted(tx):
        own = await libraries.found(tx, 5, "Class 9b")
        for library in (own.id, HOST):
            await bank.add(tx, library, replace(question(), id=f"of-{library}"), by_hand=False)
        version = await questions.keep(tx, replace(question(), id=f"of-{own.id}"))
        return own.id, await posts.add(tx, chat=5, version=version, order=(0, 1), now=1.0)

    own, post = await database.write(posted)
    await database.write(lambda tx: banking.suspend(tx, post))
    (entry,) = await database.read(lambda tx: bank.of_library(tx, own))
    assert entry.state == "suspended"
    await database.write(lambda tx: banking.settle(tx, post, is_right=True))
    (entry,) = await database.read(lambda tx: bank.of_library(tx, own))
    assert entry.state == "approved"
    assert (await only_entry(database)).state == "draft"


async def test_of_two_libraries_with_a_doubted_question_the_one_studied_is_meant(database):
    async def posted(tx):
        own = await libraries.found(tx, 6, "Class 9c")
        for library in (own.id, HOST):
            version = questions.version_of(question())
            await bank.add(tx, library, question(), by_hand=False)
        return own.id, await posts.add(tx, chat=5, version=version, order=(0, 1), now=1.0)

    other, post = await database.write(posted)
    await database.write(lambda tx: banking.suspend(tx, post))
    (entry,) = await database.read(lambda tx: bank.of_library(tx, other))
    assert (entry.state, (await only_entry(database)).state) == ("draft", "suspended")
    await database.write(lambda tx: tx.run("DELETE FROM bank"))
    await database.write(lambda tx: banking.suspend(tx, post))  # nobody asks it any more
