"""What becomes of a round when something goes wrong: with a post, with the bot, with the group."""

from __future__ import annotations

from dataclasses import replace

from bot.quiz import events as e
from bot.quiz.events import Notice
from bot.quiz.steps import (
    CATCH_UP_SECONDS,
    LONG_AWAY_SECONDS,
    Phase,
    Round,
    Step,
    ask_next,
    close,
    over,
    paused,
)


def refused(current: Round, event: e.Refused) -> Step:
    """Rights are missing: the question is asked again after the pause."""
    if current.phase is not Phase.ASKING or event.number != current.number:
        return current, ()
    back = replace(current, number=event.number - 1)
    return paused(back, event.now, e.Void(event.number), e.Say(Notice.CANNOT_POST), e.ShowBoard())


def unusable(current: Round, event: e.Unusable) -> Step:
    """The question itself cannot be posted: the next one takes its turn."""
    if current.phase is not Phase.ASKING or event.number != current.number:
        return current, ()
    following, deeds = ask_next(current)
    return following, (e.Void(event.number), e.Say(Notice.UNUSABLE), *deeds)


def in_doubt(current: Round, event: e.InDoubt) -> Step:
    """Asked once more; what was perhaps posted does not count."""
    if current.phase is not Phase.ASKING or event.number != current.number:
        return current, (e.TakeBack(event.number),)
    return current, (e.Void(event.number), e.Say(Notice.IN_DOUBT), e.Ask(event.number))


def restarted(current: Round, event: e.Restarted) -> Step:
    """The same question goes on; after a long absence the round waits."""
    if current.due_at is None or current.phase not in {Phase.OPEN, Phase.REVEAL}:
        return current, ()
    is_late = event.now > current.due_at + LONG_AWAY_SECONDS
    if current.phase is Phase.REVEAL:
        return paused(current, event.now, e.Say(Notice.LONG_AWAY)) if is_late else (current, ())
    untimed = e.Untime(current.number)
    if is_late:
        closed, deeds = close(replace(current, is_pausing=False), event.now)
        if closed.is_over:
            return closed, (untimed, *deeds)
        return paused(closed, event.now, untimed, *deeds, e.Say(Notice.LONG_AWAY))
    due = max(current.due_at, event.now + CATCH_UP_SECONDS)
    return replace(current, due_at=due), (untimed, e.Say(Notice.BACK))


def moved(current: Round, _: e.Moved) -> Step:
    """What was posted stays behind in the old group: the open question is asked again."""
    if current.phase is not Phase.OPEN:
        return current, (e.Say(Notice.MOVED), e.ShowBoard())
    again = replace(current, phase=Phase.ASKING, awaited=0, due_at=None)
    number = current.number
    return again, (e.Void(number), e.Say(Notice.MOVED), e.ShowBoard(), e.Ask(number))


def removed(current: Round, event: e.Removed) -> Step:
    """Nobody can be asked any more: the round waits, without the open question."""
    match current.phase:
        case Phase.LOBBY:
            return over(current, e.Say(Notice.CANCELLED))
        case Phase.PAUSED:
            return current, ()
        case Phase.REVEAL:
            return paused(current, event.now)
    back = replace(current, number=current.number - 1)
    return paused(back, event.now, e.Void(current.number))
