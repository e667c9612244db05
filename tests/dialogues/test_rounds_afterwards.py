"""What goes with a round: links, secrets, mistakes to review, a report for the instructor."""

from __future__ import annotations

import csv
import io

from tests.dialogues.rounds import follows


async def test_mistakes_are_reviewed_in_private_and_nothing_else(stage, host, room):
    asked = await room.plays()
    await follows(stage.ben, "📝 Review your mistakes")
    await stage.ben.hears("Here are the 2 questions that you missed.")
    for number in (1, 2):
        poll = await stage.ben.sees_poll(f"{number}/2")
        assert host.question(poll.question).id == asked[number - 1].id
        await stage.ben.votes(host.right(poll))
    await stage.ben.hears("You got 2 of 2 right.")
    await follows(stage.ann, "📝 Review your mistakes")
    await stage.ann.hears("You missed nothing in that round.")
    await follows(stage.chen, "📝 Review your mistakes")
    await stage.chen.hears("You missed nothing in that round.")


async def test_the_report_comes_in_private_with_picture_and_tables(stage, room):
    asked = await room.plays()
    await follows(stage.instructor, "📊 Report for the instructor")
    report = await stage.instructor.hears("Report on one round", within=30)
    assert "2 students, 2 questions." in report.text
    assert "1. 50% right (1 of 2; with 95% confidence 9% to 91%)" in report.text
    assert ": 1 (Ben)" in report.text
    assert "not enough answers yet (from 30 players on)." in report.text
    picture = await stage.instructor.hears("Share right, and points.")
    assert picture.content["photo"]
    table = await stage.instructor.receives_file("questions.csv")
    lines = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert [line["question"].lstrip("'") for line in lines] == [q.stem for q in asked]
    assert [line["right"] for line in lines] == ["1", "1"]
    students = await stage.instructor.receives_file("students.csv")
    lines = list(csv.DictReader(io.StringIO(students.decode("utf-8-sig"))))
    assert [(line["student"], line["right"]) for line in lines] == [("Ann", "2"), ("Ben", "0")]


async def test_a_report_is_for_the_instructor_alone(stage, room):
    await room.plays()
    await follows(stage.ben, "📊 Report for the instructor")
    await stage.ben.hears("Reports are for who ran the round")
    await stage.ben.says("/report")
    await stage.ben.hears("You have run no round yet.")
    await room.ben.says("/report")
    await room.ben.hears("Reports are for who ran the round")
    await room.ida.says("/report")
    await room.ida.hears("I show them in private")


async def test_reports_on_several_rounds_are_told_apart_and_together(stage, room):
    await room.plays()
    await room.plays()
    await stage.instructor.says("/report")
    await stage.instructor.hears("Report on one round", within=30)
    await stage.instructor.presses("All my rounds")
    report = await stage.instructor.hears("Report on 2 rounds", within=30)
    assert "Ann: 4 of 4 right, in 2 rounds" in report.text


async def test_while_a_question_is_open_its_answer_is_withheld(stage, host, room):
    await room.begins("/quiz 1 20s")
    poll = room.ann._poll.poll
    stem = host.question(poll.question).stem
    await room.ann.says(f"/ask {stem}")
    await room.ann.hears("A round is asking for that right now.")
    await stage.chen.says(stem)
    await stage.chen.hears("A round is asking for that right now.")
    await room.answers(poll, ann="right", ben="right")
    await room.ann.hears("The round is over")
    await stage.chen.says(stem)
    answer = await stage.chen.hears("")
    assert "A round is asking" not in answer.text


async def test_a_link_and_its_picture_let_people_in_from_the_private_chat(stage, host, room):
    await room.opens_lobby()
    await room.ida.presses("📱 QR code")
    picture = await room.ann.hears("Scan to join", within=30)
    assert picture.content["photo"]
    payload = picture.content["caption"].partition("?start=")[2]
    await stage.ann.says(f"/start {payload}")
    await stage.ann.hears("You are in. The questions come in Class 9b")
    await host.lets_pass(4)
    await room.ida.hears("In (1): Ann")


async def test_who_is_not_in_the_group_cannot_join_from_afar(stage, room):
    await room.opens_lobby()
    room.ann.chat.statuses[stage.chen.user.id] = "left"
    await stage.chen.says("/start join_1")
    await stage.chen.hears("you are not in it")
