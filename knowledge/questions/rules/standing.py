"""Whether stem and shown title say enough to be understood by themselves.

What an unnamed thing was, the article told a sentence before; here it is only noticed.
"""

from __future__ import annotations

import re

from knowledge.facts.reading.antecedents import PERSONAL_SEX
from knowledge.language.dates import MONTHS
from knowledge.language.kinds import may_be_person, sex_of
from knowledge.language.places import place_kind
from knowledge.questions.candidates import CLAUSAL, Candidate
from knowledge.questions.rules.shown import (
    BLANK,
    names,
    quotes,
    sentence,
    without_genitive,
    years,
)
from knowledge.questions.surroundings import Surroundings

_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|him|them|this|these|those|here|there|yesterday|today|tomorrow)\b",
    re.IGNORECASE,
)
_LEADING = frozenset(
    {"in", "on", "at", "by", "after", "before", "during", "since", "until", "from", "to"}
    | {"between", "and", "of", "with", "for", "as", "the", "a", "an", "early", "late"}
    | {"what", "which", "who", "whom", "when", "where", "how", "year", "month", "date", "city"}
    | {"country", "name", "age", "completes", "sentence", "did", "was", "were", "had", "has"}
    | {"does", "is", "are", "can", "could"}
    | {month.lower() for month in MONTHS}
)
"""Words before which, and months, nothing has been named yet."""
_ASKED_NOUN = re.compile(
    r"\bwhich (?:(?!(?:he|she|it|they)\b)[\w-]+ ){1,3}(?=(?:did|was|were|is|does|had|has|do)\b)"
)
_ONE = re.compile(
    r"\b(?:ones|one(?=[?.,”]| (?:in|at|on|to|for|from|with|by|was|were|is|shown|made|called)\b))"
)
_ONE_OF_THE_MOST = re.compile(
    r"(?:^|“)One of the (?:most [\w-]+|\w{3,}est) \w+s (?:is|was|were|has|had|came)\b"
)
_A_SHARE = re.compile(
    r"\b(?:buy|bought|own|owned|acquired?|sell|sold|hold|held|take|took) (?:about |some |nearly )?"
    rf"(?:\d[\d.]*|{BLANK}) (?:per ?cent|%)(?! of\b| stake| share| interest)"
)
_A_NIGHT = re.compile(
    r"\bspen[dt] (?:an?|the|one) (?:night|week|month) (?:in \d|on |with |and )"
    rf"(?!.*\b(?:in|at) (?:the )?(?:[A-Z]|{BLANK}))"
)
_HOME = re.compile(r"\b(?:go|went|come|came|sail|sailed) home(?=[?.,”]| in \d)")
_ADMITTED = re.compile(r"\badmitted (?:in|on|at) (?!the (?:bar|list)\b)(?!.*\b(?:to|into|as) )")
_A_LITTLE_BEYOND = re.compile(
    r"\b(?:little|somewhat|farther|further|metres|miles|km|kilomet(?:re|er)s) to the"
    r" (?:north|south|east|west)(?:-?(?:east|west))?(?! of\b|\w|-)"
)
_LEAVES_NOTHING = re.compile(r"\bleave(?: in \d{4})?\?$")
_ASKS_WHERE = re.compile(r"(?:Which|Where|Whom|(?:In|At|To|From|With) which)\b(?! \w+ completes)")
_NO_WHOLE = (_ONE, _ONE_OF_THE_MOST, _A_SHARE)
_NO_GOAL = (_ADMITTED, _HOME, _A_NIGHT, _A_LITTLE_BEYOND, _LEAVES_NOTHING)
_ITS_FIRST = re.compile(
    r"^(?:In what year (?:was|were|did) )?(?:[Aa]n?|[Tt]he) (?:[a-z-]+ ){1,3}of its\b"
)
_HIS = re.compile(r"(?<=\w )(?P<whose>his|her) [\w-]+")
_WITHOUT_ITS_GOAL = re.compile(
    r"\bresign\?$|\barrive(?:d)? (?:on|with|in \d)"
    r"|\bbec[ao]me (?:the )?(?:head|director|chair(?:man|woman)?|president|principal) of the [a-z]"
)
_HE = re.compile(r"\b(?:he|she)\b")
_SOMEBODY_OR_OTHER = re.compile(r"(?:^|, |[a-z]{2,}ed |had |was )[Aa]n? [a-z]")
_DEICTIC = re.compile(
    r"\b(?:these|those|yesterday|(?<!what is )(?<!what are )today|tomorrow)\b",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"\b(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|few|\d+)"
    r" (?:years?|months?|weeks?|days?|decades?|hours?) (?:later|earlier|afterwards?|before)"
    r"(?=[?.,]|$|(?<!before) (?:[A-Z]|(?:he|she|the|a)\b))(?!,? (?:in|on) \d)"
    r"|(?<!the )(?<!his )(?<!her )\blast (?:month|week|year|night)\b(?! of)"
    r"|\b(?:nevertheless|nonetheless)\b|\bThereafter\b"
    r"|\bThere (?=[A-Z])|\bthere[?.]|\b[Bb]oth (?:men|women|brothers)\b"
)
"""What only the sentence before gives a time, a place or a sense."""
_OPENS_WITH_A_PRONOUN = re.compile(r"“(?:He|She|It|They|His|Her|Its|Their)\b")
_GROUNDED = CLAUSAL | {"definition", "meaning"}
"""Kinds of facts whose pronouns were bound, or doubted, when they were read."""

