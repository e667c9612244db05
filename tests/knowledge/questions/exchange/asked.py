"""Questions with such texts as only an enemy, a mathematician or a programmer would write."""

from hypothesis import strategies as st

from knowledge.models import Citation, Expected, Question
from knowledge.questions.exchange.texts import one_line, plain

HOSTILE = [
    "=", "~", "#", "####", "{", "}", ":", "::", "\\", "\\n", "\n", "\n\n", "\r\n", "\t", " ",
    "//", "->", "%50%", "[html]", "[plain]", "[id:x]", "$CATEGORY: x", "A.", "A)", "B. ",
    "ANSWER: A", "Question: ", "TRUE", "T", "'", "''", "=1+1", "+1", "-1", "@SUM(A1)", "\uff1d1",
    '"', '","', ";", "<b>", "</text>", "]]>", "<![CDATA[", "&amp;", "&",
    "<script>alert(1)</script>", "{{Answer}}", "\x00", "\x1b", "\u2028", "\x85", "\ufdd0",
    "\ufffe", "\u200b", "\ud800", "é", "漢", "🐝", "_____", "1", "2.5", "bees", "fly far",
    "x" * 40, "key", "stem",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=6), min_size=1, max_size=6).map(
    lambda parts: plain("".join(parts))
)
WRITTEN = TEXTS.filter(bool)
LINES = TEXTS.map(one_line)


@st.composite
def choices(draw: st.DrawFn, texts: st.SearchStrategy[str] = WRITTEN) -> Question:
    """A question with options, with nothing but what every format knows."""
    options = draw(st.lists(texts, min_size=2, max_size=6, unique_by=str.casefold))
    key = draw(st.integers(0, len(options) - 1))
    return question(
        stem=draw(texts),
        title=draw(LINES),
        explanation=draw(TEXTS),
        options=tuple(options),
        key=key,
        answer=options[key],
    )


@st.composite
def typed(draw: st.DrawFn) -> Question:
    answers = draw(st.lists(WRITTEN, min_size=1, max_size=4, unique=True))
    return question(stem=draw(WRITTEN), answer=answers[0], accept=tuple(answers[1:]))


@st.composite
def numbers(draw: st.DrawFn) -> Question:
    low, more = draw(st.integers(-(10**6), 10**6)), draw(st.integers(0, 100))
    low, high = low / 4, low / 4 + more / 2
    shown = f"{low:.15g}" if low == high else f"{low:.15g} to {high:.15g}"
    return question(
        stem=draw(WRITTEN), answer=shown, expected=Expected("quantity", low=low, high=high)
    )


def question(**fields: object) -> Question:
    """A draft about queens, with ``fields`` changed."""
    given = {
        "id": "q-1]\\", "kind": "imported", "tier": "draft", "title": "Queens live long",
        "stem": "How long does a queen bee live?", "options": (), "key": 0,
        "answer": "several years",
        "accept": (), "explanation": "", "citations": (),
    }  # fmt: skip
    return Question(**(given | fields))


CITED = question(
    kind="duration",
    tier="safe",
    options=("several years", "a few weeks", "one summer"),
    accept=("years", "some years"),
    explanation="The Hive says so.",
    expected=Expected("quantity", low=3, high=5, unit="year"),
    citations=(
        Citation("queens", "Queens live long", "The Hive", "A queen <lives> for years.", 12, 38),
    ),
)
