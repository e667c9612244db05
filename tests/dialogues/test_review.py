"""An instructor looks over the questions made from an article before a student is asked them."""

from __future__ import annotations

import asyncio

import pytest

from bot.playground.classroom import CLASS_ID
from bot.playground.messages import Message
from bot.playground.polls import Poll
from bot.services import making
from bot.services.banking import askable
from bot.store import bank, libraries
from knowledge import derived
from knowledge.derived import Made
from knowledge.models import Question
from tests.dialogues.documents import HARBOUR, LIGHTHOUSE, pdf, word
from tests.dialogues.stage import Person

PATIENCE = 45.0
GOOD_TEXT = (*LIGHTHOUSE, *HARBOUR)


_MADE: dict[str, Made] = {}


@pytest.fixture(autouse=True)
def _made_once(monkeypatch):
    """The same articles yield the same questions: made apart once, then remembered."""
    made_apart = making.made_apart

    async def remembering(articles):
        origin = derived.origin(articles)
        if origin not in _MADE:
            _MADE[origin] = await made_apart(articles)
        return _MADE[origin]

    monkeypatch.setattr(making, "made_apart", remembering)


async def entries(host, library: int) -> list[bank.Entry]:
    return await host.services.database.read(lambda tx: bank.of_library(tx, library))


async def questions_are_made(host) -> int:
    """Wait until the newest library's questions are in the bank; its id."""
    database = host.services.database
    async with asyncio.timeout(PATIENCE):
        while True:
            newest = max(await database.read(libraries.ids))
            stored = await database.read(lambda tx, library=newest: libraries.load(tx, library))
            if stored.made_from:
                return newest
            await asyncio.sleep(0.05)


async def adds(person: Person, host, name: str = "talks.pdf") -> int:
    content = pdf("Talks", GOOD_TEXT) if name.endswith("pdf") else word("Talks", GOOD_TEXT)
    await person.sends(name, content, "/add")
    await person.hears("✓ I have", within=PATIENCE)
    return await questions_are_made(host)


def question_on(card: Message, made: list[bank.Entry]) -> Question:
    return next(each.question for each in made if each.question.stem in card.text)


async def test_an_instructor_approves_edits_and_rejects_and_a_student_is_asked(stage, host):
    ida = stage.instructor
    await stage.ann.in_class.says("/ask Who met Marta Lindqvist?")
    await stage.ann.in_class.hears()
    library = await adds(ida.in_class, host)
    made = await entries(host, library)
    assert len(made) >= 3
    await ida.says("/start")
    await ida.says("/review")

    card = await ida.hears(" to review")
    approved = question_on(card, made)
    assert approved.citations[0].quote in card.text
    await ida.presses("✓ Approve")
    await ida.is_told("Approved.")

    card = await ida.hears(" to review")
    edited = question_on(card, made)
    await ida.presses("✎ Edit")
    await ida.hears("What shall change?")
    await ida.presses("Question")
    await ida.hears("Send me the question in your words.")
    await ida.says("Is this what Ida asks?")
    await ida.hears("Is this what Ida asks?")
    await ida.presses("✓ Approve")
    await ida.is_told("Approved.")

    card = await ida.hears(" to review")
    rejected = question_on(card, made)
    await ida.presses("✗ Reject")
    await ida.hears("Why reject it?")
    await ida.presses("Trivial")
    await ida.is_told("Rejected.")
    states = {each.question.id: each for each in await entries(host, library)}
    assert states[approved.id].state == states[edited.id].state == "approved"
    assert (states[rejected.id].state, states[rejected.id].reason) == ("retired", "Trivial")

    await host.services.database.write(lambda tx: libraries.ask(tx, library, "approved"))
    await stage.ann.says("/start")
    await stage.ann.says("/quiz 5")
    stems = set()
    for number in (1, 2):
        poll = await stage.ann.sees_poll(f"{number}/2")
        stems.add(poll.question.splitlines()[-1])
        await stage.ann.votes(poll.options[0])
    assert stems == {approved.stem, "Is this what Ida asks?"}


