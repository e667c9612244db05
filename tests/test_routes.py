"""The page of routes is a map: what it names is there, and each of its parts fits a screen."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "bot/ROUTES.md").read_text("utf-8")
STEPS = re.findall(r"`([\w/]+\.py):([\w.]+)`", PAGE)
LINES_OF_A_SCREEN = 40


def names_in(path: Path) -> set[str]:
    """The functions and classes of a module, methods as ``Class.method``."""
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            inner = [each for each in node.body if hasattr(each, "name")]
            found |= {f"{node.name}.{each.name}" for each in inner}
    return found


@pytest.mark.parametrize(("path", "name"), dict.fromkeys(STEPS))
def test_a_step_of_a_route_is_there(path: str, name: str):
    assert name in names_in(ROOT / path)


def test_every_line_of_a_route_names_its_place():
    rows = re.findall(r"^\|(?! step|---)(.+)\|(.+)\|$", PAGE, re.MULTILINE)
    assert len(rows) > 40
    assert [row for row in rows if not re.fullmatch(r" `[\w/]+\.py:[\w.]+` ", row[1])] == []


def test_each_route_and_what_to_add_fits_a_screen():
    routes = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]
    assert [len(route.splitlines()) <= LINES_OF_A_SCREEN for route in routes] == [True] * 4


def test_the_readme_leads_to_the_routes():
    assert "(bot/ROUTES.md)" in (ROOT / "README.md").read_text("utf-8")
