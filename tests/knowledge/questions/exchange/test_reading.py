"""Files such as Moodle describes, tables such as teachers keep, and broken ones."""

import pytest

from knowledge.errors import QuestionsUnreadable, UnknownExchange
from knowledge.questions.exchange import FORMATS, Imported, export, read
from tests.knowledge.questions.exchange.asked import CITED, question

GIFT = """// Questions of a bee keeper
$CATEGORY: bees/queens

::Queens:: How long does a queen live? {
  =some years #Right, as a rule
  ~some weeks #That is a worker
  ~%50%one summer
  ####A queen lives for years.
}

A worker bee lives for {~hours =weeks ~years} in summer.

Drones have a sting.{FALSE#No, they have none.#Right.}

Who lays the eggs?{=the queen =%100%queen =%50%a bee}

How many legs has a bee?{#6}

::Wings:: How many wings has a bee?{#4:0.5 ####Two pairs.}

How warm is a hive?{#34..36}

[html]Which <b>bees</b> fly &amp; work?{=workers ~drones}

Match them.{=queen -> one =drones -> hundreds}

What do you think of bees?{}

Bees are insects.

Which of these are bees?{~%50%drones ~%50%queens ~%-100%wasps}

Broken { =a ~b

What is 2\\=1\\+1 and \\{this\\}?{=a \\~ b ~c\\nd}
"""


def stems(found: Imported) -> list[str]:
    return [each.stem for each in found.questions]


def test_gift_as_moodle_describes_it():
    found = read("gift", GIFT.encode())
    queens, worker, drones, eggs, legs, wings, warm, markup, escaped = found.questions
    assert (queens.title, queens.stem) == ("Queens", "How long does a queen live?")
    assert queens.options == ("some years", "some weeks", "one summer")
    assert (queens.answer, queens.explanation) == ("some years", "A queen lives for years.")
    assert worker.stem == "A worker bee lives for _____ in summer."
    assert worker.answer == "weeks"
    assert (drones.options, drones.answer) == (("True", "False"), "False")
    assert (eggs.answer, eggs.accept) == ("the queen", ("queen",))
    assert (legs.expected.low, legs.expected.high) == (6, 6)
    assert (wings.expected.low, wings.expected.high, wings.explanation) == (3.5, 4.5, "Two pairs.")
    assert (warm.expected.low, warm.expected.high) == (34, 36)
    assert markup.stem == "Which bees fly & work?"
    assert escaped.stem == "What is 2=1\\+1 and {this}?"
    assert escaped.options == ("a ~ b", "c\nd")


def test_gift_names_each_bad_item_by_its_line():
    found = read("gift", GIFT.encode())
    lines = GIFT.split("\n")
    told = {lines[problem.line - 1]: problem.sentence for problem in found.problems}
    assert told == {
        "Match them.{=queen -> one =drones -> hundreds}": (
            "it matches pairs, which can't be asked in a poll."
        ),
        "What do you think of bees?{}": "it wants an essay, which can't be graded.",
        "Bees are insects.": "it is a description: nothing is asked.",
        "Which of these are bees?{~%50%drones ~%50%queens ~%-100%wasps}": (
            "several of its options are right together."
        ),
        "Broken { =a ~b": "its braces { } don't match.",
    }


AIKEN = """How long does a queen live?
A. some weeks
B) some years
ANSWER: B

Which bees
fly out?
A. workers
B. stones
ANSWER: C
Who has a sting?
A.workers
B.drones
ANSWER: A
Is this the end?
A. yes
"""


def test_aiken_takes_what_is_whole_and_names_the_rest():
    found = read("aiken", AIKEN.encode())
    assert [(each.stem, each.answer) for each in found.questions] == [
        ("How long does a queen live?", "some years"),
        ("Who has a sting?", "workers"),
    ]
    assert [str(problem) for problem in found.problems] == [
        "Line 6: its answer 'C' is none of its options.",
        "Line 15: no line 'ANSWER: …' follows.",
    ]


MOODLE = """<?xml version="1.0"?>
<quiz>
<question type="category"><category><text>$course$/bees</text></category></question>
<question type="multichoice">
  <name><text>Queens</text></name>
  <questiontext format="html"><text><![CDATA[<p>How long does a <b>queen</b> live?</p>
   <p>In a hive.</p>]]></text></questiontext>
  <generalfeedback format="html"><text>For &lt;i&gt;years&lt;/i&gt;.</text></generalfeedback>
  <single>true</single><idnumber>bee-1</idnumber>
  <answer fraction="0"><text>weeks</text><feedback><text>No.</text></feedback></answer>
  <answer fraction="100"><text>a &amp;lt; b</text></answer>
</question>
<question type="truefalse"><questiontext><text>Drones sting.</text></questiontext>
  <answer fraction="0"><text>true</text></answer>
  <answer fraction="100"><text>false</text></answer></question>
<question type="shortanswer"><questiontext><text>Who lays eggs?</text></questiontext>
  <answer fraction="100"><text>the queen</text></answer>
  <answer fraction="50"><text>bees</text></answer></question>
<question type="numerical"><questiontext><text>How warm?</text></questiontext>
  <answer fraction="100"><text>35</text><tolerance>1</tolerance></answer></question>
<question type="essay"><questiontext><text>Why?</text></questiontext></question>
<question type="multichoice"><questiontext><text>Which?</text></questiontext><single>false</single>
  <answer fraction="50"><text>a</text></answer>
  <answer fraction="50"><text>b</text></answer></question>
<question type="unheard"/>
</quiz>"""


