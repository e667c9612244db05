"""Whether the words shown are sound English: whole names, whole sentences, no debris.

Compares the stem with the sentence it was made from; grammar it knows only by its surface.
"""

from __future__ import annotations

import re
from calendar import day_name
from itertools import pairwise

from knowledge.language.dates import MONTHS
from knowledge.language.places import place_kind
from knowledge.language.wholes import stands_in
from knowledge.questions.candidates import CLAUSAL, Candidate
from knowledge.questions.rules.shown import BLANK, VALUES, names, quotes, sentence
from knowledge.questions.surroundings import Surroundings

_CAPITAL_INSIDE = re.compile(
    r"(?<=[a-z\d_,] )(?:A|An|The|In|On|At|Of|To|For|But|And|Or|Some|Many|Several|After|Before"
    r"|During|When|While|As|His|Her|Its|Their|This|These|It|He|She|They|From|By|With|Most|Each)"
    r" (?=[a-z_])"
)
_DECAPITALISED = re.compile(r"\b[a-z]+[A-Z]\w*")
_GLUED = re.compile(r"[a-z\d][.?!;][A-Z][a-z]|[a-z],[A-Za-z]|[a-z]\?[A-Z]|\w\[\d+\]")
_STRAY_SPACE = re.compile(r" (?:['’]s\b|[,.;:?!](?!\d))|\( | \)|“ | ”")
_HYPHEN_CUT_OFF = re.compile(r" -[a-z]+")
_WORD_BROKEN = re.compile(r"[a-z]- (?!(?:and|or|to|but|through|as)\b)[a-z_]")
_ADDRESS = re.compile(r"https?://|\bwww\.")
_MOJIBAKE = re.compile(r"[ÂÃâ][\u0080-\u00bf\u0152-\u0192\u2013-\u2122]|\ufffd")
_DANGLES = re.compile(
    r"\b(?:of|to|with|by|for|from|at|and|or|the|an?|as|into|than|which|who|that|its|his|her|their"
    r"|was|were|is|are|between|among|including|such as|van|von|de|der|bin)[?.]?”?[?.]?$"
)
_NOTHING_BETWEEN = re.compile(r"\b(?:is|was|are|were|the|an?|of) and\b")
_IN_AN_EFFORT = re.compile(r"\b(?:in an (?:effort|attempt)|in order|so as) to (?:\w+ ){1,4}\w+$")
_CUT_NAME = re.compile(
    rf"\b[Tt]he {BLANK} (?:of|and|&) (?!the\b)[A-Z]|{BLANK}[-–][A-Za-z]|[A-Za-z][-–]{BLANK}"
    rf"|(?<=[a-z] )[A-Z][a-z]+ing the {BLANK}"
    rf"|{BLANK} (?:of|on) (?!(?:{'|'.join((*MONTHS, *day_name))})\b)[A-Z]"
)
_BEHIND_A_NAME = re.compile(
    rf"(?<=[a-z,] )[A-Z][\w’'-]+ {BLANK}|\b(?:its|the|his|her|their) [A-Z][\w ]+ and {BLANK}[.?]"
    rf"|\bin [A-Z]\w+, {BLANK},"
)
_CUT_IN_A_LIST = re.compile(
    rf"\b[A-Z]\w+, [A-Z]\w+ and {BLANK}|\b[Tt]he (?:[A-Z]\w+ ){{2,4}}and {BLANK}"
)
_CUT_AT_AN_ORDINAL = re.compile(rf"\b(?:(?:First|Second|Third) and|\d+(?:st|nd|rd|th)) {BLANK}")
_TWICE = re.compile(r"\b(\w{3,} \w{3,}) \1\b")
_GOES_ON = re.compile(
    r" (?!(?:and|or|but|who|whom|which|that|where|when|while|as|if|in|on|at|by|for|from|with|to|of"
    r"|into|over|under|after|before|during|since|until|through|because|although|so|than|then|via"
    r"|he|she|it|they|was|were|is|are|had|has|using|near|between|among|about|around|against|without"
    r"|within|behind|beside|along\w*|across|despite|due|both|also|under\w*|per|the|an?|his|her|their"
    r"|its|up|out|off|down|where\w*|upon|toward\w*|not|only|later|ago|together|except|including"
    r"|until|what|how|why|according|instead|rather|even|just|there|again|prior|whose|amid\w*"
    r"|\w+ly|\w+ing|\w+ed)\b)[a-z]+"
)
_NAME_PAIR = re.compile(r"(?<![.“] )(?<!^)\b[A-Z][a-z]+ [A-Z][a-z]+\b")
_BESIDE_A_NUMBER = re.compile(rf"\b\d{{1,3}} {BLANK}|{BLANK} \d{{1,3}}\b")
_AFTER_OF = re.compile(rf"\b[A-Z][\w'’]+ (?:of|&) {BLANK} ")
_OPENS_BEFORE_A_NAME = re.compile(
    r"(?:while |when )?(?:at|in|on|from|with|by|for|to|as|of|near) ", re.IGNORECASE
)
_PLACES = frozenset({"country", "city", "state"})
_OPEN_RELATIVE = re.compile(r"\b(?:that|which|who|whom), [^,;:]+[.?]$")
_OF_A_PLACE = re.compile(
    rf"([^\W\d_a-z][\w’'.-]+(?: [^\W\d_a-z][\w’'.-]+)*?)( [IVX]+)? of {BLANK}"
)
_TWO_VERBS = re.compile(
    r" (?:did|does|do) (?:(?!\b(?:which|that|who|whom|when|while|if|and|but|where|as|because|after"
    r"|before|how|what|whose)\b)[^,?])*? (?:was|were|is|are|has|had) "
)
_TWO_YEARS = re.compile(r"\b(?:in|on) (?:\w+ )?(?:\d+, )?\d{4}\b.*\b(?:in|on) (?:\w+ )?\d{4}\?$")
_IN_A_YEAR = re.compile(r"\bin \d{4}\b")
_OTHER_EVENT = re.compile(
    r"\b(?:after|before|following|since|until|upon)\b[^,;()]*\b(?:in|on) [^,;()]{0,12}(\d{4})"
)
_LOOSE_COMMA = re.compile(r",(?! (?:the )?[A-Z][\w ]+ and (?:the )?[A-Z])(?=\s)")
_OPENS_A_NAME = frozenset({"did", "was", "were", "does", "is", "by", "in", "of", "for", "to"})
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))
_SECOND_PREDICATE = re.compile(r", and (?:is|are|was|were|has|had|have|does|did)\b")
_ONE_OF_TWO = re.compile(rf"\b[Tt]he (?:[A-Z]\w+ ){{1,3}}and {BLANK} (?:was|is|has|runs|lies)\b")
_ON_A_DATE = re.compile(r", the (?:year|month|day) (?:in|on|of|when|that|after|before)\b")
_PARTED_FROM_ITS_VERB = re.compile(
    r"^(?:(?!\b(?:is|was|are|were|has|had|have)\b)[^,;])*, (?:is|was|are|were|has|had|have)\b"
)


