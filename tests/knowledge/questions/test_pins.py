from dataclasses import replace

import pytest

from knowledge.models import Citation, Fact
from knowledge.questions.candidates import Candidate
from knowledge.questions.pins import is_pinned


def candidate(stem, answer="Moss", kind="which thing"):
    said = Citation("a", answer, "", "It is so.", 0, 9)
    fact = Fact("1", "deed", {}, answer, "", 1.0, (said,))
    return Candidate(fact, "subject", stem, answer, kind)


@pytest.mark.parametrize(
    "stem",
    [
        "Which battle was fought on 3 May 1502 near the village of Ulm?",
        "Which battle took place in 1502 at Ulm?",
        "Which treaty was opened for signature in Bergen in May 1901?",
        "Which society was founded in 1901 in Bergen?",
        "Which park fills the northern corner of Telemark?",
        "Which lake is in Telemark, in the south of Norway, between Skien and Bergen?",
        "Which canyon is in southern Norway, roughly 40 km from Bergen?",
        "What is the second-largest island of Norway?",
        "What is the capital of Telemark?",
    ],
)
def test_what_has_its_day_or_its_place_needs_no_title(stem):
    assert is_pinned(candidate(stem))


@pytest.mark.parametrize(
    "stem",
    [
        "Which park was created in 1975?",
        "Which park covers 240 square kilometres?",
        "Which park lies in Telemark?",
        "Which ship reached open water on 14 March 1899?",
        "Which museum stands near the park?",
        "Which ship left Bergen, where strikes began in May 1901?",
        "Which council met again in Bergen in May 1901?",
        "Which monk left the Black Forest?",
        "Which law was in force in Bergen at the end of 1901?",
        "Which ship sank on Monday, 3 May 1901?",
        "Which ship was in Bergen until May 1901?",
        "Which village in Norway, where a treaty was signed in 1814, has a mill?",
    ],
)
def test_what_many_share_needs_its_title(stem):
    assert not is_pinned(candidate(stem))


def test_of_which_country_a_city_is_the_capital_everybody_knows():
    assert not is_pinned(candidate("Which city is the capital of Norway?", "Oslo", "city"))
    assert is_pinned(candidate("Which city is the capital of Telemark?", "Skien", "city"))


def test_persons_are_anchored_by_what_they_did():
    held = candidate("Who was held in Bergen in May 1901?")
    assert not is_pinned(replace(held, answer_kind="person"))
