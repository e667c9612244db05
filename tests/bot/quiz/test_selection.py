from dataclasses import replace
from random import Random

from bot.quiz.selection import selected


def test_no_question_returns_before_all_have_been_asked(question):
    questions, asked = [question(n) for n in range(7)], {}
    for turn in range(21):
        (chosen,) = selected(questions, asked, 1, Random(turn))
        asked[chosen.id] = asked.get(chosen.id, 0) + 1
        assert max(asked.values()) <= turn // 7 + 1


def test_articles_alternate(question):
    questions = [question(n, title="long") for n in range(6)] + [question(9, title="short")]
    titles = [q.title for q in selected(questions, {}, 2, Random(1))]
    assert sorted(titles) == ["long", "short"]


def test_a_small_library_gives_what_it_has(question):
    assert len(selected([question(1)], {}, 5, Random(1))) == 1
    assert selected([], {}, 5, Random(1)) == []


def test_the_same_chance_makes_the_same_choice(question):
    questions = [question(n) for n in range(9)]
    assert selected(questions, {}, 4, Random(3)) == selected(questions, {}, 4, Random(3))


def test_a_question_that_gives_another_away_waits_for_the_next_quiz(question):
    asked = replace(question(1), stem="Whom did Ann Reed meet in Oslo?", answer="Tom Hale")
    tells = replace(question(2), stem="When did Ann Reed meet Tom Hale in Oslo?", answer="2021")
    others = [question(n) for n in range(3, 6)]
    for seed in range(10):
        chosen = selected([asked, tells, *others], {}, 3, Random(seed))
        assert not {asked, tells} <= set(chosen)


def test_kinds_alternate_and_the_easier_come_first(question):
    kinds = ["event_time", "event_time", "event_time", "office", "gap"]
    questions = [replace(question(n), kind=kind) for n, kind in enumerate(kinds)]
    chosen = selected(questions, {}, 3, Random(1))
    assert [each.kind for each in chosen] == ["office", "gap", "event_time"]
