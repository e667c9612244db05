"""Whether the blank takes a whole name, or a piece of a longer one is left out.

Looks at what stands before and behind the blank and whether a source's name goes on there; the
names that are shown it leaves alone.
"""

from __future__ import annotations

import re
from calendar import day_name

from knowledge.language.dates import MONTHS
from knowledge.language.gazetteers import GIVEN_NAMES, NATIONS_AND_PEOPLES, TITLES
from knowledge.language.places import place_kind
from knowledge.language.verbs import is_word
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, VALUES, beside_the_key, quotes, sentence
from knowledge.questions.surroundings import Surroundings

_CUT_NAME = re.compile(
    rf"\b[Tt]he {BLANK} (?:of|and|&) (?!the\b)[A-Z]|{BLANK}[-–][A-Za-z]|[A-Za-z][-–]{BLANK}"
    rf"|(?<=[a-z] )[A-Z][a-z]+ing the {BLANK}"
    rf"|{BLANK} (?:of|on) (?!(?:{'|'.join((*MONTHS, *day_name))})\b)[A-Z]"
)
_BEHIND_A_NAME = re.compile(
    rf"(?<=[a-z,] )(?:d['’])?[A-Z][\w’'-]+ {BLANK}"
    rf"|\b(?:its|the|his|her|their) [A-Z][\w ]+ and {BLANK}[.?]"
    rf"|\bin [A-Z]\w+, {BLANK},"
)
_CUT_IN_A_LIST = re.compile(
    rf"\b[A-Z]\w+, [A-Z]\w+ and {BLANK}|\b[Tt]he (?:[A-Z]\w+ ){{2,4}}and {BLANK}"
)
_CUT_AT_AN_ORDINAL = re.compile(rf"\b(?:(?:First|Second|Third) and|\d+(?:st|nd|rd|th)) {BLANK}")
_BESIDE_A_NUMBER = re.compile(rf"\b\d{{1,3}} {BLANK}|{BLANK} \d{{1,3}}\b")
_AFTER_OF = re.compile(rf"\b[A-Z][\w'’]+ (?:of|&) {BLANK} ")
_PLACES = frozenset({"country", "city", "state"})
_IN_A_TITLE = re.compile(
    r"\b(?:published|wrote|painted|composed|edited)"
    rf" (?:the )?[A-Z]\w+(?: [A-Z]\w+)* (?:in|of) the {BLANK}"
)
_NAME_BEGUN = re.compile(
    rf"(?<=[a-z,] )(?P<whole>(?:[A-Z][\w-]*-)?(?P<word>[A-Z][\w-]*)|[A-Z]\w+-[a-z]+) {BLANK}"
)
_OF_AN_OFFICE = re.compile(rf"\b(?:Secretary|Minister|Ministry|Head) of (?:the )?[A-Z]\w+ {BLANK}")
_APART = (TITLES | NATIONS_AND_PEOPLES | {*MONTHS, *day_name} | {"Mr", "Mrs", "Ms", "Dr"}) - {
    "Christian"
}
_NAME_GOES_ON = re.compile(
    rf"{BLANK}-[a-z]|{BLANK} (?:[IVX]+\b|&|(?:Co|Inc|Ltd|Jr|Sr)\.)"
    rf"|\b[Tt]he {BLANK} for (?:the )?(?P<aim>[A-Z]\w+)"
)
_GIVEN = re.compile(rf"(?:^|[a-z,] )([A-Z][\w-]+) and {BLANK}")
_IN_A_DATED_NAME = re.compile(rf"\b[Tt]he (?:{'|'.join(MONTHS)}) {BLANK}")
"""In "the March _____ of 1919"."""
_OF_A_FIELD = re.compile(
    rf"{BLANK} (?:of|for|in) (?:[A-Z]\w+ )*(?:Arts?|Sciences?|Letters|Music|Technology|Engineering"
    r"|Medicine|Education|Trade|Commerce|Architecture|Agriculture|Research|Design|Labou?r)\b"
    r"(?! [A-Z])"
)
_FIELDLESS = ("Society", "Festival", "Academy", "Institute", "Association", "Council", "Museum")
_OF_PEOPLE = re.compile(
    r"\b(?:Woman|Women|Man|Men|People|Children|Workers?|World|Boys|Girls|Students|Veterans)$"
)
_OWNS = re.compile(r"['’]s? [A-Z]")
_WIDOW = re.compile(rf"\b(?:Empress|Queen|Princess) {BLANK}")
_PARTICLE = re.compile(rf"\b(?:von|van|van der|de|da|di|del|ibn|zu) {BLANK}")
_BY_ITS_RIVER = re.compile(r"(?:an der|am|ob der|im|sur|upon|bei) [A-Z]\w+")
_IN_THE_MIDDLE = re.compile(rf"\b[Tt]he (?:[A-Z]\w+ )+for {BLANK} and [A-Z]")
"""In "the Rosca for _____ and Social Action"."""
_OF_MANY = re.compile(
    rf"\b(?:World|(?:Wo)?[Mm]an|(?:Wo)?[Mm]en|People|Children)['’]s {BLANK}"
    rf"|\b(?:Girls|Boys|Workers|Students|Veterans)['’] {BLANK}"
)
"""In "the World's _____" and "the Methodist Girls' _____"."""
_ON_A_MATTER = re.compile(rf"{BLANK} on [A-Z]")
_SEAT_OF_LEARNING = re.compile(r"\b(?:Centre|Center|Institute|Commission|Committee|Council)$")
_FIELD_AND = re.compile(rf"([A-Z]\w+) and {BLANK}")
_AT_A_NUMBER = re.compile(rf"\bat \d+ {BLANK}")
_STREET = re.compile(r"\b(?:Street|Road|Avenue|Lane|Square|Gate|Place|Terrace|Drive)$")
_NUMBERED = re.compile(rf"\b(?:[Tt]he|an?|under) {BLANK} \d")
_OF_A_THING = re.compile(
    rf"\b[Tt]he {BLANK}['’]s? (?:Fair|Cup|Day|Games|Hospital|Federation|Company|Union|League)\b"
    r"(?! [A-Z])"
)
_OF_ITS_SEAT = re.compile(rf"{BLANK} of (?:the )?[A-Z]")
_BODY = re.compile(
    r"\b(?:City|Borough|County|District|Province|Duchy|Diocese|Republic|Kingdom|Union|Council"
    r"|Congress|Society|Ministry|Order|Bank|Battle|Siege|Treaty|Frontiers|Gulf|Bay|Isle)$"
)
"""What such a word ends, names half of a thing before "of": "London Borough of Southwark"."""
_GOES_ON_WITH_AND = re.compile(
    rf"{BLANK} and (the )?([A-Z]\w+)"
    r"(?P<field> (?:Research|Sciences?|Studies|Technology|Engineering|Medicine|Affairs))?"
)
_FACULTY = re.compile(
    r"(?:Institute|Ministry|Department|Faculty|School|Academy|College|Bureau|Office|Board"
    r"|Commission|Cent(?:re|er)) (?:of|for) "
)
_MORE_FIELDS = re.compile(rf"{BLANK}, (?:[A-Z]\w+, )*[A-Z]\w+,? (?:and|&) (?P<last>[A-Z]\w+)")
"""In "the School of Painting, Sculpture and Architecture"."""
_FIELD = re.compile(
    r"\w+(?:ogy|ics|ment|tion|ture|istry|ences?|sional|ness|fare)|Trade|Industry|Labour|Health|Arts"
    r"|Letters|History|Sport|Design"
)
"""What societies and ministries are for beside something else: "Insect Physiology and Ecology"."""
_OF_A_PLACE = re.compile(
    rf"([^\W\d_a-z][\w’'.-]+(?: [^\W\d_a-z][\w’'.-]+)*?)( [IVX]+)? of {BLANK}"
)


