"""Putting a question to a chat: the version is kept, the options arranged, the post noted."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from bot.quiz.arrangement import arranged
from bot.store import posts, questions
from bot.store.database import Transaction
from bot.store.posts import Post
from knowledge.models import Question


@dataclass(frozen=True, slots=True)
class Posed:
    """A question on its way to a chat: the ``number``-th of ``total``, or alone in a group."""

    post: Post
    question: Question
    number: int = 1
    total: int = 1


async def pose(
    tx: Transaction,
    question: Question,
    *,
    chat: int,
    practice: int | None = None,
    random: Random,
    now: float,
) -> Posed:
    """Note a post for the question; it is sent after the commit."""
    version = await questions.keep(tx, question)
    order = arranged(question, random)
    post = await posts.add(tx, chat=chat, version=version, order=order, practice=practice, now=now)
    return Posed(post, question)
