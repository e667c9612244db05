"""Whether the library believes what the question takes for true, and whom its names mean."""

from __future__ import annotations

import re

from knowledge.facts.reading.titles import name_in
from knowledge.language.dates import MONTHS
from knowledge.language.gazetteers import GIVEN_NAMES, TITLES
from knowledge.language.kinds import sex_of
from knowledge.language.places import place_kind
from knowledge.language.wholes import beside, stands_in
from knowledge.models import Citation
from knowledge.questions.candidates import CLAUSAL, Candidate
from knowledge.questions.rules.shown import (
    VALUES,
    names,
    quotes,
    sentence,
    without_brackets,
    without_genitive,
)
from knowledge.questions.surroundings import Surroundings

_RISES_TO = re.compile(
    r"\b(?:promoted|appointed|elected|named|rose|risen)(?: (?:to|as))?(?: the)? "
    r"((?:prime |foreign )?(?:minister|chancellor|president|premier|secretary|director|governor))"
)
_FORMS = r"Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Professor|President|Senator|General"
"""What stands before a family name alone."""
_PLACES = frozenset({"city", "state", "country", "region", "area", "place"})
_WHO_WAS_BUILT = re.compile(
    r"^Who (?:was|were) (?:founded|built|opened|published|completed|constructed|inaugurated)\b"
    r"|^Who (?:is|was) (?:an?|the) (?:[a-z-]+ ){0,2}(?:painting|novel|film|book|poem|song|play"
    r"|opera|building|bridge|company|ship|newspaper|park|town|city|village|island|river|lake"
    r"|mountain|peak|castle|church|cathedral|university|school|airport|station|harbour|port)"
    r"(?=[?,]|$| (?:of|in|on|at|near|by|for|from|that|which|where|to)\b)"
)
_PHRASE_ENDS = r"(?=[.;,]|$| (?:and|but|by|with)\b)"
_TWO_YEARS = re.compile(
    r"\b(\d{4})(?=(?:/| or )(\d{1,4})\b)"
    rf"|\bin (\d{{4}})(?= and (?:again )?(?:in )?(\d{{4}}){_PHRASE_ENDS})"
)
_FIRM = (
    r"(?:company|firm|publishing house|manufacturer|shipyard|brewery)"
    r"(?=[,.;]| (?:in|of|that|which|based)\b)"
)
_MOVED = re.compile(
    r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he)|['’]s?) (?:remains|bones|ashes)(?: of [^,.;]*?)?"
    r" (?:was|were|had been) [^.;]*?\b(?:transferred|moved|brought|taken|returned|reburied"
    r"|reinterred|repatriated)\b(?P<where>[^.;]*)"
)
_IN_A_PLACE = ("in", "In", "at", "near")
_FEWEST_WORDS_OF_A_NAME = 2
_OFTEN_CALLED = 3
"""So often a life calls somebody by the given name: it is what it calls her."""

_HEIR = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[A-Z]\w+['’]s) (?:(?:eldest|elder|younger|only) )?"
    r"(?:son|daughter|brother|sister|widow|nephew|grandson) [A-Z]\w+\b(?! [A-Z])"
)


def contradicted_by_other_sources(candidate: Candidate, _: Surroundings) -> bool:
    """The library disbelieves the fact, or cannot decide."""
    return bool(candidate.fact.conflicts) and candidate.fact.confidence < 1 / 2


def evidence_contradicted(candidate: Candidate, around: Surroundings) -> bool:
    """A sentence that says something the library disbelieves is no evidence for anything."""
    said_in = {(c.article, c.start) for c in candidate.fact.citations}
    return said_in <= around.disbelieved and not candidate.fact.conflicts


def misspelt_name(candidate: Candidate, around: Surroundings) -> bool:
    """A name that one source misspells is accepted as an answer, never shown."""
    shown = (candidate.stem, candidate.answer)
    return any(
        alias in text
        for alias, name in around.names.aliases.items()
        for text in shown
        if not set(alias.split()) >= set(name.split())
        and not set(alias.split()) <= set(name.split())
    )


