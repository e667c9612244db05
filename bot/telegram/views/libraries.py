"""How libraries look: what a chat studies, and what becomes of an article that it brings."""

from __future__ import annotations

from collections.abc import Sequence

from bot.services.adding import MOST_ARTICLES, MOST_WAITING, Added, Known
from bot.store.articles import StoredArticle
from bot.store.libraries import HOST, StoredLibrary
from bot.store.outbox import Outgoing
from bot.telegram.library_buttons import (
    CancelAddition,
    FollowClass,
    RemoveArticle,
    ReviewLibrary,
    StudyLibrary,
)
from bot.telegram.markup import Html, bold, cut, escape, italic, joined, listed
from bot.telegram.messages import Key, Keyboard, Place, edit, prompt, text
from bot.telegram.plurals import counted
from knowledge.articles import Progress
from knowledge.models import Article

ADDITION = "addition"
"""The kind of purpose that a message showing progress has."""

TO_REVIEW = "bank"
"""Behind /start in the link from a group to its questions in private."""

ONLY_LEADERS = "Only this group's administrators may change what it studies."
TEXT_PROMPT = "Send me the file, or paste the text as a reply to this."
_SHOWN = 40
_LISTED = 12
_LABEL = 40
_TITLE = 80


def sources(
    place: Place,
    studied: StoredLibrary,
    articles: Sequence[Article],
    others: Sequence[StoredLibrary],
    *,
    follows: bool,
) -> Outgoing:
    """What the chat studies, and what it could study instead."""
    keys = _choices(studied, others, place.chat, follows=follows)
    if not articles:
        words = "There is nothing to study here yet. /add gives me an article."
        if studied.is_hosts:
            words = (
                "I have no articles yet. Send me one with /add; or whoever hosts me runs "
                "“gobbet add FILE” on the machine where I live."
            )
        return text(place, escape(words), keys)
    count = counted(len(articles), "article")
    whose = "" if studied.is_hosts else f" ({_name(studied, place.chat)})"
    head = bold(f"I have read {count}{whose}:")
    return text(
        place,
        listed(head, [_source(article) for article in articles[:_SHOWN]], len(articles)),
        keys,
    )


def switched(place: Place, message: int, library: StoredLibrary, articles: int) -> Outgoing:
    """After a press that chose another library."""
    count = counted(articles, "article")
    words = f"From now on we study {_name(library, place.chat)}: {count}."
    return edit(place, message, escape(words))


def ask_for_an_article(place: Place, reply_to: int | None) -> Outgoing:
    """After a bare /add."""
    words = (
        f"{TEXT_PROMPT} I read PDF, Word (.docx), EPUB, web pages (.html), Markdown and text. "
        "In a group, reply to the file with /add."
    )
    return prompt(place, escape(words), placeholder="The article's text", reply_to=reply_to)


def reading(place: Place, name: str, addition: int) -> Outgoing:
    """At once after an article came; it is edited as reading goes on."""
    message = text(place, _reading(name, ""), _cancel(addition))
    return Outgoing(message.chat, message.method, message.params, f"{ADDITION}:{addition}")


def progress(place: Place, message: int, name: str, addition: int, at: Progress) -> Outgoing:
    """How far reading is."""
    return edit(place, message, _reading(name, f" {at}"), _cancel(addition))


def added(
    place: Place, message: int | None, found: Added, library: int, bot_username: str
) -> Outgoing:
    """The article is in the library."""
    what = "I have the new version of" if found.has_replaced else "I have read"
    parts = [Html(f"✓ {what} {italic(found.article.title)}. You can ask me about it now.")]
    if found.like:
        same = f"It is nearly the same as {italic(found.like)}: the two count as one when I see "
        parts.append(Html(f"{same}how many articles say a thing."))
    parts.append(escape("I make questions from it now; look them over when you like."))
    key = Key("Review questions", ReviewLibrary(library))
    if place.chat < 0:  # the class must not see the answers
        key = Key("Review in private", url=link_to_review(bot_username))
    return _final(place, message, joined(parts, between="\n"), [[key]])


def known(place: Place, message: int | None, found: Known) -> Outgoing:
    """The very same file was there before."""
    words = Html(f"I have that already: {italic(found.title)}.")
    return _final(place, message, words, ())


def not_added(place: Place, message: int | None, problem: str) -> Outgoing:
    """Why the article is not in the library."""
    return _final(place, message, escape(f"✗ {problem}"), ())


