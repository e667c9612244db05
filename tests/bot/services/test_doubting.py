"""Doubts about a question's key: two suspend it, one decision settles it, then it is settled."""

import pytest

from bot.quiz import events as e
from bot.quiz.plan import Plan
from bot.services.announcements import DoubtSettled, QuestionSuspended
from bot.services.doubting import Heard
from bot.services.practising import missed_in
from bot.store import answers, posts
from bot.store.players import Player
from tests.bot.services.conftest import CLASS

CHEN = Player(3, "Chen")


@pytest.fixture
async def posed(classroom, ann, ben):
    """A question of a round that three players have answered."""
    await classroom.open_round(Plan(count=2))
    asked = await classroom.start_round(ann)
    for player in (ann, ben, CHEN):
        await classroom.vote(asked, player, "wrong")
    return asked


async def doubt(classroom, posed, player):
    return await classroom.database.write(
        lambda tx: classroom.doubting.doubt(tx, posed.post.id, player.id, 9.0)
    )


async def settle(classroom, posed, *, is_right):
    async def work(tx):
        post = await posts.load(tx, posed.post.id)
        return await classroom.doubting.settle(tx, post, is_right=is_right)

    return await classroom.database.write(work)


async def score(classroom, player):
    return await classroom.database.read(lambda tx: answers.tally(tx, player.id))


async def test_the_second_doubt_suspends_a_question_and_a_third_is_only_noted(
    classroom, posed, ann, ben
):
    assert await doubt(classroom, posed, ann) == (Heard.NOTED, [])
    assert await doubt(classroom, posed, ann) == (Heard.BEFORE, [])
    heard, told = await doubt(classroom, posed, ben)
    assert heard is Heard.SUSPENDED
    assert isinstance(told[0], QuestionSuspended)
    assert await doubt(classroom, posed, CHEN) == (Heard.NOTED, [])


async def test_only_a_suspended_question_is_settled_and_only_once(classroom, posed, ann, ben):
    assert await settle(classroom, posed, is_right=False) == []
    for player in (ann, ben):
        await doubt(classroom, posed, player)
    assert isinstance((await settle(classroom, posed, is_right=True))[0], DoubtSettled)
    assert (await score(classroom, ann)).answered == 1
    assert await settle(classroom, posed, is_right=False) == []
    assert await doubt(classroom, posed, CHEN) == (Heard.SETTLED, [])


async def test_a_suspended_question_counts_nowhere_and_nobody_has_missed_it(
    classroom, posed, ann, ben
):
    async def scores():
        found = await classroom.database.read(lambda tx: answers.scores_in(tx, CLASS))
        return {score.name: score.answered for score in found}

    assert await scores() == {"Ann": 1, "Ben": 1, "Chen": 1}
    await classroom.happens(e.Ticked(99.0), 99.0)
    for player in (ann, ben):
        await doubt(classroom, posed, player)
    assert await scores() == {}
    assert (await score(classroom, ann)).answered == 0
    post = await classroom.database.read(lambda tx: posts.load(tx, posed.post.id))
    assert await classroom.database.read(lambda tx: missed_in(tx, post.round, ann.id)) == []


async def test_a_dropped_question_is_in_nobodys_score(classroom, posed, ann, ben):
    assert (await score(classroom, ann)).answered == 1
    for player in (ann, ben):
        await doubt(classroom, posed, player)
    await settle(classroom, posed, is_right=False)
    assert (await score(classroom, ann)).answered == 0
