"""Words become terms, passages become an index, a query becomes the best passages."""

from knowledge.search.index import Index, Match
from knowledge.search.tokens import Token, terms, tokens

__all__ = ["Index", "Match", "Token", "terms", "tokens"]
