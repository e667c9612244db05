"""What is shown after the vote is the sentence that explains best, within the limit."""

from knowledge.models import Citation, Expected, Fact
from knowledge.questions.explanations import cut, explanation


def lasted(*quotes):
    cited = tuple(
        Citation(f"a{n}", f"Title {n}", f"Paper {n}", quote, 0, 9)
        for n, quote in enumerate(quotes)
    )
    expected = Expected("quantity", 5, 6, "hour")
    return Fact("f", "meeting_duration", {}, "six hours", "", 1.0, cited, (), expected)


def test_the_sentence_that_names_the_answer_is_shown_before_the_first():
    fact = lasted("They walked for five hours.", "They walked for six hours in the rain.")
    assert explanation(fact) == (
        "“They walked for six hours in the rain.” (Paper 1). Elsewhere: five hours."
    )


def test_a_hyphen_and_a_plural_make_no_other_wording():
    fact = lasted("A six-hour walk began.", "In all, the walk took six hours.")
    assert explanation(fact) == "“A six-hour walk began.” (Paper 0). 1 more article says so."


def test_a_text_that_just_fits_is_not_cut():
    assert cut("one two", 7) == "one two"
    assert cut("one two", 6) == "one…"
