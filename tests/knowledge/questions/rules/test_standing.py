"""What does not stand alone, and what the title or the blank makes whole."""

import pytest

from knowledge.questions.rules import standing
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library


def who(stem: str, answer: str = "Ann Lee", title: str = ""):
    return asked(stem, answer, "person", title=title, of="deed")


@pytest.mark.parametrize("word", ["various", "a number of", "thereafter", "to some extent"])
def test_a_vague_word_makes_a_draft(word):
    assert standing.says_nothing_exact(gap(f"_____ has {word} museums.", "Oslo"), NOWHERE)


def test_an_exact_sentence_is_not_vague():
    assert not standing.says_nothing_exact(gap("_____ has nine museums.", "Oslo"), NOWHERE)


@pytest.mark.parametrize(
    "stem", ["Who was the president of the council?", "Who is the Norwegian prime minister?"]
)
def test_an_office_needs_a_time(stem):
    assert standing.office_without_a_time(who(stem), NOWHERE)


def test_who_leads_changes_with_time_too():
    assert standing.office_without_a_time(gap("The team is coached by _____.", "Lee"), NOWHERE)
    dated = gap("In 1990 the team was coached by _____.", "Lee")
    assert not standing.office_without_a_time(dated, NOWHERE)


@pytest.mark.parametrize(
    "stem",
    ["Who was the president of the council in 1990?", "Who was the first mayor of the town?"],
)
def test_an_office_with_a_time_or_a_rank_is_asked(stem):
    assert not standing.office_without_a_time(who(stem), NOWHERE)


def test_a_decision_needs_its_content():
    assert standing.act_without_its_content(
        gap("_____'s decision led to a strike.", "Lee"), NOWHERE
    )
    told = gap("_____'s decision to close the pits led to a strike.", "Lee")
    assert not standing.act_without_its_content(told, NOWHERE)


@pytest.mark.parametrize(
    "sentence",
    [
        "For example, in _____ she sang in Oslo.",
        "In addition, _____ sang in Oslo.",
        "As of 1990, _____ had nine museums.",
        "She was, however, born in _____.",
        "Lee himself was arrested in _____.",
    ],
)
def test_what_answers_a_sentence_before_is_left_over(sentence):
    assert standing.left_over_from_before(gap(sentence, "1990", "date"), NOWHERE)


def test_half_a_sentence_hangs():
    half = gap("Years before trams were run by towns like _____.", "Oslo", "city")
    whole = gap("Years before it ran trams, the town was ruled by _____.", "Ann Lee")
    assert standing.clause_that_hangs(half, NOWHERE)
    assert not standing.clause_that_hangs(whole, NOWHERE)


def test_him_is_somebody_else_than_who():
    assert standing.somebody_else_unnamed(
        asked("Who wished to remove him since Lee was a hero?", "Per Moe", "person", of="deed"),
        NOWHERE,
    )
    named = asked("Who told Lee to send them home?", "Per Moe", "person", of="deed")
    assert not standing.somebody_else_unnamed(named, NOWHERE)


@pytest.mark.parametrize(
    ("stem", "is_unclear"),
    [
        ("In what year did it walk into Asmara?", True),
        ("Which name completes the sentence? “In May 1991 it walked into _____.”", True),
        ("Which name completes the sentence? “After Ann left Oslo she painted _____.”", False),
        ("In what year did Ann say that she would paint?", False),
    ],
)
def test_a_pronoun_needs_a_name_before_it(stem, is_unclear):
    assert standing.pronoun_before_any_name(who(stem), NOWHERE) is is_unclear


@pytest.mark.parametrize(
    ("stem", "is_unclear"),
    [
        ("Who made a hand-cranked one in Paris?", True),
        ("Who brought in nineteen new ones?", True),
        ("Who was the first one?", True),
        ("Who won one hour later?", False),
        ("Who was one of the founders?", False),
    ],
)
def test_one_without_its_noun_says_nothing(stem, is_unclear):
    assert standing.one_of_what(who(stem), NOWHERE) is is_unclear


