"""JSON objects as they go over the wire, in the shapes of the Bot API."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
