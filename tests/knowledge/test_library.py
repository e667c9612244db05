"""The façade as notebooks and the bot use it, on the shipped articles and on hostile ones."""

from datetime import date
from pathlib import Path

import pytest

from knowledge import Article, Library
from knowledge.errors import EmptyLibrary, LibraryNotFound, UnknownArticle
from knowledge.models import Answer, Citation

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.open(SEEDS)


def quotes(answer: Answer) -> str:
    return " | ".join(citation.quote for citation in answer.citations)


def test_the_shipped_library_opens_without_a_problem(library: Library):
    assert library.problems == ()
    assert len(library.articles) == 5
    assert all(article.published == date(2023, 6, 19) for article in library.articles)


def test_every_quote_and_every_hit_stands_at_its_offsets(library: Library):
    for question in (
        "How long did Blinken meet Qin Gang?",
        "Who is Wang Yi?",
        "When did Biden meet Xi?",
    ):
        answer = library.ask(question)
        assert answer.citations
        for citation in answer.citations:
            text = library.article(citation.article).text
            assert text[citation.start : citation.end] == citation.quote
        for hit in (*answer.passages, *library.search(question)):
            assert library.article(hit.article).text[hit.start : hit.end] == hit.text


def test_the_length_of_the_meeting_with_qin_is_told_by_every_source_that_says_it(library: Library):
    answer = library.ask("How long did Blinken meet Qin Gang?")
    assert answer.found
    for value in ("more than five hours", "six hours", "about six hours"):
        assert value in quotes(answer)
    assert len({citation.article for citation in answer.citations}) >= 3


def test_the_length_of_the_meeting_with_wang_is_not_that_with_qin(library: Library):
    answer = library.ask("How long did Blinken meet Wang Yi?")
    assert answer.found
    assert "three hours" in quotes(answer)
    assert "six" not in quotes(answer)
    assert "three hours" in (answer.answer or "")


def test_a_name_that_the_articles_never_mention_is_refused(library: Library):
    answer = library.ask("How long did Blinken meet Vladimir Putin?")
    assert not answer.found
    assert answer.answer is None
    assert answer.citations == ()
    assert len(answer.passages) <= 3


@pytest.mark.parametrize(
    "question",
    [
        "",
        "   ",
        "???",
        "你好吗",
        "Как долго длилась встреча?",
        "😀" * 4096,
        "the of and",
        "a" * 5000,
    ],
)
def test_a_question_without_a_known_word_finds_nothing_and_breaks_nothing(
    library: Library, question: str
):
    answer = library.ask(question)
    assert not answer.found
    assert answer.citations == ()
    assert library.search(question) == []


def test_the_next_answers_never_quote_a_sentence_again(library: Library):
    found = library.answers("What did Wang say about Taiwan?", limit=3)
    quoted = [citation.quote for answer in found for citation in answer.citations]
    assert len(found) == 3
    assert len(quoted) == len(set(quoted))


def test_the_passage_around_a_quote_holds_it(library: Library):
    citation = library.ask("How long did Blinken meet Qin Gang?").citations[0]
    assert citation.quote in library.context(citation).text


def test_a_citation_of_a_removed_article_is_told_in_words(library: Library):
    gone = Citation("gone", "Gone", "", "Gone.", 0, 5)
    with pytest.raises(UnknownArticle, match="no article 'gone'"):
        library.context(gone)


def test_a_library_of_no_articles_says_that_they_dont_say():
    library = Library.of([])
    assert library.articles == ()
    assert library.search("Blinken") == []
    assert not library.ask("How long did Blinken meet Qin Gang?").found


def test_a_library_of_one_short_article_answers():
    library = Library.of(
        [Article(id="one", title="Bees", text="A queen bee lives for about three years.")]
    )
    answer = library.ask("How long does a queen bee live?")
    assert answer.found
    assert answer.answer == "about three years"


def test_a_missing_folder_is_told_with_its_cure(tmp_path: Path):
    with pytest.raises(LibraryNotFound, match="Name an existing folder"):
        Library.open(tmp_path / "nowhere")


def test_a_folder_without_articles_is_told_with_its_cure(tmp_path: Path):
    (tmp_path / "broken.md").write_bytes(b"\xff\xfe")
    with pytest.raises(EmptyLibrary, match=r"broken\.md holds no text") as raised:
        Library.open(tmp_path)
    assert raised.value.cure.startswith("Put Markdown")
    assert "PDF" in raised.value.cure


def test_a_stored_index_is_mapped_and_answers_the_same(tmp_path: Path, library: Library):
    first = Library.open(SEEDS, store=tmp_path)
    again = Library.open(SEEDS, store=tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
    for question in ("How long did Blinken meet Wang Yi?", "What is APEC?"):
        assert first.ask(question) == again.ask(question) == library.ask(question)


def test_another_state_of_the_library_replaces_the_stored_one(tmp_path: Path):
    articles, store = tmp_path / "articles", tmp_path / "store"
    articles.mkdir()
    for text in ("Bees fly to flowers in May.", "Wasps sting people in June."):
        (articles / "insects.txt").write_text(text)
        assert Library.open(articles, store=store).search(text)
        assert len(list(store.iterdir())) == 1


def test_a_store_that_cannot_be_written_costs_only_time(tmp_path: Path):
    (tmp_path / "file").write_text("")
    library = Library.open(SEEDS, store=tmp_path / "file")
    assert library.ask("How long did Blinken meet Qin Gang?").found


def test_an_added_article_is_asked_beside_the_others(library: Library):
    bees = Article(id="bees", title="Bees", text="A queen bee lives for about three years.")
    larger = library.extended([bees])
    assert larger.ask("How long does a queen bee live?").answer == "about three years"
    assert larger.ask("How long did Blinken meet Qin Gang?").found
    assert not library.ask("How long does a queen bee live?").found


@pytest.mark.parametrize(
    ("follow_up", "whole"),
    [
        ("and Wang Yi?", "How long did Blinken meet Wang Yi?"),
        ("Wang Yi?", "How long did Blinken meet Wang Yi?"),
        ("Who is Xi Jinping?", "Who is Xi Jinping?"),
        ("What is the capital of France?", "What is the capital of France?"),
        ("thanks", "thanks"),
    ],
)
def test_a_follow_up_takes_what_it_lacks_from_the_question_before(
    library: Library, follow_up: str, whole: str
):
    assert library.resolved(follow_up, "How long did Blinken meet Qin Gang?") == whole


@pytest.mark.parametrize(
    ("follow_up", "answer"), [("how long?", "hours"), ("and where?", "Beijing"), ("when?", "June")]
)
def test_a_short_follow_up_is_asked_of_those_named_before(
    library: Library, follow_up: str, answer: str
):
    whole = library.resolved(follow_up, "Did Blinken meet Qin Gang?")
    assert answer in (library.ask(whole).answer or "")


def test_a_misspelt_name_is_read_as_the_library_spells_it(library: Library):
    answer = library.ask("How long did Blinken meet Wamg Yi?")
    assert answer.read_as == "How long did Blinken meet Wang Yi?"
    assert "three hours" in (answer.answer or "")
    assert library.ask("How long did Blinken meet Wang Yi?").read_as == ""


def test_small_talk_is_no_question_to_the_articles(library: Library):
    for text in ("Hello!", "thank you", "How are you?", "who are you?"):
        answer = library.ask(text)
        assert (answer.found, answer.passages) == (False, ())
