"""Draws a blind sample of what would be asked, and counts what two judges say of it.

    python -m tests.quality.judging draw SHEETS FOLDER… [--drafts N]
    python -m tests.quality.judging count SHEETS NAME

FOLDER is one of ``rated/`` that nothing was learned from. ``draw`` writes to SHEETS the sheets
``q01.txt`` … with every safe question and some drafts, in no order, and to ``drawn.tsv`` what
judges must not know. Two judges, told what ``rated/judging.md`` tells, answer in ``a01.txt`` … and
``b01.txt`` …; ``count`` prints how good the sample is and adds it to ``judged.tsv`` as NAME.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from knowledge import questions
from knowledge.articles import read_folder
from knowledge.models import Article, Question
from tests.quality.questions_rated import JUDGED, RATED, of, read_texts

_WORDS: Final = 500
_A_SHEET: Final = 80
_GENRES: Final = ("news", "biography", "textbook", "travel", "encyclopaedia")
_OF_A_GENRE: Final = 5
"""Texts are numbered from 01: so many of each genre, in this order."""

_DRAWN: Final = "drawn.tsv"
_COLUMNS: Final = ("number", "text", "kind", "tier", "digest", "worth", "options")

_SAYS: Final = (
    frozenset({"yes", "no"}),
    frozenset({"right", "doubted"}),
    frozenset({"fair", "unfair", "-"}),
)
"""What a judge may say of a question, of its key and of its options."""

app = typer.Typer(add_completion=False, help=__doc__)
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A question that would be asked, or shown to an instructor, and what it is worth."""

    text: str
    question: Question
    worth: float
    published: date | None

    @property
    def day(self) -> str:
        """When a report was written: its "on Sunday" is a date."""
        return f" ({self.published:%A, %-d %B %Y})" if self.published else ""

    def row(self, number: int) -> Row:
        """What judges must not know; ``options`` are "-" where there are none."""
        asked, folder = self.question, self.text.split("/")[0]
        known = of(RATED / folder, asked.citations[0].article, asked.stem, asked.answer)
        options = "fair" if asked.options else "-"
        said = (
            str(number),
            self.text,
            asked.kind,
            asked.tier,
            known,
            f"{self.worth:.2f}",
            options,
        )
        return dict(zip(_COLUMNS, said, strict=True))

    def shown(self, number: int) -> str:
        """The question as a sheet shows it, with what its article says around the answer."""
        asked = self.question
        marks = (f"{letter} *" if n == asked.key else letter for n, letter in enumerate("abcdef"))
        options = [f"   {mark}) {each}" for mark, each in zip(marks, asked.options, strict=False)]
        key = [] if options else [f"   answer, to be typed: {asked.answer}"]
        said = [f"   says{self.day}: {each.quote}" for each in asked.citations]
        return "\n".join([f"{number}. [{asked.title}] {asked.stem}", *options, *key, *said])


@app.command()
def draw(
    sheets: Path,
    folders: list[Path],
    *,
    drafts: Annotated[int, typer.Option(help="How many drafts to draw.")] = 0,
    seed: Annotated[int, typer.Option(help="Which drafts, in which order.")] = 1,
) -> None:
    """Write the sheets that judges get."""
    for text in (path for folder in folders for path in folder.glob("*.md")):
        if not text.stem.isdecimal() or not 0 < int(text.stem) <= len(_GENRES) * _OF_A_GENRE:
            raise typer.BadParameter(
                f"{text} is not numbered 01 to 25, so its genre is not known."
            )
    made = [each for folder in folders for each in _made(folder)]
    chance = random.Random(seed)
    safe = [each for each in made if each.question.tier == "safe"]
    others = [each for each in made if each.question.tier == "draft"]
    drawn = safe + chance.sample(others, min(drafts, len(others)))
    chance.shuffle(drawn)
    sheets.mkdir(parents=True, exist_ok=True)
    with (sheets / _DRAWN).open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, _COLUMNS, delimiter="\t", lineterminator="\n")
        table.writeheader()
        table.writerows(each.row(number) for number, each in enumerate(drawn, 1))
    shown = [each.shown(number) for number, each in enumerate(drawn, 1)]
    for page, start in enumerate(range(0, len(shown), _A_SHEET), 1):
        sheet = "\n\n".join(shown[start : start + _A_SHEET])
        (sheets / f"q{page:02}.txt").write_text(sheet + "\n", encoding="utf-8")
    typer.echo(f"{len(safe)} safe, and {len(drawn) - len(safe)} of {len(others)} drafts")


