"""What may be a description that means one term alone, and the pieces of sentences that hold one.

Reads plain words; what a term may be, ``terms`` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.reading.terms import Reading, Term

_ROOT = 5
_CONTENT = 4
"""Letters of a word that carries meaning of its own."""
_FEWEST_CONTENT_WORDS, _MOST_WORDS = 3, 32
_FEWEST_WORDS_THAT_REPEAT = 7
_POINTS_BACK = re.compile(
    r"\b(?:this|these|those(?! (?:of|in|who|that|which|with)\b)|such|he|she|him|his|her|hers|we"
    r"|our|you|your|I|my|here|there|above|below|following|former|latter|previous|same|so-called"
    r"|aforementioned|figure|table|chapter|section|text|etc|for (?:example|instance)|today|now"
    r"|currently|recently)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:it|its|they|them|their|itself|themselves)\b", re.IGNORECASE)
_PLURALS = frozenset({"they", "them", "their", "themselves"})
_SINGLE = re.compile(r"\b(?:an?|one|each|every) [\w-]+|\bof [a-z]+ as$")
"""What "it" may mean in "the pressure that a liquid exerts on what it holds"."""
_SEVERAL = re.compile(r"\b\w+[^\Wsu]s\b|\b(?:people|men|women|children|and)\b")
_JUDGES = re.compile(
    r"\b(?:important|importance|essential|interesting|useful|good(?! (?:that|or|and|whose)\b)|best"
    r"|better|great|perfect|ideal|popular|crucial|vital|key|critical|fundamental|famous"
    r"|beautiful|fantastic|amazing|dominant"
    r"|preferred|preference|elite|classic|typical|powerful|possible|likely|probably|perhaps|may"
    r"|might|could|would|should|must|if|whether)\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:common|major|main|central|basic|various|several|certain|different|similar|opposite"
    r"|another|other|then|no|not|never|both|many|most of|all|recent|current|new)\b",
    re.IGNORECASE,
)
"""Words that tell nothing exact of the thing itself; in what is said of it they may stand."""
_IN_TWO = re.compile(r", (?:an?|the) (?!.*\b(?:and|or)\b)")
"""A second description behind the first is of what the first speaks of, or the end is cut off."""
_EMPTY_HEAD = re.compile(
    r"^(?:the |an? )?(?:[\w-]+ )?(?:ways?|things?|parts?|ones?|examples?|reasons?|results?"
    r"|factors?|facts?|cases?|problems?|questions?|issues?|challenges?|sources?|matters?"
    r"|goals?|causes?|means|key|answers?|focus|subject|topic|basis|member|form|aspects?"
    r"|functions?|names?|terms?|words?|lot|number of)\b(?! (?:by|in|at|through) which)"
)
_ENDS_VAGUELY = re.compile(
    r"\b(?:of|in|at|by|within|on|from|to|for) the (?:wall|layer|area|group|exhibit|data|film"
    r"|event|room|book|process|tissue|structure|surface|region|list|study|building|museum|company"
    r"|team|band|show|series|program|project|north|south|east|west|side|right|left|material"
    r"|substance|object|sample|model|question|problem|game)$"
)
"""Which wall "the wall" is, the sentences before said."""
_MARKS = re.compile(r"[:;()\[\]“”\"\d%$]|\.\w")
_DOES_MORE = re.compile(
    r" and (?:also )?(?:is|are|has|have|can|was|were|[a-z]+s (?:to|with|in|into|on|from|as))\b"
)
"""What the thing does is no part of what it is: "a weak base and reacts with water"."""
_VERBS = frozenset({"VBZ", "VBP", "VBD", "VB", "MD"})
_FEWEST_OF_A_CLAUSE = 3
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|where|when)\b")
_SEGMENTS = re.compile(r"[;—]|, (?:and|but|while|whereas|although|so|or) | (?:while|whereas) ")
_LEAD = re.compile(
    r"^(?:However|In contrast|By contrast|Thus|Therefore|Also|In fact|In addition|Moreover"
    r"|Furthermore|Finally|Second|First|Third|And|But|Similarly|Likewise|In (?:biology|anatomy"
    r"|economics|physics|chemistry|sociology|psychology|statistics|mathematics|medicine)),? ",
)
_ANOTHER = re.compile(
    r", (?!(?:in|on|at|of|by|for|with|within|from|to|into|over|under|between|through|as|like|about"
    r"|around|along|against|across|behind|beside|during|since|until|near|off|per|than|not|where"
    r"|when|and|or|but|both|either)\b)[a-z-]*[a-rt-z] (?:the|an?) .*$"
    r"|,? and [\w-]+(?: [\w-]+)? (?:the|an?) [^,]* one$"
)
"""What is left of the next definition: "…, radiation the transfer by waves"."""
_BRACKETED = re.compile(r" \([^()]*\)")
_CUT = re.compile(
    r", (?:which|who|where|whose)\b.*$|,? (?:whereas|while|although|but|because|since)\b.*$"
    r"|, (?:though|so)\b.*$|, and (?:it|they)\b.*$"
    r"|, (?:and|or) (?:(?:the|an?) |\w+ (?:is|are)\b).*$|[;:—].*$"
    r"|, \w+ing\b.*$|, \w+ed (?:and|but|so|then|until|when|because)\b.*$"
    r"|, (?:\w+ly )?one (?:of|that|which|who|in)\b.*$"
    r"|, (?:for example|such as|including|like|e\.g)\b"
    r"(?!.*, (?:for|of|to|from|with|by|in) ).*$"
)


def opened(sentence: str) -> str:
    """The sentence without its full stop and without what ties it to the one before."""
    return _LEAD.sub("", sentence.rstrip(". "))


def segments(text: str, reading: Reading) -> Iterator[str]:
    """The sentence, then what "and" or "while" sets apart in it, each with a verb of its own."""
    yield text
    parts = [part.strip() for part in _SEGMENTS.split(text)]
    if len(parts) > 1 and all(_has_a_main_verb(part, reading) for part in parts):
        yield from parts


def _has_a_main_verb(text: str, reading: Reading) -> bool:
    """Whether not every finite verb is a relative clause's: "or other device that identifies"."""
    return reading.finite_verbs(text) > len(_RELATIVE.findall(text))


