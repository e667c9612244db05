"""Folders of articles, opened quickly: what reading and making gave is stored in a second folder.

The articles are the truth; everything in the second folder can be thrown away and made again.
"""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from knowledge import Article, Library, derived
from knowledge.articles import Limits, read, read_folder
from knowledge.derived import Made
from knowledge.errors import EmptyLibrary, LibraryNotFound

_ARTICLE = TypeAdapter(Article)
_MADE = "made"


def digest_of(content: bytes) -> str:
    """The digest by which a file is recognised."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of articles, and a folder for what is derived from them.

    Files that are not the host's own are read in a child process only.
    """

    folder: Path
    derived: Path
    is_trusted: bool = True

    def open(self) -> Library:
        """Read the folder; a file that was read before is not read again.

        What was made from the articles is left to `made`, because loading much of it takes long.
        Raises ``LibraryNotFound`` and ``EmptyLibrary``.
        """
        if not self.folder.is_dir():
            raise LibraryNotFound(str(self.folder))
        used: set[Path] = set()
        reading = read_folder(self.folder, lambda path: self._read(path, used))
        if not reading.articles:
            raise EmptyLibrary(str(self.folder), reading.problems)
        self._tidy(used)
        return Library.kept(reading.articles, self.derived / "index", reading.problems)

    def put(self, name: str, content: bytes, article: Article) -> None:
        """Keep a file that was read, whole or not at all; one of the same name is replaced."""
        self._store(self._place_of(name, content), article)
        derived.replace(self.folder / name, content)

    def remove(self, name: str) -> None:
        """Take a file away."""
        (self.folder / name).unlink(missing_ok=True)

    def made(self, origin: str) -> Made | None:
        """What was made from articles and code with this digest, if it is stored."""
        return derived.load(self._place_of_made(origin))

    def keep(self, origin: str, made: Made) -> None:
        """Store what was made, instead of what was made before."""
        place = self._place_of_made(origin)
        derived.save(place, made)
        for other in place.parent.glob(f"{_MADE}-*.json"):
            if other != place:
                other.unlink(missing_ok=True)

    def _read(self, path: Path, used: set[Path]) -> Article:
        place = self._place_of_file(path)
        if place is None:
            return read(path, is_trusted=self.is_trusted)
        used.add(place)
        try:
            return _ARTICLE.validate_json(place.read_bytes())
        except (OSError, ValidationError):
            article = read(path, is_trusted=self.is_trusted)
        self._store(place, article)
        return article

    def _store(self, place: Path, article: Article) -> None:
        with contextlib.suppress(OSError):  # it is read again the next time
            derived.replace(place, _ARTICLE.dump_json(article), is_truth=False)

    def _tidy(self, used: set[Path]) -> None:
        for place in (self.derived / "articles").glob("*.json"):
            if place not in used:
                place.unlink(missing_ok=True)

    def _place_of_file(self, path: Path) -> Path | None:
        """Where the article of a file is stored; None for a file that reading will refuse."""
        try:
            is_too_large = path.stat().st_size > Limits().file_bytes
            return None if is_too_large else self._place_of(path.name, path.read_bytes())
        except OSError:
            return None

    def _place_of(self, name: str, content: bytes) -> Path:
        digest = hashlib.sha256(f"{derived.recipe('articles')}\0{name}\0".encode() + content)
        return self.derived / "articles" / f"{digest.hexdigest()[:32]}.json"

    def _place_of_made(self, origin: str) -> Path:
        return self.derived / f"{_MADE}-{origin}.json"
