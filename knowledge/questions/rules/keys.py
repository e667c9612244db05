"""Whether a name asked for is a whole name, and the only one that the words shown allow.

Knows names by their looks and by what their own article says of them.
"""

from __future__ import annotations

import re

from knowledge.language.dates import MONTHS
from knowledge.language.gazetteers import FAMILY_NAMES, GIVEN_NAMES, TITLES
from knowledge.language.places import country_named
from knowledge.questions.candidates import Candidate
from knowledge.questions.options.callings import callings
from knowledge.questions.rules.shown import BLANK, VALUES, names, quotes, sentence
from knowledge.questions.surroundings import Surroundings

_PLACES = frozenset({"city", "country", "state", "place"})
_NAMES = frozenset({*GIVEN_NAMES, *FAMILY_NAMES})
_CALLING = re.compile(r"(?:er|or|ist|ian|man|woman)$")
_MOST_TYPED_WORDS = 3
_PART_OF_A_PLACE = re.compile(
    r"\b(?:(?:north|south|east|west|central)\w*|struck|striking|hit|reached|approach\w+) "
    rf"(?:the )?{BLANK}"
)
_APPOSITION = re.compile(rf"['’]s? (?:[a-z-]+ ){{1,4}}{BLANK}")
_NO_KINDS = re.compile(
    r"Which (?:office|union|system|service|board|body|house|group|force|order|line|movement"
    r"|authority|department|society|administration|committee|commission|bank|court) "
)
_KIN = (
    r"cousin|brother|sister|father|mother|son|daughter|wife|husband|widow|nephew|niece|uncle|aunt"
    r"|friend|assistant|secretary|grandson|granddaughter|grandfather|grandmother"
)
_INCLUDED = re.compile(
    rf"\b(?:including|such as|like) (?:the )?{BLANK}|{BLANK}['’]s (?:[a-z-]+ )?(?:{_KIN})\b"
)
_DIED = re.compile(rf"(?:^Who|{BLANK}) (?:died|was born|is survived)\b")
_OPENING = 100
"""Characters in which an article says whom it is about, beside its title."""
_LIVES = frozenset(
    {"birth", "death", "birth_place", "death_place", "death_age", "death_cause"}
    | {"kin", "parents_trade"}
)
_ACTS = frozenset(
    {"army", "navy", "university", "college", "school", "company", "party", "band", "team", "club"}
    | {"airline", "church", "museum", "newspaper", "corporation", "brigade", "regiment"}
    | {"division"}
)
_CALLED = re.compile(
    r"Emperor|King|Queen|President|Pope|Minister|Chancellor|Senator|Governor|Mayor|Sultan|Tsar"
    r"|Secretary|General|Premier|Consul|Caliph|Khan|Pharaoh|Bishop|Archbishop|Cardinal|Ambassador"
)
_GAMES = re.compile(r"\b(?:Olympics?|Olympic Games|Paralympics|World Expo|Commonwealth Games)\b")
_OPPONENT = re.compile(
    rf"\b(?:against|beat|defeat(?:ed|ing)|versus|vs\.?|rivals|signed (?:for|with)|joined"
    rf"|transferred to|loan to|play(?:ed|s)? for|debuted for|led|side) {BLANK}"
)
_PLAYER = re.compile(
    rf"{BLANK}(?:['’]s)? (?:[a-z]+ )?(?:kicker|quarterback|player|coach|goalkeeper|striker|forward"
    r"|defender|midfielder|captain|pitcher|catcher|receiver|returner|guard|team|side|squad|fans?)\b"
)
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
_SCHOOLED = re.compile(
    r"\b(?:attend|graduat|educat|enrol|studied|entered|went to)\w*[^.]*"
    r"\b(?:University|College|School|Academy|Institute|Harvard|Yale|Oxford|Cambridge)\b"
)


def job_title_in_the_key(candidate: Candidate, _: Surroundings) -> bool:
    """In "Cinematographer Conrad Hall", what he did is no part of his name."""
    first, *rest = candidate.answer.split()
    if candidate.answer_kind in VALUES or len(rest) <= 1:
        return False
    is_calling = first in TITLES or callings(first) or _CALLING.search(first)
    return bool(is_calling) and rest[0] in GIVEN_NAMES and first not in _NAMES


def too_long_to_type(candidate: Candidate, _: Surroundings) -> bool:
    """Nobody types a name of four words as it is written."""
    kind = candidate.answer_kind
    is_typed = not candidate.distractors and candidate.fact.kind != "abbreviation"
    is_name = kind not in VALUES and kind not in {"person", "term"}
    long_words = [word for word in candidate.answer.split() if word[0].isupper()]
    return is_typed and is_name and len(long_words) > _MOST_TYPED_WORDS


def part_of_a_larger_place(candidate: Candidate, _: Surroundings) -> bool:
    """Where the north of an island was struck, the north of its country was too."""
    if candidate.distractors or candidate.answer_kind in {*VALUES, "person"}:
        return False
    said = sentence(candidate)
    known = {*MONTHS, *candidate.title.split(), BLANK}
    others = [name for name in names(said) if name.split()[0] not in known]
    return _PART_OF_A_PLACE.search(said) is not None and not others


def short_for_a_longer_name(candidate: Candidate, around: Surroundings) -> bool:
    """Where the article also writes "Suffolk University", "Suffolk" is half an answer."""
    if not candidate.answer_kind.startswith("named "):
        return False
    words = candidate.answer.split()
    key = re.escape(candidate.answer)
    longer = rf"[A-Z][\w.'’-]+ {key}\b(?!['’-])"
    if not candidate.distractors:
        longer += rf"|\b{key} [A-Z]"
    told = [other.text for other in around.elsewhere.others(candidate.fact)]
    written = [name for text in told for name in names(text) if re.search(longer, name)]
    return any(" of " not in name and len(name.split()) <= len(words) + 2 for name in written)


