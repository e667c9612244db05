"""Files that people and the bot send: their bytes, and what the Bot API says about them."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass

from bot.playground.errors import BadRequest
from bot.playground.pictures import picture_size
from bot.playground.wire import Json

MOST_DOWNLOAD_BYTES = 20 << 20
MOST_UPLOAD_BYTES = 50 << 20
MOST_PHOTO_BYTES = 10 << 20


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file's bytes, name and kind; ``path`` is where the bot may fetch it."""

    id: str
    name: str
    content: bytes
    path: str

    @property
    def mime_type(self) -> str:
        """What the name promises."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    def _identity(self) -> Json:
        unique = f"u{self.id}"
        return {"file_id": self.id, "file_unique_id": unique, "file_size": len(self.content)}

    def as_document(self) -> Json:
        """The Bot API's Document."""
        return self._identity() | {"file_name": self.name, "mime_type": self.mime_type}

    def as_photo(self) -> list[Json]:
        """The Bot API's PhotoSizes: one, the original."""
        width, height = picture_size(self.content)
        return [self._identity() | {"width": width, "height": height}]

    def as_download(self) -> Json:
        """The Bot API's File, as getFile returns it."""
        if len(self.content) > MOST_DOWNLOAD_BYTES:
            raise BadRequest("file is too big")
        return self._identity() | {"file_path": self.path}


class FileStore:
    """All files by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def add(self, name: str, content: bytes, folder: str = "documents") -> StoredFile:
        """Keep a file; its id counts up from 1."""
        number = len(self._by_id) + 1
        suffix = name[name.rfind(".") :] if "." in name else ""
        path = f"{folder}/file_{number}{suffix}"
        stored = StoredFile(f"PLAYGROUND-FILE-{number:06}", name, content, path)
        self._by_id[stored.id] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        """The file with this id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file that the bot fetches from this path."""
        return next((stored for stored in self._by_id.values() if stored.path == path), None)