async def test_the_right_option_is_changed_in_three_taps(stage, host):
    await stage.ann.says("/start")
    library = await adds(stage.ann, host)
    await stage.ann.says("/review")
    card = await stage.ann.hears(" to review")
    question = question_on(card, await entries(host, library))
    other = next(o for o in question.options if o != question.options[question.key])
    await stage.ann.presses("✎ Edit")
    await stage.ann.presses("Right option")
    await stage.ann.presses(other)
    await stage.ann.hears(f"✓ {other}")
    after = next(e for e in await entries(host, library) if e.question.id == question.id)
    assert after.question.answer == other
    assert after.is_edited


async def test_options_that_cannot_be_are_told_of_and_tried_again(stage, host):
    await stage.ann.says("/start")
    await adds(stage.ann, host)
    await stage.ann.says("/review")
    await stage.ann.presses("✎ Edit")
    await stage.ann.presses("Options")
    await stage.ann.hears("with a * before the right one")
    await stage.ann.says("one\ntwo")
    await stage.ann.hears("Put a * before the right option")
    await stage.ann.says("one\n*two\nthree")
    await stage.ann.hears("✓ two")


async def test_all_of_an_article_is_approved_at_once(stage, host):
    await stage.ann.says("/start")
    library = await adds(stage.ann, host)
    await stage.ann.says("/review")
    await stage.ann.presses("Approve all of this article")
    await stage.ann.hears("✓ Approved")
    assert stage.ann.has_heard("Nothing waits for review.")
    assert {each.state for each in await entries(host, library)} == {"approved"}


async def test_only_approved_questions_are_asked_when_the_instructor_says_so(stage, host):
    await stage.ann.says("/start")
    library = await adds(stage.ann, host)
    database = host.services.database
    assert await database.read(lambda tx: askable(tx, stage.ann.user.id))
    await database.write(lambda tx: tx.run("UPDATE bank SET state = 'retired'"))
    await stage.ann.says("/review")
    await stage.ann.presses("Ask only approved ones")
    await stage.ann.hears("Only approved questions are asked.")
    assert (await database.read(lambda tx: libraries.load(tx, library))).asks == "approved"
    await stage.ann.presses("Also ask new questions I am sure of")
    await stage.ann.hears("and new ones that I am sure of")


async def test_questions_are_not_for_students_to_review(stage, host):
    await adds(stage.instructor.in_class, host)
    await stage.ann.says("/start")
    await stage.ann.says("/review")
    await stage.ann.hears("You have no library whose questions you could review.")
    await stage.ann.in_class.says("/review")
    await stage.ann.in_class.hears("Only this group's administrators")
    await stage.instructor.in_class.says("/review")
    said = await stage.instructor.in_class.hears("look them over in private")
    assert not any("callback_data" in button for button in said.buttons)


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("gift", b"::"),
        ("aiken", b"ANSWER: "),
        ("moodle-xml", b"<quiz>"),
        ("csv", b","),
        ("apkg", b"PK"),
    ],
)
async def test_the_questions_are_sent_as_a_file(stage, host, name, holds):
    await stage.ann.says("/start")
    await adds(stage.ann, host, "talks.docx")
    await stage.ann.says(f"/export_questions {name}")
    assert holds in await stage.ann.receives_file("questions")


async def test_the_kind_of_file_is_chosen_by_a_button(stage, host):
    await stage.ann.says("/start")
    await adds(stage.ann, host)
    await stage.ann.says("/export_questions")
    await stage.ann.hears("As which kind of file?")
    await stage.ann.presses("csv")
    assert await stage.ann.receives_file("questions.csv")


