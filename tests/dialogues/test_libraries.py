"""A class brings its own articles: added in the chat, asked at once, switched, taken away."""

from __future__ import annotations

import threading

import pytest

from bot.playground import membership
from bot.playground.classroom import CLASS_ID, INSTRUCTOR
from bot.services import adding
from bot.store import additions, libraries
from tests.dialogues.documents import HARBOUR, LIGHTHOUSE, pdf, word

PATIENCE = 30.0
LONG = "How long did the two engineers speak about the old lighthouse?"


async def adds(person, name: str, content: bytes) -> None:
    await person.sends(name, content, "/add")
    await person.hears("✓ I have", within=PATIENCE)


async def test_a_pdf_sent_in_private_can_be_asked_at_once_with_its_citation(stage, host):
    await stage.instructor.says("/start")
    await stage.instructor.sends("lighthouse.pdf", pdf("The lighthouse", LIGHTHOUSE))
    await stage.instructor.hears("Reading lighthouse.pdf")
    await stage.instructor.hears("✓ I have read The lighthouse", within=PATIENCE)
    await stage.instructor.says(LONG)
    answer = await stage.instructor.hears("three hours")
    assert "The lighthouse" in answer.text


async def test_a_class_studies_what_its_administrator_adds_and_students_follow(stage, host):
    ida, ann = stage.instructor.in_class, stage.ann.in_class
    await adds(ida, "harbour.docx", word("The harbour", HARBOUR))
    await ann.says("/ask How much did the harbour cost?")
    await ann.hears("90 million kroner")
    await stage.ann.says("/start")
    await stage.ann.hears("I have read 1 article.")
    await stage.ann.says("How long did Ingrid Solberg meet Peter Hansen?")
    await stage.ann.hears("five hours")
    await stage.ben.says("/start")
    await stage.ben.hears("I have read 5 articles.")


async def test_a_reply_to_a_file_adds_it(stage, host):
    sent = await stage.ann.in_class.sends("harbour.docx", word("The harbour", HARBOUR))
    await stage.instructor.in_class.says("/add", reply_to=sent)
    await stage.instructor.in_class.hears("✓ I have read The harbour", within=PATIENCE)


