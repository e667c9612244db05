"""Who somebody's parents and spouse were, what the father did, how many children there were.

Requires a known person and, for a parent named alone, a word or given name that shows which
parent it is; sons and daughters without "only" are one of many and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from knowledge.facts.reading.marked import DESCRIBED, END, Found, Marked, written
from knowledge.facts.reading.words import words
from knowledge.facts.statements import Statement
from knowledge.language.kinds import sex_of
from knowledge.language.numbers import cardinal
from knowledge.language.verbs import is_past
from knowledge.models import Expected

_ONE = "father|mother|wife|husband|widow|grandfather|grandmother"
_OWN = rf"<who:person>'s (?P<kin>{_ONE}),? (?:was )?{DESCRIBED}<whom:somebody>{END}"
_OF = rf"<whom:somebody>(?:,| was| is) (?:the )?{DESCRIBED}(?P<kin>{_ONE}) of <who:person>{END}"
_CHILD = (
    r"<who:person>(?:,| was| is|, who was)(?: born)?[^⟦;.]{0,30}?"
    r"(?:⟦[^p]\d+⟧[^⟦;.]{0,12}){0,4}"
    r"\b(?:the|an?) (?:[a-z-]+ ){0,2}(?:child and )?(?:[a-z-]+ ){0,2}"
    r"(?:son|daughter|child) of "
)
_BORN_TO = r"<who:person> was born [^;.⟦]{0,30}(?:⟦[^p]\d+⟧[^;.⟦]{0,30}){0,4}?\bto (?:parents )?"
_COUPLE = (
    rf"{DESCRIBED}<one:somebody>(?:, (?:an?|the) [^;.]{{3,120}}?,+)? and "
    rf"(?:(?:his|⟦p\d+⟧'s) (?:\w+ )?wife,? )?"
    rf"{DESCRIBED}<other:somebody>{END}"
)
_MARRIED = (
    rf"<who:person>(?: was| had| later| also)? married (?:to )?{DESCRIBED}<whom:somebody>{END}"
)
_TRADE = (
    r"(?P<trade>(?:(?!(?:and|or|of|in|who|man|member|former|good|native|great)\b)[a-z-]+ ){0,2}"
    r"[a-z-]*(?:maker|smith|er|or|ist|ian|ician|man|wright|eer|ant|mason|clerk|monger))"
    r"(?=[,.]| (?:and|who|in|from|at|by|for|with)\b)"
)
_FATHERS_TRADE = (
    rf"<who:person>'s (?P<kin>father|mother)(?:,? ⟦\w\d+⟧)?,? (?:was|is|worked as) an? {_TRADE}"
)
_HAD_ANOTHER = re.compile(r",? (?:and )?(?:who )?(?:later|then|afterwards)\b")
_AND_ANOTHER = re.compile(rf",? and (?:an? )?{_TRADE}")
_NO_TRADES = words("no trades")
_NUMBER = r"(?P<number>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HAD = (
    r"<who:person>(?: and (?:his wife|her husband|<other:somebody>))?"
    rf" (?:had|were the parents of) {_NUMBER} children\b(?! (?:by|from|with)\b)"
)
_SIBLINGS = (
    rf"<who:person>(?:,| was| is)(?: born)? (?:the )?(?:\w+|\w+-\w+)(?: child)? of (?:the )?"
    rf"{_NUMBER} (?:children|siblings|brothers and sisters)\b(?! (?:by|from|with)\b)"
)
_MORE_MARRIAGES = re.compile(
    r"\b(?:divorc\w+|remarri\w+|(?:first|second|third|former|ex-?) ?(?:wife|husband|marriage)"
    r"|married (?:twice|three times)|married [^.;]{3,60} and (?:later|then|secondly))\b"
)
_BESIDE = re.compile(r"(⟦\w\d+⟧|[A-Z]\w+) and $")
_MARRIES = re.compile(r"\bmarri(?:ed|es|age)\b")
_ONCE_CALLED = re.compile(r"\b(?:originally|formerly|once|first) (?:named|called)\b")
"""Who bore another name later is not known by this one."""
_VERB_AND_OBJECT = re.compile(
    r"\b(?!(?:was|were|became|called|named|known)\b)([a-z]+) (?:an?|the|his|her) "
)
_SHOWN_SEX = {"father": "m", "mother": "f"}


def statements(marked: Marked) -> Iterator[Statement]:
    """What the sentence says of a person's family."""
    for wording, read in _READERS:
        for found in marked.find(wording):
            yield from read(found)
    yield from _parents(marked)


def _named(found: Found) -> Iterator[Statement]:
    is_somebody_else = _is_of_another(found) or _does_something(found)
    if not _ONCE_CALLED.search(found.match[0]) and not is_somebody_else:
        yield from _kin(found, found.group("kin").replace("widow", "wife"), "whom")


