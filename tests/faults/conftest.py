"""How often the bot is killed and its disk cut off; the long form is in the README beside this."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("faults")
    group.addoption("--kills", type=int, default=4, help="how often the bot is killed")
    group.addoption("--cuts", type=int, default=5, help="how often the power fails")
    group.addoption("--seed", type=int, default=2026, help="decides when")


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--kills", 4))


@pytest.fixture
def cuts(request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--cuts", 5))


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--seed", 2026))
