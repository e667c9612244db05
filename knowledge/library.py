"""The façade: a library of articles that can be searched, asked, and made into questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from knowledge import answers, derived
from knowledge.answers import KnownFacts
from knowledge.articles import composed_article, composed_text, read_folder
from knowledge.derived import Made
from knowledge.errors import EmptyLibrary, LibraryNotFound, UnknownArticle
from knowledge.models import Answer, Article, Citation, Fact, Grade, Hit, Passage, Question
from knowledge.search import stored
from knowledge.search.catalogue import Catalogue
from knowledge.search.tokens import terms


class Library:
    """Articles, searched and asked at once; facts and questions are made when first wanted."""

    def __init__(
        self,
        articles: Iterable[Article],
        problems: Iterable[str] = (),
        catalogue: Catalogue | None = None,
    ) -> None:
        """Index ``articles``, unless their ``catalogue`` is there already.

        Decomposed letters in them are composed: offsets count in ``articles`` of the library.
        """
        if catalogue is None:
            catalogue = Catalogue.of(map(composed_article, articles))
        self._catalogue = catalogue
        self.problems = tuple(problems)
        self._facts: tuple[Fact, ...] | None = None
        self._questions: tuple[Question, ...] | None = None

    @classmethod
    def of(cls, articles: Iterable[Article]) -> Library:
        """Return the library of these articles; none at all is a library too."""
        return cls(articles)

    @classmethod
    def open(cls, folder: str | Path, store: Path | None = None) -> Library:
        """Read every article in ``folder`` and below it.

        With a ``store``, a folder, the index is kept there and only mapped the next time. Files
        that can't be read stand in ``problems``, a sentence each. Raises ``LibraryNotFound``, and
        ``EmptyLibrary`` where not one article can be read.
        """
        if not Path(folder).is_dir():
            raise LibraryNotFound(str(folder))
        reading = read_folder(Path(folder))
        if not reading.articles:
            raise EmptyLibrary(str(folder), reading.problems)
        return cls.kept(reading.articles, store, reading.problems)

    @classmethod
    def kept(
        cls, articles: Sequence[Article], store: Path | None, problems: Iterable[str] = ()
    ) -> Library:
        """Return the library of these articles, whose index is kept in the folder ``store``."""
        articles = tuple(map(composed_article, articles))
        return cls(articles, problems, _catalogue(articles, store))

    def extended(self, articles: Iterable[Article]) -> Library:
        """Return a library with ``articles`` after these, whose texts are not read again."""
        catalogue = self._catalogue.extended(map(composed_article, articles))
        return Library(catalogue.articles, self.problems, catalogue)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in a stable order."""
        return self._catalogue.articles

    def article(self, article_id: str) -> Article:
        """Return one article. Raises ``UnknownArticle``."""
        try:
            return self._by_id[article_id]
        except KeyError:
            raise UnknownArticle(article_id) from None

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """Return the best passages that share a term with ``query``, scored by BM25."""
        matches = self._catalogue.search(terms(composed_text(query)), limit)
        return [self._catalogue.hit(match) for match in matches]

    def ask(self, question: str) -> Answer:
        """Return what the articles say to ``question``, or that they don't say."""
        return answers.answer(composed_text(question), self._catalogue, self._known())

    def answers(self, question: str, limit: int = 5) -> list[Answer]:
        """Return the answer that ``ask`` gives and the next best ones, from other sentences."""
        question = composed_text(question)
        return answers.alternatives(question, self._catalogue, limit, self._known())

    def resolved(self, follow_up: str, before: str) -> str:
        """Return a follow-up ("and Wang Yi?") made whole with the question ``before`` it."""
        follow_up, before = composed_text(follow_up), composed_text(before)
        return answers.resolved(follow_up, before, self._catalogue)

    def context(self, citation: Citation) -> Passage:
        """Return the passage around the quote. Raises ``UnknownArticle``."""
        article = self.article(citation.article)
        return answers.context(article, citation)

    def facts(self) -> list[Fact]:
        """Return what the articles state, merged across them. Slow the first time."""
        return list(self._stated())

    def questions(self, *, drafts: bool = False) -> list[Question]:
        """Return the questions that are safe to ask; with ``drafts``, those to be reviewed too."""
        return [each for each in self.make().questions if drafts or each.tier == "safe"]

    def make(self) -> Made:
        """Return all that can be made from the articles: facts and questions, drafts included.

        Raises ``LanguageError`` where their language can't be analysed, as ``facts`` does.
        """
        if self._questions is None:
            from knowledge import questions  # noqa: PLC0415 - as in _stated

            self._questions = tuple(questions.make(self._stated(), self.articles))
        return Made(self._stated(), self._questions)

    def know(self, made: Made) -> None:
        """Take what was made from these articles before, instead of making it again."""
        self._facts, self._questions = made.facts, made.questions

    @property
    def is_made(self) -> bool:
        """Whether facts and questions are there and need not be made."""
        return self._questions is not None

    def grade(self, question: Question, typed_answer: str) -> Grade:
        """Compare a typed answer with what the articles say."""
        from knowledge.questions import grading  # noqa: PLC0415 - as in _stated

        return grading.grade(question, composed_text(typed_answer))

    def _stated(self) -> tuple[Fact, ...]:
        if self._facts is None:
            from knowledge import facts  # noqa: PLC0415 - who only searches starts sooner without

            self._facts = tuple(facts.extract(self.articles))
        return self._facts

    def _known(self) -> KnownFacts | None:
        """Return the facts that are there already: nobody who asks waits for them."""
        return None if self._facts is None else self._known_facts

    @cached_property
    def _known_facts(self) -> KnownFacts:
        return KnownFacts(self._facts or ())

    @cached_property
    def _by_id(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}


def _catalogue(articles: Sequence[Article], store: Path | None) -> Catalogue:
    """Return the catalogue of ``articles``, from the store where it stands there."""
    if store is None:
        return Catalogue.of(articles)
    state = store / derived.origin(articles)
    found = Catalogue.load(state, articles)
    if found is None:
        found = Catalogue.of(articles)
        with suppress(OSError):  # a full or read-only disk costs time at the next start, no more
            found.save(state)
            stored.forget_others(state)
    return found
