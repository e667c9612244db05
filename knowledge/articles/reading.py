"""Files become articles: one reader a format, and one broken file never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.articles import front_matter, markdown, plain_text
from knowledge.errors import (
    ArticleEmpty,
    ArticleTooLarge,
    ArticleUnreadable,
    NameTaken,
    NotText,
    UnknownFormat,
)
from knowledge.models import Article

BYTES_LIMIT = 10_000_000
"""A novel has half a million bytes; what is ten times longer than the longest is no article."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder gave: the articles in order of their paths, and a sentence for each file that failed."""

    articles: tuple[Article, ...]
    problems: tuple[str, ...]


def read(path: Path) -> Article:
    """Read one file; its stem becomes the article's id. Raises ``ArticleUnreadable``."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UnknownFormat(path.name)
    article = reader(path.stem, path.name, _decoded(path))
    if not article.text:
        raise ArticleEmpty(path.name)
    return article


def read_folder(folder: Path) -> Reading:
    """Read every article in ``folder`` and below; hidden files and READMEs are passed over."""
    articles: dict[str, Article] = {}
    names: dict[str, str] = {}
    problems: list[str] = []
    for path in _candidates(folder):
        try:
            if path.stem in articles:
                raise NameTaken(path.name, names[path.stem])
            articles[path.stem] = read(path)
            names[path.stem] = path.name
        except ArticleUnreadable as problem:
            problems.append(str(problem))
    return Reading(tuple(articles.values()), tuple(problems))


def _candidates(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)
        if hidden or path.stem.upper() == "README" or not path.is_file():
            continue
        if path.suffix.lower() in _READERS.keys() | _DOCUMENTS:
            yield path


def _decoded(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > BYTES_LIMIT:
            raise ArticleTooLarge(path.name, size, BYTES_LIMIT)
        content = path.read_bytes()
    except OSError as error:
        raise ArticleUnreadable(
            f"{path.name} can't be opened ({error.strerror}).",
            "Check the file and its permissions.",
        ) from None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotText(path.name, error.start) from None
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _from_markdown(stem: str, name: str, text: str) -> Article:
    fields, body = front_matter.split(name, text)
    clean = markdown.plain(body)
    if fields is None:
        return plain_text.article(stem, clean)
    return Article(
        id=stem,
        title=fields.title,
        text=plain_text.without_title(clean, fields.title),
        source=fields.source,
        published=fields.published,
        language=fields.language,
        licence=fields.licence,
    )


def _from_plain_text(stem: str, name: str, text: str) -> Article:
    if text.startswith("---\n"):
        return _from_markdown(stem, name, text)
    return plain_text.article(stem, plain_text.cleaned(text))


_READERS: dict[str, Callable[[str, str, str], Article]] = {
    ".md": _from_markdown,
    ".markdown": _from_markdown,
    ".txt": _from_plain_text,
    ".text": _from_plain_text,
}

_DOCUMENTS = {".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".html", ".htm"}
"""Files that people put into a library meaning them to be read: each is reported, not passed over."""
