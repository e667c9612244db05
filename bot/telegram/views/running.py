"""What is said to those who command a round: refusals, and notices above a pressed button."""

from __future__ import annotations

from bot.quiz.plan import LONGEST_SECONDS, MOST_QUESTIONS, SHORTEST_SECONDS
from bot.quiz.round import Phase
from bot.services.doubting import Heard
from bot.store.outbox import Outgoing
from bot.store.rounds import StoredRound
from bot.telegram.callbacks import ResumeRound, StopRound
from bot.telegram.markup import Html, bold, cut, escape
from bot.telegram.messages import Key, Place, text

JOINED = "You are in. Vote when the questions come."
JOINED_BEFORE = "You are in already."
LEFT = "You are out. Join again if you like."
TOO_LATE_TO_LEAVE = "The round has begun; just don't vote."
ONLY_LEADERS = "Only administrators here can do that."
OVER = "This round is over. /quiz opens a new one."
BEGUN = "This round has begun already."

HEARD = {
    Heard.NOTED: "Noted. When another player says so too, the question is set aside.",
    Heard.SUSPENDED: "Noted. The question is set aside until an administrator decides.",
    Heard.BEFORE: "You said so already.",
    Heard.NOT_ANSWERED: "Answer it first; then you can say that the marked answer is wrong.",
    Heard.SETTLED: "This question is settled.",
}


def only_leaders(place: Place, bot_username: str) -> Outgoing:
    """After /quiz by somebody who may not start rounds here."""
    words = (
        "In a group, administrators start the rounds. Ask one of them to send /quiz, or practise "
        "with me in private."
    )
    keys = [[Key("Practise in private", url=f"https://t.me/{bot_username}?start=practice")]]
    return text(place, escape(words), keys)


def cannot_stop(place: Place) -> Outgoing:
    """After /stop, /pause or /resume by somebody who may not."""
    return text(place, escape("Only administrators can do that to a round."))


def no_round(place: Place) -> Outgoing:
    """After /stop, /pause or /resume without a round."""
    return text(place, escape("No round is running here. /quiz opens one."))


def runs_already(place: Place, stored: StoredRound) -> Outgoing:
    """After /quiz while there is a round."""
    state = stored.round
    if state.phase is Phase.LOBBY:
        words = "A round is being set up here already: see its lobby above."
        return text(place, escape(words), [[Key("Call it off", StopRound(stored.id))]])
    words = f"A round is running: question {state.number} of {len(state.questions)}."
    keys = [Key("⏹ Stop it", StopRound(stored.id))]
    if state.phase is Phase.PAUSED:
        keys.insert(0, Key("▶ Resume it", ResumeRound(stored.id)))
    return text(place, escape(words), [keys])


def not_a_plan(place: Place, given: str) -> Outgoing:
    """After /quiz with words that mean nothing there."""
    words = (
        f"“{cut(given, 40)}” means nothing to me here. Try /quiz 10 20s: 1 to {MOST_QUESTIONS} "
        f"questions of {SHORTEST_SECONDS} to {LONGEST_SECONDS} seconds. You can add speed, "
        "streaks, teams, or “in 5m” to start by itself."
    )
    return text(place, escape(words))


def may_lead_now(place: Place, name: str, *, may: bool) -> Outgoing:
    """After an administrator named somebody, or took it back."""
    verb = "may run rounds here now" if may else "runs rounds here no more"
    return text(place, Html(f"{bold(name)} {verb}."))


def name_whom(place: Place) -> Outgoing:
    """After /quiz allow without anybody named."""
    words = "Reply to somebody's message with /quiz allow (or /quiz disallow)."
    return text(place, escape(words))


def joined_from_afar(place: Place, stored: StoredRound) -> Outgoing:
    """After the deep link or the QR code was opened."""
    return text(
        place,
        Html(
            f"You are in. The questions come in {bold(stored.title or 'the group')}: "
            "open it and vote."
        ),
    )


def not_in_group(place: Place, stored: StoredRound) -> Outgoing:
    """After the deep link was opened by somebody who is not in the group."""
    words = (
        f"The round is held in {stored.title or 'a group'}, and you are not in it. "
        "Ask its instructor to let you in, then open the link again."
    )
    return text(place, escape(words))


def round_is_over(place: Place) -> Outgoing:
    """After a link to a round that is over."""
    return text(place, escape("This round is over. /quiz here asks you alone."))


def nothing_missed(place: Place) -> Outgoing:
    """After "review your mistakes" by somebody without mistakes."""
    return text(place, escape("You missed nothing in that round. /quiz asks you something new."))


def reviewing(place: Place, count: int) -> Outgoing:
    """Before the questions that a player missed."""
    many = "the question" if count == 1 else f"the {count} questions"
    return text(place, escape(f"📝 Here are {many} that you missed."))


def withheld(place: Place) -> Outgoing:
    """Instead of an answer that a round is asking for."""
    words = "A round is asking for that right now. Ask me again when the question is closed."
    return text(place, escape(words))
