"""Whether stem and shown title say enough to be understood by themselves.

What an unnamed thing was, the article told a sentence before; here it is only noticed.
"""

from __future__ import annotations

import re

from knowledge.language.dates import MONTHS
from knowledge.language.gazetteers import FAMILY_NAMES, GIVEN_NAMES
from knowledge.language.numbers import cardinal
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import TOPICS, VALUES, names, sentence, years
from knowledge.questions.surroundings import Surroundings

_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|him|them|this|these|those|here|there|yesterday|today|tomorrow)\b",
    re.IGNORECASE,
)
_LEADING = frozenset(
    {"in", "on", "at", "by", "after", "before", "during", "since", "until", "from", "to"}
    | {"of", "with", "for", "as", "the", "a", "an", "early", "late", "what", "which", "who"}
    | {"whom", "when", "where", "how", "year", "month", "date", "city", "country", "name"}
    | {"completes", "sentence", "did", "was", "were", "had", "has", "does", "is", "are"}
    | {"can", "could"}
) | {month.lower() for month in MONTHS}
"""Words before which, and months, nothing has been named yet."""
_ONE = re.compile(
    r"\b(?:ones|one(?=[?.,”]| (?:in|at|on|to|for|from|with|by|was|were|is|shown|made|called)\b))"
)
_DEICTIC = re.compile(r"\b(?:these|those|yesterday|today|tomorrow)\b", re.IGNORECASE)
_OPENS_WITH_A_PRONOUN = re.compile(r"“(?:He|She|It|They|His|Her|Its|Their)\b")
_GROUNDED = frozenset({"deed", "saying", "role", "gap", "event_time", "event_place", "definition"})
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
_BARE_TOPIC = re.compile(rf"\b[Tt]he (?:{TOPICS})\b(?! (?:of|in|that|which|who|for|at|on|_____))")
_UNNAMED_IN_A_ROW = re.compile(
    r"\b(?:[Tt]he|an?) (?:second|third|fourth|fifth|sixth|other|next|latter|former) [a-z][a-z-]+\b"
    r"(?!-| (?:of|to|in|for|on|from|at|season|term|edition|most|largest|single|album|part|[A-Z]))"
)
_OF_WHAT = re.compile(
    r"(?:['’]s?|\b[Tt]he|\b[Aa]n?|\b[Tt]his) (?:predictable |final |first |main )?(?:decision"
    r"|announcement|proposal|request|plan|agreement|offer|idea|suggestion|statement|comments?"
    r"|claim|remark|argument|attempt|effort|move|step|change|result|measure|incident|latter|former)\b"
    r"(?!(?: (?:in|on) [\w ,]+?)? (?:to|that|for|of|on|at|about|against|by|whether|was to|with"
    r"|between)\b)"
)
_LEFT_OVER = re.compile(
    r"(?:^|[“.?!] ?)(?:For (?:example|instance)|However|Therefore|In addition|Moreover|Furthermore"
    r"|Nonetheless|Nevertheless|Also|Thus|Hence|As (?:a result|such|of)|Meanwhile|Instead|Then"
    r"|Similarly|Likewise|Indeed|In (?:fact|contrast|turn|particular|total|all)|By contrast"
    r"|Additionally|Otherwise|Accordingly|Consequently|Later|Finally|On the other hand|Still"
    r"|Again|Soon|Afterwards?|Besides|Yet|But|And|So|Or|Another)\b"
    r"|\b(?:for (?:example|instance)|however|therefore|nonetheless|nevertheless|moreover|as of"
    r"|respectively|aforementioned|above-mentioned|in addition|the following)\b"
)
_HANGS = re.compile(
    r"^(?:\w+ )?(?:before|after|when|while|although|because|if|unless|whereas|since|decades"
    r"|years|until) (?!_____)[^,]*$",
    re.IGNORECASE,
)
_MANY_DO = re.compile(
    r"(?:^Who|^Which \w+|“_____|^_____)"
    r"(?: (?:\w+ly|also|then|had|has|have|was|were|is|are))*"
    r" (?:join(?:ed|s)?|attend(?:ed|s)?|qualif(?:y|ied|ies)|fail(?:ed|s)?|r[au]ns? for|graduated"
    r"|inducted|enter(?:ed|s)?|retired?|voted|assumed office|took office|made an? |arrived"
    r"|supports?|supported|beg[au]n an? |enrolled|enlisted|moved|travel+ed|competed|participated"
    r"|took part|part of|cast (?:in|as)"
    r"|served in|worked (?:as|in|for)|played (?:in|for)|received|won (?:an?|the)"
    r"|nominated|did not|does not|appeared)\b"
)
_LEADS_TO_MANY = re.compile(
    r"\b(?:gateway|road|route|access|close|similar|comparable|adjacent|home) to (?:the )?_____"
)
_SOMEBODY_ELSE = re.compile(r"^Who\b[^A-Z]*\b(?:him|them)\b")
_JUST_A_THING = re.compile(r"^Who \w+(?:ed|t|d|e) an? [^A-Z\d]+\?$")
_FEWEST_WORDS_OF_A_THING = 7
_MOST_WORDS_OF_AN_OPEN_END = 6
_FOLLOWED = re.compile(r"^(?:\w+|_____) (?:soon |then |later )?followed\b(?!ed)")
_NO_SUBJECT = re.compile(
    r"(?:In This |This |(?:Chapter|Section|Part|Unit|Lesson|Page) [\dIVX]|Contents|Table of "
    r"|Introduction$|Preface|Summary$|Untitled|Home$|Index$|Key Terms|Learning |Review )",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b(?:in|on|by|until|since|of|\d)(?: \d\d?)? (?:{'|'.join(MONTHS)})\b")
_COUNTED_BEFORE = re.compile(
    r"\b(?:[Bb]oth|[Tt]he (?:two|three|four|five|pair|couple|duo|trio|brothers|sisters|siblings"
    r"|men|women|others?)|[Ee]ach|[Nn]either)"
    r"(?= (?:men|women|sides|parties|countries|companies|brothers|sisters|teams|ships|groups"
    r"|of them|armies|leaders|players|[a-z]+ed\b|were|was|had|have|[.?]))"
    r"(?![^.]*\bboth [^.]* and\b)"
)
_DEFINITE = re.compile(
    r"\b[Tt]he (?:[\d][\w–-]* |[a-z-]+ )?[a-z]{3,}\b(?<!world)(?<!public)"
    r"(?! (?:of|in|that|which|who|for|at|on|to|from|by|between|with|against|where|when|than|known"
    r"|called|named|as)\b| [A-Z_“])"
)
_VAGUE = re.compile(
    r"\b(?:a number of|various|especially|thereafter|the rest of|and others|among others"
    r"|varying degrees|early (?:date|days|times)|to (?:some|a \w+) extent|most of _____)\b",
    re.IGNORECASE,
)
_FEWEST_NAMES_WITHOUT_A_TITLE = 2
_MUCH = 5
"""Words of four letters or more."""

_MAKES = re.compile(
    r"\b(?:found(?:ed)?|form(?:ed)?|creat\w+|wr[io]t\w+|compos\w+|direct\w+|invent\w+|discover\w+"
    r"|design\w+|develop\w+|paint\w+|publish\w+|establish\w+|built|host\w+|married"
    r"|(?:husband|wife) of|defeat\w+)\b"
)


def stem_refers_to_nothing(candidate: Candidate, _: Surroundings) -> bool:
    """A pronoun or "yesterday" in the stem has nothing to refer to."""
    if candidate.fact.kind in _GROUNDED:
        opens = _OPENS_WITH_A_PRONOUN.search(candidate.stem)
        return _DEICTIC.search(candidate.stem) is not None or opens is not None
    return _PRONOUN.search(candidate.stem) is not None


def pronoun_before_any_name(candidate: Candidate, _: Surroundings) -> bool:
    """Whom or what a leading "he", "it" or "they" means, the stem does not say."""
    words = re.findall(r"[^\W\d]+", sentence(candidate).lower())
    first = next((word for word in words if word not in _LEADING), "")
    return first in {"he", "she", "it", "they"}


def one_of_what(candidate: Candidate, _: Surroundings) -> bool:
    """What "the first one" or "new ones" are, was said a sentence before."""
    return _ONE.search(candidate.stem) is not None


def office_without_a_time(candidate: Candidate, _: Surroundings) -> bool:
    """Offices change hands: without a time, the question has many answers."""
    asks = _HOLDS.search(candidate.stem) or _HELD_BY.search(candidate.stem)
    is_office = candidate.fact.kind == "office" or asks is not None
    return is_office and not years(candidate.stem) and _SINGLE.search(candidate.stem) is None


def bare_topic_without_a_title(candidate: Candidate, _: Surroundings) -> bool:
    """Where no title is shown, "the company" is any company."""
    return not candidate.title and _BARE_TOPIC.search(sentence(candidate)) is not None


def one_in_a_row_unnamed(candidate: Candidate, _: Surroundings) -> bool:
    """Of which row "the fourth pilot" is one, and who it was, was said before."""
    return _UNNAMED_IN_A_ROW.search(sentence(candidate)) is not None


def act_without_its_content(candidate: Candidate, _: Surroundings) -> bool:
    """What "his decision" was to do, was said before."""
    return _OF_WHAT.search(sentence(candidate)) is not None


def left_over_from_before(candidate: Candidate, _: Surroundings) -> bool:
    """With "however" or "for example", a sentence answers another that is not shown."""
    return _LEFT_OVER.search(sentence(candidate)) is not None


def clause_that_hangs(candidate: Candidate, _: Surroundings) -> bool:
    """Words such as "before" and "because" without a main clause leave half a sentence."""
    return candidate.form == "gap" and _HANGS.search(sentence(candidate)) is not None


def fits_many(candidate: Candidate, _: Surroundings) -> bool:
    """Many join a party, and most fail to qualify: who did so is no question without more."""
    is_single = _SINGLE.search(candidate.stem) is not None
    if _LEADS_TO_MANY.search(candidate.stem):
        return True
    return _MANY_DO.search(candidate.stem) is not None and not is_single


def somebody_else_unnamed(candidate: Candidate, _: Surroundings) -> bool:
    """In "Who wished to remove him", he is another, whom nothing before names."""
    return _SOMEBODY_ELSE.search(candidate.stem) is not None


def just_a_thing(candidate: Candidate, _: Surroundings) -> bool:
    """Nothing in "Who developed a simple system?" says which system is meant."""
    is_short = len(candidate.stem.split()) <= _FEWEST_WORDS_OF_A_THING
    return is_short and _JUST_A_THING.search(candidate.stem) is not None


def follows_what_is_not_shown(candidate: Candidate, _: Surroundings) -> bool:
    """Whom or what "Norway followed", was said a sentence before."""
    return _FOLLOWED.search(sentence(candidate)) is not None


def names_nothing(candidate: Candidate, _: Surroundings) -> bool:
    """In "a bridge was built", neither the subject nor anything else is named."""
    said = re.sub(r"^(?:On|In) (?:what|which) \w+ (?:was|were|did|is) ", "", sentence(candidate))
    opens = re.match(r"(?:an?|some|several|many) ", said, re.IGNORECASE)
    return opens is not None and not names(said.partition(" ")[2]) and not years(said)


def too_little_without_a_title(candidate: Candidate, _: Surroundings) -> bool:
    """Without a title, one name is an anchor only where much is said, or what is done once."""
    if candidate.title or candidate.fact.kind not in _GROUNDED:
        return False
    said = sentence(candidate)
    found = [name for name in names(said) if name not in GIVEN_NAMES]
    is_once = _MAKES.search(said) is not None or _SINGLE.search(said) is not None
    says_much = len(re.findall(r"\w{4,}", said)) >= _MUCH
    return len(found) < (1 if is_once or says_much else _FEWEST_NAMES_WITHOUT_A_TITLE)


def counted_before(candidate: Candidate, _: Surroundings) -> bool:
    """Who "both men" are, the sentence before says."""
    return _COUNTED_BEFORE.search(sentence(candidate)) is not None


def month_of_no_year(candidate: Candidate, _: Surroundings) -> bool:
    """In "marched on the town in June", the year was said before."""
    is_dated = bool(years(f"{candidate.title} {sentence(candidate)}")) or (
        candidate.answer_kind == "date"
    )
    return not is_dated and _MONTH.search(sentence(candidate)) is not None


def definite_without_a_title(candidate: Candidate, _: Surroundings) -> bool:
    """Where no title is shown, nobody knows whose "the 2010–11 team" is."""
    is_said = "bare_definite" in candidate.fact.doubts
    if candidate.title or is_said or candidate.fact.kind not in _GROUNDED:
        return False
    found = _DEFINITE.findall(sentence(candidate))
    return any(not _SINGLE.search(phrase) for phrase in found)


def name_without_its_family_name(candidate: Candidate, _: Surroundings) -> bool:
    """Two given names and no more ("Anna Maria") are what is left of a longer name."""
    return any(
        all(word in GIVEN_NAMES and word not in FAMILY_NAMES for word in name.split())
        for name in names(sentence(candidate))
        if name.count(" ") == 1 and name not in candidate.title
    )


def says_nothing_exact(candidate: Candidate, _: Surroundings) -> bool:
    """Words such as "various" or "thereafter": the sentence would be as true of others."""
    return _VAGUE.search(candidate.stem) is not None


def title_names_nothing(candidate: Candidate, _: Surroundings) -> bool:
    """The title shown is a heading of a page, not of its subject."""
    return _NO_SUBJECT.match(candidate.title) is not None


def year_under_a_title(candidate: Candidate, _: Surroundings) -> bool:
    """The title shown says which canal "the canal" is: the year is asked of that one."""
    return bool(candidate.title) and candidate.answer.isdecimal()


def blank_is_the_goal(candidate: Candidate, _: Surroundings) -> bool:
    """The place where somebody moved is missing because it is asked for."""
    goal = re.search(r"\b(?:to|in|into|at|from|for) (?:the )?_____", sentence(candidate))
    return candidate.answer_kind not in VALUES and goal is not None


def open_at_its_end(candidate: Candidate, _: Surroundings) -> bool:
    """In "Lee fell in love with _____.", a few words may well be true of several."""
    said = sentence(candidate)
    words = said.split()
    is_gap = candidate.form == "gap" and candidate.answer_kind not in VALUES
    ends_open = is_gap and re.search(r"_____[.”]*$", said) is not None
    is_held = any(cardinal(word.strip(",")) is not None for word in words) or len(names(said)) > 1
    return ends_open and len(words) <= _MOST_WORDS_OF_AN_OPEN_END and not is_held
