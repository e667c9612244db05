import pytest

from knowledge.language.verbs import base_of_past, past_of_participle


@pytest.mark.parametrize(
    ("past", "lemma", "base"),
    [
        ("failed", "fail", "fail"),
        ("Received", "receive", "receive"),
        ("transferred", "transfer", "transfer"),
        ("studied", "study", "study"),
        ("wrote", "write", "write"),
        ("wrote", "wrot", "write"),
        ("went", "go", "go"),
        ("stopped", "stop", "stop"),
    ],
)
def test_the_base_form_is_found_by_table_or_by_rule(past, lemma, base):
    assert base_of_past(past, lemma) == base


@pytest.mark.parametrize(
    ("past", "lemma"),
    [
        ("unveiled", "unveile"),
        ("transferred", "transferre"),
        ("received", "receiv"),
        ("zyx", "zyx"),
    ],
)
def test_a_base_form_that_spelling_does_not_explain_is_not_made(past, lemma):
    assert base_of_past(past, lemma) is None


@pytest.mark.parametrize(
    ("participle", "lemma", "past"),
    [
        ("written", "write", "wrote"),
        ("founded", "found", "founded"),
        ("built", "build", "built"),
        ("zyxwvn", "zyxwv", None),
    ],
)
def test_a_participle_gives_the_past_tense(participle, lemma, past):
    assert past_of_participle(participle, lemma) == past
