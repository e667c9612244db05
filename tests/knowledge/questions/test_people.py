"""Who is surely a person, and who may fairly stand beside a key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.language.names import Name, Names
from knowledge.models import Citation, Fact
from knowledge.questions.candidates import Candidate
from knowledge.questions.options.people import are_one_person, is_surely_person, rivals
from knowledge.questions.options.profiles import Profile, profiles
from knowledge.questions.surroundings import Surroundings

KEY = "Ann Reed"
POLITICIAN = Profile(frozenset({"senator"}), years=frozenset({1970}))


def named(full: str, title: str = "") -> Name:
    return Name(0, len(full), full, full, "person", title)


def offered(stem: str, people: dict[str, Profile], quote: str = "") -> list[str]:
    """Who is offered beside Ann Reed, a senator in 1970, in an article that names them all."""
    everybody = {KEY: POLITICIAN, **people}
    around = Surroundings(
        (), Names(persons=dict.fromkeys(everybody, 1)), (), {}, {}, frozenset(),
        frozenset(everybody), {"own": frozenset(everybody)}, {"own": ("own",)}, everybody,
    )  # fmt: skip
    citation = Citation("own", "Own", "", quote or stem.replace("_____", KEY), 0, 0)
    fact = Fact("1", "gap", {"sentence": stem}, KEY, "", 1.0, (citation,))
    return list(rivals(Candidate(fact, "gap", stem, KEY, "person"), around))


@pytest.mark.parametrize("name", ["Pink Floyd", "Native Americans", "Compliance Officer"])
def test_bands_peoples_and_offices_are_not_surely_persons(name: str):
    assert not is_surely_person(named(name), [])


@pytest.mark.parametrize("name", ["Steven Adler", "Wang Yi", "Fidel Castro"])
def test_a_usual_given_or_family_name_shows_a_person(name: str):
    assert is_surely_person(named(name), [name, f"{name} (musician)"])


def test_a_title_shows_a_person_whose_name_is_unusual():
    assert is_surely_person(named("Qin Gang", title="Foreign Minister"), [])


def test_whoever_stands_in_the_title_of_a_work_may_be_made_up():
    assert not is_surely_person(named("Scott Pilgrim"), ["Scott Pilgrim vs. the World"])


def test_a_short_given_name_may_be_a_long_ones():
    assert are_one_person("Matt Dahl", "Matthew Michael Dahl")
    assert not are_one_person("Ridley Dahl", "Tony Dahl")


def test_who_has_the_same_calling_at_the_same_time_is_offered():
    assert offered("_____ opened the bridge.", {"Bo Dahl": POLITICIAN}) == ["Bo Dahl"]


def test_of_whom_the_articles_say_nothing_is_never_offered():
    assert offered("_____ opened the bridge.", {"Bo Dahl": Profile()}) == []


def test_another_field_another_time_another_nation_another_world_are_not_offered():
    strange = {
        "Carl Berg": Profile(frozenset({"singer"}), years=frozenset({1970})),
        "Dora Falk": replace(POLITICIAN, years=frozenset({1870})),
        "Egon Holm": replace(POLITICIAN, nations=frozenset({"Sweden"})),
        "Finn Lund": replace(POLITICIAN, shown=frozenset({"senator", "character"})),
    }
    assert offered("_____ opened the bridge.", strange) == []


def test_a_president_is_offered_near_his_term_only():
    people = {"Abraham Lincoln": POLITICIAN, "Richard Nixon": POLITICIAN}
    assert offered("_____ opened the bridge in 1971.", people) == ["Richard Nixon"]


def test_a_calling_in_the_stem_asks_for_that_calling():
    governor = replace(POLITICIAN, shown=frozenset({"governor"}))
    people = {"Bo Dahl": governor, "Carl Berg": POLITICIAN}
    assert offered("He wrote to Senator _____.", people) == ["Carl Berg"]


def test_a_nation_in_the_stem_asks_for_somebody_known_to_be_of_it():
    assert offered("He wrote to the Soviet senator _____.", {"Bo Dahl": POLITICIAN}) == []


def test_who_did_it_together_with_the_key_is_not_offered():
    quote = "Ann Reed and Bo Dahl opened the bridge."
    assert offered("_____ opened the bridge.", {"Bo Dahl": POLITICIAN}, quote) == []


def test_somebody_of_the_other_sex_is_not_offered_for_her():
    people = {"Robert Dahl": POLITICIAN, "Mary Berg": POLITICIAN}
    assert offered("_____ opened her bridge.", people) == ["Mary Berg"]


def seen(text: str, full: str = KEY) -> Profile:
    start = text.index(full)
    return profiles([(text, [Name(start, start + len(full), full, full, "person")])])[full]


@pytest.mark.parametrize(
    ("text", "calling"),
    [
        ("The comedian Ann Reed spoke.", "comedian"),
        ("Ann Reed, an American actress, spoke.", "actor"),
        ("Ann Reed was the governor of Ohio.", "governor"),
        ("Ann Reed (born 1950) is a Danish physicist.", "physicist"),
    ],
)
def test_an_introduction_shows_the_calling(text: str, calling: str):
    assert seen(text).shown == {calling}


def test_the_calling_of_somebody_else_is_only_near():
    profile = seen("Ann Reed met the governor in 1950.")
    assert (profile.shown, profile.near) == (frozenset(), {"governor"})
    assert profile.years == {1950}


def test_an_introduction_shows_the_nation_and_who_is_made_up():
    assert seen("Soviet General Secretary Ann Reed came.").nations == {"Soviet Union"}
    assert seen("Ann Reed is a fictional character.").is_made_up


def test_where_somebody_works_is_not_their_nation():
    assert seen("Ann Reed was Denmark's ambassador to Peru.").nations == {"Denmark"}


def test_whom_somebody_plays_is_no_rival_of_who_plays():
    people = {"Bo Dahl": POLITICIAN, "Carl Lind": POLITICIAN}
    quote = f"{KEY} appeared in 1970, with Eva Moe as Bo Dahl."
    assert offered("_____ appeared in 1970.", people, quote) == ["Carl Lind"]


def test_at_a_wedding_rivals_are_of_the_keys_sex():
    people = {"Peter Dahl": POLITICIAN, "Mary Lind": POLITICIAN}
    assert offered("In 1970, Cane and _____ were married.", people) == ["Mary Lind"]
