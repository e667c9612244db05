"""Whether the words of a clause can stand alone in a question, and if not, why.

Together with the article's title they must make sense to somebody who has not read the sentence
before. The rules live in ``references``, ``soundness``, ``cuts``, ``debris`` and ``joints``; the
name of a rule is its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from knowledge.facts.doubts import cuts, debris, joints, soundness
from knowledge.facts.reading import references
from knowledge.facts.reading.clauses import CLAUSES_IN_HAND, Clause

OF_CLAUSE: tuple[Callable[[Clause], bool], ...] = (
    soundness.conditional,
    soundness.progressive_or_perfect,
    soundness.reported_speech,
    soundness.present_event,
    cuts.cut_in_the_middle,
    cuts.conjunction_lost,
    cuts.somebody_before_the_verb,
    cuts.name_cut,
    cuts.subject_cut,
    cuts.behind_the_second_verb,
    cuts.genitive_alone,
    references.subject_not_nominal,
    soundness.tense_not_finite,
    soundness.verb_first,
    soundness.voice_unsure,
    soundness.had_it_done,
    cuts.remark_goes_on,
    cuts.remark_left_behind,
    cuts.two_times,
    joints.comma_before_its_verb,
)
"""Say that no words of the clause would do."""
OF_WORDS: tuple[Callable[[Clause, Collection[int]], bool], ...] = (
    debris.quotes_or_brackets,
    debris.parse_debris,
    soundness.modal_or_negated,
    references.refers_by_pronoun,
    references.pronoun_unsure,
    references.points_back,
    references.points_at_context,
    references.bare_definite,
    references.somebody_unnamed,
    references.somebody_named_twice,
    soundness.opinion,
    soundness.thin,
    soundness.nearly_empty,
    references.comparison_without_measure,
    debris.number_with_a_dash,
    soundness.verb_without_its_goal,
    cuts.name_left_out,
    debris.broken_rendering,
    cuts.ends_in_the_air,
    soundness.subordinate,
    soundness.superlative_since,
    soundness.true_at_a_time_only,
    joints.half_of_a_pair,
    joints.word_without_its_noun,
    joints.verbs_unjoined,
    joints.sentences_spliced,
    joints.two_subjects,
    joints.member_of_a_list_lost,
)
"""Say that a question made of these words of the clause would not do."""


def doubts(clause: Clause, used: Collection[int]) -> Iterator[str]:
    """The names of the rules by which these words of the clause cannot stand alone."""
    yield from _of_clause(clause)
    yield from (rule.__name__ for rule in OF_WORDS if rule(clause, used))


@lru_cache(maxsize=CLAUSES_IN_HAND)
def _of_clause(clause: Clause) -> tuple[str, ...]:
    """Asked once for all the questions that a clause is tried for."""
    return tuple(rule.__name__ for rule in OF_CLAUSE if rule(clause))
