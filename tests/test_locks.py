"""The lock files fit the project, agree with each other, and name no server."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCKS = ["requirements.lock", "requirements-dev.lock"]
LOCKED = re.compile(
    r"^([\w.-]+)==(\S+)(?: ;.*)? \\\n(?:    --hash=sha256:\w{64}(?: \\)?\n)+", re.MULTILINE
)


def locked(name: str) -> dict[str, set[Version]]:
    """Return the versions that a lock file allows; an entry without a hash is not counted."""
    versions: dict[str, set[Version]] = {}
    for library, version in LOCKED.findall((ROOT / name).read_text(encoding="utf-8")):
        versions.setdefault(canonicalize_name(library), set()).add(Version(version))
    return versions


def test_the_locks_hold_every_library_that_the_project_names():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    development = [line for line in groups["dev"] if isinstance(line, str)]
    for name, lines in {
        "requirements.lock": [*project["project"]["dependencies"], *groups["build"]],
        "requirements-dev.lock": [*project["project"]["dependencies"], *development],
    }.items():
        versions = locked(name)
        for requirement in map(Requirement, lines):
            known = versions.get(canonicalize_name(requirement.name), set())
            assert list(requirement.specifier.filter(known)), (
                f"{name} does not fit {requirement}: run make lock"
            )


def test_development_adds_to_the_locked_versions_and_changes_none():
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_library_has_its_hashes(name: str):
    named = re.findall(r"^[\w.-]+==", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(named) == sum(map(len, locked(name).values()))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_server(name: str):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.findall(r"https?:|--(?:extra-)?index|--find-links|file:", text)
