"""What a thing with a name is: "Stiniva, a cove on the south coast", "Soufiko is a stew of …".

Requires a noun of which the table of sorts knows what else it might have been. Forbids names
that tell it themselves ("Creek Street, a lane") or seem to ("Lake Łuknajno, a reserve"), the
article's own thing, and lives, where what else is named is told in passing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.antecedents import SUBJECTS
from knowledge.facts.reading.marked import Found, Marked
from knowledge.facts.reading.words import words
from knowledge.facts.statements import Statement
from knowledge.language.schemes import FINITE
from knowledge.language.sorts import group_of, sorts, with_a
from knowledge.models import Expected

_NOUNS = "|".join(sorted(map(re.escape, sorts()), key=len, reverse=True))
_JOINTS = r"(?:an?|the|of|in|on|at|by|for|to|from|with|and|or|that|which|who|whose|where)\b"
_SORT = rf"an? (?:(?!{_JOINTS})[\w'-]+,? ){{0,4}}?(?P<noun>{_NOUNS})"
_GOES_ON = (
    r" (?:of|in|on|at|by|near|with|from|for|to|above|below|between|beside|behind|under|over|off"
    r"|inside|outside|opposite|along|across|around|that|which|where|whose|held|built|made|run"
    r"|set|cut|known|now|today|once|then|[a-z]+ed)\b"
)
_APPOSED = rf"(?:\b[Tt]he )?<name:thing>, {_SORT}(?:{_GOES_ON}|[,.;]|$)"
_IS = (
    rf"^(?:The )?<name:thing>(?:, [^,;⟦]{{2,60}},)? (?P<verb>is|was) {_SORT}(?:{_GOES_ON}|[.;]|$)"
)
_AMONG_OTHERS = re.compile(r"^,? (?:and|or) (?:an?|the|⟦)|^[^.;]*?, (?:and |or )?⟦[^d]\d+⟧, an? ")
_PLURAL = re.compile(r"[^aiosu]s$")
_TELLING = sorts() | words("built") | words("names a kind")
_SHORTEST_END = 4
_OPENS = re.compile(rf"^(?:The )?(?:(?!{_JOINTS})[a-z-]+ )*$")
_NO_NAMES = frozenset({"near", "off", "above", "below", "behind", "inside", "outside", "beyond"})
"""What begins so is no name: "Near Ulm"."""
_BEHIND_A_COMMA = re.compile(r"[,;] (?:the )?$")
_LISTED = frozenset(
    {"inn", "hotel", "guesthouse", "hostel", "lodge", "restaurant", "café", "bakery", "pub"}
    | {"tavern", "teahouse", "nightclub", "campsite", "camp"}
)
"""Of such a guide names many, which nobody need remember."""
_ALSO_A_TOWN = frozenset({"castle", "fortress", "citadel", "market"})
_PLACES_ALL_KNOW = frozenset({"city", "country", "state"})
_PASSING = group_of("ferry") | group_of("airship") | group_of("newspaper") | group_of("airline")
"""What such a thing was, it need not be still; a cave of which a tale is told is one."""


def statements(marked: Marked) -> Iterator[Statement]:
    """The sorts that the sentence gives to things with names."""
    if marked.parsed.person:
        return
    for found in marked.find(_IS):
        yield from _sort(found, found.group("verb"))
    for found in marked.find(_APPOSED):
        is_listed = _AMONG_OTHERS.match(found.after) or _BEHIND_A_COMMA.search(found.before)
        if _is_set_beside(found) and not is_listed:
            yield from _sort(found, _tense(marked, found.group("noun")))


def _is_set_beside(found: Found) -> bool:
    """Whether the noun is the name's: in "on the road to Ulm, a chapel stands" it is no town's.

    What opens the sentence has nothing before it that the noun could be of.
    """
    parsed, name = found.within.parsed, found.name("name").text
    of_name = {i for span in parsed.spans if span.name.text == name for i in span.words}
    last = found.group("noun").split()[-1]
    nouns = [token for token in parsed.tree.tokens if token.text == last]
    is_of_name = any(token.dep == "appos" and token.head in of_name for token in nouns)
    is_anothers = any(token.dep in {"appos", *SUBJECTS} for token in nouns)
    opens = _OPENS.match(found.before) is not None
    return is_of_name or opens or not is_anothers


def _tense(marked: Marked, noun: str) -> str:
    """Whether the thing is still spoken of as being."""
    verbs = [token for token in marked.parsed.tree.tokens if token.tag in FINITE]
    is_past = bool(verbs) and verbs[0].tag == "VBD"
    return "was" if is_past and noun in _PASSING else "is"


def _sort(found: Found, verb: str) -> Iterator[Statement]:
    noun = found.group("noun")
    if noun in _LISTED or not _may_be_asked(found, noun):
        return
    value = with_a(noun)
    named = found.thing("name")
    yield Statement(
        "sort",
        {"what": named, "verb": verb, "noun": noun, "answer_kind": "sort"},
        ("sort", named.lower()),
        value,
        Expected("phrase", names=(value, noun)),
        found.within.citation,
    )


def _may_be_asked(found: Found, noun: str) -> bool:
    """Whether the name is whole, not the title's, and leaves open what it names."""
    name = found.name("name")
    own = name.text.lower().removeprefix("the ")
    is_told_of = own in found.within.parsed.line.article.title.lower()
    is_many = " " not in name.text and _PLURAL.search(name.text) is not None
    is_whole = found.is_whole("name") and not found.before.endswith("'s ")
    is_a_town = name.kind == "area" and noun in _ALSO_A_TOWN  # "Tournai, a fortress in those days"
    is_known = name.kind in _PLACES_ALL_KNOW or is_a_town or _tells(name.text)
    is_a_name = is_whole and not is_many and name.text.split()[0].lower() not in _NO_NAMES
    return is_a_name and not is_known and not is_told_of


def _tells(name: str) -> bool:
    """Whether a name says, or seems to say, what it names: "Lake Ulm", "Riverwalk"."""
    words_of = [word.lower().removesuffix("s") for word in re.findall(r"\w+", name)]
    last = words_of[-1]
    is_compound = any(last.endswith(noun) for noun in _TELLING if len(noun) >= _SHORTEST_END)
    return not _TELLING.isdisjoint(words_of) or is_compound
