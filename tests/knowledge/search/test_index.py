"""The sparse table says what rank-bm25 says, on any corpus."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from knowledge.search import Index

WORDS = st.sampled_from("abcdefghij")
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=12), min_size=1, max_size=25)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.lists(WORDS, max_size=6), st.floats(0.1, 3.0), st.floats(0.0, 1.0))
def test_scores_are_those_of_rank_bm25(
    texts: list[list[str]], query: list[str], k1: float, b: float
):
    expected = BM25Okapi(texts, k1=k1, b=b).get_scores(query)
    np.testing.assert_allclose(
        Index.of(texts, k1=k1, b=b).scores(query), expected, rtol=0, atol=1e-9
    )


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.lists(WORDS, max_size=6), st.integers(1, 30))
def test_search_returns_the_best_that_share_a_term_and_breaks_ties_by_place(
    texts: list[list[str]], query: list[str], limit: int
):
    index = Index.of(texts)
    scores = index.scores(query)
    candidates = [n for n, text in enumerate(texts) if set(text) & set(query)]
    expected = sorted(candidates, key=lambda n: (-round(scores[n], 9), n))[:limit]
    found = index.search(query, limit)
    assert [match.place for match in found] == expected
    np.testing.assert_allclose([match.score for match in found], scores[expected], atol=1e-12)


def test_a_term_in_half_of_the_texts_still_finds_them():
    """BM25Okapi gives it the score 0 in a library of two."""
    assert [match.place for match in Index.of([["bee"], ["wasp"]]).search(["bee"], 5)] == [0]


def test_no_texts_and_no_terms_find_nothing():
    assert Index.of([]).search(["bee"], 5) == []
    assert Index.of([[]]).search(["bee"], 5) == []
    assert Index.of([["bee"]]).search([], 5) == []
    assert Index.of([["bee"]]).search(["wasp"], 5) == []


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, st.lists(WORDS, max_size=6))
def test_an_extended_index_is_the_index_of_all_texts(
    texts: list[list[str]], more: list[list[str]], query: list[str]
):
    extended = Index.of(texts).extended(more)
    whole = Index.of(texts + more)
    np.testing.assert_allclose(extended.scores(query), whole.scores(query), rtol=0, atol=1e-12)
    assert extended.search(query, 9) == whole.search(query, 9)


@pytest.mark.parametrize(("few", "heavy"), [(1 << 20, 99.0), (0, 99.0), (0, 0.0)])
def test_all_ways_to_the_best_texts_find_the_same(
    monkeypatch: pytest.MonkeyPatch, few: int, heavy: float
):
    monkeypatch.setattr("knowledge.search.index.FEW", few)
    monkeypatch.setattr("knowledge.search.summing.FEW", 500)
    monkeypatch.setattr("knowledge.search.summing._HEAVY", heavy)
    letters = "abcdefghijklmnop"
    texts = [[letters[(n * k) % 16] for k in range(1, 2 + n % 7)] for n in range(3000)]
    index = Index.of([*texts, ["rare"], ["rare", "a"], ["b", "rare", "c"]])
    for query in (["rare", "a", "b"], ["a", "b", "c", "d"], ["rare"], ["a", "a", "b"], [*letters]):
        scores = index.scores(query).round(9)
        candidates = [n for n in range(len(scores)) if scores[n]]
        expected = sorted(candidates, key=lambda n: (-scores[n], n))[:20]
        assert [match.place for match in index.search(query, 20)] == expected


def test_a_text_that_only_a_worthless_term_finds_keeps_its_place_among_equals():
    texts = [["d"], ["d"], *[["a"]] * 9, ["a", "d"], *[["d"]] * 7, ["b"]]
    index = Index.of(texts)
    scores = index.scores(["a", "d"]).round(9)
    expected = sorted(range(19), key=lambda n: (-scores[n], n))[:10]
    assert [match.place for match in index.search(["a", "d"], 10)] == expected


def test_lengths_beyond_a_byte_are_counted_on():
    short, long = [["a"] * n for n in range(1, 200)], [["a", "b"] * n for n in range(200, 400)]
    grown, whole = Index.of(short).extended(long), Index.of([*short, *long])
    np.testing.assert_allclose(grown.scores(["a", "b"]), whole.scores(["a", "b"]), atol=1e-12)


@pytest.mark.parametrize("few", [1 << 20, 0])
def test_terms_so_common_that_they_count_against_a_text_hide_none(
    monkeypatch: pytest.MonkeyPatch, few: int
):
    monkeypatch.setattr("knowledge.search.index.FEW", few)
    texts = ["acba", "b", "cbacb", "abc", "aacbc", "a", "cabaab"]
    index = Index.of(map(list, texts))
    assert min(index.scores(["a"])) < 0
    assert [match.place for match in index.search(["c", "a"], 3)] == [5, 2, 3]
