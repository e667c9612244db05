"""What the tokens know about English: empty words, irregular verbs, numbers, abbreviations."""

from __future__ import annotations


def _each(words: str) -> list[str]:
    return words.split()


STOP_WORDS = frozenset(
    _each("""
a about after again all also am an and any are aren't as at be because been being between both
but by can can't cannot could couldn't did didn't dr do does doesn't doing don't during each for
from further had hadn't has hasn't have haven't having he her here hers herself him himself
his how i if in into is isn't it its itself just let's me more most mr mrs ms my myself no
nor not of off on once one only or other our ours ourselves out own same she should shouldn't
so some such than that the their theirs them themselves then there these they this those through to
too under until up us very was wasn't we were weren't what when where which while who whom
whose why will with won't would wouldn't you your yours yourself yourselves he's she's it's
i'm i've i'd i'll you're you've you'll we're we've they're they've that's there's what's who's
where's when's how's why's s t m d ll re ve isnt whats whos
""")
)

_UNITS = _each(
    "zero _ two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
_TENS = _each("thirty forty fifty sixty seventy eighty ninety")
NUMBERS = {word: str(value) for value, word in enumerate(_UNITS)} | {
    word: f"{tens}0" for tens, word in enumerate(_TENS, 3)
}
"""All but "one", which is a pronoun as often as a number."""

ORDINALS = dict(
    zip(
        _each("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
        _each("1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th"),
        strict=True,
    )
)

ABBREVIATIONS = {
    "US": "usa",
    "USA": "usa",
    "UK": "uk",
    "UN": "un",
    "EU": "eu",
    "IT": "it",
    "WHO": "who",
}
"""Written in capitals these are names, not the words that they look like in small letters."""

UNIONS = {
    "united states": "usa",
    "united kingdom": "uk",
    "united nations": "un",
    "european union": "eu",
}
"""Names in full that have the term of their abbreviation."""

_IRREGULAR = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beaten; become became; begin
began begun; bend bent; bid bade bidden; bind bound; bite bit bitten; bleed bled; blow blew
blown; break broke broken; breed bred; bring brought; build built; burn burnt; buy bought;
catch caught; choose chose chosen; cling clung; come came; creep crept; deal dealt; die died
dying; dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate
eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fly flew
flown; forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven; freeze
froze frozen; get got gotten; give gave given; go went gone; grow grew grown; hang hung; hear
heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid; lead
led; lean leant; leap leapt; learn learnt; leave left; lend lent; lie lay lain lying; lose
lost; make made; mean meant; meet met; mislead misled; overcome overcame; overthrow overthrew
overthrown; pay paid; prove proven; ride rode ridden; ring rang rung; rise rose risen; run
ran; say said; see saw seen; seek sought; sell sold; send sent; shake shook shaken; shine
shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sit sat;
slay slew slain; sleep slept; slide slid; speak spoke spoken; spend spent; spin spun; spring
sprang sprung; stand stood; steal stole stolen; stick stuck; strike struck stricken; string
strung; strive strove striven; swear swore sworn; sweep swept; swim swam swum; swing swung;
take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown;
undergo underwent undergone; understand understood; undertake undertook undertaken; wake woke
woken; wear wore worn; weave wove woven; weep wept; win won; wind wound; withdraw withdrew
withdrawn; write wrote written; man men; woman women; child children; person people; foot
feet; tooth teeth; mouse mice; goose geese; wife wives; wolf wolves; knife knives; half
halves; analysis analyses; crisis crises
"""

BASE_FORMS = {
    form: base
    for line in _IRREGULAR.replace("\n", " ").split(";")
    for base, *forms in [line.split()]
    for form in forms
}
"""Irregular forms that stemming leaves apart from their base: "told" is found by "tell"."""
