"""How large a picture is: reads the headers of PNG and JPEG, decodes nothing."""

from __future__ import annotations

import struct

from bot.playground.errors import BadRequest

_PNG_START = b"\x89PNG\r\n\x1a\n"
_JPEG_START = b"\xff\xd8"
_PNG_HEADER = struct.Struct(">8x8xII")
_JPEG_SEGMENT = struct.Struct(">BBH")
_JPEG_FRAME = struct.Struct(">HH")
_JPEG_MARK = 0xFF
_JPEG_FRAME_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height in pixels; BadRequest when it is neither PNG nor JPEG."""
    try:
        if content.startswith(_PNG_START):
            width, height = _PNG_HEADER.unpack_from(content)
            return width, height
        if content.startswith(_JPEG_START):
            return _jpeg_size(content)
    except struct.error as problem:
        raise BadRequest("IMAGE_PROCESS_FAILED") from problem
    raise BadRequest("IMAGE_PROCESS_FAILED")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    position = len(_JPEG_START)
    while True:
        mark, marker, length = _JPEG_SEGMENT.unpack_from(content, position)
        if mark != _JPEG_MARK:
            raise BadRequest("IMAGE_PROCESS_FAILED")
        if marker in _JPEG_FRAME_MARKERS:
            height, width = _JPEG_FRAME.unpack_from(content, position + 5)
            return width, height
        position += 2 + length
