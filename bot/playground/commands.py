"""The bot's published commands: which list a person sees in which chat."""

from __future__ import annotations

from bot.playground.chats import Chat
from bot.playground.users import User
from bot.playground.wire import Json

Scope = tuple[str, int, int]
"""A scope's type, its chat's id and its user's id; 0 where the type has none."""


class PublishedCommands:
    """Lists of commands by scope and language."""

    def __init__(self) -> None:
        self._lists: dict[tuple[Scope, str], list[Json]] = {}

    def publish(self, commands: list[Json], scope: Scope, language: str) -> None:
        """Replace the list of a scope."""
        self._lists[scope, language] = commands

    def withdraw(self, scope: Scope, language: str) -> None:
        """Delete the list of a scope; narrower scopes fall back to wider ones."""
        self._lists.pop((scope, language), None)

    def of(self, scope: Scope, language: str) -> list[Json]:
        """Exactly the list that was published for a scope."""
        return self._lists.get((scope, language), [])

    def shown_to(self, viewer: User, chat: Chat) -> list[Json]:
        """What this person is offered in this chat: the narrowest list that exists."""
        for scope in _scopes_for(viewer, chat):
            for language in (viewer.language, ""):
                if (scope, language) in self._lists:
                    return self._lists[scope, language]
        return []


def _scopes_for(viewer: User, chat: Chat) -> list[Scope]:
    if chat.type == "private":
        return [("chat", chat.id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
    scopes: list[Scope] = [("chat_member", chat.id, viewer.id)]
    ruling = chat.is_ruled_by(viewer.id)
    scopes += [("chat_administrators", chat.id, 0)] if ruling else []
    scopes.append(("chat", chat.id, 0))
    scopes += [("all_chat_administrators", 0, 0)] if ruling else []
    return [*scopes, ("all_group_chats", 0, 0), ("default", 0, 0)]