def cut(description: str) -> str:
    """The description without remarks in brackets or behind a comma that are no part of it."""
    return _CUT.sub("", _ANOTHER.sub("", _BRACKETED.sub("", description))).strip(" ,.")


def is_whole(description: str, reading: Reading) -> bool:
    """Whether its clause is more than a subject cut off from its verb: "the sum that people"."""
    clause = _RELATIVE.split(description, maxsplit=1)[1:]
    return not clause or _has_verb(_words(clause[0]), reading)


def _has_verb(words: list[str], reading: Reading) -> bool:
    """Whether there is a verb, or as many words as hardly go without: "that end in sacs"."""
    return len(words) >= _FEWEST_OF_A_CLAUSE or any(reading.tags(w) & _VERBS for w in words)


def head(description: str) -> str:
    """What stands before the relative clause."""
    return _RELATIVE.split(description)[0]


def describes(description: str, term: Term) -> bool:
    """Whether the words stand alone, say enough, and do not repeat the term."""
    return (
        _says_enough(description)
        and _stands_alone(description)
        and not _MARKS.search(description)
        and not _DOES_MORE.search(head(description))
        and not _repeats(term, _words(description))
    )


def doubts(description: str) -> tuple[str, ...]:
    """What speaks against a description: that it judges, or says nothing exact."""
    found = {
        "description_judges": _JUDGES.search(description),
        "description_loose": _LOOSE.search(head(description)) or _IN_TWO.search(description),
        "description_of_nothing": _EMPTY_HEAD.match(description),
    }
    return tuple(name for name, is_so in found.items() if is_so)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text)


def _says_enough(description: str) -> bool:
    words = _words(description)
    content = {word.lower() for word in words if len(word) >= _CONTENT}
    return len(content) >= _FEWEST_CONTENT_WORDS and len(words) <= _MOST_WORDS


def _stands_alone(description: str) -> bool:
    """Whether nothing in it points at sentences before; "its" may mean what is described."""
    pronoun = _PRONOUN.search(description)
    points = _POINTS_BACK.search(description) or _ENDS_VAGUELY.search(description)
    return not points and (pronoun is None or _is_bound(pronoun))


def _is_bound(pronoun: re.Match[str]) -> bool:
    """Whether something before it in the description is what the pronoun means."""
    before = pronoun.string[: pronoun.start()].rstrip()
    is_far = len(before.split()) >= _CONTENT
    meant = _SEVERAL if pronoun[0].lower() in _PLURALS else _SINGLE
    return is_far and meant.search(before) is not None


def _repeats(term: Term, words: list[str]) -> bool:
    """Whether a word of the term stands in the description, or one with its last word's root.

    The last of several is let pass: "a fracture in which … is called a compound fracture".
    """
    own = re.split(r"[ -]", term.text.lower())
    if len(own) > 1 and len(words) >= _FEWEST_WORDS_THAT_REPEAT:
        words, own = [word for word in words if word.lower() != own[-1]], own[:-1]
    parts = {part.lower() for word in words for part in word.split("-") if len(part) >= _CONTENT}
    has_root = any(part[:_ROOT] == own[-1][:_ROOT] for part in parts)
    return has_root or any(word in parts or word.rstrip("s") in parts for word in own)
