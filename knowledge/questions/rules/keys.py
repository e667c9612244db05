"""Whether a name asked for is a whole name, and the only one that the words shown allow.

Knows names by their looks and by what their own article says of them.
"""

from __future__ import annotations

import re

from knowledge.language.gazetteers import TITLES
from knowledge.language.places import country_named
from knowledge.questions.candidates import Candidate
from knowledge.questions.options.callings import callings
from knowledge.questions.rules.shown import (
    BLANK,
    VALUES,
    beside_the_key,
    names,
    quotes,
    sentence,
    without_brackets,
    without_genitive,
)
from knowledge.questions.surroundings import Surroundings

_MOST_TYPED_WORDS = 3
_DIED = re.compile(rf"(?:^Who|{BLANK}) (?:died|was born|is survived)\b")
_KIN_DIES = re.compile(
    r"^(?!.*\b(?:when|after|before|until|since)\b.*['’])"
    r".*['’]s? (?:\w+ )?(?:wife|husband|widow(?:er)?|mother|father|parents?|brother|sister|son"
    r"|daughter) (?:die|died|born)\b",
    re.IGNORECASE,
)
_DIES = re.compile(r" did (.+?) die\b")
_NOBEL_FIELD = re.compile(rf"{BLANK} in (?:Physi|Medicine|Chemistry|Literature|Economic)")
_FEWEST_MENTIONS = 5
"""Of its holder, in articles where an office is worth asking."""
_A_PART = re.compile(
    r", (?:now )?(?:an?|the) (?:\w+ )?"
    r"(?:suburb|part|district|quarter|neighbou?rhood|borough|section) (?:of|in)\b"
)
_THE_KEY = re.compile(r"\b[Tt]he (?:[\w'’-]+ ){0,3}$")
_KIN = r"(?:son|daughter|brother|sister|child|baby|father|mother|nephew|niece|grandson|uncle|aunt)"
_DESCRIBED = 60
"""Characters before a name in which "the" may stand."""
_IN_BRACKETS = re.compile(r"\([^)]*\b\d{4}[^)]*\)")
_NARROWER = re.compile(r"\b(?:at|in|near) [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*,? in $")
_LESSON = re.compile(r"\d+\.\d+ ")
_OPENING = 100
"""Characters in which an article says whom it is about, beside its title."""
_LIVES = frozenset(
    {"birth", "death", "birth_place", "death_place", "death_age", "death_cause"}
    | {"kin", "parents_trade"}
)
_CALLED = re.compile(
    r"Emperor|King|Queen|President|Pope|Minister|Chancellor|Senator|Governor|Mayor|Sultan|Tsar"
    r"|Secretary|General|Premier|Consul|Caliph|Khan|Pharaoh|Bishop|Archbishop|Cardinal|Ambassador"
)
_BEHIND_A_NAME = re.compile(rf"((?:[A-Z][\w.-]+ )*[A-Z][\w-]+), the {BLANK}[.?]")
_THE_BLANK = re.compile(rf"\b[Tt]he {BLANK}")
_SCENE = re.compile(rf"\b(?:in|across|throughout|within|returned to) (?:the )?{BLANK}")
_SPELT_OUT = frozenset({"United States", "United Kingdom", "Britain", "Great Britain"})
_LIES = re.compile(
    r"\b(?:located|lies|lying|situated|city|town|village|mountain|peak|river|lake|island|county"
    r"|province|state|district|region|valley|desert|peninsula|park|suburb|municipality|capital"
    r"|port|castle|palace|bridge|canyon|volcano|airport|station|museum|stadium|building|crater)\b"
)
_ROLE = re.compile(
    r"Who (?:was|is|were) (?:the |an? )?(.+?)(?: (?:of|in|for|at|to|from|by|on)\b|\?)"
)
_SOMEBODY = re.compile(
    r"(?:er|or|ist|ian|man|woman|ant|ent|ee|eer|ier|ess|king|queen|son|daughter|wife|husband|hero"
    r"|chief|judge|pope|saint|member|captain|coach|choice|star|spy|child|friend|rival|ally)s?$"
)
_OF_THE_LIVING = re.compile(
    r"Which (?:state|city|country|town|region|island|river|area) (?:died|married|was born|studied"
    r"|sighted|sailed|gave birth|fell ill|grew up|retired|was buried"
    r"|was educated|was (?:his|her))\b"
)
_SAYING_NOTHING = frozenset(
    {"name", "word", "cause", "move", "idea", "method", "way", "plan", "step", "result", "aim"}
    | {"reason", "answer", "change", "process", "product", "rest", "former", "latter", "second"}
)
"""Nouns whose own sentence says only that there is one."""


