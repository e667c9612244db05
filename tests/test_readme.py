"""The README keeps its promises: its commands run, its code is true, its tables are complete."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.cli import terminal
from bot.services.asking import Answered
from bot.settings import PREFIX, Settings
from bot.telegram.messages import Place
from bot.telegram.views import answers
from knowledge.models import Answer

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
GOBBET = Path(sys.executable).with_name("gobbet")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^ *```{language}\n(.*?)^ *```", README, re.DOTALL | re.MULTILINE)


def commands() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in "".join(blocks("console")).splitlines():
        if line.startswith("$ "):
            found.append((line.removeprefix("$ "), []))
        else:
            found[-1][1].append(line)
    return found


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(PREFIX)}
    environment |= {"COLUMNS": "200", "NO_COLOR": "1"}
    return subprocess.run(
        [str(GOBBET), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("command", "promised"), commands())
def test_a_command_of_the_readme_shows_what_stands_below_it(command, promised, tmp_path):
    program, *arguments = shlex.split(command)
    assert program == "gobbet"
    arguments = [str(ROOT / a) if (ROOT / a).is_file() else a for a in arguments]
    ran = run(*arguments, folder=tmp_path)
    assert "Traceback" not in ran.stderr
    shown = " ".join((ran.stdout + ran.stderr).split())
    assert [line for line in promised if line not in shown] == []


def test_chat_terminal_and_readme_say_in_the_same_words_that_no_article_answers():
    nothing = Answer("How long?", found=False, answer=None, confidence=0.0)
    said = answers.answer(Place(1), Answered(nothing, {}), 1).params["text"]
    with terminal.console.capture() as capture:
        terminal.console.print(terminal.answer(nothing))
    shown = capture.get().strip()
    assert f"<b>{shown}</b>" in said
    assert f"> **Gobbet:** {shown}\n" in README
    assert f"\n{shown}\n" in "".join(blocks("console"))


@pytest.mark.parametrize("code", blocks("python"))
def test_the_python_of_the_readme_is_true(code, monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(code, {})  # noqa: S102 - this is what the README invites people to do


def test_every_setting_stands_in_the_readme_with_its_default():
    rows = re.findall(rf"^\| `({PREFIX}\w+)` \| (.+?) \| (.+?) \|$", README, re.MULTILINE)
    fields = Settings.model_fields
    expected = [(PREFIX + name.upper(), field.description) for name, field in fields.items()]
    assert expected == [(name, description) for name, _, description in rows]
    defaults = {name: default for name, default, _ in rows}
    assert defaults["GOBBET_API_URL"] == f"`{fields['api_url'].default}`"
    assert defaults["GOBBET_DATA_DIR"] == f"`{fields['data_dir'].default}`"
    assert defaults["GOBBET_LOG_LEVEL"] == f"`{fields['log_level'].default}`"


def test_every_path_in_the_readme_exists():
    named = set(re.findall(r"`((?:bot|knowledge|seeds|tests|deploy)/[\w./]*)`", README))
    named |= set(re.findall(r"\]\(([\w./]+)\)", README))
    assert {"bot/app.py", "tests/README.md"} <= named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_the_picture_is_there_light_enough_and_described():
    ((path, words),) = re.findall(r'<img src="([^"]+)"[^>]* alt="([^"]+)"', README)
    assert (ROOT / path).read_bytes().startswith(b"\x89PNG")
    assert (ROOT / path).stat().st_size < 200_000
    assert len(words) > 40


def test_every_library_the_bot_needs_is_in_the_readme_with_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[=<>]", each)[0] for each in project["dependencies"]}
    _, _, part = README.partition("## What it stands on")
    assert needed <= set(re.findall(r"`([\w-]+)`", part.partition("## Licence")[0]))


def test_the_two_commands_are_targets_of_make():
    targets = re.findall(r"^make (\w+)", "".join(blocks("sh")), re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert targets == ["demo", "test"]
    assert all(f"\n{target}:" in makefile for target in targets)


def test_help_names_every_command_of_the_readme(tmp_path):
    shown = run("--help", folder=tmp_path).stdout
    for name in re.findall(r"gobbet (\w+)", README):
        assert name in shown