def short_form_of_somebody_else(candidate: Candidate, around: Surroundings) -> bool:
    """In an article about one person, "she" or a family name was taken for another's."""
    if candidate.answer_kind != "person":
        return False
    main, (given, *rest) = candidate.fact.citations[0], candidate.answer.split()
    topic = without_brackets(main.title)
    if not rest or given in main.quote or _are_one(topic, candidate.answer):
        return False
    if topic.split()[-1:] == rest[-1:]:
        return given not in topic
    subjects = {person for person in around.persons if _are_one(topic, person)}
    is_own = any(_are_one(candidate.answer, subject) for subject in subjects)
    return bool(subjects) and not is_own and (rest[-1] in topic or rest[-1] not in main.quote)


def town_of_the_same_name(candidate: Candidate, around: Surroundings) -> bool:
    """Where the article says "in Kojima", the Kojima that made jeans is no Kojima Torajiro."""
    said = " ".join(quotes(candidate))
    if candidate.answer_kind != "person" or candidate.answer in said:
        return False
    main = candidate.fact.citations[0].article
    alone = (word for word in candidate.answer.split() if stands_in(word, said))
    return any(
        around.names.votes.get(word, place_kind(word)) in _PLACES
        and any(around.elsewhere.count(main, f"{place} {word}") for place in _IN_A_PLACE)
        for word in alone
    )


def firm_of_the_same_name(candidate: Candidate, around: Surroundings) -> bool:
    """Where "Holm, a Danish firm," or a Holm that nobody else is prints books, it is no person.

    Nor is it where the article names Holm Motor Company, and its sentence nobody but "Holm".
    """
    if candidate.answer_kind != "person" or any(candidate.answer in q for q in quotes(candidate)):
        return False
    family = candidate.answer.split()[-1]
    forms = [rf"\b{re.escape(family)}, (?:an?|the) (?:[\w-]+ ){{0,3}}{_FIRM}"]
    if candidate.stem.startswith("Who published "):
        forms.append(rf"\bby {re.escape(family)}\b(?!,? who\b)")
    if any(re.search(form, quote) for form in forms for quote in quotes(candidate)):
        return True
    main = candidate.fact.citations[0]
    is_own = _are_one(without_brackets(main.title), candidate.answer)
    return not is_own and around.elsewhere.bears_the_name(main.article, family)


def grave_left_again(candidate: Candidate, around: Surroundings) -> bool:
    """Whose remains were taken elsewhere is not buried where the sentence says."""
    if candidate.fact.kind != "grave":
        return False
    main = candidate.fact.citations[0]
    later = [o.text for o in around.elsewhere.others(candidate.fact) if o.start > main.start]
    moves = (_MOVED.search(t) for t in (main.quote.partition(candidate.answer)[2], *later))
    return any(move is not None and candidate.answer not in move["where"] for move in moves)


def one_person_twice(candidate: Candidate, around: Surroundings) -> bool:
    """In "did Bird obtain Nancy Bird Walton's licence", one woman was taken for two."""
    shown = {without_genitive(name) for name in names(sentence(candidate))}
    whole = [name for name in shown if " " in name and name in around.persons]
    alone = {name for name in shown if " " not in name and place_kind(name) is None} - {*MONTHS}
    for name in whole:
        bearers = {p for word in alone & {*name.split()} for p in around.persons if word in p}
        if bearers == {name}:
            return True
    return False


def nobody_is_built(candidate: Candidate, _: Surroundings) -> bool:
    """In "Who was founded in 1872?", a town was taken for the man it bears the name of."""
    return candidate.answer_kind == "person" and _WHO_WAS_BUILT.search(candidate.stem) is not None


def key_not_in_its_article(candidate: Candidate, around: Surroundings) -> bool:
    """The full name was taken from another article, where it may mean somebody else."""
    if candidate.answer_kind in VALUES or candidate.fact.kind not in CLAUSAL:
        return False
    articles = {citation.article for citation in candidate.fact.citations}
    written = candidate.answer.removeprefix("the ")  # "the 1890s" may be "the late 1890s"
    return not any(around.elsewhere.holds(article, written) for article in articles)


def one_of_two_bearers(candidate: Candidate, around: Surroundings) -> bool:
    """Where the article has two Smiths, or names this one later only, "Mr Smith" is nobody's."""
    if candidate.fact.kind not in CLAUSAL | {"birth", "death"}:
        return False
    return any(
        _is_doubtful(name, citation, around)
        for name in _persons_shown(candidate, around)
        for citation in candidate.fact.citations
    )


