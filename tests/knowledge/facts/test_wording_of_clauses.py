"""How clauses are cut, moved and asked for, on hand-made parses."""

import sys
from pathlib import Path

import pytest

from knowledge.facts.kinds import agents, decades, deeds, gaps, times
from knowledge.facts.reading.wording import predicate, subject_text

sys.path.insert(0, str(Path(__file__).parent))
from trees import read

KNOWN = "Danish writer Karen Holm met Mr. Per Dahl. The painter Nora Lund came."


def statements(kind, *parts, **options):
    found, names = read(*parts, known=KNOWN, **options)
    return [each for clause in found for each in kind.statements(clause, names)]


def doubts(kind, part):
    return {doubt for each in statements(kind, part) for doubt in each.doubts}


def test_a_passive_is_asked_for_its_doer():
    part = (
        "The old harbour of Bergen was drawn by Karen Holm in 1921.",
        (
            "The/DT/det/3 old/JJ/amod/3 harbour/NN/nsubj:pass/7 of/IN/case/5 Bergen/NNP/nmod/3"
            " was/VBD/aux:pass/7 drawn/VBN/root/0 by/IN/case/9 Karen/NNP/obl:agent/7"
            " Holm/NNP/flat/9 in/IN/case/12 1921/CD/obl/7 ././punct/7"
        ),
    )
    (statement,) = statements(agents, part)
    asked = f"{statement.arguments['asked']} {statement.arguments['deed']}?"
    assert asked == "Who drew the old harbour of Bergen in 1921?"
    assert statement.value == "Karen Holm"


def test_the_noun_before_a_name_asks_for_it():
    part = (
        "The Danish painter Nora Lund opened the new museum of Bergen in 1921.",
        (
            "The/DT/det/4 Danish/JJ/amod/4 painter/NN/compound/4 Nora/NNP/nsubj/6 Lund/NNP/flat/4"
            " opened/VBD/root/0 the/DT/det/9 new/JJ/amod/9 museum/NN/obj/6 of/IN/case/11"
            " Bergen/NNP/nmod/9 in/IN/case/13 1921/CD/obl/6 ././punct/6"
        ),
    )
    (statement,) = statements(deeds, part)
    assert statement.arguments["asked"] == "Which Danish painter"
    assert statement.value == "Nora Lund"


def test_a_decade_is_asked_for():
    part = (
        "In the 1920s, Karen Holm painted the old harbour of Bergen.",
        (
            "In/IN/case/3 the/DT/det/3 1920s/NNS/obl/7 ,/,/punct/7 Karen/NNP/nsubj/7"
            " Holm/NNP/flat/5 painted/VBD/root/0 the/DT/det/10 old/JJ/amod/10 harbour/NN/obj/7"
            " of/IN/case/12 Bergen/NNP/nmod/10 ././punct/7"
        ),
    )
    (statement,) = statements(decades, part)
    assert statement.arguments["deed"] == "did Karen Holm paint the old harbour of Bergen"
    assert (statement.value, statement.doubts) == ("the 1920s", ())


def test_the_year_of_a_full_date_is_asked_for():
    part = (
        "Karen Holm painted the old harbour of Bergen on May 3, 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 the/DT/det/6 old/JJ/amod/6"
            " harbour/NN/obj/3 of/IN/case/8 Bergen/NNP/nmod/6 on/IN/case/10 May/NNP/obl/3"
            " 3/CD/nummod/10 ,/,/punct/13 1921/CD/nummod/10 ././punct/3"
        ),
    )
    (statement,) = statements(times, part)
    assert statement.expected.date == "1921"


def test_a_year_behind_after_something_may_date_that():
    part = (
        "Karen Holm painted the harbour of Bergen after the fire of Oslo in 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 the/DT/det/5 harbour/NN/obj/3"
            " of/IN/case/7 Bergen/NNP/nmod/5 after/IN/case/10 the/DT/det/10 fire/NN/obl/3"
            " of/IN/case/12 Oslo/NNP/nmod/10 in/IN/case/14 1921/CD/obl/3 ././punct/3"
        ),
    )
    assert "time_of_something_else" in doubts(times, part)


def test_a_participle_before_the_subject_is_not_moved_behind_the_verb():
    part = (
        "Returning to Oslo, Karen Holm painted the harbour of Bergen in 1921.",
        (
            "Returning/VBG/advcl/7 to/IN/case/3 Oslo/NNP/obl/1 ,/,/punct/1 Karen/NNP/nsubj/7"
            " Holm/NNP/flat/5 painted/VBD/root/0 the/DT/det/9 harbour/NN/obj/7 of/IN/case/11"
            " Bergen/NNP/nmod/9 in/IN/case/13 1921/CD/obl/7 ././punct/7"
        ),
    )
    assert doubts(deeds, part) & {"participle_moved", "cut_in_the_middle"} or not statements(
        deeds, part
    )