_OFFICE = (
    r"president|prime minister|premier|chancellor|minister|secretary|king|queen|emperor|pope"
    r"|mayor|governor|senator|ambassador|chair(?:man|woman|person)?|director|chief|head|leader"
    r"|captain|coach|manager|commander|spokes(?:man|woman|person)|speaker|chief executive|ceo"
)
_HOLDS = re.compile(
    rf"^Who (?:was|is) (?:the|a|an) (?:[\w-]+ ){{0,3}}(?:{_OFFICE})\b(?!'s|’s)", re.IGNORECASE
)
_HELD_BY = re.compile(
    r"\b(?:is|was) (?:coached|led|headed|chaired|managed|owned|captained|governed) by _____"
)
_SINGLE = re.compile(r"\b(?:first|second|third|last|only|youngest|oldest|longest\w*)\b")
_OF_WHAT = re.compile(
    r"(?:['’]s?|\b[Tt]he|\b[Aa]n?|\b[Tt]his) (?:predictable |final |first |main )?(?:decision"
    r"|announcement|proposal|request|plan|agreement|offer|idea|suggestion|statement|comments?"
    r"|claim|remark|argument|attempt|effort|move|step|change|result|measure|incident|latter|former)\b"
    r"(?!(?: (?:in|on) [\w ,]+?)? (?:to|that|for|of|on|at|about|against|by|whether|was to|with"
    r"|between)\b)"
)
_SUCH = re.compile(r"(?<![Aa]s )\b[Ss]uch (?!as\b|an?\b|(?:[\w-]+ ){1,6}(?:as|that)\b)[a-z]")
"""Not "such towns as Bergen", "such force that it broke"."""
_FROM_A_PLACE_TOLD = re.compile(
    r"\boutside town(?= since\b|[,.?])"
    r"|\b(?:blocks|streets|doors) (?:north|south|east|west|away)\w*[,.?]"
    r"|\b(?:metres|meters|kilomet(?:re|er)s|km|m|miles) (?:up|down)stream(?! (?:of|from|at)\b)"
)
_COUNTS_NOTHING = re.compile(
    r"\b(?:for|of|with|in|by) (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r" (?:that|which|who|whom)\b"
)
_LEFT_OVER = re.compile(
    r"(?:^|[“.?!] ?)(?:For (?:example|instance)|However|Therefore|In addition|Moreover|Furthermore"
    r"|Nonetheless|Nevertheless|Also|Thus|Hence|As (?:a result|such|of)|Meanwhile|Instead|Then"
    r"|Similarly|Likewise|Indeed|In (?:fact|contrast|turn|particular|total|all)|By contrast"
    r"|Additionally|Otherwise|Accordingly|Consequently|Later|Finally|On the other hand|Still"
    r"|Again|Soon|Afterwards?|Besides|Yet|But|And|So|Or|Another"
    r"|Supporting evidence|A (?:better|lesser)-known)\b"
    r"|\b(?:for (?:example|instance)|meanwhile|however|therefore|nonetheless|nevertheless"
    r"|moreover|as of|respectively|aforementioned|above-mentioned|in addition|the following"
    r"|[A-Z][\w’'-]+ (?:him|her|it)self)\b"
)
_HANGS = re.compile(
    r"^(?:\w+ )?(?:before|after|since|decades|years|until) (?!_____)[^,]*$", re.IGNORECASE
)
_SUBORDINATE = re.compile(
    r"^(?:\w+ )?(?:when|while|although|because|if|unless|whereas|by the time|as soon as)\b"
    r" (?!_____)[^,]*$",
    re.IGNORECASE,
)
_AFTER_ONLY = re.compile(
    r"(?:After|Before|Following|During) (?:an?|the|his|her) [^,]*, (?:during|on|in) which [^,]*,"
    r" and (?:an?|the|his|her) (?:[\w-]+ )?[\w-]+ (?:to|in|at|of|with|for)"
    r" (?:(?:[A-Z_\d]\w*|in|of|to|the|at|on)[ .]?)+$"
)
_SOMEBODY_ELSE = re.compile(r"^Who\b[^A-Z]*\b(?:him|them)\b")
_MONTH = re.compile(rf"\b(?:in|on|by|until|since|of|\d)(?: \d\d?)? (?:{'|'.join(MONTHS)})\b")
_VAGUE = re.compile(
    r"\b(?:a number of|various|especially|thereafter|the rest of|and others|among others"
    r"|varying degrees|early (?:date|days|times)|to (?:some|a \w+) extent|most of _____)\b",
    re.IGNORECASE,
)


