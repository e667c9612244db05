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
def test_the_base_form_is_found(past, lemma, base):
    assert base_of_past(past, lemma) == base


@pytest.mark.parametrize(
    ("past", "lemma", "base"),
    [
        ("unveiled", "unveile", "unveil"),
        ("transferred", "transferre", "transfer"),
        ("received", "receiv", "receive"),
        ("computed", "comput", "compute"),
        ("inscribed", "inscrib", "inscribe"),
    ],
)
def test_a_lemma_cut_wrongly_is_mended(past, lemma, base):
    assert base_of_past(past, lemma) == base


@pytest.mark.parametrize("past", ["zyx", "Q-ed", ""])
def test_a_past_that_is_none_has_no_base_form(past):
    assert base_of_past(past, past) is None


@pytest.mark.parametrize(
    ("participle", "lemma", "past"),
    [
        ("written", "write", "wrote"),
        ("founded", "found", "founded"),
        ("built", "build", "built"),
        ("zyx", "zyx", None),
    ],
)
def test_a_participle_gives_the_past_tense(participle, lemma, past):
    assert past_of_participle(participle, lemma) == past
