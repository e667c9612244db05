from bot.quiz import events as e
from bot.quiz.difficulty import Rating
from bot.quiz.plan import Plan
from bot.services import boards, privacy
from bot.services.announcements import BoardShown, QuestionEnded, StandingsShown, Told
from bot.services.practising import missed_in
from bot.store import answers, deadlines, participants, players, posts, questions, ratings, rounds
from bot.store.calls import Refused
from bot.store.deadlines import Deadline, due, next_at
from tests.bot.services.conftest import CLASS, questions_in


async def board_of(classroom, round_id):
    stored = await classroom.database.read(lambda tx: rounds.load(tx, round_id))
    return await classroom.database.read(lambda tx: boards.of_round(tx, stored))


async def places(classroom, round_id):
    board = await board_of(classroom, round_id)
    return [(s.place, s.score.name, s.score.right, s.score.played) for s in board.standings]


async def join(classroom, round_id, player, team=0):
    async def work(tx):
        stored = await rounds.load(tx, round_id)
        return await classroom.lobbies.join(tx, stored, player, team, 1.5)

    return await classroom.database.write(work)


async def test_a_vote_is_counted_once_and_the_first_one(classroom, ann, ben):
    round_id = await classroom.open_round(Plan(count=1))
    posed = await classroom.start_round(ann)
    await classroom.vote(posed, ann, "wrong")
    await classroom.vote(posed, ann, "right")
    await classroom.vote_places(f"poll-{posed.post.id}", ann, ())
    await classroom.vote(posed, ben, "right")
    await classroom.happens(e.Ticked(99.0), 99.0)
    assert await places(classroom, round_id) == [(1, "Ben", 1, 1), (2, "Ann", 0, 1)]


async def test_a_vote_that_comes_after_the_end_renews_the_standings(classroom, ann, ben):
    round_id = await classroom.open_round(Plan(count=1))
    posed = await classroom.start_round(ann)
    await classroom.happens(e.Ticked(99.0), 99.0)
    await classroom.vote(posed, ben, "right", now=100.0)
    assert await classroom.database.read(next_at) == 104.0
    (deadline,) = await classroom.database.read(lambda tx: due(tx, 104.0))
    assert deadline == Deadline(round_id, "refresh")
    assert await places(classroom, round_id) == [(1, "Ben", 1, 1)]


async def test_all_who_joined_have_voted_so_the_question_closes(classroom, ann, ben):
    round_id = await classroom.open_round(Plan(count=1))
    assert await join(classroom, round_id, ann)
    assert await join(classroom, round_id, ben)
    assert not await join(classroom, round_id, ben)
    posed = await classroom.start_round(ann)
    assert await classroom.vote(posed, ann, "right") == []
    told = await classroom.vote(posed, ben, "right")
    assert [type(each) for each in told] == [QuestionEnded, StandingsShown]


async def test_nobody_waits_for_who_was_silent_twice(classroom, ann, ben):
    round_id = await classroom.open_round(Plan(count=4))
    for player in (ann, ben):
        await join(classroom, round_id, player)
    posed = await classroom.start_round(ann)
    now = 2.0
    for _ in range(2):
        await classroom.vote(posed, ann, "right", now=now + 1)
        await classroom.happens(e.Ticked(now + 50), now + 50)
        now += 100
        (posed,) = questions_in(await classroom.happens(e.Ticked(now), now))
        await classroom.deliver(posed, now)
    told = await classroom.vote(posed, ann, "right", now=now + 1)
    assert isinstance(told[0], QuestionEnded)


async def test_no_question_returns_before_all_were_asked(classroom, ann):
    asked = []
    for _ in range(2):
        await classroom.open_round(Plan(count=2))
        posed = await classroom.start_round(ann)
        asked.append(posed.question.id)
        await classroom.happens(e.Ticked(99.0), 99.0)
        (posed,) = questions_in(await classroom.happens(e.Ticked(120.0), 120.0))
        asked.append(posed.question.id)
        await classroom.deliver(posed, 120.0)
        await classroom.happens(e.Ticked(200.0), 200.0)
    assert len(set(asked)) == 4


async def test_only_a_first_answer_to_a_question_moves_its_difficulty(classroom, ann):
    async def difficulty(question):
        _, rating = await classroom.database.read(lambda tx: ratings.load(tx, ann.id, question))
        return rating.answers

    await classroom.open_round(Plan(count=1))
    posed = await classroom.start_round(ann)
    await classroom.vote(posed, ann, "wrong")
    await classroom.happens(e.Ticked(99.0), 99.0)
    assert await difficulty(posed.question.id) == 1
    returned = False
    while not returned:
        await classroom.open_round(Plan(count=1))
        again = await classroom.start_round(ann)
        await classroom.vote(again, ann, "right")
        await classroom.happens(e.Ticked(99.0), 99.0)
        returned = again.question.id == posed.question.id
    assert await difficulty(posed.question.id) == 1


