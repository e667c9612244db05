"""What a sentence explains in passing: "cells called X form bone", "X, the process by …".

Also laws and theories, by what they state. Requires the description whole beside the term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.kinds import meanings
from knowledge.facts.reading.descriptions import cut, describes, head, is_whole, segments
from knowledge.facts.reading.marked import Marked
from knowledge.facts.reading.terms import Reading, Term
from knowledge.facts.reading.wordings import CALLED, TERM, WORD
from knowledge.facts.statements import Statement

_DOES = re.compile(
    rf"^(?P<noun>(?:[Tt]he |[Aa]n? )?(?:[\w-]+ ){{0,3}}[\w-]+),?"
    rf" (?:which (?:is|are) |or )?{CALLED} (?:the |an? )?{TERM},? (?P<does>[a-z]+) (?P<rest>.+)$"
)
_GLOSSED = re.compile(
    rf"(?P<said>[^,;:()—]+?)(?:, | \()?{CALLED} (?:the |an? )?[“\"]?{TERM}[”\"]?"
    r"(?=[,.;)]|$| (?:and|that|which)\b)"
)
_NAMES = re.compile(r"\b(?:called|known|termed|referred)\b")
_SETS_BESIDE = re.compile(r"(?:,|—) ?(?:the|an?) [^,;:—()]+ (?:which|that|of) ")
_PHRASE = re.compile(
    r"(?:^|\b(?:of|in|into|with|by|has|have|contains?|forms?|forming|through|as|is|are) )"
    r"((?:(?:an?|the) )?(?:[a-z-]+ ){0,3}?[a-z-]+"
    r"(?: (?:of|in|on|between) (?:(?:an?|the) )?(?:[a-z-]+ ){0,2}[a-z-]+){1,2})$"
)
"""A noun phrase at the end of a text, with at least one phrase hanging on its noun."""
_HOLDS_ANOTHER = re.compile(
    r"\b(?:in|by|during) an? [\w ]*(?:process|method|procedure|technique|state|way)$"
)
"""Of "the tree in a controlled process called X" the nearer noun is what X means."""
_OF_MANY = re.compile(r"s of (?:[\w-]+ )*[\w-]*[^\Wus]s$")
"""So it is of "the shells of tiny creatures called X"."""
_CALLED_ONE = re.compile(r"\ban? [“\"]?[\w -]+$")
_APPOSITION = re.compile(
    rf"(?P<term>{WORD}(?: {WORD}){{0,2}})(?:, |—| — )(?P<said>(?:the|an?) [^,;:—()]+?"
    r" (?:by|in|at|through|during|on) which [^,;:—()]+|(?:the|an?) [^,;:—()]+? (?:that|of)"
    r" [^,;:—()]+)(?=[,.;—]|$)"
)
_FRONTED = re.compile(
    r"(?:As|During|In|At|For|On|By|With|Like|Unlike|Under|After|Before|Following"
    r"|Since|Until|From|To|Without|Within|Among|Despite)\b"
)
_OF_WHICH = re.compile(r"the \w+ of which\b")
_LISTED = re.compile(
    r"(?:, (?:the |an? )(?:[\w-]+ ){0,2}[\w-]+(?:, (?:[\w-]+ ){0,3}[\w-]+){0,4}"
    r"|, (?:[\w-]+ ){0,3}[\w-]+),? (?:and|or) |, (?:and|or) "
)
"""More of a list, of which only the first would be said."""
_STATES = re.compile(
    rf"(?:^|, )(?:[Tt]he )?(?P<name>(?!(?:The|This|That|His|Her|One)\b){WORD}(?: {WORD}){{0,4}}?"
    r" (?P<noun>law|theory|principle|theorem|hypothesis|rule|doctrine|model)"
    rf"(?: of {WORD}(?: {WORD})?)?),?(?: [^.]{{0,60}},)? (?:states|holds|says) that"
    r" (?P<said>[^;:]+)$"
)
_POINTS = re.compile(r"\b(?:this|these|those|such|he|she|it|they)\b")
_VERBS = frozenset({"VBZ", "VBP", "VBD", "VB"})


def statements(marked: Marked, reading: Reading, text: str) -> Iterator[Statement]:
    """The terms that the text explains while it speaks of something else."""
    for segment in segments(text, reading):
        if match := _DOES.match(segment):
            yield from _doer(marked, reading, match)
        elif match := _STATES.search(segment):
            yield from _law(marked, match)
    if _NAMES.search(text):  # far quicker than to look for the phrase before it everywhere
        for match in _GLOSSED.finditer(text):
            yield from _glossed(marked, reading, match)
    for match in _APPOSITION.finditer(text) if _SETS_BESIDE.search(text) else ():
        commas = text[: match.start("term")].count(",")
        is_fronted = _FRONTED.match(text) is not None and not commas
        ends_a_list = commas > 1 or (commas == 1 and " and " in match["said"])
        is_listed = ends_a_list or _LISTED.match(text[match.end() :]) is not None
        if not is_fronted and not is_listed:
            yield from _apposition(marked, reading, match)


def _doer(marked: Marked, reading: Reading, match: re.Match[str]) -> Iterator[Statement]:
    """``Cells called osteoblasts form new bone``: it is asked which cells do."""
    term, noun = reading.term(match["term"]), match["noun"]
    noun = meanings.bare(noun[0].lower() + noun[1:])
    is_noun = bool(reading.tags(noun.split()[-1]) & {"NN", "NNS"})
    said = f"{noun} {match['does']} {cut(match['rest'])}"
    if term is None or term.is_name:
        return
    if is_noun and reading.tags(match["does"]) & _VERBS and describes(said, term):
        yield meanings.statement(marked, term, f"Which {said}?", said)


def _law(marked: Marked, match: re.Match[str]) -> Iterator[Statement]:
    name, said, noun = match["name"], match["said"], match["noun"]
    words = {word.lower() for word in re.findall(r"\w{4,}", name)}
    repeats = words & {word.lower() for word in re.findall(r"\w{4,}", said)}
    if not repeats and not _POINTS.search(said):
        question = f"Which {noun} states that {said}?"
        term = Term(name, is_name=True, is_plural=False)
        yield meanings.statement(marked, term, question, noun)


def _glossed(marked: Marked, reading: Reading, match: re.Match[str]) -> Iterator[Statement]:
    """``rapid movements of the eye called saccades``: the noun phrase before the participle."""
    term, found = reading.term(match["term"]), _PHRASE.search(match["said"].rstrip(" ,("))
    if term is None or found is None or reading.has_finite_verb(found[1]):
        return
    said, allowed = found[1], {"NN", "NNS"}
    if meanings.bare(said) == said:
        allowed = {"NNS"}
    is_noun = bool(reading.tags(meanings.noun(said).split()[-1]) & allowed)
    if match["said"][: -len(said)].endswith("one of "):
        return
    is_one = _CALLED_ONE.search(match[0]) is not None
    is_nearer = _HOLDS_ANOTHER.search(said) or (_OF_MANY.search(said) and not is_one)
    if is_noun and not is_nearer and describes(said, term):
        yield meanings.statement(marked, term, meanings.asked(said, term), said)


def _apposition(marked: Marked, reading: Reading, match: re.Match[str]) -> Iterator[Statement]:
    """``photosynthesis, the process by which …``: the longest term before the comma."""
    words = match["term"].split()
    written = (" ".join(words[place:]) for place in range(len(words)))
    terms = filter(None, map(reading.term, written))
    # of "performances of morna, a song form" the last noun is meant, not the many
    term = next((t for t in terms if "NNS" not in reading.tags(t.text.split()[0])), None)
    said = match["said"]
    if said != cut(said) or not is_whole(said, reading) or _OF_WHICH.match(said):
        return
    if term is None or term.is_name or term.is_plural or reading.has_finite_verb(head(said)):
        return
    if describes(said, term):
        yield meanings.statement(marked, term, meanings.asked(said, term), said)
