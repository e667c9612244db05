"""Whether the words shown are sound English: whole names, whole sentences, no debris.

Compares the stem with the sentence it was made from; grammar it knows only by its surface.
"""

from __future__ import annotations

import re
from calendar import day_name
from itertools import pairwise

from knowledge.language.dates import MONTHS
from knowledge.language.wholes import stands_in
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, quotes, sentence
from knowledge.questions.surroundings import Surroundings

_CAPITAL_INSIDE = re.compile(
    r"(?:(?<![\w“\"])[a-z\d_]\w*,? A"
    r"|(?<=[a-z\d_,] )(?:An|The|In|On|At|Of|To|For|But|And|Or|Some|Many|Several|After|Before"
    r"|During|When|While|As|His|Her|Its|Their|This|These|It|He|She|They|From|By|With|Most|Each)"
    r") (?=[a-z_])"
)
_GLUED = re.compile(
    r"[a-z\d][.?!;][A-Z][a-z]|[a-z],[A-Za-z]|[a-z]\?[A-Z]|\w\[\d+\]"
    r"|[\d_] k?m\. [A-Z_]"
)
_STRAY_SPACE = re.compile(r" (?:['’]s\b|[,.;:?!](?!\d))|\( | \)|“ | ”")
_HYPHEN_CUT_OFF = re.compile(r" -[a-z]+")
_WORD_BROKEN = re.compile(r"[a-z]- (?!(?:and|or|to|but|through|as)\b)[a-z_]")
_ADDRESS = re.compile(r"https?://|\bwww\.")
_MOJIBAKE = re.compile(r"[ÂÃâ][\u0080-\u00bf\u0152-\u0192\u2013-\u2122]|\ufffd")
_DANGLES = re.compile(
    r"\b(?:of|to|with|by|for|from|at|and|or|the|an?|as|into|than|which|who|that|its|his|her|their"
    r"|was|were|is|are|between|among|including|such as|when|where|while|because|although"
    r"|van|von|de|der|bin)[?.]?”?[?.]?$|(?<![A-Z]\.)(?<![A-Z]\. )\b[A-Z]\.\?$"
)
_TWICE = re.compile(r"\b(\w{3,} \w{3,}) \1\b")
_GOES_ON = re.compile(
    r", whether\b"
    r"| (?!(?:and|or|but|who|whom|which|that|where|when|while|as|if|in|on|at|by|for|from|with|to"
    r"|of|into|over|under|after|before|during|since|until|through|because|although|so|than|then|via"
    r"|he|she|it|they|was|were|is|are|had|has|using|near|between|among|about|around|against|without"
    r"|within|behind|beside|along\w*|across|despite|due|both|also|under\w*|per|the|an?|his|her|their"
    r"|its|up|out|off|down|where\w*|upon|toward\w*|not|only|later|ago|together|except|including"
    r"|until|what|how|why|according|instead|rather|even|just|there|again|prior|whose|amid\w*"
    r"|\w+ly|\w+ing|\w+ed)\b)[a-z]+"
)
_TWO_YEARS = re.compile(r"\b(?:in|on) (?:\w+ )?(?:\d+, )?\d{4}\b.*\b(?:in|on) (?:\w+ )?\d{4}\?$")
_IN_AND_SINCE = re.compile(rf"\bin {BLANK} (?:since|in) \d{{4}}")
_TWO_SPANS = re.compile(
    rf"\bfrom {BLANK} to \d{{4}} from \d{{4}}|\bfrom \d{{4}} to \d{{4}} from {BLANK}"
)
_IN_A_YEAR = re.compile(r"\bin \d{4}\b")
_OTHER_EVENT = re.compile(
    r"\b(?:after|before|following|since|until|upon)\b[^,;()]*\b(?:in|on) [^,;()]{0,12}(\d{4})"
)
_WEEKDAY_LAST = re.compile(rf"\b((?:{'|'.join(day_name)}))[?.]?$")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_ON_A_DATE = re.compile(
    r"(?:,|\b[A-Z][\w’']+) the (?:year|month|day) (?:in|on|of|when|that|after|before)\b"
)


