import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store import migrations
from bot.store.errors import ForeignDatabase, NewerDatabase
from bot.store.migrations import Migration, in_folder, migrate, shipped, statements

FIRST = Migration(1, "first", "-- why\nCREATE TABLE a (x INTEGER);\nINSERT INTO a VALUES (1);")
SECOND = Migration(2, "second", "CREATE TABLE b (y INTEGER);\nINSERT INTO b VALUES (2);")
BROKEN = Migration(2, "broken", "CREATE TABLE b (y INTEGER);\nINSERT INTO nowhere VALUES (2);")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.sqlite3"


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level=None)
    yield connection
    connection.close()


def tables(connection: sqlite3.Connection) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}


def version(connection: sqlite3.Connection) -> int:
    return connection.execute("PRAGMA user_version").fetchone()[0]


def test_each_step_is_applied_once(connection, path):
    assert migrate(connection, path, [FIRST, SECOND]) == 2
    assert migrate(connection, path, [FIRST, SECOND]) == 0
    assert {"a", "b"} == tables(connection)
    assert version(connection) == 2


def test_a_step_that_fails_leaves_nothing_behind(connection, path):
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(connection, path, [FIRST, BROKEN])

    assert {"a"} == tables(connection)
    assert version(connection) == 1


def test_a_step_that_failed_can_be_repaired_and_applied(connection, path):
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, path, [FIRST, BROKEN])

    assert migrate(connection, path, [FIRST, SECOND]) == 1


def test_a_step_may_not_leave_rows_without_parent(connection, path):
    orphan = Migration(
        1,
        "orphan",
        "CREATE TABLE parents (id INTEGER PRIMARY KEY);\n"
        "CREATE TABLE children (parent REFERENCES parents);\n"
        "INSERT INTO children VALUES (1);",
    )

    with pytest.raises(sqlite3.IntegrityError, match="1 rows without parent"):
        migrate(connection, path, [orphan])
    assert set() == tables(connection)


def test_a_database_with_data_is_copied_before_it_is_changed(connection, path):
    migrate(connection, path, [FIRST])
    connection.execute("INSERT INTO a VALUES (5)")
    migrate(connection, path, [FIRST, SECOND])

    copy = sqlite3.connect(path.with_name("test.sqlite3.version-1"))
    assert {"a"} == tables(copy)
    assert copy.execute("SELECT x FROM a").fetchall() == [(1,), (5,)]
    copy.close()


def test_a_new_database_is_not_copied(connection, path):
    migrate(connection, path, [FIRST, SECOND])

    assert [path] == list(path.parent.iterdir())


def test_a_newer_database_is_refused(connection, path):
    migrate(connection, path, [FIRST, SECOND])

    with pytest.raises(NewerDatabase, match="has schema version 2; .* knows 1"):
        migrate(connection, path, [FIRST])


def test_another_programs_database_is_refused(connection, path):
    connection.execute("CREATE TABLE recipes (id)")

    with pytest.raises(ForeignDatabase, match="another program"):
        migrate(connection, path, [FIRST])
    assert {"recipes"} == tables(connection)


def test_a_trigger_is_one_statement():
    trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM b;\n  DELETE FROM c;\nEND;"

    assert ["CREATE TABLE a (x);", trigger] == list(statements(f"CREATE TABLE a (x);\n{trigger}"))


def test_a_semicolon_in_a_comment_or_text_ends_nothing():
    sql = "-- one; two\nINSERT INTO a VALUES ('x; y');"

    assert [sql] == list(statements(sql))


def test_a_script_that_ends_too_early_is_refused():
    with pytest.raises(ValueError, match="in the middle of a statement"):
        list(statements("CREATE TABLE a (x);\nCREATE TABLE"))


def test_a_comment_at_the_end_is_no_statement():
    assert list(statements("SELECT 1;\n-- the end\n")) == ["SELECT 1;"]


def test_a_gap_in_the_numbers_is_refused(tmp_path):
    for name in ("0001_one.sql", "0003_three.sql"):
        (tmp_path / name).write_text("SELECT 1;")

    with pytest.raises(ValueError, match="1, 2, 3"):
        in_folder(tmp_path)


def test_the_shipped_steps_say_why_they_exist_and_make_strict_tables(connection, path):
    assert len(shipped()) == migrate(connection, path)
    for step in shipped():
        assert step.sql.startswith("-- "), step.name
    for name, sql in connection.execute("SELECT name, sql FROM sqlite_schema WHERE type='table'"):
        assert name.startswith("sqlite_") or "STRICT" in sql, name


def test_the_file_is_marked_as_ours(connection, path):
    migrate(connection, path)

    assert connection.execute("PRAGMA application_id").fetchone() == (migrations.APPLICATION_ID,)
