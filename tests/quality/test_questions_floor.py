"""What raters took is asked, and what they refused does not come back.

One text in four of those written for rating is read, so that the test takes seconds; the floors
may only rise.
"""

from statistics import fmean

import pytest

from knowledge import Library, questions
from tests.quality import questions_rated

EVERY, EVERY_JUDGED = 4, 1
"""One text in so many is read: of the newest, small sample all."""
FEWEST_RATED = 250
GRADE_FLOOR = 0.76
"""The mean grade of the safe questions that were rated, between 0 and 1."""
REFUSED_CEILING = 0.11
"""The share of them that a rater would not have at all."""
TAKEN_FLOORS = [("fifty-first", 230, 0.93), ("fifty-fifth", 240, 0.9)]
"""New samples, how many of their safe questions were judged, and the share of these that both
judges took. Weights have learned from the first, not from the second."""


def safe_of(article, found):
    return [q for q in questions.make(found, [article]) if q.tier == "safe"]


@pytest.fixture(scope="module")
def asked():
    """The grades of the rated questions that are safe, and of all that are weighed."""
    ratings, safe, weighed = questions_rated.read(), [], []
    for folder in questions_rated.folders(questions_rated.RATINGS):
        for article, found in questions_rated.read_texts(folder, EVERY):
            seen = (candidate for candidate, _ in questions.seen(found, [article]))
            kinds = ((safe_of(article, found), safe), (seen, weighed))
            for each, grades in ((one, grades) for made, grades in kinds for one in made):
                key = questions_rated.of(folder, article.id, each.stem, each.answer)
                grades.extend(ratings[key].grade for _ in range(key in ratings))
    return safe, weighed


@pytest.mark.timeout(600)
def test_what_is_safe_is_what_raters_would_ask(asked):
    safe, _ = asked
    assert len(safe) >= FEWEST_RATED, "too few of the rated questions are still made"
    assert fmean(safe) >= GRADE_FLOOR
    assert sum(grade == 0 for grade in safe) <= REFUSED_CEILING * len(safe)


@pytest.mark.timeout(600)
def test_weighing_finds_better_questions_than_chance(asked):
    safe, weighed = asked
    assert fmean(safe) >= fmean(weighed) + 0.1


@pytest.mark.timeout(600)
@pytest.mark.parametrize(("sample", "fewest", "floor"), TAKEN_FLOORS)
def test_what_is_safe_is_what_judges_take(sample, fewest, floor):
    taken = questions_rated.taken()
    verdicts = [
        taken[key]
        for folder in questions_rated.folders(questions_rated.JUDGED, sample)
        for article, found in questions_rated.read_texts(folder, EVERY_JUDGED)
        for each in safe_of(article, found)
        if (key := questions_rated.of(folder, article.id, each.stem, each.answer)) in taken
    ]
    assert len(verdicts) >= fewest
    assert fmean(verdicts) >= floor


@pytest.mark.timeout(120)
def test_our_own_articles_yield_forty_safe_questions_with_the_first_of_all():
    safe = Library.open("seeds").questions()
    stems = {question.stem for question in safe}
    assert "How long did Blinken meet Qin Gang?" in stems
    assert len(safe) >= 40


def test_the_ratings_know_a_question_by_text_stem_and_answer():
    ratings = questions_rated.read()
    assert len(ratings) > 6_000
    assert all(0 <= rating.grade <= 1 for rating in ratings.values())
    assert questions_rated.digest("a", "b", "c") != questions_rated.digest("a", "bc", "")