def capital_inside(candidate: Candidate, _: Surroundings) -> bool:
    """In "was A bridge", a sentence's first word has come to stand in its middle."""
    return _CAPITAL_INSIDE.search(candidate.stem) is not None


def name_decapitalised(candidate: Candidate, _: Surroundings) -> bool:
    """Where "McKay" has become "mcKay", what opened the source's sentence was no common word."""
    said = " ".join(quotes(candidate))
    found = _DECAPITALISED.findall(candidate.stem)
    return any(word not in said and word[0].upper() + word[1:] in said for word in found)


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


def something_left_out(candidate: Candidate, _: Surroundings) -> bool:
    """Nothing stands between a verb, an article or "of" and the next "and": words were lost."""
    return _NOTHING_BETWEEN.search(sentence(candidate)) is not None


def purpose_cut_short(candidate: Candidate, _: Surroundings) -> bool:
    """The source says what somebody was helped "in an effort to" become, the stem does not."""
    aim = _IN_AN_EFFORT.search(re.sub(r" in \d{4}$", "", sentence(candidate).rstrip("?.")))
    if aim is None:
        return False
    return any(
        re.search(rf"{re.escape(aim[0])}(?! *[.;])", quote) is not None or aim[0] not in quote
        for quote in quotes(candidate)
    )


def blank_inside_a_name(candidate: Candidate, _: Surroundings) -> bool:
    """In "the _____ and Sciences", only a piece of a longer name is left out."""
    if candidate.answer_kind in VALUES:
        return False
    said = sentence(candidate)
    is_cut_before = candidate.answer_kind not in _PLACES and _AFTER_OF.search(said) is not None
    is_cut = _CUT_NAME.search(said) is not None or _BESIDE_A_NUMBER.search(said) is not None
    if candidate.answer_kind != "person" and _BEHIND_A_NAME.search(said) is not None:
        return True
    is_thing = candidate.answer_kind.startswith("named ") and " " in candidate.answer
    is_listed = is_thing and _CUT_IN_A_LIST.search(said) is not None
    return is_cut_before or is_cut or is_listed or _CUT_AT_AN_ORDINAL.search(said) is not None


def goes_on_behind_a_semicolon(candidate: Candidate, _: Surroundings) -> bool:
    """A question is one sentence: "Who kept watch; at his table?" has half of the next."""
    return candidate.form != "gap" and ";" in candidate.stem


def relative_without_its_verb(candidate: Candidate, _: Surroundings) -> bool:
    """In "studied the tornado that, near Oslo in 1892." the verb behind "that" is lost."""
    return _OPEN_RELATIVE.search(sentence(candidate)) is not None


