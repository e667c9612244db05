"""The gate: which rules refuse a candidate and which make it a draft.

A rule says what is wrong: it returns True for a candidate that must not be asked. Refusing rules
find questions that nobody should see; doubting ones find what an instructor can still put right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from knowledge.questions.candidates import Candidate
from knowledge.questions.rules import (
    describing,
    events,
    figures,
    fluency,
    form,
    giving_away,
    judgement,
    keys,
    nations,
    round_trip,
    single_answer,
    standing,
    trust,
    wording,
    worth,
)
from knowledge.questions.surroundings import Surroundings

Rule = Callable[[Candidate, Surroundings], bool]
"""Says whether a candidate must not be asked (or not without an instructor's look)."""

REFUSING: tuple[Rule, ...] = (
    trust.contradicted_by_other_sources,
    trust.evidence_contradicted,
    trust.misspelt_name,
    trust.office_unlike_the_known,
    form.stem_is_no_whole_question,
    form.stem_is_winding,
    form.too_long_for_a_poll,
    form.key_is_no_name,
    form.too_few_wrong_options,
    standing.stem_refers_to_nothing,
    standing.clause_that_hangs,
    standing.bare_topic_without_a_title,
    standing.names_nothing,
    standing.somebody_else_unnamed,
    giving_away.stem_gives_the_answer,
    giving_away.title_gives_the_answer,
    giving_away.title_is_another_name_of_the_key,
    giving_away.country_of_a_place_named,
    giving_away.wrong_option_in_the_question,
    wording.capital_inside,
    wording.name_decapitalised,
    wording.sentences_glued,
    wording.stray_space,
    wording.wrongly_decoded,
    wording.words_twice,
    wording.unbalanced,
    wording.ends_dangling,
    wording.blank_inside_a_name,
    wording.compound_cut_short,
    wording.opening_lost,
    wording.name_never_written,
    wording.two_finite_verbs,
    wording.two_years,
    worth.too_exact_to_remember,
    worth.caption_of_a_picture,
    figures.counts_nothing_lasting,
    keys.kind_asked_is_half_the_key,
    keys.host_of_the_games,
    keys.no_place_that_lies,
    keys.no_role_of_a_person,
    keys.article_that_is_not_the_keys,
    standing.says_nothing_exact,
    standing.title_names_nothing,
    wording.purpose_cut_short,
    worth.share_of_no_year,
    worth.year_of_a_statistic,
    worth.name_in_a_statistic,
    worth.one_of_several_figures,
    worth.something_passing,
    worth.true_for_the_time_being,
    figures.bounded_by_another_figure,
    trust.key_not_in_its_article,
    keys.country_guessed_at_once,
    events.war_pins_it,
    standing.fits_many,
    fluency.modifier_without_its_noun,
    fluency.age_left_hanging,
    fluency.opens_with_no_noun,
    fluency.pair_with_one_half,
    fluency.remark_left_open,
    fluency.called_behind_an_and,
    fluency.subject_lost,
    fluency.ends_before_its_verb,
    fluency.ends_with_saying,
    fluency.ends_with_somebody,
    fluency.ends_pointing_back,
    fluency.credit_behind_a_dash,
    trust.one_of_two_bearers,
    describing.term_of_a_whole_row,
    keys.kind_of_the_key_again,
    keys.office_for_a_name,
    figures.share_in_per_cent,
    judgement.announced_for_later,
    single_answer.blank_in_a_list,
    single_answer.another_answer_fits,
    round_trip.key_not_in_evidence,
    round_trip.value_not_read_back,
)
"""Nobody should see what one of these finds."""

DOUBTING: tuple[Rule, ...] = (
    trust.short_form_of_somebody_else,
    form.question_is_laboured,
    standing.office_without_a_time,
    form.key_is_conspicuously_long,
    standing.one_in_a_row_unnamed,
    standing.act_without_its_content,
    standing.left_over_from_before,
    standing.just_a_thing,
    standing.follows_what_is_not_shown,
    standing.too_little_without_a_title,
    standing.name_without_its_family_name,
    giving_away.nationality_that_only_the_key_has,
    giving_away.event_given_by_its_year,
    giving_away.year_of_a_fourth,
    giving_away.article_tells_the_key,
    wording.comma_in_a_predicate,
    wording.date_of_another_event,
    wording.span_with_a_year,
    worth.perishable_figure,
    worth.exact_day_of_a_lesser_event,
    worth.place_beside_a_distance,
    events.year_of_no_event,
    events.another_year_pins_it,
    keys.job_title_in_the_key,
    keys.too_long_to_type,
    keys.part_of_a_larger_place,
    keys.short_for_a_longer_name,
    keys.told_in_passing,
    figures.number_to_be_typed,
    keys.city_that_is_a_team,
    keys.one_school_of_several,
    keys.one_of_those_included,
    keys.life_of_somebody_else,
    keys.common_noun_with_a_capital,
    keys.post_of_no_body,
    keys.abbreviation_for_a_name,
    figures.number_of_no_essential_part,
    describing.description_fits_others,
    describing.doer_of_little,
    describing.term_with_a_place_before,
    judgement.somebodys_judgement,
    judgement.of_a_whole_work,
    judgement.petty_matter,
    judgement.year_in_a_lesser_life,
    nations.land_in_a_question,
    nations.ship_that_tells_the_nation,
    nations.name_that_sounds_foreign,
    nations.home_told_at_the_opening,
    nations.found_on_a_map,
    nations.street_of_a_town,
    nations.sort_told_before_the_blank,
    standing.counted_before,
    standing.month_of_no_year,
    standing.definite_without_a_title,
    standing.open_at_its_end,
)
"""What one of these finds waits for an instructor."""

SEARCHING: tuple[Rule, ...] = (
    wording.article_lost,
    single_answer.said_again_with_another_value,
    round_trip.source_not_found_again,
)
"""These look through the library, and only for what nothing else refuses or doubts."""

MILD = frozenset(
    {"bare_definite", "thin", "cut_in_the_middle", "progressive_or_perfect", "present_event"}
    | {"may_have_happened_more_than_once", "verb_without_its_goal", "reported_speech"}
    | {"state_not_event", "comparison_without_measure"}
)
"""Doubts about the wording that an instructor can weigh: alone, each makes a draft."""

MOST_DOUBTS = 2
"""What more rules doubt is past mending, and not worth an instructor's time."""

SETTLED: Mapping[str, Rule] = {
    "bare_definite": standing.year_under_a_title,
    "verb_without_its_goal": standing.blank_is_the_goal,
}
"""Doubts that weigh nothing, alone, where what they miss is shown after all."""


def judged(candidate: Candidate, around: Surroundings) -> Candidate:
    """The candidate with the names of the rules that refuse or doubt it."""
    grave, mild = _weighed(candidate, around)
    refused = (*grave, *_found(REFUSING, candidate, around))
    doubted = (*mild, *_found(DOUBTING, candidate, around))
    if not refused and not doubted:
        doubted = _found(SEARCHING, candidate, around)
    if len(doubted) > MOST_DOUBTS:
        refused = (*refused, "doubted_too_often")
    return replace(candidate, refused_by=refused, doubted_by=doubted)


def _weighed(
    candidate: Candidate, around: Surroundings
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fact's own doubts that refuse the candidate, and those that make it a draft."""
    doubts = candidate.fact.doubts
    if len(doubts) != 1 or doubts[0] not in MILD:
        return doubts, ()
    settles = SETTLED.get(doubts[0])
    return (), () if settles and settles(candidate, around) else doubts


def _found(rules: tuple[Rule, ...], candidate: Candidate, around: Surroundings) -> tuple[str, ...]:
    return tuple(rule.__name__ for rule in rules if rule(candidate, around))