def blank_inside_a_name(candidate: Candidate, _: Surroundings) -> bool:
    """In "the _____ and Sciences", only a piece of a longer name is left out."""
    if candidate.answer_kind in VALUES:
        return False
    said = sentence(candidate)
    is_cut_before = candidate.answer_kind not in _PLACES and _AFTER_OF.search(said) is not None
    is_cut = _CUT_NAME.search(said) is not None or _BESIDE_A_NUMBER.search(said) is not None
    if candidate.answer_kind != "person" and _BEHIND_A_NAME.search(said) is not None:
        return True
    is_thing = candidate.answer_kind.startswith("named ") and " " in candidate.answer
    is_listed = is_thing and _CUT_IN_A_LIST.search(said) is not None
    return is_cut_before or is_cut or is_listed or _CUT_AT_AN_ORDINAL.search(said) is not None


def name_around_the_blank(candidate: Candidate, _: Surroundings) -> bool:
    """In "the Ghana _____" and "the _____ for Female Progress", a name has lost one half."""
    if candidate.answer_kind in VALUES:
        return False
    said = sentence(candidate)
    goes_on = _NAME_GOES_ON.search(said)
    if goes_on is not None:
        return not goes_on["aim"] or place_kind(goes_on["aim"]) is None
    is_of_a_person = candidate.answer_kind == "person"
    is_shared = is_of_a_person and (
        _shares_a_family_name(said) or _PARTICLE.search(said) is not None
    )
    is_dated = candidate.answer_kind not in _PLACES and _IN_A_DATED_NAME.search(said) is not None
    return _is_begun(said) or _goes_on(candidate, said) or is_shared or is_dated


