"""What things with names are, as an article says in passing."""

from functools import cache

import pytest

from knowledge.facts import extract
from knowledge.models import Article
from knowledge.questions import candidates

SPOKEN = """Sandvik is a small port in Norway. Brattholm, a steep cove on the south coast, is calm.
Rullo is a stew of eel and beans. The old Tindra, a ferry built in Moss, sank in 1931. Boats call
at Fisk, a lighthouse whose keeper lives ashore. Holm Street, a lane above the harbour, is narrow.
Lake Vatn, a reserve for birds, is closed. Near Skaret, a forest of palms reaches the shore. On
the road to Vik, a chapel built by monks stands open. Visitors love the mill, the Lund, a
lighthouse in the bay. Guests praise Norrin, a farm, and Osby, a mill. Kelps, a salad, are
eaten raw. Pelle, a friend of the port, fishes. They won Moss v. Pelle, a case in which a
museum paid. Gruva, a cave in the hill, was shown to the king in 1880."""

LIFE = """Ida Holm was a painter. She was born at Brattholm, a cove on the coast. She painted. She
sold little. Her mother, who had taught her, kept the house. She died in 1931."""


@cache
def asked(title, text):
    article = Article("a", title, " ".join(text.split()))
    made = candidates(extract([article]), [article])
    return {each.stem: each for each in made if each.fact.kind == "sort"}


@pytest.mark.parametrize(
    ("stem", "answer"),
    [
        ("What is Brattholm?", "a cove"),
        ("What is Rullo?", "a stew"),
        ("What is Fisk?", "a lighthouse"),
        ("What is Gruva?", "a cave"),
    ],
)
def test_what_a_thing_is_called_in_passing_is_asked(stem, answer):
    found = asked("Sandvik", SPOKEN)[stem]
    assert found.answer == answer
    assert len(found.distractors) == 3


def test_names_that_tell_it_lists_and_what_no_table_knows_are_left_alone():
    known = ("Brattholm", "Rullo", "Fisk", "Gruva", "Tindra", "Osby")
    assert [stem for stem in asked("Sandvik", SPOKEN) if not any(k in stem for k in known)] == []


def test_a_thing_that_need_not_be_any_more_was():
    assert asked("Sandvik", SPOKEN)["What was Tindra?"].answer == "a ferry"


def test_in_a_life_places_are_told_in_passing():
    assert asked("Ida Holm", LIFE) == {}
