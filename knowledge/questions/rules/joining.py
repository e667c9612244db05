"""Whether the verbs and clauses of a stem are joined as English joins them.

Joints are known by their surface: commas, "and", relative words, forms of verbs.
"""

from __future__ import annotations

import re

from knowledge.language.places import place_kind
from knowledge.language.verbs import is_past, may_be_finite
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, quotes, sentence
from knowledge.questions.surroundings import Surroundings

_IN_AN_EFFORT = re.compile(r"\b(?:in an (?:effort|attempt)|in order|so as) to (?:\w+ ){1,4}\w+$")
_FOR_AN_AIM = re.compile(
    r"\b(?:help|ask|enable|allow|force|oblige|persuade|encourage|urge|permit|challenge|commission)"
    r"(?:s|d|ed|ted)? (?P<whom>[^;:]+)$"
)
_BEFORE_SOMEBODY = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "two", "three", "four", "five", "some"}
)
_TO_DO = r"to (?!(?:an?|the|his|her|its|their)\b)[a-z]"
_OPEN_RELATIVE = re.compile(
    rf"\b(?:that|which|who|whom), [^,;:]+[.?]$|\b(?:where|when|who|which|that) {BLANK}\."
)
_AT_LAST = re.compile(r"\band (?:eventually|finally|ultimately|subsequently|later) ")
"""What happened at last has another year."""
_ASKED_WITH_DID = re.compile(r" (?:did|does|do) (?P<said>.*)$")
_DATED_MEMBER = re.compile(r"(?:the )?[A-Z].* in \d{4}$")
_VERB_WITH_AN_OBJECT = re.compile(
    r"(?:\w+ly )?(?P<verb>[a-z]+)\b(?! (?:in|by|at|on|to|from|into|of|with|for|as|after|before)\b)"
)
"""Before a preposition it may be a participle: "a novel, published in 1990"."""
_BARE_MEMBER = re.compile(
    r"(?!(?:the|an?|his|her|its|their|one|in|on|at|by|near|from|for|with|to|of|under|over|later"
    r"|then|now|today|formerly|present|who|which|where|when|whose|that|although|but|and|or|as|while"
    r"|including|though|because|so|not|still|also|after|before|until|since|during|most|more|some"
    r"|all|both|each|about|only|first|into|\w+ing|\w+ed|\w+ly|\w+n)\b)"
    r"(?!.*\b(?:and|or)\b)[a-z]"
)
_OPENS_BEFORE_ITS_SUBJECT = re.compile(
    r"(?!King\b|Ahmed\b)(?:In|On|At|By|From|During|For|With|Since|Until|Under|To|Of|When|After"
    r"|Before|While|As|If|Although|Because|[A-Z][a-z]+(?:ed|ing))\b"
)
"""Behind such an opening the first comma parts no members of a list."""
_OPENS_WITH_A_YEAR = re.compile(r"(?:In|From|Until|Since|By) \d{4} [A-Z]")
_THING = re.compile(r"(?:its|his|her|their|the|an?) (?:[a-z-]+ ){0,2}[a-z-]+")
_TAIL = 3
"""So many words tell where a stem ends in its source."""
_SECOND_VERB = re.compile(
    r"(?<!ed),? and (?:\w+ly |then |later |also )?(?P<verb>[a-z]+)"
    r" (?:the|an?|his|her|its|their|him|it|them|to|in|at|on|with|for|as|[a-z]+ing|[A-Z\d])"
)
"""Before a noun or "by" the second word may be a participle: "an enlarged and revised edition"."""
_OWN_CLAUSE = re.compile(
    r"\b(?:which|that|who|whom|when|while|where|as|because|after|before|how|what|whose|if"
    r"|although|though|until|since|once|than)\b"
)
_SECOND_IN_THE_PRESENT = re.compile(
    rf" (?:was|were|did) (?:(?!{_OWN_CLAUSE.pattern}).)*"
    r" and (?:(?:now|today|still) (?!others|\w+ous\b)[a-z]+s|bears|stands|holds"
    r"|houses|contains|has|is|remains|lies|shows|serves|marks|covers"
    r"|includes|offers|sells|keeps|belongs|gives|takes|makes) "
)
_TWO_VERBS = re.compile(
    rf" (?:did|does|do) (?:(?!{_OWN_CLAUSE.pattern}|\b(?:and|but)\b)[^,?])*?"
    r" (?:was|were|is|are|has|had) "
)
_OBJECT_LOST = re.compile(
    r"^(?:In what (?:year|month|decade)|On what date|Where|In which \w+) did [^?]*"
    r" (?:defeat|capture|conquer|overthrow|destroy|discover|invent|create|build|publish|describe"
    r"|adopt|receive|obtain|acquire|hold|buy|kill|possess|appoint|elect|seize|annex|occupy|abolish"
    r"|found|establish|introduce|compose|edit|propose|declare|proclaim|become|make|give|take|bring"
    r"|send|include|contain)\?$"
)
_PHRASE_BEHIND_A_COLON = re.compile(r": (?:of|in|on|at|with|from|by|as) [^,:]*”")
_PARTICIPLE_FIRST = re.compile(r"[a-z]+ed (?:in|by|at|on|to|from|with|for|as|into)\b")
_IN_THE_PRESENT = re.compile(r"\b(?:one|it|he|she|who|(?:[Tt]he|[Aa]n?) \w+) \w+s\b")
_LAST_WORD = re.compile(r"(?<=[a-z] )(?P<word>[a-z]{3,})[?.]?$")
_ITS_OBJECT = r"(?:an?|the|it|him|her|them|his|its|their|[A-Z]\w*)\b"
"""Of two verbs the second has kept what both were done to: "sacked and burnt the town"."""
_NOT_A_PRONOUN = r"(?<!\bhe)(?<!\bshe)(?<!\bit)(?<!\bthey)"
_WAS_TWICE = re.compile(
    rf"^In what (?:year|decade) (?:was|were) (?:(?!{_OWN_CLAUSE.pattern}|\b(?:and|but)\b)[^,?])*?"
    rf"{_NOT_A_PRONOUN} (?:was|were|is|are) "
)
_TOLD_TWICE = re.compile(
    rf"^(?:(?!{_OWN_CLAUSE.pattern})[^,;:])*\b(?:was|were) (?:an?|the|once|twice|head|chief)\b"
    rf" (?:(?!{_OWN_CLAUSE.pattern}|\b(?:and|but|or)\b)[^,;:])*"
    rf"{_NOT_A_PRONOUN} (?:was|were|is|are) [a-z]"
)
_LOOSE_COMMA = re.compile(r",(?! (?:the )?[A-Z][\w ]+ and (?:the )?[A-Z])(?=\s)")
_SECOND_PREDICATE = re.compile(
    r", and (?:is|are|was|were|has|had|have|does|did)\b"
    r"|^(?:In|On|Where|Who|Which)\b[^“]*, and"
    r" (?:at|in|on|by|from|there|his|her|its|the|their|an?)"
    rf" (?:(?!{_OWN_CLAUSE.pattern})[\w'’-]+ ){{1,9}}(?:was|were) [a-z]+"
    r"|^In what year (?:was|were) (?:(?!\b(?:who|which|that|what)\b).)* and (?:was|were) "
    rf"|^(?:In|On|Where|At)\b[^“]* did (?:(?!{_OWN_CLAUSE.pattern}).)* but (?:left|lost|went"
    r"|came|gave|took|was|had|made|fell|\w+ed (?:to|from|in|after|by|at|on|for|it|him|her|the)) "
)
_PARTED_FROM_ITS_VERB = re.compile(
    r"^(?:(?!\b(?:is|was|are|were|has|had|have)\b)[^,;])*, (?:is|was|are|were|has|had|have)\b"
)
_TIME = (
    "year|day|month|week|weekend|time|century|decade|night|morning|afternoon|evening|season|spring"
    "|summer|autumn|fall|winter|moment|hour"
)
_NAME_NOT_CLOSED = re.compile(
    rf"^(?:The|His|Her|Its|Their) (?!(?:{_TIME})\b)"
    r"(?:[a-z]+ (?:over|of|in|on|to|from|through|between) (?:the )?)?"
    r"[a-z]+, (?:[A-Z][\w.-]+ )+(?:is|was|are|were|has|had)\b"
)
_NAME_AND_DEED = re.compile(
    rf"^(?:The|His|Her|Its|Their) (?!(?:[a-z]+ )*(?:{_TIME})\b)"
    r"(?:[a-z]+ ){0,3}?[a-z]+(?<!ed), (?:[A-Z][\w.-]+ )+"
    r"(?P<verb>[a-z]+) [^,]*$"
)
_BLANK_NOT_CLOSED = re.compile(
    rf"^(?:In \d{{4}} )?(?:[Tt]he|[Hh]is|[Hh]er) (?!(?:{_TIME})\b)"
    rf"(?:[a-z]+ ){{0,2}}[a-z]+, {BLANK}"
    r" (?:said|was|is|had|told|announced|[a-z]+ed) (?:that|in|the|to|on|by|a|his|her) [^,]*$"
)
_VERB = r"(?:is|was|are|were|has|had)"
_REMARK_NOT_CLOSED = re.compile(
    r"^(?:The|His|Her|Its|Their) (?:[a-z-]+ )?"
    rf"(?!(?:{_TIME}|idea|plan)\b)[a-z-]+, "
    rf"(?!(?:and|or|but|who|whom|whose|which|where|then|now|{_VERB}) )"
    rf"(?:(?! and \w+ {_VERB} )[^,])* (?:{_VERB}|belongs) [^,]*$"
)
_OTHER_NAME_NOT_CLOSED = re.compile(
    r"^(?!(?:In|On|At|By|From|During|For|With|Since|After|Before|When|As)\b)"
    r"[A-Z][\w -]*, (?:or|officially|formerly|locally|also) [^,]* (?:is|was|are|were) "
)
_PARTED_INSIDE = re.compile(
    r"^[^,]*\b(?:when|where|that|which|after|before|because) [^,]*,"
    r" (?:is|was|are|were) [a-z]+(?:ed|en|ilt|wn|un|ut)[.?]$"
)
_PARTED = (
    _PARTED_INSIDE,
    _OTHER_NAME_NOT_CLOSED,
    _BLANK_NOT_CLOSED,
    _PARTED_FROM_ITS_VERB,
    _NAME_NOT_CLOSED,
    _REMARK_NOT_CLOSED,
)
_PARTED_FROM_ITS_SUBJECT = re.compile(
    r"^(?!(?:In|On|At|By|From|During|For|With|Since|After|Before|When|As)\b)"
    r"(?P<subject>[A-Z][\w -]*),"
    r" (?P<verb>(?!called|named|elected|made|given|awarded|considered)[a-z]+) (?:the|an?) [^,]*$"
)
_JOINT_AND_NAME = re.compile(
    r"\b(?:until|when|while|because|although) (?:(?:Mr|Mrs|Dr|Sir) )?"
    r"(?:[A-Z][\w'’.-]* )*(?P<name>[A-Z][\w'’-]*)$"
)


