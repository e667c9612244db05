from pathlib import Path

import pytest

from knowledge.language import places
from knowledge.language.kinds import kind_of, sex_of
from knowledge.language.names import Names
from knowledge.language.places import capital_of, country, neighbours

TEXTS = [
    "Danish Foreign Minister Karen Holm received Norwegian Foreign Minister Per Dahl in Oslo.",
    "Holm said that Dahl had come early.",
    "Mr. Dahl thanked Holm.",
    "Norwegian Foreign Minister Per Dahl spoke twice.",
    "Norwegian Foreign Minister Pet Dahl left.",
]


def test_a_short_form_means_the_full_name_of_the_library():
    names = Names.of(TEXTS)
    assert names.full("Holm") == "Karen Holm"
    assert names.full("Mr. Dahl") == "Per Dahl"


def test_a_name_of_two_persons_means_neither():
    names = Names.of([*TEXTS, "The writer Anna Holm signed."])
    assert names.full("Holm") is None


def test_a_rarer_spelling_behind_the_same_office_is_an_alias():
    names = Names.of(TEXTS)
    assert names.full("Pet Dahl") == "Per Dahl"
    assert "Pet Dahl" in names.spellings("Per Dahl")


def test_titles_and_nationalities_are_no_part_of_a_name():
    (first, second, place) = Names.of(TEXTS).find(TEXTS[0])
    assert (first.text, first.title) == ("Karen Holm", "Danish Foreign Minister")
    assert (second.text, second.kind) == ("Per Dahl", "person")
    assert (place.text, place.kind) == ("Oslo", "city")


def test_a_word_that_opens_a_sentence_is_no_part_of_a_name():
    names = Names.of(TEXTS)
    assert [name.text for name in names.find("While Karen Holm spoke, Dahl slept.")] == [
        "Karen Holm",
        "Dahl",
    ]


def test_a_function_word_glued_to_a_name_is_taken_off():
    names = Names.of(TEXTS)
    (found,) = names.find("She met Per Dahlfor an hour.")
    assert (found.text, found.full) == ("Per Dahl", "Per Dahl")


def test_kinds_of_names_are_known_by_lists_and_last_words():
    kinds = {"Norway": "country", "Lake Mjøsa": "place", "Bergen Museum": "organisation"}
    assert {name: kind_of(name) for name in kinds} == kinds


def test_countries_are_known_by_every_name():
    assert country("U.S.") == country("American") == "United States"
    assert capital_of("Oslo") == "Norway"
    assert "Sweden" in neighbours("Norway")
    assert neighbours("Lithuania")[:2] == ("Latvia", "Estonia")


def test_given_names_show_the_sex_where_they_can():
    assert (sex_of("Karen Holm"), sex_of("Qin Gang")) == ("f", "")


def test_birth_names_and_stage_names_mean_the_same_person():
    names = Names.of(
        [
            "Nora Lund (born Karen Holm; July 20, 1964) is a Danish singer.",
            "Peter Dahl (born 1970), better known as David Falk, is a writer.",
            "Mr. David Falk and Mrs. Karen Holm sang with Mr. Jan Berg.",
            "Peter Lund (1901 – 1977), born Jan Berg, was known by his stage name Otto Vik.",
        ]
    )
    assert names.full("Karen Holm") == names.full("Nora Lund")
    assert names.full("Peter Dahl") == "David Falk"
    assert names.full("Jan Berg") == names.full("Peter Lund")


def test_a_maiden_name_alone_means_her_and_not_her_father():
    texts = ["Ida Holm (née Moe; 1910) was a painter.", "She was a child of the painter Per Moe."]
    known = Names.of([*texts, "The painter Ida Holm left.", "Moe came."], persons=["Ida Holm"])
    assert known.full("Moe", "Ida Holm") == "Ida Holm"
    assert known.full("Moe") == known.full("Moe", "Per Moe") == "Per Moe"
    kept = ["Ida Berg Holm (née Berg; 1910) was a painter.", "The writer Per Berg came."]
    assert Names.of(kept, persons=["Ida Berg Holm"]).full("Berg") == "Per Berg"


def test_a_nickname_between_given_and_family_name_parts_nothing_and_shows_a_person():
    text = 'Erik "Red" Holm left.'
    (name,) = Names.of([text]).find(text)
    assert (name.text, name.kind) == ("Erik Holm", "person")


def test_father_and_son_differ_by_their_middle_names():
    names = Names.of(["Dr. Jon Job Crew Holm met his father Mr. Jon Per Holm."])
    assert names.full("Jon Per Holm") != names.full("Jon Job Crew Holm")


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("Cornelis Jan van Houten", "Cornelis Pieter van Houten", False),
        ("Maria Anna Hanna Holm", "Maria Anna Josepha Holm", False),
        ("Maria Anna Sophie Holm", "Maria Sophie Anna Holm", False),
        ("Otto von Bismarck", "Otto Eduard Leopold Bismarck", True),
        ("Jon Per Holm", "Jon Holm", True),
        ("Abd al-Rahman Khan", "Abd al-Aziz Khan", False),
        ("Karl von Holm", "Karl de Holm", False),
    ],
)
def test_only_names_in_the_middle_part_two_who_are_named_alike(one, other, are_one):
    names = Names.of([f"Dr. {one} met Mr. {other}. Dr. {one} left."])
    assert (names.full(one) == names.full(other)) is are_one


