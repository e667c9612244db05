"""What several sentences say of one thing becomes one fact, or several that contradict."""

from knowledge.facts.merging import merged
from knowledge.facts.statements import Statement
from knowledge.models import Citation, Expected

QUOTES = {"one": "The crossing took", "two": "Rain fell on deck for", "three": "Seasick all of"}


def said(value, article, quote="", **more):
    """What one article says of who keeps the light."""
    cited = Citation(article, article, "", quote or f"In {article}: {value}.", 0, 9)
    name = Expected("name", names=(value,))
    return Statement("keeper", {"of": "Skerry"}, ("keeper", "Skerry"), value, name, cited, **more)


def lasted(low, article, qualifier="", high=None, unit="hour"):
    """What one article says of how long the crossing lasted."""
    value = f"{low} {unit}s"
    range_ = Expected("quantity", low, low if high is None else high, unit)
    cited = Citation(article, article, "", f"{QUOTES[article]} {qualifier} {value}.", 0, 9)
    return Statement("crossing", {}, ("crossing",), value, range_, cited, qualifier)


def began(day, article):
    """What one article says of when the light was lit."""
    cited = Citation(article, article, "", f"{QUOTES[article]} {day}.", 0, 9)
    return Statement("lit", {}, ("lit",), day, Expected("date", date=day), cited)


def believed(*statements):
    return [fact.value for fact in merged(statements) if fact.confidence > 1 / 2]


def test_a_camp_that_has_twice_the_sources_is_believed():
    slips = [said("Ane Moe", "one", "Ane Moe has kept it since spring.")]
    others = [
        said("Rolf Lie", "two", "Rolf Lie trims the lamp."),
        said("Rolf Lie", "three", "Asked for oil, the keeper Rolf Lie shook his head."),
    ]
    assert believed(*slips, *others) == ["Rolf Lie"]


def test_sentences_that_copy_one_another_are_one_source():
    copies = [
        said("Rolf Lie", name, "The lamp on Skerry is kept by Rolf Lie.")
        for name in ("two", "six")
    ]
    assert believed(said("Ane Moe", "one", "Ane Moe has kept it since spring."), *copies) == []


def test_an_article_that_repeats_itself_is_one_source():
    repeated = [
        said("Rolf Lie", "two", "Rolf Lie trims the lamp."),
        said("Rolf Lie", "two", "Asked for oil, the keeper Rolf Lie shook his head."),
    ]
    assert believed(said("Ane Moe", "one", "Ane Moe has kept it since spring."), *repeated) == []


def test_a_definition_does_not_outweigh_more_sources():
    defined = said("Ane Moe", "one", "Ane Moe is the keeper of Skerry.", is_definition=True)
    others = [
        said("Rolf Lie", "two", "Rolf Lie trims the lamp."),
        said("Rolf Lie", "three", "Asked for oil, the keeper Rolf Lie shook his head."),
    ]
    assert believed(defined, *others) == ["Rolf Lie"]


def test_a_second_source_makes_a_fact_surer():
    (once,) = merged([lasted(6, "one")])
    (twice,) = merged([lasted(6, "one"), lasted(6, "two")])
    assert twice.confidence > once.confidence


def test_a_second_source_leaves_the_id_of_a_fact():
    (once,) = merged([lasted(6, "one", "about")])
    (twice,) = merged([lasted(6, "one", "about"), lasted(360, "two", unit="minute")])
    assert twice.id == once.id


def test_the_value_that_most_sources_give_is_said_though_another_is_more_exact():
    (fact,) = merged([lasted(6, "one", "about"), lasted(6, "two", "about"), lasted(5, "three")])
    assert (fact.value, fact.expected.low, fact.expected.high) == ("6 hours", 5, 6)


def test_an_open_bound_that_no_source_passes_is_as_right_as_any():
    (fact,) = merged([lasted(5, "one", "more than"), lasted(5, "two")])
    assert fact.expected.partly == ()


def test_a_year_alone_does_not_bring_two_days_of_it_together():
    facts = merged(
        [began("1871", "one"), began("1871-03-04", "two"), began("1871-10-09", "three")]
    )
    assert {fact.value for fact in facts} == {"1871-03-04", "1871-10-09"}
    assert all(fact.conflicts for fact in facts)