def too_long_to_type(candidate: Candidate, _: Surroundings) -> bool:
    """Nobody types a name of four words as it is written."""
    kind = candidate.answer_kind
    is_typed = not candidate.distractors and candidate.fact.kind != "abbreviation"
    is_name = kind not in VALUES and kind not in {"person", "term", "list"}
    long_words = [word for word in candidate.answer.split() if word[0].isupper()]
    return is_typed and is_name and len(long_words) > _MOST_TYPED_WORDS


def short_for_a_longer_name(candidate: Candidate, around: Surroundings) -> bool:
    """Where the article also writes "Suffolk University", "Suffolk" is half an answer."""
    if not candidate.answer_kind.startswith("named "):
        return False
    words = candidate.answer.split()
    key = re.escape(candidate.answer)
    longer = rf"[A-Z][\w.'’-]+ {key}\b(?!['’-])"
    if not candidate.distractors:
        longer += rf"|\b{key} [A-Z]"
    told = (other.text for other in around.elsewhere.others(candidate.fact))
    of_it = (name for text in told for name in names(text) if candidate.answer in name)
    written = (name for name in of_it if re.search(longer, name))
    return any(" of " not in name and len(name.split()) <= len(words) + 2 for name in written)


def office_for_a_name(candidate: Candidate, around: Surroundings) -> bool:
    """A "Roman Emperor" is what somebody was, as is "Robert Hooke, the City Surveyor"; no name."""
    last = candidate.answer.split()[-1]
    is_name = candidate.answer_kind not in {*VALUES, "term"} and candidate.form == "gap"
    behind = _BEHIND_A_NAME.search(sentence(candidate))
    is_of_somebody = behind is not None and behind[1] in around.persons
    is_office = last in TITLES or _CALLED.fullmatch(last) is not None
    return is_name and (is_office or is_of_somebody)


def article_that_is_not_the_keys(candidate: Candidate, _: Surroundings) -> bool:
    """The source writes no "the" before the key, and "the World War II" is no English."""
    if candidate.answer_kind in VALUES or _THE_BLANK.search(sentence(candidate)) is None:
        return False
    told = (before[-_DESCRIBED:] for before, _ in beside_the_key(candidate))
    takes_it = any(_THE_KEY.search(before) for before in told)
    return candidate.answer.startswith("World War ") or not takes_it


def country_guessed_at_once(candidate: Candidate, _: Surroundings) -> bool:
    """In "released in the _____", most would type one of two countries without reading."""
    if candidate.distractors or candidate.form != "gap":
        return False
    is_known = country_named(candidate.answer) in {"United States", "United Kingdom"}
    is_scene = _SCENE.search(sentence(candidate)) is not None
    return is_known and (is_scene or candidate.answer not in _SPELT_OUT)


def no_place_that_lies(candidate: Candidate, _: Surroundings) -> bool:
    """A company or a movement "in the United States" lies nowhere."""
    source = " ".join(quotes(candidate))
    return candidate.fact.kind == "within" and _LIES.search(source) is None


def noun_that_says_nothing(candidate: Candidate, _: Surroundings) -> bool:
    """To "What comes from a Tlingit word?", "the name" is no answer."""
    return candidate.fact.kind in {"clause", "cause"} and candidate.answer in _SAYING_NOTHING