def surname_of_another_too(candidate: Candidate, around: Surroundings) -> bool:
    """Where the life of Ida Holm calls her "Ida", a lone "Holm" may be her husband.

    A man's name is mostly his own.
    """
    citation = candidate.fact.citations[0]
    own = name_in(citation.title).split()
    if len(own) < _FEWEST_WORDS_OF_A_NAME or not _is_bare(own[-1], sentence(candidate)):
        return False
    others = around.elsewhere.bearers(citation.article, own[-1]) - {*own} - TITLES
    is_called = around.elsewhere.count(citation.article, own[0]) >= _OFTEN_CALLED
    is_a_man = sex_of(own[0]) == "m"
    return is_called and not is_a_man and any(other.isalpha() for other in others)


def heir_of_the_same_name(candidate: Candidate, around: Surroundings) -> bool:
    """Behind "Leo's son Jerry took over", a lone "Seltzer" of the firm may be either."""
    citation = candidate.fact.citations[0]
    if name_in(citation.title) in around.persons:
        return False  # a life is told of whom it is about
    before = around.elsewhere.before(citation.article, citation.start)
    shown = _persons_shown(candidate, around)
    alone = {who for who in shown if not any(who in quote for quote in quotes(candidate))}
    families = {who.rsplit(maxsplit=1)[-1] for who in alone if who.split()[0] in before}
    said = {family for family in families for quote in quotes(candidate) if family in quote}
    return bool(said) and _HEIR.search(before) is not None


def _is_bare(family: str, said: str) -> bool:
    """Whether no other word of a name stands before the family name."""
    words = (before.rstrip(" “").split()[-1:] for before, _ in beside(family, said))
    return any(not word or word[0].strip("“")[:1].islower() for word in words)


def _persons_shown(candidate: Candidate, around: Surroundings) -> set[str]:
    """The full names of persons in the stem, and in the answer."""
    shown = {name for name in names(sentence(candidate)) if name in around.persons}
    if candidate.answer_kind == "person":
        shown.add(candidate.answer)
    return {name for name in shown if " " in name}


def one_of_two_years(candidate: Candidate, _: Surroundings) -> bool:
    """The source is unsure ("in 1368 or 1369"), or it happened twice ("in 1829 and in 1878")."""
    if candidate.answer_kind != "date":
        return False
    year = candidate.answer[-4:]
    pairs = (found.groups() for quote in quotes(candidate) for found in _TWO_YEARS.finditer(quote))
    return any(year in pair for pair in pairs)


def _is_doubtful(name: str, citation: Citation, around: Surroundings) -> bool:
    """Whether a short form in the cited sentence may mean another than the named person."""
    given, *_, family = name.split()
    article, quote = citation.article, citation.quote
    if _are_one(without_brackets(citation.title), name):
        return False
    bearers = around.elsewhere.bearers(article, family) - {*name.split()}
    kin = {person.split()[0] for person in around.family(family)}
    known = {word for word in bearers if word in GIVEN_NAMES or word in kin}
    others = {word for word in known if word[:2] != given[:2]}
    if others and _stands_alone(family, quote):
        return True
    told = around.elsewhere.before(article, citation.end)
    return bool(told) and name not in quote and not stands_in(given, told)


def _stands_alone(family: str, quote: str) -> bool:
    """Whether a family name stands in the sentence without a given one."""
    bare = rf"(?:\b(?:{_FORMS})\.? |(?<![\w.’'”\")-] )|\b[a-z][\w,]* ){re.escape(family)}\b"
    return re.search(bare, quote) is not None


def office_unlike_the_known(candidate: Candidate, around: Surroundings) -> bool:
    """The sentence lets somebody rise to another office than the library knows of."""
    said = sentence(candidate)
    risen = _RISES_TO.search(said)
    if risen is None:
        return False
    words = set(re.findall(r"[A-Z]\w+", said))
    held = [
        fact.arguments["office"].lower()
        for fact in around.facts
        if fact.kind == "office" and fact.confidence > 1 / 2 and words & set(fact.value.split())
    ]
    return bool(held) and not any(risen[1].lower() in office for office in held)


def _are_one(title: str, person: str) -> bool:
    """Whether an article's title names the person; a middle name more or less does not count."""
    words, others = set(title.lower().split()), set(person.lower().split())
    return bool(words) and (words <= others or (others <= words and len(words - others) <= 1))
