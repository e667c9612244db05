"""Presses of buttons under the bot's messages, sorted by what the button means."""

from __future__ import annotations

from bot.services import Services
from bot.telegram.callbacks import (
    AskExample,
    DoubtKey,
    ForgetMe,
    More,
    ReportRound,
    RoundButton,
    SettleDoubt,
    ShowContext,
    ShowSources,
    ShowTop,
    StartQuiz,
)
from bot.telegram.effects import Effect, both, just
from bot.telegram.handlers import (
    asking,
    doubts,
    libraries,
    lobby,
    privacy,
    quiz,
    reports,
    review,
    scores,
)
from bot.telegram.incoming import Incoming, Press
from bot.telegram.library_buttons import LibraryButton, ReviewButton
from bot.telegram.messages import toast

SpeakingButton = RoundButton | DoubtKey | SettleDoubt | ReportRound | LibraryButton | ReviewButton
"""Buttons whose presses are answered with words."""
SilentButton = More | ShowContext | StartQuiz | ShowSources | AskExample | ForgetMe | ShowTop

OUTDATED = "This button is from an older version of me. /help shows what I can do."


async def pressed(came: Incoming, services: Services) -> Effect:
    """A press: its effect, and the notice that stops the button's spinner."""
    press = came.press
    if press is None:
        return just()
    if press.button is None:
        return just(toast(press.id, press.presser, OUTDATED))
    if isinstance(press.button, SilentButton):
        meant = await _silent(press.button, came, services)
        return both(just(toast(press.id, press.presser, "")), meant)
    return await _speaking(press, press.button, came, services)


async def _speaking(
    press: Press, button: SpeakingButton, came: Incoming, services: Services
) -> Effect:
    if isinstance(button, DoubtKey):
        return doubts.doubt(came, services, press, button)
    if isinstance(button, SettleDoubt):
        return await doubts.settle(came, services, press, button)
    if isinstance(button, ReportRound):
        return await reports.pressed(came, services, press, button)
    if isinstance(button, LibraryButton):
        return await libraries.pressed(came, services, press, button)
    if isinstance(button, ReviewButton):
        return await review.pressed(came, services, press, button)
    return await lobby.pressed(came, services, press, button)


async def _silent(button: SilentButton, came: Incoming, services: Services) -> Effect:
    match button:
        case More():
            return await asking.more(came, services, button)
        case ShowContext():
            return await asking.context(came, services, button)
        case StartQuiz(count):
            return await quiz.begin(came, services, count)
        case ShowSources():
            return await libraries.sources(came, services)
        case AskExample():
            return await asking.example(came, services)
        case ForgetMe():
            return await privacy.decide(came, button)
        case ShowTop(days):
            return scores.show_top(came, days)