def _is_of_another(found: Found) -> bool:
    """Whether somebody is named right before: "Ann and her husband"."""
    beside = _BESIDE.search(found.before)
    return beside is not None and found.person("who") not in written(found.within, beside[1])


def _does_something(found: Found) -> bool:
    """Whether the relative did something to what is named: "her father kept an inn called …"."""
    return any(is_past(verb) for verb in _VERB_AND_OBJECT.findall(found.match[0]))


def _trade(found: Found) -> Iterator[Statement]:
    trade, kin = found.group("trade"), found.group("kin") or "father"
    is_one = not _HAD_ANOTHER.match(found.after) and not _AND_ANOTHER.match(found.after)
    if trade.split()[-1] not in _NO_TRADES and is_one:
        yield _statement(found, "parents_trade", trade, kin=kin, answer_kind="name")


def _children(found: Found) -> Iterator[Statement]:
    yield from _count(found, "children")


def _siblings(found: Found) -> Iterator[Statement]:
    yield from _count(found, "siblings")


def _parents(marked: Marked) -> Iterator[Statement]:
    for lead in (_CHILD, _BORN_TO):
        couples = list(marked.find(lead + _COUPLE))
        for found in couples:
            one, other = (_sex(found, each) for each in ("one", "other"))
            sexes = {one, other}
            if len(sexes) > 1 and sexes & {"f", "m"}:
                is_father_first = one == "m" or other == "f"
                yield from _kin(found, "father", "one" if is_father_first else "other")
                yield from _kin(found, "mother", "other" if is_father_first else "one")
        if not couples and lead == _CHILD:
            for found in marked.find(f"{lead}{DESCRIBED}<one:somebody>{END}(?! and ⟦)"):
                sex = _sex(found, "one")
                if sex:
                    yield from _kin(found, "father" if sex == "m" else "mother", "one")


def _sex(found: Found, group: str) -> str:
    return sex_of(found.name(group).full)


def _kin(found: Found, kin: str, whom: str) -> Iterator[Statement]:
    """The relative: by the given name alone where the family name would give the answer away."""
    person, value = found.person("who"), _relative(found, whom)
    clear = sex_of(value) in {"", _SHOWN_SEX.get(kin, sex_of(value))}
    shared = set(value.split()[1:]) & set(person.split())
    part = "first name" if shared or " " not in value else ""
    if value != person and clear and not _again(found, kin):
        shown = value.split()[0] if part else value
        text = found.within.parsed.line.article.text
        is_known = " " in value and (not part or text.count(shown) > 1)
        doubts = () if is_known else ("thin",)
        yield replace(
            _statement(found, "kin", shown, kin=kin, part=part, answer_kind="name"), doubts=doubts
        )


def _relative(found: Found, group: str) -> str:
    """The full name if the article gives it, else the name as it stands."""
    name = found.name(group)
    is_here = name.full in found.within.parsed.line.article.text
    return name.full if is_here else name.text


def _again(found: Found, kin: str) -> bool:
    """Whether the article tells of more than one marriage."""
    text = found.within.parsed.line.article.text
    return kin in {"wife", "husband"} and _MORE_MARRIAGES.search(text) is not None


def _marriage(found: Found) -> Iterator[Statement]:
    """The spouse, told apart by the year where the article tells of another marriage."""
    value, person = found.person("whom"), found.person("who")
    text = found.within.parsed.line.article.text
    is_only = not _MORE_MARRIAGES.search(text) and len(_MARRIES.findall(text)) == 1
    if value and value != person and (found.year or is_only):
        when = f" in {found.year}" if found.year else ""
        yield _statement(found, "marriage", value, when=when, answer_kind="person")


def _count(found: Found, kind: str) -> Iterator[Statement]:
    number = cardinal(found.group("number"))
    if number:
        person = found.person("who")
        yield Statement(
            kind,
            {"who": person, "answer_kind": "number"},
            (kind, person),
            found.group("number"),
            Expected("quantity", number, number, ""),
            found.within.citation,
        )


def _statement(found: Found, kind: str, value: str, **told: str) -> Statement:
    person = found.person("who")
    distinguishing = tuple(told[key] for key in ("kin", "when") if key in told)
    return Statement(
        kind,
        {"who": person, **told},
        (kind, person, *distinguishing),
        value,
        Expected("name", names=_names(found, value)),
        found.within.citation,
    )


def _names(found: Found, value: str) -> tuple[str, ...]:
    first = value.partition(" ")[0]
    return tuple(dict.fromkeys((value, first, *found.within.table.spellings(value))))


_READERS: tuple[tuple[str, Callable[[Found], Iterator[Statement]]], ...] = (
    (_OWN, _named),
    (_OF, _named),
    (_MARRIED, _marriage),
    (_FATHERS_TRADE, _trade),
    (_CHILD + rf"an? {_TRADE}", _trade),
    (_HAD, _children),
    (_SIBLINGS, _siblings),
)
