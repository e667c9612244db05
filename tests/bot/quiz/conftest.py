from collections.abc import Callable

import pytest

from knowledge.models import Question


@pytest.fixture
def question() -> Callable[..., Question]:
    def make(number: int = 1, title: str = "Title", options: tuple[str, ...] = ("x", "y", "z")):
        return Question(
            id=f"q{number}",
            kind="office",
            tier="safe",
            title=title,
            stem=f"Which is {number}?",
            options=options,
            key=0,
            answer=options[0],
            accept=(),
            explanation="",
            citations=(),
        )

    return make
