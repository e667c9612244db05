"""Whether a description means one term alone, so that only that term can be the answer.

"The …" claims as much by itself; behind "a …" the words must tell enough that fits nothing else.
"""

from __future__ import annotations

import re

from knowledge.facts.reading.words import words
from knowledge.language.gazetteers import NATIONS_AND_PEOPLES
from knowledge.language.wholes import beside, stands_in
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import beside_the_key, quotes
from knowledge.questions.surroundings import Surroundings

_DESCRIPTION = re.compile(
    r"^What (?:is|are|was|were|do [\w ]+? call)(?: the term for)? (?P<said>.*?)"
    r"(?: called| known as)?\?$"
)
_DEFINITE = re.compile(r"(?:the|[\w’'-]+['’]s) (?!(?:number|use|study|state|way)\b)")
_COLLECTIVE = re.compile(
    r"(?:the |an? |any |some )?(?:[\w-]+ )?(?:mixtures?|series|types?|kinds?|groups?|sets?"
    r"|collections?|variet(?:y|ies)|class(?:es)?|form|forms|piece|pair|combinations?|class|section"
    r"|region|area|structures?|materials?|substances?|objects?|persons?|people|individuals?"
    r"|devices?|instruments?|methods?|techniques?|approach|diseases?|conditions?|molecules?)\b"
)
_PLURAL = re.compile(r"(?:the |some |two )?(?:[\w-]+ ){0,2}?([\w-]+s)(?= (?:in|of|on|from|at)\b)")
_POINTING = frozenset(
    {"the", "this", "that", "these", "those", "each", "every", "any", "no", "some", "another"}
    | {"its", "his", "her", "their", "whatever", "further", "first", "second"}
)
_CALLED_THE = re.compile(r"\b(?:called|known as|termed|referred to as) the $")
_BARE = re.compile(
    r"\bthe (?!(?:two|three|four|whole|entire|same|first|last|next|other)\b)"
    r"(?:(?!(?:of|that|which|in|on|by|to|from|with|for)\b)[a-z-]+ ){0,2}?(?P<noun>[a-z-]+)"
    r"(?=$|[,?]| (?:is|are|was|were|has|have|had|can|may|and(?! [a-z]+ of\b)|or|as|than|because|do"
    r"|does)\b)"
    r"|\bthe (?:two|three|four) (?=[a-z]+ together\b)"
    r"|\bthe (?:two|three|four|same|first|last|other|next)(?=$|[,?]| (?:is|are|was|were)\b)"
)
"""A definite noun that nothing behind it explains."""
_KNOWN_TO_ALL = words("known to all")
_FEWEST_WORDS = 8
_OF_ITS_BEGINNING = 12
"""So many letters of a description tell that it stands there."""
_FEWEST_EXACT = 3
_FEWEST_OF_ANY = 12
"""Words behind "a" that tell one thing from all others: "a disease of growing children in …"."""
_NO_NOUN = re.compile(
    r"(?:a|an|of|in|to|with|by|is|are|was|were|on|from|for|and|or|into|through|as|against|under"
    r"|between|than|like|such|about|include|mean|form|have|be|but|that|which|known|the|term|terms"
    r"|while|whereas|when|where|if|so|because|then)"
    r"|\w+(?:s|ed|ing|ly)"
)
"""What stands before a term that is whole; "import" is a part of "import substitution"."""
_BESIDE_ANOTHER = frozenset(
    {"different", "other", "another", "same", "similar", "related", "smaller", "larger", "newer"}
    | {"older", "earlier"}
)
_OF_A_NAME = re.compile(
    r"\b(?:of|in|for|to) (?:the )?(?:[a-z]+ )?(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
)
_NAMED = re.compile(
    r"^(?:the|an?) (?!(?:Earth|Sun|Moon)\b)(?P<name>[A-Z][\w]+(?: [A-Z]\w+)*)(?!-)"
)
_ALWAYS_NAMED = frozenset(
    {"brand", "trademark", "island", "peninsula", "town", "city", "village", "mountain"}
)
"""What such a noun says, has a name, though its article may write it small: "tabasco"."""
_NAME_BESIDE = re.compile(r", | (?:\([^()]*\) )?(?:is|was) an? ")
_ANOTHER_NAMED = re.compile(r", (?P<name>[A-Z]\w+) (?:for|the|an?|of|is|was)\b")
_MOST_OF_ALL = re.compile(r"the (?:most|least|\w{3,}est) (?:\w+ )?(?:in|for|at|to)\b")
"""The most effective what, is not told."""
_NOTHING_TOLD = re.compile(r"the (?:(?!of\b)[\w-]+ ?){1,3}(?: ?(?:that|which|who) [\w-]+)?")
"""The account "that results" may be any."""
_LONG, _FEWEST_LONG = 6, 2
"""Letters, and words of so many, without which not even "the …" means one thing."""
_EXACT = 7
"""Letters of a word that is seldom one of every day."""


def description_fits_others(candidate: Candidate, _: Surroundings) -> bool:
    """Behind "a", few words or an empty noun describe many things: "a mixture of …"."""
    said = _said(candidate)
    if not said:
        return False
    if _MOST_OF_ALL.match(said):
        return True
    if _asks_what_it_is_called(candidate):  # who says so, mostly tells enough
        return _NOTHING_TOLD.fullmatch(said) is not None
    if _DEFINITE.match(said):
        is_vague = sum(len(word) >= _LONG for word in re.findall(r"[\w’'-]+", said)) < _FEWEST_LONG
        return is_vague or (_COLLECTIVE.match(said) is not None and _is_thin(said))
    return len(said.split()) < _FEWEST_OF_ANY or _is_thin(said)


