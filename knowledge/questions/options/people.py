"""Who is surely a person, and who may fairly stand beside a key.

Fair is only whom the articles show to be of the key's calling, nation, time and world.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.language.gazetteers import FAMILY_NAMES, GIVEN_NAMES, NATIONS_AND_PEOPLES, TITLES
from knowledge.language.kinds import sex_of
from knowledge.language.names import Name
from knowledge.language.places import nations_in
from knowledge.questions.candidates import Candidate
from knowledge.questions.options.callings import callings, fields
from knowledge.questions.options.profiles import Profile, profile_of, years_in
from knowledge.questions.options.terms import terms
from knowledge.questions.surroundings import Surroundings

_SAID_OF_THE_GAP = re.compile(r"((?:[\w.'-]+ ){1,4})_____")
_A_LIFE_APART, _TERMS_APART = 25, 8
"""Years from something else that is told of somebody, or from their office, to the deed."""
_OF_A_COUPLE = frozenset({"marry", "married", "wife", "husband", "couple", "divorced", "wed"})
_BREAKS = re.compile(r"\b(?:and|by|with|of|to|for|as|from|in|on|was|is|the|that|against)\b")


_NOBODY = NATIONS_AND_PEOPLES | TITLES | {"Officer"}


def is_surely_person(name: Name, titles: Iterable[str]) -> bool:
    """A title stood before the name, or it begins with a usual one and no work is called so.

    A people is nobody, and an office is not who holds it.
    """
    first, last = name.full.split()[0], name.full.split()[-1]
    if {last, last.removesuffix("s")} & _NOBODY:
        return False
    is_usual = first in GIVEN_NAMES or first in FAMILY_NAMES
    in_a_title = (name.full in title and not _is_all(name.full, title) for title in titles)
    return bool(name.title) or (is_usual and not any(in_a_title))


def _is_all(name: str, title: str) -> bool:
    """Whether the title is the name and at most a remark in brackets."""
    return re.sub(r"\s*\(.*\)$", "", title) == name


def are_one_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: Matt and Matthew Michael Hasselbeck."""
    words, others = one.split(), other.split()
    return words[-1] == others[-1] and words[0][0] == others[0][0]


def rivals(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """Persons of the same articles who, by what is said of them, might be the answer."""
    key = profile_of(candidate.answer, around.people)
    near = around.named_near(candidate.fact) & around.persons
    known = near.intersection(around.names.persons) - {candidate.answer}
    profiles = {name: profile_of(name, around.people) for name in known}
    fair = [n for n in known if _is_fair(n, profiles[n], key, candidate, around)]
    here = around.named_with(candidate.fact)

    def place(name: str) -> tuple[int, bool, int, str]:
        shared = len(profiles[name].shown & key.shown)
        return -shared, name not in here, -around.names.persons[name], name

    yield from sorted(fair, key=place)


def _is_fair(
    name: str, profile: Profile, key: Profile, candidate: Candidate, around: Surroundings
) -> bool:
    """Whether nothing that is said of the two, or in the stem, tells them apart."""
    quotes = " ".join(citation.quote for citation in candidate.fact.citations)
    return (
        bool(profile.fields & key.fields)
        and profile.is_made_up == key.is_made_up
        and _has_what_the_stem_shows(profile, candidate.stem)
        and (not profile.nations or bool(profile.nations & key.nations))
        and _may_have_been_there(name, profile, key, years_in(quotes) or key.years)
        and not are_one_person(name, candidate.answer)
        and not set(_words(name)) & set(_words(candidate.stem))
        and not _stand_together(name, candidate.answer, quotes)
        and not _is_a_part(name, candidate, around)
        and {_sex_shown(candidate), sex_of(name)} != {"f", "m"}
    )


def _may_have_been_there(name: str, profile: Profile, key: Profile, years: frozenset[int]) -> bool:
    """Whether the person's time is known to be the key's, or their calling is and no time."""
    governed = frozenset(year for term in terms(name) for year in (term.first, term.last))
    known, apart = (governed, _TERMS_APART) if governed else (profile.years, _A_LIFE_APART)
    if known and years:
        return any(abs(one - other) <= apart for one in known for other in years)
    return bool(profile.shown & key.shown)


def _has_what_the_stem_shows(profile: Profile, stem: str) -> bool:
    """Whether the person has the calling and nation that stand before the gap or in "Who was"."""
    found = _SAID_OF_THE_GAP.search(stem)
    shown = _BREAKS.split(found.group(1))[-1] if found else _office_asked(stem)
    callings_shown, nations_shown = callings(shown), nations_in(shown)
    is_one = not callings_shown or bool(
        profile.shown & callings_shown if found else profile.fields & fields(callings_shown)
    )
    return is_one and nations_shown <= profile.nations


def _office_asked(stem: str) -> str:
    """``the foreign minister of China`` of "Who was …?", or nothing."""
    found = re.match(
        r"Who (?:was|is) an? ([\w ]+)|Who (?:was|is) the ([\w ]+?)(?: in |\?|$)", stem
    )
    return (found.group(1) or found.group(2)) if found else ""


def _is_a_part(name: str, candidate: Candidate, around: Surroundings) -> bool:
    """Whether the article tells that somebody plays the person: no rival of who does."""
    told = [other.text for other in around.elsewhere.others(candidate.fact)]
    quotes = [citation.quote for citation in candidate.fact.citations]
    part = re.compile(
        r"\b(?:(?:role|part|character|life)s? of|as|play(?:s|ed|ing)|portray\w*)"
        rf" (?:[\w-]+ ){{0,3}}{re.escape(name)}\b"
    )
    return any(part.search(text) for text in (*told, *quotes))


def _stand_together(one: str, other: str, text: str) -> bool:
    """Whether the text joins the two by "and" or a comma: what is true of one is of both."""
    between = r"(?: and|, and|,| or|&) (?:\w+\.? ){0,2}"
    return any(
        re.search(rf"\b{_ends(first)}\b{between}(?:{_ends(then)})\b", text)
        for first, then in ((one, other), (other, one))
    )


def _ends(name: str) -> str:
    """A pattern for the first or the last word of the name."""
    words = name.split()
    return f"(?:{re.escape(words[0])}|{re.escape(words[-1])})"


def _sex_shown(candidate: Candidate) -> str:
    """The sex that a pronoun or a marriage in the stem gives to who is asked for, or nothing."""
    words = set(_words(candidate.stem))
    if words & _OF_A_COUPLE:
        return sex_of(candidate.answer)
    women, men = words & {"she", "her", "herself"}, words & {"he", "his", "himself"}
    return "" if bool(women) == bool(men) else "f" if women else "m"


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.lower())
