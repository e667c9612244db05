"""Imports point one way and never in a circle, and each outside library has its room."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LAYERS = (
    ("bot.cli",),
    ("bot.app",),
    ("bot.health",),
    ("bot",),
    ("bot.telegram", "bot.playground"),
    ("bot.services",),
    ("bot.store",),
    ("bot.quiz",),
    ("knowledge",),
)
"""From the outside in: a layer imports those below it; rooms of one layer ignore each other.

``bot`` stands for the single modules beside the wiring, such as ``bot.settings``.
"""

ROOMS = {
    "telegram": ("bot.telegram", "bot.app"),
    "aiosqlite": ("bot.store",),
    "spacy": ("knowledge.language",),
    "rank_bm25": ("knowledge.search.index",),
    "onnxruntime": ("knowledge.questions.second_opinion",),
}
"""The only modules (and what is inside them) that may import each library."""

PURE = {
    "knowledge": ("asyncio", "sqlite3", "time", "aiohttp", "httpx"),
    "bot.quiz": ("asyncio", "sqlite3", "time", "aiohttp", "httpx", "os", "pathlib"),
}
"""Code that decides without a clock, a network or a database, and what it must not import."""

FILE_FORMATS = {"knowledge.questions.exchange.anki": "sqlite3"}
"""A module that must write such a file, and so imports what it otherwise must not."""

CLOCKS = {"now", "utcnow", "today"}


@dataclass(frozen=True)
class Import:
    """One module named by an import statement."""

    path: str
    line: int
    importer: str
    imported: str
    is_for_types: bool = False

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.importer} imports {self.imported}"


def inside(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def sources(root: Path) -> list[Path]:
    return sorted(
        path for package in ("bot", "knowledge") for path in root.glob(f"{package}/**/*.py")
    )


def module_name(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def absolute(node: ast.ImportFrom, path: Path, root: Path) -> str:
    """Return the module that ``from … import`` names, with leading dots resolved."""
    if not node.level:
        return node.module or ""
    package = path.relative_to(root).parent.parts
    above = package[: len(package) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def is_module(name: str, root: Path) -> bool:
    place = root.joinpath(*name.split("."))
    return place.is_dir() or place.with_suffix(".py").is_file()


def imports(root: Path) -> list[Import]:
    """Return every import below ``root``, those for type checkers included."""
    found = []
    for path in sources(root):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for_types = nodes_for_types(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                base = absolute(node, path, root)
                members = [f"{base}.{alias.name}" for alias in node.names]
                names = [name if is_module(name, root) else base for name in members]
            else:
                continue
            where = path.relative_to(root).as_posix(), node.lineno, module_name(path, root)
            is_for_types = node in for_types
            found += [Import(*where, name, is_for_types) for name in dict.fromkeys(names)]
    return found


def nodes_for_types(tree: ast.Module) -> set[ast.AST]:
    """Return what stands under ``if TYPE_CHECKING``, which no running program imports."""
    guarded = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    return {inner for node in guarded for inner in ast.walk(node)}


def circle(found: list[Import]) -> list[str]:
    """Return modules each of which imports the next, the last one being the first again."""
    graph: dict[str, set[str]] = {}
    for each in found:
        if each.importer != each.imported and not each.is_for_types:
            graph.setdefault(each.importer, set()).add(each.imported)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return []


def layer(module: str) -> tuple[int, str] | None:
    """Return the depth and the room of ``module``, or nothing where it has no place."""
    places = [
        (depth, room)
        for depth, rooms in enumerate(LAYERS)
        for room in rooms
        if inside(module, (room,)) and (room != "bot" or module.count(".") <= 1)
    ]
    return max(places, key=lambda place: len(place[1]), default=None)


def wrong_way(found: list[Import]) -> list[str]:
    faults = []
    for each in found:
        here, there = layer(each.importer), layer(each.imported)
        if here and there and here[1] != there[1] and there[0] <= here[0]:
            below = ", ".join(room for rooms in LAYERS[here[0] + 1 :] for room in rooms)
            faults.append(f"{each}; below {here[1]} are only: {below or 'nothing'}")
    return faults


def wrong_room(found: list[Import]) -> list[str]:
    return [
        f"{each}; only {' and '.join(rooms)} may"
        for each in found
        for library, rooms in ROOMS.items()
        if inside(each.imported, (library,)) and not inside(each.importer, rooms)
    ]


def impure(found: list[Import]) -> list[str]:
    return [
        f"{each}; {package} takes what it needs as arguments"
        for each in found
        for package, banned in PURE.items()
        if inside(each.importer, (package,)) and inside(each.imported, banned)
        if FILE_FORMATS.get(each.importer) != each.imported
    ]


def clock_readings(root: Path) -> list[str]:
    return [
        f"{path.relative_to(root).as_posix()}:{node.lineno}: reads the clock; time is an argument"
        for path in sources(root)
        if inside(module_name(path, root), tuple(PURE))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
    ]


def test_imports_point_from_the_command_line_to_the_knowledge():
    faults = wrong_way(imports(ROOT))
    assert not faults, "\n".join(faults)


def test_each_outside_library_is_imported_in_its_own_room_only():
    faults = wrong_room(imports(ROOT))
    assert not faults, "\n".join(faults)


def test_the_knowledge_and_the_rules_know_no_clock_network_or_database():
    faults = impure(imports(ROOT)) + clock_readings(ROOT)
    assert not faults, "\n".join(faults)


def test_no_module_imports_itself_by_way_of_others():
    assert circle(imports(ROOT)) == []


def test_every_module_has_a_place_in_the_layers():
    homeless = [
        path.relative_to(ROOT).as_posix()
        for path in sources(ROOT)
        if layer(module_name(path, ROOT)) is None
    ]
    assert not homeless, f"give these a place in LAYERS, or move them: {homeless}"


def plant(root: Path, path: str, source: str) -> None:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(source, encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "source", "fault"),
    [
        (
            "bot/services/study.py",
            "import json\nfrom bot import telegram\n",
            (
                "bot/services/study.py:2: bot.services.study imports bot.telegram; "
                "below bot.services are only: bot.store, bot.quiz, knowledge"
            ),
        ),
        (
            "bot/telegram/intake.py",
            "from ..playground.server import serve\n",
            (
                "bot/telegram/intake.py:1: bot.telegram.intake imports bot.playground.server; "
                "below bot.telegram are only: bot.services, bot.store, bot.quiz, knowledge"
            ),
        ),
        (
            "knowledge/library.py",
            "def late():\n    import bot.quiz.scoring\n",
            (
                "knowledge/library.py:2: knowledge.library imports bot.quiz.scoring; "
                "below knowledge are only: nothing"
            ),
        ),
        (
            "bot/services/play.py",
            "from telegram.ext import Application\n",
            (
                "bot/services/play.py:1: bot.services.play imports telegram.ext; "
                "only bot.telegram and bot.app may"
            ),
        ),
        (
            "knowledge/search/snippets.py",
            "import rank_bm25 as bm25\n",
            (
                "knowledge/search/snippets.py:1: knowledge.search.snippets imports rank_bm25; "
                "only knowledge.search.index may"
            ),
        ),
        (
            "bot/quiz/round.py",
            "from time import monotonic\n",
            (
                "bot/quiz/round.py:1: bot.quiz.round imports time; "
                "bot.quiz takes what it needs as arguments"
            ),
        ),
        (
            "knowledge/facts/when.py",
            "import datetime\nTODAY = datetime.date.today()\n",
            "knowledge/facts/when.py:2: reads the clock; time is an argument",
        ),
    ],
)
def test_a_planted_fault_is_named_with_its_line(
    tmp_path: Path, path: str, source: str, fault: str
):
    plant(tmp_path, "bot/telegram/__init__.py", "")
    plant(tmp_path, path, source)
    found = imports(tmp_path)
    faults = wrong_way(found) + wrong_room(found) + impure(found) + clock_readings(tmp_path)
    assert faults == [fault]


def test_a_planted_circle_is_named(tmp_path: Path):
    plant(tmp_path, "bot/quiz/one.py", "from bot.quiz import two\n")
    plant(tmp_path, "bot/quiz/two.py", "def late():\n    import bot.quiz.three\n")
    plant(tmp_path, "bot/quiz/three.py", "import bot.quiz.one\n")
    named = circle(imports(tmp_path))
    assert named[0] == named[-1]
    assert set(named) == {"bot.quiz.one", "bot.quiz.two", "bot.quiz.three"}


def test_an_import_for_types_alone_closes_no_circle(tmp_path: Path):
    plant(tmp_path, "bot/quiz/one.py", "import bot.quiz.two\n")
    guarded = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import bot.quiz.one\n"
    plant(tmp_path, "bot/quiz/two.py", guarded)
    assert circle(imports(tmp_path)) == []


def test_imports_that_point_inwards_are_left_alone(tmp_path: Path):
    plant(tmp_path, "bot/app.py", "import telegram.ext\nfrom bot.services import study\n")
    plant(tmp_path, "bot/store/writer.py", "import aiosqlite\nfrom . import schema\n")
    plant(tmp_path, "bot/services/study.py", "from knowledge import Library\n")
    found = imports(tmp_path)
    assert len(found) == 5
    assert wrong_way(found) + wrong_room(found) + impure(found) == []


def test_a_new_folder_has_no_place_until_it_is_given_one():
    assert layer("bot.settings") == (LAYERS.index(("bot",)), "bot")
    assert layer("bot.utils.text") is None
