"""What can go wrong with articles and libraries, for people who can put it right.

Every error says in one sentence what is wrong and carries its ``cure``; bugs stay ordinary
exceptions.

    KnowledgeError
    ├── ArticleUnreadable      one file can't become an article; the others are not touched
    │   ├── ArticleTooLarge
    │   ├── ArticleEmpty
    │   ├── NotText            no encoding makes text of the file
    │   ├── BadFrontMatter
    │   ├── UnknownFormat
    │   ├── NotWhatItSays      the name promises another format than the file has
    │   ├── Locked             it wants a password, or a shop's reader
    │   ├── OnlyPictures       pages without text, as a scanner makes them
    │   ├── TooManyPages
    │   ├── Inflated           it unpacks to far more than an article holds
    │   ├── Damaged            it breaks the rules of its format
    │   ├── ReadingCancelled
    │   ├── TooMuchWork        reading it took more time or memory than one file may have
    │   ├── UnsupportedLanguage
    │   └── NameTaken          two files would become the same article
    ├── LibraryNotFound        there is no such folder
    ├── EmptyLibrary           the folder holds no article that can be read
    ├── QuestionsUnreadable    a file of questions isn't of its format at all
    ├── UnknownExchange        there is no such format for questions
    └── UnknownArticle         something cites an article that the library doesn't hold
"""

from __future__ import annotations


class KnowledgeError(Exception):
    """Anything in this tree. ``str`` of it is the sentence followed by the cure."""

    def __init__(self, sentence: str, cure: str) -> None:
        super().__init__(f"{sentence} {cure}")
        self.sentence = sentence
        self.cure = cure


class ArticleUnreadable(KnowledgeError):  # noqa: N818 - it reads as the sentence it is
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
    """No encoding makes text of the file."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} can't be read as text.",
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
            f"{name} is of a kind that can't be read.",
            "Save it as PDF, Word (.docx), EPUB, HTML, Markdown (.md) or text (.txt).",
        )


class NotWhatItSays(ArticleUnreadable):
    """The name promises another format than the file has."""

    def __init__(self, name: str, content: str, cure: str) -> None:
        super().__init__(f"{name} is not what its name says: it holds {content}.", cure)


class Locked(ArticleUnreadable):
    """The file can be read only with a password, or with the reader of the shop that sold it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is locked.", "Remove its password or protection and try again.")


class OnlyPictures(ArticleUnreadable):
    """The pages hold pictures of text."""

    def __init__(self, name: str, pages: int) -> None:
        amount = "1 page, which holds" if pages == 1 else f"{pages:,} pages, which hold"
        super().__init__(
            f"{name} has {amount} no text: it looks scanned.",
            "Run text recognition (OCR) over it and try again.",
        )


class TooManyPages(ArticleUnreadable):
    """The file is longer than any article should be."""

    def __init__(self, name: str, pages: int, limit: int) -> None:
        super().__init__(
            f"{name} has {pages:,} pages; an article may have {limit:,}.",
            "Split it into chapters, one file each.",
        )


class Inflated(ArticleUnreadable):
    """The file unpacks to far more than an article holds: a mistake, or a trap."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} unpacks to far more than an article holds.",
            "Save its text alone, without pictures, and try again.",
        )


class Damaged(ArticleUnreadable):
    """The file breaks the rules of its format."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"{name} is damaged: {what}.",
            "Open it in the program that made it, save it again and try again.",
        )


class TooMuchWork(ArticleUnreadable):
    """Reading took more time or memory than one file may have, or brought the reader down."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(
            f"Reading {name} was stopped: {what}.",
            "Split it into chapters, or save its text alone (.txt), and try again.",
        )


class ReadingCancelled(ArticleUnreadable):
    """Somebody asked to stop."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Reading {name} was cancelled.", "Add it again to read it.")


class UnsupportedLanguage(ArticleUnreadable):
    """The text is in a language that no questions are made from."""

    def __init__(self, name: str, language: str) -> None:
        super().__init__(
            f"{name} seems to be written in {language}; only English can be studied so far.",
            "Add an English version of it.",
        )


class NameTaken(ArticleUnreadable):
    """Two files would become the same article."""

    def __init__(self, name: str, other: str) -> None:
        super().__init__(
            f"{name} would have the same name here as {other}, so it is left out.",
            "Give one of the two files another name.",
        )


class LibraryNotFound(KnowledgeError):  # noqa: N818 - as above
    """There is no folder at the path."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"There is no folder {folder}.",
            "Name an existing folder of articles, or make this one and put articles into it.",
        )


class EmptyLibrary(KnowledgeError):  # noqa: N818 - as above
    """The folder holds no article that can be read; ``problems`` says why of each file."""

    def __init__(self, folder: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(
            " ".join((f"The folder {folder} holds no article that can be read.", *problems)),
            "Put Markdown (.md), text (.txt), PDF, Word (.docx), EPUB or HTML files into it.",
        )
        self.problems = problems


class QuestionsUnreadable(KnowledgeError):  # noqa: N818 - as above
    """A file of questions is not of its format at all, or larger than any."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The questions can't be read: {what}.",
            "Check that the file has the format that was named, and try again.",
        )


class UnknownExchange(KnowledgeError):  # noqa: N818 - as above
    """There is no such format for questions, or it can only be written."""

    def __init__(self, name: str, known: str) -> None:
        super().__init__(f"There is no format {name!r} here.", f"Take one of {known}.")


class UnknownArticle(KnowledgeError):  # noqa: N818 - as above
    """Something cites an article that the library doesn't hold (any more)."""

    def __init__(self, article: str) -> None:
        super().__init__(
            f"The library holds no article {article!r}.",
            "It may have been removed since; ask again.",
        )