def stem_refers_to_nothing(candidate: Candidate, _: Surroundings) -> bool:
    """A pronoun or "yesterday" in the stem has nothing to refer to."""
    if candidate.fact.kind in _GROUNDED:
        opens = _OPENS_WITH_A_PRONOUN.search(candidate.stem)
        hangs = _DEICTIC.search(candidate.stem) or _HANGING.search(sentence(candidate))
        return hangs is not None or opens is not None
    return _PRONOUN.search(candidate.stem) is not None


def pronoun_before_any_name(candidate: Candidate, _: Surroundings) -> bool:
    """Whom or what a leading "he", "it" or "they" means, the stem does not say."""
    said = sentence(candidate)
    said = said.replace(BLANK, "") if candidate.answer_kind in {"date", "number"} else said
    asked = _ASKED_NOUN.sub("", said.lower())
    words = re.findall(r"[^\W\d]+", asked)
    first = next((word for word in words if word not in _LEADING), "")
    return first in {"he", "she", "it", "they"}


def he_of_no_person_named(candidate: Candidate, _: Surroundings) -> bool:
    """Whom "At the United Nations he announced" means, nothing before it in the sentence says."""
    said = sentence(candidate)
    found = _HE.search(said)
    if found is None or candidate.answer_kind == "person":
        return False
    before = said[: found.start()]
    is_somebody = _SOMEBODY_OR_OTHER.search(before) is not None
    return not is_somebody and not any(_may_be_he(name) for name in names(before))


def _may_be_he(name: str) -> bool:
    bare = without_genitive(name.rstrip(".,”?"))
    return place_kind(bare) is None and bare not in MONTHS and may_be_person(bare)


def his_of_somebody_left_out(candidate: Candidate, around: Surroundings) -> bool:
    """Of "learned under Gómez and took part in his invasion", Gómez is left out."""
    said = sentence(candidate)
    found = _HIS.search(said)
    if found is None:
        return False
    shown = {word for name in (*names(said), candidate.answer) for word in name.split()}
    sex = PERSONAL_SEX[found["whose"]]
    told = (quote.partition(found[0])[0] for quote in quotes(candidate) if found[0] in quote)
    nearest = (_last_person(before, around, sex) for before in told)
    return any(name and not {*name.split()} & shown for name in nearest)


def _last_person(before: str, around: Surroundings, sex: str) -> str:
    """Who is named last, of those whom "his" or "her" may mean."""
    for whole in map(without_genitive, reversed(names(before))):
        forms = (whole, whole.partition(" ")[2])  # "Dominican-born Máximo Gómez"
        known = next((form for form in forms if form and _is_of_somebody(form, around)), "")
        if known and sex_of(known) in {"", sex}:
            return known
    return ""


