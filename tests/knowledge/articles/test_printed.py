"""Lines of printed pages become paragraphs again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.articles.printed import paragraphs
from knowledge.articles.tidying import one_line

FULL = "A line of a printed page goes on to its margin and is as long as all the others"


def texts(*pages: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(pages)]


def test_a_word_broken_at_the_margin_is_whole_again():
    assert texts(f"{FULL} exam-\nple of bees.") == [f"{FULL} example of bees."]


def test_a_compound_keeps_its_hyphen_where_the_text_writes_it_so():
    page = f"The well-known bee.\n{FULL} well-\nknown bees of the north."
    assert texts(page)[-1].endswith("well-known bees of the north.")


def test_ligatures_and_soft_hyphens_are_letters_again():
    assert (
        one_line("The \ufb01rst \ufb02ower\u00ad\u00a0of the o\ufb03ce")
        == "The first flower of the office"
    )


def test_a_sentence_that_runs_over_the_page_is_one_paragraph_with_two_pages():
    found = paragraphs([f"{FULL}\n{FULL} and so", "on until the end."])
    assert len(found) == 1
    second = next(mark for mark in found[0].marks if mark.label == "2")
    assert found[0].text[second.start :].startswith("on until")


def test_heads_that_change_their_number_and_alternate_go():
    pages = [
        f"{'Bees' if n % 2 else 'Chapter One'}  {n}\n{FULL} number {'x' * n}.\nThe end of it.\n{n}"
        for n in range(1, 11)
    ]
    assert not [text for text in texts(*pages) if text.startswith(("Bees", "Chapter"))]


def test_page_numbers_of_every_style_go():
    for number in ("7", "- 7 -", "Page 7", "xvii", "7 of 90", "| 7"):
        assert texts(f"{FULL}.\n{number}") == [f"{FULL}."]


def test_a_year_inside_a_page_is_no_page_number():
    assert "1984" in " ".join(texts(f"{FULL}\n1984\n{FULL}.\nThe last line stands here."))


def test_a_short_line_before_a_sentence_is_a_heading():
    found = paragraphs([f"{FULL}.\nWhat drones do\n{FULL}.\n{FULL}."])
    assert [each.text for each in found if each.is_heading] == ["What drones do"]


def test_items_of_a_list_stand_apart():
    assert texts(f"{FULL}:\n• Queens are few\n• Drones are many") == [
        f"{FULL}:", "• Queens are few", "• Drones are many",
    ]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "Bees fly.", FULL, "and so-", "on", "7", "Heading"]), max_size=8
        ).map("\n".join),
        max_size=8,
    )
)
def test_no_page_makes_it_stumble_and_marks_stay_inside(pages: list[str]):
    for paragraph in paragraphs(pages):
        assert paragraph.text.strip() == paragraph.text != ""
        assert all(0 <= mark.start <= len(paragraph.text) for mark in paragraph.marks)
