"""Publishing the bot's commands and descriptions."""

from __future__ import annotations

import re
from typing import ClassVar

from bot.playground.commands import read_scope
from bot.playground.errors import BadRequest
from bot.playground.events import CommandsPublished
from bot.playground.methods.parameters import FromJson, Parameters, Shape
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


class _InScope(Parameters):
    scope: FromJson[Json] | None = None
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
        world.commands.publish(shown, read_scope(self.scope), self.language)
        world.tell(CommandsPublished())
        return True


class GetMyCommands(_InScope):
    """Reads the list of a scope."""

    def act(self, world: World) -> list[Json]:
        """The BotCommands."""
        return world.commands.of(read_scope(self.scope), self.language)


class DeleteMyCommands(_InScope):
    """Withdraws the list of a scope."""

    def act(self, world: World) -> bool:
        """Withdraw; returns True."""
        world.commands.withdraw(read_scope(self.scope), self.language)
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