def cancelled(place: Place, message: int) -> Outgoing:
    """After Cancel."""
    return edit(place, message, escape("Cancelled. Nothing was added."))


def too_many(place: Place, *, is_full: bool) -> Outgoing:
    """When the library is full, or so much is being read that nothing more is taken."""
    if is_full:
        words = f"This library is full: it holds {MOST_ARTICLES} articles. /remove some first."
    else:
        words = f"I am still reading {MOST_WAITING} articles from here. Send this one again later."
    return text(place, escape(words))


def too_large(place: Place, name: str) -> Outgoing:
    """Telegram gives bots files of at most 20 MB."""
    words = (
        f"{cut(name, 80)} is larger than 20 MB, and Telegram gives me no files larger than that. "
        "Split it into chapters, or save its text alone."
    )
    return text(place, escape(words))


def links_are_off(place: Place) -> Outgoing:
    """After /add with an address where the host does not allow it."""
    words = (
        "My host has not allowed me to open links. Save the page as a file (.html) or paste its "
        "text, and send me that."
    )
    return text(place, escape(words))


def only_leaders(place: Place) -> Outgoing:
    """After a command in a group by somebody who is no administrator."""
    return text(place, escape(ONLY_LEADERS))


def too_short(place: Place) -> Outgoing:
    """After a pasted text that is hardly one."""
    return text(place, escape("That is too short for an article. Paste all of its text."))


def removable(place: Place, articles: Sequence[StoredArticle]) -> Outgoing:
    """After /remove: the articles that can be."""
    if not articles:
        words = "There is nothing to remove: no article was added here. /add adds one."
        return text(place, escape(words))
    keys = [
        [Key(cut(each.title, _LABEL), RemoveArticle(each.id, 0))] for each in articles[:_LISTED]
    ]
    more = len(articles) - _LISTED
    rest = f" (the newest {_LISTED}; /remove and a title finds others)" if more > 0 else ""
    return text(place, escape(f"Which article shall I remove?{rest}"), keys)


def ask_before_removing(place: Place, message: int, article: StoredArticle) -> Outgoing:
    """Nothing is removed without a second press."""
    words = Html(
        f"Remove {italic(article.title)}? Its questions are asked no more; answers stay counted."
    )
    keys = [[Key("Remove it", RemoveArticle(article.id, 1)), Key("Keep it", RemoveArticle(0, 0))]]
    return edit(place, message, words, keys)


def removed(place: Place, message: int, article: StoredArticle) -> Outgoing:
    """After the second press."""
    return edit(place, message, Html(f"Removed: {italic(article.title)}."))


def not_removed(place: Place, message: int) -> Outgoing:
    """After "Keep it", or when the article was gone before."""
    return edit(place, message, escape("Nothing was removed."))


def link_to_review(bot_username: str) -> str:
    """The address that lets an instructor look over a group's questions."""
    return f"https://t.me/{bot_username}?start={TO_REVIEW}"


def _reading(name: str, progress: str) -> Html:
    return Html(f"📖 Reading {italic(cut(name, 80))} …{escape(progress)}")


def _cancel(addition: int) -> Keyboard:
    return [[Key("Cancel", CancelAddition(addition))]]


def _final(place: Place, message: int | None, words: Html, keyboard: Keyboard) -> Outgoing:
    if message is None:
        return text(place, words, keyboard)
    return edit(place, message, words, keyboard)


def _choices(
    studied: StoredLibrary, others: Sequence[StoredLibrary], chat: int, *, follows: bool
) -> Keyboard:
    keys = [
        [Key(f"Study {cut(_name(each, chat), _LABEL)}", StudyLibrary(each.id))]
        for each in others
        if each.id != studied.id
    ]
    if chat > 0 and not follows:
        keys.append([Key("Study what my class studies", FollowClass())])
    return keys


def _name(library: StoredLibrary, chat: int) -> str:
    if library.id == HOST:
        return "the library that came with me"
    if library.chat == chat:
        return "our own library" if chat < 0 else "your own library"
    return f"the library of {library.name}"


def _source(article: Article) -> Html:
    published = f"{article.published:%-d %B %Y}" if article.published else ""
    where = ", ".join(part for part in (article.source, published) if part)
    title = italic(cut(article.title, _TITLE))
    return Html(f"• {title}" + (f" ({escape(cut(where, _TITLE))})" if where else ""))
