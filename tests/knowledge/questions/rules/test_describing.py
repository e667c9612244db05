"""Descriptions that mean one term alone, and those that do not."""

import pytest

from knowledge.questions.rules import describing
from tests.knowledge.questions.rules.made import NOWHERE, asked


def meant(said: str, term: str, quote: str = ""):
    return asked(f"What is the term for {said}?", term, "term", of="meaning", quote=quote)


@pytest.mark.parametrize(
    "said",
    [
        "a mixture of sand and clay",
        "a series of trials that can be made in a workshop before breakfast",
        "a wooden vessel that has both a rounded keel and a triangular rudder",
        "a fine net of threads",
    ],
)
def test_what_fits_many_things_is_no_description(said):
    assert describing.description_fits_others(meant(said, "marl"), NOWHERE)


@pytest.mark.parametrize(
    "said",
    [
        "the hollow centre of a reed",
        "a wooden implement used by medieval shipwrights to caulk planks with tarred oakum",
    ],
)
def test_what_fits_one_thing_is_a_description(said):
    assert not describing.description_fits_others(meant(said, "marl"), NOWHERE)


def test_a_single_term_is_no_name_of_several_things():
    source = "They join the seeds in one pod, called a husk."
    assert describing.term_of_a_whole_row(meant("the seeds in one pod", "husk", source), NOWHERE)
    assert not describing.term_of_a_whole_row(meant("the pod of a pea", "husk", source), NOWHERE)