async def test_missed_questions_are_the_wrong_and_the_unanswered_ones_since_joining(
    classroom, ann, ben
):
    round_id = await classroom.open_round(Plan(count=2))
    await join(classroom, round_id, ann)
    first = await classroom.start_round(ann)
    await classroom.vote(first, ann, "wrong")
    (second,) = questions_in(await classroom.happens(e.Ticked(50.0), 50.0))
    await classroom.deliver(second, 50.0)
    await classroom.vote(second, ben, "wrong", now=51.0)
    await classroom.happens(e.Ticked(99.0), 99.0)

    async def missed(player):
        versions = await classroom.database.read(lambda tx: missed_in(tx, round_id, player.id))
        found = await classroom.database.read(lambda tx: questions.load_all(tx, versions))
        return [question.id for question in found]

    assert await missed(ann) == [first.question.id, second.question.id]
    assert await missed(ben) == [second.question.id]


async def test_who_was_not_in_a_round_has_missed_nothing_in_it(classroom, ann, ben):
    round_id = await classroom.open_round(Plan(count=1))
    posed = await classroom.start_round(ann)
    await classroom.vote(posed, ann, "wrong")
    await classroom.happens(e.Ticked(99.0), 99.0)
    assert await classroom.database.read(lambda tx: missed_in(tx, round_id, ben.id)) == []


async def test_what_was_answered_to_a_stopped_question_is_no_ballot(classroom, ann):
    round_id = await classroom.open_round(Plan(count=1))
    posed = await classroom.start_round(ann)
    await classroom.vote(posed, ann, "right")
    await classroom.happens(e.StopAsked())
    assert await classroom.database.read(lambda tx: answers.ballots(tx, round_id)) == []


async def test_who_plays_from_the_second_question_on_was_not_silent_in_the_first(
    classroom, ann, ben
):
    round_id = await classroom.open_round(Plan(count=4))
    await join(classroom, round_id, ann)

    async def join_later(tx):
        await players.remember(tx, ben, 2.0)
        await participants.add(tx, round_id, ben.id, team=0, number=2)
        for _ in range(2):
            await participants.close_question(tx, round_id, 1)
        return await participants.expected(tx, round_id)

    assert await classroom.database.write(join_later) == 1


async def test_a_newcomers_vote_is_not_one_of_those_that_are_waited_for(classroom, ann, ben):
    round_id = await classroom.open_round(Plan(count=2))
    await join(classroom, round_id, ann)
    posed = await classroom.start_round(ann)
    assert await classroom.vote(posed, ben, "right") == []
    told = await classroom.vote(posed, ann, "right")
    assert isinstance(told[0], QuestionEnded)


async def test_the_open_question_is_not_on_the_board(classroom, ann, ben):
    round_id = await classroom.open_round(Plan(count=2))
    await join(classroom, round_id, ben)
    posed = await classroom.start_round(ann)
    await classroom.vote(posed, ann, "right")
    assert (await board_of(classroom, round_id)).counted == 0
    await classroom.happens(e.Ticked(99.0), 99.0)
    assert (await board_of(classroom, round_id)).counted == 1


async def test_teams_are_changed_in_the_lobby_only(classroom, ann):
    round_id = await classroom.open_round(Plan(count=1, teams=2))

    async def team_of_ann(tx):
        return [player.team for player in await participants.of_round(tx, round_id)]

    await join(classroom, round_id, ann, team=1)
    await join(classroom, round_id, ann, team=2)
    assert await classroom.database.read(team_of_ann) == [2]
    await classroom.start_round(ann)
    await join(classroom, round_id, ann, team=1)
    assert await classroom.database.read(team_of_ann) == [2]


async def test_an_earlier_wish_to_renew_the_board_holds(classroom):
    round_id = await classroom.open_round(Plan(count=1))

    async def wish(tx):
        await deadlines.put_first(tx, round_id, "refresh", 5.0)
        await deadlines.put_first(tx, round_id, "refresh", 8.0)
        return await deadlines.due(tx, 5.0)

    assert await classroom.database.write(wish) == [Deadline(round_id, "refresh")]


async def test_a_lobby_about_an_article_that_is_gone_is_about_all_of_them(classroom):
    round_id = await classroom.open_round(Plan(count=1, article="gone"))
    stored = await classroom.database.read(lambda tx: rounds.load(tx, round_id))
    assert stored.round.plan.article == ""


async def test_the_board_of_the_chat_moves_with_a_group_that_becomes_a_supergroup(classroom, ann):
    await classroom.open_round(Plan(count=1))
    posed = await classroom.start_round(ann)
    await classroom.vote(posed, ann, "right")
    await classroom.happens(e.Ticked(99.0), 99.0)
    await classroom.database.write(lambda tx: classroom.rounds.move(tx, CLASS, -200, 100.0))
    moved = await classroom.database.read(lambda tx: answers.scores_in(tx, -200))
    assert [(score.name, score.points) for score in moved] == [("Ann", 1)]
    assert await classroom.database.read(lambda tx: answers.scores_in(tx, CLASS)) == []


