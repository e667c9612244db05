import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.gazetteers import JOINTS
from knowledge.language.mentions import mentions

WHOLE = [
    "American University of Beirut",
    "United States Navy",
    "University of California, Berkeley",
    "Edwin van der Sar",
    "New York State Route 31B",
    "Academy of Motion Picture Arts and Sciences",
    "Food and Drug Administration",
    "Department of Health and Human Services",
    "King's College London",
    "People's Republic of China",
    "International Boxing Hall of Fame",
    "World War II",
    "London School of Economics and Political Science",
    "Bureau of Alcohol, Tobacco, Firearms and Explosives",
    "St. Louis Cardinals",
    "General Motors",
    "Prince Edward Island",
    "Abd al-Karim Qasim",
    "Naqsh-e Jahan Square",
    "Catherine the Great",
    "Washington, D.C.",
    "PlayStation Vita",
    "Deere & Company",
    "Nip/Tuck",
    "Boeing 747-400",
    "Oscar de la Renta",
    "Sinéad O'Connor",
]
CAPITALISED = st.sampled_from(["Oslo", "Bergen", "Holm", "Arctic", "Dahl", "Vik", "Lund"])
PARTICLES = st.sampled_from(["de", "de la", "van", "van der", "von", "da", "di", "du", "bin"])


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_is_found_whole(name):
    assert [found.text for found in mentions(f"It began when {name} was new.")] == [name]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left Oslo and Bergen of his own will.", ["Oslo", "Bergen"]),
        ("When Holm's College opened, Vik left.", ["Holm", "College", "Vik"]),
        ("The Universities of Oslo, Bergen took part.", ["Universities of Oslo", "Bergen"]),
        (
            "Then the Drug Enforcement Administration and the Food and Drug Administration met.",
            ["Drug Enforcement Administration", "Food and Drug Administration"],
        ),
        ("A pro-Oslo Labour Party won.", ["Labour Party"]),
        ("After a Post–World War boom, Holm sold Route 66, 12 per cent.", None),
    ],
)
def test_names_that_stand_side_by_side_stay_apart(text, parts):
    found = [each.text for each in mentions(text)]
    assert found == parts or (parts is None and "Post" in found)


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        (
            "Then US Secretary of State Antony Blinken spoke.",
            "US Secretary of State",
            "Antony Blinken",
        ),
        ("Then President of the United States Barack Obama spoke.", None, "Barack Obama"),
        ("Then Norwegian Per Dahl spoke.", "Norwegian", "Per Dahl"),
        ("Then General George Washington spoke.", "General", "George Washington"),
        ("Then Queen Elizabeth II spoke.", "Queen", "Elizabeth II"),
    ],
)
def test_nationality_and_title_of_a_person_are_no_part_of_the_name(text, title, name):
    (found,) = mentions(text)
    assert found.text == name
    assert title is None or found.title == title


def test_a_comma_before_junior_is_no_part_of_the_name():
    (found,) = mentions("Then Martin Luther King, Jr. spoke.")
    assert found.text == "Martin Luther King Jr."


@given(st.lists(CAPITALISED, min_size=1, max_size=3), PARTICLES, CAPITALISED)
def test_no_name_is_cut_at_a_particle(before, particle, after):
    name = f"{' '.join(before)} {particle} {after}"
    (found,) = mentions(f"it was {name} who came")
    assert found.text == name


@given(st.sampled_from(sorted(JOINTS["of"])), st.sampled_from(["", "the "]), CAPITALISED)
def test_no_name_is_cut_behind_a_head_with_of(head, article, after):
    name = f"Arctic {head} of {article}{after}"
    (found,) = mentions(f"it was {name} that closed")
    assert found.text == name


@given(
    st.sampled_from(["Department of", "Ministry of", "Academy of"]),
    st.sampled_from(sorted(JOINTS["field"])),
    st.sampled_from(sorted(JOINTS["field"])),
)
def test_no_body_is_cut_between_its_fields(head, one, other):
    name = f"{head} {one} and {other}"
    (found,) = mentions(f"it was the {name} that closed")
    assert found.text == name


@given(st.text(alphabet="ABCab .,-'’&/–69ofthe andJr", max_size=80))
def test_no_name_overlaps_another_and_each_stands_where_it_says(text):
    end = 0
    for found in mentions(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Abdus Salam NI was born in Jhang.", "Abdus Salam"),
        ("Then Cicely Saunders OM DBE came.", "Cicely Saunders"),
        ("It is BBC News that says so.", "BBC News"),
    ],
)
def test_letters_for_honours_are_no_part_of_a_name(text, name):
    assert mentions(text)[0].text == name


def test_a_name_goes_on_behind_a_hyphen_or_a_mark():
    text = "Kim Dae-jung, Chiang Kai-shek and Ali Sha'arawi met a London-based, US-led group."
    assert [name.text for name in mentions(text)] == [
        "Kim Dae-jung",
        "Chiang Kai-shek",
        "Ali Sha'arawi",
        "London",
        "US",
    ]


def test_the_stop_behind_a_rulers_number_ends_the_sentence():
    assert [name.text for name in mentions("It was built by Queen Elizabeth I.")] == [
        "Elizabeth I"
    ]
    (name, _) = mentions("Malcolm X. Lee met Ann.")
    assert name.text == "Malcolm X. Lee"


def test_a_small_letter_of_another_alphabet_begins_no_name():
    assert [name.text for name in mentions("Look for viška pogača near Šibenik.")][1:] == [
        "Šibenik"
    ]
    assert "ča" not in {name.text for name in mentions("the flat pogača of Vis")}
