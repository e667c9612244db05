import html
import re

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.markup import (
    MESSAGE_LIMIT,
    bold,
    cut,
    escape,
    joined,
    length,
    listed,
    quoted,
    visible_length,
)

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400)


@given(ANY_TEXT)
def test_nobodys_text_makes_a_tag(text):
    assert "<" not in escape(text)
    assert re.fullmatch(r"<b>[^<>]*</b>", bold(text), re.DOTALL)


@given(ANY_TEXT, st.integers(1, 100))
def test_a_cut_text_fits_and_begins_as_before(text, limit):
    short = cut(text, limit)
    assert length(short) <= limit
    assert short == text or text.startswith(short.removesuffix("…"))


def test_a_text_is_cut_at_a_word():
    assert cut("The talks lasted six hours", 20) == "The talks lasted…"


def test_a_message_of_4096_emoji_is_cut_between_characters():
    emoji = "😀" * 4096
    assert length(cut(emoji, 4096)) <= 4096
    assert set(cut(emoji, 4096)) == {"😀", "…"}


@given(st.lists(ANY_TEXT, max_size=40))
def test_joined_parts_never_exceed_a_message(texts):
    message = joined([quoted(text) for text in texts])
    assert visible_length(message) <= MESSAGE_LIMIT
    assert message.count("<blockquote") == message.count("</blockquote>")


def test_the_short_answer_is_bold_where_it_stands_in_the_quote():
    assert quoted("for six hours & more", highlight="six hours") == (
        "<blockquote>for <b>six hours</b> &amp; more</blockquote>"
    )


def test_a_long_quote_is_folded():
    assert quoted("word " * 100).startswith("<blockquote expandable>")


def test_a_name_cannot_turn_the_direction_of_the_board():
    assert escape("Ann\u202egnol") == "Anngnol"


@given(st.text(alphabet=st.sampled_from("aé<>&\"'😀 ")))
def test_what_is_shown_is_what_was_written(text):
    assert html.unescape(escape(text)) == text


@given(st.lists(ANY_TEXT, max_size=60), st.integers(0, 5000))
def test_a_list_fits_into_a_message_and_says_how_much_is_missing(texts, further):
    lines = [bold(text) for text in texts]
    shown = listed(bold("Read:"), lines, len(texts) + further)
    assert visible_length(shown) <= MESSAGE_LIMIT
    kept = shown.count("<b>") - 1
    missing = len(texts) + further - kept
    assert (f"… and {missing:,} more" in shown) == (missing > 0)
