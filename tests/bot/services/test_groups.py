from bot.store import posts

CLASS = -100


async def pose(classroom):
    posed = await classroom.database.write(lambda tx: classroom.groups.ask_one(tx, CLASS, 1.0))
    await classroom.deliver(posed)
    return posed


async def board(classroom, chat=CLASS):
    standings = await classroom.database.read(lambda tx: classroom.groups.board(tx, chat))
    return [(s.place, s.score.name, s.score.points, s.score.answered) for s in standings]


async def test_everyone_in_a_group_answers_once_and_the_board_counts(classroom, ann, ben):
    posed = await pose(classroom)
    assert await classroom.vote(posed, ann, "right") is None
    await classroom.vote(posed, ann, "wrong")
    await classroom.vote(posed, ben, "wrong")
    assert await board(classroom) == [(1, "Ann", 1, 1), (2, "Ben", 0, 1)]


async def test_a_group_sees_every_question_before_one_returns(classroom):
    asked = [(await pose(classroom)).question.id for _ in range(8)]
    assert len(set(asked[:4])) == 4
    assert sorted(asked[:4]) == sorted(asked[4:])


async def test_the_board_moves_with_a_group_that_becomes_a_supergroup(classroom, ann):
    await classroom.vote(await pose(classroom), ann, "right")
    await classroom.database.write(lambda tx: posts.move_chat(tx, CLASS, -200))
    assert await board(classroom) == []
    assert await board(classroom, -200) == [(1, "Ann", 1, 1)]
