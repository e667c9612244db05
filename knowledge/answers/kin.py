"""Words that say about the same of a thing: what one asks with, another tells with.

A small table by hand of common English words; names and the words of a trade have no kin here.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from knowledge.search.tokens import terms

_GROUPS = """
meet talk speak discuss converse hold meeting conversation discussion dialogue
say tell state declare announce remark explain add report describe word statement
emphasise emphasize stress underline highlight insist
ask demand urge request call
begin start commence launch open
end finish conclude stop cease
office term presidency
job post position role
leader head chief
spokesman spokeswoman spokesperson speak
broadcaster network television tv channel
newspaper daily paper
relation relationship tie
decline deteriorate worsen low fall
expand expansion increase grow extend
pandemic epidemic covid
limit restrict restriction strict curb
before earlier previously
after later afterwards
complex compound
strain tension dispute disagree
cancel postpone delay
arrive land come reach
leave depart
kill murder assassinate slay
die death decease
build construct erect
found establish create form
discover find detect
invent devise develop
buy purchase acquire
own belong possess
win defeat beat victory
lose defeat loss
fight battle war conflict
write author pen compose
make produce manufacture
film movie picture
country nation land
town city
people inhabitant population resident
big large huge great
small little tiny
old ancient age
fast quick rapid speed
hot warm
near close adjacent
rich wealthy
famous known notable
choose elect select pick
appoint name
allow permit let
forbid ban prohibit
help aid assist support
teach instruct school
learn study
send dispatch
give grant award
receive get obtain
use employ utilise utilize
need require necessary
show display demonstrate
cause lead result due
change alter modify
divide split separate
join unite combine merge
live reside inhabit
marry wed wedding wife husband spouse
born birth birthday birthplace native
doctor physician
illness disease sickness
car automobile vehicle
ship boat vessel
plane aircraft
money fund
cost price pay
tax levy
law act legislation
rule govern reign
attack invade assault
border boundary frontier
locate situate lie
contain include comprise consist
similar like alike
different distinct
important main principal
common usual frequent
begin origin originate
call name term dub
believe think consider regard
""".strip()


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _GROUPS.splitlines():
        group = frozenset(terms(line))
        for term in group:
            found[term] = found.get(term, frozenset()) | group - {term}
    return found


_KIN = _table()


def kin_of(term: str) -> frozenset[str]:
    """Return the terms that say about the same as ``term``."""
    return _KIN.get(term, frozenset())


def kin(asked: Iterable[str], around: AbstractSet[str]) -> frozenset[str]:
    """Return the terms ``asked`` of which a word that says about the same is ``around``."""
    return frozenset(term for term in asked if not kin_of(term).isdisjoint(around))