def goes_on_behind_a_semicolon(candidate: Candidate, _: Surroundings) -> bool:
    """A question is one sentence: "Who kept watch; at his table?" has half of the next.

    A sentence to complete may go on, with a verb of its own.
    """
    if candidate.form != "gap":
        return ";" in candidate.stem
    if _PHRASE_BEHIND_A_COLON.search(candidate.stem):
        return True
    behind = sentence(candidate).partition("; ")[2]
    if not behind or _PARTICIPLE_FIRST.match(behind):
        return bool(behind)
    has_verb = any(map(may_be_finite, re.findall(r"[a-z]+", behind)))
    return not has_verb and _IN_THE_PRESENT.search(behind) is None


def relative_without_its_verb(candidate: Candidate, _: Surroundings) -> bool:
    """In "studied the tornado that, near Oslo in 1892." the verb behind "that" is lost."""
    return _OPEN_RELATIVE.search(sentence(candidate)) is not None


def two_finite_verbs(candidate: Candidate, _: Surroundings) -> bool:
    """In "did Ann was a nurse", a verb of the source was taken for a part of its subject.

    In "Ann was a nurse was elected in 1943", a member of a row and its "and" are lost.
    """
    if candidate.form == "gap":
        return _TOLD_TWICE.match(sentence(candidate)) is not None
    found = _TWO_VERBS.search(candidate.stem) or _WAS_TWICE.search(candidate.stem)
    return found is not None


