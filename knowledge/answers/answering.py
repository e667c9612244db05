"""From a question to an answer with its evidence, or to the closest passages."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answers import small_talk
from knowledge.answers.asked import Asked, read
from knowledge.answers.confidence import confidence
from knowledge.answers.evidence import Evidence, ranked
from knowledge.answers.known import KnownFacts
from knowledge.answers.respelling import respelled
from knowledge.answers.sources import summary, tellings
from knowledge.articles import passages
from knowledge.models import Answer, Article, Citation, Hit, Passage, Sentence
from knowledge.search.catalogue import Catalogue
from knowledge.search.index import Match

PASSAGES_READ = 10
PASSAGES_SHOWN = 3
CITATIONS_SHOWN = 4
NAME_LIMIT = 60
QUESTION_LIMIT = 1000
"""Characters of a question that are read: a longer one is a text."""

THRESHOLD = 0.5


def answer(question: str, catalogue: Catalogue, known: KnownFacts | None = None) -> Answer:
    """Answer ``question`` from the catalogue's articles, or say that they don't say.

    Facts that are ``known`` already make the answer better; none need be.
    """
    return alternatives(question, catalogue, 1, known)[0]


def alternatives(
    question: str, catalogue: Catalogue, limit: int, known: KnownFacts | None = None
) -> list[Answer]:
    """Return the answer and up to ``limit - 1`` next best ones; no sentence is quoted twice."""
    if small_talk.is_small_talk(question):
        return [Answer(question, found=False, answer=None, confidence=0.0)]
    asked, matches, evidence = judged(question, catalogue, known)
    read_as = asked.text if asked.text != question[:QUESTION_LIMIT] else ""
    passages = _closest(catalogue, matches, evidence)
    sure = confidence(asked, catalogue, evidence)
    if sure < THRESHOLD:
        return [Answer(question, False, None, sure, (), passages, read_as)]
    found: list[Answer] = []
    while evidence and len(found) < limit:
        told, evidence = _told(asked, catalogue, evidence)
        short, citations = told
        found.append(Answer(question, True, short, sure, citations, passages, read_as))
        sure = min(sure, confidence(asked, catalogue, evidence))
    return found


def judged(
    question: str, catalogue: Catalogue, known: KnownFacts | None = None
) -> tuple[Asked, list[Match], list[Evidence]]:
    """Read ``question``, find the passages for it, and judge their sentences, the best first."""
    asked = read(respelled(question[:QUESTION_LIMIT], catalogue), catalogue)
    matches = catalogue.search(asked.weights, PASSAGES_READ)
    stated = known.stated(asked) if known else frozenset[tuple[str, int]]()
    return asked, matches, ranked(asked, catalogue, matches, stated)


def context(article: Article, citation: Citation) -> Passage:
    """Return the passage of ``article`` that holds the quote, the quote itself where none does."""
    for passage in passages(article):
        if passage.start <= citation.start < passage.end:
            return passage
    quote = Sentence(article.id, citation.start, citation.end, citation.quote)
    return Passage(article.id, citation.start, citation.end, citation.quote, (quote,))


def _told(
    asked: Asked, catalogue: Catalogue, evidence: Sequence[Evidence]
) -> tuple[tuple[str | None, tuple[Citation, ...]], list[Evidence]]:
    """Return the short answer with its citations, and the evidence that is left."""
    told = tellings(asked, evidence, CITATIONS_SHOWN)
    citations = tuple(_citation(catalogue, telling.evidence) for telling in told)
    text = summary(told, [_short_name(citation) for citation in citations])
    used = {telling.evidence.sentence for telling in told}
    return (text, citations), [each for each in evidence if each.sentence not in used]


def _short_name(citation: Citation) -> str:
    name = (citation.source or citation.title).partition(" (")[0]
    return name if len(name) <= NAME_LIMIT else f"{name[:NAME_LIMIT].rsplit(' ', 1)[0]} …"


def _closest(
    catalogue: Catalogue, matches: Sequence[Match], evidence: Sequence[Evidence]
) -> tuple[Hit, ...]:
    """Return the passages of the best sentences, as they were found."""
    found = {match.place: match for match in matches}
    places = list(dict.fromkeys(each.place for each in evidence))[:PASSAGES_SHOWN]
    return tuple(catalogue.hit(found[place]) for place in places)


def _citation(catalogue: Catalogue, evidence: Evidence) -> Citation:
    article, sentence = catalogue.article(evidence.place), evidence.sentence
    return Citation(
        article.id, article.title, article.source, sentence.text, sentence.start, sentence.end
    )
