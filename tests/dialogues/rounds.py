"""Rounds in a few words, for dialogues that are about something else in them."""

from __future__ import annotations


async def begin(stage, host, words="/quiz 2 20s", joining=("ann", "ben")):
    """Open a lobby, let people in, start; the first poll."""
    await stage.instructor.in_class.says(words)
    await stage.instructor.in_class.hears("A round begins soon")
    for name in joining:
        person = getattr(stage, name).in_class
        await person.presses("✋ Join")
        await person.is_told("You are in.")
    await stage.instructor.in_class.presses("▶ Start")
    return await stage.ann.in_class.sees_poll()


async def play(stage, host, words="/quiz 2 20s"):
    """A round that Ann wins; the questions."""
    asked = []
    poll = await begin(stage, host, words)
    for number in (1, 2):
        asked.append(host.question(poll.question))
        await stage.ann.in_class.votes_in(poll, host.right(poll))
        await stage.ben.in_class.votes_in(poll, host.wrong(poll))
        if number == 1:
            await stage.ann.in_class.hears("Board after question 1 of 2")
            await host.lets_pass(6)
            poll = await stage.ann.in_class.sees_poll("2/2")
    await stage.ann.in_class.hears("The round is over")
    return asked


async def follows(person, label):
    """Open the link behind the newest button with this label, in private."""
    for message in reversed(person.in_class.chat.messages.values()):
        for button in message.buttons:
            if button["text"] == label:
                await person.says(f"/start {button['url'].partition('?start=')[2]}")
                return
    raise AssertionError(label)
