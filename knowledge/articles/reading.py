"""Files become articles; documents are read apart, and one broken file never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from knowledge.articles.child import DEFAULT_LIMITS, Limits, read_apart
from knowledge.articles.document import Report, silently
from knowledge.articles.formats import REFUSED, SUFFIXES
from knowledge.articles.making import made
from knowledge.errors import ArticleTooLarge, ArticleUnreadable, NameTaken
from knowledge.models import Article

TEXT_BYTES_LIMIT = 10_000_000
"""A novel has half a million bytes; what is ten times longer than the longest is no article."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder gave: articles in order of their paths, a sentence for each failed file."""

    articles: tuple[Article, ...]
    problems: tuple[str, ...]


def read(
    path: Path,
    *,
    report: Report = silently,
    cancel: Event | None = None,
    limits: Limits = DEFAULT_LIMITS,
    is_trusted: bool = True,
) -> Article:
    """Read one file; its stem becomes the article's id. Raises ``ArticleUnreadable``.

    Documents are always read in a child process, texts only if they are not trusted. ``report``
    and ``cancel`` are those of ``read_apart``.
    """
    is_text = SUFFIXES.get(path.suffix.lower()) in {"markdown", "text"}
    content = _content(path, TEXT_BYTES_LIMIT if is_text else limits.file_bytes)
    if is_text and is_trusted:
        return made(path.name, path.stem, content, report)
    return read_apart(path.name, content, report=report, cancel=cancel, limits=limits)


def read_folder(folder: Path, read_one: Callable[[Path], Article] | None = None) -> Reading:
    """Read every article in ``folder`` and below, with ``read`` or another reader.

    Hidden files and READMEs are passed over.
    """
    read_one = read_one or read
    articles: dict[str, Article] = {}
    names: dict[str, str] = {}
    problems: list[str] = []
    for path in _candidates(folder):
        try:
            if path.stem in articles:
                raise NameTaken(path.name, names[path.stem])
            articles[path.stem] = read_one(path)
            names[path.stem] = path.name
        except ArticleUnreadable as problem:
            problems.append(str(problem))
    return Reading(tuple(articles.values()), tuple(problems))


def _candidates(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)
        if hidden or path.stem.upper() == "README" or not path.is_file():
            continue
        if path.suffix.lower() in SUFFIXES.keys() | REFUSED:
            yield path


def _content(path: Path, limit: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > limit:
            raise ArticleTooLarge(path.name, size, limit)
        return path.read_bytes()
    except OSError as error:
        raise ArticleUnreadable(
            f"{path.name} can't be opened ({error.strerror}).",
            "Check the file and its permissions.",
        ) from None
