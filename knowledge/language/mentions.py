"""Where names stand in a text: runs of capitalised words, freed of titles and function words.

Tells whether a title, a given name or a verb of saying shows a person; not who is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from knowledge.language.gazetteers import (
    COUNTRY_NAMES,
    GIVEN_NAMES,
    JOINTS,
    KIND_WORDS,
    NATIONS_AND_PEOPLES,
    ORGANISATION_SUFFIXES,
    TITLES,
)
from knowledge.language.joints import joins, numbered
from knowledge.language.kinds import kind_of, may_be_person

_LATIN = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
_CAPITAL = "A-Z" + "".join(filter(str.isupper, _LATIN))
_SMALL = "a-z" + "".join(filter(str.islower, _LATIN))
"""Letters of Latin scripts: "Šibenik" is a name, "škola" is none."""
_OPENERS = (
    r"After|Before|Later|Then|The|Th|In|On|At|H[ei]|She|It|But|And|Wh|For|From|With|As|However"
    r"|Some|Many|No|Ye|Our|We|You|Of|By|To"
)
"""What begins a sentence that a broken text has glued to a name ("GangAfterwards")."""
_WORD = (
    r"(?:(?:Mrs?|Ms|Dr|Prof|Sen|Gen|Col|Gov|Rep|Lt|Capt|Sgt|Rev|St|Jr|Sr|Bros|Inc|Corp|Ltd)\."
    r"|Ph\.\s?D\.|PhD|(?<![\w-])(?:al|el|as|ash|ad)-[A-Z][a-z]+"
    rf"|(?:Mc|Mac|O['’]|D['’]|L['’]|De|Di|La|Le)?[{_CAPITAL}][{_SMALL}]+"
    rf"(?:(?!{_OPENERS})[A-Z][a-z]+)*"
    r"|[A-Z]{2,}|(?:[A-Z]\.){1,3}|[A-Z])(?:[-\u2011][a-z]{1,2}(?=\s[A-Z]))?"
)
_HYPHEN = r"[-\u2011]"
_SYLLABLE = (
    r"(?!(?:run|set|lit|hit|cut|fit|top|bound|only|then)\b)"
    r"(?:[bcdfghj-np-tw-z]|[chst]h|hs|ts|[ghkmp][wy])?[aeiou]{1,3}(?:ng|[hklmnpt])?(?![\w-])"
)
"""The lower half of an East Asian given name: "Kim Dae-jung", "Chiang Kai-shek"."""
_ELIDED = r"['’](?!(?:s|t|d|m|re|ve|ll)\b)[a-z]{2,}"
"""What follows the mark in "Sha'arawi"."""
_CAPITALISED = (
    rf"{_WORD}(?:(?:{_HYPHEN}|['’](?!s\b)|{_HYPHEN}[a-z]+{_HYPHEN}){_WORD}"
    rf"|{_HYPHEN}{_SYLLABLE}|{_ELIDED})*"
)
_PARTICLE = (
    r"(?:de|del|della|da|das|dos|do|di|van|von|der|den|ten|ter|dem|zu|zum|bin|ibn|ben|al|el|la|las"
    r"|los|le|les|du|des|es|y|af)"
)
_OFFICE_OF = (
    rf"(?:Secretary|Minister|Speaker|Director|Chief)\sof\s(?:the\s)?{_WORD}(?:\sAffairs|\sStaff)?"
)
_BODY_OF = (
    r"(?:Universit(?:y|ies)|Institute|College|School|Museum|Bank|Battle|Siege|Treaty|Isle|Gulf|Bay"
    r"|Cape|Republic|Kingdom|Church|Department|Ministry|House|Bureau|Board|Council|Court|Society"
    r"|Academy|Academia|Order|Temple|Tower|Castle|Port|Lake|Mount|Straits?|Isles|Declaration"
    r"|Congress|Bill|Statue|Library|Faculty|President|Bishop|Duke|Duchess|Earl|Prince|Princess"
    r"|Queen|King)\sof\s(?:the\s)?"
)
_STEP = rf"(?:{_OFFICE_OF}|(?:{_CAPITALISED}\s)?{_BODY_OF}{_CAPITALISED}|{_CAPITALISED})"
_LETTERS = re.compile(
    r"(?<=[a-z])(?: (?:OBE|CBE|MBE|KBE|DBE|GBE|FRS|FRSE|FRSC|FRSL|FBA|PhD|MD|QC|KC|MP|MEP|OM|CH"
    r"|KCB|GCB|CMG|KCMG|GCMG|CVO|KCVO|GCVO|DSO|DSC|DFC|VC|NI|SJ|OP|ONZ|QSO|KNZM|DNZM|GNZM|CNZM"
    r"|ONZM|(?:CC|OC|AC|AO|MC)(?= [A-Z]{2,})))+$"
)
"""Letters behind a name, for honours and degrees: no part of it."""
_NUMERAL_AT_THE_END = re.compile(r"[^\W\d_]{2,} [IVX]\.$")
"""Behind "Elizabeth I." at a sentence's end the stop is the sentence's."""
_NICKNAME = re.compile(r"\s[\"“][A-Z][\w.'’ -]{0,18}[\"”](?=\s[A-Z])")
"""A nickname between given and family name: ``Erik "Red" Holm``; no part of the name itself."""
_RUN = re.compile(
    rf"{_STEP}(?:(?:{_NICKNAME.pattern})?\s(?:{_PARTICLE}\s){{0,2}}{_STEP})*(?!['’]t\b)"
)
_LOWER_TITLE = re.compile(
    r"\b(?:diplomat|spokesman|spokeswoman|spokesperson|leader|president|minister|secretary|chief|"
    r"director|chairman|chairwoman|professor|author|writer|novelist|poet|actor|actress|singer|"
    r"composer|painter|architect|scientist|physicist|chemist|mathematician|historian|economist|"
    r"engineer|journalist|lawyer|coach|captain|founder|businessman|inventor|astronomer|"
    r"philosopher|explorer|general|admiral|king|queen|emperor|bishop|wife|husband|son|daughter|"
    r"brother|sister|father|mother)\s$"
)
_SAYS = re.compile(
    r"^,?\s(?:said|says|told|added|explained|wrote|argued|replied|asked|who|proposed|suggested"
    r"|noticed|married|studied|taught|died|painted|composed|graduated|believed|thought|recalled"
    r"|remarked|observed|discovered|invented|realised|realized|resigned|was born|himself|herself"
    r"|coined)\b"
)
_GLUED = re.compile(r"^(?P<name>[A-Z][a-zà-ÿ]+?)(?:for|and|with|said|in|on|who|told)$")
_FUNCTION_WORDS = Path(__file__).parent / "lists" / "function_words.txt"
_INNER_TITLE = re.compile(
    r"\b(?:Secretary|Minister|President|Mrs?\.|Dr\.|Captain|Professor|Senator|Director)\s(?!of\b)"
)
_TELLING = ORGANISATION_SUFFIXES | KIND_WORDS["place"] | KIND_WORDS["area"] | KIND_WORDS["event"]
"""Last words that no person bears."""
_SIDE = re.compile(r"[Pp]ro-|[Aa]nti-|[Nn]on-")
"""In "pro-Oslo Labour Party", the name begins behind the compound."""
_PLACE_TITLES = {"St.", "Saint", "San", "Santa", "Fort", "Mount", "Lake", "Cape", "Port"}
_SHORTEST_GIVEN_NAME = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of capitalised words after its title was taken off."""

    start: int
    end: int
    text: str
    title: str
    shows_person: bool


