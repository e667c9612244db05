"""What can keep the bot from running that a person can put right; the text says how.

    CannotRun
    ├── SettingsError   a setting is wrong or missing
    └── Ended           the running bot had to end: token refused, poller silent, disk full

Beside these, `bot.store.errors` and `knowledge.errors` draw their own trees.
"""

from __future__ import annotations


class CannotRun(Exception):  # noqa: N818 - it reads as the sentence it is
    """Anything in this tree. ``str`` of it is a sentence with its cure."""


class SettingsError(CannotRun):
    """A setting is wrong or missing."""


class Ended(CannotRun):
    """The running bot had to end."""
