"""Whose words a sentence gives is told by who stands beside a verb of saying."""

import pytest

from knowledge.answers.kin import kin
from knowledge.answers.speaking import speaks


@pytest.mark.parametrize(
    ("sentence", "sureness"),
    [
        ("Ms Berg said that it rains.", 1.0),
        ("Mary Berg, the mayor, also warned of floods.", 1.0),
        ("“It rains,” said Mary Berg.", 1.0),
        ("She added that it rains.", 0.5),
        ("Ms Ito told the mayor that it rains.", 0.0),
        ("Ms Berg lives in Oslo.", 0.0),
    ],
)
def test_a_speaker_is_known_by_the_verb(sentence: str, sureness: float):
    assert speaks("Berg", sentence) == sureness


def test_words_that_say_about_the_same_are_kin():
    assert kin(["talk", "oslo"], frozenset({"meet"})) == {"talk"}
    assert kin(["talk", "oslo"], frozenset({"river"})) == frozenset()
