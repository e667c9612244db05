"""What is seen of a candidate, what it weighs, and what is learned from ratings."""

import json

import pytest

from knowledge.questions import gate, rulebook, weighing
from knowledge.questions.weighing.features import content_words, features
from tests.knowledge.questions.rules.made import asked, gap, library

AROUND = library(
    (
        "Moss Bridge",
        "The Moss Bridge was built by Ann Lee in 1990. Ann Lee and Ann Lee's men left.",
    )
)
BUILT = asked("In what year was the Moss Bridge built by Ann Lee?", "1990", title="Moss Bridge")


def seen(candidate, *signs):
    return features(candidate, signs, AROUND)


def test_what_a_rule_finds_is_a_feature():
    assert seen(BUILT, "thin")["sign thin"] == 1
    assert "sign thin" not in seen(BUILT)


def test_names_and_the_title_are_looked_for_in_the_article():
    found = seen(BUILT)
    assert found["title in the stem"] == 1
    assert found["rarest name"] > 0
    assert "no name" not in found
    assert seen(asked("In what year was it built?", "1990"))["no name"] == 1


def test_the_word_before_a_year_left_out_is_seen():
    assert seen(gap("It stood until _____.", "1990", "date"))["year until"] == 1


@pytest.mark.parametrize("stem", ["In what year did the board vote?", "Who saw “The camp sat.”"])
def test_a_subject_that_only_the_article_makes_clear_is_seen(stem):
    assert seen(asked(stem, "1990"))["definite subject"] == 1


def test_words_of_form_are_no_content():
    assert content_words("Which name completes the sentence? “_____ was built of stone.”") == [
        "built",
        "stone",
    ]


def test_worth_is_a_probability_that_grows_with_what_weighs_for_a_question():
    weights = json.loads(weighing.WEIGHTS.read_text(encoding="utf-8"))
    heaviest = max((n for n in weights if n != "always"), key=lambda name: weights[name])
    assert 0 < weighing.worth({}) < weighing.worth({heaviest: 1.0}) < 1
    assert weighing.worth({"never seen": 99.0}) == weighing.worth({})


def test_the_better_either_opinion_the_higher_the_worth():
    assert 0 < weighing.together(0.6, -2.0, {}) < weighing.together(0.6, 2.0, {}) < 1
    assert weighing.together(0.55, 1.0, {}) < weighing.together(0.9, 1.0, {})


def test_what_grounds_a_question_counts_beside_both_opinions():
    weights = json.loads(weighing.TOGETHER.read_text(encoding="utf-8"))
    heaviest = max(weights.keys() - {"always", "seen", "read"}, key=lambda name: weights[name])
    assert weighing.together(0.6, 0.0, {}) < weighing.together(0.6, 0.0, {heaviest: 1.0})


def test_the_signs_that_weigh_are_rules_of_the_gate_or_doubts_of_facts():
    weights = json.loads(weighing.WEIGHTS.read_text(encoding="utf-8"))
    signs = {name.removeprefix("sign ") for name in weights if name.startswith("sign ")}
    assert signs <= {rule.__name__ for rule in rulebook.SIGNS} | rulebook.WEIGHED_DOUBTS


def test_what_weighs_too_little_is_refused_with_its_signs(monkeypatch):
    told = gap("_____ built the Moss Bridge of stone.", "Ann Lee", title="Stone")
    for worth, verdict in ((gate.SAFE, "safe"), (gate.DRAFT, "draft"), (0.1, "refused")):
        monkeypatch.setattr(weighing, "worth", lambda _, worth=worth: worth)
        monkeypatch.setattr(weighing, "together", lambda seen, *_: seen)
        found = gate.judged(told, library(("Stone", "Ann Lee built the Moss Bridge of stone.")))
        tier = "refused" if found.refused_by else "draft" if found.doubted_by else "safe"
        assert (tier, found.worth) == (verdict, worth)


def test_names_have_any_capital_and_first_words_are_none():
    stem = "Which name completes the sentence? “The king of Łódź met Ørsted and _____.”"
    found = seen(gap(stem.partition("“")[2].rstrip("”"), "Ann Lee"))
    assert found["names"] == pytest.approx(2 / 3)
    assert "definite subject" not in found


def test_a_comma_left_out_is_seen():
    quote = "Ann Lee, of Oslo, built the Moss Bridge."
    cut = gap("Ann Lee of Oslo built the _____.", "Moss Bridge", quote=quote)
    whole = gap("Ann Lee, of Oslo, built the _____.", "Moss Bridge", quote=quote)
    assert seen(cut)["marks dropped"] > 0
    assert "marks dropped" not in seen(whole)
