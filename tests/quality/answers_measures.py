"""What is counted about answers: right sentences, refusals, calibration, short answers."""

from __future__ import annotations

import random
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from answers_sets import Labelled, Own

from knowledge import Library
from knowledge.answers import judged
from knowledge.answers.confidence import confidence
from knowledge.search.catalogue import Catalogue
from knowledge.search.index import Match

FALSE_ANSWERS = 0.05
"""The share of questions without an answer that may be answered."""


@dataclass(frozen=True)
class Outcome:
    """A question put to half of the articles: could it be answered, was it right, how sure."""

    answerable: bool
    right: bool
    confidence: float


def first_and_three(labelled: Labelled) -> tuple[float, float]:
    """Return how often the first sentence answers, and one of the first three."""
    catalogue = Catalogue.of(labelled.articles)
    first = three = asked = 0
    for question in labelled.questions:
        if question.answered_by:
            _, _, evidence = judged(question.text, catalogue)
            labels = [labelled.label(each.sentence) for each in evidence[:3]]
            first += bool(question.answered_by.intersection(labels[:1]))
            three += bool(question.answered_by.intersection(labels))
            asked += 1
    return first / asked, three / asked


def precision_and_rank(labelled: Labelled, seed: int) -> tuple[float, float]:
    """Return MAP and MRR over the sentences of each question's own document; ties by chance."""
    chance = random.Random(seed)
    by_id = {article.id: article for article in labelled.articles}
    precisions, ranks = [], []
    for question in labelled.questions:
        if question.answered_by:
            order = _ranked(labelled, Catalogue.of([by_id[question.article]]), question.text)
            rest = [label for *_, label in labelled.spans[question.article] if label not in order]
            order += chance.sample(rest, len(rest))
            places = [n for n, label in enumerate(order, 1) if label in question.answered_by]
            precisions.append(sum(k / n for k, n in enumerate(places, 1)) / len(places))
            ranks.append(1 / places[0])
    return sum(precisions) / len(precisions), sum(ranks) / len(ranks)


def _ranked(labelled: Labelled, catalogue: Catalogue, text: str) -> list[str]:
    from knowledge.answers.asked import read  # noqa: PLC0415 - every sentence is judged only here
    from knowledge.answers.evidence import ranked  # noqa: PLC0415 - as above

    asked = read(text, catalogue)
    found = catalogue.search(asked.weights, len(catalogue))
    places = {match.place for match in found}
    found += [Match(place, 0.0) for place in range(len(catalogue)) if place not in places]
    evidence = ranked(asked, catalogue, found)
    return list(dict.fromkeys(labelled.label(each.sentence) for each in evidence))


def halves(labelled: Labelled, draws: int) -> list[Outcome]:
    """Ask all questions of half of the articles, ``draws`` times another half."""
    return [outcome for draw in range(draws) for outcome in _half(labelled, draw)]


def _half(labelled: Labelled, draw: int) -> Iterator[Outcome]:
    chance = random.Random(draw)
    kept = chance.sample(labelled.articles, len(labelled.articles) // 2)
    ids = {article.id for article in kept}
    catalogue = Catalogue.of(kept)
    for question in labelled.questions:
        answerable = question.article in ids
        if question.answered_by or not answerable:
            asked, _, evidence = judged(question.text, catalogue)
            first = {labelled.label(each.sentence) for each in evidence[:1]}
            right = bool(question.answered_by & first)
            yield Outcome(answerable, right, confidence(asked, catalogue, evidence))


def refusing(outcomes: Sequence[Outcome]) -> tuple[float, float, float]:
    """Return AUC, and at 5 % false answers the share answered and the share answered rightly."""
    able = [each for each in outcomes if each.answerable]
    unable = sorted(each.confidence for each in outcomes if not each.answerable)
    bar = unable[-max(int(FALSE_ANSWERS * len(unable)), 1)]
    before = (
        bisect_left(unable, each.confidence) + bisect_right(unable, each.confidence)
        for each in able
    )
    area = sum(before) / 2 / len(unable) / len(able)
    answered = [each for each in able if each.confidence > bar]
    return area, len(answered) / len(able), sum(each.right for each in answered) / len(able)


def reliability(
    outcomes: Sequence[Outcome], bounds: Sequence[float]
) -> Iterator[tuple[float, float, int, float, float]]:
    """Yield for each bin of confidence: its bounds, how many, how sure, how many answerable."""
    for low, high in pairwise(bounds):
        inside = [each for each in outcomes if low <= each.confidence < high]
        if inside:
            sure = sum(each.confidence for each in inside) / len(inside)
            able = sum(each.answerable for each in inside) / len(inside)
            yield low, high, len(inside), sure, able


def expected_error(outcomes: Sequence[Outcome], bins: int = 10) -> float:
    """Return how far confidence lies from the share answered rightly, on average over bins."""
    sums = [[0.0, 0.0] for _ in range(bins)]
    for each in outcomes:
        place = sums[min(int(each.confidence * bins), bins - 1)]
        place[0] += each.confidence
        place[1] += each.right and each.answerable
    return sum(abs(sure - right) for sure, right in sums) / len(outcomes)


def own_questions(library: Library, questions: Iterable[Own]) -> dict[str, float]:
    """Return shares: answered, answered by the first sentence, refused where nothing answers."""
    counts: Counter[str] = Counter()
    overlaps: list[float] = []
    for question in questions:
        answer = library.ask(question.text)
        quotes = [citation.quote for citation in answer.citations]
        if question.sentence:
            counts["answerable"] += 1
            counts["answered"] += answer.found
            counts["first"] += question.is_answered_by([*quotes[:1], answer.answer or ""])
        else:
            counts["not answerable"] += 1
            counts["refused"] += not answer.found
        if question.short:
            overlaps.append(overlap(answer.answer or "", question.short))
    return {
        "answered": counts["answered"] / counts["answerable"],
        "answered by the first sentence": counts["first"] / counts["answerable"],
        "refused": counts["refused"] / counts["not answerable"],
        "short answers, token F1": sum(overlaps) / len(overlaps),
    }


def overlap(given: str, expected: str) -> float:
    """Return the F1 of the words that two short answers share, articles aside."""
    one, other = Counter(_words(given)), Counter(_words(expected))
    common = (one & other).total()
    return 2 * common / (one.total() + other.total()) if common else 0.0


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.lower()) if word not in {"a", "an", "the"}]
