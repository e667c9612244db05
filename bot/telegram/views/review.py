"""How the question bank looks to instructors: one question at a time, with its source sentence."""

from __future__ import annotations

from collections.abc import Sequence

from bot.services.reviewing import REASONS, Part, Waiting
from bot.store.bank import Count, Entry
from bot.store.libraries import HOST, StoredLibrary
from bot.store.outbox import Outgoing
from bot.telegram.library_buttons import (
    Approve,
    ApproveArticle,
    AskOnlyApproved,
    ChooseKey,
    EditEntry,
    EditPart,
    Reject,
    ReviewLibrary,
    ShowEntry,
    SkipEntry,
)
from bot.telegram.markup import Html, bold, cut, escape, italic, joined, quoted
from bot.telegram.messages import Key, Keyboard, Place, edit, prompt, text
from bot.telegram.plurals import counted
from bot.telegram.views.libraries import link_to_review
from knowledge.models import Citation, Question

PARTS: tuple[Part, ...] = ("stem", "options", "key", "accept", "source")
"""The parts that `EditPart` counts."""

APPROVED = "Approved."
REJECTED = "Rejected."
_QUOTE = 600
_TYPED = "To be answered in words: files hold it, but polls ask it only once it has options."
_PROMPTS: dict[Part, str] = {
    "stem": "Send me the question in your words.",
    "options": "Send me the options, one on each line, with a * before the right one.",
    "accept": "Send me the typed answers that count as right, one on each line.",
    "source": "Send me the sentence that says so, exactly as it stands in an article.",
}
_LABELS: dict[Part, str] = {
    "stem": "Question",
    "options": "Options",
    "key": "Right option",
    "accept": "Accepted answers",
    "source": "Source",
}


def waiting(place: Place, message: int | None, found: Waiting) -> Outgoing:
    """The next question to look at, or that none is left; ``message`` is edited if given."""
    if found.entry is None:
        words, keys = _all_seen(found), _library_keys(found.library)
    else:
        words, keys = _card(found.entry, found.count), _entry_keys(found.entry)
    return _shown(place, message, words, keys)


def reasons(place: Place, message: int, entry: Entry, count: Count) -> Outgoing:
    """After Reject, which asks why."""
    keys = [[Key(reason, Reject(entry.id, n))] for n, reason in enumerate(REASONS, start=1)]
    keys.append([Key("Back", ShowEntry(entry.id))])
    return edit(place, message, joined([_card(entry, count), bold("Why reject it?")]), keys)


def parts(place: Place, message: int, entry: Entry, count: Count) -> Outgoing:
    """After Edit, which asks what."""
    has_key = bool(entry.question.options)
    rows: list[tuple[Part, ...]] = [
        ("stem", "options"),
        ("key", "accept") if has_key else ("accept",),
        ("source",),
    ]
    keys = [
        [Key(_LABELS[part], EditPart(entry.id, PARTS.index(part))) for part in row] for row in rows
    ]
    keys.append([Key("Back", ShowEntry(entry.id))])
    return edit(place, message, joined([_card(entry, count), bold("What shall change?")]), keys)


def keys_to_choose(place: Place, message: int, entry: Entry, count: Count) -> Outgoing:
    """After Edit and Right option."""
    keys = [
        [Key(cut(option, 60), ChooseKey(entry.id, n))]
        for n, option in enumerate(entry.question.options)
    ]
    keys.append([Key("Back", ShowEntry(entry.id))])
    return edit(place, message, joined([_card(entry, count), bold("Which is right?")]), keys)


def ask_for(place: Place, part: Part, question: Question) -> Outgoing:
    """What to send for a part; what stands there now can be copied."""
    now = {
        "stem": question.stem,
        "options": "\n".join(
            f"{'*' if n == question.key else ''}{each}" for n, each in enumerate(question.options)
        )
        or f"*{question.answer}",
        "accept": "\n".join(question.accept) or "(none)",
        "source": question.citations[0].quote if question.citations else "(none)",
    }[part]
    words = joined([escape(_PROMPTS[part]), Html(f"<code>{escape(cut(now, 1500))}</code>")])
    return prompt(place, words, placeholder=_LABELS[part], reply_to=None)


def bad_edit(place: Place, problem: str) -> Outgoing:
    """After words that can't be that part; the next ones are tried again."""
    return text(place, escape(f"{problem} Try again, or /review to leave it."))


