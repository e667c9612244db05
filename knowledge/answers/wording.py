"""What the wording of a question tells by itself: who acts, who spoke, what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from knowledge.answers.kinds import Kind
from knowledge.search.tokens import terms

_WHO_HOLDS = re.compile(
    r"\bwho(?:['’]s|\s+is|\s+was|\s+are|\s+were)\s+(?:the\b|[\w]+['’]s?\s|"
    r"(?:\w+\s+)?(?:ambassador|minister|secretary|president|director|chief|head|governor|mayor|king"
    r"|queen|emperor|chancellor|leader|pope|coach|captain)\b)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\b(?:what|which)\s+(?:percent|percentage)\b", re.IGNORECASE)
_WHO_DID = re.compile(
    r"^\W*who\s+(?!is\b|was\b|are\b|were\b|did\b|does\b|do\b|had\b|has\b|have\b|will\b|would\b)",
    re.IGNORECASE,
)
_SAID_BY = re.compile(
    r"\bwhat\s+(?:did|does|do|had|has)\s+(?:[\w.'’-]+\s+){0,4}?([\w'’-]+)\s+"
    r"(?:say|said|tell|told|ask|asked|claim|argue|demand|announce|explain|warn|urge|emphasi[sz]e|stress)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|on|of|regarding|concerning)\s+(.+)", re.IGNORECASE)
_OF_SORT = re.compile(
    r"\b(?:what|which)\s+(?!(?:is|was|are|were|do|does|did|has|have|had|will|would|can"
    r"|could|must|should)\b)((?:[\w'’-]+\s+){0,2}?[\w'’-]+)(?:\W*$|\s+(?:is|was|are|were|do|did|does|has|have|had|will"
    r"|would|can|could|sold|made|held|won|lost|built|gave|took|became|began|led|met|saw|got|left|came"
    r"|went|lay|ran|grew|fell|rose|sent|bought|brought|kept|\w+ed|\w+s)\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:what|which)\s+year\b", re.IGNORECASE)
_MEASURE = re.compile(r"\bhow\s+(old|far|tall|high|deep|fast|wide|heavy)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\bhow\s+many\s+((?:[\w'’-]+\s+)?[\w'’-]+)", re.IGNORECASE)
_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:wife|husband|spouse|married?|son|daughter|child|children|father|mother|parents?|brother|sister"
    r"|uncle|aunt|cousin|nephew|niece|grand\w+)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:called|termed|dubbed|nicknamed?|known\s+as|referred\s+to(?:\s+as)?)\W*$"
    r"|\b(?:another|other|official|original|full|real|alternate|alternative|common)\s+(?:names?|terms?|words?)\b"
    r"|\b(?:terms?|words?|names?)\b.{0,40}\b(?:for|describes?|refers?|given)\b|\bnicknames?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class Wording:
    """A question as it is worded, and the kind of thing that answers it."""

    text: str
    kind: Kind

    @cached_property
    def asks_who_holds(self) -> bool:
        """Whether a role is given and who has it is wanted: "Who is the foreign minister?"."""
        return _WHO_HOLDS.search(self.text) is not None

    @cached_property
    def speaker(self) -> str:
        """The last word of who spoke, where what was said is wanted, "" elsewhere."""
        match = _SAID_BY.search(self.text)
        return match[1] if match else ""

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The terms of what somebody spoke about: "What did she say about taxes?"."""
        match = _ABOUT.search(self.text)
        return frozenset(terms(match[1])) if match else frozenset()

    @cached_property
    def measure(self) -> str:
        """The word that says what is measured: "old" in "How old is she?", "" where none does."""
        match = _MEASURE.search(self.text)
        return match[1].lower() if match else ""

    @cached_property
    def asks_share(self) -> bool:
        """Whether a share is wanted: "What percentage …?"."""
        return _SHARE.search(self.text) is not None

    @cached_property
    def asks_who_did(self) -> bool:
        """Whether the one who acted is wanted: "Who built it?", not "Who was he?"."""
        return _WHO_DID.search(self.text) is not None

    @cached_property
    def asks_year(self) -> bool:
        """Whether no more of a date is wanted than its year."""
        return _YEAR.search(self.text) is not None

    @cached_property
    def asks_where(self) -> bool:
        """Whether any place answers, named or not: "Where?", not "Which city?"."""
        return self.kind == "place" and _WHERE.search(self.text) is not None

    @cached_property
    def asks_relative(self) -> bool:
        """Whether somebody's kin is wanted, who may bear the same name."""
        return _RELATIVE.search(self.text) is not None

    @cached_property
    def asks_name(self) -> bool:
        """Whether what something is called is wanted, of things described or named otherwise."""
        return _CALLED.search(self.text) is not None

    @cached_property
    def sort(self) -> frozenset[str]:
        """The terms that say of what sort the answer is: "river" in "Which river floods?"."""
        match = _OF_SORT.search(self.text)
        return frozenset(terms(match[1])) if match else frozenset()

    @cached_property
    def counted(self) -> frozenset[str]:
        """The terms of what is counted: "gold gloves" in "How many gold gloves has he won?"."""
        match = _COUNTED.search(self.text)
        return frozenset(terms(match[1])) if match else frozenset()
