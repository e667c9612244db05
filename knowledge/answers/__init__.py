"""What a question wants, which sentence gives it, and when the articles don't say."""

from knowledge.answers.answering import alternatives, answer, context, judged
from knowledge.answers.follow_ups import resolved
from knowledge.answers.known import KnownFacts

__all__ = ["KnownFacts", "alternatives", "answer", "context", "judged", "resolved"]