async def test_a_pasted_text_is_an_article_too(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("/add The harbour\n\n" + " ".join(HARBOUR) + " " + " ".join(LIGHTHOUSE))
    await stage.ann.hears("✓ I have read The harbour", within=PATIENCE)
    await stage.ann.says("/add")
    asked = await stage.ann.hears("paste the text as a reply")
    await stage.ann.says("The lighthouse\n\n" + " ".join(LIGHTHOUSE), reply_to=asked)
    await stage.ann.hears("✓ I have read The lighthouse", within=PATIENCE)


async def test_a_student_may_not_change_what_the_class_studies(stage, host):
    await stage.ann.in_class.sends("harbour.docx", word("The harbour", HARBOUR), "/add")
    await stage.ann.in_class.hears("Only this group's administrators")
    await stage.ann.in_class.says("/remove")
    await stage.ann.in_class.hears("Only this group's administrators")
    await adds(stage.instructor.in_class, "harbour.docx", word("The harbour", HARBOUR))
    await stage.ann.in_class.says("/sources")
    await stage.ann.in_class.hears("our own library")
    await stage.ann.in_class.presses("Study the library that came with me")
    await stage.ann.is_told("Only this group's administrators")


async def test_an_administrator_switches_between_libraries(stage, host):
    ida = stage.instructor.in_class
    await adds(ida, "harbour.docx", word("The harbour", HARBOUR))
    await ida.says("/sources")
    await ida.hears("I have read 1 article (our own library):")
    await ida.presses("Study the library that came with me")
    await ida.hears("From now on we study the library that came with me: 5 articles.")
    await ida.says("/ask How much did the harbour cost?")
    await ida.hears("My articles don't say.")


async def test_an_instructors_own_library_can_be_shared_with_a_class(stage, host):
    await stage.instructor.says("/start")
    await adds(stage.instructor, "lighthouse.pdf", pdf("The lighthouse", LIGHTHOUSE))
    await stage.instructor.in_class.says("/sources")
    await stage.instructor.in_class.presses("Study the library of Ida")
    await stage.instructor.in_class.hears("From now on we study the library of Ida: 1 article.")
    await stage.ann.in_class.says(f"/ask {LONG}")
    await stage.ann.in_class.hears("three hours")


async def test_a_student_chooses_another_library_than_the_class_and_comes_back(stage, host):
    await adds(stage.instructor.in_class, "harbour.docx", word("The harbour", HARBOUR))
    await stage.ann.in_class.says("/ask How much did the harbour cost?")
    await stage.ann.in_class.hears("90 million")
    await stage.ann.says("/sources")
    await stage.ann.hears("the library of Class 9b")
    await stage.ann.presses("Study the library that came with me")
    await stage.ann.hears("From now on we study the library that came with me")
    await stage.ann.says("/sources")
    await stage.ann.presses("Study what my class studies")
    await stage.ann.hears("From now on we study the library of Class 9b")


async def test_the_same_file_is_recognised(stage, host):
    await stage.ann.says("/start")
    file = pdf("The lighthouse", LIGHTHOUSE)
    await adds(stage.ann, "lighthouse.pdf", file)
    await stage.ann.sends("copy.pdf", file)
    await stage.ann.hears("I have that already: The lighthouse", within=PATIENCE)
    await stage.ann.says("/sources")
    await stage.ann.hears("I have read 1 article")


async def test_a_near_duplicate_is_told_of_and_a_changed_file_replaces_the_old_one(stage, host):
    await stage.ann.says("/start")
    await adds(stage.ann, "lighthouse.pdf", pdf("The lighthouse", LIGHTHOUSE * 3))
    await stage.ann.sends("copied.docx", word("Copied", LIGHTHOUSE * 3))
    said = await stage.ann.hears("✓ I have read Copied", within=PATIENCE)
    assert "nearly the same as The lighthouse" in said.text
    changed = tuple(each.replace("42", "45") for each in LIGHTHOUSE)
    await stage.ann.sends("lighthouse.pdf", pdf("The lighthouse", changed))
    await stage.ann.hears("I have the new version of The lighthouse", within=PATIENCE)
    await stage.ann.says("/sources")
    await stage.ann.hears("I have read 2 articles")


async def test_an_article_is_removed_after_a_second_press(stage, host):
    await stage.ann.says("/start")
    await adds(stage.ann, "lighthouse.pdf", pdf("The lighthouse", LIGHTHOUSE))
    await stage.ann.says("/remove")
    await stage.ann.hears("Which article shall I remove?")
    await stage.ann.presses("The lighthouse")
    await stage.ann.hears("Remove The lighthouse?")
    await stage.ann.presses("Remove it")
    await stage.ann.hears("Removed: The lighthouse.")
    await stage.ann.says(LONG)
    await stage.ann.hears("My articles don't say.")
    folder = host.settings.libraries_dir
    assert not [path for path in folder.rglob("*.pdf") if path.is_file()]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("picture.xyz", b"\x00\x01", "is of a kind that can't be read"),
        ("broken.pdf", b"no pdf at all", "is not what its name says"),
        ("empty.txt", b"   \n", "holds no text"),
    ],
)
async def test_a_file_that_cannot_be_read_is_refused_in_words(stage, host, name, content, said):
    await stage.ann.says("/start")
    await stage.ann.sends(name, content)
    await stage.ann.hears(said, within=PATIENCE)
    await stage.ann.says("/sources")
    await stage.ann.hears("I have read 5 articles:")


async def test_links_are_refused_unless_the_host_allows_them(stage, host):
    await stage.ann.says("/start")
    await stage.ann.says("/add https://example.org/page.html")
    await stage.ann.hears("has not allowed me to open links")


async def test_a_link_into_the_hosts_own_network_is_refused_even_where_all_are_allowed(
    stage, host
):
    await host.stops_the_bot()
    host.settings = host.settings.model_copy(update={"link_hosts": ("*",)})
    await host.starts_the_bot()
    await stage.ann.says("/start")
    await stage.ann.says("/add http://127.0.0.1:80/page.html")
    await stage.ann.hears("is not a public address")