def _is_of_somebody(name: str, around: Surroundings) -> bool:
    """Whether it is a known person's name, or one word of it."""
    return any(name == person or name in person.split() for person in around.persons)


def its_before_any_thing(candidate: Candidate, _: Surroundings) -> bool:
    """In "A draft of its genome was published", nothing before says whose genome it is."""
    return _ITS_FIRST.search(sentence(candidate)) is not None


def one_of_what(candidate: Candidate, _: Surroundings) -> bool:
    """What "the first one" or "new ones" are, or "44 per cent", was said a sentence before."""
    is_open = any(form.search(candidate.stem) for form in _NO_WHOLE)
    return is_open and candidate.fact.kind != "meaning"


def where_is_left_open(candidate: Candidate, _: Surroundings) -> bool:
    """In "In what year was she admitted in a green dress?", the sentence before said to what."""
    asks_for_it = _ASKS_WHERE.match(candidate.stem) is not None
    return not asks_for_it and any(form.search(candidate.stem) for form in _NO_GOAL)


def office_without_a_time(candidate: Candidate, _: Surroundings) -> bool:
    """Offices change hands: without a time, the question has many answers."""
    asks = _HOLDS.search(candidate.stem) or _HELD_BY.search(candidate.stem)
    is_office = candidate.fact.kind == "office" or asks is not None
    return is_office and not years(candidate.stem) and _SINGLE.search(candidate.stem) is None


def office_in_the_news(candidate: Candidate, _: Surroundings) -> bool:
    """Who held an office in a month of the news: of 24 such questions teachers took one."""
    return candidate.fact.kind == "office"


def goal_told_before(candidate: Candidate, _: Surroundings) -> bool:
    """What Holm resigned from, or where he arrived, was said before: "did Holm resign?"."""
    return _WITHOUT_ITS_GOAL.search(candidate.stem) is not None


def act_without_its_content(candidate: Candidate, _: Surroundings) -> bool:
    """What "his decision" was to do, was said before."""
    return _OF_WHAT.search(sentence(candidate)) is not None


def left_over_from_before(candidate: Candidate, _: Surroundings) -> bool:
    """With "however" or "for example", a sentence answers another that is not shown."""
    return _LEFT_OVER.search(sentence(candidate)) is not None


def such_without_its_like(candidate: Candidate, _: Surroundings) -> bool:
    """What "such changes" are like, the sentence before says."""
    return _SUCH.search(sentence(candidate)) is not None


def distance_from_a_place_told(candidate: Candidate, _: Surroundings) -> bool:
    """Of "a few blocks south" and "just outside town", the sentence before told from where."""
    return _FROM_A_PLACE_TOLD.search(sentence(candidate)) is not None


def number_without_its_noun(candidate: Candidate, _: Surroundings) -> bool:
    """Of what there are "six that she made", stands where it was told before."""
    return _COUNTS_NOTHING.search(sentence(candidate)) is not None


def clause_that_hangs(candidate: Candidate, _: Surroundings) -> bool:
    """Words such as "before" and "because" without a main clause leave half a sentence."""
    return candidate.form == "gap" and _HANGS.search(sentence(candidate)) is not None


def main_clause_lost(candidate: Candidate, _: Surroundings) -> bool:
    """A "when" or a "by the time" is kept, and not the clause that says what happened then."""
    said = sentence(candidate)
    is_subordinate = _SUBORDINATE.search(said) or _AFTER_ONLY.match(said)
    return candidate.form == "gap" and is_subordinate is not None


def somebody_else_unnamed(candidate: Candidate, _: Surroundings) -> bool:
    """In "Who wished to remove him", he is another, whom nothing before names."""
    return _SOMEBODY_ELSE.search(candidate.stem) is not None


def month_of_no_year(candidate: Candidate, _: Surroundings) -> bool:
    """In "marched on the town in June", the year was said before."""
    is_dated = bool(years(f"{candidate.title} {sentence(candidate)}")) or (
        candidate.answer_kind == "date"
    )
    return not is_dated and _MONTH.search(sentence(candidate)) is not None


def says_nothing_exact(candidate: Candidate, _: Surroundings) -> bool:
    """Words such as "various" or "thereafter": the sentence would be as true of others."""
    return _VAGUE.search(candidate.stem) is not None
