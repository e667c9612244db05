"""Whether the finished words read as one whole sentence, wherever they were cut out.

Knows phrases by the words that open and close them; what the parser saw, ``facts.doubts`` says.
"""

from __future__ import annotations

import re

from knowledge.language.verbs import is_past
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, quotes, sentence
from knowledge.questions.surroundings import Surroundings

_AGE = re.compile(r", \d{2},? (?:is|was|has|had|were|[a-z]+ed)\b|[\w_], \d{2}[.?]")
_OPENS_NO_NOUN = re.compile(
    r"\b(?:term for|What (?:is|are))"
    r" (?:well|as|also|then|than|only|not|and|or|which|that|when|where|if|in|of|by|at|with|from|to"
    r"|thus|however|still|even|just|more|very|so|but)\b"
)
_HALVES = (
    ("between", "and", "and"),
    ("both", "and", "and"),
    ("either", "or", "or"),
    ("neither", "nor", "nor"),
    ("(?:connects|links)", "(?:with|to|and)", "(?:with|to)"),
)
"""What begins a pair, what must follow in the question, and what follows in its source."""
_SINCE = re.compile(
    r"\b(?:stands|lies|is|houses|keeps|serves|protects|works|lives|runs|operates|belongs|holds)\b"
    r"(?:(?!\b(?:has|have|had|been|first|last|only|to|every|any|kept|built|\w+est|\w+ed)\b)[^,])*"
    rf",? since (?:{BLANK}|\d{{4}})[.?]"
)
_OWNER_LAST = re.compile(rf"(?<!\bthan )(?<!\bof ){BLANK}['’]s?[.?”]*$")
_AWARDED_HIS = re.compile(r"\b(?:award|grant|give|gave)\w* [A-Z][\w.’' -]*['’]s? honorary\b")
_NO_SUBJECT = re.compile(
    r"^(?:In|On|At|Who|What|Which)\b[^,]{0,30}?\b(?:did|was|were|does|is|are)"
    r" (?:and|or|but|which|who|of|by|with|when|while|because)\b"
    r"|“(?:And|Or|But|Which|Who|Whose|That) "
)
_SAYS_LAST = re.compile(
    r"\b(?:concluded|said|claimed|argued|stated|noted|reported|announced|suggested|showed|believed"
    r"|declared|added|wrote|explained|thought)[?.”]*$"
)
_SOMEBODY_LAST = re.compile(
    r"\b(?:with|by|to|from|and) (?:his|her|their) (?:[a-z]+ )?(?:friend|colleague|wife|husband|son"
    r"|daughter|brother|sister|partner|cousin|nephew|niece|uncle|aunt|teacher|pupil|student)[?.”]*$"
)
_POINTS_BACK_LAST = re.compile(
    r"\b(?:as well|too|also|instead|likewise|again|either)[?.”]*$"
    r"|^(?:In|On) what .* [a-z]+ed there\?$"
)
_CALLED_LAST = re.compile(r"\b(?:and|or|,) (?:called|known as|termed|referred to as)\?$")
_TIME_FIRST = re.compile(
    r"\b(?:did|was|were|had|has|does) (?:(?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|\d+|several|many|some|a few) (?:years|months|weeks|days|centuries|decades|hours)"
    r"|(?:in|on|at|by|after|before|during) (?!all\b)\w+)\b|\bdid (?:from|since|until) "
)
_NOW = re.compile(
    r"\b(?:did|was|were|had) (?:(?!that\b|which\b|is\b)[^\s,]+ ){1,5}"
    r"now (?!called|known|part|in|an?\b|the\b)[a-z]"
)
_EMPHATIC = re.compile(
    r"(?:Who|What|Which (?:[\w-]+ ){1,3})\s?did (?:not )?[a-z]+ (?:an?|the|his|her|its|in|on|to)\b"
)
_DID_AND = re.compile(
    r"\bdid (?:(?!\b(?:that|which|who|whom|whose|where|when|while|after|as|and)\b)[^?])*"
    r" and (?P<second>[a-z]+)\b(?! [a-z]+s\b)"
)
_BASES_TOO = frozenset({"found", "lay", "ground", "left", "wound", "bound", "felt", "saw"})
"""Past forms that are base forms, or no verbs, as well: "left Oslo and found a school"."""
_WAS_ONE = re.compile(
    r"^In what (?:year|decade) (?:was|were) [A-Z][^?,]*? an?"
    r" (?:(?!(?:that|which|who|he|she|it|in|of)\b)[\w-]+ ){1,5}(?P<last>[a-z]+)\?$"
)
_WAS_TO = re.compile(r"^In what (?:year|decade) (?:was|were) [^?]*? to (?P<verb>[a-z]+)\b")
_FIRST_OF_NOTHING = re.compile(
    r"\bbecome the (?:first|second|last|only) (?:wo)?(?:man|person|player|country|city)\?$"
    r"|^In what \w+ (?:was|were|did) the (?:first|second|third|last|other) (?:to|was|had)\b"
    r"|“The (?:first|second|third|last|other) (?:to|was|were|had)\b"
)