def object_lost(candidate: Candidate, _: Surroundings) -> bool:
    """In "In what year did the duke defeat?", the source's next verb has kept the object."""
    if _OBJECT_LOST.search(candidate.stem) is not None:
        return True
    last = _LAST_WORD.search(sentence(candidate))
    stem = re.escape(last["word"].removesuffix("ed").removesuffix("e")) if last else ""
    if not stem or not any(" and " in quote for quote in quotes(candidate)):
        return False
    shared = re.compile(rf"\b(?P<own>{stem}\w{{0,4}}) and (?P<verb>[a-z]+) {_ITS_OBJECT}")
    found = (each for quote in quotes(candidate) for each in shared.finditer(quote))
    return any(is_past(each["own"]) and is_past(each["verb"]) for each in found)


def comma_before_the_verb(candidate: Candidate, _: Surroundings) -> bool:
    """In "The numbat called the walpurti, is", the comma that opened the remark is lost.

    So is the one that closed it in "The founder, Ann Holm was", and a remark whole in "The king,
    founded the city".
    """
    said = sentence(candidate)
    deed = _NAME_AND_DEED.search(said)
    is_parted = any(form.search(said) for form in _PARTED)
    is_parted |= deed is not None and may_be_finite(deed["verb"])
    parted = _PARTED_FROM_ITS_SUBJECT.search(said)
    if is_parted or parted is None:
        return is_parted
    return may_be_finite(parted["verb"]) and not any(map(may_be_finite, parted["subject"].split()))