def home_of_somebody(candidate: Candidate, around: Surroundings) -> bool:
    """In "Philip II of _____" and "Comins of _____", what is left out is of a person's name."""
    found = _OF_A_PLACE.search(sentence(candidate))
    if candidate.answer_kind not in _PLACES or found is None:
        return False
    who = found[1]
    if found[2] is not None or who in around.persons:
        return True
    is_family = not is_word(who) and bool(around.family(who))
    return is_family or (who in GIVEN_NAMES and who not in TITLES)


def _is_begun(said: str) -> bool:
    """Whether what stands before the blank belongs to the name: "the Ghana _____"."""
    begun = _NAME_BEGUN.search(said)
    is_begun = begun is not None and not _may_stand_before(begun["word"] or "")
    is_of_an_office = _OF_AN_OFFICE.search(said) is not None
    field = _FIELD_AND.search(said)
    return (
        (is_begun and not is_of_an_office)
        or any(form.search(said) for form in (_IN_A_TITLE, _OF_MANY))
        or (field is not None and _FIELD.fullmatch(field[1]) is not None)
    )


def _may_stand_before(word: str) -> bool:
    """Whether a capitalised word may stand before a name and be no part of it: a title, a day."""
    return not word or word in _APART or place_kind(word) == "city"


def _is_of_both(what: str, goes_on: re.Match[str]) -> bool:
    """Whether "and" joins what something is of: "Institute of Physical and Chemical Research"."""
    is_field = _FIELD.fullmatch(goes_on[2]) is not None
    return (
        bool(goes_on[1])
        or is_field
        or (_FACULTY.search(what) is not None and goes_on["field"] is not None)
    )


def _names_more_fields(said: str) -> bool:
    """Whether fields follow the blank: what follows "MIT, Oxford and Yale" are schools."""
    more = _MORE_FIELDS.search(said)
    return more is not None and _FIELD.fullmatch(more["last"]) is not None


def _goes_on(candidate: Candidate, said: str) -> bool:
    """Whether what follows the blank belongs to the name: "_____ 2", "the _____'s Fair"."""
    what = candidate.answer
    is_owner = candidate.answer_kind == "person" or place_kind(what) is not None
    goes_on = _GOES_ON_WITH_AND.search(said) if " of " in what else None
    behind = (rest for quote in quotes(candidate) for rest in quote.split(f"{what} ")[1:])
    left = (found[0] for rest in behind if (found := _BY_ITS_RIVER.match(rest)))
    return (
        (goes_on is not None and _is_of_both(what, goes_on))
        or (_FACULTY.search(what) is not None and _names_more_fields(said))
        or (_BODY.search(what) is not None and _OF_ITS_SEAT.search(said) is not None)
        or (not is_owner and _OF_A_THING.search(said) is not None)
        or (place_kind(what) is None and _NUMBERED.search(said) is not None)
        or (not is_owner and _IN_THE_MIDDLE.search(said) is not None)
        or (_SEAT_OF_LEARNING.search(what) is not None and _ON_A_MATTER.search(said) is not None)
        or (_STREET.search(what) is not None and _AT_A_NUMBER.search(said) is not None)
        or (what.endswith(_FIELDLESS) and _OF_A_FIELD.search(said) is not None)
        or (f"{BLANK}'s " in said and _is_of_people(candidate))
        or (what.startswith("Dowager ") and _WIDOW.search(said) is not None)
        or any(rest in said for rest in left)
    )


def _is_of_people(candidate: Candidate) -> bool:
    """Whether the source has "the National Woman's Party" or "Boys' School", whole."""
    is_owner = any(_OWNS.match(behind) for _, behind in beside_the_key(candidate))
    return is_owner and _OF_PEOPLE.search(candidate.answer) is not None


def _shares_a_family_name(said: str) -> bool:
    """Whether a given name stands before the blank alone: "George and _____ made glass"."""
    found = _GIVEN.search(said)
    if found is None or found[1] in _APART:
        return False
    return found[1] in GIVEN_NAMES and place_kind(found[1]) is None
