"""Privacy mode: which messages of a group the bot is shown."""

from __future__ import annotations

import re

from bot.playground.messages import Message
from bot.playground.users import User

_COMMAND = re.compile(r"/\w+(?:@(?P<addressee>\w+))?(?:\s|$)")
_SERVICE_FIELDS = frozenset(
    {"new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id"}
)


def is_shown_to_bot(message: Message, bot: User) -> bool:
    """Whether Telegram delivers this message to the bot.

    In a group a bot that is no administrator sees commands that could be meant for it, replies
    to its messages and service messages; a bare mention of its name is not enough.
    """
    chat = message.chat
    if message.sender is bot or not chat.has(bot.id):
        return False
    if chat.type == "private" or chat.is_ruled_by(bot.id):
        return True
    if message.reply_to and message.reply_to.sender is bot:
        return True
    return not _SERVICE_FIELDS.isdisjoint(message.content) or _is_command_for(message.text, bot)


def _is_command_for(text: str, bot: User) -> bool:
    match = _COMMAND.match(text)
    if not match:
        return False
    addressee = match.group("addressee")
    return addressee is None or addressee.lower() == (bot.username or "").lower()