async def test_cancelling_leaves_nothing_behind(stage, host):
    await stage.ann.says("/start")
    await stage.ann.sends("book.pdf", pdf("A book", LIGHTHOUSE, pages=150))
    await stage.ann.hears("Reading book.pdf")
    await stage.ann.presses("Cancel")
    await stage.ann.hears("Cancelled. Nothing was added.")
    await stage.ann.says("/sources")
    await stage.ann.hears("I have read 5 articles:")
    database = host.services.database
    assert await database.read(additions.ready) == []
    assert not list(host.settings.libraries_dir.rglob("*.pdf"))


async def test_a_long_book_tells_how_far_it_is_read(stage, host, monkeypatch):
    monkeypatch.setattr("bot.telegram.adding._SECONDS_BETWEEN", 0.05)  # however fast we read
    await stage.ann.says("/start")
    await stage.ann.sends("book.pdf", pdf("A book", LIGHTHOUSE, pages=150))
    await stage.ann.hears(" pages", within=PATIENCE)
    await stage.ann.hears("✓ I have read A book", within=2 * PATIENCE)


async def test_what_was_being_added_is_taken_up_after_a_restart(stage, host):
    await stage.ann.says("/start")
    await stage.ann.sends("book.pdf", pdf("A book", LIGHTHOUSE, pages=100))
    await stage.ann.hears("Reading book.pdf")
    await host.stops_the_bot()
    await host.starts_the_bot()
    await stage.ann.hears("✓ I have read A book", within=2 * PATIENCE)


async def test_a_group_that_becomes_a_supergroup_keeps_its_library(stage, host):
    await adds(stage.instructor.in_class, "harbour.docx", word("The harbour", HARBOUR))
    membership.migrate(stage.world, INSTRUCTOR, CLASS_ID)
    await stage.ann.in_class.says("/ask How much did the harbour cost?")
    await stage.ann.in_class.hears("90 million")


async def test_a_forgotten_student_leaves_no_library(stage, host):
    await stage.ann.says("/start")
    await adds(stage.ann, "lighthouse.pdf", pdf("The lighthouse", LIGHTHOUSE))
    await stage.ann.says("/forget")
    await stage.ann.presses("Erase everything")
    await stage.ann.hears("I have erased everything")
    await host.stops_the_bot()
    await host.starts_the_bot()
    assert await host.services.database.read(libraries.ids) == [libraries.HOST]
    assert not list(host.settings.libraries_dir.rglob("*.pdf"))


async def test_somebody_with_many_books_keeps_nobody_else_waiting(stage, host, monkeypatch):
    go_on, read_apart = threading.Event(), adding.read_apart

    def read_slowly(name, content, report):
        if name.startswith("book"):
            go_on.wait(PATIENCE)
        return read_apart(name, content, report=report)

    monkeypatch.setattr(adding, "read_apart", read_slowly)
    await stage.ann.says("/start")
    await stage.ben.says("/start")
    for number in range(3):
        name = f"book{number}.docx"
        await stage.ann.sends(name, word(f"Book {number}", LIGHTHOUSE))
        await stage.ann.hears(f"Reading {name}")
    try:
        await adds(stage.ben, "harbour.docx", word("The harbour", HARBOUR))
    finally:
        go_on.set()
    for _ in range(3):
        await stage.ann.hears("✓ I have read Book", within=PATIENCE)


async def test_a_library_is_chosen_with_what_is_said_of_it_or_not_at_all(stage, host):
    ida = stage.instructor.in_class
    await adds(ida, "harbour.docx", word("The harbour", HARBOUR))
    database = host.services.database
    await ida.says("/sources")
    await ida.hears("I have read 1 article")

    def fail(*_):
        raise ValueError("a bug")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.telegram.handlers.libraries.view.switched", fail)
        await ida.presses("Study the library that came with me")
        await ida.hears("wrong")
    assert not (await database.read(lambda tx: libraries.studied(tx, CLASS_ID))).is_hosts
