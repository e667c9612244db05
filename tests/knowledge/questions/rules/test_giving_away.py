"""What gives an answer away: title, stem, grammar, the other options."""

from dataclasses import replace

import pytest

from knowledge.questions.options.profiles import Profile
from knowledge.questions.rules import giving_away
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library


@pytest.mark.parametrize(
    ("sentence", "answer", "kind"),
    [
        ("In 1911 _____ lost the last Peruvian harbour.", "Peru", "country"),
        ("The Irish poet was born in _____.", "Ireland", "country"),
        ("Malaysian law came to _____ from Britain.", "Malaysia", "country"),
        ("The NBU was called the _____ in full.", "National Bank Union", "named union"),
        ("The harbour of Valparaiso lies in _____.", "Valparaíso Valparaiso", "city"),
        ("Lee named the lundbergia for _____.", "Ida Lundberg", "person"),
    ],
)
def test_a_word_made_from_the_answer_gives_it_away(sentence, answer, kind):
    assert giving_away.stem_gives_the_answer(gap(sentence, answer, kind), NOWHERE)


def test_a_stem_about_something_else_gives_nothing_away():
    plain = gap("The poet was born in _____ and died in Rome.", "Ireland", "country")
    assert not giving_away.stem_gives_the_answer(plain, NOWHERE)
    cooper = gap("The cooperative was founded by _____.", "Ida Cooper", "person")
    assert not giving_away.stem_gives_the_answer(cooper, NOWHERE)


@pytest.mark.parametrize(
    ("title", "answer"),
    [("Norwegian Sea", "Norway"), ("Harbour of Oslo", "Oslo"), ("Pan Arctic Union", "PAU")],
)
def test_a_title_that_names_the_answer_gives_it_away(title, answer):
    told = gap("Ships from _____ came first.", answer, "country", title=title)
    assert giving_away.title_gives_the_answer(told, NOWHERE)


def test_a_title_that_is_the_stage_name_gives_the_person_away():
    around = library(persons=("Ann Mary Lee",))
    names = replace(around.names, aliases={"Lemona": "Ann Mary Lee"})
    told = gap("In 1999 _____ sang in Oslo.", "Ann Mary Lee", title="Lemona")
    around = replace(around, names=names)
    assert giving_away.title_is_another_name_of_the_key(told, around)
    other = replace(told, title="Oslo")
    assert not giving_away.title_is_another_name_of_the_key(other, around)


def test_who_reads_of_a_state_or_a_capital_is_not_asked_for_its_country():
    state = gap("Dallas is a city of Texas in the _____.", "United States", "country")
    capital = gap("After Oslo, Bergen is the largest city of _____.", "Norway", "country")
    assert giving_away.country_of_a_place_named(state, NOWHERE)
    assert giving_away.country_of_a_place_named(capital, NOWHERE)


def test_what_a_capital_is_the_capital_of_may_be_asked():
    capital = gap("Oslo is the capital of _____.", "Norway", "country")
    assert not giving_away.country_of_a_place_named(capital, NOWHERE)


def test_a_nationality_crosses_out_whoever_has_another():
    told = gap("He met the Danish minister _____.", "Bo Dahl", wrong=("Ann Lee", "Jon Ek"))
    danes = {name: Profile(nations=frozenset({"Denmark"})) for name in ("Ann Lee", "Jon Ek")}
    assert giving_away.nationality_that_only_the_key_has(told, NOWHERE)
    fair = replace(NOWHERE, people=danes)
    assert not giving_away.nationality_that_only_the_key_has(told, fair)


def test_what_the_question_says_already_is_no_option():
    year = gap("She won in _____, after 1988.", "1992", "date", ("1988", "1990"))
    country = gap("Swedish ships left for _____.", "Norway", "country", ("Sweden", "Denmark"))
    fair = gap("Ships left for _____.", "Norway", "country", ("Sweden", "Denmark"))
    assert giving_away.wrong_option_in_the_question(year, NOWHERE)
    assert giving_away.wrong_option_in_the_question(country, NOWHERE)
    assert not giving_away.wrong_option_in_the_question(fair, NOWHERE)


def test_an_article_before_the_blank_tells_the_key():
    an = gap("She won an _____.", "Orange Medal", "named medal", ("Silver Medal", "Oak Medal"))
    the = gap("It is made in the _____.", "Netherlands", "country", ("Norway", "Chile"))
    fair = gap("She won the _____.", "Orange Medal", "named medal", ("Silver Medal", "Oak Medal"))
    assert giving_away.article_tells_the_key(an, NOWHERE)
    assert giving_away.article_tells_the_key(the, NOWHERE)
    assert not giving_away.article_tells_the_key(fair, NOWHERE)


