"""How the library's values look in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.store.inbox import Parked
from knowledge import Article
from knowledge.models import Answer, Citation, Fact, Grade, Hit, Question

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)

_GRADES = {
    "right": "[green]✓ Right.[/]",
    "partly": "[yellow]~ Partly right.[/]",
    "wrong": "[red]✗ Wrong.[/]",
}


def answer(found: Answer) -> RenderableType:
    """The short answer in bold, then each quote with where it stands."""
    if found.found:
        head = [Text(found.answer, style="bold")] if found.answer else []
        return Group(*head, *map(quote, found.citations))
    lines: list[RenderableType] = [Text("My articles don't say.", style="bold")]
    if found.passages:
        lines.append(Text("The closest passages, which may be about something else:", style="dim"))
    return Group(*lines, *(passage(hit, hit.article) for hit in found.passages))


def quote(citation: Citation) -> RenderableType:
    """An exact quotation and its origin."""
    origin = ", ".join(part for part in (citation.title, citation.source) if part)
    lines = Text(f"“{citation.quote}”"), Text(f"— {origin}", style="dim")
    return Padding(Group(*lines), (0, 0, 0, 2))


def passage(hit: Hit, head: str) -> RenderableType:
    """A passage under where it is from."""
    return Padding(Group(Text(head, style="dim"), Text(hit.text)), (0, 0, 1, 2))


def passages(hits: Iterable[Hit]) -> RenderableType:
    """Passages with their scores, best first."""
    shown = [passage(hit, f"{hit.article} · {hit.score:.2f}") for hit in hits]
    return Group(*shown) if shown else Text("No passage shares a word with that.", style="dim")


def question(asked: Question, options: Sequence[str], number: int | None = None) -> RenderableType:
    """A question with its lettered options; the key is not shown."""
    lead = f"{number}. " if number else ""
    lines = [Text(asked.title, style="dim"), Text(lead + asked.stem, style="bold")]
    lines += [Text(f"  {letter}) {option}") for letter, option in lettered(options)]
    return Group(*lines)


def questions(made: Sequence[Question]) -> RenderableType:
    """Questions with their answers, and how many there are."""
    return Group(*map(solved, made), Text(f"{len(made)} questions", style="dim"))


def solved(asked: Question) -> RenderableType:
    """A question, its answer, and the sentence that says so."""
    style = "green" if asked.tier == "safe" else "yellow"
    tail = Text(f"→ {asked.answer}  [{asked.kind}, {asked.tier}]", style=style)
    return Padding(
        Group(question(asked, asked.options), tail, *map(quote, asked.citations)), (0, 0, 1, 0)
    )


def grade(given: Grade, asked: Question) -> str:
    """The verdict on an answer, with what was missing."""
    note = f" {escape(given.note)}" if given.note else ""
    right = "" if given.verdict == "right" else f" The answer: [bold]{escape(asked.answer)}[/]."
    return f"{_GRADES[given.verdict]}{note}{right}"


def facts(found: Iterable[Fact]) -> Table:
    """Facts as a table: what is said, by how many, and what contradicts it."""
    table = Table(
        "kind", "who and what", "value", "said by", "contradicted by", box=None, pad_edge=False
    )
    for fact in found:
        arguments = "; ".join(f"{role}: {name}" for role, name in fact.arguments.items())
        value = f"{fact.qualifier} {fact.value}".strip()
        said_by = ", ".join(dict.fromkeys(citation.article for citation in fact.citations))
        against = _other_facts(len(fact.conflicts))
        table.add_row(fact.kind, escape(arguments), escape(value), escape(said_by), against)
    return table


def _other_facts(count: int) -> str:
    if not count:
        return ""
    return "[red]1 other fact[/]" if count == 1 else f"[red]{count} other facts[/]"


def sources(articles: Sequence[Article]) -> Table:
    """The articles of a library."""
    table = Table("id", "title", "source", "published", box=None, pad_edge=False)
    for article in articles:
        published = str(article.published or "")
        table.add_row(*map(escape, (article.id, article.title, article.source)), published)
    return table


def parked(updates: Sequence[Parked]) -> RenderableType:
    """Messages that could not be handled, why, and what can be done."""
    if not updates:
        return Text("Nothing is left over: every message was handled.")
    table = Table("update", "chat", "received (UTC)", "why", box=None, pad_edge=False)
    for update in updates:
        received = datetime.fromtimestamp(update.received_at, UTC)
        why = escape(update.error)
        table.add_row(str(update.update_id), str(update.chat), f"{received:%F %T}", why)
    cure = "Once the cause is mended, gobbet inbox --retry has them handled again."
    return Group(table, Text(cure, style="dim"))


def lettered(options: Sequence[str]) -> list[tuple[str, str]]:
    """The options with the letters a, b, c and so on."""
    return [(chr(ord("a") + place), option) for place, option in enumerate(options)]
