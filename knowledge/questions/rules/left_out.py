"""What a sentence has lost between its source and the question, as both laid side by side show.

Knows words and marks only: where clauses join, ``joining`` says.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from knowledge.language.gazetteers import DEMONYMS
from knowledge.language.places import place_kind
from knowledge.language.verbs import is_past, may_be_finite, may_be_participle
from knowledge.language.wholes import stands_in
from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import BLANK, beside_the_key, quotes, sentence
from knowledge.questions.surroundings import Surroundings

_WORD_OR_MARK = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_LAST_WORD = re.compile(r"(\w+)[.?”]*$")
_NAME = r"(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)"
_ROW = re.compile(rf"(?P<first>{_NAME}), (?P<second>{_NAME})(?:, {_NAME})*,? and {_NAME}")
_BEFORE_DOERS = re.compile(r"^(?:(?:In|On) (?:[A-Z][a-z]+ )?[\d, ]+)?$|\bby $")
"""Of a row that is done something to, one may be asked of: "Lee wrote Ada, Per and Kim"."""
_NUMBER_BEHIND_A_COMMA = re.compile(r"(?<!\bIn )(\w+), ([\d,.]*\d) (?=[a-z])")
_SOMEBODY_LAST = re.compile(rf"(, (?:and|but) {_NAME})[.?]$")
_INVERTED = re.compile(r"\b(?:did|does|do)\b")
_NAME_BESIDE_A_NAME = re.compile(
    rf"(?P<name>Who|{BLANK}|[A-Z][\w'’-]+) the (?:[a-z-]+ ){{1,3}}(?:[A-Z][\w.'’-]*|{BLANK})"
)
_JOINT_BEFORE_A_YEAR = re.compile(r"(?:, (?:and|but)|;)( in \d{4} \w+ )")
_OWN_VERB = re.compile(r"(?<!that )(?<!which )(?<!who )\b(?:is|are|was|were|has|have|had)\b")
_RELATIVE_WORD = re.compile(r"\b(?:that|which|who|whose|where|when)\b")
_NO_MEMBER = frozenset({"Jr.", "Jr", "Sr.", "Inc.", "Ltd", "II", "III", *DEMONYMS})
_OPENS_WITH_WHAT = re.compile(rf"(?P<what>An? [a-z][\w' -]*), (?P<who>{_NAME}) [a-z]")
_PREPOSITIONS = frozenset({"in", "on", "at", "near", "of", "to", "from", "with", "by", "off"})
_GOES_ON = {
    ",": re.compile(r", (?:the|an?) "),
    "and": re.compile(
        r"(?:\w+ed|known|written|built|made|held|kept) (?:in|on|at|by|for|with|as) "
    ),
}
"""What follows a lost thing and describes it, by the mark or word that the thing stood behind."""
_VERB = re.compile(r"is|was|are|were|has|had|stands|lies|[a-z]+ed")
_NO_VERB = re.compile(r"an?|the|his|her|its|their|\w+ern")
_OPENS_A_REMARK = frozenset({",", "(", "–", "—"})
_NO_PART_OF_A_REMARK = frozenset(
    {*",()–—;:.'’”\"", "and", "or", "but", "who", "which", "when", "where", "until"}
)
"""What closes a remark, or begins something new behind it."""


def remark_goes_on_unclosed(candidate: Candidate, _: Surroundings) -> bool:
    """Of "Ann, who ran the mill from 1946, sang", the remark is gone but for its end.

    A comma opened it, and no mark stands in the source where the question goes on.
    """
    return any(
        len(lost.words) > 1
        and not _is_a_date_or_place(lost.words[1:])
        and lost.words[0] in _OPENS_A_REMARK
        and lost.words[-1] not in _NO_PART_OF_A_REMARK
        and lost.behind[0] not in _NO_PART_OF_A_REMARK
        for lost in _lost(candidate)
    )


def purpose_lost_with_a_remark(candidate: Candidate, _: Surroundings) -> bool:
    """Of "a scheme, begun in 1947, to grow nuts (peanuts) by machines", "to grow nuts" is gone."""
    return any(
        lost.words[0] == "," and lost.behind[0] not in _NO_PART_OF_A_REMARK and _has_an_aim(lost)
        for lost in _lost(candidate)
    )


def verb_lost_behind_a_colon(candidate: Candidate, _: Surroundings) -> bool:
    """Of "a hoax: a group that included the young Woolf were received" the last verb is lost."""
    kept = sentence(candidate).partition(": ")[2]
    said = next((quote.partition(": ")[2] for quote in quotes(candidate) if ": " in quote), "")
    verbs = sum(map(may_be_finite, re.findall(r"[a-z]+", kept)))
    has_its_own = verbs > len(_RELATIVE_WORD.findall(kept))
    return bool(kept) and not has_its_own and _OWN_VERB.search(said) is not None


def joint_lost_before_a_year(candidate: Candidate, _: Surroundings) -> bool:
    """Of "dug in Baker Street, and in 1987 two men held up", the "and" is gone."""
    if candidate.form != "gap":
        return False
    said = sentence(candidate).replace(BLANK, candidate.answer)
    return any(
        found[1] in said and found[0] not in said
        for quote in quotes(candidate)
        for found in _JOINT_BEFORE_A_YEAR.finditer(quote)
    )


def participle_left_behind(candidate: Candidate, _: Surroundings) -> bool:
    """Asked for the congress of "in the congress held in Rome", "held" hangs on nothing."""
    if candidate.fact.kind != "clause" or _INVERTED.search(candidate.stem) is None:
        return False
    behind = (rest.split()[:1] for _, rest in beside_the_key(candidate))
    words = (word[0] for word in behind if word)
    return any(
        may_be_participle(word) and is_past(word) and f" {word} " in candidate.stem
        for word in words
    )


def somebody_beside_another(candidate: Candidate, _: Surroundings) -> bool:
    """Of "Holm, a ranger, and the zoologist Moe", the "and" went with the ranger."""
    said, told = sentence(candidate), " ".join(quotes(candidate))
    return any(
        found["name"] == "Who" or f"{found['name'].replace(BLANK, candidate.answer)}," in told
        for found in _NAME_BESIDE_A_NAME.finditer(said)
    )


def somebody_of_the_next_clause(candidate: Candidate, _: Surroundings) -> bool:
    """Of "a statue of Lee, and Moe, then in Paris, chose Ek", "and Moe" is left at the end."""
    said = sentence(candidate).replace(BLANK, candidate.answer)
    last = _SOMEBODY_LAST.search(said)
    return last is not None and any(
        re.search(rf"{re.escape(last[1])}(?:,| [a-z])", quote) is not None
        for quote in quotes(candidate)
    )


def comma_of_a_lost_remark(candidate: Candidate, _: Surroundings) -> bool:
    """Of "it cost Moss, by one estimate, 6,000 men", one comma is left."""
    said = sentence(candidate).replace(BLANK, candidate.answer)
    told = " ".join(quotes(candidate))
    return any(
        found[0] not in told
        and re.search(rf"{re.escape(found[1])}, [^,;.]+, {re.escape(found[2])}\b", told)
        is not None
        for found in _NUMBER_BEHIND_A_COMMA.finditer(said)
    )


def joined_where_a_sentence_ended(candidate: Candidate, _: Surroundings) -> bool:
    """Of "Attacks spread; thousands died", the mark between two sentences is gone."""
    return any(
        lost.words[0] == ";" and lost.behind[0] not in _NO_PART_OF_A_REMARK
        for lost in _lost(candidate)
    )


def apposition_for_a_subject(candidate: Candidate, _: Surroundings) -> bool:
    """In "A friend of Moe hoped", the source's "he" was the subject: "A friend of Moe, he …"."""
    opens = re.match(r"[Aa]n? \w+", sentence(candidate))
    if opens is None:
        return False
    set_before = re.compile(rf"^{re.escape(opens[0])}\b[^,;.]*?, (?:he|she|it) ", re.IGNORECASE)
    return any(set_before.match(quote) for quote in quotes(candidate))


