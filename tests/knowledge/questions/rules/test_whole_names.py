"""Names that are cut, joined or spelt as no source writes them."""

from knowledge.questions.rules import whole_names
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library


def test_a_name_keeps_the_capital_that_its_source_gives_it():
    quote = "McKay opened in 1990."
    lost = asked("In what year did mcKay open?", "1990", quote=quote)
    kept = asked("In what year did iPrint open?", "1990", quote="iPrint opened in 1990.")
    assert whole_names.name_decapitalised(lost, NOWHERE)
    assert not whole_names.name_decapitalised(kept, NOWHERE)


def test_a_name_keeps_the_article_that_its_text_gives_it():
    text = "Globe House was built in 1599. The Globe House stood by the river."
    around = library(("Globe House", text))
    quote = "Globe House was built in 1599."
    lost = asked("In what year was Globe House built?", "1599", title="Globe House", quote=quote)
    kept = asked("In what year was the Globe House built?", "1599", title="Globe House")
    assert whole_names.article_lost(lost, around)
    assert not whole_names.article_lost(kept, around)


def test_what_opens_the_source_is_not_lost():
    lost = gap(
        "Harvard Lee befriended _____.",
        "Per Moe",
        quote="While at Harvard Lee befriended Per Moe.",
    )
    assert whole_names.opening_lost(lost, NOWHERE)
    assert not whole_names.opening_lost(gap("Ann Lee befriended _____.", "Per Moe"), NOWHERE)


def test_names_are_written_as_in_their_article():
    told = gap("At Oslo in 1990 Bergen Lee befriended _____.", "Per Moe", title="Lee")
    assert whole_names.name_never_written(told, library(("Lee", "In Bergen, Lee met Per Moe.")))
    assert not whole_names.name_never_written(told, library(("Lee", "Bergen Lee met Per Moe.")))


def test_a_month_before_a_name_is_no_part_of_it():
    told = gap("At last in May Bergen befriended _____.", "Per Moe", title="Lee")
    assert not whole_names.name_never_written(
        told, library(("Lee", "In May, Bergen met Per Moe."))
    )
