"""Which stored updates are held in memory: a bounded number, and of no chat or player too many.

A chat whose updates do not get on cannot fill the memory, nor keep others from being read: what is
beyond its share stays in the database, and with it whatever must come after that.
"""

from __future__ import annotations

import functools

from bot.store import inbox
from bot.store.database import Database
from bot.store.inbox import Waiting
from bot.telegram.ordering import Ordering

_AT_ONCE = 256
_MOST_HELD_BACK = 20_000
_MOST_SET_ASIDE = 500


class Backlog:
    """Reads ahead up to ``size`` updates, of each chat and player up to ``share``."""

    def __init__(self, database: Database, *, size: int = 1000, share: int = 200) -> None:
        self._database = database
        self._size = size
        self._share = share
        self._ordering = Ordering()
        self._updates: dict[int, Waiting] = {}
        self._set_aside: dict[int, Waiting] = {}
        self._finished: set[int] = set()
        self._position = 0
        self._is_exhausted = False
        self._held_back: set[int] = set()
        self._first_held_back = 0

    def __len__(self) -> int:
        """How many updates are in memory."""
        return len(self._updates) + len(self._set_aside)

    def start_next(self) -> Waiting | None:
        """An update whose predecessors in its chat and by its player are all finished."""
        item = self._ordering.start_next()
        return None if item is None else self._updates[item]

    def finish(self, update: Waiting) -> None:
        """The update needs no more attention."""
        self._ordering.finish(update.id)
        del self._updates[update.id]
        self._finished.add(update.id)
        if any(
            key in self._held_back and self._ordering.waiting_for(key) <= self._share // 4
            for key in keys_of(update)
        ):
            self._read_again(self._first_held_back)

    @property
    def has_set_aside(self) -> bool:
        """Whether updates wait for something else than their turn."""
        return bool(self._set_aside)

    def set_aside(self, update: Waiting) -> None:
        """The update waits for something else; those behind it go on.

        When too many do, it stays in the database only, until that is read from the start.
        """
        self.finish(update)
        if len(self._set_aside) < _MOST_SET_ASIDE:
            self._set_aside[update.id] = update

    def take_back(self) -> None:
        """Let updates that were set aside stand in line again."""
        for update in sorted(self._set_aside.values(), key=lambda waiting: waiting.id):
            self._admit(update)
        self._set_aside.clear()

    def has_more(self) -> None:
        """There are stored updates that have not been read."""
        self._is_exhausted = False

    def read_from_start(self) -> None:
        """Look through the whole inbox again: a person may have put something back."""
        self._read_again(1)

    async def read_ahead(self) -> None:
        """Fill the free places with the next stored updates."""
        if len(self._updates) > self._size * 3 // 4:
            return  # reading for each single place would cost more than it brings
        while not self._is_exhausted and self._has_room():
            self._is_exhausted = True
            self._finished.clear()
            position = self._position
            stored = await self._database.read(
                functools.partial(inbox.waiting, after=position, limit=_AT_ONCE)
            )
            if position != self._position:
                continue  # something was finished meanwhile that makes us begin further back
            for update in stored:
                self._consider(update)
            if len(stored) == _AT_ONCE or not self._has_room():
                self._is_exhausted = False

    def _has_room(self) -> bool:
        return len(self._updates) < self._size and len(self._held_back) < _MOST_HELD_BACK

    def _consider(self, update: Waiting) -> None:
        if len(self._updates) >= self._size:
            return
        self._position = update.id
        if update.id in self._updates or update.id in self._set_aside:
            return
        if update.id in self._finished:
            return  # after the state of the database that we are reading
        keys = keys_of(update)
        if any(self._has_its_share(key) for key in keys):
            self._first_held_back = self._first_held_back or update.id
            self._held_back.update(keys)
        else:
            self._admit(update)

    def _has_its_share(self, key: int) -> bool:
        return key in self._held_back or self._ordering.waiting_for(key) >= self._share

    def _admit(self, update: Waiting) -> None:
        self._updates[update.id] = update
        self._ordering.add(update.id, keys_of(update))

    def _read_again(self, first: int) -> None:
        self._position = min(self._position, first - 1)
        self._held_back.clear()
        self._first_held_back = 0
        self._is_exhausted = False


def keys_of(update: Waiting) -> frozenset[int]:
    """What an update must wait for: earlier ones of its chat and of its player.

    A private chat has the id of its player, a group a negative one.
    """
    return frozenset(key for key in (update.chat, update.player) if key is not None)