def approved_all(place: Place, count: int, title: str) -> Outgoing:
    """After "approve all of this article"."""
    many = counted(count, "question")
    return text(place, Html(f"✓ Approved {many} of {italic(title)}."))


def authored(place: Place, entry: Entry) -> Outgoing:
    """After an instructor sent a quiz poll: a question by hand."""
    cited = entry.question.citations
    head = "I keep your question. " + (
        "This is its source:" if cited else "It has no source yet, so nobody is asked it: add one."
    )
    parts = [escape(head), *_question_lines(entry.question), *map(_source, cited)]
    return text(place, joined(parts), _entry_keys(entry))


def not_a_question(place: Place, problem: str) -> Outgoing:
    """After a poll that can't be a question."""
    return text(place, escape(problem))


def nothing_to_review(place: Place) -> Outgoing:
    """After /review by somebody who instructs no library."""
    words = (
        "You have no library whose questions you could review. Add an article with /add, here or "
        "in your class's group; in the group its administrators can also send /review."
    )
    return text(place, escape(words))


def in_private(place: Place, bot_username: str) -> Outgoing:
    """After /review in a group: questions with their answers are for instructors' eyes only."""
    return text(
        place,
        escape("The questions and their answers are for you alone: look them over in private."),
        [[Key("Review in private", url=link_to_review(bot_username))]],
    )


def _all_seen(found: Waiting) -> Html:
    count = found.count
    asked = (
        "Only approved questions are asked."
        if found.library.asks == "approved"
        else "Approved questions are asked, and new ones that I am sure of."
    )
    lines = [
        bold("Nothing waits for review."),
        escape(f"{count.approved} approved, {count.retired} rejected. {asked}"),
    ]
    return joined(lines, between="\n")


def _library_keys(library: StoredLibrary) -> Keyboard:
    if library.asks == "approved":
        return [[Key("Also ask new questions I am sure of", AskOnlyApproved(library.id, 0))]]
    return [[Key("Ask only approved ones", AskOnlyApproved(library.id, 1))]]


def _entry_keys(entry: Entry) -> Keyboard:
    return [
        [
            Key("✓ Approve", Approve(entry.id)),
            Key("✎ Edit", EditEntry(entry.id)),
            Key("✗ Reject", Reject(entry.id, 0)),
        ],
        [Key("Approve all of this article", ApproveArticle(entry.id))],
        [Key("Skip", SkipEntry(entry.id))],
    ]


def _card(entry: Entry, count: Count) -> Html:
    waits = count.draft + count.suspended
    head = italic(f"{waits} to review, {count.approved} approved")
    doubt = [escape(f"⚠ {entry.reason}")] if entry.reason else []
    question = entry.question
    cited = [_source(citation, question.answer) for citation in question.citations[:3]]
    return joined([head, *doubt, *_question_lines(question), *cited])


def _question_lines(question: Question) -> list[Html]:
    also = cut("; ".join(question.accept), 200)
    if not question.options:
        answer = f"✓ {question.answer}" + (f" (also right: {also})" if also else "")
        return [bold(question.stem), joined([escape(answer), italic(_TYPED)], between="\n")]
    options = [
        bold(f"✓ {option}") if n == question.key else escape(f"○ {option}")
        for n, option in enumerate(question.options)
    ]
    lines = [bold(question.stem), joined(options, between="\n")]
    if also:
        lines.append(escape(f"Also right when typed: {also}"))
    return lines


def _source(citation: Citation, highlight: str = "") -> Html:
    origin = ", ".join(part for part in (citation.title, citation.source) if part)
    return Html(f"{quoted(cut(citation.quote, _QUOTE), highlight=highlight)}\n— {italic(origin)}")


def _shown(place: Place, message: int | None, words: Html, keyboard: Keyboard) -> Outgoing:
    if message is None:
        return text(place, words, keyboard)
    return edit(place, message, words, keyboard)


def libraries_to_review(place: Place, found: Sequence[StoredLibrary]) -> Outgoing:
    """Where somebody instructs several: the others."""
    keys = [
        [Key("The host's library" if each.id == HOST else each.name, ReviewLibrary(each.id))]
        for each in found
    ]
    return text(place, escape("You also look after:"), keys)
