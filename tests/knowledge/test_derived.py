"""What was made from articles is kept as long as articles and code are the same."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

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