def asked_by_what_it_does(candidate: Candidate, _: Surroundings) -> bool:
    """In "Which lizards offer an opportunity to find out?", what the term means is not said."""
    return candidate.fact.kind == "meaning" and candidate.stem.startswith("Which ")


def term_told_before(candidate: Candidate, _: Surroundings) -> bool:
    """Behind "the" stands what was told of already: "the capsule is a silver cylinder".

    What the whole article is about has an article as well: "the theremin is an instrument".
    """
    if candidate.fact.kind != "meaning" or _asks_what_it_is_called(candidate):
        return False
    citation, term = candidate.fact.citations[0], candidate.answer.lower()
    told = (before for before, _ in beside(term, citation.quote.lower()))
    behind_the = any(
        _POINTING.intersection(before.split()[-1:]) and not _CALLED_THE.search(before)
        for before in told
    )
    return behind_the and not stands_in(term, citation.title.lower())


def term_set_beside(candidate: Candidate, _: Surroundings) -> bool:
    """In "a flash, a long roll of thunder", what stands beside a noun is as often another thing.

    What is said to be called so, or to be so, is told of it alone.
    """
    said, name = _said(candidate)[:_OF_ITS_BEGINNING], re.escape(candidate.answer)
    if not said:
        return False
    beside = re.compile(rf"\b{name},? ?[,—(] ?(?=(?:the|an?) )", re.IGNORECASE)
    found = ((quote, each.end()) for quote in quotes(candidate) for each in beside.finditer(quote))
    return any(quote.startswith(said, end) for quote, end in found)


def half_of_a_term(candidate: Candidate, _: Surroundings) -> bool:
    """Of "import substitution, the building up of …", only "substitution" was taken."""
    if candidate.fact.kind != "meaning":
        return False
    last = (word for before, _ in beside_the_key(candidate) for word in before.split()[-1:])
    nouns = (word for word in last if word.isalpha() and word.islower())
    return any(_NO_NOUN.fullmatch(word) is None for word in nouns)


def named_and_no_term(candidate: Candidate, around: Surroundings) -> bool:
    """What its article writes with a capital inside its sentences is a name: "Platanista".

    So are many words of which it writes a small form there too: "a comet", "Comet Halley"; who
    is set beside his description at a sentence's beginning: "Eurocontrol, the body that …"; and
    what is one of something and never has an article: "Chahkooh is a canyon".
    """
    if candidate.fact.kind != "meaning":
        return False
    term, citation, said = candidate.answer, candidate.fact.citations[0], around.elsewhere
    name = f"{term[:1].upper()}{term[1:]}"
    is_a_name = any(said.holds_inside(citation.article, each) for each in (name, f"({name}"))
    is_topic = stands_in(term, citation.title.lower())
    opens = any(_NAME_BESIDE.match(q.removeprefix(name)) for q in quotes(candidate))
    is_a_name |= opens and not is_topic
    is_named = candidate.fact.arguments.get("noun") in _ALWAYS_NAMED
    return is_named or (is_a_name and not said.holds_inside(citation.article, term))


def one_of_several_and_no_term(candidate: Candidate, _: Surroundings) -> bool:
    """A "different method" is one beside another that was told of, not what methods are called."""
    opens = candidate.answer.partition(" ")[0]
    return candidate.fact.kind == "meaning" and opens in _BESIDE_ANOTHER


def one_thing_named_by_another(candidate: Candidate, _: Surroundings) -> bool:
    """The emblem of Finland and the bird of Wiltshire are things, of which nobody asks the term.

    Whose idea a term was, may be told: "the tendency that Leon Festinger described".
    """
    said = _said(candidate)
    forms = (_OF_A_NAME, _NAMED, _ANOTHER_NAMED)
    names = [found["name"] for form in forms for found in form.finditer(said)]
    return any(name not in NATIONS_AND_PEOPLES and not name.isupper() for name in names)


def thing_of_the_text(candidate: Candidate, _: Surroundings) -> bool:
    """Which maze "the maze" is, a description does not say; which body "the body" is, it need not.

    What "of", a clause or the description itself has told is told.
    """
    said = _said(candidate)
    told = ((found["noun"], said[: found.start()]) for found in _BARE.finditer(said))
    return any(
        noun is None or (noun not in _KNOWN_TO_ALL and not stands_in(noun, before))
        for noun, before in told
    )


def term_of_a_whole_row(candidate: Candidate, _: Surroundings) -> bool:
    """In "chromosomes in one gamete, called an oocyte", the last noun is meant, not the first.

    A plural is described, and the source writes an article before a single term.
    """
    said = _said(candidate)
    nouns = _PLURAL.match(said)
    if nouns is None or nouns[1].endswith(("ss", "us", "is")):
        return False
    term = re.escape(candidate.answer)
    is_single = any(
        re.search(rf"(?:\b(?:called|known as|termed) |\()an? {term}\b", quote)
        for quote in quotes(candidate)
    )
    return is_single and not candidate.answer.endswith("s")


def _asks_what_it_is_called(candidate: Candidate) -> bool:
    return candidate.stem.endswith(" called?") or candidate.stem.startswith("What do ")


def _said(candidate: Candidate) -> str:
    if candidate.fact.kind != "meaning":
        return ""
    found = _DESCRIPTION.match(candidate.stem)
    return found["said"] if found else ""


def _is_thin(said: str) -> bool:
    each = re.findall(r"[\w’'-]+", said)
    exact = {word for word in each[1:] if len(word) >= _EXACT or word[0].isupper()}
    return len(each) < _FEWEST_WORDS or len(exact) < _FEWEST_EXACT
