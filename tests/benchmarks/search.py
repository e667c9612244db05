"""Queries side by side: our index, rank-bm25, SQLite FTS5, and bm25s and tantivy where installed.

    python -m tests.benchmarks.search [--passages 26000] [--queries 400] [--limit 10] [--turn 20]

Made-up passages whose words are as unequal as those of English (Zipf and Mandelbrot), the same
terms for all. From a list of terms each engine makes the same: places and scores of the best, as a
list, by the quickest way that it has. They take turns in changing order, so that a busy machine is
busy for all and none always finds the processor's caches as a slow one left them; with
``--turn 1`` every query does. What counts are the ratios; also seconds to index, bytes a passage,
seconds to open what is stored.
"""

from __future__ import annotations

import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rank_bm25 import BM25Okapi

from knowledge import Article
from knowledge.answers import answer
from knowledge.search.catalogue import Catalogue
from knowledge.search.index import Index

Query = Sequence[str]
Ranking = Sequence[tuple[int, float]]
Engine = Callable[[Query, int], Ranking]

VOCABULARY = 200_000
WORDS_A_PASSAGE = 60
RANK_BM25_UP_TO = 100_000
"""Passages above which rank-bm25 takes too much memory and time to stand beside the others."""


def passages(count: int, seed: int = 1) -> list[list[str]]:
    """Return made-up passages; few words are frequent and many are rare."""
    chance = np.random.default_rng(seed)
    weights = 1.0 / (np.arange(VOCABULARY) + 20.0) ** 1.05
    lengths = chance.integers(WORDS_A_PASSAGE // 2, WORDS_A_PASSAGE * 3 // 2, count)
    cumulated = np.cumsum(weights / weights.sum())
    drawn = np.searchsorted(cumulated, chance.random(int(lengths.sum())))
    words = [f"w{n}" for n in range(VOCABULARY + 1)]
    ends = np.cumsum(lengths)
    return [
        [words[n] for n in drawn[end - length : end]]
        for end, length in zip(ends.tolist(), lengths.tolist(), strict=True)
    ]


def queries(texts: Sequence[Sequence[str]], count: int, seed: int = 2) -> list[list[str]]:
    """Return queries of three to nine words that stand together in some passage."""
    chance = np.random.default_rng(seed)
    sources = (texts[n] for n in chance.integers(0, len(texts), count))
    return [list(chance.choice(text, chance.integers(3, 10))) for text in sources]


def engines(texts: Sequence[Sequence[str]]) -> Iterator[tuple[str, Engine]]:
    """Yield every engine that is here, each with its own index of ``texts``."""
    yield "gobbet", Index.of(texts).search
    if len(texts) <= RANK_BM25_UP_TO:
        yield "rank-bm25", _rank_bm25(texts)
    yield "SQLite FTS5", _fts5(texts)
    for name, make in (("bm25s (numba)", _bm25s), ("tantivy", _tantivy)):
        try:
            yield name, make(texts)
        except ImportError:
            typer.echo(f"{name}: not installed, left out")


def _rank_bm25(texts: Sequence[Sequence[str]]) -> Engine:
    okapi = BM25Okapi(texts)

    def search(query: Query, limit: int) -> Ranking:
        scores = okapi.get_scores(query)
        best = np.argpartition(scores, -limit)[-limit:]
        best = best[np.argsort(-scores[best])]
        return list(zip(best.tolist(), scores[best].tolist(), strict=True))

    return search


def _fts5(texts: Sequence[Sequence[str]]) -> Engine:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE passage USING fts5(text, content='')")
    rows = ((n, " ".join(text)) for n, text in enumerate(texts))
    database.executemany("INSERT INTO passage (rowid, text) VALUES (?, ?)", rows)
    best = "SELECT rowid, bm25(passage) FROM passage WHERE passage MATCH ? ORDER BY 2 LIMIT ?"
    return lambda query, limit: database.execute(best, (" OR ".join(query), limit)).fetchall()


def _bm25s(texts: Sequence[Sequence[str]]) -> Engine:
    import bm25s  # noqa: PLC0415 - measured only where somebody installed it

    retriever = bm25s.BM25(method="atire", k1=1.5, b=0.75, backend="numba")
    retriever.index([list(text) for text in texts], show_progress=False)
    retriever.activate_numba_scorer()

    def search(query: Query, limit: int) -> Ranking:
        places, scores = retriever.retrieve(
            [list(query)], k=limit, show_progress=False, n_threads=1
        )
        return list(zip(places[0].tolist(), scores[0].tolist(), strict=True))

    return search


def _tantivy(texts: Sequence[Sequence[str]]) -> Engine:
    import tantivy  # noqa: PLC0415 - measured only where somebody installed it

    schema = tantivy.SchemaBuilder().add_text_field("text", tokenizer_name="whitespace").build()
    index = tantivy.Index(schema)
    writer = index.writer()
    for text in texts:
        writer.add_document(tantivy.Document(text=" ".join(text)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(query: Query, limit: int) -> Ranking:
        terms = [tantivy.Query.term_query(schema, "text", term, "freq") for term in query]
        either = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        hits = searcher.search(either, limit, count=False).hits
        return [(address.doc, score) for score, address in hits]

    return search


def race(
    contestants: dict[str, Engine], asked: Sequence[Query], limit: int, turn: int
) -> dict[str, list[float]]:
    """Return the seconds that each engine took for each query; ``turn`` queries at a time."""
    chance = np.random.default_rng(3)
    names = list(contestants)
    taken: dict[str, list[float]] = {name: [] for name in names}
    for name in names:
        _timed(contestants[name], asked[:20], limit)
    for first in range(0, len(asked), turn):
        for name in chance.permutation(names).tolist():
            taken[name] += _timed(contestants[name], asked[first : first + turn], limit)
    return taken


def _timed(engine: Engine, asked: Sequence[Query], limit: int) -> list[float]:
    taken = []
    for query in asked:
        start = time.perf_counter()
        engine(query, limit)
        taken.append(time.perf_counter() - start)
    return taken


def main(
    *,
    count: Annotated[int, typer.Option("--passages")] = 26_000,
    asked: Annotated[int, typer.Option("--queries")] = 400,
    limit: Annotated[int, typer.Option()] = 10,
    turn: Annotated[int, typer.Option(help="Queries that an engine answers at a time.")] = 20,
) -> None:
    """Index, race, and print the table."""
    texts = passages(count)
    contestants: dict[str, Engine] = {}
    start = time.perf_counter()
    for name, engine in engines(texts):
        contestants[name] = engine
        typer.echo(f"{name}: indexed in {time.perf_counter() - start:.1f} s")
        start = time.perf_counter()
    taken = race(contestants, queries(texts, asked), limit, turn)
    ours = {share: np.quantile(taken["gobbet"], share) for share in (0.5, 0.99)}
    for name, seconds in taken.items():
        middle, last = np.quantile(seconds, (0.5, 0.99))
        typer.echo(
            f"{name:14} p50 {middle * 1e3:8.3f} ms ({middle / ours[0.5]:7.2f} of ours)"
            f"   p99 {last * 1e3:8.3f} ms ({last / ours[0.99]:7.2f} of ours)"
        )
    _stored(texts)


def _stored(texts: Sequence[Sequence[str]]) -> None:
    """Print what a library of the same passages weighs, and how fast it opens and answers."""
    texts_by_article = [texts[n : n + 50] for n in range(0, len(texts), 50)]
    articles = [
        Article(id=str(n), title=f"w{n}", text="\n\n".join(" ".join(t) + "." for t in group))
        for n, group in enumerate(texts_by_article)
    ]
    catalogue = Catalogue.of(articles)
    with tempfile.TemporaryDirectory() as folder:
        catalogue.save(Path(folder) / "state")
        size = sum(file.stat().st_size for file in (Path(folder) / "state").iterdir())
        start = time.perf_counter()
        loaded = Catalogue.load(Path(folder) / "state", articles)
        opened = time.perf_counter() - start
        times = _answering(loaded or catalogue, queries(texts, 100))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    typer.echo(
        f"{len(catalogue)} passages stored: {size / len(catalogue):.0f} bytes each, opened in "
        f"{opened:.2f} s; ask p50 {np.median(times) * 1e3:.2f} ms; peak memory {peak:.0f} MB"
    )


def _answering(catalogue: Catalogue, asked: Sequence[Query]) -> list[float]:
    times = []
    for query in asked:
        start = time.perf_counter()
        answer("What is " + " ".join(query) + "?", catalogue)
        times.append(time.perf_counter() - start)
    return times


if __name__ == "__main__":
    typer.run(main)