async def test_an_answer_stays_with_the_version_that_was_asked(stage, host):
    await stage.ann.says("/start")
    await adds(stage.ann, host)
    await stage.ann.says("/quiz 1")
    poll = await stage.ann.sees_poll()
    asked = poll.question.splitlines()[-1]
    database = host.services.database
    (entry,) = [e for e in await entries(host, 2) if e.question.stem == asked]
    await stage.ann.votes(entry.question.options[entry.question.key])
    await stage.ann.hears("You got 1 of 1 right")
    await database.write(
        lambda tx: tx.run("UPDATE bank SET state = 'retired' WHERE entry_id <> :id", id=entry.id)
    )
    await stage.ann.says("/review")
    await stage.ann.hears(asked)
    await stage.ann.presses("✎ Edit")
    await stage.ann.presses("Question")
    await stage.ann.hears("Send me the question")
    await stage.ann.says("What now?")
    await stage.ann.hears("What now?")
    row = await database.read(
        lambda tx: tx.one(
            "SELECT body FROM answers JOIN posts USING (post_id) JOIN questions USING (version)"
        )
    )
    assert asked in row["body"]


async def test_an_instructor_writes_a_question_as_a_native_quiz(stage, host):
    await stage.ann.says("/start")
    library = await adds(stage.ann, host)
    poll = Poll(
        "1",
        "What is 42 metres tall?",
        ("The harbour", "The lighthouse"),
        "quiz",
        (1,),
        explanation={"explanation": LIGHTHOUSE[-1]},
    )
    stage.world.post(stage.ann.chat, stage.ann.user, {}, poll=poll)
    said = await stage.ann.hears("I keep your question. This is its source:")
    assert LIGHTHOUSE[-1] in said.text
    await stage.ann.presses("✓ Approve")
    await stage.ann.is_told("Approved.")
    hand = next(e for e in await entries(host, library) if e.made is None)
    assert (hand.state, hand.question.answer) == ("approved", "The lighthouse")


async def test_a_poll_that_is_no_quiz_is_not_taken(stage, host):
    await stage.ann.says("/start")
    await adds(stage.ann, host)
    stage.world.post(stage.ann.chat, stage.ann.user, {}, poll=Poll("1", "Well?", ("Yes", "No")))
    await stage.ann.hears("make the poll a quiz with one right answer")


async def test_whoever_is_no_administrator_any_more_reviews_no_more(stage, host):
    ida = stage.instructor
    await adds(ida.in_class, host)
    await ida.says("/start")
    await ida.says("/review")
    await ida.hears(" to review")
    stage.world.chats[CLASS_ID].statuses[ida.user.id] = "member"
    await host.stops_the_bot()  # which remembers for half a minute who rules
    await host.starts_the_bot()
    await ida.presses("✓ Approve")
    await ida.is_told("Only the instructors of this library")
    await ida.says("/review")
    await ida.hears("You have no library whose questions you could review.")


async def test_a_round_says_when_all_its_questions_were_approved(stage, host):
    ida = stage.instructor.in_class
    library = await adds(ida, host)
    await ida.says("/quiz 3")
    assert "approved by an instructor" not in (await ida.hears("A round begins soon")).text
    await ida.says("/stop")

    async def approve(tx):
        await libraries.ask(tx, library, "approved")
        await bank.approve_article(tx, library, "talks", player=None, now=1.0)

    await host.services.database.write(approve)
    await ida.says("/quiz 3")
    await ida.hears("All questions were approved by an instructor.")


async def test_a_button_of_a_library_that_was_erased_is_answered(stage, host):
    await stage.ann.says("/start")
    library = await adds(stage.ann, host)
    database = host.services.database
    await database.write(lambda tx: tx.run("UPDATE bank SET state = 'retired'"))
    await stage.ann.says("/review")
    await stage.ann.hears("Nothing waits for review.")
    await database.write(
        lambda tx: tx.run("DELETE FROM libraries WHERE library_id = :id", id=library)
    )
    await stage.ann.presses("Ask only approved ones")
    await stage.ann.is_told("Only the instructors of this library")