def test_what_is_today_a_county_needs_no_day():
    named = gap("Lee was born in what is today _____.", "Vik County")
    dated = gap("Today Lee met _____.", "Per Lee")
    assert not standing.stem_refers_to_nothing(named, NOWHERE)
    assert standing.stem_refers_to_nothing(dated, NOWHERE)


def test_its_needs_something_before_it():
    open_ = gap("A draft of its genome was published by _____ in 2014.", "Per Lee")
    bound = gap("Teff has a draft of its genome, which _____ published.", "Per Lee")
    assert standing.its_before_any_thing(open_, NOWHERE)
    assert not standing.its_before_any_thing(bound, NOWHERE)


def test_he_means_nobody_where_no_person_is_named():
    around = library(persons=("Ann Lee",))
    lost = gap("In a speech at the _____ she announced peace.", "United Nations", "name")
    assert standing.he_of_no_person_named(lost, around)
    farmer = gap("A farmer found gold at the _____ while he ploughed.", "Hill Farm", "name")
    assert not standing.he_of_no_person_named(farmer, around)
    named = gap("Lee said that she was at the _____.", "United Nations", "name")
    assert not standing.he_of_no_person_named(named, around)
    asked_for = gap("_____ said that she was tired.", "Ann Lee")
    assert not standing.he_of_no_person_named(asked_for, around)


@pytest.mark.parametrize(
    ("quote", "is_left_out"),
    [
        ("He served Per Dahl, and in 1871 took part in his invasion of Moss.", True),
        ("Lee served Per Dahl, and in 1871 took part in his invasion of Moss.", True),
        ("Encouraged by Per Dahl, Lee in 1871 took part in his invasion of Moss.", False),
        ("Praised by Ann Dahl, he in 1871 took part in his invasion of Moss.", False),
    ],
)
def test_whose_invasion_it_was_is_told(quote, is_left_out):
    told = asked("In what year did Lee take part in his invasion of Moss?", "1871", quote=quote)
    around = library(persons=("Per Dahl", "Ann Dahl", "Bo Lee"))
    assert standing.his_of_somebody_left_out(told, around) is is_left_out


def test_what_happened_after_a_return_is_told():
    lost = gap(
        "After a return to Oslo, during which Lee studied Greek, and a visit to Moss in _____.",
        "1886",
        "date",
    )
    whole = gap(
        "After a return to Oslo, during which Lee studied Greek, Lee settled in _____.",
        "Moss",
        "city",
    )
    assert standing.main_clause_lost(lost, NOWHERE)
    assert not standing.main_clause_lost(whole, NOWHERE)


@pytest.mark.parametrize(
    ("said", "is_lost"),
    [
        ("In what year did Lee resign?", True),
        ("In what year did Lee resign from the guild?", False),
        ("Which sailor arrived on 20 July 1796?", True),
        ("Which sailor arrived in Moss in 1796?", False),
        ("In what year did Lee become head of the department?", True),
        ("In what year did Lee become head of the Moss Guild?", False),
    ],
)
def test_what_is_left_or_reached_is_told(said, is_lost):
    assert standing.goal_told_before(asked(said, "1796"), NOWHERE) is is_lost


def test_an_office_of_the_news_waits_and_is_not_said_to_want_a_time():
    dated = asked("Who was the mayor of Moss in June 2023?", "Ann Lee", "person", of="office")
    assert standing.office_in_the_news(dated, NOWHERE)
    assert not standing.office_without_a_time(dated, NOWHERE)


@pytest.mark.parametrize(
    ("said", "hangs"),
    [
        ("Two years later Lee found oil in _____.", True),
        ("Lee died there.", True),
        ("There Lee met _____.", True),
        ("There were pirates in _____.", False),
        ("The office ruled last month that _____ was right.", True),
        ("Two years later than planned, _____ opened.", False),
        ("Both men sailed to _____.", True),
        ("Lee nevertheless had lessons in _____.", True),
        ("Three days before the battle Lee wrote to _____.", False),
        ("Lee spent the last year of the war in _____.", False),
    ],
)
def test_what_hangs_on_the_sentence_before_is_not_asked(said, hangs):
    assert standing.stem_refers_to_nothing(gap(said, "Oslo", "city"), NOWHERE) is hangs


