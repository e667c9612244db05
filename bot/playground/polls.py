"""A poll: who may vote how, when it ends, and what the bot sees of it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Literal

from bot.playground.errors import Refused
from bot.playground.wire import Json


@dataclass(eq=False, slots=True)
class Poll:
    """A poll and its votes. A vote maps a voter's id (a user's or a chat's) to option indexes."""

    id: str
    question: str
    options: tuple[str, ...]
    type: Literal["regular", "quiz"] = "regular"
    correct_option_ids: tuple[int, ...] = ()
    is_anonymous: bool = True
    allows_multiple_answers: bool = False
    allows_revoting: bool = True
    shuffles_options: bool = False
    hides_results: bool = False
    explanation: Json = field(default_factory=dict)
    description: Json = field(default_factory=dict)
    open_period: int | None = None
    close_date: int | None = None
    is_closed: bool = False
    votes: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def vote(self, voter: int, options: tuple[int, ...]) -> None:
        """Count this voter's choice, or raise :class:`Refused` with the reason."""
        if self.is_closed:
            raise Refused("This poll is closed.")
        if voter in self.votes and not self.allows_revoting:
            raise Refused("You have voted in this poll already, and it does not allow changes.")
        if not options or len(set(options)) != len(options):
            raise Refused("Choose at least one option, and each only once.")
        if len(options) > 1 and not self.allows_multiple_answers:
            raise Refused("This poll takes one option only.")
        if not all(0 <= option < len(self.options) for option in options):
            raise Refused(f"This poll has the options 0 to {len(self.options) - 1}.")
        self.votes[voter] = tuple(sorted(options))

    def retract(self, voter: int) -> None:
        """Take this voter's choice back, or raise :class:`Refused` with the reason."""
        if self.is_closed:
            raise Refused("This poll is closed.")
        if voter not in self.votes:
            raise Refused("You have not voted in this poll.")
        if not self.allows_revoting:
            raise Refused("Votes in this poll can't be taken back.")
        del self.votes[voter]

    def persistent_ids(self, options: tuple[int, ...]) -> list[str]:
        """The options' own ids, which stay when options come and go."""
        return [f"{self.id}-{option}" for option in options]

    def voters_of(self, option: int) -> list[int]:
        """Who chose this option."""
        return [voter for voter, chosen in self.votes.items() if option in chosen]

    def order_for(self, viewer: int) -> list[int]:
        """The option indexes as this person sees them, from top to bottom."""
        order = list(range(len(self.options)))
        if self.shuffles_options:
            random.Random(f"{self.id} {viewer}").shuffle(order)  # noqa: S311 - the order is no secret
        return order

    def as_json(self) -> Json:
        """The Bot API's Poll, as the bot that sent it sees it."""
        shown: Json = {
            "id": self.id,
            "question": self.question,
            "options": [self._option(index) for index in range(len(self.options))],
            "total_voter_count": len(self.votes),
            "is_closed": self.is_closed,
            "is_anonymous": self.is_anonymous,
            "type": self.type,
            "allows_multiple_answers": self.allows_multiple_answers,
            "allows_revoting": self.allows_revoting,
            "members_only": False,
        }
        if self.type == "quiz":
            shown["correct_option_ids"] = list(self.correct_option_ids)
        if self.close_date is not None:
            shown |= {"open_period": self.open_period, "close_date": self.close_date}
        return shown | self.explanation | self.description

    def _option(self, index: int) -> Json:
        (persistent_id,) = self.persistent_ids((index,))
        return {
            "persistent_id": persistent_id,
            "text": self.options[index],
            "voter_count": len(self.voters_of(index)),
        }
