"""Whether title, stem or options let somebody guess who has not read the text.

Knows countries, their peoples and capitals; not what everybody knows of them.
"""

from __future__ import annotations

import re
from itertools import product

from knowledge.facts.reading.titles import name_in
from knowledge.language.gazetteers import DEMONYMS
from knowledge.language.numbers import cardinal
from knowledge.language.places import (
    capital_of,
    country,
    country_named,
    is_known_to_lie_in,
    place_kind,
)
from knowledge.language.wholes import stands_in, starts
from knowledge.questions.candidates import Candidate
from knowledge.questions.options.profiles import profile_of
from knowledge.questions.rules.shown import (
    BLANK,
    VALUES,
    beside_the_key,
    names,
    sentence,
    without_brackets,
    years,
)
from knowledge.questions.surroundings import Surroundings

_ROW_BEHIND = re.compile(
    rf"{BLANK} (?:[a-z-]+ )*[a-z-]+s[:,] (?P<row>[A-Z][\w’' -]*(?:, [A-Z][\w’' -]*)*,? and [A-Z])"
)
_BETWEEN = re.compile(r",? and |, ")
_LIES_IN = re.compile(
    r"\bis (?:an?|the) [^.]*\b(?:city|town|village|port|resort|island|region|province|suburb)\b"
    rf"[^.]*\b(?:in|of|on) [^.]*{BLANK}"
)
_SAID_IN_ANY_QUESTION = frozenset(
    {"about", "almost", "more", "than", "year", "years", "days", "hours"}
)
_SHORTEST_ROOT = 5
_ROOT_SHARE = 3 / 5
_FEWEST_INITIALS = 3
_KNOWN = frozenset({"United States", "United Kingdom"})
_FEWEST_LIKE_THE_KEY = 2
_WORDS_OF_A_DESCRIPTION = 5
_WHERE = re.compile(r"(?:Where|In which (?:city|country|state|province|region)) ")
_IN_IT = re.compile(r"([A-Z][\w-]+),? in $")
_COINED = re.compile(r"(?:ia|ea|ium|ite|ii|iana|ella)s?\b")
_WHERE_NEAR = re.compile(
    r"^Where .* (?:born|buried|die|lie) (?:near|outside|(?:north|south|east|west) of) [A-Z][^,]*$"
)
_WHICH_BODY = re.compile(
    r"(?:(?:At|By|For|From|In|Of|To) which|Which)"
    r" (academy|assembly|college|commission|committee|congress|council|foundation|institute"
    r"|institution|school|society|treaty|board|agency|association|federation|union)\b"
)
_WORLD_WAR = re.compile(r"(?:the )?(?:First|Second) World War|World War (?:One|Two|II?)")


def stem_gives_the_answer(candidate: Candidate, _: Surroundings) -> bool:
    """A content word of the answer, or a word made from it, stands in the stem."""
    words = _content(candidate.stem) & _content(candidate.answer)
    asked = _content(candidate.answer_kind.removeprefix("which "))
    return bool(words - _SAID_IN_ANY_QUESTION - asked) or _is_derived(candidate, candidate.stem)


def title_gives_the_answer(candidate: Candidate, _: Surroundings) -> bool:
    """The title is shown with the question, and says it."""
    title, answer = candidate.title, candidate.answer
    is_made_from = _is_derived(candidate, title) or _is_rooted(title, answer)
    return shares_a_word(title, answer) or is_made_from


def list_of_its_keeper(candidate: Candidate, _: Surroundings) -> bool:
    """UNESCO keeps the World Heritage List, and of the heritage of humanity nobody else does."""
    pair = {candidate.answer.removeprefix("the "), *names(sentence(candidate))}
    is_of_unesco = candidate.answer == "UNESCO" and "heritage" in candidate.stem.lower()
    return is_of_unesco or (
        candidate.answer.startswith("World Heritage") and not pair.isdisjoint({"UNESCO", "Unesco"})
    )