def capital_inside(candidate: Candidate, _: Surroundings) -> bool:
    """In "was A bridge", a sentence's first word has come to stand in its middle."""
    return _CAPITAL_INSIDE.search(candidate.stem) is not None


def sentences_glued(candidate: Candidate, _: Surroundings) -> bool:
    """In "1990.Later", no space stands where one sentence ends and another begins."""
    return _GLUED.search(candidate.stem) is not None


def stray_space(candidate: Candidate, _: Surroundings) -> bool:
    """In "Lee 's", a space stands where none belongs."""
    said, stem = " ".join(quotes(candidate)), candidate.stem
    is_broken = _STRAY_SPACE.search(stem) is not None or _WORD_BROKEN.search(stem) is not None
    return is_broken or any(cut not in said for cut in _HYPHEN_CUT_OFF.findall(stem))


def address_of_a_page(candidate: Candidate, _: Surroundings) -> bool:
    """The address of a source was printed in the middle of its sentence."""
    return _ADDRESS.search(candidate.stem) is not None


def wrongly_decoded(candidate: Candidate, _: Surroundings) -> bool:
    """In "MalmÃ¶", UTF-8 was read as Latin-1 somewhere on the way."""
    shown = (candidate.title, candidate.stem, candidate.answer, *candidate.distractors)
    return any(_MOJIBAKE.search(text) for text in shown)


def words_twice(candidate: Candidate, _: Surroundings) -> bool:
    """In "Earth Day Earth Day", a heading has run into the sentence after it."""
    return _TWICE.search(sentence(candidate).replace(BLANK, candidate.answer)) is not None


def unbalanced(candidate: Candidate, _: Surroundings) -> bool:
    """A bracket or a quotation mark is left open."""
    text = candidate.stem
    uneven = any(text.count(one) != text.count(other) for one, other in _PAIRS)
    return uneven or text.count('"') % 2 == 1


def ends_dangling(candidate: Candidate, _: Surroundings) -> bool:
    """The last word waits for another."""
    return _DANGLES.search(sentence(candidate).strip()) is not None


def compound_cut_short(candidate: Candidate, _: Surroundings) -> bool:
    """Where the source goes on "a report by a government watchdog", "government" is no end."""
    if candidate.form != "gap":
        return False
    ends = re.search(r"(\w+ \w+)\.$", sentence(candidate))
    if ends is None or BLANK in ends[0]:
        return False
    return any(
        stands_in(ends[1], before + ends[1]) and _GOES_ON.match(ends[1] + behind, len(ends[1]))
        for quote in quotes(candidate)
        for before, behind in pairwise(quote.split(ends[1]))
    )


def two_years(candidate: Candidate, _: Surroundings) -> bool:
    """In "in 1891 a judge in 1890", a second year was hung on a sentence that has one."""
    stem, is_date = candidate.stem, candidate.answer_kind == "date"
    if candidate.form == "gap":
        found = _IN_AND_SINCE.search(stem) or _TWO_SPANS.search(stem)
        return is_date and found is not None
    return (is_date and _IN_A_YEAR.search(stem) is not None) or _TWO_YEARS.search(stem) is not None


def date_of_another_event(candidate: Candidate, _: Surroundings) -> bool:
    """In the source the date belongs to "after their invasion …", not to what is asked."""
    if candidate.fact.kind != "event_time":
        return False
    found = (event for quote in quotes(candidate) for event in _OTHER_EVENT.finditer(quote))
    return any(event[1] == candidate.answer[-4:] for event in found)


def remark_on_the_date(candidate: Candidate, _: Surroundings) -> bool:
    """Without the year that is asked for, ", the year in which X was lost" explains nothing."""
    return candidate.form == "when" and _ON_A_DATE.search(candidate.stem) is not None


def weekday_without_its_date(candidate: Candidate, _: Surroundings) -> bool:
    """Of "on the afternoon of Wednesday, March 18, 1925" only the Wednesday is left."""
    found = _WEEKDAY_LAST.search(sentence(candidate))
    dated = rf"\b{found[1]}, (?:\d|(?:{'|'.join(MONTHS)})\b)" if found else "(?!)"
    return any(re.search(dated, quote) for quote in quotes(candidate))
