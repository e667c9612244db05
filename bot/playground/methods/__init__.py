"""The methods of the Bot API that the playground plays, each a class in its topic's module."""

from __future__ import annotations

from bot.playground.methods import (
    account,
    chats,
    commands,
    editing,
    files,
    polls,
    queries,
    sending,
)
from bot.playground.methods.parameters import Parameters

__all__ = ["METHODS"]

_PLAYED: tuple[type[Parameters], ...] = (
    account.GetMe,
    account.GetUpdates,
    account.SetWebhook,
    account.DeleteWebhook,
    account.GetWebhookInfo,
    sending.SendMessage,
    sending.SendChatAction,
    editing.EditMessageText,
    editing.EditMessageReplyMarkup,
    editing.DeleteMessage,
    polls.SendPoll,
    polls.StopPoll,
    queries.AnswerCallbackQuery,
    queries.AnswerInlineQuery,
    files.SendDocument,
    files.SendPhoto,
    files.GetFile,
    chats.GetChat,
    chats.GetChatMember,
    chats.GetChatAdministrators,
    chats.GetChatMemberCount,
    chats.LeaveChat,
    commands.SetMyCommands,
    commands.GetMyCommands,
    commands.DeleteMyCommands,
    commands.SetMyDescription,
    commands.GetMyDescription,
    commands.SetMyShortDescription,
    commands.GetMyShortDescription,
)

METHODS: dict[str, type[Parameters]] = {kind.__name__.lower(): kind for kind in _PLAYED}
"""By name in small letters, because Telegram does not mind capitals."""
