"""Which handler hears what, on one screen. The order matters: the first that fits is called."""

from __future__ import annotations

import logging
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    Message,
)
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    PollAnswerHandler,
)
from telegram.ext import filters as heard

from bot.services import Services
from bot.telegram.effects import Callback, Handler, handled_by
from bot.telegram.handlers import (
    about,
    asking,
    buttons,
    inline,
    libraries,
    privacy,
    quiz,
    reports,
    review,
    rounds,
    scores,
    writing,
)
from bot.telegram.views.answers import PROMPT
from bot.telegram.views.libraries import TEXT_PROMPT

_log = logging.getLogger(__name__)

ALLOWED_UPDATES = ("message", "callback_query", "poll_answer", "my_chat_member", "inline_query")

COMMANDS: dict[str, Handler] = {
    "start": about.start,
    "help": about.show_help,
    "ask": asking.ask,
    "quiz": quiz.quiz,
    "stop": quiz.stop,
    "pause": rounds.pause,
    "resume": rounds.resume,
    "report": reports.report,
    "score": scores.score,
    "top": scores.top,
    "sources": libraries.sources,
    "add": libraries.add,
    "remove": libraries.remove,
    "review": review.review,
    "export_questions": writing.export_questions,
    "privacy": privacy.tell,
    "export": privacy.export,
    "forget": privacy.forget,
}

PRIVATE_MENU = [
    BotCommand("quiz", "Questions for you, e.g. /quiz 5"),
    BotCommand("ask", "Find the sentence that answers"),
    BotCommand("score", "Your score in all chats"),
    BotCommand("stop", "End the quiz"),
    BotCommand("report", "For instructors: how your rounds went"),
    BotCommand("sources", "What I have read, and what else you could study"),
    BotCommand("add", "Add an article of your own"),
    BotCommand("remove", "Take an article away"),
    BotCommand("review", "Look over the questions made from your articles"),
    BotCommand("export_questions", "Those questions as a file"),
    BotCommand("help", "What I can do"),
    BotCommand("privacy", "What I keep about you"),
    BotCommand("export", "Your data as a file"),
    BotCommand("forget", "Erase your data"),
]

GROUP_MENU = [
    BotCommand("quiz", "Open a round, e.g. /quiz 10 20s"),
    BotCommand("stop", "End the round"),
    BotCommand("pause", "Pause the round"),
    BotCommand("resume", "Go on after a pause"),
    BotCommand("report", "For instructors: how rounds went"),
    BotCommand("top", "The board of this group"),
    BotCommand("ask", "Find the sentence that answers"),
    BotCommand("score", "Your score in all chats"),
    BotCommand("sources", "What I have read, and what else to study"),
    BotCommand("add", "For administrators: add an article"),
    BotCommand("remove", "For administrators: take an article away"),
    BotCommand("help", "What I can do"),
]


class _Answers(heard.MessageFilter):
    """A reply to one of the bot's own requests for words, which it hears in any group."""

    def __init__(self, prompt: str) -> None:
        super().__init__()
        self._prompt = prompt

    def filter(self, message: Message) -> bool:
        asked = message.reply_to_message
        return (
            asked is not None
            and (asked.text or "").startswith(self._prompt)
            and asked.from_user == message.get_bot().bot
        )


class _CommandOfFile(heard.MessageFilter):
    """A document whose caption is the command /add, meant for this bot."""

    def filter(self, message: Message) -> bool:
        words = (message.caption or "").split(maxsplit=1)[:1]
        return words in (["/add"], [f"/add@{message.get_bot().username}"])


_NEW = heard.UpdateType.MESSAGE  # an edited message is not said twice
_PRIVATE = _NEW & heard.ChatType.PRIVATE
_REPLY = _NEW & heard.TEXT & heard.REPLY & ~heard.COMMAND
_GROUP_REPLY = _REPLY & heard.ChatType.GROUPS & _Answers(PROMPT)
_FILE = _NEW & heard.Document.ALL


def register(application: Application[Any, Any, Any, Any, Any, Any], services: Services) -> None:
    """Tell python-telegram-bot who handles what."""

    def by(handler: Handler) -> Callback:
        return handled_by(handler, services)

    for name, handler in COMMANDS.items():
        application.add_handler(CommandHandler(name, by(handler), filters=_NEW))
    application.add_handlers(
        [
            PollAnswerHandler(by(quiz.vote)),
            InlineQueryHandler(by(inline.typed)),
            CallbackQueryHandler(by(buttons.pressed)),
            MessageHandler(heard.StatusUpdate.MIGRATE, by(about.migration)),
            ChatMemberHandler(by(about.membership), ChatMemberHandler.MY_CHAT_MEMBER),
            MessageHandler(_PRIVATE & heard.COMMAND, by(about.unknown_command)),
            MessageHandler(_FILE & (heard.ChatType.PRIVATE | _CommandOfFile()), by(libraries.add)),
            MessageHandler(_REPLY & _Answers(TEXT_PROMPT), by(libraries.add)),
            MessageHandler(_PRIVATE & heard.POLL, by(writing.author)),
            MessageHandler(_PRIVATE & heard.TEXT, by(asking.hear)),
            MessageHandler(_PRIVATE & ~heard.StatusUpdate.ALL, by(about.only_text)),
            MessageHandler(_GROUP_REPLY, by(asking.ask)),
        ]
    )


async def publish_commands(bot: Bot) -> None:
    """Give private chats and groups their own menus; commands work without them, too."""
    try:
        await bot.set_my_commands(PRIVATE_MENU, scope=BotCommandScopeAllPrivateChats())
        await bot.set_my_commands(GROUP_MENU, scope=BotCommandScopeAllGroupChats())
    except TelegramError as error:
        _log.warning("The menus of commands could not be published: %s", error.message)
