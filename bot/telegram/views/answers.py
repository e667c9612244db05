"""How an answer looks: the short answer, the quotes that say it, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.store.outbox import Outgoing
from bot.telegram.callbacks import More, ShowSources
from bot.telegram.markup import Html, bold, cut, escape, italic, joined, quoted
from bot.telegram.messages import Key, Keyboard, Place, prompt, text
from knowledge.models import Answer, Article, Citation, Hit

PROMPT = "What would you like to know?"
HITS_A_PAGE = 3
_PASSAGE_LIMIT = 900


def answer(place: Place, found: Answer, titles: Mapping[str, Article], ask: int) -> Outgoing:
    """The answer with its evidence, or the honest lack of one."""
    if found.found:
        return _cited(place, found, titles, ask)
    return _not_found(place, found, titles)


def more(
    place: Place, hits: Sequence[Hit], titles: Mapping[str, Article], ask: int, start: int
) -> Outgoing:
    """Further passages about the same question, a page at a time."""
    page = hits[start : start + HITS_A_PAGE]
    if not page:
        return text(place, escape("That is all my articles have on this."))
    is_last = start + HITS_A_PAGE >= len(hits)
    keyboard = () if is_last else _more_key(ask, start + HITS_A_PAGE)
    return text(place, joined(_passages(page, titles)), keyboard)


def asked_too_long_ago(place: Place) -> Outgoing:
    """After "More" under an answer whose question is forgotten."""
    return text(place, escape("That was too long ago. Please ask me again."))


def example(place: Place, question: str) -> Outgoing:
    """Before an answer that nobody asked for."""
    return text(place, Html(f"You could ask: {italic(question)}"))


def ask_for_a_question(place: Place, reply_to: int | None) -> Outgoing:
    """After a bare /ask."""
    return prompt(
        place, escape(PROMPT), placeholder="How long did the talks last?", reply_to=reply_to
    )


def _cited(place: Place, found: Answer, titles: Mapping[str, Article], ask: int) -> Outgoing:
    parts = [bold(found.answer)] if found.answer else []
    parts += [_citation(c, titles, found.answer or "") for c in found.citations]
    return text(place, joined(parts), _more_key(ask, 0))


def _not_found(place: Place, found: Answer, titles: Mapping[str, Article]) -> Outgoing:
    head = bold("My articles don't say.")
    keyboard: Keyboard = [[Key("What have you read?", ShowSources())]]
    if not found.passages:
        advice = "Try it in other words, or see what I have read."
        return text(place, joined([head, escape(advice)]), keyboard)
    closest = italic("The closest I have, which may be about something else:")
    return text(place, joined([head, closest, *_passages(found.passages[:3], titles)]), keyboard)


def _citation(citation: Citation, titles: Mapping[str, Article], highlight: str) -> Html:
    quote = quoted(cut(citation.quote, _PASSAGE_LIMIT), highlight=highlight)
    return Html(f"{quote}\n{_origin(citation.title, citation.source, titles[citation.article])}")


def _passages(hits: Iterable[Hit], titles: Mapping[str, Article]) -> list[Html]:
    return [
        Html(
            quoted(cut(hit.text, _PASSAGE_LIMIT))
            + "\n"
            + _origin(titles[hit.article].title, titles[hit.article].source, titles[hit.article])
        )
        for hit in hits
    ]


def _origin(title: str, source: str, article: Article) -> Html:
    published = f"{article.published:%-d %B %Y}" if article.published else ""
    where = ", ".join(part for part in (source, published) if part)
    return Html(f"— {italic(title)}" + (f" ({escape(where)})" if where else ""))


def _more_key(ask: int, start: int) -> Keyboard:
    return [[Key("More on this", More(ask, start))]]
