"""Files become articles; articles become blocks, sentences and passages."""

from knowledge.articles.child import Limits, read_apart
from knowledge.articles.composition import composed_article, composed_text
from knowledge.articles.document import Progress, Report
from knowledge.articles.duplicates import near_duplicates
from knowledge.articles.layout import Block, blocks
from knowledge.articles.marks import place
from knowledge.articles.passages import passages
from knowledge.articles.reading import Reading, read, read_folder
from knowledge.articles.sentences import sentences

__all__ = [
    "Block",
    "Limits",
    "Progress",
    "Reading",
    "Report",
    "blocks",
    "composed_article",
    "composed_text",
    "near_duplicates",
    "passages",
    "place",
    "read",
    "read_apart",
    "read_folder",
    "sentences",
]
