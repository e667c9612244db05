"""Whether a sentence judges, announces or tells of small matters instead of a lasting fact.

Knows such sentences by their words, and how often an article speaks of somebody.
"""

from __future__ import annotations

import re

from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, names, sentence
from knowledge.questions.surroundings import Surroundings

_JUDGES = re.compile(
    r"\b(?:(?:most )?(?:original|striking|paradoxical|remarkable|impressive|brilliant|memorable"
    r"|masterful|influential|distinctive|iconic|acclaimed|stunning|elegant|innovative|ambitious"
    r"|compelling|provocative|controversial|groundbreaking|revolutionary|unprecedented|successful"
    r"|tragic|heroic|devastating|spectacular|extraordinary|outstanding|legendary|celebrated"
    r"|respected|beloved|notable|notorious|decisive|dramatic\w*|best"
    r"|worst|perfect|ideal|typical)"
    r"|indeed|paradox\w*|masterpiece|genius|hallmark|triumph|raised the stakes|complicated"
    r"|heavily|deeply|arguably|widely|highly|extremely|largely|effectively|perhaps|critics?"
    r"|prais(?:ed?|es)|criticis(?:ed?|es)|criticiz(?:ed?|es)|lauded|panned|announced plans)\b"
)
_WHOLE_WORK = re.compile(
    r"\b(?:output|oeuvre|style|approach|reputation|personality|character|temperament|appearance"
    r"|charm|humou?r|influence|legacy)\b.*\b(?:is|are|was|were)\b|\bcharacteri[sz]ed by\b"
)
_FOR_LATER = re.compile(
    r"\b(?:is|are) (?:set|due|expected|scheduled|likely|about|planning|hoping|going|aiming"
    r"|preparing|bound|poised) (?:to|for)\b|\b(?:plans?|hopes?|aims?|intends?|seeks?|wants?) to\b"
    r"|\b(?:is|are) (?:being|still|yet)\b"
)
_PETTY = re.compile(
    r"\b(?:arrested (?:for|on|in)|on (?:an? )?(?:[\w$]+ )*(?:\$[\d,]+ )?(?:bond|bail)\b|fined"
    r"|traffic|drunk|possession of|altogether|a draft\b|drafts? (?:of|for)|at the time\b"
    r"|spokes(?:man|woman|person)|told reporters|press conference|interview|tweeted|posted)",
    re.IGNORECASE,
)
_FEWEST_MENTIONS = 3
_TOLD = frozenset({"deed", "gap", "event_time", "event_place", "role", "saying"})


def somebodys_judgement(candidate: Candidate, _: Surroundings) -> bool:
    """How original or striking something is, one critic says and another denies."""
    return candidate.fact.kind in _TOLD and _JUDGES.search(sentence(candidate)) is not None


def of_a_whole_work(candidate: Candidate, _: Surroundings) -> bool:
    """What somebody's output "is characterised by" fits many others."""
    return candidate.fact.kind in _TOLD and _WHOLE_WORK.search(sentence(candidate)) is not None


def announced_for_later(candidate: Candidate, _: Surroundings) -> bool:
    """What somebody "is set to" do has happened by now, or not."""
    return _FOR_LATER.search(sentence(candidate)) is not None


def petty_matter(candidate: Candidate, _: Surroundings) -> bool:
    """An arrest, a bail, a draft, a remark to reporters: nothing to learn."""
    return candidate.fact.kind in _TOLD and _PETTY.search(sentence(candidate)) is not None


def year_in_a_lesser_life(candidate: Candidate, around: Surroundings) -> bool:
    """Whom the article names once or twice, it is not about; when he did what, nobody asks."""
    if candidate.answer_kind != "date" or candidate.fact.kind not in _TOLD:
        return False
    persons = [name for name in names(sentence(candidate)) if _is_somebody(name, around)]
    article = candidate.fact.citations[0].article
    is_minor = (
        around.elsewhere.count(article, name.split()[-1]) < _FEWEST_MENTIONS for name in persons
    )
    opens = bool(persons) and _opens(candidate, persons[0])
    return opens and next(is_minor) and persons[0].split()[-1] not in candidate.title


def _is_somebody(name: str, around: Surroundings) -> bool:
    return around.names.full(name) in around.persons or name in around.persons


def _opens(candidate: Candidate, person: str) -> bool:
    """Whether the person is the sentence's subject, as far as its beginning shows."""
    said = re.sub(r"^(?:In|On) (?:what|which) \w+ (?:did|was|were) ", "", sentence(candidate))
    return said.replace(BLANK, "").strip().startswith(person)
