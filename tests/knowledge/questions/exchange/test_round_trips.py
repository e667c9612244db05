"""What goes out and comes back is the same, as far as the format knows it."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.errors import KnowledgeError
from knowledge.models import Article
from knowledge.questions.exchange import FORMATS, export, read
from knowledge.questions.exchange.texts import one_line
from tests.knowledge.questions.exchange.asked import CITED, LINES, choices, numbers, typed

THOROUGHLY = settings(max_examples=250, deadline=None)


def there_and_back(name: str, questions: list) -> list:
    back = read(name, export(name, questions).content)
    assert back.problems == ()
    return list(back.questions)


@THOROUGHLY
@given(st.lists(choices(), max_size=3))
def test_choices_survive_gift_moodle_and_csv(questions: list):
    for name in ("gift", "moodle-xml", "csv"):
        assert there_and_back(name, questions) == questions, name


@THOROUGHLY
@given(st.lists(choices(LINES.filter(bool)), max_size=3))
def test_aiken_keeps_stem_options_and_key(questions: list):
    kept = [(each.stem, each.options, each.key) for each in there_and_back("aiken", questions)]
    assert kept == [(each.stem, each.options, each.key) for each in questions]


@THOROUGHLY
@given(st.lists(typed(), max_size=3))
def test_typed_answers_survive_moodle(questions: list):
    assert there_and_back("moodle-xml", questions) == questions
    assert there_and_back("gift", questions) == questions


@THOROUGHLY
@given(st.lists(typed(), max_size=3))
def test_typed_answers_survive_a_table_line_by_line(questions: list):
    lines = [
        replace(each, accept=tuple(dict.fromkeys(map(one_line, each.accept))))
        for each in questions
    ]
    lines = [each for each in lines if each.answer not in each.accept]
    assert there_and_back("csv", lines) == lines


@THOROUGHLY
@given(st.lists(numbers(), max_size=3))
def test_numbers_survive_with_their_bounds(questions: list):
    for name in ("gift", "moodle-xml", "csv"):
        assert there_and_back(name, questions) == questions, name


def test_a_table_keeps_evidence_and_bounds():
    assert there_and_back("csv", [CITED]) == [CITED]


def test_a_citation_comes_back_only_where_it_stands_in_its_article():
    quote = CITED.citations[0].quote
    queens = Article("queens", "Queens", f"In summer. {quote}")
    start = queens.text.index(quote)
    holding = replace(CITED.citations[0], start=start, end=start + len(quote))
    moved = replace(holding, start=start + 1)
    table = export("csv", [replace(CITED, citations=(holding, moved))]).content
    (found,) = read("csv", table, [queens]).questions
    assert (found.citations, found.tier) == ((holding,), "draft")
    whole = export("csv", [replace(CITED, citations=(holding,))]).content
    assert read("csv", whole, [queens]).questions[0].tier == "safe"


@THOROUGHLY
@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_file_gives_questions_and_problems_or_one_sentence(content: bytes):
    for name in FORMATS[:4]:
        try:
            back = read(name, content)
        except KnowledgeError as error:
            assert error.cure  # noqa: PT017 - most files raise nothing
        else:
            assert all(str(problem).startswith("Line ") for problem in back.problems)
