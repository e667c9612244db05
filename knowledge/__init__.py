"""Articles in; cited answers and checked questions out. No chat, no database, no clock."""

from knowledge.library import Library
from knowledge.models import Answer, Article, Citation, Fact, Grade, Hit, Question

__all__ = ["Answer", "Article", "Citation", "Fact", "Grade", "Hit", "Library", "Question"]
