"""What a sentence has lost on its way from the source."""

import pytest

from knowledge.questions.rules import left_out
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap

SOURCE = "Ida Lund, who ran the mill from 1946, gave it to Oslo in 1950."


@pytest.mark.parametrize(
    ("said", "quote", "is_cut"),
    [
        ("_____ from 1946, gave it to Oslo in 1950.", SOURCE, True),
        ("_____ gave it to Oslo in 1950.", SOURCE, False),
        ("_____ led the guild to 1950.", "Ida Lund led the guild, from 1946, to 1950.", False),
        ("_____ led the guild to 1950.", "Ida Lund led the guild, from May 1946 to 1950.", True),
        ("_____ wove, and dyed in Oslo.", "Ida Lund wove, spun and dyed in Oslo.", False),
        (
            "_____ lent it to a friend who sang.",
            "Ida Lund lent it to a friend, Per Moe who sang.",
            False,
        ),
        ("_____ gave it to Oslo.", "In May Ida Lund gave it to Oslo, and sang.", False),
    ],
)
def test_the_end_of_a_remark_goes_with_the_remark(said, quote, is_cut):
    candidate = gap(said, "Ida Lund", quote=quote)
    assert left_out.remark_goes_on_unclosed(candidate, NOWHERE) is is_cut


@pytest.mark.parametrize(
    ("stem", "quote", "is_half"),
    [
        ("Who resigned because of a brother?", "Lund resigned because of a brother-in-law.", True),
        ("Who resigned because of a brother?", "Lund resigned because of a brother.", False),
        ("Who joined the well-known?", "Lund joined the well-known.", False),
        ("Who had a brother?", "Lund had a brother and a brother-in-law.", False),
    ],
)
def test_a_compound_is_not_cut_at_its_hyphen(stem, quote, is_half):
    half = asked(stem, "Lund", "person", quote=quote)
    assert left_out.half_of_a_compound(half, NOWHERE) is is_half


def test_a_blank_at_the_end_is_no_half():
    whole = gap("The mill was sold to _____.", "Lund", quote="The mill was sold to Lund-Moe.")
    assert not left_out.half_of_a_compound(whole, NOWHERE)
