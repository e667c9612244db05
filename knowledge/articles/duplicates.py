"""Near-duplicates: the same report printed twice, which counts as one source.

Two articles are compared by their runs of five words; the shorter one decides, so that an excerpt
or a longer version is recognised too. Runs that many articles share are phrases and
prove nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from zlib import crc32

from knowledge.models import Article

RUN = 5
"""Words. Reports of one event share names and numbers; five words in a row are copied."""
CONTAINED = 0.4
"""So large a part of the shorter article stands in the other one."""
COMMON_PHRASE = 50
"""Articles. A run that stands in more of them is a phrase, or furniture."""
_SAMPLING = 4
"""Every fourth run is compared, the same ones in each article: enough to tell."""
_FEWEST = 5
_WORDS = re.compile(r"\w+")


def near_duplicates(
    articles: Iterable[Article], contained: float = CONTAINED
) -> list[tuple[str, ...]]:
    """Return the ids of articles that are one source, cluster by cluster, in the order given.

    Articles unlike all others stand in no cluster.
    """
    runs = {article.id: _runs(article.text) for article in articles}
    leaders = {article: article for article in runs}
    for (one, other), shared in _shared(runs).items():
        shorter = min(len(runs[one]), len(runs[other]))
        enough = shared >= _FEWEST or runs[one] == runs[other]
        if enough and shared >= contained * shorter:
            _join(leaders, one, other)
    clusters: defaultdict[str, list[str]] = defaultdict(list)
    for article in runs:
        clusters[_leader(leaders, article)].append(article)
    return [tuple(cluster) for cluster in clusters.values() if len(cluster) > 1]


def _runs(text: str) -> frozenset[int]:
    """Return the runs of words as numbers that are the same on every machine."""
    words = _WORDS.findall(text.casefold())
    runs = (
        crc32(" ".join(words[n : n + RUN]).encode("utf-8", "replace"))
        for n in range(len(words) - RUN + 1)
    )
    return frozenset(run for run in runs if run % _SAMPLING == 0)


def _shared(runs: Mapping[str, frozenset[int]]) -> Counter[tuple[str, str]]:
    """Count the runs that two articles share, for every two that share one."""
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for article, each in runs.items():
        for run in each:
            holders[run].append(article)
    shared: Counter[tuple[str, str]] = Counter()
    for articles in holders.values():
        if 1 < len(articles) <= COMMON_PHRASE:
            shared.update(combinations(articles, 2))
    return shared


def _leader(leaders: Mapping[str, str], article: str) -> str:
    while leaders[article] != article:
        article = leaders[article]
    return article


def _join(leaders: dict[str, str], one: str, other: str) -> None:
    leaders[_leader(leaders, other)] = _leader(leaders, one)
