"""Verbs and clauses that hang together wrongly."""

import pytest

from knowledge.questions.rules import joining
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap


def test_a_purpose_is_told_to_its_end():
    quote = "In 1990 Lee hired Dahl in an effort to train Dahl as a pilot."
    stem = "In what year did Lee hire Dahl in an effort to train Dahl"
    assert joining.purpose_cut_short(asked(f"{stem}?", "1990", quote=quote), NOWHERE)
    whole = asked(f"{stem} as a pilot?", "1990", quote=quote)
    assert not joining.purpose_cut_short(whole, NOWHERE)


def test_a_question_has_one_finite_verb():
    two = asked("In which month did Tide Week was a fair open?", "May 1990")
    relative = asked("In what year did Lee build a ship which was lost?", "1990")
    assert joining.two_finite_verbs(two, NOWHERE)
    assert not joining.two_finite_verbs(relative, NOWHERE)
    row = gap("Lee was twice head of the guild was elected in _____.", "1943", "date")
    joined = gap("Lee was twice head of the guild and was elected in _____.", "1943", "date")
    assert joining.two_finite_verbs(row, NOWHERE)
    assert not joining.two_finite_verbs(joined, NOWHERE)
    stem = "In what year did Lee enter the guild but left after a year?"
    assert joining.second_predicate(asked(stem, "1919"), NOWHERE)
    for sound in ("an unfinished but celebrated novel", "a small but renowned school"):
        assert not joining.second_predicate(
            asked(f"In what year did Lee find {sound}?", "1919"), NOWHERE
        )
    first = gap("Lee's boat was the first ship the yard had built in _____.", "1943", "date")
    assert not joining.two_finite_verbs(first, NOWHERE)
    other = gap("Moss, or the Marsh Town is a port opened by _____.", "Lee")
    assert joining.comma_before_the_verb(other, NOWHERE)
    formal = gap("Santa Moss, officially Moss is an island near _____.", "Oslo", "city")
    assert joining.comma_before_the_verb(formal, NOWHERE)
    row = "From 1920 Lee led the guild in a boycott of _____, schools."
    quote = "From 1920 Lee led the guild in a boycott of mills, schools and cloth."
    assert joining.list_cut_short(gap(row, "mills", "other", quote=quote), NOWHERE)
    held = "At a meeting held in Oslo, scholars praised _____."
    quote = "At a meeting held in Oslo, scholars praised Lund and Moe."
    assert not joining.list_cut_short(gap(held, "Lund", quote=quote), NOWHERE)
    bare = gap("The house Lee was born in was sold in _____.", "1943", "date")
    assert not joining.two_finite_verbs(bare, NOWHERE)


def test_a_comma_parts_what_belongs_to_another():
    loose = asked("Who, along with Dahl, is a member of the choir?", "Lee", of="deed")
    thousands = asked("In what year did Lee free 100,000 prisoners?", "1990")
    assert joining.comma_in_a_predicate(loose, NOWHERE)
    assert not joining.comma_in_a_predicate(thousands, NOWHERE)


def test_a_comma_alone_does_not_part_a_subject_from_its_verb():
    lost = gap("The numbat called the walpurti, is a marsupial of southern _____.", "Australia")
    both = gap("The numbat, called the walpurti, is a marsupial of southern _____.", "Australia")
    assert joining.comma_before_the_verb(lost, NOWHERE)
    assert not joining.comma_before_the_verb(both, NOWHERE)


@pytest.mark.parametrize(
    ("sentence", "is_parted"),
    [
        ("King Per, founded the city in _____.", True),
        ("The founder, Per Dahl was born in _____.", True),
        ("The founder, Per Dahl, was born in _____.", False),
        ("In _____, built by Dahl, the bridge opened.", False),
        ("The ship, 236 metres long and built in _____ belongs to a Greek company.", True),
        ("The next year, Dahl was elected mayor of _____.", False),
        ("The following season, Dahl was sold to _____.", False),
        ("The lion, bear and wolf are shown on the arms of _____.", False),
        ("Its coal, iron and timber were shipped to _____.", False),
        ("The idea, Dahl claimed, came from _____.", False),
        ("Lee studied law, became a judge and joined _____.", False),
        ("Lee killed the king, took the crown and fled to _____.", False),
        ("Karl, crowned the king of Norway, died in _____.", False),
        ("Born in 1990, Dahl founded the _____.", False),
    ],
)
def test_a_remark_is_shown_with_both_its_commas(sentence, is_parted):
    told = gap(sentence, "Oslo", "city")
    assert joining.comma_before_the_verb(told, NOWHERE) is is_parted


