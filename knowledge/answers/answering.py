"""From a question to an answer with its evidence, or to the closest passages when nothing answers it."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answers.asked import Asked, read
from knowledge.answers.evidence import Evidence, ranked
from knowledge.answers.fit import new_spans
from knowledge.articles import passages
from knowledge.models import Answer, Article, Citation, Passage, Sentence
from knowledge.search.catalogue import Catalogue

PASSAGES_READ = 10
PASSAGES_SHOWN = 3
CITATIONS_SHOWN = 4
QUESTION_LIMIT = 1000
"""Characters of a question that are read: a longer one is a text."""

THRESHOLD = 0.5


def answer(question: str, catalogue: Catalogue) -> Answer:
    """Answer ``question`` from the catalogue's articles, or say that they don't say."""
    return alternatives(question, catalogue, 1)[0]


def alternatives(question: str, catalogue: Catalogue, limit: int) -> list[Answer]:
    """Return the answer and up to ``limit - 1`` next best ones, none of which quotes a sentence again."""
    asked = read(question[:QUESTION_LIMIT], catalogue.index.rarity)
    matches = catalogue.search(asked.weights, PASSAGES_READ)
    hits = tuple(catalogue.hit(match) for match in matches[:PASSAGES_SHOWN])
    evidence = ranked(asked, catalogue, matches)
    found: list[Answer] = []
    while len(found) < limit:
        confidence = _confidence(asked, catalogue, evidence)
        if confidence < THRESHOLD:
            break
        told = _told(asked, evidence)[:CITATIONS_SHOWN]
        citations = tuple(_citation(catalogue, each) for each in told)
        found.append(Answer(question, True, _short(asked, told[0]), confidence, citations, hits))
        evidence = [each for each in evidence if each not in told]
    if not found:
        return [Answer(question, found=False, answer=None, confidence=confidence, passages=hits)]
    return found


def context(article: Article, citation: Citation) -> Passage:
    """Return the passage of ``article`` that holds the quote, the quote itself where none does."""
    for passage in passages(article):
        if passage.start <= citation.start < passage.end:
            return passage
    quote = Sentence(article.id, citation.start, citation.end, citation.quote)
    return Passage(article.id, citation.start, citation.end, citation.quote, (quote,))


def _confidence(asked: Asked, catalogue: Catalogue, evidence: Sequence[Evidence]) -> float:
    """Return how sure the best sentence is: its coverage, nought where a name is unknown."""
    if not evidence or any(_unknown(catalogue, name) for name in asked.names):
        return 0.0
    return min(_covered(evidence[0]), 1.0)


def _covered(evidence: Evidence) -> float:
    features = evidence.features
    return features.coverage + features.before + features.two_before + features.title


def _unknown(catalogue: Catalogue, name: Sequence[str]) -> bool:
    return any(term not in catalogue.index for term in name)


def _told(asked: Asked, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the best sentence and those of other articles that tell it too."""
    best = evidence[0]
    told = [best]
    typed = bool(new_spans(asked, best.sentence.text))
    for each in evidence[1:]:
        others = {other.sentence.article for other in told}
        near = each.score > 0.8 * best.score and _covered(each) > 0.8 * _covered(best)  # noqa: PLR2004 - as good
        if near and each.sentence.article not in others and bool(new_spans(asked, each.sentence.text)) == typed:
            told.append(each)
    return told


def _short(asked: Asked, best: Evidence) -> str | None:
    found = new_spans(asked, best.sentence.text)
    return found[0].text if found else None


def _citation(catalogue: Catalogue, evidence: Evidence) -> Citation:
    article, sentence = catalogue.article(evidence.place), evidence.sentence
    return Citation(
        article.id, article.title, article.source, sentence.text, sentence.start, sentence.end
    )