def test_a_country_with_an_article_may_be_typed_where_it_acts():
    scene = gap("It is one of the best ports in the _____.", "United States", "country")
    small = gap("It is one of the best ports in the _____.", "Netherlands", "country")
    actor = gap("Lee asked the _____ to send ships.", "United States", "country")
    assert giving_away.article_tells_the_key(scene, NOWHERE)
    assert not giving_away.article_tells_the_key(small, NOWHERE)
    assert not giving_away.article_tells_the_key(actor, NOWHERE)


def test_where_a_town_lies_is_on_the_map():
    lies = gap("Lviv is the largest city in western _____.", "Ukraine", "country")
    told = gap("Lviv was taken by _____ in 1772.", "Austria", "country")
    assert giving_away.where_the_subject_lies(lies, NOWHERE)
    assert not giving_away.where_the_subject_lies(told, NOWHERE)


@pytest.mark.parametrize(
    ("stem", "quote", "is_told"),
    [
        ("Where was Lee born near Moss?", "Lee was born near Moss in Oslo.", True),
        ("Where was Lee born?", "Lee was born in Oslo.", False),
        ("In which city did Lee go to Moss?", "Lee went to Moss in Oslo.", True),
        ("In which city did Lee study?", "Lee went to Moss in Oslo to study.", False),
        ("Where did the army halt the Danes west of Moss?", "It halted them at Oslo.", False),
    ],
)
def test_where_something_is_has_not_been_told(stem, quote, is_told):
    told = asked(stem, "Oslo", "city", quote=quote)
    assert giving_away.beside_what_it_lies_in(told, NOWHERE) is is_told


@pytest.mark.parametrize(
    ("said", "war", "is_guessed"),
    [
        ("Lee drew maps in 1942, during the _____.", "World War II", True),
        ("Lee drew maps during the _____.", "World War II", False),
        ("Lee drew maps in 1901, during the _____.", "Boer War", False),
    ],
)
def test_beside_a_year_everybody_guesses_which_world_war_it_was(said, war, is_guessed):
    told = gap(said, war, "event")
    assert giving_away.world_war_to_be_guessed(told, NOWHERE) is is_guessed


@pytest.mark.parametrize(
    ("stem", "key", "is_half"),
    [
        ("Which congress built six cottages?", "Trades Union Congress", True),
        ("Which congress built six cottages?", "Union of Trades", False),
        ("Which party won in 1934?", "Labour Party", False),
    ],
)
def test_what_it_is_called_is_half_its_name(stem, key, is_half):
    told = asked(stem, key, "named congress", of="deed")
    assert giving_away.kind_is_half_the_name(told, NOWHERE) is is_half


def test_who_keeps_a_list_tells_which_it_is():
    by_keeper = gap("UNESCO added the fort to the _____ in 1990.", "World Heritage List", "other")
    by_list = gap("In 1990 _____ inscribed it on its list of the heritage of humanity.", "UNESCO")
    other = gap("The council added the fort to the _____ in 1990.", "Red List", "other")
    assert giving_away.list_of_its_keeper(by_keeper, NOWHERE)
    assert giving_away.list_of_its_keeper(by_list, NOWHERE)
    assert not giving_away.list_of_its_keeper(other, NOWHERE)


@pytest.mark.parametrize(
    ("said", "number", "tells"),
    [
        ("The island has _____ villages: Moss, Vik, Ulm and Ask.", "four", True),
        ("The island has _____ villages, Moss and Vik.", "two", True),
        ("The island has _____ villages: Moss, Vik, Ulm, and Ask.", "four", True),
        ("The island has _____ villages, among them Moss and Vik.", "four", False),
        ("The island has _____ villages.", "four", False),
    ],
)
def test_a_row_of_names_tells_how_many_there_are(said, number, tells):
    assert giving_away.row_tells_the_number(gap(said, number, "number"), NOWHERE) is tells


def test_a_town_that_all_know_tells_its_region():
    told = gap("It is a town on the coast of _____, east of Palermo.", "Sicily", "state")
    by_school = gap("Lee studied at Stanford University in _____.", "California", "state")
    open_still = gap("Lee studied at Moss in _____.", "California", "state")
    person = gap("Florence Holm taught in _____.", "Tuscany", "state")
    assert not giving_away.country_of_a_place_named(person, NOWHERE)
    assert giving_away.country_of_a_place_named(told, NOWHERE)
    assert giving_away.country_of_a_place_named(by_school, NOWHERE)
    assert not giving_away.country_of_a_place_named(open_still, NOWHERE)
