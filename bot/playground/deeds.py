"""What the chat page sends when somebody does something, each deed a class that does it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Base64Bytes, BaseModel, ConfigDict, Field, TypeAdapter

from bot.playground import membership, people
from bot.playground.errors import Refused
from bot.playground.users import User
from bot.playground.wire import Json
from bot.playground.world import World


class _Deed(BaseModel):
    """Somebody does something; ``as`` says who."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    who: int = Field(alias="as")

    def user(self, world: World) -> User:
        """The person who does it."""
        user = world.users.get(self.who)
        if user is None or user.is_bot:
            raise Refused(f"There is no person {self.who} here.")
        return user


class Say(_Deed):
    """Write a message."""

    act: Literal["say"]
    chat: int
    text: str
    reply_to: int | None = None

    def do(self, world: World) -> Json:
        """Tell the new message's id."""
        user = self.user(world)
        message = people.say(world, user, self.chat, self.text, reply_to=self.reply_to)
        return {"message_id": message.id}


class Press(_Deed):
    """Press a button."""

    act: Literal["press"]
    chat: int
    message_id: int
    data: str

    def do(self, world: World) -> Json:
        """Tell the query's id."""
        query = people.press(world, self.user(world), self.chat, self.message_id, self.data)
        return {"query": query.id}


class Vote(_Deed):
    """Vote in a poll."""

    act: Literal["vote"]
    chat: int
    message_id: int
    options: list[int]

    def do(self, world: World) -> Json:
        """Vote."""
        people.vote(world, self.user(world), self.chat, self.message_id, self.options)
        return {}


class Retract(_Deed):
    """Take a vote back."""

    act: Literal["retract"]
    chat: int
    message_id: int

    def do(self, world: World) -> Json:
        """Retract."""
        people.retract(world, self.user(world), self.chat, self.message_id)
        return {}


class Upload(_Deed):
    """Send a file."""

    act: Literal["upload"]
    chat: int
    name: str = Field(min_length=1, max_length=255)
    content_base64: Base64Bytes
    caption: str = ""

    def do(self, world: World) -> Json:
        """Tell the new message's id."""
        user = self.user(world)
        message = people.upload(
            world, user, self.chat, self.name, self.content_base64, self.caption
        )
        return {"message_id": message.id}


class Join(_Deed):
    """Enter a group."""

    act: Literal["join"]
    chat: int

    def do(self, world: World) -> Json:
        """Join."""
        membership.join(world, self.user(world), self.chat)
        return {}


class Leave(_Deed):
    """Leave a group."""

    act: Literal["leave"]
    chat: int

    def do(self, world: World) -> Json:
        """Leave."""
        membership.leave(world, self.user(world), self.chat)
        return {}


class Inline(_Deed):
    """Type something behind the bot's name; the results come as a live event."""

    act: Literal["inline"]
    query: str

    def do(self, world: World) -> Json:
        """Tell the query's id."""
        return {"query": people.ask_inline(world, self.user(world), self.query).id}


Deed = Say | Press | Vote | Retract | Upload | Join | Leave | Inline
_DEEDS: TypeAdapter[Deed] = TypeAdapter(Annotated[Deed, Field(discriminator="act")])


def read_deed(given: object) -> Deed:
    """The deed that the page sent; raises pydantic's ValidationError when it is none."""
    return _DEEDS.validate_python(given)
