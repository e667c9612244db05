"""Which handler hears what, on one screen. The order matters: the first that fits is called."""

from __future__ import annotations

from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    Message,
)
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    PollAnswerHandler,
)
from telegram.ext import filters as heard

from bot.services import Services
from bot.telegram.effects import Callback, Handler, handled_by
from bot.telegram.handlers import about, asking, buttons, privacy, quiz, scores
from bot.telegram.views.answers import PROMPT

ALLOWED_UPDATES = ("message", "callback_query", "poll_answer", "my_chat_member")

COMMANDS: dict[str, Handler] = {
    "start": about.start,
    "help": about.show_help,
    "ask": asking.ask,
    "quiz": quiz.quiz,
    "stop": quiz.stop,
    "score": scores.score,
    "top": scores.top,
    "sources": about.sources,
    "privacy": privacy.tell,
    "export": privacy.export,
    "forget": privacy.forget,
}

PRIVATE_MENU = [
    BotCommand("quiz", "Questions for you, e.g. /quiz 5"),
    BotCommand("ask", "Find the sentence that answers"),
    BotCommand("score", "How you are doing"),
    BotCommand("stop", "End the quiz"),
    BotCommand("sources", "What I have read"),
    BotCommand("help", "What I can do"),
    BotCommand("privacy", "What I keep about you"),
    BotCommand("export", "Your data as a file"),
    BotCommand("forget", "Erase your data"),
]

GROUP_MENU = [
    BotCommand("quiz", "A question for everyone here"),
    BotCommand("top", "The board of this group"),
    BotCommand("ask", "Find the sentence that answers"),
    BotCommand("score", "How you are doing"),
    BotCommand("sources", "What I have read"),
    BotCommand("help", "What I can do"),
]


class _AnswersPrompt(heard.MessageFilter):
    """A reply to the bot's own request for a question, which it hears in any group."""

    def filter(self, message: Message) -> bool:
        asked = message.reply_to_message
        return (
            asked is not None and asked.text == PROMPT and asked.from_user == message.get_bot().bot
        )


_NEW = heard.UpdateType.MESSAGE  # an edited message is not said twice
_PRIVATE = _NEW & heard.ChatType.PRIVATE
_GROUP_REPLY = _NEW & heard.ChatType.GROUPS & heard.TEXT & heard.REPLY & _AnswersPrompt()


def register(application: Application[Any, Any, Any, Any, Any, Any], services: Services) -> None:
    """Tell python-telegram-bot who handles what."""

    def by(handler: Handler) -> Callback:
        return handled_by(handler, services)

    for name, handler in COMMANDS.items():
        application.add_handler(CommandHandler(name, by(handler), filters=_NEW))
    application.add_handlers(
        [
            PollAnswerHandler(by(quiz.vote)),
            CallbackQueryHandler(by(buttons.pressed)),
            MessageHandler(heard.StatusUpdate.MIGRATE, by(about.migration)),
            ChatMemberHandler(by(about.membership), ChatMemberHandler.MY_CHAT_MEMBER),
            MessageHandler(_PRIVATE & heard.COMMAND, by(about.unknown_command)),
            MessageHandler(_PRIVATE & heard.TEXT, by(asking.ask)),
            MessageHandler(_PRIVATE & ~heard.StatusUpdate.ALL, by(about.only_text)),
            MessageHandler(_GROUP_REPLY, by(asking.ask)),
        ]
    )


async def publish_commands(bot: Bot) -> None:
    """Give private chats and groups their own menus."""
    await bot.set_my_commands(PRIVATE_MENU, scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(GROUP_MENU, scope=BotCommandScopeAllGroupChats())
