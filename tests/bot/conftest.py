"""What tests of the command line start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings

ARTICLE = """---
title: A visit to Lisbon
source: Example Times
published: 2024-05-06
language: en
licence: CC0-1.0
---

Prime Minister Ana Silva met Foreign Minister Rui Costa in Lisbon on 6 May 2024. The meeting lasted
about four hours. Silva arrived in Lisbon on 5 May 2024 for a three-day visit to Portugal.
"""


@pytest.fixture
def alone(monkeypatch, tmp_path):
    """No setting of the person who runs the tests reaches them, nor any file of theirs."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"GOBBET_{name.upper()}", raising=False)
    monkeypatch.setattr("bot.cli.terminal.console.width", 500)
    monkeypatch.setattr("bot.cli.terminal.errors.width", 500)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def article() -> str:
    return ARTICLE


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "lisbon.md").write_text(ARTICLE)
    return folder
