"""EPUB books: chapters in the order of the spine, each read like a web page without furniture."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import unquote

from lxml import etree

from knowledge.articles import markup
from knowledge.articles.archive import Archive
from knowledge.articles.document import Document, Paragraph, Progress, Report
from knowledge.articles.tidying import one_line
from knowledge.errors import Damaged, Locked

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONT_LOCKS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/xml"})


def read(content: bytes, name: str, report: Report) -> Document:
    """Return the book's chapters one after the other. Raises ``Locked`` for a protected one."""
    archive = Archive(content, name)
    if _is_protected(archive, name):
        raise Locked(name)
    path = _package_path(archive, name)
    package = _xml(archive.entry(path), name)
    return Document(
        paragraphs=tuple(_paragraphs(archive, _chapters(package, path), report)),
        title=_said(package, "title"),
        source=_said(package, "publisher") or _said(package, "creator"),
        published=_date(_said(package, "date")),
    )


def _xml(content: bytes, name: str) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    if b"<!ENTITY" in content:
        raise Damaged(name, "it defines entities of its own, as no book does")
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise Damaged(name, "its table of parts is no proper XML") from None


def _is_protected(archive: Archive, name: str) -> bool:
    if "META-INF/rights.xml" in archive:
        return True
    if _ENCRYPTION not in archive:
        return False
    methods = _xml(archive.entry(_ENCRYPTION), name).iter("{*}EncryptionMethod")
    return any(method.get("Algorithm") not in _FONT_LOCKS for method in methods)


def _package_path(archive: Archive, name: str) -> str:
    container = _xml(archive.entry(_CONTAINER), name)
    paths = [file.get("full-path") for file in container.iter("{*}rootfile")]
    if not paths or not paths[0]:
        raise Damaged(name, "it does not say where its parts are")
    return str(paths[0])


def _chapters(package: Any, path: str) -> list[str]:
    items = {
        item.get("id"): posixpath.normpath(
            posixpath.join(posixpath.dirname(path), unquote(item.get("href") or ""))
        )
        for item in package.iter("{*}item")
        if item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split()
    }
    spine = [reference.get("idref") for reference in package.iter("{*}itemref")]
    return list(dict.fromkeys(items[idref] for idref in spine if idref in items))


def _paragraphs(archive: Archive, chapters: list[str], report: Report) -> Iterator[Paragraph]:
    for number, chapter in enumerate(chapters, 1):
        report(Progress(number, len(chapters), "chapters"))
        root = markup.tree(archive.entry(chapter))
        body = root.find("body") if root is not None else None
        if body is not None:
            yield from markup.paragraphs(body)


def _said(package: Any, name: str) -> str:
    """Return what the book says about itself in the Dublin Core element ``name``."""
    found = package.find(f".//{{http://purl.org/dc/elements/1.1/}}{name}")
    return one_line(found.text or "") if found is not None else ""


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
