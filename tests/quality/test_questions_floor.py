"""What raters refused does not come back, and what they took stays.

The rated texts are other people's and not part of this project: the test runs where
``GOBBET_RATED_DIR`` names a folder with one folder of texts for each sample, and says so where it
does not.
"""

import os
from pathlib import Path

import pytest

from knowledge import Library, questions
from tests.quality import questions_rated

FOLDER = os.environ.get("GOBBET_RATED_DIR", "")
STAY, COME_BACK = 0.9, 0.1
"""At least so many of the good stay; at most so many of what is safe and fair was refused."""


@pytest.fixture(scope="module")
def samples():
    if not FOLDER or not Path(FOLDER).is_dir():
        pytest.skip("GOBBET_RATED_DIR names no folder with the rated texts")
    libraries = [Library.open(folder) for folder in sorted(Path(FOLDER).iterdir())]
    return [(library, library.facts()) for library in libraries]


@pytest.mark.timeout(600)
def test_rated_bad_questions_do_not_come_back_and_good_ones_stay(samples):
    ratings = questions_rated.read()
    safe, made = set(), set()
    for library, facts in samples:
        for candidate in questions.candidates(facts, library.articles):
            key = questions_rated.digest(candidate.stem, candidate.answer)
            made |= {key} & ratings.keys()
            if not candidate.refused_by and not candidate.doubted_by:
                safe |= {key} & ratings.keys()
    good = {key for key in made if ratings[key].takers == 2}
    fair = {key for key in safe if ratings[key].are_options_fair}
    bad = {key for key in fair if ratings[key].takers < 2}
    assert len(good) >= 40, "too few of the rated questions are made from these texts"
    assert len(good & safe) >= STAY * len(good)
    assert len(bad) <= COME_BACK * len(fair)


@pytest.mark.timeout(120)
def test_our_own_articles_yield_forty_safe_questions_with_the_first_of_all():
    safe = Library.open("seeds").questions()
    stems = {question.stem for question in safe}
    assert "How long did Blinken meet Qin Gang?" in stems
    assert len(safe) >= 40


def test_the_ratings_know_a_question_by_stem_and_answer():
    assert questions_rated.digest("a", "b") != questions_rated.digest("a", "c")
    ratings = questions_rated.read()
    assert len(ratings) > 200
    assert {rating.takers for rating in ratings.values()} == {0, 1, 2}
