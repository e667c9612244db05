"""What binds capitalised words to one name: "of" behind a head, "and" between fields, a number.

Judges two neighbouring runs of capitalised words and what stands between them; finds no runs.
"""

from __future__ import annotations

import re
from typing import Final

from knowledge.language.gazetteers import GIVEN_NAMES, JOINTS, ORGANISATION_SUFFIXES, PLACES

_FIRST: Final = re.compile(r"\w+")
_LAST: Final = re.compile(r"[\w.]+$")
_CLOSE: Final = re.compile(r"[/–]|\s&\s|&")
_PREFIXES: Final = frozenset({"Anti", "Non", "Post", "Pre", "Pro"})
_NUMBER: Final = re.compile(r"[ \u00a0]\d{1,3}(?:[A-Z]|-\d{2,3})?\b(?![,.]\d|%| \d)")
_UNIVERSITY_OF: Final = re.compile(r"\bUniversit(?:y|ies) of [A-Z]")
_SAINT: Final = re.compile(r"(?:St\.?|Saint) [\w.]+$")
_EPITHETS: Final = re.compile(
    r"(?:Great|Conqueror|Confessor|Elder|Younger|Baptist|Evangelist|Apostle|Terrible|Magnificent"
    r"|Lionheart|Bold|Bald|Fat|Good|Wise|Pious|Unready|Impaler|Sanctified|Black|Red|Venerable)$"
)


def joins(before: str, between: str, after: str) -> bool:
    """Whether two runs of capitalised words with this between them are one name."""
    last, first = _LAST.search(before), _FIRST.match(after)
    if last is None or first is None:
        return False
    if between == ", " and after in {"Jr.", "Sr.", "Inc.", "Ltd."}:
        return True
    if _CLOSE.fullmatch(between):
        return last[0] not in _PREFIXES and (between != "/" or len(before.split()) == 1)
    if between in {"'s ", "’s "}:
        return last[0] in JOINTS["owner"] or _SAINT.search(before) is not None
    word = between.strip()
    if word in {"and", ", and", ","} and _are_fields(last[0], first[0]):
        return _is_body(before, after, is_list=word == ",")
    return _by_word(before, word.removesuffix(" the"), after, last[0])


def numbered(text: str, start: int, end: int) -> int:
    """Where a name ends when the number behind it is its own ("State Route 31B")."""
    last = _LAST.search(text[start:end])
    number = _NUMBER.match(text, end)
    return number.end() if last and number and last[0] in JOINTS["numbered"] else end


def _by_word(before: str, word: str, after: str, last: str) -> bool:
    match word:
        case "of":
            return last in JOINTS["of"]
        case "for" | "on":
            return last in JOINTS[word]
        case "the":
            return before in GIVEN_NAMES and _EPITHETS.match(after) is not None
        case "," | "at":
            return _is_campus(before, after) or (before, after) == ("Washington", "D.C.")
    return False


def _are_fields(last: str, first: str) -> bool:
    return last in JOINTS["field"] and first in JOINTS["field"]


def _is_body(before: str, after: str, *, is_list: bool) -> bool:
    """Whether an organisation's word stands in either part, in a list of fields before "of"."""
    words = {*before.split(), *after.split()}
    return " of " in before if is_list else bool(words & ORGANISATION_SUFFIXES)


def _is_campus(before: str, after: str) -> bool:
    """Whether a university of a state and one of its towns meet ("…of California, Berkeley")."""
    state = _UNIVERSITY_OF.search(before)
    return (
        state is not None
        and before[state.end() - 1 :] in PLACES["state"]
        and after.replace("–", "-") in JOINTS["campus"]
    )