def row_tells_the_number(candidate: Candidate, _: Surroundings) -> bool:
    """Whoever reads "_____ villages: Moss, Vik and Ulm" counts them."""
    row = _ROW_BEHIND.search(sentence(candidate))
    told = cardinal(candidate.answer) if row else None
    return row is not None and told == len(_BETWEEN.findall(row["row"])) + 1


def country_of_a_place_named(candidate: Candidate, _: Surroundings) -> bool:
    """Who reads of its capital, or of one of its states, need not be asked for the country.

    Who reads of Palermo need not be asked for Sicily either.
    """
    if "capital" in candidate.stem:
        return False
    shown = _places_shown(candidate)
    by_state = candidate.answer == "United States" and any(
        place_kind(name) == "state" for name in shown
    )
    schools = (name.split() for name in shown)
    first = {words[0] for words in schools if words[-1:] == ["University"]}
    return by_state or any(
        capital_of(name) == candidate.answer or is_known_to_lie_in(name, candidate.answer)
        for name in {*shown, *first}
    )


def where_the_subject_lies(candidate: Candidate, _: Surroundings) -> bool:
    """In which country the town lies that the article is about, a map tells and no reading."""
    is_country = candidate.answer_kind == "country" and candidate.form == "gap"
    return is_country and _LIES_IN.search(sentence(candidate)) is not None


def beside_what_it_lies_in(candidate: Candidate, _: Surroundings) -> bool:
    """In "Where was Holm born near Oslo?", the place is said already, as well as can be.

    So it is where the source says "to Karlsruhe in Germany" and the stem names Karlsruhe.
    """
    if _WHERE_NEAR.search(candidate.stem) is not None:
        return True
    if _WHERE.match(candidate.stem) is None:
        return False
    named = (_IN_IT.search(before) for before, _ in beside_the_key(candidate))
    return any(found[1] in candidate.stem for found in named if found is not None)


def nationality_that_only_the_key_has(candidate: Candidate, around: Surroundings) -> bool:
    """In "Soviet General Secretary _____", hardly anybody else who is offered is Soviet."""
    before = sentence(candidate).partition(BLANK)[0].split()[-_WORDS_OF_A_DESCRIPTION:]
    people = next((DEMONYMS[word] for word in before if word in DEMONYMS), None)
    if people is None or candidate.answer_kind != "person" or not candidate.distractors:
        return False
    profiles = (profile_of(option, around.people) for option in candidate.distractors)
    return sum(people in profile.nations for profile in profiles) < _FEWEST_LIKE_THE_KEY


def wrong_option_in_the_question(candidate: Candidate, _: Surroundings) -> bool:
    """What the stem says already is no option: it is crossed out at once."""
    shown = sentence(candidate)
    if candidate.answer_kind in VALUES:
        wrong = {option for option in candidate.distractors if option.isdecimal()}
        return bool(wrong & set(re.findall(r"\d+", shown)))
    countries = {country(word) for word in re.findall(r"[A-Z][\w.]+(?: [A-Z]\w+)?", shown)}
    return any(
        stands_in(option, shown) or country_named(option) in countries - {None}
        for option in candidate.distractors
    )


def article_tells_the_key(candidate: Candidate, _: Surroundings) -> bool:
    """An "an" or a "the" before the blank crosses out what cannot follow it.

    Few countries take "the": one that is only the scene ("in the _____") goes without reading.
    """
    found = re.search(rf"\b(?:(in|into|across|of) )?([Aa]n?|[Tt]he) {BLANK}", candidate.stem)
    article = found[2].lower() if found else ""
    if found and article == "the":
        land = country_named(candidate.answer)
        return land is not None and (
            bool(candidate.distractors) or (bool(found[1]) and land in _KNOWN)
        )
    return bool(article) and any(
        (option[0].lower() in "aeiou") != (article == "an") for option in candidate.distractors
    )