def test_a_title_spells_its_own_name_right():
    names = Names.of(
        ["Johann Jacob Holm, or Mr. John Jacob Holm, left."], persons=["John Jacob Holm"]
    )
    assert names.full("Johann Jacob Holm") == "John Jacob Holm"


def test_whom_a_title_calls_by_a_nickname_has_that_name():
    names = Names.of(['Erik "Red" Holm left.'], persons=["Red Holm"])
    assert names.full("Erik Holm") == "Red Holm"
    twice = Names.of(['Erik Per "Red" Holm left. Erik "Red" Holm came.'], persons=["Red Holm"])
    assert twice.full("Erik Holm") == twice.full("Erik Per Holm") == "Red Holm"
    untitled = Names.of(['Erik "Red" Holm left. Mr. Red Holm came.'])
    assert untitled.full("Erik Holm") == "Erik Holm"
    two = Names.of(['Erik "Red" Holm met Jon "Red" Holm.'], persons=["Red Holm"])
    assert two.full("Erik Holm") == "Erik Holm"


def test_of_two_persons_the_one_whom_the_text_is_about_is_meant():
    names = Names.of(["Mrs. Karen Holm met the writer Anna Holm."])
    assert names.full("Holm", "Anna Holm") == "Anna Holm"


def test_a_person_is_asked_for_by_surname_where_the_library_mostly_says_that():
    names = Names.of(
        [
            "Mrs. Karen Holm sang.",
            "Holm slept.",
            "Then Holm woke, and Holm sang.",
            "Mr. Per Dahl left.",
            "Dahl came.",
        ]
    )
    assert names.display("Karen Holm") == "Holm"
    assert names.display("Per Dahl") == "Per Dahl"


def test_two_of_one_family_whose_given_names_are_alike_are_two():
    names = Names.of(["Mr. Jens Berg thanked Mr. Jon Berg.", "Mr. Jens Berg left."])
    assert names.full("Jon Berg") == "Jon Berg"


def test_rulers_of_one_name_are_told_apart_by_their_numbers():
    names = Names.of(
        ["King Charles III built it.", "King Charles III left.", "King Charles I sat."]
    )
    assert names.full("Charles I") == "Charles I"


def test_a_name_without_its_middle_or_first_word_means_the_longer_one():
    names = Names.of(
        ["Mrs. Karen Anna Holm sang twice.", "Mrs. Karen Anna Holm left.", "Mrs. Anna Holm slept."]
    )
    assert names.full("Anna Holm") == "Karen Anna Holm"


def test_the_lists_of_places_name_countries_that_are_listed():
    folder = Path(places.__file__).parent
    rows = (folder / "beside.tsv").read_text(encoding="utf-8").splitlines()[1:]
    named = {name for row in rows for name in row.replace("\t", "|").split("|")}
    assert {name for name in named if country(name) != name} == set()


def test_brothers_are_no_misspellings_of_each_other():
    text = "Kim Yak-yong wrote. Kim Yak-jong was his brother. Kim Yak-yong retired."
    names = Names.of([text], persons=["Kim Yak-yong", "Kim Yak-jong"])
    assert not names.aliases
    assert names.full("Kim", "Kim Yak-yong") == "Kim Yak-yong"


def test_the_town_in_a_name_means_no_person():
    names = Names.of(["Karen of Moss wrote."], persons=["Karen of Moss"])
    assert names.full("Karen") == "Karen of Moss"
    assert names.full("Moss") is None


def test_a_given_name_that_is_a_city_too_may_be_a_persons():
    names = Names.of(["Salvador Moe wrote. Moe sang."], persons=["Salvador Moe"])
    assert names.full("Moe") == "Salvador Moe"


@pytest.mark.parametrize(
    ("one", "other"), [("Kathy Holm", "Cathy Holm"), ("Bo Al-Dahl", "Bo al-Dahl")]
)
def test_one_name_spelt_in_two_ways_is_one(one, other):
    assert Names.of([f"{one} wrote. {other} sang. {one} left."], persons=[one, other]).aliases


def test_a_prince_is_no_commoner_of_his_given_name():
    text = "Charles Deane dived in 1836. Prince Charles became president of the trust."
    names = Names.of([text], persons=["Charles Deane"])
    assert "Charles Deane" not in {name.full for name in names.find("Prince Charles dived.")}
    assert "Charles Deane" in {name.full for name in names.find("Mr Charles dived.")}


def test_who_is_known_by_another_name_is_called_as_in_the_title():
    text = "Karen Marie Holm (1919–2012), known as Kaja Holm, was a singer."
    names = Names.of([text], persons=["Kaja Holm"])
    assert names.full("Karen Marie Holm") == "Kaja Holm"
    assert list(names.persons) == ["Kaja Holm"]


def test_brothers_whose_middle_names_differ_are_two():
    one, other = "Ida Ravi Holm", "Ida Raja Holm"
    names = Names.of([f"{one} wrote. {other} sang. {other} left."], persons=[one, other])
    assert not names.aliases
    short = Names.of(["Ida E. Holm wrote. Ida Eva Holm sang."])
    assert short.full("Ida Eva Holm") == "Ida E. Holm"


def test_a_married_name_that_two_bear_means_neither():
    whole = {"Ida Holm": "Ida Holm Moe"}
    texts = ["Ida Holm Moe was a poet.", "She married John Moe.", "Moe was in jail."]
    names = Names.of(texts, {}, ["Ida Holm", "John Moe"], whole)
    assert names.full("Moe", "Ida Holm") is None
    assert names.full("Holm", "Ida Holm") == "Ida Holm"