def test_a_question_goes_on_behind_no_semicolon():
    assert joining.goes_on_behind_a_semicolon(asked("Who left; at home?", "Lee"), NOWHERE)
    assert not joining.goes_on_behind_a_semicolon(gap("_____ left; Moe stayed.", "Lee"), NOWHERE)
    flows = gap("Moe has two arms; the longer one flows into _____.", "Oslo")
    assert not joining.goes_on_behind_a_semicolon(flows, NOWHERE)
    cut = gap("_____ got land; questioned in Oslo in 1773.", "Lee")
    assert joining.goes_on_behind_a_semicolon(cut, NOWHERE)
    for said in ("Lee left by bus; from _____.", "It was the end of _____: of many men engaged."):
        assert joining.goes_on_behind_a_semicolon(gap(said, "Oslo"), NOWHERE)


def test_a_relative_clause_keeps_its_verb():
    lost = gap("Lee studied the storm that, near Oslo in _____.", "1892", "date")
    whole = gap("Lee studied the storm that, near Oslo, threw a car in _____.", "1892", "date")
    assert joining.relative_without_its_verb(lost, NOWHERE)
    assert not joining.relative_without_its_verb(whole, NOWHERE)


def test_a_statement_does_not_hang_on_a_question():
    hangs = asked(
        "In what year was the lift opened by Lee, and is the only one of its kind?", "2002"
    )
    told = asked("In what year did Lee sing, dance, and act in Oslo?", "2002")
    assert joining.second_predicate(hangs, NOWHERE)
    assert not joining.second_predicate(told, NOWHERE)


@pytest.mark.parametrize(
    ("stem", "hangs"),
    [
        ("In what year did the hall open with a play and is the largest in Norway?", True),
        ("In what year did Lee send troops, and described it as help?", True),
        ("In what year did the man who built it and sold it die?", False),
        ("In what year was the gate built by Lee and bears the lion of St Mark?", True),
        ("In what year was the gate built of stones and bricks?", False),
        ("In what year did Lee publish an enlarged and revised edition?", False),
        ("In what year did the fire leave forty people dead and wounded?", False),
        ("In what year did Lee buy and sell the hall?", False),
    ],
)
def test_only_the_first_of_two_verbs_follows_did(stem, hangs):
    assert joining.second_predicate(asked(stem, "1990"), NOWHERE) is hangs


@pytest.mark.parametrize(
    ("sentence", "goes_on", "is_cut"),
    [
        ("Lee spent a year in Oslo, sent reports from _____", " and wrote a book.", True),
        ("Lee was received in the Hall in 1990, the Moss Club in _____", " and went home.", True),
        ("Lee attacked water rates in _____, bad roads in the town", " and the mayor.", True),
        ("In the town of _____, bad roads kept Lee away", " and cost money.", False),
        ("Lee spent a year in Oslo, sent reports from _____", ".", False),
        ("When Lee came, Moe left _____", " and wrote a book.", False),
        ("Rain, won the lion at _____", " and made Lee known.", False),
        ("Lee wrote a novel, published in _____", " and translated at once.", False),
        ("Lee built two halls, filled the town with _____", ", and new houses went up.", False),
        ("King Lee attacked water rates in _____, bad roads in the town", " and bills.", True),
        ("Lee met Ann Moe, a nurse from _____", " and a friend of his.", False),
    ],
)
def test_a_list_without_its_last_member_is_cut(sentence, goes_on, is_cut):
    answer = "1990" if "Hall" in sentence else "Rome"
    quote = sentence.replace("_____", answer) + goes_on
    assert joining.list_cut_short(gap(f"{sentence}.", answer, quote=quote), NOWHERE) is is_cut


