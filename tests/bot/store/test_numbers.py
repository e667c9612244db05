"""No number is given twice: not after a deletion, not after a restore; nothing is lost by it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store import backup, migrations
from bot.store.database import Database

FORMER = """
INSERT INTO players (player_id, name, first_seen) VALUES (1, 'Ann', 0), (2, 'Ida', 0);
INSERT INTO questions (version, question_id, body) VALUES ('v', 'q', '{}');
INSERT INTO practices (practice_id, player_id, state, started_at) VALUES (3, 1, '{}', 0);
INSERT INTO rounds (round_id, chat_id, title, state, opened_at) VALUES (4, -5, 'Class', '{}', 0);
INSERT INTO posts (post_id, chat_id, version, option_order, practice_id, posted_at, poll_id)
    VALUES (11, 1, 'v', '[0, 1]', 3, 5.0, 'poll');
INSERT INTO posts (post_id, chat_id, version, option_order, posted_at, round_id, number,
                   opened_at, is_timed, validity)
    VALUES (12, -5, 'v', '[1, 0]', 6.0, 4, 1, 7.0, 0, 'dropped');
INSERT INTO answers (post_id, player_id, choice, points, answered_at) VALUES (11, 1, 0, 1, 0);
INSERT INTO flags (post_id, player_id, flagged_at) VALUES (12, 1, 0);
INSERT INTO asks (ask_id, chat_id, player_id, question, asked_at) VALUES (21, 1, 1, 'Who?', 0);
INSERT INTO libraries (library_id, name, chat_id, asks) VALUES (2, 'Class', -5, 'approved');
INSERT INTO studies (chat_id, library_id) VALUES (-5, 2);
INSERT INTO instructors (library_id, player_id) VALUES (2, 2);
INSERT INTO articles
    (article_id, library_id, article, file_name, title, digest, added_by, added_at)
    VALUES (31, 2, 'talks', 'talks.md', 'Talks', 'd', 2, 0);
INSERT INTO additions (addition_id, library_id, chat_id, player_id, kind, name, content, state)
    VALUES (41, 2, -5, 2, 'text', 'talks', 'They spoke.', 'ready');
INSERT INTO bank (entry_id, library_id, question_id, article, version, is_sure, state, decided_by)
    VALUES (51, 2, 'q', 'talks', 'v', 1, 'approved', 2);
INSERT INTO drafting (player_id, entry_id, part, started_at) VALUES (2, 51, 'stem', 0);
"""
ANEW = {
    "libraries": "INSERT INTO libraries (name, chat_id) VALUES ('Other', -6)",
    "articles": "INSERT INTO articles (library_id, article, file_name, title, digest, added_at) "
    "VALUES (1, 'a', 'a.md', 'A', 'e', 0)",
    "additions": "INSERT INTO additions (library_id, chat_id, kind, name, content) "
    "VALUES (1, 1, 'text', 'a', 'b')",
    "bank": "INSERT INTO bank (library_id, question_id, article, version, is_sure, state) "
    "VALUES (1, 'q', 'a', 'v', 1, 'draft')",
    "posts": "INSERT INTO posts (chat_id, version, option_order, posted_at) "
    "VALUES (1, 'v', '[0]', 0)",
    "asks": "INSERT INTO asks (chat_id, question, asked_at) VALUES (1, 'When?', 0)",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gobbet.sqlite3"


@pytest.fixture
def former(path: Path) -> Iterator[sqlite3.Connection]:
    """A database of version 4, in use."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    migrations.migrate(connection, path, migrations.shipped()[:4])
    connection.executescript(FORMER)
    yield connection
    connection.close()


def content(connection: sqlite3.Connection) -> dict[str, list[dict[str, object]]]:
    """All rows of all tables, by name."""
    found = {}
    for (table,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall():
        cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - own
        names = [column[0] for column in cursor.description]
        found[table] = [dict(zip(names, row, strict=True)) for row in sorted(cursor, key=repr)]
    return found


def indexes(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return set(connection.execute("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index'"))


def test_a_database_of_the_former_version_loses_nothing(former, path):
    before, indexes_before = content(former), indexes(former)
    assert migrations.migrate(former, path) == len(migrations.shipped()) - 4
    after = content(former)
    assert {table: after[table] for table in before} == before
    assert indexes(former) >= indexes_before
    assert former.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert former.execute("PRAGMA foreign_key_check").fetchall() == []


def test_rows_still_go_with_those_they_belong_to(former, path):
    migrations.migrate(former, path)
    former.execute("DELETE FROM libraries WHERE library_id = 2")
    former.execute("DELETE FROM players WHERE player_id = 1")
    after = content(former)
    gone = ("studies", "instructors", "articles", "additions", "bank", "drafting", "answers")
    assert all(after[table] == [] for table in gone)
    assert [post["post_id"] for post in after["posts"]] == [12]
    assert after["erased_libraries"] == [{"library_id": 2}]


@pytest.mark.parametrize("table", ANEW)
def test_the_number_of_a_deleted_row_is_not_given_again(former, path, table):
    migrations.migrate(former, path)
    key = next(iter(content(former)[table][0]))
    (last,) = former.execute(f"SELECT max({key}) FROM {table}").fetchone()  # noqa: S608 - own
    former.execute(f"DELETE FROM {table} WHERE {key} = ?", (last,))  # noqa: S608 - own
    assert former.execute(ANEW[table]).lastrowid == last + 1


async def asked(database: Database) -> list[int]:
    """The numbers of three questions that are asked now."""
    return [await database.write(lambda tx: tx.insert(ANEW["asks"])) for _ in range(3)]


async def test_a_restored_database_gives_no_number_that_was_given_since(tmp_path, path):
    async with Database.open(path) as database:
        copy = backup.back_up(path, tmp_path / "backups", 0.0)
        given = await asked(database)
    for now in (1_780_000_000.0, 1_780_000_060.0):
        backup.restore(copy, path, now)
        async with Database.open(path) as database:
            given += await asked(database)
    assert len(set(given)) == len(given)
