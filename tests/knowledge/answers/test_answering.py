"""Whose a figure is, who holds an office, what differing sources say, when to refuse."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from knowledge import Answer, Article, Citation, Fact, Library
from knowledge.answers.answering import alternatives
from knowledge.search.catalogue import Catalogue

QUESTIONS = Path(__file__).parents[2] / "quality" / "answers_questions.tsv"
SEEDS = Path(__file__).parents[3] / "seeds"


def library(*texts: str) -> Library:
    return Library.of(
        Article(id=f"a{n}", title=f"Report {n}", text=text, source=f"Paper {n}")
        for n, text in enumerate(texts, 1)
    )


def quotes(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


def test_a_figure_is_not_given_to_somebody_else():
    answer = library(
        "Ms Ito's talks with Mr Berg took place a day after a six-hour meeting with Ms Okafor.",
        "Ms Ito and Mr Berg talked for three hours. It was a warm day.",
    ).ask("How long did Ito talk with Berg?")
    assert answer.answer == "three hours"
    assert all("six-hour" not in quote for quote in quotes(answer))


def test_sources_that_differ_stand_beside_each_other():
    answer = library(
        "Ms Ito met Ms Okafor for six hours on Sunday.",
        "Ms Ito met Ms Okafor for about six hours, officials said.",
        "Ms Ito met Ms Okafor for more than five hours.",
    ).ask("How long did Ito meet Okafor?")
    assert answer.answer is not None
    assert answer.answer == "about six hours (Paper 2; Paper 1), more than five hours (Paper 3)"
    assert len(answer.citations) == 3


def test_a_figure_for_something_else_does_not_count_as_another_source():
    answer = library(
        "Ms Ito met Ms Okafor for six hours on Sunday.",
        "Ms Ito met Ms Okafor five years after her first visit.",
    ).ask("How long did Ito meet Okafor?")
    assert answer.answer == "six hours"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who is the foreign minister of Norway?", "Berg"),
        ("Who is the president of Norway?", "Okafor"),
        ("Who is Ms Ito?", "ambassador"),
    ],
)
def test_who_holds_an_office_is_read_from_statements_and_titles(question: str, answer: str):
    found = library(
        "Norwegian President Grace Okafor spoke first. Foreign Minister Lars Berg spoke next.",
        "Lars Berg is the foreign minister of Norway. Mary Ito is the ambassador of Japan.",
    ).ask(question)
    assert answer in (found.answer or "")


def test_a_name_in_small_letters_is_known_as_a_name():
    answer = library(
        "Mary Ito met Grace Okafor for six hours.", "Mary Ito met Lars Berg for three hours."
    ).ask("how long did ito meet berg")
    assert answer.answer == "three hours"


def test_a_wanted_figure_that_no_sentence_has_is_not_answered():
    found = library("Mary Ito met Grace Okafor in Oslo. They talked about trade.").ask(
        "How long did Ito meet Okafor?"
    )
    assert not found.found


def test_what_is_asked_of_a_known_name_must_be_known_too():
    found = library("Mary Ito met Grace Okafor in Oslo. They talked about trade.").ask(
        "Who is Grace Okafor's dentist?"
    )
    assert not found.found


def test_a_figure_of_another_dimension_is_no_answer():
    found = library("The lighthouse of Oslo was closed for three hours on Sunday.").ask(
        "How tall is the lighthouse of Oslo?"
    )
    assert not found.found


def test_a_figure_of_the_dimension_asked_for_is_the_answer():
    found = library(
        "The lighthouse of Oslo closed for three hours; it is 40 metres tall and 90 years old."
    )
    assert found.ask("How tall is the lighthouse of Oslo?").answer == "40 metres"
    assert found.ask("How old is the lighthouse of Oslo?").answer == "90 years"


def test_a_country_is_not_who_held_an_office():
    found = library("Mary Ito served as Norway's ambassador to Japan until 2020.")
    assert found.ask("who was ambassador to Japan").answer == "Mary Ito"


def test_what_somebody_said_is_told_by_their_words():
    answer = library(
        "Ms Ito and Mr Berg discussed fishing on Monday in Oslo.",
        "Ms Ito said that fishing must end. Mr Berg said that fishing feeds the coast.",
    ).ask("What did Berg say about fishing?")
    assert quotes(answer)[0] == "Mr Berg said that fishing feeds the coast."


def test_another_word_for_what_is_asked_finds_all_sources():
    answer = library(
        "Ms Ito met Ms Okafor for six hours on Sunday.",
        "Officials in Oslo spoke of a six-hour meeting of Ms Ito with Ms Okafor.",
        "Ms Ito met Ms Okafor for more than five hours.",
    ).ask("How long did Ito and Okafor talk?")
    assert len(answer.citations) == 3


def test_the_one_who_acts_is_the_answer_to_who():
    answer = library("In 1912 Grace Okafor beat Lars Berg in the final in Oslo.").ask(
        "Who beat Lars Berg in the final?"
    )
    assert answer.answer == "Grace Okafor"


def test_a_refusal_offers_at_most_three_passages():
    found = Library.open(SEEDS).ask("When was Joe Biden born?")
    assert not found.found
    assert 0 < len(found.passages) <= 3
    assert found.confidence < 0.5


def test_no_other_day_of_a_life_is_the_day_of_a_birth():
    told = library("Grace Okafor was born in Lagos in 1980. Lars Berg met Grace Okafor in 1999.")
    assert not told.ask("When was Lars Berg born?").found
    assert told.ask("When was Grace Okafor born?").answer == "1980"
    fair = library(
        "Ann Moe was born in Oslo. Lars Berg met Ann Moe at the World Fair (Oslo 1999)."
    )
    assert not fair.ask("When was Lars Berg born?").found
    wed = library("Ann Moe was born in Oslo. Lars Berg's birthday is 4 May 1980.")
    assert wed.ask("When was Lars Berg born?").answer == "4 May 1980"


def test_brackets_behind_a_name_tell_of_birth_and_death():
    life = "Lars Berg (4 May 1901 – 2 June 1980) was a Danish painter of the sea."
    told = library(f"{life} Grace Okafor was born in Lagos in 1980.")
    assert told.ask("When was Lars Berg born?").citations[0].quote == life


def test_known_facts_point_to_the_sentence_that_states_them():
    text = "Ms Ito met Ms Okafor in Oslo. The talks lasted four hours. Ms Ito has two cats."
    asked = Library.of([Article(id="a", title="Report", text=text, published=date(2024, 5, 1))])
    quote = "The talks lasted four hours."
    start = text.index(quote)
    citation = Citation("a", "Report", "", quote, start, start + len(quote))
    fact = Fact(
        "f",
        "meeting_duration",
        {"who": "Ms Ito", "whom": "Ms Okafor"},
        "four hours",
        "",
        0.9,
        (citation,),
    )
    asked.__dict__["_facts"] = (fact,)
    answer = asked.ask("How long did Ito and Okafor talk?")
    assert answer.citations[0].quote == quote
    assert answer.answer == "four hours"


def test_our_own_questions_are_answered_or_refused_as_they_should_be():
    shipped = Library.open(SEEDS)
    with QUESTIONS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    answered = [row for row in rows if row["sentence"]]
    refused = [row["question"] for row in rows if not row["sentence"]]
    right = [
        row["question"]
        for row in answered
        if any(re.search(row["sentence"], quote) for quote in quotes(shipped.ask(row["question"])))
    ]
    assert [question for question in refused if shipped.ask(question).found] == []
    assert len(right) >= 0.85 * len(answered)


def test_the_day_before_is_told_as_a_day_earlier():
    answer = Library.open(SEEDS).ask("Whom did Blinken meet a day before he met Wang Yi?")
    assert quotes(answer)[0].startswith("One day earlier")
    assert answer.answer == "Qin Gang"


def test_who_is_asked_of_somebody_is_not_answered_with_the_same_name():
    answer = library("Prime Minister Mary Ito met Grace Okafor.").ask("Whom did Ito meet?")
    assert answer.answer == "Grace Okafor"


def test_what_something_is_called_stands_where_it_is_named():
    answer = library(
        "The old harbour tower guides ships at night. It rains a lot.",
        "Fog is common. The old tower in the harbour is known as the Lantern.",
    ).ask("What is the old harbour tower called?")
    assert "Lantern" in quotes(answer)[0]


def test_an_article_whose_title_alone_has_a_word_of_the_question_does_not_answer():
    found = Library.open(SEEDS).ask("Is commenting closed?")
    assert not found.found
    assert found.confidence < 0.4


def test_of_somebody_with_a_known_family_name_alone_nothing_is_known():
    met = library("Mary Ito met Grace Okafor for six hours.")
    assert met.ask("How long did Mary Ito meet Grace Okafor?").found
    assert not met.ask("How long did Kenji Ito meet Grace Okafor?").found


def test_the_same_sentence_in_two_articles_is_shown_once():
    answer = library(*["Ms Ito met Ms Okafor for six hours."] * 2).ask(
        "How long did Ito meet Okafor?"
    )
    assert len(answer.citations) == 1


def test_a_value_many_times_as_large_measures_something_else():
    answer = library(
        "Ms Ito met Ms Okafor for six hours.", "Ms Ito met Ms Okafor for two days."
    ).ask("How long did Ito meet Okafor?")
    assert answer.answer == "six hours"


def test_a_limit_does_not_agree_with_its_value():
    answer = library(
        "Ms Ito met Ms Okafor for five hours.",
        "On Sunday Ms Ito met Ms Okafor for more than five hours, it is said.",
    ).ask("How long did Ito meet Okafor?")
    assert answer.answer == "more than five hours (Paper 2), five hours (Paper 1)"


def test_a_long_name_of_a_source_is_cut_at_a_word():
    paper = "The very old and venerable evening paper of the harbour towns of the north coast"
    answer = Library.of(
        [
            Article("a", "Report", "Ms Ito met Ms Okafor for five hours.", paper),
            Article(
                "b", "Report", "On Sunday Ms Ito met Ms Okafor for six hours.", "Paper (daily)"
            ),
        ]
    ).ask("How long did Ito meet Okafor?")
    assert answer.answer is not None
    assert "(Paper)" in answer.answer
    assert "(The very old and venerable evening paper of the harbour …)" in answer.answer


def test_the_next_best_answer_is_never_surer():
    texts = [
        "Ms Ito met Ms Okafor for five hours. It rained on Monday.",
        "Ms Ito drinks tea. Ms Okafor met nobody for a year.",
    ]
    catalogue = Catalogue.of(Article(text[:9], "Report", text) for text in texts)
    found = alternatives("How long did Ito meet Okafor?", catalogue, 4)
    sure = [each.confidence for each in found]
    assert len(sure) > 2
    assert sure[0] > sure[-1]
    assert sure == sorted(sure, reverse=True)