def test_moodle_xml_as_moodle_writes_it():
    found = read("moodle-xml", MOODLE.encode())
    queens, drones, eggs, warm = found.questions
    assert (queens.id, queens.title) == ("bee-1", "Queens")
    assert queens.stem == "How long does a queen live?\nIn a hive."
    assert (queens.options, queens.key, queens.explanation) == (
        ("weeks", "a < b"),
        1,
        "For years.",
    )
    assert drones.answer == "False"
    assert (eggs.answer, eggs.accept) == ("the queen", ())
    assert (warm.expected.low, warm.expected.high) == (34, 36)
    assert [str(problem) for problem in found.problems] == [
        "Line 21: it wants an essay, which can't be graded.",
        "Line 22: several of its options are right together.",
        "Line 25: its type 'unheard' can't be asked.",
    ]


def test_broken_xml_gives_what_comes_before_it_is_broken():
    found = read("moodle-xml", MOODLE[: MOODLE.index('<question type="essay"')].encode())
    assert len(found.questions) == 4
    assert "the XML is broken here" in found.problems[0].sentence


@pytest.mark.parametrize("table", [
    "Question,Option A,Option B,Option C,Correct,Feedback\nHow long?,weeks,years,days,B,Years.\n",
    "question;answer 1;answer 2;answer 3;correct answer\nHow long?;weeks;years;days;2\n",
    "stem\toption_1\toption_2\toption_3\tkey\nHow long?\tweeks\tyears\tdays\tyears\n",
])  # fmt: skip
def test_tables_of_teachers_are_understood(table: str):
    (found,) = read("csv", table.encode()).questions
    assert (found.stem, found.options, found.key) == ("How long?", ("weeks", "years", "days"), 1)


def test_a_table_names_each_bad_row_by_its_line():
    table = (
        'stem,option_1,option_2,key,answer\n"Two\nlines?",a,b,1,\nNo key?,a,b,,\n'
        ',a,b,1,\nTyped?,,,,bees\nTorn?,"a'
    )
    found = read("csv", table.encode())
    assert stems(found) == ["Two\nlines?", "Typed?"]
    assert [problem.line for problem in found.problems] == [4, 5, 7]
    assert found.problems[0].sentence == "none of its options is marked as right."


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =cmd|' /C calc'!A0",
    "\uff1d1+1",
    "'=1",
    "=1\r\n=2",
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(formula: str):
    asked = question(stem=formula, answer=formula, explanation=formula, title=formula, id=formula)
    table = export("csv", [asked]).content.decode("utf-8-sig")
    cells = table.split("\r\n", 1)[1]
    assert not any(cell.lstrip('" ').startswith(tuple("=+-@\uff1d")) for cell in cells.split(","))
    assert read("csv", table.encode()).questions[0].stem == formula.replace("\r\n", "\n").strip()


@pytest.mark.parametrize(("name", "content", "sentence"), [
    ("csv", b"", "the file is empty"),
    ("csv", b"a,b\n1,2\n", "no column 'stem'"),
    ("moodle-xml", b"", "no XML file"),
    ("moodle-xml", b"<html/>", "no XML file"),
    ("moodle-xml", b"<!DOCTYPE q [<!ENTITY a 'b'>]><quiz/>", "defines entities"),
    ("gift", b"x" * 10_000_001, "larger than 10 MB"),
])  # fmt: skip
def test_a_file_of_another_kind_is_told_in_one_sentence(name: str, content: bytes, sentence: str):
    with pytest.raises(QuestionsUnreadable, match=sentence):
        read(name, content)


def test_unknown_formats_are_told_with_the_known_ones():
    with pytest.raises(UnknownExchange, match="gift, aiken, moodle-xml, csv"):
        read("apkg", b"")
    with pytest.raises(UnknownExchange, match="csv, apkg"):
        export("xlsx", [])


def test_aiken_says_which_questions_it_has_no_form_for():
    typed = question()
    made = export("aiken", [CITED, typed])
    assert (made.count, made.left_out) == (1, (typed,))
    assert made.loss.startswith("1 question, to be answered in words, is left out")
    assert export("aiken", [typed, typed]).loss.startswith("2 questions, to be")
    assert not any(export(name, [CITED, typed]).loss for name in FORMATS if name != "aiken")


def test_long_rows_of_braces_and_backslashes_take_no_long_time():
    for text in ("\\" * 200_000, "{" * 200_000, "[id:" * 50_000, "::" * 100_000, "%5" * 100_000):
        read("gift", f"// {text}\n{text} {{={text} ~b}}".encode())
        read("aiken", f"{text}\nA. {text}\nANSWER: A".encode())
