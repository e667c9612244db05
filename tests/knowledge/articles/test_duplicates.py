"""Articles that are one text count as one source."""

from random import Random

from knowledge.articles.duplicates import near_duplicates
from knowledge.models import Article


def prose(seed: int, words: int = 300) -> str:
    chance = Random(seed)
    return " ".join(f"word{chance.randrange(2000)}" for _ in range(words))


def articles(**texts: str) -> list[Article]:
    return [Article(id=name, title=name, text=text) for name, text in texts.items()]


def test_the_same_report_with_another_head_and_tail_is_one_source():
    report = prose(1)
    found = near_duplicates(
        articles(a=report, b=prose(2), c=f"Now {report[40:]} said a man.".upper())
    )
    assert found == [("a", "c")]


def test_an_excerpt_belongs_to_the_article_that_it_is_taken_from():
    report = prose(3, 2000)
    assert near_duplicates(articles(a=report, b=report[3000:6000])) == [("a", "b")]


def test_what_is_like_one_of_a_cluster_joins_it():
    one, two = prose(4), prose(5)
    half = f"{one[: len(one) // 2]} {two[: len(two) // 2]}"
    assert near_duplicates(articles(a=one, b=two, c=half)) == [("a", "b", "c")]


def test_reports_of_one_event_that_share_a_quotation_are_two_sources():
    quotation = prose(6, 40)
    assert (
        near_duplicates(articles(a=f"{prose(7)} {quotation}", b=f"{quotation} {prose(8)}")) == []
    )


def test_a_phrase_that_everybody_uses_proves_nothing():
    phrase = prose(9, 60)
    many = {f"a{n}": f"{phrase} {prose(100 + n, 60)}" for n in range(60)}
    assert near_duplicates(articles(**many)) == []


def test_no_article_and_empty_articles_are_like_nothing():
    assert near_duplicates([]) == []
    assert near_duplicates(articles(a="", b="", c="Bees.")) == []


def test_reports_that_share_a_fifth_are_two_sources():
    shared = prose(10, 80)
    assert near_duplicates(articles(a=f"{prose(11)} {shared}", b=f"{shared} {prose(12)}")) == []


def test_two_short_notices_that_begin_alike_are_two_sources():
    opening = "The library by the harbour stays closed on Sundays and holidays"
    notices = articles(
        a=f"{opening} until the roof is mended.", b=f"{opening} because nobody came."
    )
    assert near_duplicates(notices) == []


def test_a_short_notice_printed_twice_is_one_source():
    notice = "Bees dance in the dark of the hive to show each other the way to food."
    assert near_duplicates(articles(a=notice, b=notice.upper())) == [("a", "b")]