def told_in_passing(candidate: Candidate, around: Surroundings) -> bool:
    """In "the club's suspended goalkeeper _____", the text speaks of somebody once, aside."""
    if candidate.answer_kind != "person" or candidate.distractors:
        return False
    family = candidate.answer.split()[-1]
    told = (other.text for other in around.elsewhere.others(candidate.fact))
    is_aside = _APPOSITION.search(sentence(candidate)) is not None
    return is_aside and not any(family in text for text in told)


def kind_asked_is_half_the_key(candidate: Candidate, _: Surroundings) -> bool:
    """Who reads "Which office" has half of "War Office", and is asked in no English."""
    return _NO_KINDS.match(candidate.stem) is not None


def kind_of_the_key_again(candidate: Candidate, _: Surroundings) -> bool:
    """Nobody asks which street "Downing Street" is, unless streets can act."""
    asked = re.match(r"Which (?:[\w-]+ )*?([\w-]+) ", candidate.stem)
    if candidate.fact.kind != "deed" or asked is None:
        return False
    noun = candidate.answer_kind.removeprefix("which ")
    return noun in candidate.answer.lower().split() and noun not in _ACTS


def common_noun_with_a_capital(candidate: Candidate, around: Surroundings) -> bool:
    """Where the article has other lodges, "the Lodge" is short for a name told elsewhere."""
    word = candidate.answer
    if " " in word or candidate.answer_kind in VALUES or not _THE_BLANK.search(candidate.stem):
        return False
    article = candidate.fact.citations[0].article
    return word.lower() != word and around.elsewhere.count(article, word.lower()) > 0


def post_of_no_body(candidate: Candidate, _: Surroundings) -> bool:
    """Somebody becomes many things in a year; "head coach" does not even say of what."""
    is_post = candidate.fact.kind in {"new_post", "appointment"}
    return is_post and re.search(r" (?:of|for|at|to|in) ", candidate.answer) is None


def abbreviation_for_a_name(candidate: Candidate, _: Surroundings) -> bool:
    """Who knows the full form types that; letters are asked for only as letters."""
    is_short = re.fullmatch(r"[A-Z][A-Z&.-]{1,5}s?", candidate.answer) is not None
    return is_short and _THE_BLANK.search(candidate.stem) is not None


def office_for_a_name(candidate: Candidate, _: Surroundings) -> bool:
    """A "Roman Emperor" is what somebody was, and no name."""
    last = candidate.answer.split()[-1]
    is_name = candidate.answer_kind not in {*VALUES, "term"} and candidate.form == "gap"
    return is_name and (last in TITLES or _CALLED.fullmatch(last) is not None)


def host_of_the_games(candidate: Candidate, _: Surroundings) -> bool:
    """Where the Olympics of a year were, is no question of the text."""
    shown = f"{candidate.title} {candidate.stem}"
    return candidate.answer_kind in _PLACES and _GAMES.search(shown) is not None


def city_that_is_a_team(candidate: Candidate, _: Surroundings) -> bool:
    """Against "Valencia" plays a club, and cities beside it are none."""
    is_team = _OPPONENT.search(candidate.stem) or _PLAYER.search(candidate.stem)
    return candidate.answer_kind in _PLACES and is_team is not None


def article_that_is_not_the_keys(candidate: Candidate, _: Surroundings) -> bool:
    """The source writes no "the" before the key, and "the World War II" is no English."""
    if candidate.answer_kind in VALUES or _THE_BLANK.search(sentence(candidate)) is None:
        return False
    key = rf"\b[Tt]he (?:[\w'’-]+ ){{0,3}}?{re.escape(candidate.answer)}"
    return candidate.answer.startswith("World War ") or not any(
        re.search(key, quote) for quote in quotes(candidate)
    )


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


def no_role_of_a_person(candidate: Candidate, _: Surroundings) -> bool:
    """Nobody is "the coming of Islam"; a person is asked for by what persons are."""
    asked = _ROLE.match(candidate.stem)
    return candidate.fact.kind == "role" and asked is not None and not _is_somebody(asked[1])


def _is_somebody(noun: str) -> bool:
    return bool(callings(noun)) or _SOMEBODY.search(noun) is not None


def one_of_those_included(candidate: Candidate, _: Surroundings) -> bool:
    """Of several that are "including" one, another is as right; a cousin's name is told aside."""
    is_name = candidate.answer_kind not in VALUES
    return is_name and _INCLUDED.search(candidate.stem) is not None


def life_of_somebody_else(candidate: Candidate, around: Surroundings) -> bool:
    """Birth and death are worth asking of whom the article is about."""
    who = candidate.fact.arguments.get("who", "")
    main = candidate.fact.citations[0]
    told = around.elsewhere.before(main.article, _OPENING) or main.title
    title = {word.lower() for word in re.findall(r"\w+", told)}
    is_life = candidate.fact.kind in _LIVES and bool(who)
    is_deed = candidate.fact.kind in {"deed", "gap"} and _DIED.search(candidate.stem) is not None
    return is_deed or (is_life and not {word.lower() for word in who.split()} & title)


def one_school_of_several(candidate: Candidate, around: Surroundings) -> bool:
    """Most people attended more schools than one, and the article tells of another."""
    if candidate.fact.kind != "schooling":
        return False
    told = (other.text for other in around.elsewhere.others(candidate.fact))
    texts = (text.replace(candidate.answer, "") for text in (*told, *quotes(candidate)))
    return any(_SCHOOLED.search(text) for text in texts)
