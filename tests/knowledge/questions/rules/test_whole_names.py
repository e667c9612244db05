"""Names that are cut, joined or spelt as no source writes them."""

from knowledge.questions.rules import whole_names
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library


def test_a_name_keeps_the_article_that_its_text_gives_it():
    text = "Globe House was built in 1599. The Globe House stood by the river."
    around = library(("Globe House", text))
    quote = "Globe House was built in 1599."
    lost = asked("In what year was Globe House built?", "1599", title="Globe House", quote=quote)
    kept = asked("In what year was the Globe House built?", "1599", title="Globe House")
    assert whole_names.article_lost(lost, around)
    assert not whole_names.article_lost(kept, around)


def test_two_names_that_stand_apart_are_not_glued():
    quote = "In 1894 a ship led by Per Bull called at Moss, and Lee signed on."
    glued = gap("In 1894 a ship led by Per Bull Lee signed on in _____.", "Moss", quote=quote)
    resumed = gap(
        "After years in Moss Lee met _____.", "Bull", quote="After years in Moss he met."
    )
    assert whole_names.names_glued(glued, NOWHERE)
    assert not whole_names.names_glued(resumed, NOWHERE)