def test_a_phrase_that_ties_the_sentence_to_the_one_before_is_dropped():
    part = (
        "For example, Karen Holm painted the old harbour of Bergen.",
        (
            "For/IN/case/2 example/NN/obl/6 ,/,/punct/6 Karen/NNP/nsubj/6 Holm/NNP/flat/4"
            " painted/VBD/root/0 the/DT/det/9 old/JJ/amod/9 harbour/NN/obj/6 of/IN/case/11"
            " Bergen/NNP/nmod/9 ././punct/6"
        ),
    )
    (statement,) = statements(deeds, part)
    assert statement.arguments["deed"] == "painted the old harbour of Bergen"


def test_a_sentence_is_completed_whole_where_a_clause_would_be_cut():
    part = (
        "Karen Holm painted the old harbour of Bergen, a town in Norway.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 the/DT/det/6 old/JJ/amod/6"
            " harbour/NN/obj/3 of/IN/case/8 Bergen/NNP/nmod/6 ,/,/punct/11 a/DT/det/11"
            " town/NN/appos/8 in/IN/case/13 Norway/NNP/nmod/11 ././punct/3"
        ),
    )
    sentences = {each.arguments["sentence"] for each in statements(gaps, part)}
    assert "_____ painted the old harbour of Bergen, a town in Norway." in sentences


def test_half_a_name_is_no_fair_blank():
    part = (
        "Karen Holm left the Society of Friends in 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 left/VBD/root/0 the/DT/det/5 Society/NNP/obj/3"
            " of/IN/case/7 Friends/NNPS/nmod/5 in/IN/case/9 1921/CD/obl/3 ././punct/3"
        ),
    )
    blanks = {each.value for each in statements(gaps, part) if not each.doubts}
    assert not blanks & {"Society", "Friends"}


@pytest.mark.parametrize(
    ("subject", "tag", "shown"),
    [("NorSat", "NNP", "NorSat"), ("Production", "NN", "production")],
)
def test_only_the_sentence_beginning_loses_its_capital(subject, tag, shown):
    part = (
        f"{subject} turned from Bergen to Oslo in 1921.",
        (
            f"{subject}/{tag}/nsubj/2 turned/VBD/root/0 from/IN/case/4 Bergen/NNP/obl/2"
            " to/IN/case/6 Oslo/NNP/obl/2 in/IN/case/8 1921/CD/obl/2 ././punct/2"
        ),
    )
    (statement,) = statements(times, part)
    assert statement.arguments["event"] == f"did {shown} turn from Bergen to Oslo"


def test_a_verb_whose_subject_the_parser_gave_away_yields_nothing():
    part = (
        "Karen Holm painted Bergen and an exhibition, her first, led to a prize in 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 Bergen/NNP/obj/3 and/CC/cc/7"
            " an/DT/det/7 exhibition/NN/conj/4 ,/,/punct/10 her/PRP$/nmod:poss/10"
            " first/JJ/appos/7 ,/,/punct/10 led/VBD/conj/3 to/IN/case/15 a/DT/det/15"
            " prize/NN/obl/12 in/IN/case/17 1921/CD/obl/12 ././punct/3"
        ),
    )
    assert statements(times, part) == statements(deeds, part) == []


def test_him_behind_another_doer_is_the_person_spoken_of_before():
    before = (
        "Per Dahl painted the harbour of Bergen.",
        (
            "Per/NNP/nsubj/3 Dahl/NNP/flat/1 painted/VBD/root/0 the/DT/det/5 harbour/NN/obj/3"
            " of/IN/case/7 Bergen/NNP/nmod/5 ././punct/3"
        ),
    )
    part = (
        "Karen Holm sent him to the academy of Oslo.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 sent/VBD/root/0 him/PRP/obj/3 to/IN/case/7"
            " the/DT/det/7 academy/NN/obl/3 of/IN/case/9 Oslo/NNP/nmod/7 ././punct/3"
        ),
    )
    deeds_of_her = [s for s in statements(deeds, before, part) if s.value == "Karen Holm"]
    assert [s.arguments["deed"] for s in deeds_of_her] == ["sent Per Dahl to the academy of Oslo"]


def test_it_is_the_named_thing_that_the_article_and_the_sentence_before_are_about():
    before = (
        "The Holm Library stands in Bergen.",
        (
            "The/DT/det/3 Holm/NNP/compound/3 Library/NNP/nsubj/4 stands/VBZ/root/0 in/IN/case/6"
            " Bergen/NNP/obl/4 ././punct/4"
        ),
    )
    part = (
        "It was opened by the king in 1921.",
        (
            "It/PRP/nsubj:pass/3 was/VBD/aux:pass/3 opened/VBN/root/0 by/IN/case/6 the/DT/det/6"
            " king/NN/obl:agent/3 in/IN/case/8 1921/CD/obl/3 ././punct/3"
        ),
    )
    (statement,) = statements(times, before, part, title="Holm Library")
    assert statement.arguments["event"] == "was the Holm Library opened by the king"