def test_a_relative_that_only_the_blank_follows_has_lost_its_verb():
    lost = gap("Many met at the hall, where _____.", "Ann Lee")
    assert joining.relative_without_its_verb(lost, NOWHERE)


@pytest.mark.parametrize(
    ("stem", "is_lost"),
    [
        ("In what year did Duke Per defeat?", True),
        ("In what year did Duke Per defeat the Swedes?", False),
        ("In what year did Duke Per retire?", False),
        ("Which company did Lee found?", False),
        ("Whom did the duke defeat?", False),
    ],
)
def test_whom_a_duke_defeated_is_told(stem, is_lost):
    assert joining.object_lost(asked(stem, "1477"), NOWHERE) is is_lost


@pytest.mark.parametrize(
    ("source", "is_lost"),
    [
        ("In 1571 the pirates sacked and burnt the town.", True),
        ("In 1571 the pirates sacked and burnt Moss.", True),
        ("In 1571 the pirates sacked and burnt happily.", False),
        ("In 1571 the pirates sacked, drank and sang.", False),
        ("In 1571 the pirates had a sack and burnt the town.", False),
    ],
)
def test_what_was_done_twice_was_done_to_something(source, is_lost):
    cut = asked("In what year did the pirates sack?", "1571", quote=source)
    assert joining.object_lost(cut, NOWHERE) is is_lost


@pytest.mark.parametrize(
    ("stem", "has_two"),
    [
        ("In what year was the Moss built in Oslo was 27 metres long?", True),
        ("In what year was the Moss, which was 27 metres long, built?", False),
        ("In what year was Lee elected although he was ill?", False),
        ("In what year was the tower raised to the height it is today?", False),
    ],
)
def test_a_passive_takes_no_second_verb(stem, has_two):
    assert joining.two_finite_verbs(asked(stem, "1949"), NOWHERE) is has_two


@pytest.mark.parametrize(
    ("sentence", "is_cut"),
    [
        ("The dam was built by the _____, and its reservoir.", True),
        ("The dam was built by the _____, and its reservoir is large.", False),
        ("Lee met Dahl, Moe, and the _____.", False),
    ],
)
def test_the_next_clause_is_told_whole_or_not_at_all(sentence, is_cut):
    quote = "The dam was built by the Moss Board, and its reservoir, the lake, is large."
    told = gap(sentence, "Moss Board", "name", quote=quote)
    assert joining.half_of_the_next_clause(told, NOWHERE) is is_cut


def test_a_thing_behind_an_and_is_no_second_subject():
    quote = "Mount Moss was named in 1890 by Lee, and the mineral mossite, found later, in 1968."
    stem = "In what year was Mount Moss named by Lee, and the mineral mossite?"
    assert joining.half_of_the_next_clause(asked(stem, "1890", quote=quote), NOWHERE)
    quote = "Lee gave the town his arms and coins, and his library in 1890."
    stem = "In what year did Lee give the town his arms and coins, and his library?"
    assert not joining.half_of_the_next_clause(asked(stem, "1890", quote=quote), NOWHERE)


def test_a_second_passive_is_a_second_predicate():
    stem = "In what year was Lee arrested after a strike and {} to Oslo?"
    assert joining.second_predicate(asked(stem.format("was banished"), "1922"), NOWHERE)
    assert not joining.second_predicate(asked(stem.format("banished"), "1922"), NOWHERE)


def test_what_a_fair_does_now_is_not_asked_of_its_first_year():
    stem = "In what year did the fair start with ten balloons"
    assert joining.second_predicate(asked(f"{stem} and now draws fifty?", "1972"), NOWHERE)
    assert not joining.second_predicate(asked(f"{stem} and two kites?", "1972"), NOWHERE)
    assert not joining.second_predicate(asked(f"{stem} and now famous kites?", "1972"), NOWHERE)


