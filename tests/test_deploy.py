"""What ``deploy/`` promises holds: unit, settings file, image, and the installed package."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from dotenv import dotenv_values
from pydantic import SecretStr
from pydantic_core import PydanticUndefined

from bot.cli import hosting
from bot.settings import Settings

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
UNIT = (DEPLOY / "gobbet.service").read_text(encoding="utf-8")
EXAMPLE = (DEPLOY / "gobbet.env.example").read_text(encoding="utf-8")
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
NO_DEFAULT_TO_SHOW = {"library_dir"}  # the shipped articles lie elsewhere on every machine

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed"
)


def run(*command: object, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
        **options,
    )


@pytest.fixture
def unit_file(tmp_path: Path) -> Path:
    """The unit, with a program that exists on every machine."""
    place = tmp_path / "gobbet.service"
    place.write_text(UNIT.replace("/opt/gobbet/bin/gobbet", "/bin/true"), encoding="utf-8")
    return place


@needs_systemd
def test_systemd_accepts_the_unit(unit_file: Path):
    verdict = run("systemd-analyze", "verify", "--man=no", unit_file)
    assert (verdict.returncode, verdict.stderr) == (0, "")


@needs_systemd
def test_the_unit_exposes_little(unit_file: Path):
    verdict = run("systemd-analyze", "security", "--offline=true", "--threshold=20", unit_file)
    assert verdict.returncode == 0, verdict.stdout.splitlines()[-1]


def test_every_line_of_the_unit_has_its_reason_above():
    service = UNIT.partition("[Service]\n")[2].splitlines()
    bare = [
        line
        for above, line in zip(["", *service], service, strict=False)
        if "=" in line and not line.startswith("#") and not above.startswith("# ")
    ]
    assert not bare, f"say why, above: {bare}"


def shown_settings() -> dict[str, str]:
    """Return the example's settings, those that are commented out included."""
    return dict(re.findall(r"^#?(GOBBET_\w+)=(.*)$", EXAMPLE, re.MULTILINE))


def test_the_example_names_every_setting_and_no_other():
    assert set(shown_settings()) == {f"GOBBET_{name.upper()}" for name in Settings.model_fields}


@pytest.mark.parametrize("name", sorted(set(Settings.model_fields) - NO_DEFAULT_TO_SHOW))
def test_the_example_shows_what_holds_anyway(name: str):
    shown = shown_settings()[f"GOBBET_{name.upper()}"]
    default = Settings.model_fields[name].get_default()
    assert default is not PydanticUndefined
    assert shown == ("" if default in (None, ()) else str(default))


def test_every_secret_can_come_from_a_file():
    fields = Settings.model_fields
    secrets = [name for name, field in fields.items() if SecretStr in _types(field.annotation)]
    assert secrets
    assert all(f"{name}_file" in fields for name in secrets)


def _types(annotation: object) -> tuple[object, ...]:
    return (annotation, *getattr(annotation, "__args__", ()))


def test_a_filled_in_example_is_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in list(os.environ):
        if name.startswith("GOBBET_"):
            monkeypatch.delenv(name)
    filled = re.sub(r"^#(?=GOBBET_)", "", EXAMPLE, flags=re.MULTILINE)
    place = tmp_path / ".env"
    place.write_text(filled.replace("BOT_TOKEN=\n", "BOT_TOKEN=1:x\n", 1), encoding="utf-8")
    settings = Settings(_env_file=place)
    assert settings.bot_token == SecretStr("1:x")
    assert settings.library_dir == Path(str(dotenv_values(place)["GOBBET_LIBRARY_DIR"]))


def copied_into_the_image() -> set[str]:
    lines = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    return {source for line in lines for source in line.split()}


def test_the_image_gets_what_the_package_is_made_of():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    described = {project["project"]["readme"], *project["project"]["license-files"]}
    assert copied_into_the_image() == {
        *packages,
        *described,
        "pyproject.toml",
        "requirements.lock",
    }
    assert all((ROOT / source).exists() for source in copied_into_the_image())


def test_nothing_else_is_sent_to_the_builder():
    ignore = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in ignore
    assert {line[1:] for line in ignore if line.startswith("!")} == copied_into_the_image()


def test_the_composition_is_one_locked_down_service_with_one_volume():
    composition = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    (service,) = composition["services"].values()
    (volume,) = composition["volumes"]
    assert service["volumes"] == [f"{volume}:/data"]
    assert "VOLUME /data\n" in DOCKERFILE
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert (DEPLOY / service["build"]["context"] / service["build"]["dockerfile"]).is_file()


def test_the_file_with_the_token_cannot_be_committed():
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    assert run("git", "check-ignore", "deploy/.env", cwd=ROOT).returncode == 0


def test_the_guide_names_files_that_exist():
    guide = (DEPLOY / "README.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!https?:)([^)]+)\)", guide)
    typed = re.findall(r"\bdeploy/[\w.]+\w", guide)
    assert linked
    assert typed
    assert all((DEPLOY / name).exists() for name in linked)
    assert all((ROOT / name).exists() for name in typed)


def test_the_guide_types_only_commands_that_gobbet_has():
    guide = (DEPLOY / "README.md").read_text(encoding="utf-8")
    typed = set(re.findall(r"(?:bin/gobbet|gobbet gobbet|`gobbet) (\w+)", guide))
    assert {"check", "backup", "restore", "healthcheck", "run", "inbox"} <= typed
    known = {command.callback.__name__ for command in (*hosting.commands.registered_commands,)}
    assert typed <= known


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment that holds the built wheel.

    The libraries are this environment's own: fetching them again would test the network.
    """
    folder = tmp_path_factory.mktemp("clean")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    run(sys.executable, "-m", "venv", folder / "venv")
    programs = folder / "venv" / "bin"
    outcome = run(programs / "python", "-m", "pip", "install", "--no-deps", "--no-index", wheel)
    assert outcome.returncode == 0, outcome.stderr
    (site_packages,) = folder.glob("venv/lib/python*/site-packages")
    libraries = "\n".join(path for path in sys.path if path.endswith("site-packages"))
    (site_packages / "libraries.pth").write_text(libraries, encoding="utf-8")
    return programs


def anywhere_else(tmp_path: Path) -> dict[str, object]:
    """Return options that run a program away from the project and without its settings."""
    environment = {name: value for name, value in os.environ.items() if "GOBBET" not in name}
    environment.pop("PYTHONPATH", None)
    return {"cwd": tmp_path, "env": environment}


def test_the_installed_command_starts(installed: Path, tmp_path: Path):
    outcome = run(installed / "gobbet", "--help", **anywhere_else(tmp_path))
    assert outcome.returncode == 0, outcome.stderr
    assert "run" in outcome.stdout


def test_the_installed_package_brings_the_starter_articles(installed: Path, tmp_path: Path):
    code = "from bot.settings import Settings; print(Settings().library_dir)"
    outcome = run(installed / "python", "-c", code, **anywhere_else(tmp_path))
    library = Path(outcome.stdout.strip())
    assert installed.parent in library.parents
    assert {path.name for path in library.glob("*.md")} == {
        path.name for path in (ROOT / "seeds").glob("*.md")
    }
