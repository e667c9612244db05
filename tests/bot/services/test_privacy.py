import json
from pathlib import Path

from bot.services import privacy
from bot.store import asks, players
from bot.store.players import Player

SECRET = "Anastasia-the-unmistakable"
CLASS = -100


async def live(classroom, player):
    async def work(tx):
        await players.remember(tx, player, 1.0)
        await asks.add(tx, chat=1, player=player.id, question=f"Who is {player.name}?", now=1.0)
        return await classroom.practising.start(tx, player.id, 2, 1.0)

    first = (await classroom.database.write(work)).first
    await classroom.deliver(first)
    await classroom.vote(first, player, "wrong")


async def test_an_export_holds_everything_that_is_kept(classroom):
    await live(classroom, Player(1, SECRET, "ana"))
    exported = json.loads(await classroom.database.read(lambda tx: privacy.export(tx, 1)))
    assert exported["player"][0]["name"] == SECRET
    assert exported["answers"][0]["chosen"] == "wrong"
    assert exported["answers"][0]["right_answer"] == "right"
    assert exported["questions_you_asked"][0]["question"] == f"Who is {SECRET}?"
    assert exported["quizzes"][0]["questions"] == 2


async def test_what_is_forgotten_is_in_no_file_any_more(classroom, ben, tmp_path: Path):
    await live(classroom, Player(1, SECRET))
    await live(classroom, ben)
    await classroom.database.write(lambda tx: privacy.forget(tx, 1))
    await classroom.database.checkpoint()
    exported = json.loads(await classroom.database.read(lambda tx: privacy.export(tx, 1)))
    assert all(rows == [] for rows in exported.values())
    for file in tmp_path.iterdir():
        assert SECRET.encode() not in file.read_bytes(), file.name
    others = json.loads(await classroom.database.read(lambda tx: privacy.export(tx, ben.id)))
    assert len(others["answers"]) == 1