def somebody_called_what_he_was(candidate: Candidate, _: Surroundings) -> bool:
    """Of "A poor pupil, Hrabal entered", "did a poor pupil enter" has lost who it was."""
    for quote in quotes(candidate):
        opens = _OPENS_WITH_WHAT.match(quote)
        if opens and f" {opens['what'].lower()} " in f" {sentence(candidate)} ".lower():
            return opens["who"].split()[-1] not in sentence(candidate)
    return False


def remark_on_what_is_lost(candidate: Candidate, _: Surroundings) -> bool:
    """Of "stands on a bay, in Mainland, the largest island", the bay has become the island.

    Of "told in a thesis and in an article, "Signals", published in 1973", the thesis is published.
    """
    return any(
        _names_another_thing(lost) and _GOES_ON[lost.words[0]].match(" ".join(lost.behind))
        for lost in _lost(candidate)
    )


def first_of_a_row(candidate: Candidate, _: Surroundings) -> bool:
    """Of "Ann, Per and Kim climbed it", only Ann is left."""
    said = sentence(candidate).replace(BLANK, candidate.answer)
    return any(
        stands_in(row["first"], said)
        and row["second"] not in said
        and place_kind(row["second"]) == place_kind(row["first"])
        and row["second"] not in _NO_MEMBER
        and _BEFORE_DOERS.search(quote[: row.start()])
        for quote in quotes(candidate)
        for row in _ROW.finditer(quote)
    )


