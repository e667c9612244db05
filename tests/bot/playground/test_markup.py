"""Telegram's HTML: what it becomes, and what Telegram says when it can't read it."""

from __future__ import annotations

import html
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.automatic import with_automatic_entities
from bot.playground.errors import BadRequest
from bot.playground.markup import parsed_html
from bot.playground.text import Formatted, utf16_length


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>six</b> hours", "six hours", [("bold", 0, 3)]),
        ("<strong><em>x</em></strong>", "x", [("bold", 0, 1), ("italic", 0, 1)]),
        ("😀 <u>x</u>", "😀 x", [("underline", 3, 1)]),
        ("a &lt;b&gt; &amp; &quot;c&quot; &#33; &nbsp;", 'a <b> & "c" ! &nbsp;', []),
        (
            "<blockquote expandable>long</blockquote>",
            "long",
            [("expandable_blockquote", 0, 4)],
        ),
        ("<span class='tg-spoiler'>x</span>", "x", [("spoiler", 0, 1)]),
        ("<i></i>x", "x", []),
        ("<PRE>x</PRE>", "x", [("pre", 0, 1)]),
    ],
)
def test_html_becomes_text_with_entities(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    value = parsed_html(source)
    assert value.text == text
    assert entities == [(e["type"], e["offset"], e["length"]) for e in value.entities]


def test_links_keep_their_address_and_code_its_language() -> None:
    linked = parsed_html('<a href="https://example.org/?a=1&amp;b=2">x</a>')
    assert linked.entities[0]["url"] == "https://example.org/?a=1&b=2"
    (code,) = parsed_html('<pre><code class="language-python">x</code></pre>').entities
    assert code == {"type": "pre", "language": "python", "offset": 0, "length": 1}


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<3", "Unclosed start tag at byte offset 0"),
        ("é <3 >", 'Unsupported start tag "3" at byte offset 3'),
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_bad_html_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(BadRequest) as refusal:
        parsed_html(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {complaint}"


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    value = parsed_html(f"<b>{html.escape(text)}</b>")
    assert value.text == text
    assert [entity["length"] for entity in value.entities] == [utf16_length(text)] * bool(text)


@given(st.text(alphabet="<>/ab&;= \"'x"))
def test_any_html_is_read_or_refused(source: str) -> None:
    with suppress(BadRequest):
        value = parsed_html(source)
        ends = [entity["offset"] + entity["length"] for entity in value.entities]
        assert max(ends, default=0) <= utf16_length(value.text)


def test_commands_mentions_and_addresses_are_found() -> None:
    value = with_automatic_entities(Formatted("/ask@gobbet_bot see https://example.org. @ann a/b"))
    parts = [(e["type"], value.text[e["offset"] :][: e["length"]]) for e in value.entities]
    assert parts == [
        ("bot_command", "/ask@gobbet_bot"),
        ("url", "https://example.org"),
        ("mention", "@ann"),
    ]


def test_nothing_is_found_inside_a_link() -> None:
    value = with_automatic_entities(parsed_html('<a href="https://example.org">/ask</a>'))
    assert [entity["type"] for entity in value.entities] == ["text_link"]
