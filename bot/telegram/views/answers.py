"""How an answer looks: the short answer, the quotes that say it, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.services.asking import Answered, Around
from bot.store.outbox import Outgoing
from bot.telegram.callbacks import More, ShowContext, ShowSources
from bot.telegram.markup import Html, bold, cut, escape, italic, joined, quoted
from bot.telegram.messages import Key, Keyboard, Place, prompt, text
from knowledge.models import Answer, Article, Citation, Hit

PROMPT = "What would you like to know?"
_QUOTE_LIMIT = 900
_CLOSEST_LIMIT = 300
_CLOSEST_SHOWN = 3
_SAYS_SO = re.compile(r" \(([^()]*)\)(?:, |$)")


def answer(place: Place, found: Answered, ask: int) -> Outgoing:
    """The answer with its evidence, or the honest lack of one."""
    if found.answer.found:
        return text(place, cited(found), _keys(ask, 0))
    return _not_found(place, found)


def next_best(place: Place, found: Answered | None, ask: int, number: int) -> Outgoing:
    """After "More on this": the next answer, as long as there is one."""
    if found is None:
        return text(place, escape("That is all my articles have on this."))
    return text(place, cited(found), _keys(ask, number))


def context(place: Place, around: Around | None) -> Outgoing:
    """The passage in which the quote stands, the quote in bold."""
    if around is None:
        return asked_too_long_ago(place)
    passage = quoted(cut(around.passage.text, 3000), highlight=around.citation.quote)
    return text(place, Html(f"{passage}\n{_origin(around.article)}"))


def asked_too_long_ago(place: Place) -> Outgoing:
    """After a button under an answer whose question is forgotten."""
    return text(place, escape("That was too long ago. Please ask me again."))


def example(place: Place, question: str) -> Outgoing:
    """Before an answer that nobody asked for."""
    return text(place, Html(f"You could ask: {italic(question)}"))


def ask_for_a_question(place: Place, reply_to: int | None) -> Outgoing:
    """After a bare /ask."""
    return prompt(
        place, escape(PROMPT), placeholder="How long did the talks last?", reply_to=reply_to
    )


def small_talk(place: Place) -> Outgoing:
    """After a greeting or thanks."""
    words = "Hello! Ask me something about my articles, or let me quiz you: /quiz"
    return text(place, escape(words))


def cited(found: Answered) -> Html:
    """The short answer in bold, then each quote with where it stands."""
    answer = found.answer
    values = _values(answer.answer, answer.citations) if answer.answer else []
    head = [Html("\n".join(bold(said) + escape(by) for said, by in values))] if values else []
    spans = [span for said, _ in values for span in (said, said.partition(" (")[0])]
    quotes = [_citation(citation, found.articles, spans) for citation in answer.citations]
    return joined([*_understood(answer), *head, *quotes])


def _understood(answer: Answer) -> list[Html]:
    """How the question was read, where that is not how it was typed."""
    return [Html(f"Showing results for {italic(answer.read_as)}")] if answer.read_as else []


def _values(words: str, citations: Iterable[Citation]) -> list[tuple[str, str]]:
    """What is said, each with who says so, in brackets, where sources differ.

    Other brackets belong to what is said: "World Health Organization (WHO)".
    """
    names = tuple(citation.source or citation.title for citation in citations)
    values, start = [], 0
    for bracket in _SAYS_SO.finditer(words):
        first = bracket[1].partition("; ")[0].removesuffix(" …")
        if any(name.startswith(first) for name in names):
            values.append((words[start : bracket.start()], f" ({bracket[1]})"))
            start = bracket.end()
    return values if len(values) > 1 and start == len(words) else [(words, "")]


def _not_found(place: Place, found: Answered) -> Outgoing:
    head = bold("My articles don't say.")
    keyboard: Keyboard = [[Key("What have you read?", ShowSources())]]
    passages = found.answer.passages[:_CLOSEST_SHOWN]
    if not passages:
        advice = "Try it in other words, or see what I have read."
        return text(place, joined([head, escape(advice)]), keyboard)
    closest = italic("The closest I have, which may be about something else:")
    return text(place, joined([head, closest, *_passages(passages, found.articles)]), keyboard)


def _citation(citation: Citation, articles: Mapping[str, Article], spans: Iterable[str]) -> Html:
    highlight = next((span for span in spans if span in citation.quote), "")
    quote = quoted(cut(citation.quote, _QUOTE_LIMIT), highlight=highlight)
    return Html(f"{quote}\n{_origin(articles[citation.article])}")


def _passages(hits: Iterable[Hit], articles: Mapping[str, Article]) -> list[Html]:
    return [
        Html(f"{quoted(cut(hit.text, _CLOSEST_LIMIT))}\n{_origin(articles[hit.article])}")
        for hit in hits
    ]


def _origin(article: Article) -> Html:
    published = f"{article.published:%-d %B %Y}" if article.published else ""
    where = ", ".join(part for part in (article.source, published) if part)
    return Html(f"— {italic(article.title)}" + (f" ({escape(where)})" if where else ""))


def _keys(ask: int, number: int) -> Keyboard:
    return [
        [Key("In context", ShowContext(ask, number)), Key("More on this", More(ask, number + 1))]
    ]
