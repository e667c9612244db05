"""What things and people are called and why: namesakes, former names, pen names, abbreviations.

Requires both names in one sentence; an abbreviation must be made of its words' first letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.facts.reading.marked import DESCRIBED, END, Found, Marked
from knowledge.facts.statements import Statement
from knowledge.language.gazetteers import DEMONYMS, PEOPLES
from knowledge.models import Expected

_AFTER = (
    rf"<what:thing>,?(?: (?:which )?(?:is|was|were))? (?:re)?named (?:after|for|in honou?r of) "
    rf"{DESCRIBED}<whom:name>{END}"
)
_BEHIND_ANOTHER = re.compile(r"[a-z] (?:at|in|on|near|from|by|to|with|for) (?:the )?$")
"""In "the airport at ⟦…⟧, named after", something else has the name."""
_FORMERLY = (
    r"<what:thing>(?:,| was| were) (?:originally|formerly|initially|first|previously) "
    rf"(?:called|named|known as) (?:the )?<name:name>{END}"
)
_RENAMED = rf"<what:thing> was renamed (?:the |as )?<name:name>{END}"
_PEN_NAME = (
    r"<who:person>[^;⟦]{0,90}\bunder the (?P<sort>pen name|pseudonym|stage name)(?: of)? "
    rf"<name:name>{END}"
)
_BIRTH_NAME = r"<who:person>(?:,| was) born <name:somebody>(?=[ ,])"
_SHORT = re.compile(r"\(\s?(?P<short>[A-Z][A-Za-z]{0,1}[A-Z]{1,4})(?=[);,])")
_FEWEST_USES = 3
_OFTEN = 4
_WELL_KNOWN = frozenset(
    {"AD", "AM", "BC", "CEO", "DC", "EU", "FBI", "LA", "NATO", "NK", "NY", "NYC", "PM", "SK", "TV"}
    | {"UK", "UN", "US", "USA", "USSR"}
)
"""Abbreviations that no text need explain."""

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_SKIPPED = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "&"})
_TONGUES = frozenset(
    {"Latin", "Sanskrit", "Aramaic", "Hebrew", "Arabic", "Gaelic", "Celtic", "Norse", "Nahuatl"}
    | {"Quechua", "Persian", "Basque", "Catalan", "Welsh", "Yiddish", "Malay", "Tamil", "Hindi"}
)
_ORIGIN = re.compile(
    r"\b[Tt]he (?:name|word|term)(?: of the \w+)? [“\"‘']?(?P<word>[\w-]+(?: [\w-]+)?)[”\"’']?,? "
    r"(?:is derived|was derived|derives|comes|originates|came|originated) "
    r"(?:ultimately )?from (?:the |an? )?(?P<tongue>(?:Old |Ancient |Middle )?[A-Z][a-z]+)"
    r"(?: word| name| term| verb| noun| for|,)"
)


def statements(marked: Marked) -> Iterator[Statement]:
    """The namings that the sentence tells of."""
    for found in marked.find(_AFTER):
        yield from _namesake(found)
    for kind, wording in (("former_name", _FORMERLY), ("new_name", _RENAMED)):
        for found in filter(_is_whole, marked.find(wording)):
            yield _naming(found, kind, what=found.thing("what"))
    for found in marked.find(_PEN_NAME):
        yield _naming(found, "pen_name", who=found.person("who"), sort=found.group("sort"))
    for found in marked.find(_BIRTH_NAME):
        yield _naming(found, "birth_name", who=found.person("who"))
    yield from _abbreviations(marked)
    for match in _ORIGIN.finditer(marked.plain):
        tongue = match["tongue"]
        if tongue in DEMONYMS or tongue.split()[-1] in DEMONYMS or tongue in _TONGUES:
            told = {"what": match["word"], "answer_kind": "name"}
            yield _statement(marked, "name_origin", tongue, told)


def _is_whole(found: Found) -> bool:
    return found.is_whole("what")


def _namesake(found: Found) -> Iterator[Statement]:
    whom, what = found.name("whom"), found.thing("what")
    if not found.is_whole("what") or _BEHIND_ANOTHER.search(found.before):
        return
    is_person = whom.kind == "person"
    value = whom.full if is_person else found.thing("whom")
    kind = "person" if is_person else "name"
    told = {"what": what, "answer_kind": kind}
    yield _statement(found.within, "namesake", value, told)


def _naming(found: Found, kind: str, **told: str) -> Statement:
    return _statement(found.within, kind, found.name("name").text, {**told, "answer_kind": "name"})


def _abbreviations(marked: Marked) -> Iterator[Statement]:
    """``gross domestic product (GDP)``: what the letters stand for."""
    for match in _SHORT.finditer(marked.plain):
        short, meant = match["short"], _long_form(marked.plain[: match.start()], match["short"])
        uses = re.findall(rf"\b{short}\b", marked.parsed.line.article.text)
        if not meant or short in _WELL_KNOWN or len(uses) < _FEWEST_USES:
            continue
        told = {"what": short, "answer_kind": "name"}
        doubts = () if _is_of_the_topic(marked, short, meant, len(uses)) else ("thin",)
        if _ends_in_a_noun(marked, meant):
            yield replace(_statement(marked, "abbreviation", meant, told), doubts=doubts)


def _is_of_the_topic(marked: Marked, short: str, meant: str, uses: int) -> bool:
    """Whether the title has the abbreviation or what it means, or the article keeps using it."""
    title = marked.parsed.line.article.title
    in_title = meant.lower() in title.lower() or re.search(rf"\b{short}\b", title) is not None
    return in_title or uses >= _OFTEN


def _ends_in_a_noun(marked: Marked, meant: str) -> bool:
    """Whether the words name a thing, where "North Korean" only describes one."""
    last = meant.rsplit(maxsplit=1)[-1]
    tags = {token.tag for token in marked.parsed.tree.tokens if token.text == last}
    return bool(tags & _NOUNS) and last not in DEMONYMS and last not in PEOPLES


def _long_form(before: str, short: str) -> str:
    """The words that end the text and begin with the letters, small words skipped."""
    found = list(_WORD.finditer(before))
    letters = [letter.lower() for letter in short]
    start = len(before)
    for word in reversed(found):
        if before[word.end() : start].strip():
            return ""
        start = word.start()
        if word[0].lower() in _SKIPPED and word[0][0].lower() != letters[-1]:
            continue
        if word[0][0].lower() != letters.pop():
            return ""
        if not letters:
            return "" if word[0].lower() in _SKIPPED else before[start:].strip()
    return ""


def _statement(marked: Marked, kind: str, value: str, told: dict[str, str]) -> Statement:
    about = told.get("who") or told["what"]
    return Statement(
        kind, told, (kind, about.lower()), value, Expected("name", names=(value,)), marked.citation
    )
