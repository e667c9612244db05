"""Files become articles; articles become blocks, sentences and passages."""

from knowledge.articles.layout import Block, blocks
from knowledge.articles.passages import passages
from knowledge.articles.reading import Reading, read, read_folder
from knowledge.articles.sentences import sentences

__all__ = ["Block", "Reading", "blocks", "passages", "read", "read_folder", "sentences"]
