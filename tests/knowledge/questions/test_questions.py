from dataclasses import replace
from datetime import date

from knowledge.facts import extract as extract_with_parser
from knowledge.language.quantities import quantities
from knowledge.models import Article, Citation, Fact
from knowledge.questions import candidates, make
from knowledge.questions.explanations import LIMIT, cut, explanation
from knowledge.questions.grading import grade


def extract(articles):
    return extract_with_parser(articles, parser=lambda texts: [[] for _ in texts])


TEXT = (
    "Danish Foreign Minister Karen Holm met Norwegian Foreign Minister Per Dahl for more than"
    " five hours in Oslo on Sunday. Danish Prime Minister Nora Lund stayed in Copenhagen."
    " Swedish President Ove Falk sent a letter."
)
OTHER = "Holm and Dahl met for six hours. Holm's visit to Norway lasted two days."


def library():
    return [
        Article("one", "Two ministers talk", TEXT, "The Courier", date(2021, 3, 15)),
        Article("two", "A long Sunday", OTHER, "Evening Post", date(2021, 3, 16)),
    ]


def made():
    return make(extract(library()), library())


def asked(stem):
    return next(question for question in made() if question.stem == stem)


def test_a_duration_is_asked_with_every_source_that_says_it():
    question = asked("How long did Karen Holm meet Per Dahl?")
    assert {citation.article for citation in question.citations} == {"one", "two"}
    assert question.tier == "safe"


def test_wrong_durations_are_sorted_and_never_near_what_any_source_says():
    question = asked("How long did Karen Holm meet Per Dahl?")
    values = [quantities(option)[0].low for option in question.options]
    assert values == sorted(values)
    assert all(value == 6 or not 3.5 < value < 8.7 for value in values)


def test_the_key_is_the_answer_and_no_option_stands_twice():
    for question in filter(lambda each: each.options, made()):
        assert question.options[question.key] == question.answer
        assert len(set(question.options)) == len(question.options) >= 3


def test_a_question_without_fair_wrong_options_is_typed():
    typed = [question for question in made() if not question.options]
    assert typed
    assert all(question.key == 0 and question.expected for question in typed)
    assert all(grade(question, question.answer).verdict == "right" for question in typed)


def test_a_person_named_in_the_stem_or_holding_the_office_is_no_wrong_option():
    for question in made():
        others = [o for place, o in enumerate(question.options) if place != question.key]
        assert not any(option in question.stem for option in others)


def test_an_office_is_asked_with_its_time():
    question = asked("Who was the foreign minister of Norway in March 2021?")
    assert question.answer == "Per Dahl"
    assert "Dahl" in question.accept


def test_an_office_without_a_time_is_not_asked():
    undated = [Article("one", "Ministers", TEXT, "The Courier")]
    assert "office" not in {question.kind for question in make(extract(undated), undated)}


def test_ids_are_stable_and_unique():
    ids = [question.id for question in made()]
    assert ids == [question.id for question in made()]
    assert len(set(ids)) == len(ids)


def test_explanations_quote_within_the_limit():
    for question in made():
        assert len(question.explanation) <= LIMIT
        assert question.explanation.startswith("“")


def test_an_explanation_quotes_the_article_whose_title_the_question_bears():
    text = "Danish Foreign Minister Karen Holm met Mr. Per Dahl for six hours in Oslo."
    articles = [
        Article("one", "Two ministers talk", text, "The Courier"),
        Article("two", "A long Sunday", "Karen Holm met Per Dahl for six hours.", "Evening Post"),
    ]
    (question,) = [q for q in make(extract(articles), articles) if q.kind == "meeting_duration"]
    assert question.title == "Two ministers talk"
    assert question.explanation == f"“{text}” (The Courier). 1 more article says so."


def test_an_explanation_lists_what_other_sources_word_differently():
    shown = asked("How long did Karen Holm meet Per Dahl?").explanation
    assert shown.endswith("(Evening Post). Elsewhere: more than five hours.")


def test_an_explanation_names_whom_its_pronoun_means():
    cited = Citation("one", "Talks", "", "He asked for calm.", 0, 18)
    fact = Fact("f", "deed", {}, "Per Dahl", "", 1.0, (cited,))
    assert explanation(fact) == "“He [Per Dahl] asked for calm.” (Talks)"
    named = replace(fact, citations=(replace(cited, quote="He, Per Dahl, asked for calm."),))
    assert explanation(named) == "“He, Per Dahl, asked for calm.” (Talks)"


def test_a_long_text_is_cut_at_a_word():
    assert cut("one two three four", 12) == "one two…"
    assert cut("short", 12) == "short"


def test_a_contradicted_fact_is_refused_with_the_reason():
    articles = [
        Article(
            "one",
            "A",
            "Danish Foreign Minister Karen Holm met Mr. Per Dahl for two hours.",
            "",
            None,
        ),
        Article("two", "B", "Many waited while Karen Holm met Per Dahl for nine hours.", "", None),
    ]
    refused = candidates(extract(articles), articles)
    assert {reason for c in refused for reason in c.refused_by} >= {
        "contradicted_by_other_sources"
    }
    made_anyway = make(extract(articles), articles)
    assert not [each for each in made_anyway if each.kind == "meeting_duration"]


def test_a_capital_of_a_part_of_a_country_gets_options_too():
    text = "Anna Reed met Tom Hale in London on 3 May 2021. They met again in Cardiff in June."
    articles = [Article("a", "Two meetings", text, published=date(2021, 7, 1))]
    made = make(extract(articles), articles)
    assert all(len(question.options) >= 3 for question in made if question.options)
