"""What a noun says that a thing is, and what else it might have been."""

from knowledge.language.sorts import group_of, others, sorts


def test_what_else_a_cove_might_be_is_another_water_and_no_bay():
    other = {noun for sort in others("cove") for noun in sort.nouns}
    assert {"lagoon", "waterfall"} <= other
    assert not {"bay", "inlet", "cove"} & other
    assert group_of("cove") >= {"bay", "lagoon"}


def test_of_an_unknown_noun_nothing_else_is_known():
    assert others("friend") == ()
    assert group_of("friend") == frozenset()


def test_every_noun_has_three_others_that_are_found_anywhere():
    plain = {noun: [s for s in others(noun) if not s.is_rare] for noun in sorts()}
    assert [noun for noun, found in plain.items() if len(found) < 3] == []