def test_a_name_that_is_no_plain_word_keeps_its_capital():
    found, names = read(
        (
            "C++ was made in 1985.",
            "C++/NN/nsubj:pass/3 was/VBD/aux:pass/3 made/VBN/root/0 in/IN/case/5 1985/CD/obl/3",
        )
    )
    assert [subject_text(clause, names) for clause in found] == ["C++"]


def test_a_name_that_begins_with_all_keeps_its_capital():
    part = (
        "All Souls Chapel was built in 1888.",
        (
            "All/DT/det/3 Souls/NNP/compound/3 Chapel/NNP/nsubj:pass/5 was/VBD/aux:pass/5"
            " built/VBN/root/0 in/IN/case/7 1888/CD/obl/5 ././punct/5"
        ),
    )
    (statement,) = statements(times, part)
    assert statement.arguments["event"] == "was All Souls Chapel built"


def test_a_name_of_common_words_keeps_its_capital():
    part = (
        "Cup Noodles became known in 1972.",
        (
            "Cup/NN/compound/2 Noodles/NNS/nsubj/3 became/VBD/root/0 known/JJ/xcomp/3"
            " in/IN/case/6 1972/CD/obl/3 ././punct/3"
        ),
    )
    (statement,) = statements(times, part)
    assert statement.arguments["event"] == "did Cup Noodles become known"


def test_what_stood_in_front_goes_behind_a_remark_with_its_comma():
    part = (
        "From 1921 Lee led Valio, the union of farms.",
        (
            "From/IN/case/2 1921/CD/obl/4 Lee/NNP/nsubj/4 led/VBD/root/0 Valio/NNP/obj/4"
            " ,/,/punct/8 the/DT/det/8 union/NN/dep/5 of/IN/case/10 farms/NNS/nmod/8 ././punct/4"
        ),
    )
    found, names = read(part, known=KNOWN)
    assert [predicate(clause, names) for clause in found] == [
        "led Valio, the union of farms, from 1921"
    ]


@pytest.mark.parametrize(
    ("text", "words", "event"),
    [
        (
            "Many German ships sank in 1914.",
            (
                "Many/JJ/amod/3 German/JJ/amod/3 ships/NNS/nsubj/4 sank/VBD/root/0 in/IN/case/6"
                " 1914/CD/obl/4 ././punct/4"
            ),
            "did many German ships sink",
        ),
        (
            "Mr Costeja complained in 2010.",
            (
                "Mr/NNP/nsubj/3 Costeja/RB/advmod/3 complained/VBD/root/0 in/IN/case/5"
                " 2010/CD/obl/3 ././punct/3"
            ),
            "did Mr Costeja complain",
        ),
    ],
)
def test_a_title_keeps_its_capital_and_a_number_of_many_does_not(text, words, event):
    (statement,) = statements(times, (text, words))
    assert statement.arguments["event"] == event


def test_a_term_that_the_text_writes_small_loses_its_capital():
    before = (
        "Lee studied a hormone, ecdysone.",
        (
            "Lee/NNP/nsubj/2 studied/VBD/root/0 a/DT/det/4 hormone/NN/obj/2 ,/,/punct/4"
            " ecdysone/NN/appos/4 ././punct/2"
        ),
    )
    part = (
        "Ecdysone was isolated in 1954.",
        (
            "Ecdysone/NNP/nsubj:pass/3 was/VBD/aux:pass/3 isolated/VBN/root/0 in/IN/case/5"
            " 1954/CD/obl/3 ././punct/3"
        ),
    )
    (statement,) = statements(times, before, part)
    assert statement.arguments["event"] == "was ecdysone isolated"


def test_a_number_that_is_somebodys_name_keeps_its_capital():
    parts = (
        (
            "Ten was born in 1993.",
            (
                "Ten/CD/nsubj:pass/3 was/VBD/aux:pass/3 born/VBN/root/0 in/IN/case/5 1993/CD/obl/3"
                " ././punct/3"
            ),
        ),
        (
            "Denis Ten skated in 2014.",
            (
                "Denis/NNP/nsubj/3 Ten/NNP/flat/1 skated/VBD/root/0 in/IN/case/5 2014/CD/obl/3"
                " ././punct/3"
            ),
        ),
    )
    events = [statement.arguments["event"] for statement in statements(times, *parts)]
    assert events[0].startswith("was Ten ")
