"""Keeps secrets out of everything that is logged, whoever logs it and at whatever level."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any
from urllib.parse import quote

_TOKEN = re.compile(r"(?<!\d)\d{6,}(:|%3[Aa])[A-Za-z0-9_-]{30,}")
_HIDDEN = "[secret]"

_Factory = Callable[..., logging.LogRecord]


class Redaction:
    """Hides the given secrets, and whatever looks like a bot's token."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        known = [secret for secret in secrets if secret]
        forms = {*known, *(quote(secret, safe="") for secret in known)}
        self._secrets = sorted(forms, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        """The text without secrets."""
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return _TOKEN.sub(_HIDDEN, text)

    def of_record(self, record: logging.LogRecord) -> logging.LogRecord:
        """The record as it may be shown: message, traceback and stack without secrets."""
        record.msg, record.args = self(_message(record)), None
        if record.exc_info and record.exc_info[0]:
            record.exc_text = self("".join(traceback.format_exception(*record.exc_info)).rstrip())
            # A formatter of somebody else's would write the traceback anew.
            record.exc_info = None
        if record.stack_info:
            record.stack_info = self(record.stack_info)
        return record


def install(secrets: Iterable[str]) -> None:
    """Redact all log records of this process from now on, and the traceback it may die with.

    This is done where records are made and not where they are written, because handlers may be
    added by anyone at any time.
    """
    redaction = Redaction(secrets)
    make: _Factory = _plain_factory()

    def redacted(*arguments: Any, **named: Any) -> logging.LogRecord:
        return redaction.of_record(make(*arguments, **named))

    redacted.__wrapped__ = make  # type: ignore[attr-defined]
    logging.setLogRecordFactory(redacted)

    def last_words(
        kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        sys.stderr.write(redaction("".join(traceback.format_exception(kind, error, where))))

    sys.excepthook = last_words


def log_to_stderr(level: str, secrets: Iterable[str]) -> None:
    """Log from ``level`` on, one line a message, without secrets.

    httpx tells every address it calls at INFO; of what libraries do, warnings are enough.
    """
    install(secrets)
    logging.basicConfig(
        level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True
    )
    for chatty in ("httpx", "httpcore", "aiosqlite", "asyncio", "telegram.Bot"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.getLevelName(level)))


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # arguments that do not fit must not stop who logs them
        return f"{record.msg} {record.args}"


def _plain_factory() -> _Factory:
    factory = logging.getLogRecordFactory()
    return getattr(factory, "__wrapped__", factory)
