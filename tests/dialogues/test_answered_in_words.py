"""A library whose questions have no options: what its people are told about them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.playground.classroom import INSTRUCTOR
from bot.settings import SHIPPED_LIBRARY
from knowledge import Library
from knowledge.derived import Made
from tests.dialogues.conftest import Host, settings_for

SEVERAL = 3


@pytest.fixture
async def wordy(stage, library, tmp_path):
    """A host whose articles yield questions without options alone; the bot is running."""
    made = library.questions(drafts=True)
    typed = tuple(replace(q, tier="safe") for q in made if not q.options and q.accept)[:SEVERAL]
    assert len(typed) == SEVERAL
    only_typed = Library.open(SHIPPED_LIBRARY)
    only_typed.know(Made(tuple(library.facts()), typed))
    settings = settings_for(stage.playground, tmp_path)
    settings = settings.model_copy(update={"owner_ids": (INSTRUCTOR.id,)})
    host = Host(stage, settings, only_typed)
    await host.starts_the_bot()
    yield typed
    await host.stops_the_bot()


async def test_a_quiz_says_that_the_questions_are_to_be_answered_in_words(stage, wordy):
    await stage.ann.says("/quiz")
    told = await stage.ann.hears(f"My articles give {len(wordy)} questions")
    assert "to be answered in words, but none to choose from" in told.text
    await stage.instructor.in_class.says("/quiz")
    await stage.instructor.in_class.hears("to be answered in words")


async def test_a_review_shows_the_answer_and_no_empty_list_and_options_make_a_poll(stage, wordy):
    ida = stage.instructor
    await ida.says("/review")
    card = await ida.hears(" to review")
    shown = next(q for q in wordy if q.stem in card.text)
    also = "; ".join(shown.accept)
    assert f"✓ {shown.answer} (also right: {also})\nTo be answered in words" in card.text
    await ida.presses("✎ Edit")
    card = await ida.hears("What shall change?")
    labels = [button["text"] for button in card.buttons]
    assert "Options" in labels
    assert "Right option" not in labels
    await ida.presses("Options")
    await ida.hears(f"*{shown.answer}")
    await ida.says(f"*{shown.answer}\nNobody\nEverybody")
    await ida.hears("○ Nobody")
    await stage.ann.says("/quiz 1")
    await stage.ann.sees_poll(shown.stem)


async def test_a_file_that_cannot_hold_them_says_so(stage, wordy):
    await stage.instructor.says("/export_questions aiken")
    told = await stage.instructor.hears("The file would be empty.")
    assert f"{len(wordy)} questions, to be answered in words, are left out" in told.text
    await stage.instructor.says("/export_questions csv")
    file = await stage.instructor.receives_file("questions.csv")
    assert wordy[0].stem.encode() in file