def title_is_another_name_of_the_key(candidate: Candidate, around: Surroundings) -> bool:
    """The person asked for is the article's own, under a stage name, a short or a full one."""
    if candidate.answer_kind != "person":
        return False
    topic = without_brackets(candidate.title)
    citation = candidate.fact.citations[0]
    is_first = (
        not around.elsewhere.before(citation.article, citation.start).partition("\n")[2].strip()
    )
    begins = citation.quote.startswith(candidate.answer.split()[0])
    is_introduced = is_first and begins and " " in name_in(candidate.title)
    return is_introduced or topic in around.names.spellings(candidate.answer)


def kind_is_half_the_name(candidate: Candidate, _: Surroundings) -> bool:
    """Behind "Which congress" the Trades Union Congress has half its name already."""
    asked = _WHICH_BODY.match(candidate.stem)
    return asked is not None and asked[1] in candidate.answer.lower().split()


def world_war_to_be_guessed(candidate: Candidate, _: Surroundings) -> bool:
    """Beside a year everybody guesses which war it was."""
    is_war = candidate.form == "gap" and _WORLD_WAR.fullmatch(candidate.answer) is not None
    return is_war and bool(years(sentence(candidate)))


def shares_a_word(one: str, other: str) -> bool:
    """Whether a word of three letters or more stands in both."""
    return bool(
        set(re.findall(r"\w{3,}", one.lower())) & set(re.findall(r"\w{3,}", other.lower()))
    )


def shares_a_root(one: str, other: str) -> bool:
    """Whether words of both begin alike: "endosymbiosis" in "The Endosymbiotic Theory"."""
    pairs = product(re.findall(r"\w{4,}", one), re.findall(r"\w{4,}", other))
    return any(_share_a_root(a, b) for a, b in pairs)


def _content(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", text.lower()))


def _is_derived(candidate: Candidate, shown: str) -> bool:
    """Whether a word shown names the key's people, abbreviates it or has its root."""
    if candidate.answer_kind in VALUES or candidate.fact.kind == "abbreviation":
        return False
    words = re.findall(r"[A-Z]\w+", shown)
    answer = re.findall(r"[A-Z]\w+", candidate.answer)
    lands = {country(candidate.answer)} - {None}
    if lands & {country(word) for word in words}:
        return True
    initials = "".join(word[0] for word in answer)
    if len(initials) >= _FEWEST_INITIALS and initials in words:
        return True
    abbreviated = "".join(word[0] for word in words)
    if candidate.answer.isupper() and candidate.answer in abbreviated:
        return True
    if candidate.answer_kind == "person" and _names_a_thing(candidate.answer, shown):
        return True
    return any(_share_a_root(one, other) for one, other in product(words, answer))


def _is_rooted(title: str, answer: str) -> bool:
    """Whether a name of the answer opens a word of the title: Luther in "Lutheranism"."""
    words = re.findall(r"[A-Z]\w+", title)
    named = [name for name in re.findall(r"[A-Z]\w+", answer) if len(name) >= _SHORTEST_ROOT]
    is_plural = any(f"{word}s" == answer for word in words)
    return is_plural or any(word.startswith(name) for word, name in product(words, named))


def _names_a_thing(person: str, shown: str) -> bool:
    """Whether a thing bears the person's name, as plants and stones do: "macadamia" of Macadam."""
    family = person.rsplit(maxsplit=1)[-1].lower()
    begun = (at + len(family) for at in starts(family, shown))
    is_coined = any(_COINED.match(shown, behind) is not None for behind in begun)
    return is_coined and len(family) >= _SHORTEST_ROOT


def _share_a_root(one: str, other: str) -> bool:
    pairs = zip(one.lower(), other.lower(), strict=False)
    same = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    return same >= max(_SHORTEST_ROOT, _ROOT_SHARE * max(len(one), len(other)))


def _places_shown(candidate: Candidate) -> list[str]:
    found = [*names(sentence(candidate)), *names(candidate.title)]
    return [part for name in found for part in re.split(r" and |, ", name.rstrip(".,?"))]
