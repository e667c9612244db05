"""Whether the verbs and clauses of a stem are joined as English joins them.

Joints are known by their surface: commas, "and", relative words, forms of verbs.
"""

from __future__ import annotations

import re

from knowledge.language.places import place_kind
from knowledge.language.verbs import base_of_past
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, quotes, sentence
from knowledge.questions.surroundings import Surroundings

_NOTHING_BETWEEN = re.compile(r"\b(?:is|was|are|were|the|an?|of) and\b")
_IN_AN_EFFORT = re.compile(r"\b(?:in an (?:effort|attempt)|in order|so as) to (?:\w+ ){1,4}\w+$")
_OPEN_RELATIVE = re.compile(
    rf"\b(?:that|which|who|whom), [^,;:]+[.?]$|\b(?:where|when|who|which|that) {BLANK}\."
)
_ASKED_WITH_DID = re.compile(r" (?:did|does|do) (?P<said>.*)$")
_LAST_MEMBER = re.compile(
    r", (?:(?:the )?[A-Z][^,]* in \d{4}|(?:\w+ly )?(?P<verb>[a-z]+)(?! (?:by|to be)\b)[^,]*)$"
)
_BARE_MEMBER = re.compile(
    r", (?!(?:the|an?|his|her|its|their|one|in|on|at|by|near|from|for|with|to|of|under|over|later"
    r"|then|now|today|formerly|present|who|which|where|when|whose|that|although|but|and|or|as|while"
    r"|including|though|because|so|not|still|also|after|before|until|since|during|most|more|some"
    r"|all|both|each|about|only|first|\w+ing|\w+ed|\w+ly|\w+n)\b)(?!.*\b(?:and|or)\b)[a-z][^,]*$"
)
_OPENS_WITH_A_PHRASE = re.compile(
    r"(?:In|On|At|By|From|During|For|With|Since|Until|Under|To|Of|\w+ed|\w+ing)\b"
)
_OPENS_WITH_A_CLAUSE = re.compile(r"(?:When|After|Before|While|As|If|Although|Because)\b")
_TAIL = 3
"""So many words tell where a stem ends in its source."""
_SECOND_VERB = re.compile(r",? and (?:\w+ly |then |later |also )?(?P<verb>[a-z]+)\b")
_OWN_CLAUSE = re.compile(
    r"\b(?:which|that|who|whom|when|while|where|as|because|after|before|how|what|whose|if)\b"
)
_SECOND_IN_THE_PRESENT = re.compile(
    rf" (?:was|were|did) (?:(?!{_OWN_CLAUSE.pattern}).)*"
    r" and [a-z]+s (?:the|an?|its|his|her|their) "
)
_TWO_VERBS = re.compile(
    r" (?:did|does|do) (?:(?!\b(?:which|that|who|whom|when|while|if|and|but|where|as|because|after"
    r"|before|how|what|whose)\b)[^,?])*? (?:was|were|is|are|has|had) "
)
_LOOSE_COMMA = re.compile(r",(?! (?:the )?[A-Z][\w ]+ and (?:the )?[A-Z])(?=\s)")
_SECOND_PREDICATE = re.compile(r", and (?:is|are|was|were|has|had|have|does|did)\b")
_PARTED_FROM_ITS_VERB = re.compile(
    r"^(?:(?!\b(?:is|was|are|were|has|had|have)\b)[^,;])*, (?:is|was|are|were|has|had|have)\b"
)


def goes_on_behind_a_semicolon(candidate: Candidate, _: Surroundings) -> bool:
    """A question is one sentence: "Who kept watch; at his table?" has half of the next."""
    return candidate.form != "gap" and ";" in candidate.stem


def relative_without_its_verb(candidate: Candidate, _: Surroundings) -> bool:
    """In "studied the tornado that, near Oslo in 1892." the verb behind "that" is lost."""
    return _OPEN_RELATIVE.search(sentence(candidate)) is not None


def two_finite_verbs(candidate: Candidate, _: Surroundings) -> bool:
    """In "did Ann was a nurse", a verb of the source was taken for a part of its subject."""
    return candidate.form != "gap" and _TWO_VERBS.search(candidate.stem) is not None


def _ends_with_a_member(said: str) -> bool:
    """Whether what follows the last comma is one of several: a verb, a dated name, a bare noun."""
    member = _LAST_MEMBER.search(said)
    if member is not None and (not member["verb"] or _is_finite(member["verb"])):
        return True
    is_fronted = said.count(", ") > 1 or _OPENS_WITH_A_PHRASE.match(said) is not None
    return not is_fronted and _BARE_MEMBER.search(said) is not None


def _is_finite(word: str) -> bool:
    base = base_of_past(word, word)
    return word in {"is", "was", "are", "were", "has", "had"} or base not in {None, word}


def comma_before_the_verb(candidate: Candidate, _: Surroundings) -> bool:
    """In "The numbat called the walpurti, is", the comma that opened the remark is lost."""
    return _PARTED_FROM_ITS_VERB.search(sentence(candidate)) is not None


def second_predicate(candidate: Candidate, _: Surroundings) -> bool:
    """A statement hangs on the question: "In what year did it open and is the only one?"."""
    if candidate.form == "gap":
        return False
    asked = _ASKED_WITH_DID.search(candidate.stem)
    main = _OWN_CLAUSE.split(asked["said"])[0] if asked else ""
    is_left = any(_is_finite(found["verb"]) for found in _SECOND_VERB.finditer(main))
    is_told = _SECOND_IN_THE_PRESENT.search(candidate.stem) is not None
    return is_left or is_told or _SECOND_PREDICATE.search(candidate.stem) is not None


def list_cut_short(candidate: Candidate, _: Surroundings) -> bool:
    """Of "stayed in Rome, sent reports and wrote a book", the last member is left out."""
    said = sentence(candidate).rstrip("?.").replace(BLANK, candidate.answer)
    if _OPENS_WITH_A_CLAUSE.match(said) or not _ends_with_a_member(said):
        return False
    end = re.escape(" ".join(said.split()[-_TAIL:]))
    return any(re.search(rf"{end},? (?:and|or) ", quote) for quote in quotes(candidate))


def comma_in_a_predicate(candidate: Candidate, _: Surroundings) -> bool:
    """What follows a comma often belongs to something else than the subject asked for."""
    if candidate.fact.kind not in {"deed", "event_time"}:
        return False
    places = re.findall(r", ([A-Z]\w+(?: [A-Z]\w+)*)", candidate.stem)
    loose = len(_LOOSE_COMMA.findall(candidate.stem))
    return loose > sum(place_kind(place) is not None for place in places)


def purpose_cut_short(candidate: Candidate, _: Surroundings) -> bool:
    """The source says what somebody was helped "in an effort to" become, the stem does not."""
    aim = _IN_AN_EFFORT.search(re.sub(r" in \d{4}$", "", sentence(candidate).rstrip("?.")))
    if aim is None:
        return False
    return any(
        re.search(rf"{re.escape(aim[0])}(?! *[.;])", quote) is not None or aim[0] not in quote
        for quote in quotes(candidate)
    )


def something_left_out(candidate: Candidate, _: Surroundings) -> bool:
    """Nothing stands between a verb, an article or "of" and the next "and": words were lost."""
    return _NOTHING_BETWEEN.search(sentence(candidate)) is not None
