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
        ("_____ moved to Portland in 1950.", "Ida Lund moved to Portland, Oregon in 1950.", False),
        ("On 5 May _____ left Oslo.", "On 5 May, 1950 Ida Lund left Oslo.", False),
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
        ("In which town did Lee work?", "Lee worked in a work-house.", False),
    ],
)
def test_a_compound_is_not_cut_at_its_hyphen(stem, quote, is_half):
    half = asked(stem, "Lund", "person", quote=quote)
    assert left_out.half_of_a_compound(half, NOWHERE) is is_half


def test_a_blank_at_the_end_is_no_half():
    whole = gap("The mill was sold to _____.", "Lund", quote="The mill was sold to Lund-Moe.")
    assert not left_out.half_of_a_compound(whole, NOWHERE)


@pytest.mark.parametrize(
    ("said", "quote", "is_glued"),
    [
        (
            "In _____ riots spread many died.",
            "In 1391 riots spread; many died, and most fled.",
            True,
        ),
        ("In _____ riots spread.", "In 1391 riots spread; many died.", False),
        ("_____ was a painter.", "1391 (first; second) was a painter.", False),
    ],
)
def test_two_sentences_are_not_one(said, quote, is_glued):
    candidate = gap(said, "1391", "date", quote=quote)
    assert left_out.joined_where_a_sentence_ended(candidate, NOWHERE) is is_glued


@pytest.mark.parametrize(
    ("stem", "quote", "is_first"),
    [
        ("In what year did Ann Lee climb it?", "Ann Lee, Per Moe and Kim Ito climbed it.", True),
        ("In what year did Chile sign it?", "Chile, Peru, and Kenya signed it in 1865.", True),
        ("In what year did Ann Lee climb it?", "Ann Lee climbed it with Per Moe.", False),
        ("In what year did Lee leave Paris?", "Lee left Paris, France, and Moe stayed.", False),
        (
            "In what year was it sold to Sony?",
            "When it was sold to Sony, Lee and Moe left.",
            False,
        ),
        ("In what year did Lee visit Chile?", "Lee visited Chile, Peru and Kenya.", False),
        ("Who taught Ann Lee?", "Dahl was taught by Ann Lee, Per Moe and Kim Ito.", True),
        ("In what year was Ann Lee born?", "Ann Lee, Irish and English by birth, sang.", False),
        ("Who founded it?", "Ann Lee, Jr. and Per Moe founded it.", False),
        (
            "In what year did Ann Lee, Per Moe and Kim Ito climb it?",
            "Ann Lee, Per Moe and Kim Ito climbed it.",
            False,
        ),
    ],
)
def test_the_first_of_a_row_is_not_asked_of_alone(stem, quote, is_first):
    assert left_out.first_of_a_row(asked(stem, "1865", quote=quote), NOWHERE) is is_first


@pytest.mark.parametrize(
    ("said", "key", "quote", "is_of_another"),
    [
        (
            "The mill stands on the _____, the largest island of the county.",
            "Lund Bay",
            "The mill stands on the Lund Bay, in Moss, the largest island of the county.",
            True,
        ),
        (
            "According to _____, the mill was lost in 1914.",
            "Ida Lund",
            "According to Ida Lund, of Oslo, the mill was lost in 1914.",
            False,
        ),
        (
            "It was told in a thesis published in _____.",
            "1973",
            'It was told in a thesis and in an article, "Mills", published in 1973.',
            True,
        ),
        (
            "The _____ opened in 1992.",
            "Lund Mill",
            "The Lund Mill, on the river at Moss, opened in 1992.",
            False,
        ),
        (
            "The mill stands on the _____, the largest bay of the county.",
            "Lund Bay",
            "The mill stands on the Lund Bay, the largest bay of the county.",
            False,
        ),
    ],
)
def test_a_remark_goes_with_the_thing_that_it_is_about(said, key, quote, is_of_another):
    cut = gap(said, key, quote=quote)
    assert left_out.remark_on_what_is_lost(cut, NOWHERE) is is_of_another


def test_somebody_is_called_by_a_name_not_by_what_he_was():
    quote = "A poor pupil, Lee nevertheless entered the school in 1935."
    lost = asked("In what year did a poor pupil enter the school?", "1935", quote=quote)
    told = asked("In what year did Lee, a poor pupil, enter the school?", "1935", quote=quote)
    assert left_out.somebody_called_what_he_was(lost, NOWHERE)
    assert not left_out.somebody_called_what_he_was(told, NOWHERE)


@pytest.mark.parametrize(
    ("source", "is_lost"),
    [
        ("A friend of Moe and of Dahl, he gave shelter and hoped for peace.", True),
        ("A friend of Moe and of Dahl hoped for peace.", False),
        ("A friend of Moe and of Dahl hoped for peace, and when Ek came, he fled.", False),
    ],
)
def test_who_is_set_before_he_is_no_subject(source, is_lost):
    made = gap("A friend of Moe and of _____ hoped for peace.", "Dahl", quote=source)
    assert left_out.apposition_for_a_subject(made, NOWHERE) is is_lost


