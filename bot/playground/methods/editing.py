"""Editing and deleting messages."""

from __future__ import annotations

from typing import ClassVar

from bot.playground.errors import BadRequest
from bot.playground.messages import Message
from bot.playground.methods.formatting import MessageEntity
from bot.playground.methods.keyboards import checked_inline_keyboard
from bot.playground.methods.parameters import ChatId, FromJson, Parameters
from bot.playground.methods.sending import LinkPreviewOptions, checked_text, shown_preview
from bot.playground.wire import Json
from bot.playground.world import World

DELETABLE_SECONDS = 48 * 60 * 60


class EditMessageText(Parameters):
    """Replaces the text of a message, and its buttons by those given, or by none."""

    paced: ClassVar[bool] = True

    chat_id: ChatId
    message_id: int
    text: str
    parse_mode: str | None = None
    entities: FromJson[list[MessageEntity]] | None = None
    link_preview_options: FromJson[LinkPreviewOptions] | None = None
    reply_markup: FromJson[Json] | None = None

    def act(self, world: World) -> Json:
        """Change text and buttons; returns the Message."""
        message = own_message(world, self.chat_id, self.message_id, "edit")
        if "text" not in message.content:
            raise BadRequest("there is no text in the message to edit")
        text = checked_text(self.text, self.parse_mode, self.entities)
        protection = "has_protected_content"
        content = {protection: True} if protection in message.content else {}
        content |= text.as_fields("text") | shown_preview(self.link_preview_options)
        return edited(world, message, content, checked_inline_keyboard(self.reply_markup))


class EditMessageReplyMarkup(Parameters):
    """Replaces the buttons of a message."""

    paced: ClassVar[bool] = True

    chat_id: ChatId
    message_id: int
    reply_markup: FromJson[Json] | None = None

    def act(self, world: World) -> Json:
        """Change the buttons; returns the Message."""
        message = own_message(world, self.chat_id, self.message_id, "edit")
        markup = checked_inline_keyboard(self.reply_markup)
        return edited(world, message, message.content, markup)


class DeleteMessage(Parameters):
    """Deletes a message of the last 48 hours."""

    chat_id: ChatId
    message_id: int

    def act(self, world: World) -> bool:
        """Take the message away; returns True."""
        chat = world.reach(self.chat_id)
        message = chat.messages.get(self.message_id)
        if message is None:
            raise BadRequest("message to delete not found")
        own = message.sender is world.bot or chat.person or chat.is_ruled_by(world.bot.id)
        if not own or world.clock.now() - message.date > DELETABLE_SECONDS:
            raise BadRequest("message can't be deleted for everyone")
        world.delete(message)
        return True


def own_message(world: World, chat_id: int, message_id: int, deed: str) -> Message:
    """A message of the bot, which it may edit."""
    message = world.reach(chat_id).messages.get(message_id)
    if message is None:
        raise BadRequest(f"message to {deed} not found")
    if message.sender is not world.bot:
        raise BadRequest("message can't be edited")
    return message


def edited(world: World, message: Message, content: Json, markup: Json | None) -> Json:
    """The message with its new content, unless nothing is new."""
    if (content, markup) == (message.content, message.markup):
        raise BadRequest(
            "message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message"
        )
    world.edit(message, content, markup)
    return message.as_json()
