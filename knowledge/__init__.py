"""Articles in; cited answers and checked questions out. No chat, no database, no clock."""

from typing import TYPE_CHECKING, Any

from knowledge.models import Answer, Article, Citation, Fact, Grade, Hit, Question

if TYPE_CHECKING:
    from knowledge.library import Library

__all__ = ["Answer", "Article", "Citation", "Fact", "Grade", "Hit", "Library", "Question"]


def __getattr__(name: str) -> Any:
    """The library on first use: the child processes that read and parse do without it."""
    if name == "Library":
        from knowledge.library import Library  # noqa: PLC0415 - see above

        return Library
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