def second_predicate(candidate: Candidate, _: Surroundings) -> bool:
    """A statement hangs on the question: "In what year did it open and is the only one?"."""
    if candidate.form == "gap":
        return False
    asked = _ASKED_WITH_DID.search(candidate.stem)
    main = _OWN_CLAUSE.split(asked["said"])[0] if asked else ""
    is_left = any(may_be_finite(found["verb"]) for found in _SECOND_VERB.finditer(main))
    is_told = _SECOND_IN_THE_PRESENT.search(candidate.stem) is not None
    is_told |= candidate.answer_kind == "date" and _AT_LAST.search(candidate.stem) is not None
    return is_left or is_told or _SECOND_PREDICATE.search(candidate.stem) is not None


def list_cut_short(candidate: Candidate, _: Surroundings) -> bool:
    """Of "stayed in Rome, sent reports and wrote a book", the last member is left out."""
    said = sentence(candidate).rstrip("?.").replace(BLANK, candidate.answer)
    before, comma, member = said.rpartition(", ")
    is_clause = any(may_be_finite(word) for word in re.findall(r"[a-z]+", before))
    opens = _OPENS_BEFORE_ITS_SUBJECT.match(said) and not _OPENS_WITH_A_YEAR.match(said)
    is_fronted = ", " not in before and bool(opens)
    if not comma or is_fronted or not is_clause or not _is_member(member, before):
        return False
    end = re.escape(" ".join(said.split()[-_TAIL:]))
    return any(re.search(rf"{end} (?:and|or) ", quote) for quote in quotes(candidate))


def half_of_the_next_clause(candidate: Candidate, _: Surroundings) -> bool:
    """Of "…, and its reservoir, Lake Volta, is large", "and its reservoir" is left."""
    said = sentence(candidate).rstrip("?.").replace(BLANK, candidate.answer)
    before, joint, tail = said.rpartition(", and ")
    if not joint or _THING.fullmatch(tail) is None or ", " in before.rpartition(" and ")[2]:
        return False
    goes_on = re.compile(
        rf"{re.escape(joint + tail)}(?:,| (?!(?:in|on|by|from|at|to|for)\b)[a-z])"
    )
    return not may_be_finite(tail.split()[-1]) and any(map(goes_on.search, quotes(candidate)))


def clause_of_a_name_alone(candidate: Candidate, _: Surroundings) -> bool:
    """Of "until Mr Holm, a banker, took charge", only "until Mr Holm" is left."""
    said = sentence(candidate).rstrip("?.").replace(BLANK, candidate.answer)
    left = _JOINT_AND_NAME.search(said)
    return left is not None and any(f"{left['name']}, " in quote for quote in quotes(candidate))


def comma_in_a_predicate(candidate: Candidate, _: Surroundings) -> bool:
    """What follows a comma often belongs to something else than the subject asked for."""
    if candidate.fact.kind not in {"deed", "event_time"}:
        return False
    places = re.findall(r", ([A-Z]\w+(?: [A-Z]\w+)*)", candidate.stem)
    loose = len(_LOOSE_COMMA.findall(candidate.stem))
    return loose > sum(place_kind(place) is not None for place in places)


def aim_lost(candidate: Candidate, _: Surroundings) -> bool:
    """The source says what for: "helped two brothers, both exiles, to seize the town"."""
    said = sentence(candidate).rstrip("?.").replace(BLANK, candidate.answer)
    helped = _FOR_AN_AIM.search(said)
    whom = helped["whom"].split() if helped else []
    if not whom or "to" in whom or not (whom[0] in _BEFORE_SOMEBODY or whom[0].istitle()):
        return False
    end = re.escape(" ".join(whom[-_TAIL:]))
    aim = re.compile(rf"\b{end}(?:, (?:who|which|then|once|an?|the) [^,]+)?,? {_TO_DO}")
    return any(aim.search(quote) for quote in quotes(candidate))


def purpose_cut_short(candidate: Candidate, _: Surroundings) -> bool:
    """The source says what somebody was helped "in an effort to" become, the stem does not."""
    aim = _IN_AN_EFFORT.search(re.sub(r" in \d{4}$", "", sentence(candidate).rstrip("?.")))
    if aim is None:
        return False
    return any(
        re.search(rf"{re.escape(aim[0])}(?! *[.;])", quote) is not None or aim[0] not in quote
        for quote in quotes(candidate)
    )


def _is_member(member: str, before: str) -> bool:
    """Whether what follows the last comma is one of several: a verb, a dated name, a bare noun."""
    if _DATED_MEMBER.match(member):
        return True
    verb = _VERB_WITH_AN_OBJECT.match(member)
    if verb is not None and is_past(verb["verb"]):
        return True
    return ", " not in before and _BARE_MEMBER.match(member) is not None