def place_that_lives(candidate: Candidate, _: Surroundings) -> bool:
    """In "Which state died in 1884?", Virginia is a woman."""
    return _OF_THE_LIVING.match(candidate.stem) is not None


def no_role_of_a_person(candidate: Candidate, _: Surroundings) -> bool:
    """Nobody is "the coming of Islam"; a person is asked for by what persons are."""
    asked = _ROLE.match(candidate.stem)
    return candidate.fact.kind == "role" and asked is not None and not _is_somebody(asked[1])


def _is_somebody(noun: str) -> bool:
    return bool(callings(noun)) or _SOMEBODY.search(noun) is not None


def office_in_passing(candidate: Candidate, around: Surroundings) -> bool:
    """Who holds an office is asked where the articles speak of them, not where they are named."""
    if candidate.fact.kind != "office":
        return False
    if "spokes" in candidate.fact.arguments.get("office", ""):
        return True
    articles = {citation.article for citation in candidate.fact.citations}
    family = candidate.answer.rpartition(" ")[2]
    told = sum(around.elsewhere.count(article, family) for article in articles)
    return 0 < told < _FEWEST_MENTIONS


def bearer_of_the_topics_name(candidate: Candidate, _: Surroundings) -> bool:
    """Of the town Kimberley, "Kimberley" means the town, and no earl who bears its name."""
    topic = without_brackets(candidate.fact.citations[0].title)
    is_longer = candidate.answer != topic and topic in candidate.answer.split()
    is_person = candidate.answer_kind == "person"
    return is_person and is_longer and not any(candidate.answer in q for q in quotes(candidate))


def prize_told_by_its_field(candidate: Candidate, _: Surroundings) -> bool:
    """Of "the 1995 _____ in Physiology or Medicine" nobody doubts which prize it was."""
    return candidate.form == "gap" and _NOBEL_FIELD.search(candidate.stem) is not None


def part_of_a_town(candidate: Candidate, _: Surroundings) -> bool:
    """Who was born in a suburb was born in its city as well: two answers are right."""
    return any(_A_PART.match(behind) for _, behind in beside_the_key(candidate))


def kin_of_the_same_name(candidate: Candidate, _: Surroundings) -> bool:
    """In "their son Béla was born in 1910", another Béla is born."""
    if candidate.fact.kind not in _LIVES:
        return False
    first = candidate.fact.arguments.get("who", "").partition(" ")[0]
    kin = rf"\b{_KIN},? (?:named |called )?{re.escape(first)}\b"
    return bool(first) and any(re.search(kin, quote) for quote in quotes(candidate))


def life_of_somebody_else(candidate: Candidate, around: Surroundings) -> bool:
    """Who is no kin of the article's is born and dies by the way in three cases.

    In a lesson, in brackets, or with only a part of the name told.
    """
    if _KIN_DIES.search(candidate.stem):
        return True
    if candidate.fact.kind in {"deed", "gap"}:
        return _DIED.search(candidate.stem) is not None
    main, whose = candidate.fact.citations[0], _words(_whose_life(candidate))
    told = around.elsewhere.before(main.article, _OPENING) or main.title
    if not whose or whose & _words(told):
        return False
    is_lesson = _LESSON.match(main.title) is not None
    is_bare = not _words(candidate.stem) >= whose or len(whose) == 1
    return is_lesson or is_bare or _IN_BRACKETS.search(main.quote) is not None


def wider_than_the_source(candidate: Candidate, _: Surroundings) -> bool:
    """Where the source has "born at Moss in Viken", "Where" asks for Moss."""
    if not candidate.stem.startswith("Where "):
        return False
    return any(_NARROWER.search(before) is not None for before, _ in beside_the_key(candidate))


def _whose_life(candidate: Candidate) -> str:
    """The names of whom it tells that they were born, or died."""
    if candidate.fact.kind in _LIVES:
        return candidate.fact.arguments.get("who", "")
    dies = _DIES.search(candidate.stem)
    return " ".join(map(without_genitive, names(dies[1]))) if dies else ""


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text) if not word.islower()}
