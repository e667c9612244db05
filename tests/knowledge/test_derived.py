"""What was made from articles is kept as long as articles and code are the same."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from stat import S_ISDIR

import pytest

from bot.settings import SHIPPED_LIBRARY
from knowledge import Library, derived


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open(SHIPPED_LIBRARY)


def test_what_was_stored_is_read_back_whole(library, tmp_path):
    path = tmp_path / "deep" / "made.json"
    derived.save(path, library.make())
    assert derived.load(path) == library.make()
    assert [each.name for each in path.parent.iterdir()] == ["made.json"]


@pytest.mark.parametrize("content", [None, b"", b"{}", b"q{}\n.", b"f{\n", b"q"])
def test_a_missing_or_spoilt_file_is_as_good_as_none(tmp_path, content):
    path = tmp_path / "made.json"
    if content is not None:
        path.write_bytes(content)
    assert derived.load(path) is None


def test_the_origin_tells_a_changed_article_and_not_the_order(library):
    articles = library.articles
    changed = (replace(articles[0], text=articles[0].text + " More."), *articles[1:])
    assert derived.origin(articles) == derived.origin(reversed(articles))
    assert derived.origin(articles) != derived.origin(changed)


def test_a_library_that_knows_does_not_make_again(library):
    made, other = library.make(), Library.of(library.articles)
    assert not other.is_made
    other.know(made)
    assert other.is_made
    assert other.questions(drafts=True) == list(made.questions)
    assert other.facts() == list(made.facts)


def test_the_program_makes_what_the_library_makes(library):
    program = subprocess.Popen(
        [sys.executable, "-m", "knowledge.deriving"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with program:
        program.stdin.write(derived.as_input(library.articles))
        program.stdin.flush()
        output = program.stdout.read()
    assert derived.from_output(output) == library.make()
    assert program.returncode == 0


def test_the_program_ends_with_its_input():
    program = subprocess.run(
        [sys.executable, "-m", "knowledge.deriving"],
        input=derived.as_input(Library.open(SHIPPED_LIBRARY).articles),
        capture_output=True,
        check=False,
    )
    assert (program.returncode, program.stdout) == (1, b"")


def derive(library, started):
    """Run the program on the library, after the lines ``started``."""
    lines = [
        "import runpy",
        *started,
        "runpy.run_module('knowledge.deriving', run_name='__main__')",
    ]
    program = subprocess.Popen(
        [sys.executable, "-c", "\n".join(lines)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with program:
        program.stdin.write(derived.as_input(library.articles))
        program.stdin.flush()
        output = program.stdout.read()
        program.stdin.close()
        return program.wait(), output, program.stderr.read().decode()


def test_where_the_language_cannot_be_analysed_the_program_fails_and_says_why(library):
    broken = [
        "from pathlib import Path",
        "from knowledge.language import pipeline",
        "pipeline.SHIPPED = Path('/nowhere')",
    ]
    status, output, told = derive(library, broken)
    assert (status, output) == (1, b"")
    assert "cannot be loaded" in told


def test_the_program_fails_where_its_memory_is_spent(library):
    greedy = "import knowledge.facts; knowledge.facts.extract = lambda _: bytearray(8 << 30)"
    status, output, told = derive(library, [greedy])
    assert (status, output) == (1, b"")
    assert "MemoryError" in told


def test_whoever_writes_beside_another_leaves_one_whole_file(tmp_path):
    path = tmp_path / "article.txt"
    contents = [bytes([letter]) * 200_000 for letter in b"abcdefgh"]
    with ThreadPoolExecutor(8) as writers:
        list(writers.map(lambda content: derived.replace(path, content), contents * 4))
    assert path.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [path]


def test_the_name_of_a_file_that_is_no_copy_is_waited_for(tmp_path, monkeypatch):
    synced = []
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: (synced.append(os.fstat(file)), fsync(file)))
    derived.replace(tmp_path / "article.txt", b"Bees.")
    assert [S_ISDIR(each.st_mode) for each in synced] == [False, True]
