"""How the bot speaks of itself: greeting, help, sources."""

from __future__ import annotations

from bot.store.outbox import Outgoing
from bot.telegram.callbacks import AskExample, ShowSources, StartQuiz
from bot.telegram.markup import bold, escape, joined
from bot.telegram.messages import Key, Place, text
from bot.telegram.plurals import counted


def greeting(place: Place, name: str | None, articles: int) -> Outgoing:
    """What the bot can do, in three lines, with buttons to try it."""
    hello = f"Hello, {name}!" if name else "Hello!"
    lines = [
        bold(hello),
        escape("💬 Ask me anything about my articles: I show the sentence that answers."),
        escape("🧩 /quiz asks you questions made from them, and explains the answers."),
        escape(f"📚 I have read {counted(articles, 'article')}."),
    ]
    keyboard = [
        [Key("Show me an example", AskExample()), Key("Quiz me (3)", StartQuiz(3))],
        [Key("What have you read?", ShowSources())],
    ]
    return text(place, joined(lines, between="\n"), keyboard)


def group_greeting(place: Place) -> Outgoing:
    """When the bot has been added to a group."""
    lines = [
        bold("Hello, everyone!"),
        escape("/quiz opens a round: administrators start it, everybody votes in its polls."),
        escape("/top shows the board."),
        escape("/ask followed by a question finds the sentence in my articles that answers it."),
    ]
    return text(place, joined(lines, between="\n"))


def help_text(place: Place, *, is_private: bool) -> Outgoing:
    """Every command that works in this kind of chat."""
    return text(place, escape(_PRIVATE_HELP if is_private else _GROUP_HELP))


def unknown_command(place: Place) -> Outgoing:
    """After a command that the bot does not have."""
    return text(place, escape("I don't know that command. /help shows what I can do."))


def only_text(place: Place) -> Outgoing:
    """After a picture, a sticker or a voice message."""
    return text(place, escape("I can't read that. Write your question in words."))


def only_in_private(place: Place, bot_username: str) -> Outgoing:
    """After a command whose answer is nobody else's business."""
    words = "That is between you and me: open our private chat and send it there."
    keyboard = [[Key("Open private chat", url=f"https://t.me/{bot_username}?start=private")]]
    return text(place, escape(words), keyboard)


def went_wrong(place: Place) -> Outgoing:
    """When a message could not be handled."""
    return text(place, escape("Something went wrong on my side. It is noted; please try again."))


_PRIVATE_HELP = """\
Write me a question, and I show the sentence in my articles that answers it.

/quiz 10 – ten questions
/stop – end the quiz
/score – how you are doing, in all chats
/sources – what I have read

/add, /remove – your own articles
/review – their questions
/export_questions – as a file
/report – how your rounds went

/privacy – what I keep about you
/export – the same, as a file
/forget – erase it

Add me to a group to play together: /help there tells how."""

_GROUP_HELP = """\
/ask … – what my articles say
/top, /top week – the board
/score – how you are doing, in all chats
/sources – what I have read

For administrators:
/quiz 10 20s – ten questions of 20 seconds; add speed, streaks, teams or “in 5m”
/quiz allow, /quiz disallow – in reply to their message: who may run rounds
/pause, /resume, /stop – the round
/report – how rounds went
/add, /remove – articles

A right answer is a point; with speed 1000 points in the first seconds, 500 at the end. Streaks \
add 1 (with speed 100) from the third in a row on. A team scores its members' average. Anonymous \
votes don't count."""
