"""Whether the finished words read as one whole sentence, wherever they were cut out.

Knows phrases by the words that open and close them; what the parser saw, ``facts.doubts`` says.
"""

from __future__ import annotations

import re

from knowledge.language.verbs import is_past
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, quotes, sentence
from knowledge.questions.surroundings import Surroundings

_UNIT = (
    r"year|month|week|day|hour|minute|man|men|woman|member|person|mile|metre|meter|foot|inch|acre"
    r"|game|round|day|part|storey|story|seat|room|page|point|run|match|episode|term|century|old"
)
_MODIFIER_LAST = re.compile(
    rf"\b(?:an?|the|his|her|its|their) (?:[a-z]+ )?[\w-]+-(?:{_UNIT})(?:[?.”]|$)"
)
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
_LEFT_AT_THE_END = re.compile(
    r" and (?:by|until|since) (?:the )?(?:\d|early|late|mid|end|time|[A-Z]\w+ \d)[^,?]*\?$"
)
_BARE_PARTICIPLE = re.compile(
    r"^(?:Who|Which [\w-]+) (?:drawn|written|taken|seen|given|gone|known|shown|grown|thrown|flown"
    r"|spoken|broken|chosen|driven|eaten|fallen|forgotten|hidden|risen|stolen|sworn|worn|torn"
    r"|begun|sung)\b(?! (?:by|as|in|from|to|up|off|of|at|for|on)\b)"
)
_PERFECT = re.compile(
    r" did (?:(?!\b(?:who|which|that)\b)[^?])*? have (?P<participle>\w+(?:ed|ught|wn|ken|ten|ven)"
    r"|been|(?:under)?gone|become|seen|made|left|lost|told|sold|held|led|met|won|built|sent|spent"
    r"|kept|found)\b"
)
_TWO_VERBS = re.compile(r" did (?:[A-Z][\w'’-]+ )+([a-z]+ed) [a-z]+\b")
_BARE_NAMING = re.compile(rf"^[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*,? known as (?:the )?{BLANK}\.$")
_OWNER_LAST = re.compile(rf"(?<!\bthan )(?<!\bof ){BLANK}['’]s?[.?”]*$")
_AWARDED_HIS = re.compile(r"\b(?:award|grant|give|gave)\w* [A-Z][\w.’' -]*['’]s? honorary\b")
_ONE_OF_MANY = re.compile(
    r"\b(?:was|is|has) the (?:Ruins|Islands|Mountains|Falls|Caves|Hills|Gardens|Walls|Temples"
    r"|Tombs|Baths|Pyramids|Lakes|Springs|Churches|Mines|Forts)\b(?! [A-Z])"
)
_HALF_A_SPAN = re.compile(r"To \d{4},? [A-Z]")
_PLACE_CUT = re.compile(
    r"^(?:Where|In which \w+) (?:was|were) .*\bborn (?:a|à|da|di|de|del|am|sur) [A-Z][\w-]*\?$"
)
_BESIDE_NOTHING = re.compile(r" (?:was|were) .*(?<!ed) (?:by|near) [a-z]+(?:ed|ilt)\?$")
_BORN_TO = re.compile(
    r"^(?:Where|In which city) (?:was|were) [^?]* born to [A-Z][\w.'’-]* [A-Z]"
    r"(?!.*\b(?:parents|family|immigrants|emigrants|settlers|couple)\b)"
)
_NO_SUBJECT = re.compile(
    r"^(?:In|On|At|Who|What|Which)\b[^,]{0,30}?\b(?:did|was|were|does|is|are)"
    r" (?:and|or|but|which|who|of|by|with|when|while|because)\b"
    r"|“(?:And|Or|But|Which|Who|Whose|That) "
)
_SAYS_LAST = re.compile(
    r"\b(?:concluded|said|claimed|argued|stated|noted|reported|announced|suggested|showed|believed"
    r"|declared|added|wrote|explained|thought)[?.”]*$"
)
_NEWS_LAST = re.compile(
    r"\b(?:learn(?:ed|t)?|heard?)(?: the news)? from (?:the )?(?:[a-z]+ )?"
    r"(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)(?: in \d{4})?[.?]$"
)
_SOMEBODY_LAST = re.compile(
    r"\b(?:with|by|to|from|and) (?:his|her|their) (?:[a-z]+ )?(?:friend|colleague|wife|husband|son"
    r"|daughter|brother|sister|partner|cousin|nephew|niece|uncle|aunt|teacher|pupil|student)[?.”]*$"
)
_POINTS_BACK_LAST = re.compile(
    r"\b(?:as well|too|also|instead|likewise|again|either)[?.”]*$"
    r"|^(?:In|On) what .* [a-z]+ed there\?$"
)
_CREDIT_LAST = re.compile(rf"[—–] ?{BLANK}[.”]*$")
_CALLED_LAST = re.compile(r"\b(?:and|or|,) (?:called|known as|termed|referred to as)\?$")
_TIME_FIRST = re.compile(
    r"\b(?:did|was|were|had|has|does) (?:(?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|\d+|several|many|some|a few) (?:years|months|weeks|days|centuries|decades|hours)"
    r"|(?:in|on|at|by|after|before|during) (?!all\b)\w+)\b"
)
_NOW = re.compile(
    r"\b(?:did|was|were|had) (?:(?!that\b|which\b|is\b)[^\s,]+ ){1,5}"
    r"now (?!called|known|part|in|an?\b|the\b)[a-z]"
)
_EMPHATIC = re.compile(
    r"(?:Who|What|Which (?:[\w-]+ ){1,3})\s?did (?:not )?[a-z]+ (?:an?|the|his|her|its|in|on|to)\b"
)
_TITLE_LAST = re.compile(
    r"\b(?:under|by|with|against) (?:Captain|Colonel|Major|General|Admiral|Lieutenant|Commander"
    r"|President|Prime Minister|King|Princess|Emperor|Sultan|Pope|Bishop|Archbishop|Saint|St|Sir"
    r"|Dr|Mr|Mrs)\.?[?.”]*$"
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


def ends_with_a_title(candidate: Candidate, _: Surroundings) -> bool:
    """In "led cavalry under Captain?", the captain's name is lost."""
    return _TITLE_LAST.search(sentence(candidate)) is not None


def first_of_nothing(candidate: Candidate, _: Surroundings) -> bool:
    """In "In what year did Holm become the first woman?", to do what is lost."""
    return _FIRST_OF_NOTHING.search(candidate.stem) is not None


def modifier_without_its_noun(candidate: Candidate, _: Surroundings) -> bool:
    """In "sign a six-year?", what is six years long is lost."""
    return _MODIFIER_LAST.search(sentence(candidate)) is not None


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


def time_of_the_next_clause(candidate: Candidate, _: Surroundings) -> bool:
    """In "did Moss join the league and by the 16th century?", the next clause has begun."""
    return candidate.form != "gap" and _LEFT_AT_THE_END.search(candidate.stem) is not None


def participle_alone(candidate: Candidate, _: Surroundings) -> bool:
    """In "Who drawn the plans?", the source's "had" stands before another verb."""
    return _BARE_PARTICIPLE.search(candidate.stem) is not None


def perfect_asked_with_did(candidate: Candidate, _: Surroundings) -> bool:
    """In "In what year did Holm have undergone it?", the source's "had" is an auxiliary."""
    found = _PERFECT.search(candidate.stem)
    if found is None:
        return False
    had = re.compile(rf"\bhad (?:\w+ly |in \d{{4}} )?{found['participle']}\b")
    return any(had.search(quote) for quote in quotes(candidate))


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


def verb_behind_its_subject(candidate: Candidate, _: Surroundings) -> bool:
    """In "did Wang resigned leave office?", the first of two verbs was taken for a name's end."""
    found = _TWO_VERBS.search(candidate.stem)
    return found is not None and any(f" {found[1]}, " in quote for quote in quotes(candidate))


def naming_without_a_verb(candidate: Candidate, _: Surroundings) -> bool:
    """In "Ann Holm known as _____.", the verb is lost that stood behind a comma."""
    return _BARE_NAMING.match(sentence(candidate)) is not None


def owner_of_nothing(candidate: Candidate, _: Surroundings) -> bool:
    """In "software written for _____'s.", what is somebody's was said before.

    In "awarded Lee's honorary degrees" the genitive took the place of "her".
    """
    said = sentence(candidate)
    return _OWNER_LAST.search(said) is not None or _AWARDED_HIS.search(said) is not None


def singular_verb_of_many(candidate: Candidate, _: Surroundings) -> bool:
    """In "was the Ruins of Gedi added", the name took the place of "it"."""
    return _ONE_OF_MANY.search(candidate.stem) is not None


def beside_nothing(candidate: Candidate, _: Surroundings) -> bool:
    """In "was the church by completed", "near by" of the source has lost one half."""
    return _BESIDE_NOTHING.search(candidate.stem) is not None


def place_of_being_born_to(candidate: Candidate, _: Surroundings) -> bool:
    """Nobody asks "Where was Holm born to Ida Lund?"."""
    return _BORN_TO.search(candidate.stem) is not None


def half_of_a_span(candidate: Candidate, _: Surroundings) -> bool:
    """In "To 1934 Holm presided over it", "from 1928" is lost."""
    said = sentence(candidate).replace(BLANK, candidate.answer)
    return _HALF_A_SPAN.match(said) is not None


def place_cut_in_two(candidate: Candidate, _: Surroundings) -> bool:
    """In "Where was Holm born a Ema?", a half of Ponte a Ema is left."""
    return _PLACE_CUT.search(candidate.stem) is not None


def called_behind_an_and(candidate: Candidate, _: Surroundings) -> bool:
    """In "What is the tissue … derives … and called?", a second verb has lost its subject."""
    return _CALLED_LAST.search(candidate.stem) is not None


def subject_lost(candidate: Candidate, _: Surroundings) -> bool:
    """In "was and the station sabotaged", a joint stands where a subject belongs."""
    return _NO_SUBJECT.search(candidate.stem) is not None


def ends_with_saying(candidate: Candidate, _: Surroundings) -> bool:
    """What a survey concluded is left out behind "The survey by _____ concluded"."""
    return _SAYS_LAST.search(sentence(candidate)) is not None


def ends_with_a_source_of_news(candidate: Candidate, _: Surroundings) -> bool:
    """What Holm learned, "that gunmen gathered", is left out behind "learned from _____"."""
    found = _NEWS_LAST.search(sentence(candidate).replace(BLANK, candidate.answer))
    if found is None:
        return False
    who = re.escape(found["who"].rstrip("."))
    news = re.compile(rf" from [^,;]*{who}(?: (?:in|of) [^,;]*)?(?:, [^,;]*,)? that\b")
    return any(news.search(quote) for quote in quotes(candidate))


def ends_with_somebody(candidate: Candidate, _: Surroundings) -> bool:
    """Who "her friend" was, the source says and the question has lost."""
    return _SOMEBODY_LAST.search(sentence(candidate)) is not None


def ends_pointing_back(candidate: Candidate, _: Surroundings) -> bool:
    """Held there "as well": the one before is not in the question."""
    return _POINTS_BACK_LAST.search(sentence(candidate)) is not None


def credit_behind_a_dash(candidate: Candidate, _: Surroundings) -> bool:
    """A headline and who printed it are no sentence."""
    return _CREDIT_LAST.search(sentence(candidate)) is not None