def test_what_was_held_goes_with_what_is_asked_for():
    quote = "In 1928 Lee took part in the Moss Congress held in Oslo."
    hanging = asked(
        "In which congress did Lee take part held in Oslo?", "Moss Congress", quote=quote,
        of="clause",
    )  # fmt: skip
    whole = asked(
        "In which congress did Lee take part?", "Moss Congress", quote=quote, of="clause"
    )
    assert left_out.participle_left_behind(hanging, NOWHERE)
    assert not left_out.participle_left_behind(whole, NOWHERE)


@pytest.mark.parametrize(
    ("stem", "is_lost"),
    [
        ("In what year did Ida Lund the weaver Per Moe found the mill?", True),
        ("Who the weaver Per Moe founded the mill?", True),
        ("In what year did Ida Lund and the weaver Per Moe found the mill?", False),
    ],
)
def test_two_who_did_it_are_joined(stem, is_lost):
    quote = "In 1990 Ida Lund, a ranger, and the weaver Per Moe founded the mill."
    made = asked(stem, "1990", quote=quote)
    assert left_out.somebody_beside_another(made, NOWHERE) is is_lost


def test_a_brother_in_law_is_no_brother():
    quote = "Lee landed with a force supplied by his brother-in-law, the duke."
    cut = asked("Who landed with a force supplied by his brother in March?", "Lee", quote=quote)
    assert left_out.half_of_a_compound(cut, NOWHERE)
    both = "Lee left her brother-in-law and lived with her brother, a smith, in Oslo."
    whole = asked("Who lived with her brother in Oslo?", "Lee", quote=both)
    assert not left_out.half_of_a_compound(whole, NOWHERE)


def test_the_comma_of_a_remark_goes_with_it():
    quote = "The war cost the town, by one estimate, 6,000 men."
    stray = gap("The war cost the town, _____ men.", "6,000", "number", quote=quote)
    whole = gap("The war cost the town _____ men.", "6,000", "number", quote=quote)
    row = gap("It has inns, _____ mills and a port.", "two", "number")
    assert left_out.comma_of_a_lost_remark(stray, NOWHERE)
    assert not left_out.comma_of_a_lost_remark(whole, NOWHERE)
    assert not left_out.comma_of_a_lost_remark(row, NOWHERE)


def test_behind_a_colon_the_verb_is_not_lost():
    quote = "It was a hoax: a group that included the young Ida Lund were received with honours."
    cut = gap("It was a hoax: a group that included the young _____.", "Ida Lund", quote=quote)
    assert left_out.verb_lost_behind_a_colon(cut, NOWHERE)
    two = "It has two halls: the one that faces the sea and the Hall of _____."
    assert not left_out.verb_lost_behind_a_colon(gap(two, "Ida Lund"), NOWHERE)
    named = "It has two halls: the Red Hall and the Moss Hall, named after Lee."
    halls = gap("It has two halls: the Red Hall and the _____.", "Moss Hall", quote=named)
    assert not left_out.verb_lost_behind_a_colon(halls, NOWHERE)


@pytest.mark.parametrize(
    ("said", "is_lost"),
    [
        ("In _____ a gang dug in Mill Street in 1987 two men held up a bank.", True),
        ("In _____ a gang dug in Mill Street, and in 1987 two men held up a bank.", False),
        ("In _____ a gang dug in Mill Street.", False),
    ],
)
def test_a_second_deed_with_its_year_keeps_its_and(said, is_lost):
    quote = "In 1971 a gang dug in Mill Street, and in 1987 two men held up a bank."
    assert left_out.joint_lost_before_a_year(gap(said, "1971", "date", quote=quote), NOWHERE) is (
        is_lost
    )


def test_somebody_who_does_the_next_thing_is_not_left_at_the_end():
    quote = "Moss voted for a statue of Ida Lund, and Moe, then in Paris, chose Ek."
    cut = gap("Moss voted for a statue of _____, and Moe.", "Ida Lund", quote=quote)
    pair = gap("Moss voted for a statue of _____, and Moe.", "Ida Lund")
    assert left_out.somebody_of_the_next_clause(cut, NOWHERE)
    assert not left_out.somebody_of_the_next_clause(pair, NOWHERE)


@pytest.mark.parametrize(
    ("said", "is_lost"),
    [
        ("It was a scheme of the state by machines in _____.", True),
        ("It was a scheme of the state to grow nuts by machines in _____.", False),
        ("It was a scheme of the state.", False),
    ],
)
def test_what_a_scheme_was_for_is_not_lost_with_its_dates(said, is_lost):
    quote = "It was a scheme of the state, begun in 1947, to grow nuts (peas) by machines in Oslo."
    cut = gap(said, "Oslo", "city", quote=quote)
    assert left_out.purpose_lost_with_a_remark(cut, NOWHERE) is is_lost
