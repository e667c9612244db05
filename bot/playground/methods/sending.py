"""Sending messages: what all kinds of them take, and those of text."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from bot.playground.automatic import with_automatic_entities
from bot.playground.chats import Chat
from bot.playground.errors import BadRequest
from bot.playground.events import Typing
from bot.playground.messages import Message
from bot.playground.methods.formatting import MessageEntity, formatted
from bot.playground.methods.keyboards import checked_markup
from bot.playground.methods.parameters import ChatId, FromJson, Parameters, Shape
from bot.playground.text import Formatted, utf16_length
from bot.playground.wire import Json
from bot.playground.world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


class ReplyParameters(Shape):
    """Which message is answered, and whether to send all the same when it is gone."""

    message_id: int
    chat_id: ChatId | None = None
    allow_sending_without_reply: bool = False
    quote: str | None = None
    quote_parse_mode: str | None = None
    quote_entities: list[MessageEntity] | None = None
    quote_position: int | None = None


class LinkPreviewOptions(Shape):
    """How a link in the text is previewed."""

    is_disabled: bool | None = None
    url: str | None = None
    prefer_small_media: bool | None = None
    prefer_large_media: bool | None = None
    show_above_text: bool | None = None


class Sending(Parameters):
    """What all methods take that put a message into a chat."""

    paced: ClassVar[bool] = True

    chat_id: ChatId
    message_thread_id: int | None = None
    disable_notification: bool | None = None
    protect_content: bool | None = None
    message_effect_id: str | None = None
    reply_parameters: FromJson[ReplyParameters] | None = None
    reply_markup: FromJson[Json] | None = None

    def post(self, world: World, chat: Chat, content: Json, **details: Any) -> Json:
        """Put the message into the chat and return it as the bot sees it."""
        if self.message_thread_id is not None and self.message_thread_id not in chat.topics:
            raise BadRequest("message thread not found")
        if self.message_effect_id is not None and not chat.person:
            raise BadRequest("message effects are for private chats only")
        if self.protect_content:
            content = content | {"has_protected_content": True}
        message = world.post(
            chat,
            world.bot,
            content,
            markup=checked_markup(self.reply_markup),
            reply_to=self._replied(chat),
            thread=self.message_thread_id,
            **details,
        )
        return message.as_json()

    def _replied(self, chat: Chat) -> Message | None:
        wanted = self.reply_parameters
        if wanted is None:
            return None
        if wanted.chat_id not in (None, chat.id):
            raise BadRequest("the playground has no replies from one chat to another")
        replied = chat.messages.get(wanted.message_id)
        if replied is None and not wanted.allow_sending_without_reply:
            raise BadRequest("message to be replied not found")
        if replied and wanted.quote and wanted.quote not in replied.text:
            raise BadRequest("QUOTE_TEXT_INVALID")
        return replied


class SendMessage(Sending):
    """Sends a text of 1 to 4096 characters."""

    text: str
    parse_mode: str | None = None
    entities: FromJson[list[MessageEntity]] | None = None
    link_preview_options: FromJson[LinkPreviewOptions] | None = None

    def act(self, world: World) -> Json:
        """Post the text; returns the Message."""
        chat = world.reach(self.chat_id)
        content = checked_text(self.text, self.parse_mode, self.entities).as_fields("text")
        return self.post(world, chat, content | shown_preview(self.link_preview_options))


class SendChatAction(Parameters):
    """Shows that the bot is busy."""

    chat_id: ChatId
    message_thread_id: int | None = None
    action: Literal[
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]

    def act(self, world: World) -> bool:
        """Tell the people in the chat; returns True."""
        world.tell(Typing(world.reach(self.chat_id)))
        return True


def checked_text(
    text: str, parse_mode: str | None, entities: list[MessageEntity] | None
) -> Formatted:
    """The text of a message, or Telegram's complaint about it."""
    value = formatted(text, parse_mode, entities)
    if not value.text:
        raise BadRequest("message text is empty")
    if utf16_length(value.text) > LONGEST_TEXT:
        raise BadRequest("message is too long")
    return with_automatic_entities(value)


def checked_caption(
    text: str, parse_mode: str | None, entities: list[MessageEntity] | None
) -> Json:
    """The fields of a caption, which may be empty."""
    value = formatted(text, parse_mode, entities)
    if utf16_length(value.text) > LONGEST_CAPTION:
        raise BadRequest("message caption is too long")
    return with_automatic_entities(value).as_fields("caption") if value.text else {}


def shown_preview(options: LinkPreviewOptions | None) -> Json:
    """The field that a Message shows of its preview options."""
    return {"link_preview_options": options.as_json()} if options else {}
