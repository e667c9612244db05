"""What can go wrong with articles and libraries, for people who can put it right.

Every error says in one sentence what is wrong and carries its ``cure``; bugs stay ordinary exceptions.

    KnowledgeError
    ├── ArticleUnreadable      one file can't become an article; the others are not touched
    │   ├── ArticleTooLarge
    │   ├── ArticleEmpty
    │   ├── NotText            the file isn't UTF-8 text
    │   ├── BadFrontMatter
    │   ├── UnknownFormat
    │   └── NameTaken          two files would become the same article
    ├── LibraryNotFound        there is no such folder
    ├── EmptyLibrary           the folder holds no article that can be read
    └── UnknownArticle         something cites an article that the library doesn't hold
"""

from __future__ import annotations


class KnowledgeError(Exception):
    """Anything in this tree. ``str`` of it is the sentence followed by the cure."""

    def __init__(self, sentence: str, cure: str) -> None:
        super().__init__(f"{sentence} {cure}")
        self.sentence = sentence
        self.cure = cure


class ArticleUnreadable(KnowledgeError):
    """One file can't become an article; its name stands in the sentence."""


class ArticleTooLarge(ArticleUnreadable):
    """The file is longer than any article should be."""

    def __init__(self, name: str, size: int, limit: int) -> None:
        super().__init__(
            f"{name} is {size / 1e6:.1f} MB long; an article may have {limit / 1e6:.0f} MB.",
            "Split it into chapters, one file each.",
        )


class ArticleEmpty(ArticleUnreadable):
    """The file holds no text."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} holds no text.", "Write the article into it or remove the file.")


class NotText(ArticleUnreadable):
    """The file isn't UTF-8 text."""

    def __init__(self, name: str, position: int) -> None:
        super().__init__(
            f"{name} is not UTF-8 text (byte {position:,} is the first that does not fit).",
            "Save it again with the encoding UTF-8.",
        )


class BadFrontMatter(ArticleUnreadable):
    """The lines between the two ``---`` don't say what an article needs."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"{name} has front matter that can't be read: {what}.",
            "Between two lines of --- write 'title: …' and, if you like, "
            "'source: …', 'published: 2023-06-19', 'language: en' and 'licence: …'.",
        )


class UnknownFormat(ArticleUnreadable):
    """The file is of a kind that has no reader."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is neither Markdown nor plain text.",
            "Save its text as a file that ends in .md or .txt.",
        )


class NameTaken(ArticleUnreadable):
    """Two files would become the same article."""

    def __init__(self, name: str, other: str) -> None:
        super().__init__(
            f"{name} would have the same id as {other}, so it is left out.",
            "Give one of the two files another name.",
        )


class LibraryNotFound(KnowledgeError):
    """There is no folder at the path."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"There is no folder {folder}.",
            "Name an existing folder of articles, or make this one and put articles into it.",
        )


class EmptyLibrary(KnowledgeError):
    """The folder holds no article that can be read; ``problems`` says why of each file."""

    def __init__(self, folder: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(
            " ".join((f"The folder {folder} holds no article that can be read.", *problems)),
            "Put Markdown (.md) or text (.txt) files into it.",
        )
        self.problems = problems


class UnknownArticle(KnowledgeError):
    """Something cites an article that the library doesn't hold (any more)."""

    def __init__(self, article: str) -> None:
        super().__init__(
            f"The library holds no article {article!r}.",
            "It may have been removed since; ask again.",
        )
