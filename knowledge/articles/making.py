"""From the bytes of one file to an article: read, checked for its language, cleaned."""

from __future__ import annotations

from dataclasses import replace

from knowledge.articles import front_matter, markdown, plain_text
from knowledge.articles.cleaning import cleaned
from knowledge.articles.decoding import decoded
from knowledge.articles.document import Reader, Report, composed, silently
from knowledge.articles.formats import Format, format_of
from knowledge.articles.languages import check_supported
from knowledge.articles.tidying import characters
from knowledge.errors import ArticleEmpty
from knowledge.models import Article


def made(name: str, stem: str, content: bytes, report: Report = silently) -> Article:
    """Return the article that a file's ``content`` holds; ``stem`` becomes its id.

    Raises ``ArticleUnreadable``, with ``name`` in its sentence.
    """
    kind = format_of(name, content)
    if kind in {"markdown", "text"}:
        article = _from_text(kind, name, stem, decoded(content, name))
    else:
        article = _titled(composed(_reader(kind)(content, name, report), stem))
    check_supported(article.text, name)
    article = article if kind == "markdown" else cleaned(article)
    if not article.text.strip():
        raise ArticleEmpty(name)
    return article


def _from_text(kind: Format, name: str, stem: str, text: str) -> Article:
    if kind == "markdown" or text.startswith("---\n"):
        return _from_markdown(stem, name, text)
    return plain_text.article(stem, plain_text.cleaned(characters(text)))


def _from_markdown(stem: str, name: str, text: str) -> Article:
    fields, body = front_matter.split(name, text)
    title, clean = markdown.title_and_text(body)
    if fields is None:
        return plain_text.article(stem, clean, title)
    return Article(
        id=stem,
        title=fields.title,
        text=plain_text.without_title(clean, fields.title),
        source=fields.source,
        published=fields.published,
        language=fields.language,
        licence=fields.licence,
    )


def _titled(article: Article) -> Article:
    """Guess what the file does not say of itself: its title, its date."""
    guess = plain_text.article(article.id, article.text)
    return replace(
        article,
        title=article.title or guess.title,
        published=article.published or guess.published,
    )


def prepare(kind: Format) -> None:
    """Import the library that reads ``kind``, before limits forbid it."""
    if kind not in {"markdown", "text"}:
        _reader(kind)


def _reader(kind: Format) -> Reader:
    """Return the format's reader. Each brings a library that only its own files wait for."""
    match kind:
        case "pdf":
            from knowledge.articles.pdf import read  # noqa: PLC0415 - as above
        case "word":
            from knowledge.articles.word import read  # noqa: PLC0415 - as above
        case "epub":
            from knowledge.articles.epub import read  # noqa: PLC0415 - as above
        case _:
            from knowledge.articles.web import read  # noqa: PLC0415 - as above
    return read
