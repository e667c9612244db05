"""What two raters thought of questions, found again by digest, and what the gate makes of them.

Knows no text: a question is known by its stem and its answer, whoever made it from whatever.
"""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.questions.candidates import Candidate

RATINGS = Path(__file__).with_name("questions_ratings.tsv")


@dataclass(frozen=True, slots=True)
class Rating:
    """How many of the two raters take a question unchanged; whether they find its options fair.

    ``shown`` is the digest of what they saw, options included; ``was_safe`` tells drafts apart.
    """

    takers: int
    is_key_right: bool
    are_options_fair: bool
    shown: str
    was_safe: bool

    def holds_for(self, candidate: Candidate) -> bool:
        """Whether a verdict is on the candidate as it is now, or on what is the same in it."""
        now = digest(candidate.stem, candidate.answer, (candidate.answer, *candidate.distractors))
        return self.are_options_fair or self.shown == now


@dataclass(slots=True)
class Tally:
    """Candidates that one rule alone keeps from being safe, and the raters of those rated."""

    alone: int = 0
    both: int = 0
    one: int = 0
    none: int = 0

    def count(self, rating: Rating | None) -> None:
        """Add a candidate with what the raters think of it, if it was rated."""
        self.alone += 1
        if rating is not None:
            self.both += rating.takers == 2
            self.one += rating.takers == 1
            self.none += rating.takers == 0


def digest(stem: str, answer: str, options: Sequence[str] | None = None) -> str:
    """The digest of a question, or of what is shown of it: with its options, or typed."""
    parts = [stem, answer]
    if options is not None:
        parts += sorted(options) if len(options) > 1 else ["typed"]
    return hashlib.sha256("\t".join(parts).encode()).hexdigest()[:16]


def read(path: Path = RATINGS) -> dict[str, Rating]:
    """The ratings by digest."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["digest"]: _rating(row) for row in csv.DictReader(file, delimiter="\t")}


def by_rule(candidates: Iterable[Candidate], ratings: dict[str, Rating]) -> dict[str, Tally]:
    """For each rule the candidates that no other one keeps from being safe."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for candidate in candidates:
        found = (*candidate.refused_by, *candidate.doubted_by)
        if len(found) == 1:
            tallies[found[0]].count(ratings.get(digest(candidate.stem, candidate.answer)))
    return dict(sorted(tallies.items(), key=lambda each: -each[1].alone))


def _rating(row: dict[str, str]) -> Rating:
    takers = (row["first_rater"] == "yes") + (row["second_rater"] == "yes")
    fair, right = row["options_fair"] == "yes", row["key_right"] == "yes"
    return Rating(takers, right, fair, row["shown"], row["tier"] == "safe")
