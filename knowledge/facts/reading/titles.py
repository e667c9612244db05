"""The person whose life an article tells, by its title: "Bell, Gertrude (1868–1926)".

Encyclopaedias, dictionaries of lives and newspapers each write such titles in their own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from knowledge.facts.reading.antecedents import usual_sex
from knowledge.language.gazetteers import TITLES
from knowledge.language.kinds import may_be_person
from knowledge.language.mentions import mentions
from knowledge.language.places import place_kind
from knowledge.language.wholes import times_in
from knowledge.models import Article

_HE_OR_SHE = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_SUBTITLE = re.compile(r"\s+and (?:the|his|her)\b.*$|\s*[:;].*$|\s[–—-]\s.*$")
_YEARS = re.compile(r",?\s*(?:c\. ?)?\d{3,4}(?:\s?[–-]\s?\d{0,4})?\s*$")
_OTHER_SCRIPT = re.compile(r"\s+[^\W\d_A-Za-z\u00c0-\u024f\u1e00-\u1eff\u02b9-\u02c0]+$")
_ADDRESS = frozenset({"Sir", "Dame", "Lord", "Lady", "Saint", "St", "St.", "Sister", "Sor", "Mr"})
_SMALL = frozenset(
    {"de", "del", "della", "da", "das", "dos", "di", "van", "von", "der", "den", "la", "bin"}
    | {"ibn", "al", "el", "y", "the", "of"}
)
_PARTICLE = rf"(?:{'|'.join(sorted(_SMALL))})"
_WORD = r"[^\W\d_a-z][\w.'’ʿʾ-]*"
_NAME = re.compile(rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,4}}")
_HONOURS = re.compile(r"(?:[A-Z]\.?){2,5}(?:[A-Z]\.)*")
_DOES = (
    r"married|studied|graduated|died|wrote|said|told|joined|retired|learned|learnt|taught|resigned"
    r"|returned|grew up|was born|was educated|was raised|left school|left home|attended"
)
_CALLING = (
    r"(?:\w{2,}(?:ist|ian|man|woman|[tdnk]er|[nt]eer|baller|grapher|tor|ess|eur)|explorer"
    r"|philosopher|officer|governor|professor|traveller|composer|singer|dancer|king|queen|poet"
    r"|scholar|pilot|monk|nun|soldier|lawyer|general|surgeon|architect|bishop|chief|chef|author)"
)
_SOMEBODY = rf"(?:an?|the) (?:(?!of\b|by\b|in\b|for\b|from\b|with\b)[\w-]+,? ){{0,6}}?{_CALLING}\b"
_NO_PERSON = re.compile(
    r"^(?:The|A|SS|RMS|HMS|HMAS|HMCS|USS|SMS|MV|MS|RV) "
    rf"|\((?!(?:[a-z-]+ )*{_CALLING}\))[a-z][a-z -]+\)$"
)
"""An article, a ship, or in brackets what is no calling: "Bata (company)"."""
_MOST_GIVEN = 4
_INITIALS_OR_NUMERAL = re.compile(r"(?:[A-Z]\.)+|[IVX]+")
_OPENING = 300
_AS_CALLED = r"(?: ?\([^()]*\))?,? (?:[a-z]+ )?(?:known as|called)(?! by\b) "
_INTRODUCES = re.compile(rf"[A-Z ]* \(|,? (?:born|was|is)\b|{_AS_CALLED}")
_MANY = 0.025
"""In one word of forty a pronoun for one sex: the text is about one person."""
_SOME = 0.012
"""In a report on somebody's deed there are half as many at least; on a ferry or a gorge, fewer."""
_FEWEST_PRONOUNS = 3
_FEWEST_PRONOUNS_FOR_ONE_WORD = 8


