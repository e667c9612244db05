"""How the instructor's report looks: a text, a picture, and tables for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.quiz.statistics import ENOUGH_ANSWERS
from bot.services import tables
from bot.services.reporting import Chosen, QuestionReport, Report
from bot.store.outbox import Outgoing
from bot.store.rounds import StoredRound
from bot.telegram.callbacks import ReportRound
from bot.telegram.markup import Html, bold, cut, escape, italic, joined
from bot.telegram.messages import Key, Keyboard, Place, document, photo, text

_STEM_LIMIT, _OPTION_LIMIT, _NAMES_SHOWN = 120, 60, 6
_DUBIOUS = 0.15
_FEW_STUDENTS = 10
_MOST_QUESTIONS = 8
_CONSISTENT = "the questions measure the same thing, so the places tell who knows more"
_NOT_CONSISTENT = (
    "the questions hardly measure the same thing: don't grade by them, or ask more of them"
)
_SEPARATES = ": students who are strong elsewhere do better here"
_SEPARATES_LITTLE = " (dubious): it hardly tells strong students from weak ones; look it over"


def report(
    place: Place, made: Report, picture: bytes | None, others: Sequence[StoredRound]
) -> list[Outgoing]:
    """The report; ``picture`` is None where it could not be drawn."""
    parts = [_head(made), *_questions(made), *_students(made)]
    messages = [text(place, joined(parts), _keys(others))]
    if picture is not None:
        messages.append(photo(place, "report.png", picture, escape("Share right, and points.")))
    else:
        messages.append(text(place, escape("The picture could not be drawn this time.")))
    by_question = document(
        place, "questions.csv", tables.questions(made), escape("By question, for a spreadsheet.")
    )
    by_student = document(
        place, "students.csv", tables.students(made), escape("By student, for a spreadsheet.")
    )
    return [*messages, by_question, by_student]


def no_rounds(place: Place) -> Outgoing:
    """After /report by somebody who has run no round."""
    words = "You have run no round yet. Send /quiz in a group where you are an administrator."
    return text(place, escape(words))


def not_yours(place: Place) -> Outgoing:
    """After a link to the report of somebody else's round."""
    words = "Reports are for who ran the round, and for the administrators of its group."
    return text(place, escape(words))


def in_private(place: Place, stored: StoredRound | None, bot_username: str) -> Outgoing:
    """After /report in a group: it names students, so it is shown in private."""
    if stored is None:
        return text(place, escape("There was no round here yet. /quiz opens one."))
    link = f"https://t.me/{bot_username}?start=report_{stored.id}"
    keys = [[Key("📊 Open the report", url=link)]]
    return text(place, escape("Reports name students, so I show them in private."), keys)


def _keys(others: Sequence[StoredRound]) -> Keyboard:
    rows = [[Key(_label(stored), ReportRound(stored.id))] for stored in others[:5]]
    return [*rows, [Key("All my rounds", ReportRound(0))]] if rows else ()


def _label(stored: StoredRound) -> str:
    when = datetime.fromtimestamp(stored.started_at or stored.opened_at, UTC)
    return f"{cut(stored.title or 'Group', 24)}, {when:%-d %b %H:%M} UTC"


def _head(made: Report) -> Html:
    lines = [
        Html(
            f"📊 {bold('Report')} on {_rounds(made.rounds)} in {italic(made.title or 'a group')}"
        ),
        escape(f"{len(made.students)} students, {len(made.questions)} questions."),
    ]
    if made.deviation is not None:
        words = f"{made.deviation:.0%}, how far their results typically lie from the average"
        lines.append(escape(f"Standard deviation between students: {words}."))
    if made.alpha is not None:
        is_consistent = made.alpha >= 0.64  # noqa: PLR2004 - Moodle's limit
        words = _CONSISTENT if is_consistent else _NOT_CONSISTENT
        lines.append(escape(f"Cronbach's alpha: {made.alpha:.2f}, {words}."))
    return joined(lines, between="\n")


def _questions(made: Report) -> list[Html]:
    """All of a few questions in order, of many the hardest."""
    if len(made.questions) <= _MOST_QUESTIONS:
        return [_question(of) for of in made.questions]
    hardest = sorted(made.questions, key=lambda of: of.share.value)[:_MOST_QUESTIONS]
    words = f"The {_MOST_QUESTIONS} hardest; all are in the table below."
    return [bold(words), *map(_question, hardest)]


def _question(of: QuestionReport) -> Html:
    low, high = of.share.interval
    head = bold(f"{of.number}. {of.share.value:.0%} right")
    share = f"({of.share.part} of {of.share.whole}; with 95% confidence {low:.0%} to {high:.0%})"
    lines = [Html(f"{head} {escape(share)}"), escape(cut(of.question.stem, _STEM_LIMIT))]
    lines += [_believed(option.text, option.players) for option in _attractive(of)]
    lines.append(escape(" ".join(_remarks(of))))
    return joined(lines, between="\n")


def _attractive(of: QuestionReport) -> list[Chosen]:
    wrong = [option for option in of.options if option.players and not option.is_key]
    return sorted(wrong, key=lambda option: -len(option.players))


def _believed(option: str, players: Sequence[str]) -> Html:
    names = ", ".join(cut(name, 24) for name in players[:_NAMES_SHOWN])
    more = f" and {len(players) - _NAMES_SHOWN} more" if len(players) > _NAMES_SHOWN else ""
    shown = italic(cut(option, _OPTION_LIMIT))
    return Html(f"✗ {shown}: {len(players)} ({escape(names + more)})")


def _remarks(of: QuestionReport) -> list[str]:
    found = []
    if of.discrimination is not None:
        is_dubious = of.efficiency is not None and of.efficiency < _DUBIOUS
        words = _SEPARATES_LITTLE if is_dubious else _SEPARATES
        found.append(f"Discrimination {of.discrimination:.2f}{words}.")
    elif of.share.whole < ENOUGH_ANSWERS:
        found.append(
            "Discrimination (do strong students do better here?): not enough answers yet "
            f"(from {ENOUGH_ANSWERS} players on)."
        )
    if of.has_suspicious_key:
        found.append("Stronger players chose another option: check the marked answer.")
    if of.seconds is not None:
        found.append(f"Open for {of.seconds:.0f} s.")
    if of.flags:
        found.append(f"Doubted by {of.flags}.")
    if of.is_doubted:
        found.append("It does not count.")
    return found


def _students(made: Report) -> list[Html]:
    if not made.students:
        return []
    lines = [
        escape(f"{cut(s.name, 32)}: {s.right} of {s.played} right, in {_rounds(s.rounds)}")
        for s in made.students[:_FEW_STUDENTS]
    ]
    more = len(made.students) - _FEW_STUDENTS
    if more > 0:
        lines.append(escape(f"… and {more} more in the table."))
    return [joined([bold("Students"), *lines], between="\n")]


def _rounds(count: int) -> str:
    return "one round" if count == 1 else f"{count} rounds"
