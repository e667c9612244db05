"""What belongs to what: capitals, rivers and counties of places, families of living things, parts.

Requires names on both sides, or a number with what is counted; sizes and populations, which
change, are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.marked import END, Found, Marked
from knowledge.facts.reading.terms import Reading
from knowledge.facts.reading.whereabouts import asked_as
from knowledge.facts.statements import Statement
from knowledge.language.numbers import cardinal
from knowledge.language.places import country_named, with_article
from knowledge.language.wholes import stands_in
from knowledge.models import Expected

_CAPITAL = (
    r"<part:place>,? (?:is|was|which is|becoming|became) (?:both )?the"
    r" (?:(?:largest city and|state|provincial|regional|national|federal|administrative|official"
    r"|departmental|political|constitutional|present|current|new) ){0,2}?"
    rf"(?P<rank>capital|county seat)(?: city)?(?: and [a-z ]{{3,40}}?)? of (?:the )?"
    rf"(?:(?:[a-z]+ )?(?:state|province|region|county|department) of )?<whole:place>{END}"
)
_THE_CAPITAL = (
    rf"\bthe capital(?: city)? of (?:the )?<whole:place>(?:,| is|, which is) <part:place>{END}"
)
_WITHIN = (
    r"<part:thing> (?:is|lies)(?: an?[^⟦;.]{3,50}?)?,? (?:located |situated |lying )?"
    rf"(?P<link>in|on)(?: central| [a-z]+ern| the banks of| the [a-z]+ern part of)?"
    rf" (?:the )?<whole:place>{END}"
)
_FLOWS = rf"<part:thing> (?:flows|empties|drains) into (?:the )?<whole:thing>{END}"
_FAMILY = re.compile(
    r"\b(?:(?:species|members?|one|plants?|animals?) (?:[a-z-]+ ){0,3}(?:of|in)|in|belongs? to)"
    r" the (?P<rank>family|genus|order) (?P<name>[A-Z][a-z]+)\b"
)
_GOT_FROM = re.compile(
    r"\b(?:obtained|extracted|made|produced|prepared|distilled|harvested) from\b"
)
"""What is made of a plant is of no family."""
_LEADING_ARTICLE = re.compile(r"^(?:The|An?) ", re.IGNORECASE)
_NUMBER = (
    r"(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
)
_PARTS = (
    r"<whole:thing> (?P<verb>consists of|comprises|is composed of|is made up of|is divided into"
    rf"|was divided into|contains|has|consisted of) {_NUMBER}"
    r" (?P<parts>(?:[a-z-]+ ){0,2}[a-z]+s)"
    r"(?=[,.;:]|$| (?:and|which|that|with|in|of|each|on)\b)"
)
_WHOLES = {
    "River": "river",
    "County": "county",
    "Province": "province",
    "District": "district",
    "Island": "island",
    "Municipality": "municipality",
    "Prefecture": "prefecture",
    "Parish": "parish",
    "Peninsula": "peninsula",
    "Valley": "valley",
    "Lake": "lake",
    "Bay": "bay",
}
_CHANGING = re.compile(
    r"\b(?:people|inhabitants|residents|members|employees|students|miles|years|times|percent|seats"
    r"|kilometers|kilometres|meters|metres|acres|days|hours|minutes|pages|titles|fans|others"
    r"|parts|things|main\w*|different|kinds|types|goals|wins|points|ways|grandchildren|sons"
    r"|daughters|children|brothers|sisters|siblings|weeks|months|songs|episodes|players)\b"
)


_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_COMMON_PARTS = re.compile(
    r"^(?:However, |In adults, )?"
    r"(?P<whole>(?:[Tt]he |[Aa]n? )?[A-Za-z][\w-]*(?: [a-z][\w-]*){0,3}?)(?:, [^,]{3,80},)?"
    r" (?P<verb>consists of|comprises|is composed of|is made up of|is divided into|contains|has)"
    rf" {_NUMBER} (?P<parts>(?:[a-z-]+ ){{0,2}}[a-z]+s)"
    r"(?=[,.;:]|$| (?:and|which|that|called|known)\b)"
)


def statements(marked: Marked) -> Iterator[Statement]:
    """The parts and wholes that the sentence names."""
    for wording in (_CAPITAL, _THE_CAPITAL):
        for found in marked.find(wording):
            yield from _capital(found)
    for found in marked.find(_WITHIN):
        yield from _within(found)
    for found in marked.find(_FLOWS):
        yield _relation(found, "mouth", found.name("whole").text, "name", part=found.thing("part"))
    for found in marked.find(_PARTS):
        yield from _count(found)
    yield from _of_terms(marked)
    yield from _families(marked)


def _of_terms(marked: Marked) -> Iterator[Statement]:
    """``The human heart has four chambers``: the parts of what a technical term means."""
    match = _COMMON_PARTS.match(marked.plain)
    if match is None or _CHANGING.search(match["parts"]):
        return
    reading, whole = Reading(marked.parsed), match["whole"]
    bare = _ARTICLE.sub("", whole)
    term = reading.term(bare)
    if term is None or term.is_name or term.is_plural:
        return
    is_weak = match["verb"] in {"has", "contains", "comprises"}
    if not is_weak or (" " in bare and reading.is_technical(term)):
        article = whole.removesuffix(bare).lower()
        yield from _counted(marked, f"{article}{term.text}", match)


def _counted(marked: Marked, whole: str, match: re.Match[str]) -> Iterator[Statement]:
    number, parts = cardinal(match["number"]), match["parts"]
    verb = "divided" if "divided" in match["verb"] else "has"
    told = {"whole": whole, "parts": parts, "verb": verb, "tense": "present"}
    if number:
        yield Statement(
            "parts",
            {**told, "answer_kind": "number"},
            ("parts", whole.lower(), parts),
            match["number"],
            Expected("quantity", number, number, ""),
            marked.citation,
        )


def _capital(found: Found) -> Iterator[Statement]:
    part, whole = found.name("part").text, found.name("whole")
    rank = found.group("rank") or "capital"
    noun = _WHOLES.get(whole.text.split()[-1], "")
    kind = f"which {noun}" if noun else asked_as(whole)
    if kind in {"", "city"}:
        return
    if part in found.within.parsed.line.article.title:
        yield _relation(
            found, "capital_of", whole.text, kind, part=part, rank=rank, asked=noun or kind
        )
    elif found.within.text[: found.match.start()].strip() in {"", "The"}:
        named = with_article(whole.text) if country_named(whole.text) else whole.text
        city = "city" if found.name("part").kind == "city" else "name"
        yield _relation(found, "capital", part, city, whole=named, rank=rank)


def _within(found: Found) -> Iterator[Statement]:
    """The county, river, island, country or state that a place lies in or on."""
    whole = found.name("whole")
    noun = _WHOLES.get(whole.text.split()[-1]) or asked_as(whole).replace("city", "")
    link = found.group("link")
    if whole.text.startswith(("River ", "Lake ")):
        noun = whole.text.split()[0].lower()
    if noun and (link == "on") == (noun in {"river", "lake", "island", "peninsula", "bay"}):
        kind = noun if noun in {"state", "country"} else f"which {noun}"
        part = found.thing("part")
        yield _relation(found, "within", whole.text, kind, part=part, asked=f"{link} which {noun}")


def _families(marked: Marked) -> Iterator[Statement]:
    """The family or genus of the living thing that the article is about."""
    match = _FAMILY.search(marked.plain)
    if match is None or _GOT_FROM.search(marked.plain[: match.start()]):
        return
    article = marked.parsed.line.article
    title, named = article.title.strip(), _LEADING_ARTICLE.sub("", marked.plain)
    is_one = not named[len(title) :].startswith(" are ")
    if is_one and named.lower().startswith(title.lower()):
        small = title[:1].lower() + title[1:]
        part = small if stands_in(small, article.text) else title
        part = part if named == marked.plain else f"the {part}"
        told = {"part": part, "rank": match["rank"], "answer_kind": "name"}
        yield _statement(marked, "family", match["name"], told)


def _count(found: Found) -> Iterator[Statement]:
    number, parts = cardinal(found.group("number")), found.group("parts")
    if not number or _CHANGING.search(parts):
        return
    is_divided = "divided" in found.group("verb")
    whole = found.thing("whole")
    told = {"whole": whole, "parts": parts, "verb": "divided" if is_divided else "has"}
    tense = "past" if found.group("verb") in {"consisted of", "was divided into"} else "present"
    yield Statement(
        "parts",
        {**told, "tense": tense, "answer_kind": "number"},
        ("parts", whole.lower(), parts),
        found.group("number"),
        Expected("quantity", number, number, ""),
        found.within.citation,
        doubts=("thin",) if found.group("verb") in {"has", "contains"} else (),
    )


def _relation(found: Found, kind: str, value: str, answer_kind: str, **told: str) -> Statement:
    return _statement(found.within, kind, value, {**told, "answer_kind": answer_kind})


def _statement(marked: Marked, kind: str, value: str, told: dict[str, str]) -> Statement:
    about = told.get("part") or told["whole"]
    return Statement(
        kind,
        told,
        (kind, about.lower(), told.get("asked", "")),
        value,
        Expected("name", names=(value,)),
        marked.citation,
    )
