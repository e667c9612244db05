"""Who can take part: people and bots, and how the Bot API shows them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.playground.wire import Json


@dataclass(frozen=True, slots=True)
class User:
    """A person or a bot. ``color`` is the CSS colour of the name on the chat page."""

    id: int
    first_name: str
    last_name: str = ""
    username: str | None = None
    language: str = "en"
    is_bot: bool = False
    color: str = "#3d7eaa"

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def as_json(self) -> Json:
        """The Bot API's User."""
        known = {"last_name": self.last_name, "username": self.username}
        if not self.is_bot:
            known["language_code"] = self.language
        shown = {key: value for key, value in known.items() if value}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name} | shown


ANONYMOUS_ADMINISTRATOR = User(
    1_087_968_824, "Group", username="GroupAnonymousBot", is_bot=True, color="#777777"
)
"""Whom Telegram names as the sender when an administrator writes anonymously."""

ANONYMOUS_VOTER = User(
    136_817_688, "Channel", username="Channel_Bot", is_bot=True, color="#777777"
)
"""Whom Telegram names beside ``voter_chat`` when a chat votes."""
