"""The YAML block at the head of a Markdown article: what it may say, and how it is checked."""

from __future__ import annotations

import re
from datetime import date

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.errors import BadFrontMatter

_BLOCK = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


class FrontMatter(BaseModel):
    """What an article says about itself. Only ``title`` must be there."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    title: str = Field(min_length=1, max_length=300)
    source: str = ""
    published: date | None = None
    language: str = Field(default="en", pattern="^[a-z]{2,3}(-[A-Za-z]{2,4})?$")
    licence: str = ""


def split(name: str, text: str) -> tuple[FrontMatter | None, str]:
    """Part the front matter (None where there is none) from the rest of ``text``.

    Raises ``BadFrontMatter``, with ``name`` in its sentence.
    """
    if not text.startswith("---"):
        return None, text
    block = _BLOCK.match(text)
    if block is None:
        raise BadFrontMatter(name, "the line of --- that ends it is missing")
    return _checked(name, block["yaml"]), text[block.end() :]


def _checked(name: str, block: str) -> FrontMatter:
    try:
        fields = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError) as error:
        raise BadFrontMatter(name, _first_line(error)) from None
    if not isinstance(fields, dict):
        raise BadFrontMatter(name, "it isn't a list of 'name: value' lines")
    try:
        return FrontMatter.model_validate(fields)
    except ValidationError as error:
        raise BadFrontMatter(name, _in_words(error)) from None


def _first_line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f" in line {mark.line + 2}" if mark else ""
    return f"{getattr(error, 'problem', None) or str(error).splitlines()[0]}{where}"


def _in_words(error: ValidationError) -> str:
    return "; ".join(
        f"'{'.'.join(map(str, each['loc']))}': {each['msg'].lower()}" for each in error.errors()
    )
