"""The starter articles keep the rules in ``seeds/README.md``; a failure says what to mend."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

SEEDS = Path(__file__).parents[1] / "seeds"
ARTICLES = sorted(path for path in SEEDS.glob("*.md") if path.name != "README.md")
WORDS = range(250, 501)
LONGEST_SHARED_RUN = 9
FRONT_MATTER = re.compile(r"\A---\n(?P<fields>.*?)\n---\n\n(?P<body>.*)\Z", re.DOTALL)
STRAIGHT_QUOTATION = re.compile(r'"([^"]*)"')
ANSWERS = re.compile(
    r"\d+|\b(?:one|two|three|four|five|six|hours?|days?|months?|years?)\b|Diaoyutai|Haidian|Beijing",
    re.IGNORECASE,
)
DATED_WEEKDAY = re.compile(r"\b(\w+day), (\d{1,2}) June 2023\b")


class FrontMatter(BaseModel):
    """What stands above every article; an unknown field is a slip of the pen."""

    model_config = ConfigDict(extra="forbid")

    title: str = Field(min_length=10, max_length=80)
    source: str = Field(min_length=3)
    published: date
    language: Literal["en"]
    licence: Literal["MIT"]


def split(path: Path) -> tuple[str, str]:
    """Return the front matter and the body of the article at ``path``."""
    match = FRONT_MATTER.match(path.read_text(encoding="utf-8"))
    assert match, f"{path.name}: begin with ---, the fields, --- and an empty line"
    return match["fields"], match["body"]


def front_matter(path: Path) -> FrontMatter:
    try:
        return FrontMatter.model_validate(yaml.safe_load(split(path)[0]))
    except ValidationError as error:
        faults = [f"{fault['loc'][0]}: {fault['msg']}" for fault in error.errors()]
        pytest.fail(f"{path.name}: mend the front matter: {'; '.join(faults)}")


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower())


def runs(path: Path) -> set[tuple[str, ...]]:
    """Return every run of words that is too long to be shared with another article."""
    length = LONGEST_SHARED_RUN + 1
    found = words(split(path)[1])
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}


@pytest.fixture(params=ARTICLES, ids=lambda path: path.stem)
def article(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_five_articles_are_shipped():
    assert len(ARTICLES) == 5, f"the README speaks of five articles, seeds/ holds {len(ARTICLES)}"


def test_the_file_name_can_serve_as_an_id(article: Path):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", article.stem), (
        f"{article.name}: name the file in lower-case words joined by hyphens"
    )


def test_the_front_matter_is_complete_and_typed(article: Path):
    published = front_matter(article).published
    assert date(2000, 1, 1) <= published < date(2100, 1, 1), (
        f"{article.name}: published: {published} is no plausible day for a report"
    )


def test_every_title_names_one_article():
    titles = [front_matter(path).title for path in ARTICLES]
    assert len(set(titles)) == len(titles), f"two articles share a title: {sorted(titles)}"


def test_a_title_gives_no_answer_away(article: Path):
    told = ANSWERS.findall(front_matter(article).title)
    assert not told, f"{article.name}: the title is shown with each question; leave out {told}"


def test_every_source_can_be_told_from_the_others():
    sources = [front_matter(path).source for path in ARTICLES]
    assert len(set(sources)) == len(sources), f"two articles share a source: {sorted(sources)}"


def test_the_length_suits_one_sitting(article: Path):
    count = len(split(article)[1].split())
    assert count in WORDS, f"{article.name}: {count} words; write between 250 and 500"


def test_a_paragraph_is_one_line_of_whole_sentences(article: Path):
    for above, below in pairwise(split(article)[1].split("\n")):
        assert not (above and below), f"{article.name}: leave an empty line before {below[:40]!r}"
    for paragraph in split(article)[1].strip().split("\n\n"):
        assert re.search(r'[.!?]"?$', paragraph), (
            f"{article.name}: this paragraph does not end its sentence: …{paragraph[-40:]!r}"
        )
        assert paragraph == " ".join(paragraph.split()), (
            f"{article.name}: doubled or trailing spaces in {paragraph[:40]!r}"
        )


def test_a_quotation_is_short(article: Path):
    body = split(article)[1]
    assert body.count('"') % 2 == 0, f"{article.name}: a quotation mark has no partner"
    for quotation in STRAIGHT_QUOTATION.findall(body):
        assert len(words(quotation)) < 10, f"{article.name}: retell {quotation!r} instead"


def test_the_characters_are_those_of_plain_english(article: Path):
    strange = set(re.findall(r"[^\w\s.,;:'\"()-]", split(article)[1]))
    assert not strange, f"{article.name}: replace {sorted(strange)}; quotation marks are straight"


def test_the_event_is_dated_in_full(article: Path):
    assert re.search(r"\b\d{1,2} June 2023\b", split(article)[1]), (
        f"{article.name}: give the day of the event once with month and year"
    )


def test_a_weekday_fits_its_date(article: Path):
    for weekday, day in DATED_WEEKDAY.findall(split(article)[1]):
        assert f"{date(2023, 6, int(day)):%A}" == weekday, (
            f"{article.name}: {day} June 2023 was no {weekday}"
        )


def test_no_two_articles_share_a_sentence():
    owner: dict[tuple[str, ...], Path] = {}
    for path in ARTICLES:
        for run in runs(path):
            first = owner.setdefault(run, path)
            assert first == path, f"{path.name} and {first.name} both say {' '.join(run)!r}"