@pytest.mark.parametrize(
    ("said", "is_parted"),
    [
        ("Lee was in Oslo in _____ when the Moss Union, was founded.", True),
        ("The road over the hills, La Farola was completed in _____.", True),
        ("Lee was in Oslo in _____ when the Moss Union was founded.", False),
        ("The road over the hills was completed in _____.", False),
        ("In 1997 the prime minister, _____ said that Moss was lost.", True),
        ("In 1997 the prime minister, _____, said that Moss was lost.", False),
        ("In the spring, _____ led the army to victory.", False),
        ("After his death, _____ succeeded to the throne.", False),
        ("The night of the fire, Lee was in _____.", False),
        ("In _____, when the mill burned, the owner was ruined.", False),
    ],
)
def test_a_comma_left_over_parts_no_verb_from_its_subject(said, is_parted):
    candidate = gap(said, "1990", "date")
    assert joining.comma_before_the_verb(candidate, NOWHERE) is is_parted


def test_a_question_has_no_second_clause_of_its_own():
    stem = "In which city did Lee die in 1515, and at the funeral his books were shown?"
    assert joining.second_predicate(asked(stem, "Venice", "city"), NOWHERE)
    listed = "In which city did Lee meet Moe, Ito, and the man who was hanged in 1990?"
    assert not joining.second_predicate(asked(listed, "Venice", "city"), NOWHERE)


def test_a_title_before_a_name_keeps_both_its_commas():
    cut = gap("The prime minister, Per Moe laid the stone of the _____.", "Moss Mill")
    whole = gap("The prime minister, Per Moe, laid the stone of the _____.", "Moss Mill")
    assert joining.comma_before_the_verb(cut, NOWHERE)
    assert not joining.comma_before_the_verb(whole, NOWHERE)
    short = gap("The minister, Per Moe laid the stone of the _____.", "Moss Mill")
    assert joining.comma_before_the_verb(short, NOWHERE)
    before = gap("His exams passed, Per Moe moved to _____.", "Moss Mill")
    assert not joining.comma_before_the_verb(before, NOWHERE)


def test_what_came_at_last_has_another_year():
    two = asked("In what year did the school become a college and eventually a mill?", "1934")
    one = asked("In what year did the school become a college and a mill?", "1934")
    assert joining.second_predicate(two, NOWHERE)
    assert not joining.second_predicate(one, NOWHERE)


@pytest.mark.parametrize(
    ("said", "is_cut"),
    [
        ("In 1204 troops helped two brothers from _____.", True),
        ("In 1204 troops helped two brothers from _____ to seize Moss.", False),
        ("In 1204 troops met two brothers from _____.", False),
    ],
)
def test_whoever_is_helped_is_helped_to_do_something(said, is_cut):
    quote = f"{said.replace('_____', 'Oslo').rstrip('.')}, to seize Moss."
    assert joining.aim_lost(gap(said, "Oslo", "city", quote=quote), NOWHERE) is is_cut


@pytest.mark.parametrize(
    ("stem", "quote", "is_cut"),
    [
        ("did Ida persuade Moe?", "In 1937 she persuaded Moe to take her on.", True),
        ("was Moe forced?", "In 1937 Moe was forced to leave.", False),
        ("was the ship forced from Moss?", "It was forced from Moss to the coast.", False),
        ("did Lee help found the Moss Club?", "Lee helped found the Moss Club to win.", False),
    ],
)
def test_whom_somebody_persuaded_is_persuaded_to_something(stem, quote, is_cut):
    question = asked(f"In what year {stem}", "1937", quote=quote)
    assert joining.aim_lost(question, NOWHERE) is is_cut


def test_a_remark_does_not_hide_what_somebody_was_asked_to_do():
    quote = "In 1937 she asked Moe, who ran a school in the palace, to take her on."
    cut = asked("In what year did Ida Lund ask Moe?", "1937", quote=quote)
    assert joining.aim_lost(cut, NOWHERE)


def test_a_name_alone_is_no_clause():
    whole = "The bank was small until Mr Holm, a lawyer, took charge."
    cut = gap("The bank was small until Mr _____.", "Per Holm", quote=whole)
    kept = gap("The bank was small until Mr _____.", "Per Holm", quote="It was so until Mr Holm.")
    assert joining.clause_of_a_name_alone(cut, NOWHERE)
    assert not joining.clause_of_a_name_alone(kept, NOWHERE)
