"""A message: its sender, its content, and how the Bot API shows it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.playground.chats import Chat
from bot.playground.polls import Poll
from bot.playground.users import User
from bot.playground.wire import Json


@dataclass(eq=False, slots=True)
class Message:
    """A message. ``content`` holds the fields that the Bot API gives it: text, caption, files.

    ``markup`` is whatever hangs below the message; ``sender_chat`` is set when an
    administrator writes in the name of the chat.
    """

    id: int
    chat: Chat
    sender: User
    date: int
    content: Json
    poll: Poll | None = None
    markup: Json | None = None
    reply_to: Message | None = None
    thread: int | None = None
    edited: int | None = None
    sender_chat: Chat | None = None

    @property
    def text(self) -> str:
        """What there is to read: the text, the caption or the poll's question."""
        if self.poll:
            return self.poll.question
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def buttons(self) -> list[Json]:
        """The inline buttons below the message, in reading order."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]

    def as_json(self, poll: Json | None = None, *, depth: int = 1) -> Json:
        """The Bot API's Message; ``poll`` replaces what the bot would see of the poll."""
        shown: Json = {"message_id": self.id, "date": self.date, "chat": self.chat.as_json()}
        shown |= {"from": self.sender.as_json()} | self.content
        if self.poll:
            shown["poll"] = poll or self.poll.as_json()
        if self.buttons:
            shown["reply_markup"] = self.markup
        if self.reply_to and depth:
            shown["reply_to_message"] = self.reply_to.as_json(depth=depth - 1)
        if self.thread is not None:
            shown |= {"message_thread_id": self.thread, "is_topic_message": True}
        if self.edited is not None:
            shown["edit_date"] = self.edited
        if self.sender_chat:
            shown["sender_chat"] = self.sender_chat.as_json()
        return shown
