"""How questions and results look."""

from __future__ import annotations

from bot.quiz.arrangement import has_values
from bot.services.posing import Posed
from bot.services.practising import Finished, Started
from bot.store.outbox import Outgoing
from bot.telegram.callbacks import StartQuiz
from bot.telegram.markup import Html, bold, cut, escape, italic, joined, quoted
from bot.telegram.messages import (
    EXPLANATION_LIMIT,
    Key,
    Keyboard,
    Place,
    quiz_poll,
    stop_poll,
    text,
)
from bot.telegram.plurals import counted
from knowledge.models import Question

POST = "post"
"""The kind of purpose that a posted question has."""

DEFAULT_COUNT = 5
MOST = 20
_TITLE_LIMIT = 90


def started(place: Place, start: Started) -> list[Outgoing]:
    """The first question; before it, the end of a practice that was running."""
    ended = _replaced(place, start.replaced) if start.replaced else []
    return [*ended, question(place, start.first)]


def question(
    place: Place, posed: Posed, *, seconds: int | None = None, keyboard: Keyboard = ()
) -> Outgoing:
    """A question as a quiz poll, under its article's title so that it stands alone."""
    asked, order = posed.question, posed.post.order
    return quiz_poll(
        place,
        question=f"{_heading(posed)}\n{asked.stem}".strip(),
        options=[asked.options[index] for index in order],
        key=order.index(asked.key),
        explanation=cut(asked.explanation, EXPLANATION_LIMIT),
        purpose=purpose(posed),
        seconds=seconds,
        is_shuffled=seconds is not None and not has_values(asked),
        keyboard=keyboard,
    )


def purpose(posed: Posed) -> str:
    """What the outbox tells back when Telegram has accepted the question."""
    return f"{POST}:{posed.post.id}"


def finished(place: Place, end: Finished) -> Outgoing:
    """The result: the count, and what was wrong with where to read it."""
    head = Html(f"🏁 You got {bold(f'{end.right} of {end.answered}')} right.")
    parts = [head, _comment(end), *(_to_read_again(q) for q in end.missed)]
    return text(place, joined(parts), [[Key("Another quiz", StartQuiz(max(end.total, 1)))]])


def stopped(place: Place, end: Finished) -> list[Outgoing]:
    """The result of a practice that was ended early; its open poll is closed."""
    keys = [[Key("A new quiz", StartQuiz(end.total))]]
    if not end.answered:
        words = escape("⏹ Stopped. Nothing was answered.")
        return [*_closed(end), text(place, words, keys)]
    return [*_closed(end), text(place, _so_far(end, "⏹ Stopped."), keys)]


def nothing_runs(place: Place) -> Outgoing:
    """After /stop without a quiz."""
    return text(place, escape("No quiz is running. /quiz starts one."))


def one_moment(place: Place) -> Outgoing:
    """Before the first questions of a library are made."""
    words = "One moment: I am making questions from my articles. That happens only once."
    return text(place, escape(words))


def not_yet_made(place: Place) -> Outgoing:
    """Where the first questions take longer than anybody should wait."""
    words = (
        "The questions are not ready yet: there is much to read. Try again in a few minutes; you "
        "can already ask me things, just write your question."
    )
    return text(place, escape(words))


def nothing_to_ask(place: Place, typed: int = 0) -> Outgoing:
    """Where the library yields no question for a poll; ``typed`` are to be answered in words."""
    words = "I can't make a good question from my articles yet."
    if typed:
        words = (
            f"My articles give {counted(typed, 'question')} to be answered in words, but none to "
            "choose from, which a quiz here needs. Instructors add options with /review, or take "
            "the questions along with /export_questions."
        )
    return text(place, escape(f"{words} You can still ask me things: just write your question."))


def bad_count(place: Place, given: str) -> Outgoing:
    """After /quiz with something that is no number of questions."""
    words = f"I can't ask “{cut(given, 12)}” questions. Try /quiz 5, or any number up to {MOST}."
    return text(place, escape(words))


def lost_question(place: Place) -> Outgoing:
    """Before a question is put once more, because it is uncertain whether it arrived."""
    words = "I can't tell whether my last question reached you, so here it is once more."
    return text(place, italic(words))


def could_not_post(place: Place) -> Outgoing:
    """When Telegram refused the poll: mostly a group that forbids them."""
    words = (
        "I may not send polls here. An administrator has to allow members (or me) to send them; "
        "then try /quiz again."
    )
    return text(place, escape(words))


def _heading(posed: Posed) -> str:
    title = cut(posed.question.title, _TITLE_LIMIT)
    number = f"{posed.number}/{posed.total}" if posed.total > 1 else ""
    return " · ".join(part for part in (number, title) if part)


def _replaced(place: Place, end: Finished) -> list[Outgoing]:
    """What was answered of a practice that gives way; of one without answers nothing is said."""
    if not end.answered:
        return _closed(end)
    return [*_closed(end), text(place, _so_far(end, "⏹ That ends your last quiz."))]


def _so_far(end: Finished, opening: str) -> Html:
    head = Html(f"{opening} You got {bold(f'{end.right} of {end.answered}')} right.")
    return joined([head, *(_to_read_again(q) for q in end.missed)])


def _closed(end: Finished) -> list[Outgoing]:
    """The open poll's end, if Telegram has the poll."""
    post = end.unanswered
    if post is None or post.message is None:
        return []
    return [stop_poll(post.chat, post.message)]


def _comment(end: Finished) -> Html:
    if not end.missed:
        return escape("All right!" if end.answered > 1 else "Right!")
    return bold("To read again:")


def _to_read_again(missed: Question) -> Html:
    lines = [Html(f"• {escape(missed.stem)} {bold(missed.answer)}")]
    for citation in missed.citations[:1]:
        origin = ", ".join(part for part in (citation.title, citation.source) if part)
        lines += [quoted(cut(citation.quote, 600)), Html(f"— {italic(origin)}")]
    return Html("\n".join(lines))
