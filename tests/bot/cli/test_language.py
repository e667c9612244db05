"""Where the language pipeline can't run, the commands that need it say so with a cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import cli
from knowledge.language import pipeline

pytestmark = pytest.mark.usefixtures("alone")


@pytest.mark.parametrize("command", ["facts", "questions", "quiz"])
def test_a_missing_pipeline_is_told_in_a_sentence(
    command: str, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pipeline, "SHIPPED", tmp_path / "gone")
    ran = CliRunner().invoke(cli.app, [command, "--library", str(library)])
    assert ran.exit_code == 2, ran.output
    assert "cannot be loaded" in " ".join(ran.output.split())