def _made(folder: Path) -> Iterator[Made]:
    for article, found in read_texts(folder):
        worth = {(c.stem, c.answer): c.worth for c in questions.candidates(found, [article])}
        for each in questions.make(found, [article]):
            of_it = worth.get((each.stem, each.answer), 1)
            yield Made(f"{folder.name}/{article.id}", each, of_it, article.published)


@app.command()
def count(sheets: Path, sample: str) -> None:
    """Print what judges said, and add it to the table of verdicts."""
    rows = [row | {"sample": sample} for row in verdicts(sheets)]
    safe = [row for row in rows if row["tier"] == "safe"]
    folders = sorted({row["text"].split("/")[0] for row in rows})
    texts = [article for f in folders for article in read_folder(RATED / f).articles]
    _print("safe", safe, texts)
    for genre in _GENRES:
        of_genre = [article for article in texts if _genre(article.id) == genre]
        _print(genre, [r for r in safe if _genre(r["text"].split("/")[1]) == genre], of_genre)
    _print("drafts", [row for row in rows if row["tier"] == "draft"])
    with JUDGED.open(encoding="utf-8", newline="") as file:
        known = csv.DictReader(file, delimiter="\t")
        columns = list(known.fieldnames or ())
        if any(row["sample"] == sample for row in known):
            raise typer.BadParameter(f"{JUDGED.name} has a sample of this name: give another.")
    with JUDGED.open("a", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(
            file, columns, delimiter="\t", lineterminator="\n", extrasaction="ignore"
        )
        table.writerows(rows)


def verdicts(sheets: Path) -> Iterator[Row]:
    """What was drawn with what both judges said of it: one doubt is enough.

    Raises ``typer.BadParameter`` where a line is no verdict or a question has none.
    """
    first, second = (_said(sheets, judge) for judge in "ab")
    with (sheets / _DRAWN).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            number = row["number"]
            if number not in first or number not in second:
                raise typer.BadParameter(f"Question {number} wants a verdict of both judges.")
            both = list(zip(first[number], second[number], strict=True))
            key = "right" if both[1] == ("right", "right") else "doubted"
            fair = "fair" if "unfair" not in both[2] else "unfair"
            options = "-" if row["options"] == "-" else fair
            said = {"first": both[0][0], "second": both[0][1], "key": key, "options": options}
            yield row | said


def _said(sheets: Path, judge: str) -> dict[str, list[str]]:
    """By number: taken (yes, no), key (right, doubted), options (fair, unfair, -)."""
    said = {}
    for sheet in sorted(sheets.glob(f"{judge}[0-9]*.txt")):
        for line in filter(str.strip, sheet.read_text(encoding="utf-8").splitlines()):
            number, *verdict = line.split(maxsplit=4)[:4]
            if len(verdict) < len(_SAYS) or any(map(_is_none_of, verdict, _SAYS)):
                raise typer.BadParameter(f"{sheet.name} has a line that is no verdict: {line}")
            said[number.rstrip(".")] = verdict
    return said


def _is_none_of(word: str, words: frozenset[str]) -> bool:
    return word not in words


def _print(name: str, rows: Sequence[Row], texts: Iterable[Article] = ()) -> None:
    if not rows:
        return
    words = sum(len(article.text.split()) for article in texts)
    density = f"{_WORDS * len(rows) / words:6.2f} in {_WORDS} words" if words else ""
    verdicts = [(row["first"], row["second"]).count("yes") for row in rows]
    both, one = (sum(taken >= least for taken in verdicts) / len(rows) for least in (2, 1))
    right = sum(row["key"] == "right" for row in rows)
    chosen = [row for row in rows if row["options"] != "-"]
    fair = sum(row["options"] == "fair" for row in chosen)
    typer.echo(
        f"{name:14}{len(rows):5}{density}  both {both:.1%}, one {one:.1%},"
        f" keys {right}/{len(rows)}, options {fair}/{len(chosen)}"
    )


def _genre(text: str) -> str:
    return _GENRES[(int(text) - 1) // _OF_A_GENRE]


if __name__ == "__main__":
    app()