@pytest.mark.parametrize(
    ("said", "kind", "is_unnamed"),
    [
        ("In _____ he joined a mission.", "date", True),
        ("On 22 March 1967, at the age of 30, he founded a firm in _____.", "city", True),
        ("At the _____, which he entered in 1905, Lee read law.", "organisation", False),
        ("In _____ Lee said that he knew.", "date", False),
        ("Between June 18 and July 14, 1798, they passed _____ laws.", "number", True),
    ],
)
def test_he_behind_a_blank_year_is_nobody(said, kind, is_unnamed):
    assert standing.pronoun_before_any_name(gap(said, "1905", kind), NOWHERE) is is_unnamed


@pytest.mark.parametrize(
    ("said", "is_unnamed"),
    [
        ("When Italy entered the war in _____, he left by way of Switzerland.", True),
        ("When Ann Lee left in _____, he stayed.", False),
    ],
)
def test_a_name_behind_him_is_not_whom_he_is(said, is_unnamed):
    assert standing.he_of_no_person_named(gap(said, "1915", "date"), NOWHERE) is is_unnamed


@pytest.mark.parametrize(
    ("stem", "is_open"),
    [
        ("In what year did Lee buy about 44 per cent?", True),
        ("In what year did Lee buy about 44 per cent of Moss?", False),
        (
            "What was made? “One of the most telling tests was made in _____.”",
            True,
        ),
        (
            "What came? “One of the most telling tests of it came in _____.”",
            False,
        ),
    ],
)
def test_of_what_a_share_or_a_test_is_must_be_said(stem, is_open):
    assert standing.one_of_what(asked(stem, "1990"), NOWHERE) is is_open


@pytest.mark.parametrize(
    ("stem", "is_open"),
    [
        ("Why did Lee leave in 1968?", True),
        ("In what year did Lee go home?", True),
        ("In what year did Lee spend a night on his way to Moss?", True),
        ("In what year did Lee spend a night at Ulm on his way to Moss?", False),
        ("In what year did Lee go home to Moss?", False),
        ("Which country did Lee leave in 1931?", False),
        ("In which city did Lee spend a week in 1990?", False),
        ("Who was admitted in 1890 to Moss College?", False),
        ("In what year did Lee live 30 miles to the north-west of Moss?", False),
        ("In what year was Lee admitted in a green dress?", True),
        ("In what year was Lee admitted to the guild?", False),
        ("In what year did Lee land on a beach a little to the south?", True),
        ("In what year did Lee land on a beach a little to the south of Moss?", False),
        ("Why did Lee leave Moss in 1968?", False),
    ],
)
def test_where_somebody_went_or_was_admitted_to_must_be_said(stem, is_open):
    assert standing.where_is_left_open(asked(stem, "1990"), NOWHERE) is is_open


@pytest.mark.parametrize(
    ("said", "points"),
    [
        ("_____ held that grief is the feeling of such changes.", True),
        ("_____ owned such small mills by then.", True),
        ("_____ owned mills such as these.", False),
        ("_____ sang in such towns as Moss.", False),
        ("_____ blew with such force that the mill fell.", False),
        ("_____ had never seen such a mill.", False),
        ("_____ was known as such until 1900.", False),
    ],
)
def test_such_things_need_what_they_are_like(said, points):
    assert standing.such_without_its_like(gap(said, "Lee"), NOWHERE) is points


def test_a_number_counts_something():
    alone = gap("She is known for six that she made with _____.", "Lee")
    told = gap("She is known for six films that she made with _____.", "Lee")
    assert standing.number_without_its_noun(alone, NOWHERE)
    assert not standing.number_without_its_noun(told, NOWHERE)


@pytest.mark.parametrize(
    ("said", "is_open"),
    [
        ("The mill, a few blocks south, took until _____.", True),
        ("Lee has kept a mill just outside town since _____.", True),
        ("A dam was closed 600 metres upstream in _____.", True),
        ("A dam was closed 600 metres upstream of Moss in _____.", False),
        ("The mill, a few blocks south of the port, took until _____.", False),
    ],
)
def test_a_distance_has_the_place_that_it_is_from(said, is_open):
    assert standing.distance_from_a_place_told(gap(said, "1890", "date"), NOWHERE) is is_open