@lru_cache(maxsize=10_000)
def mentions(text: str) -> tuple[Mention, ...]:
    """All names of the text, left to right; a sentence is asked for its names many times."""
    return tuple(name for start, end in _runs(text) for name in _without_title(text, start, end))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where whole names stand: runs of capitalised words, bound to each other where they are one.

    No run is cut: what binds its parts is asked from left to right, so that none overlaps another.
    """
    start = end = 0
    for match in _RUN.finditer(text):
        if match.start() < end:
            continue
        if end and joins(text[start:end], text[end : match.start()], match[0]):
            end = match.end()
        else:
            if end:
                yield start, end
            start, end = match.span()
        end = numbered(text, start, end)
    if end:
        yield start, end


def by_nickname(name: Mention, text: str) -> str:
    """The name as friends say it, ``Red Holm`` for ``Erik "Red" Holm``, or nothing."""
    found = _NICKNAME.search(text, name.start, name.end)
    return f"{found[0].strip()[1:-1]} {text[found.end() : name.end].strip()}" if found else ""


def unglued(name: str) -> str | None:
    """The name without a function word that a broken text has glued to it (``Wang Yifor``)."""
    *before, last = name.split()
    glued = _GLUED.match(last)
    return " ".join([*before, glued["name"]]) if glued else None


def _without_title(text: str, start: int, end: int) -> Iterator[Mention]:
    """Take function words, nationality and title off the front of a run of capitalised words."""
    start = _after_closed_class(text, start, end)
    end = start + len(_LETTERS.sub("", text[start:end]))
    if not text[end:].strip() and _NUMERAL_AT_THE_END.search(text, start, end):
        end -= 1
    lead = _title_before(text, start, end)
    rest_start = start + lead
    if text[rest_start : rest_start + 1].islower():
        rest_start = start
    name, nicknames = _NICKNAME.subn("", text[rest_start:end])
    if _SIDE.match(text, max(0, text.rfind(" ", 0, rest_start) + 1)):
        name = name.partition(" ")[2]
        rest_start = end - len(name)
    name = name.replace(", Jr.", " Jr.").replace(", Sr.", " Sr.")
    if not name[:1].isalnum() or name in NATIONS_AND_PEOPLES or name in TITLES:
        return
    before, after = text[:rest_start], text[end : end + 14]
    title = text[start:rest_start].strip()
    if name.split()[0] in _PLACE_TITLES:
        yield Mention(rest_start, end, name, "", shows_person=False)
        return
    shows = bool(title and _names_person(title)) or bool(_LOWER_TITLE.search(before[-16:]))
    shows = shows or _is_given(name) or (" " in name and bool(_SAYS.match(after)))
    shows = shows or nicknames > 0  # only people have one in the middle of their name
    yield Mention(rest_start, end, name, title, shows and may_be_person(name))


def _after_closed_class(text: str, start: int, end: int) -> int:
    while start < end:
        word = re.match(r"\S+", text[start:end])
        if word is None or word.group() not in _closed_class():
            break
        start += len(word.group())
        start += len(text[start:end]) - len(text[start:end].lstrip())
    return start


@cache
def _closed_class() -> frozenset[str]:
    lines = _FUNCTION_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if line[0] != "#" for word in line.split())


@cache
def _title_pattern() -> re.Pattern[str]:
    offices = sorted((*TITLES, "Minister of Foreign Affairs", "State Department"), key=len)[::-1]
    nations = sorted({*NATIONS_AND_PEOPLES, *COUNTRY_NAMES, "EU", "UN"}, key=len)[::-1]
    nation = "|".join(map(re.escape, nations))
    office = "|".join(map(re.escape, offices))
    return re.compile(
        rf"(?P<nation>(?:{nation})\s+)?(?:(?:{office})(?:\s+of\s+(?:the\s+)?(?:{nation}|[A-Z]\w+))?\s+)*"
    )


def _title_before(text: str, start: int, end: int) -> int:
    """How many characters of ``text[start:end]`` are nationality and title."""
    match = _title_pattern().match(text, start, end)
    lead = match.end() if match else start
    inside = [m for m in _INNER_TITLE.finditer(text, start, end) if m.end() < end]
    lead = max([lead, *(m.end() for m in inside)])
    return 0 if _is_of_the_name(text, (start, lead, end), match) else lead - start


def _is_of_the_name(text: str, place: tuple[int, int, int], lead: re.Match[str] | None) -> bool:
    """Whether a leading "American" or "General" belongs to what follows: no person, but a body."""
    start, rest_start, end = place
    if text.startswith(("St.", "St ", "Saint "), start):
        return True
    whole, rest = text[start:end].split(), text[rest_start:end].split()
    if not rest or rest_start == start:
        return False
    if rest[0] in GIVEN_NAMES and rest[-1] not in _TELLING:
        return False
    is_nation_alone = lead is not None and lead["nation"] and lead.end("nation") == rest_start
    if is_nation_alone:
        return not may_be_person(" ".join(rest)) or len(rest) == 1
    return whole[-1] in _TELLING or rest[-1] in JOINTS["untitled"]


def _names_person(title: str) -> bool:
    return any(title.endswith(office) for office in TITLES)


def _is_given(name: str) -> bool:
    words = name.split()
    is_listed = words[0] in GIVEN_NAMES and len(words[0]) >= _SHORTEST_GIVEN_NAME
    return len(words) > 1 and is_listed and kind_of(name) == "other"