async def test_a_question_that_was_stopped_on_its_way_is_taken_back_when_it_arrives(
    classroom, ann
):
    await classroom.open_round(Plan(count=1))
    posed = await classroom.begin_round(ann)
    await classroom.happens(e.StopAsked())
    (ended,) = await classroom.deliver(posed)
    assert isinstance(ended, QuestionEnded)
    post = await classroom.database.read(lambda tx: posts.load(tx, posed.post.id))
    assert (post.validity, post.is_open) == ("void", False)


async def test_a_refused_question_pauses_the_round_and_says_what_to_do(classroom, ann):
    await classroom.open_round(Plan(count=1))
    posed = await classroom.begin_round(ann)
    refusal = Refused("Bad Request: not enough rights to send polls to the chat")
    told = await classroom.database.write(
        lambda tx: classroom.rounds.not_posted(tx, posed.post, refusal, 3.0)
    )
    assert [each.notice for each in told if isinstance(each, Told)] == [e.Notice.CANNOT_POST]
    (again,) = questions_in(await classroom.happens(e.ResumeAsked()))
    assert again.question == posed.question


async def test_a_question_that_telegram_finds_fault_with_is_left_out(classroom, ann):
    round_id = await classroom.open_round(Plan(count=2))
    posed = await classroom.begin_round(ann)
    fault = Refused("Bad Request: poll options must be non-empty")
    told = await classroom.database.write(
        lambda tx: classroom.rounds.not_posted(tx, posed.post, fault, 3.0)
    )
    (following,) = questions_in(told)
    await classroom.deliver(following)
    await classroom.vote(following, ann, "right")
    await classroom.happens(e.Ticked(99.0), 99.0)
    assert await places(classroom, round_id) == [(1, "Ann", 1, 1)]


async def test_a_practice_never_asks_what_a_round_is_asking(classroom, ann, ben):
    await classroom.open_round(Plan(count=1))
    posed = await classroom.start_round(ann)

    async def practise(tx):
        await players.remember(tx, ben, 3.0)
        started = await classroom.practising.start(tx, ben.id, 10, 3.0)
        return started.first.total

    assert await classroom.database.write(practise) == 3, posed.question.id


async def test_a_practice_that_runs_lets_the_rounds_question_wait(classroom, ann, ben):
    async def practise(tx):
        await players.remember(tx, ben, 1.0)
        return (await classroom.practising.start(tx, ben.id, 4, 1.0)).first

    posed = await classroom.database.write(practise)
    await classroom.deliver(posed)
    await classroom.open_round(Plan(count=4))
    asked = await classroom.start_round(ann)
    seen = [posed.question.id]
    while len(seen) < 4:
        posed = await classroom.vote(posed, ben, "right")
        await classroom.deliver(posed)
        seen.append(posed.question.id)
    assert asked.question.id in {seen[0], seen[-1]}
    assert len(set(seen)) == 4


async def test_rounds_go_from_easy_to_hard_once_answers_have_told(classroom, ann):
    async def rate(tx):
        await players.remember(tx, ann, 1.0)
        for question, difficulty in (("q0", 2.0), ("q1", -1.0), ("q2", 1.0), ("q3", 0.5)):
            await ratings.save(tx, ann.id, Rating(), question, Rating(difficulty, 9))

    await classroom.database.write(rate)
    await classroom.open_round(Plan(count=4))
    await classroom.start_round(ann)
    stored = await classroom.database.read(lambda tx: rounds.running_in(tx, CLASS))
    asked = await classroom.database.read(
        lambda tx: questions.load_all(tx, stored.round.questions)
    )
    assert [question.id for question in asked] == ["q1", "q3", "q2", "q0"]


async def test_a_board_changed_while_it_is_on_its_way_is_not_posted_twice(classroom, ann):
    round_id = await classroom.open_round(Plan(count=2))
    await join(classroom, round_id, ann)
    posed = await classroom.start_round(ann)
    told = await classroom.vote(posed, ann, "right")
    assert not any(isinstance(each, BoardShown) for each in told)


async def test_who_is_forgotten_leaves_no_trace_in_rounds_and_the_board_goes_on(
    classroom, ann, ben
):
    round_id = await classroom.open_round(Plan(count=1), instructor=ann)
    await join(classroom, round_id, ann)
    posed = await classroom.start_round(ann)
    await classroom.vote(posed, ben, "wrong")
    await classroom.vote(posed, ann, "right")
    await classroom.database.write(
        lambda tx: classroom.doubting.doubt(tx, posed.post.id, ann.id, 6.0)
    )
    record = await classroom.database.read(lambda tx: players.record(tx, ann.id))
    assert all(record[part] for part in ("rounds_you_played", "rounds_you_ran", "skill"))
    assert record["questions_you_doubted"][0]["question"] == posed.question.stem
    await classroom.database.write(lambda tx: privacy.forget(tx, ann.id))
    for table in ("participants", "flags", "skills", "first_answers", "answers"):
        rows = await classroom.database.read(
            lambda tx, table=table: tx.all(f"SELECT player_id FROM {table}")  # noqa: S608 - ours
        )
        assert ann.id not in {row["player_id"] for row in rows}, table
    assert await places(classroom, round_id) == [(1, "Ben", 0, 1)]
