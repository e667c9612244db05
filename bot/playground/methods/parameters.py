"""How a method's parameters are read: from strings of a form or from JSON, strictly.

Each method is a class of its parameters; pydantic checks their types. What Telegram has words
for is said in Telegram's words.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from bot.playground.errors import BadRequest
from bot.playground.wire import Json
from bot.playground.world import World

T = TypeVar("T")

_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "user_id": "invalid user_id specified",
    "question": "text must be non-empty",
    "options": "poll must have at least one answer option",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
    "file_id": "file_id not specified",
    "action": "wrong parameter action in request",
}


def _from_json(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except json.JSONDecodeError as problem:
        raise ValueError(f"it is no JSON ({problem})") from problem


def _chat_id(value: object) -> object:
    if isinstance(value, str) and value.startswith("@"):
        raise BadRequest("chat not found")
    if value == "":
        raise BadRequest("chat_id is empty")
    return value


FromJson = Annotated[T, BeforeValidator(_from_json)]
"""A list or object, which a form carries as JSON text."""

ChatId = Annotated[int, BeforeValidator(_chat_id)]
"""A chat's number; no chat of the playground has a public @name."""


class Shape(BaseModel):
    """An object inside a parameter, which may hold only the fields it names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def as_json(self) -> Json:
        """The object again, without what was left out."""
        return self.model_dump(exclude_none=True)


class Parameters(Shape):
    """The parameters of a method; a subclass is named like its method and says what it does.

    ``paced`` says whether flood limits count its calls.
    """

    paced: ClassVar[bool] = False

    @classmethod
    def read(cls, given: Json, *, strict: bool = True) -> Self:
        """Check what the bot sent; unknown parameters are an error only where it is strict."""
        try:
            return cls.model_validate(given, extra="forbid" if strict else "ignore")
        except ValidationError as problem:
            raise BadRequest(cls._in_words(problem)) from problem

    @classmethod
    def _in_words(cls, problem: ValidationError) -> str:
        first = problem.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        if first["type"] == "missing":
            return _MISSING.get(name, f'parameter "{name}" is required')
        if first["type"] == "extra_forbidden":
            return f'unknown parameter "{name}" (the playground is strict, Telegram is not)'
        return f'can\'t parse parameter "{name}": {first["msg"]}'

    def act(self, world: World) -> Any:
        """Do what the method does and return its result."""
        raise NotImplementedError(type(self).__name__)