def home_of_somebody(candidate: Candidate, around: Surroundings) -> bool:
    """In "Philip II of _____" and "Comins of _____", what is left out is of a person's name."""
    found = _OF_A_PLACE.search(sentence(candidate))
    if candidate.answer_kind not in _PLACES or found is None:
        return False
    return found[2] is not None or found[1] in around.persons


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


def opening_lost(candidate: Candidate, _: Surroundings) -> bool:
    """In "Harvard Gore", the "At" that opens the source is lost."""
    opening = " ".join(sentence(candidate).replace(BLANK, candidate.answer).split()[:2])
    found = ((quote, _OPENS_BEFORE_A_NAME.match(quote)) for quote in quotes(candidate))
    return any(
        lost is not None and stands_in(opening, quote[lost.end() : lost.end() + len(opening) + 1])
        for quote, lost in found
    )


def name_never_written(candidate: Candidate, around: Surroundings) -> bool:
    """In "Harvard Gore", two names stand together that no source of it puts so."""
    if candidate.fact.kind not in CLAUSAL:
        return False
    articles = {citation.article for citation in candidate.fact.citations}
    pairs = _NAME_PAIR.findall(sentence(candidate))
    dated = {*MONTHS, *day_name}
    return any(
        not any(around.elsewhere.holds(article, pair) for article in articles)
        for pair in pairs
        if not dated & {*pair.split()}
    )


def two_finite_verbs(candidate: Candidate, _: Surroundings) -> bool:
    """In "did Ann was a nurse", a verb of the source was taken for a part of its subject."""
    return candidate.form != "gap" and _TWO_VERBS.search(candidate.stem) is not None


def two_years(candidate: Candidate, _: Surroundings) -> bool:
    """In "in 1891 a judge in 1890", a second year was hung on a sentence that has one."""
    stem = candidate.stem
    is_asked_beside = candidate.answer_kind == "date" and _IN_A_YEAR.search(stem) is not None
    return candidate.form != "gap" and (is_asked_beside or _TWO_YEARS.search(stem) is not None)


def date_of_another_event(candidate: Candidate, _: Surroundings) -> bool:
    """In the source the date belongs to "after their invasion …", not to what is asked."""
    if candidate.fact.kind != "event_time":
        return False
    found = (event for quote in quotes(candidate) for event in _OTHER_EVENT.finditer(quote))
    return any(event[1] == candidate.answer[-4:] for event in found)


def comma_in_a_predicate(candidate: Candidate, _: Surroundings) -> bool:
    """What follows a comma often belongs to something else than the subject asked for."""
    if candidate.fact.kind not in {"deed", "event_time"}:
        return False
    places = re.findall(r", ([A-Z]\w+(?: [A-Z]\w+)*)", candidate.stem)
    loose = len(_LOOSE_COMMA.findall(candidate.stem))
    return loose > sum(place_kind(place) is not None for place in places)


def comma_before_the_verb(candidate: Candidate, _: Surroundings) -> bool:
    """In "The numbat called the walpurti, is", the comma that opened the remark is lost."""
    return _PARTED_FROM_ITS_VERB.search(sentence(candidate)) is not None


def remark_on_the_date(candidate: Candidate, _: Surroundings) -> bool:
    """Without the year that is asked for, ", the year in which X was lost" explains nothing."""
    return candidate.form == "when" and _ON_A_DATE.search(candidate.stem) is not None


def second_predicate(candidate: Candidate, _: Surroundings) -> bool:
    """In "In what year was it opened, and is the only one?", a statement hangs on the question."""
    return candidate.form != "gap" and _SECOND_PREDICATE.search(candidate.stem) is not None


def half_of_a_double_name(candidate: Candidate, _: Surroundings) -> bool:
    """In "The Forth and _____ was closed", the verb shows that both are one name."""
    return _ONE_OF_TWO.search(sentence(candidate)) is not None


def article_lost(candidate: Candidate, around: Surroundings) -> bool:
    """The article mostly writes "the" before a name that stands without it here."""
    said = sentence(candidate)
    bare = (name for name in names(said) if " " in name and _is_bare(name, said))
    return any(_mostly_with_article(name, candidate, around) for name in bare)


def _is_bare(name: str, said: str) -> bool:
    place = said.find(name)
    return place == 0 or said[:place].rsplit(maxsplit=1)[-1].lower() in _OPENS_A_NAME


def _mostly_with_article(name: str, candidate: Candidate, around: Surroundings) -> bool:
    texts = [said.text for said in around.elsewhere.others(candidate.fact)]
    each = [m for text in texts for m in re.finditer(rf"(\w+ )?{re.escape(name)}(?! [A-Z])", text)]
    with_article = [m for m in each if (m[1] or "").strip().lower() == "the"]
    return 2 * len(with_article) > len(each)
