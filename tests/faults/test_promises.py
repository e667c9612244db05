"""The page of promises names tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "deploy" / "promises.md").read_text("utf-8")


def test_each_of_the_eight_promises_names_a_test():
    promises = re.split(r"^\d\. ", PAGE, flags=re.MULTILINE)[1:]

    assert len(promises) == 8
    assert all("`test_" in promise for promise in promises)


def test_every_test_that_is_named_exists():
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    sources = [file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py")]
    existing = {name for source in sources for name in re.findall(r"def (test_\w+)", source)}

    assert named - existing == set()
