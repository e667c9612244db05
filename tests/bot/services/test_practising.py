import pytest

from bot.services.posing import Posed
from bot.services.practising import Finished, NothingToAsk
from bot.services.voting import UnknownPoll
from bot.store import answers, players, posts, practices


async def begin(classroom, player, count=3):
    async def work(tx):
        await players.remember(tx, player, 1.0)
        return await classroom.practising.start(tx, player.id, count, 1.0)

    started = await classroom.database.write(work)
    await classroom.deliver(started.first)
    return started


async def test_a_practice_goes_on_with_each_answer_and_sums_up(classroom, ann):
    first = (await begin(classroom, ann)).first
    second = await classroom.vote(first, ann, "right")
    assert isinstance(second, Posed)
    assert (second.number, second.total) == (2, 3)
    await classroom.deliver(second)
    third = await classroom.vote(second, ann, "wrong")
    await classroom.deliver(third)
    end = await classroom.vote(third, ann, "right")
    assert isinstance(end, Finished)
    assert (end.right, end.answered, end.total) == (2, 3, 3)
    assert [q.id for q in end.missed] == [second.question.id]


async def test_a_vote_that_comes_twice_counts_once_and_asks_once(classroom, ann):
    first = (await begin(classroom, ann)).first
    assert await classroom.vote(first, ann, "right") is not None
    assert await classroom.vote(first, ann, "right") is None
    tally = await classroom.database.read(lambda tx: answers.tally(tx, ann.id))
    assert (tally.right, tally.answered) == (1, 1)


async def test_a_retracted_vote_changes_nothing(classroom, ann):
    first = (await begin(classroom, ann)).first
    await classroom.vote(first, ann, "wrong")
    assert await classroom.vote_places(f"poll-{first.post.id}", ann, ()) is None
    assert await classroom.vote(first, ann, "right") is None
    tally = await classroom.database.read(lambda tx: answers.tally(tx, ann.id))
    assert (tally.right, tally.answered) == (0, 1)


async def test_nobody_answers_in_another_players_practice(classroom, ann, ben):
    first = (await begin(classroom, ann)).first
    assert await classroom.vote(first, ben, "right") is None
    tally = await classroom.database.read(lambda tx: answers.tally(tx, ben.id))
    assert tally.answered == 0


async def test_a_vote_after_stop_is_late(classroom, ann):
    first = (await begin(classroom, ann)).first
    end = await classroom.database.write(lambda tx: classroom.practising.stop(tx, ann.id, 2.0))
    assert (end.answered, end.unanswered.message) == (0, first.post.id + 100)
    assert await classroom.vote(first, ann, "right") is None
    again = await classroom.database.write(lambda tx: classroom.practising.stop(tx, ann.id, 3.0))
    assert again is None


async def test_a_new_practice_ends_the_old_one(classroom, ann):
    first = (await begin(classroom, ann)).first
    second = await begin(classroom, ann)
    assert second.replaced.unanswered.id == first.post.id
    assert await classroom.vote(first, ann, "right") is None
    assert await classroom.vote(second.first, ann, "right") is not None


async def test_a_vote_for_a_poll_that_is_not_known_yet_is_told_apart(classroom, ann):
    with pytest.raises(UnknownPoll):
        await classroom.vote_places("no such poll", ann, (0,))


async def test_an_open_question_can_be_put_once_more(classroom, ann):
    first = (await begin(classroom, ann)).first
    again = await classroom.database.write(
        lambda tx: classroom.practising.ask_again(tx, first.post, 2.0)
    )
    await classroom.deliver(again)
    assert again.question == first.question
    assert await classroom.vote(first, ann, "right") is None
    assert await classroom.vote(again, ann, "right") is not None


async def test_a_question_that_was_answered_is_not_put_once_more(classroom, ann):
    first = (await begin(classroom, ann)).first
    await classroom.vote(first, ann, "right")
    answered = await classroom.database.read(lambda tx: posts.load(tx, first.post.id))
    again = await classroom.database.write(
        lambda tx: classroom.practising.ask_again(tx, answered, 2.0)
    )
    assert again is None


async def test_a_vote_for_two_options_is_no_answer(classroom, ann):
    first = (await begin(classroom, ann)).first
    assert await classroom.vote_places(f"poll-{first.post.id}", ann, (0, 1)) is None
    tally = await classroom.database.read(lambda tx: answers.tally(tx, ann.id))
    assert tally.answered == 0


async def test_a_library_without_questions_says_so(classroom, ann):
    await classroom.database.write(lambda tx: tx.run("DELETE FROM bank"))
    with pytest.raises(NothingToAsk):
        await classroom.database.write(lambda tx: classroom.practising.start(tx, ann.id, 3, 1.0))
    assert await classroom.database.read(lambda tx: practices.running(tx, ann.id)) is None