@lru_cache(maxsize=256)
def person_of(article: Article) -> str:
    """The name, as a text would write it, of the person whom the article is about, or nothing."""
    name = name_in(article.title)
    if not name or place_kind(name) or _NO_PERSON.search(article.title):
        return ""
    if re.match(rf"\s*The {re.escape(name)}\b", article.text, re.IGNORECASE):
        return ""
    pronouns = len(_HE_OR_SHE.findall(article.text))
    fewest = _FEWEST_PRONOUNS if " " in name else _FEWEST_PRONOUNS_FOR_ONE_WORD
    noun = re.escape(name.rsplit(maxsplit=1)[-1].lower())
    is_common = re.search(rf"\b(?:[Tt]he|[Aa]n?|its|this) (?:[a-z]+ )?{noun}\b", article.text)
    if pronouns < fewest or is_common:
        return ""
    is_used = " " in name or article.text.count(name) > 1
    is_all_of_one = is_used and usual_sex(article) and pronouns > _MANY * len(article.text.split())
    return name if is_all_of_one or _is_told_of(name, article) else ""


@lru_cache(maxsize=256)
def may_be_of_one_person(article: Article) -> bool:
    """Whether pronouns for one sex are so many that somebody named in the title may be meant."""
    pronouns = len(_HE_OR_SHE.findall(article.text))
    return bool(usual_sex(article)) and pronouns > _SOME * len(article.text.split())


def introduced_as(article: Article) -> str:
    """The name with which the article of a person opens: ``Anders Leonard Zorn (1860–1920) was``.

    Titles give the usual name; this is the whole one. Empty where the article is about no person,
    or opens otherwise.
    """
    person, opening = person_of(article), article.text[:_OPENING]
    first = next(iter(mentions(opening)), None)
    if not person or first is None or opening[: first.start].strip() != first.title:
        return ""
    behind = opening[first.end :]
    usual = [word for word in person.split() if word not in _SMALL]
    is_whole = _is_in_order(usual, first.text.split()) and _INTRODUCES.match(behind)
    called = re.match(rf"{_AS_CALLED}{re.escape(person)}(?!\w)", behind)
    return first.text if (is_whole or called) and may_be_person(first.text) else ""


def _is_in_order(some: Iterable[str], words: Iterable[str]) -> bool:
    """Whether all of some words stand among others, in the same order."""
    left = iter(words)
    return all(word in left for word in some)


def name_in(title: str) -> str:
    """The name with which a title begins: ``Gertrude Bell`` for ``Bell, Gertrude (1868–1926)``.

    Without honours, dates and subtitle; empty where the title is no name.
    """
    plain = _YEARS.sub("", _SUBTITLE.sub("", _BRACKETS.sub("", title.strip())))
    parts = [part.strip() for part in _OTHER_SCRIPT.sub("", plain).split(",")]
    first, *more = [part for part in parts if part] or [""]
    if more and _is_given(first, more[0]):
        first = f"{more[0]} {first}"
    words = [_lowered(word) for word in first.split()]
    while len(words) > 1 and (words[0] in _ADDRESS or words[0] in TITLES):
        del words[0]
    name = " ".join(words)
    return name if _NAME.fullmatch(name) else ""


def _is_given(family: str, rest: str) -> bool:
    """Whether what follows the comma belongs before it: "Bell, Gertrude", not "Salem, Ohio"."""
    is_short = len(family.split()) == 1 and len(rest.split()) <= _MOST_GIVEN
    is_name = all(word[0].isupper() for word in rest.split() if word not in _SMALL)
    is_other = place_kind(rest) or _HONOURS.fullmatch(rest) or rest.split(maxsplit=1)[0] in TITLES
    return is_short and is_name and not is_other


def _lowered(word: str) -> str:
    """``Bassi`` for ``BASSI``; initials and numerals stay."""
    is_name = word.isupper() and len(word) > 1 and not _INITIALS_OR_NUMERAL.fullmatch(word)
    return word.title() if is_name else word


def _is_told_of(name: str, article: Article) -> bool:
    """Whether the text uses the name, and as a person's."""
    text = article.text
    parts = {name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]}
    used = {part for part in parts if times_in(part, text) > 1}
    if not used:
        return False
    form = "|".join(map(re.escape, used))
    acts = rf"\b(?:{form})\b(?: (?:himself|herself|had|was|also))? (?:{_DOES})\b"
    is_one = rf"\b(?:{form})\b[^.]{{0,80}}\b(?:was|is) {_SOMEBODY}"
    return any(re.search(pattern, text) for pattern in (acts, is_one))
