"""The command line as its users meet it: JSON for scripts, sentences with a cure for mistakes."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import cli
from bot.store.database import Database

pytestmark = pytest.mark.usefixtures("alone")


def gobbet(*arguments: object, typed: str = ""):
    return CliRunner().invoke(cli.app, [str(a) for a in arguments], input=typed)


def shape(*arguments: object):
    ran = gobbet(*arguments, "--json")
    assert ran.exit_code == 0, ran.output
    return json.loads(ran.stdout)


def test_ask_gives_scripts_the_agreed_shape(library):
    found = shape("ask", "How long did the meeting last?", "--library", library)
    assert {"question", "found", "answer", "confidence", "citations", "passages"} <= found.keys()
    assert found["found"] is True
    assert "four hours" in found["answer"]
    (citation, *_) = found["citations"]
    assert {"article", "title", "source", "quote", "start", "end"} <= citation.keys()
    assert citation["source"] == "Example Times"
    assert 0 <= found["confidence"] <= 1


def test_an_answer_that_is_not_there_is_null(library):
    found = shape("ask", "Who painted the ceiling of the chapel?", "--library", library)
    assert (found["found"], found["answer"]) == (False, None)


def test_search_gives_scripts_the_agreed_shape(library):
    found = shape("search", "Lisbon", "--library", library)
    assert found["query"] == "Lisbon"
    assert found["hits"][0].keys() == {"article", "start", "end", "text", "score"}
    assert found["hits"][0]["article"] == "lisbon"


def test_questions_and_facts_give_scripts_the_agreed_shape():
    questions = shape("questions")["questions"]
    assert {
        "id", "kind", "tier", "title", "stem", "options", "key",
        "answer", "accept", "explanation", "citations",
    } <= questions[0].keys()  # fmt: skip
    assert all(q["options"][q["key"]] == q["answer"] for q in questions if q["options"])
    facts = shape("facts")["facts"]
    assert {
        "id", "kind", "arguments", "value", "qualifier", "confidence", "citations", "conflicts",
    } <= facts[0].keys()  # fmt: skip


def test_what_is_added_can_be_asked(tmp_path, article):
    file = tmp_path / "lisbon.md"
    file.write_text(article)
    added = gobbet("add", file, "--library", tmp_path / "mine")
    assert "✓ lisbon: A visit to Lisbon" in added.output
    assert shape("ask", "How long was the meeting?", "--library", tmp_path / "mine")["found"]
    assert gobbet("add", file, "--library", tmp_path / "mine").exit_code == 0


def test_a_broken_article_is_named_and_the_others_are_added(tmp_path, article):
    (tmp_path / "good.md").write_text(article)
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "broken.md").write_text("---\ntitle: [\n---\ntext")
    (tmp_path / "README.md").write_text("about")
    ran = gobbet("add", *sorted(tmp_path.iterdir()), "--library", tmp_path / "mine")
    assert ran.exit_code == 1
    assert "✓ good" in ran.output
    for name in ("binary.txt", "broken.md", "README.md"):
        assert f"✗ {name}" in ran.output
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["good.md"]


def test_an_article_does_not_replace_another_of_the_same_name(tmp_path, library, article):
    other = tmp_path / "lisbon.txt"
    other.write_text("Another text about Lisbon, which is also long enough to be read.")
    ran = gobbet("add", other, "--library", library)
    assert ran.exit_code == 1
    assert (library / "lisbon.md").read_text() == article


def test_the_shipped_library_is_left_as_it_is(library):
    ran = gobbet("add", library / "lisbon.md")
    assert ran.exit_code == 2
    assert "GOBBET_LIBRARY_DIR=articles" in ran.output


@pytest.mark.parametrize("command", [("ask", "x"), ("search", "x"), ("questions",), ("quiz",)])
def test_a_missing_library_gets_a_sentence_with_a_cure(command):
    ran = gobbet(*command, "--library", "nowhere")
    assert ran.exit_code == 2
    assert "There is no folder nowhere. Name an existing folder" in ran.output


def test_an_empty_library_gets_a_sentence_with_a_cure(tmp_path):
    ran = gobbet("ask", "x", "--library", tmp_path)
    assert ran.exit_code == 2
    assert "holds no article that can be read. Put" in ran.output


def test_run_without_a_token_names_the_cure():
    ran = gobbet("run")
    assert ran.exit_code == 2
    assert "@BotFather" in ran.output
    assert "gobbet demo" in ran.output


def test_check_tells_all_that_is_wrong_at_once(monkeypatch, tmp_path):
    monkeypatch.setenv("GOBBET_LIBRARY_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GOBBET_DATA_DIR", "/proc/nowhere")
    monkeypatch.setenv("GOBBET_TOKEN", "1:x")
    ran = gobbet("check")
    assert ran.exit_code == 1
    for sentence in (
        "GOBBET_TOKEN means nothing",
        "no token",
        "can't be made",
        "There is no folder",
    ):
        assert sentence in ran.output


def test_check_refuses_a_database_from_a_newer_version(monkeypatch, tmp_path):
    monkeypatch.setenv("GOBBET_DATA_DIR", str(tmp_path))
    asyncio.run(_make_database(tmp_path / "gobbet.sqlite3"))
    with contextlib.closing(sqlite3.connect(tmp_path / "gobbet.sqlite3")) as database:
        database.execute("PRAGMA user_version = 9999")
    ran = gobbet("check")
    assert ran.exit_code == 1
    assert "newer version" in ran.output


def test_a_wrong_setting_is_named():
    ran = CliRunner().invoke(cli.app, ["check"], env={"GOBBET_OWNER_IDS": "Ann"})
    assert ran.exit_code == 2
    assert "GOBBET_OWNER_IDS" in ran.output


def test_a_quiz_in_the_terminal_takes_letters_and_words(library):
    ran = gobbet("quiz", 2, "--seed", 1, "--library", library, typed="a\nabout four hours\n")
    assert ran.exit_code == 0, ran.output
    assert "of 2 right" in ran.output


def test_a_quiz_that_nobody_answers_ends_with_what_was_right(library):
    ran = gobbet("quiz", 2, "--seed", 1, "--library", library, typed="")
    assert ran.exit_code == 0, ran.output
    assert "of" in ran.output


async def _make_database(path: Path) -> None:
    async with Database.open(path):
        pass


def test_a_backup_is_made_checked_and_put_back(monkeypatch, tmp_path):
    monkeypatch.setenv("GOBBET_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()
    asyncio.run(_make_database(tmp_path / "data" / "gobbet.sqlite3"))
    assert "✓" in gobbet("backup", tmp_path / "copies").output
    (copy,) = (tmp_path / "copies").glob("*.sqlite3")
    restored = gobbet("restore", copy)
    assert restored.exit_code == 0
    assert "What was there is kept as" in restored.output
    assert gobbet("restore", tmp_path / "no such copy").exit_code == 2


def test_check_repair_finds_nothing_the_second_time(monkeypatch, tmp_path):
    monkeypatch.setenv("GOBBET_DATA_DIR", str(tmp_path))
    for _ in range(2):
        ran = gobbet("check", "--repair")
    assert "There was nothing to mend." in ran.output


def test_the_inbox_of_a_bot_in_good_order_is_empty(monkeypatch, tmp_path):
    monkeypatch.setenv("GOBBET_DATA_DIR", str(tmp_path))
    asyncio.run(_make_database(tmp_path / "gobbet.sqlite3"))
    assert "every message was handled" in gobbet("inbox").output
    assert "0 put in line again" in gobbet("inbox", "--retry").output


def test_before_the_first_run_there_is_nothing_to_back_up(monkeypatch, tmp_path):
    monkeypatch.setenv("GOBBET_DATA_DIR", str(tmp_path))
    ran = gobbet("backup")
    assert ran.exit_code == 2
    assert "gobbet run makes the database" in ran.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("port", [-4, 99999])
def test_a_port_that_is_none_is_refused_before_anything_starts(port):
    ran = gobbet("demo", "--port", port)
    assert ran.exit_code == 2
    assert "--port" in ran.output


def test_a_bot_that_never_ran_is_not_healthy(monkeypatch, tmp_path):
    monkeypatch.setenv("GOBBET_DATA_DIR", str(tmp_path))
    ran = gobbet("healthcheck")
    assert ran.exit_code == 1
    assert "has not run here yet" in ran.output


def test_whoever_asks_is_told_which_rule_refused_a_question():
    tried = shape("questions", "--explain")["candidates"]
    assert any(candidate["refused_by"] for candidate in tried)
    assert not tried[0]["refused_by"]
    assert "refused: " in gobbet("questions", "--explain").output


def test_doubtful_facts_and_gaps_are_listed_on_demand():
    sure, known = shape("facts")["facts"], shape("facts", "--all")["facts"]
    assert all(fact["kind"] != "gap" and not fact["doubts"] for fact in sure)
    assert len(sure) < len(known)


def test_the_closest_passages_stand_in_the_order_found_without_scores_of_another_order(library):
    ran = gobbet("ask", "How long did Silva meet Olaf Lund?", "--library", library)
    assert "The closest passages" in ran.output
    assert "lisbon" in ran.output
    assert " · " not in ran.output
    assert "lisbon · " in gobbet("search", "Lisbon", "--library", library).output
