"""What raters refused does not come back, and what they took stays.

The rated texts are other people's and not part of this project: the test runs where
``GOBBET_RATED_DIR`` names a folder with one folder of texts for each sample, and says so where it
does not.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge import Fact, Library, questions
from knowledge.questions.candidates import Candidate
from tests.quality import questions_rated
from tests.quality.questions_rated import Rating

FOLDER = os.environ.get("GOBBET_RATED_DIR", "")
BOTH = 2
STAY, COME_BACK = 0.9, 0.1
"""At least so many of the good stay; at most so many of what is safe was refused as it is now."""


@pytest.fixture(scope="module")
def samples():
    if not FOLDER or not Path(FOLDER).is_dir():
        pytest.skip("GOBBET_RATED_DIR names no folder with the rated texts")
    libraries = [Library.open(folder) for folder in sorted(Path(FOLDER).iterdir())]
    return [(library, library.facts()) for library in libraries]


@pytest.mark.timeout(600)
def test_rated_bad_questions_do_not_come_back_and_good_ones_stay(samples):
    ratings = questions_rated.read()
    made, safe, judged = set(), set(), set()
    for library, facts in samples:
        for candidate in questions.candidates(facts, library.articles):
            key = questions_rated.digest(candidate.stem, candidate.answer)
            if key not in ratings:
                continue
            made.add(key)
            if not candidate.refused_by and not candidate.doubted_by:
                safe.add(key)
                judged |= {key} if ratings[key].holds_for(candidate) else set()
    good = {key for key in made if ratings[key].takers == BOTH and ratings[key].was_safe}
    bad = {key for key in judged if ratings[key].takers < BOTH}
    assert len(good) >= 40, "too few of the rated questions are made from these texts"
    assert len(good & safe) >= STAY * len(good)
    assert len(bad) <= COME_BACK * len(judged)


@pytest.mark.timeout(120)
def test_our_own_articles_yield_forty_safe_questions_with_the_first_of_all():
    safe = Library.open("seeds").questions()
    stems = {question.stem for question in safe}
    assert "How long did Blinken meet Qin Gang?" in stems
    assert len(safe) >= 40


def test_the_ratings_know_a_question_by_stem_and_answer():
    assert questions_rated.digest("a", "b") != questions_rated.digest("a", "c")
    ratings = questions_rated.read()
    assert len(ratings) > 350
    assert {rating.takers for rating in ratings.values()} == {0, 1, 2}


def test_a_verdict_on_unfair_options_holds_for_these_options_alone():
    fact = Fact("1", "gap", {}, "Ann", "", 1.0, ())
    typed = Candidate(fact, "gap", "Who?", "Ann", "person")
    choice = replace(typed, distractors=("Bea", "Cleo"))
    shown = questions_rated.digest("Who?", "Ann", ["Cleo", "Ann", "Bea"])
    unfair = Rating(0, is_key_right=True, are_options_fair=False, shown=shown, was_safe=True)
    assert unfair.holds_for(choice)
    assert not unfair.holds_for(typed)
    assert replace(unfair, are_options_fair=True).holds_for(typed)