def half_of_a_compound(candidate: Candidate, _: Surroundings) -> bool:
    """A question has but the beginning of what the source joins by hyphens: "brother|-in-law"."""
    said, told = sentence(candidate), " ".join(quotes(candidate))
    in_laws = re.findall(r"\b(\w+)-in-law\b", told)
    if any(
        re.search(rf"\b{kin}\b(?!-)", said)
        for kin in in_laws
        if not re.search(rf"\b{kin}\b(?!-)", told)
    ):
        return True
    last = _LAST_WORD.search(sentence(candidate))
    if last is None or last[1] == BLANK:
        return False
    joined = [quote for quote in quotes(candidate) if f"{last[1]}-" in quote]
    halved, whole = rf"\b{last[1]}-\w", rf"\b{last[1]}(?:s|d|ed|ing)?\b(?!-)"
    return any(re.search(halved, q) and not re.search(whole, q) for q in joined)


class _Lost(NamedTuple):
    """A run of words and marks that only the source has, what stands before it and behind it."""

    before: list[str]
    words: list[str]
    behind: list[str]

    @property
    def opens_a_phrase(self) -> bool:
        """Whether a preposition stands first, behind the mark or word that joined it."""
        return not _PREPOSITIONS.isdisjoint(self.words[1:2])


def _lost(candidate: Candidate) -> tuple[_Lost, ...]:
    """What only the source has inside the sentence, each run apart.

    Of questions nothing is known: their words have another order.
    """
    if candidate.form != "gap":
        return ()
    said = sentence(candidate).replace(BLANK, candidate.answer)
    return _lost_between(said, candidate.fact.citations[0].quote)


@lru_cache(maxsize=1)  # each rule asks anew of the candidate in hand
def _lost_between(told: str, quote: str) -> tuple[_Lost, ...]:
    said, source = _words(told), _words(quote)
    runs = SequenceMatcher(None, said, source, autojunk=False).get_matching_blocks()
    return tuple(
        _run(source, one.b + one.size, other.b)
        for one, other in pairwise(runs)
        if one.size and other.size and one.a + one.size == other.a and one.b + one.size < other.b
    )


def _run(source: list[str], first: int, last: int) -> _Lost:
    """One run; of two commas the one that opened it is lost, not the one behind it."""
    if source[first - 1] == source[last - 1] == ",":
        first, last = first - 1, last - 1
    return _Lost(source[:first], source[first:last], source[last:])


def _has_an_aim(lost: _Lost) -> bool:
    """Whether behind the last comma of what is lost "to" and a verb begin."""
    words = lost.words[1:]
    last = words[len(words) - words[::-1].index(",") :] if "," in words else []
    is_verb = len(last) > 1 and last[1].islower() and not _NO_VERB.fullmatch(last[1])
    return last[:1] == ["to"] and is_verb


def _names_another_thing(lost: _Lost) -> bool:
    """Whether behind a verb such as ", in Mainland" or "and in an article, "Signals"," is lost."""
    is_named = lost.opens_a_phrase and any(word[0].isupper() for word in lost.words)
    return is_named and lost.words[0] in _GOES_ON and any(map(_VERB.fullmatch, lost.before))


def _is_a_date_or_place(words: list[str]) -> bool:
    """Whether a comma only parts a year from its day, or a state from its city."""
    text = " ".join(words)
    return text.isdecimal() or place_kind(text) is not None


def _words(text: str) -> list[str]:
    return _WORD_OR_MARK.findall(text)
