"""Sending documents and photos, and finding out where a file can be fetched."""

from __future__ import annotations

from bot.playground.errors import BadRequest
from bot.playground.files import MOST_PHOTO_BYTES, MOST_UPLOAD_BYTES, StoredFile
from bot.playground.methods.formatting import MessageEntity
from bot.playground.methods.parameters import FromJson, Parameters, Shape
from bot.playground.methods.sending import Sending, checked_caption
from bot.playground.pictures import picture_size
from bot.playground.wire import Json
from bot.playground.world import World


class Upload(Shape):
    """A file that came with the request."""

    name: str
    content: bytes


class SendDocument(Sending):
    """Sends a file: new bytes, or the id of a file that was sent before."""

    document: Upload | str
    thumbnail: Upload | str | None = None
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: FromJson[list[MessageEntity]] | None = None
    disable_content_type_detection: bool | None = None

    def act(self, world: World) -> Json:
        """Post the file; returns the Message."""
        chat = world.reach(self.chat_id)
        caption = checked_caption(self.caption, self.parse_mode, self.caption_entities)
        stored = _stored(world, self.document, MOST_UPLOAD_BYTES, "documents")
        return self.post(world, chat, {"document": stored.as_document()} | caption)


class SendPhoto(Sending):
    """Sends a picture: PNG or JPEG."""

    photo: Upload | str
    caption: str = ""
    parse_mode: str | None = None
    caption_entities: FromJson[list[MessageEntity]] | None = None
    show_caption_above_media: bool | None = None
    has_spoiler: bool | None = None

    def act(self, world: World) -> Json:
        """Post the picture; returns the Message."""
        chat = world.reach(self.chat_id)
        caption = checked_caption(self.caption, self.parse_mode, self.caption_entities)
        if isinstance(self.photo, Upload):
            picture_size(self.photo.content)
        stored = _stored(world, self.photo, MOST_PHOTO_BYTES, "photos")
        return self.post(world, chat, {"photo": stored.as_photo()} | caption)


class GetFile(Parameters):
    """Says where a file's bytes can be fetched."""

    file_id: str

    def act(self, world: World) -> Json:
        """The File with its path."""
        stored = world.files.find(self.file_id)
        if stored is None:
            raise BadRequest("invalid file_id")
        return stored.as_download()


def _stored(world: World, given: Upload | str, most_bytes: int, folder: str) -> StoredFile:
    if isinstance(given, str):
        stored = world.files.find(given)
        if stored is None:
            raise BadRequest("wrong remote file identifier specified: Wrong string length")
        return stored
    if not given.content:
        raise BadRequest("file must be non-empty")
    if len(given.content) > most_bytes:
        raise BadRequest("file is too big")
    return world.files.add(given.name, given.content, folder)