_WHAT_BEFORE_WHOM = re.compile(
    r"\b(?:select|choose|take|name|appoint|accept|adopt|recogni[sz]e|elect|marry|have)"
    r" as (?:his|her|its|their) [a-z-]+ [A-Z]"
)


def first_of_nothing(candidate: Candidate, _: Surroundings) -> bool:
    """In "In what year did Holm become the first woman?", to do what is lost."""
    return _FIRST_OF_NOTHING.search(candidate.stem) is not None


def time_before_the_subject(candidate: Candidate, _: Surroundings) -> bool:
    """In "did two years later Holm leave", a time stands before the subject."""
    return candidate.form != "gap" and _TIME_FIRST.search(candidate.stem) is not None


def now_in_a_tale(candidate: Candidate, _: Surroundings) -> bool:
    """In "did Mary now open a shop", "now" tells of a moment that only the article knows."""
    return candidate.form != "gap" and _NOW.search(candidate.stem) is not None


def emphatic_did(candidate: Candidate, _: Surroundings) -> bool:
    """In "Who did find a port?" the source said "but he did find", against something else."""
    return candidate.form != "gap" and _EMPHATIC.match(candidate.stem) is not None


def age_left_hanging(candidate: Candidate, _: Surroundings) -> bool:
    """In "Mr Smith, 57 is made a Commander", one comma of two is lost."""
    return _AGE.search(sentence(candidate).replace(BLANK, "_")) is not None


def opens_with_no_noun(candidate: Candidate, _: Surroundings) -> bool:
    """In "the term for well as five types", the description begins in a phrase's middle."""
    return candidate.form != "gap" and _OPENS_NO_NOUN.search(candidate.stem) is not None


def pair_with_one_half(candidate: Candidate, _: Surroundings) -> bool:
    """The source has "between … and …", and the question only "between"."""
    said = sentence(candidate).lower()
    for first, second, told in _HALVES:
        promised = re.search(rf"\b{first}\b(.*)", said)
        if promised is None or re.search(rf"\b{second}\b", promised[1]):
            continue
        pair = rf"\b{first}\b.*\b{told}\b"
        if any(re.search(pair, quote, re.IGNORECASE) for quote in quotes(candidate)):
            return True
    return False


def since_without_its_verb(candidate: Candidate, _: Surroundings) -> bool:
    """In "The town stands on a ridge since 1983", "and has been listed" is lost."""
    return _SINCE.search(sentence(candidate)) is not None


def past_behind_did(candidate: Candidate, _: Surroundings) -> bool:
    """In "In what year did they invade and laid siege?", one of two verbs stayed in the past."""
    found = _DID_AND.search(candidate.stem)
    return found is not None and is_past(found["second"]) and found["second"] not in _BASES_TOO


def predicate_and_participle(candidate: Candidate, _: Surroundings) -> bool:
    """In "In what year was Holm a painter born?", "who was" is lost before the participle."""
    found = _WAS_ONE.search(candidate.stem)
    return found is not None and is_past(found["last"])


def object_behind_what_it_became(candidate: Candidate, _: Surroundings) -> bool:
    """In "did they select as her husband Per?", whom they chose stands too late."""
    return _WHAT_BEFORE_WHOM.search(candidate.stem) is not None


def was_to_be(candidate: Candidate, _: Surroundings) -> bool:
    """In "In what year was Holm to receive the prize?", what was to come is asked as a fact."""
    found = _WAS_TO.search(candidate.stem)
    return found is not None and any(
        re.search(rf"\b(?:was|were) to {found['verb']}\b", quote) for quote in quotes(candidate)
    )


def owner_of_nothing(candidate: Candidate, _: Surroundings) -> bool:
    """In "software written for _____'s.", what is somebody's was said before.

    In "awarded Lee's honorary degrees" the genitive took the place of "her".
    """
    said = sentence(candidate)
    return _OWNER_LAST.search(said) is not None or _AWARDED_HIS.search(said) is not None


def called_behind_an_and(candidate: Candidate, _: Surroundings) -> bool:
    """In "What is the tissue … derives … and called?", a second verb has lost its subject."""
    return _CALLED_LAST.search(candidate.stem) is not None


def subject_lost(candidate: Candidate, _: Surroundings) -> bool:
    """In "was and the station sabotaged", a joint stands where a subject belongs."""
    return _NO_SUBJECT.search(candidate.stem) is not None


def ends_with_saying(candidate: Candidate, _: Surroundings) -> bool:
    """What a survey concluded is left out behind "The survey by _____ concluded"."""
    return _SAYS_LAST.search(sentence(candidate)) is not None


def ends_with_somebody(candidate: Candidate, _: Surroundings) -> bool:
    """Who "her friend" was, the source says and the question has lost."""
    return _SOMEBODY_LAST.search(sentence(candidate)) is not None


def ends_pointing_back(candidate: Candidate, _: Surroundings) -> bool:
    """Held there "as well": the one before is not in the question."""
    return _POINTS_BACK_LAST.search(sentence(candidate)) is not None
