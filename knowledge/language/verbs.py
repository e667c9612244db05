"""Base forms of English past forms: irregular verbs by a table, regular ones by a dictionary.

What neither explains is not guessed. A star marks a past tense that is no participle.
"""

from __future__ import annotations

import re

from simplemma import is_known, lemmatize

_IRREGULAR = """
arise arose*; awake awoke*; be was* were*; bear bore*; beat beat*; become became*; begin began*;
bend bent; bet bet; bind bound; bite bit*; bleed bled; blow blew*; break broke*; breed bred; bring
brought; broadcast broadcast; build built; burn burnt burned; burst burst; buy bought; cast cast;
catch caught; choose chose*; cling clung; come came*; cost cost; creep crept; cut cut; deal dealt;
dig dug; do did*; draw drew*; drink drank*; drive drove*; eat ate*; fall fell*; feed fed; feel
felt; fight fought; find found; flee fled; fly flew*; forbid forbade*; foresee foresaw*; forget
forgot*; forgive forgave*; freeze froze*; get got*; give gave*; go went*; grind ground; grow grew*;
hang hung; have had; hear heard; hide hid*; hit hit; hold held; hurt hurt; keep kept; kneel knelt;
know knew*; lay laid; lead led; leave left; lend lent; let let; lie lay*; light lit; lose lost;
make made; mean meant; meet met; mislead misled; overcome overcame*; oversee oversaw*; overtake
overtook*; overthrow overthrew*; pay paid; put put; quit quit; read read; rebuild rebuilt; ride
rode*; ring rang*; rise rose*; run ran*; say said; see saw*; seek sought; sell sold; send sent; set
set; shake shook*; shed shed; shine shone; shoot shot; show showed; shrink shrank*; shut shut; sing
sang*; sink sank*; sit sat; slay slew*; sleep slept; slide slid; speak spoke*; spend spent; spin
spun; split split; spread spread; spring sprang*; stand stood; steal stole*; stick stuck; sting
stung; strike struck; strive strove*; swear swore*; sweep swept; swim swam*; swing swung; take
took*; teach taught; tear tore*; tell told; think thought; throw threw*; undergo underwent*;
understand understood; undertake undertook*; uphold upheld; upset upset; wake woke*; wear wore*;
weave wove*; win won; wind wound; withdraw withdrew*; withhold withheld; withstand withstood; write
wrote*; rewrite rewrote*; outsell outsold; retake retook*; thrust thrust; rid rid; mistake
mistook*; bid bade*; stink stank*; stride strode*
"""
_BASES: dict[str, list[str]] = {}
_PAST_ALONE: set[str] = set()
for _line in _IRREGULAR.replace("\n", " ").split(";"):
    _base, *_forms = _line.split()
    for _form in _forms:
        _past = _form.rstrip("*")
        _BASES.setdefault(_past, []).append(_base)
        if _form != _past:
            _PAST_ALONE.add(_past)


NEVER_PASSIVE = frozenset(
    {"served", "lived", "died", "remained", "sailed", "returned", "moved", "arrived", "landed"}
    | {"collapsed", "started", "ended", "worked", "travelled", "traveled", "appeared", "retired"}
    | {"belonged", "consisted", "happened", "emerged", "resigned", "graduated", "married"}
)
"""Past tenses without an object, as a participle seldom found behind its subject."""


def is_word(written: str) -> bool:
    """Whether the dictionary knows the word in lower case: "Fighting", but not "Fuchiatien"."""
    return bool(is_known(written.lower(), lang="en"))


_VOWEL = "aeiou"


def base_of_past(past: str, lemma: str) -> str | None:
    """The base form whose past tense is ``past``, the lemma given where it can be it; or None.

    ``base_of_past("failed", "fail")`` is ``"fail"``; so it is for a lemma cut wrongly ("fai").
    """
    past, lemma = past.lower(), lemma.lower()
    if past in _BASES:
        return lemma if lemma in _BASES[past] else _BASES[past][0]
    candidates = (lemma, lemmatize(past, lang="en")) if past else ()
    fitting = (base for base in candidates if past in _regular_pasts(base))
    return next((base for base in fitting if is_known(base, lang="en")), None)


def is_past(word: str) -> bool:
    """Whether the word is a past tense and no base form as well: "led", but not "put"."""
    return base_of_past(word, word) not in {None, word}


def may_be_finite(word: str) -> bool:
    """Whether the word can be a verb with a tense: "was", and "led", which is a participle too."""
    return word in {"is", "was", "are", "were", "has", "had"} or is_past(word)


def past_of_participle(participle: str, lemma: str) -> str | None:
    """The past tense of the verb whose participle is given; None where it is not certain.

    ``past_of_participle("written", "write")`` is ``"wrote"``.
    """
    participle, lemma = participle.lower(), lemma.lower()
    if base_of_past(participle, lemma):
        return participle
    pasts = [past for past, bases in _BASES.items() if lemma in bases]
    return pasts[0] if pasts else None


def may_be_participle(past: str) -> bool:
    """Whether a past tense is also its verb's participle: "brought", but not "became"."""
    return past not in _PAST_ALONE


def _regular_pasts(base: str) -> set[str]:
    if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", base):
        return set()
    if base.endswith("e"):
        return {f"{base}d"}
    if base.endswith("y") and base[-2:-1] not in _VOWEL:
        return {f"{base[:-1]}ied"}
    doubled = re.search(rf"[^{_VOWEL}][{_VOWEL}][^{_VOWEL}wxy]$", f" {base}")
    return {f"{base}ed", f"{base}{base[-1]}ed"} if doubled else {f"{base}ed"}
