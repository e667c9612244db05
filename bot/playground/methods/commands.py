"""Publishing the bot's commands and descriptions."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from bot.playground.commands import Scope
from bot.playground.errors import BadRequest
from bot.playground.events import CommandsPublished
from bot.playground.methods.parameters import ChatId, FromJson, Parameters, Shape
from bot.playground.wire import Json
from bot.playground.world import World

MOST_COMMANDS = 100
LONGEST_COMMAND_DESCRIPTION = 256
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}|")


class BotCommand(Shape):
    """A command with its description."""

    command: str
    description: str

    def check(self) -> None:
        """Raise BadRequest unless Telegram would take this command."""
        if not _COMMAND.fullmatch(self.command.removeprefix("/")):
            raise BadRequest("BOT_COMMAND_INVALID")
        if not 1 <= len(self.description) <= LONGEST_COMMAND_DESCRIPTION:
            raise BadRequest("BOT_COMMAND_DESCRIPTION_INVALID")


class BotCommandScope(Shape):
    """Who is offered a list of commands, and where."""

    type: Literal[
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    ]
    chat_id: ChatId | None = None
    user_id: int | None = None

    def key(self) -> Scope:
        """The scope as the playground keeps it, once it names what its type needs."""
        wanted = {
            "chat": ["type", "chat_id"],
            "chat_administrators": ["type", "chat_id"],
            "chat_member": ["type", "chat_id", "user_id"],
        }.get(self.type, ["type"])
        if set(self.as_json()) != set(wanted):
            names = ", ".join(wanted)
            raise BadRequest(f"can't parse BotCommandScope: {self.type} takes exactly {names}")
        return self.type, self.chat_id or 0, self.user_id or 0


class _InScope(Parameters):
    scope: FromJson[BotCommandScope] = BotCommandScope(type="default")
    language_code: str = ""

    @property
    def language(self) -> str:
        return checked_language(self.language_code)


class SetMyCommands(_InScope):
    """Publishes a list of commands for a scope and a language."""

    commands: FromJson[list[BotCommand]]

    def act(self, world: World) -> bool:
        """Publish; returns True."""
        if len(self.commands) > MOST_COMMANDS:
            raise BadRequest("BOT_COMMANDS_TOO_MUCH")
        for command in self.commands:
            command.check()
        shown = [command.as_json() for command in self.commands]
        world.commands.publish(shown, self.scope.key(), self.language)
        world.tell(CommandsPublished())
        return True


class GetMyCommands(_InScope):
    """Reads the list of a scope."""

    def act(self, world: World) -> list[Json]:
        """The BotCommands."""
        return world.commands.of(self.scope.key(), self.language)


class DeleteMyCommands(_InScope):
    """Withdraws the list of a scope."""

    def act(self, world: World) -> bool:
        """Withdraw; returns True."""
        world.commands.withdraw(self.scope.key(), self.language)
        world.tell(CommandsPublished())
        return True


class SetMyDescription(Parameters):
    """Sets what an empty chat with the bot shows, up to 512 characters."""

    longest: ClassVar[int] = 512

    description: str = ""
    language_code: str = ""

    def act(self, world: World) -> bool:
        """Keep it; returns True."""
        text = _short_enough(self.description, self.longest)
        world.texts["description", checked_language(self.language_code)] = text
        return True


class SetMyShortDescription(Parameters):
    """Sets what the bot's profile shows, up to 120 characters."""

    longest: ClassVar[int] = 120

    short_description: str = ""
    language_code: str = ""

    def act(self, world: World) -> bool:
        """Keep it; returns True."""
        text = _short_enough(self.short_description, self.longest)
        world.texts["short_description", checked_language(self.language_code)] = text
        return True


class GetMyDescription(Parameters):
    """Reads what an empty chat with the bot shows."""

    language_code: str = ""

    def act(self, world: World) -> Json:
        """The BotDescription."""
        return {"description": world.texts.get(("description", self.language_code), "")}


class GetMyShortDescription(Parameters):
    """Reads what the bot's profile shows."""

    language_code: str = ""

    def act(self, world: World) -> Json:
        """The BotShortDescription."""
        text = world.texts.get(("short_description", self.language_code), "")
        return {"short_description": text}


def checked_language(code: str) -> str:
    """A two-letter language code, or nothing."""
    if not _LANGUAGE.fullmatch(code):
        raise BadRequest("invalid language code specified")
    return code


def _short_enough(text: str, longest: int) -> str:
    if len(text) > longest:
        raise BadRequest(f"text is too long: {len(text)} characters, at most {longest}")
    return text
