"""What each rule's word counts for: whether it refuses, is weighed as a sign, or doubts.

A rule says what is wrong: it returns True for a candidate that has the fault. ``gate`` asks them.
"""

from __future__ import annotations

from collections.abc import Callable

from knowledge.questions.candidates import Candidate
from knowledge.questions.rules import (
    cut_names,
    describing,
    events,
    figures,
    fluency,
    form,
    giving_away,
    joining,
    judgement,
    keys,
    left_out,
    round_trip,
    single_answer,
    standing,
    trust,
    unnamed,
    whole_names,
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
    trust.one_of_two_bearers,
    trust.short_form_of_somebody_else,
    trust.town_of_the_same_name,
    trust.one_person_twice,
    trust.nobody_is_built,
    trust.firm_of_the_same_name,
    trust.grave_left_again,
    trust.key_not_in_its_article,
    trust.one_of_two_years,
    form.stem_is_no_whole_question,
    form.too_long_for_a_poll,
    form.key_is_no_name,
    form.too_few_wrong_options,
    standing.stem_refers_to_nothing,
    standing.pronoun_before_any_name,
    standing.he_of_no_person_named,
    standing.his_of_somebody_left_out,
    standing.its_before_any_thing,
    standing.one_of_what,
    standing.where_is_left_open,
    standing.main_clause_lost,
    unnamed.bare_topic_without_a_title,
    standing.somebody_else_unnamed,
    standing.office_without_a_time,
    giving_away.stem_gives_the_answer,
    giving_away.title_gives_the_answer,
    giving_away.title_is_another_name_of_the_key,
    giving_away.list_of_its_keeper,
    giving_away.row_tells_the_number,
    giving_away.country_of_a_place_named,
    giving_away.beside_what_it_lies_in,
    giving_away.wrong_option_in_the_question,
    wording.capital_inside,
    whole_names.names_glued,
    wording.sentences_glued,
    wording.stray_space,
    wording.address_of_a_page,
    wording.wrongly_decoded,
    wording.words_twice,
    wording.unbalanced,
    wording.ends_dangling,
    joining.object_lost,
    joining.comma_before_the_verb,
    wording.remark_on_the_date,
    joining.second_predicate,
    cut_names.name_around_the_blank,
    wording.compound_cut_short,
    cut_names.home_of_somebody,
    joining.goes_on_behind_a_semicolon,
    joining.relative_without_its_verb,
    joining.two_finite_verbs,
    joining.list_cut_short,
    joining.half_of_the_next_clause,
    joining.clause_of_a_name_alone,
    left_out.remark_goes_on_unclosed,
    left_out.purpose_lost_with_a_remark,
    left_out.joined_where_a_sentence_ended,
    left_out.first_of_a_row,
    left_out.verb_lost_behind_a_colon,
    left_out.joint_lost_before_a_year,
    left_out.participle_left_behind,
    left_out.somebody_beside_another,
    left_out.comma_of_a_lost_remark,
    left_out.somebody_of_the_next_clause,
    left_out.half_of_a_compound,
    left_out.remark_on_what_is_lost,
    left_out.somebody_called_what_he_was,
    left_out.apposition_for_a_subject,
    wording.two_years,
    joining.purpose_cut_short,
    joining.aim_lost,
    wording.date_of_another_event,
    wording.weekday_without_its_date,
    figures.span_to_be_subtracted,
    figures.bounded_by_another_figure,
    keys.no_place_that_lies,
    keys.no_role_of_a_person,
    keys.article_that_is_not_the_keys,
    keys.country_guessed_at_once,
    keys.office_for_a_name,
    keys.kin_of_the_same_name,
    keys.bearer_of_the_topics_name,
    keys.prize_told_by_its_field,
    keys.noun_that_says_nothing,
    keys.place_that_lives,
    keys.wider_than_the_source,
    events.war_pins_it,
    events.prize_of_the_year,
    fluency.age_left_hanging,
    fluency.emphatic_did,
    fluency.now_in_a_tale,
    fluency.time_before_the_subject,
    fluency.opens_with_no_noun,
    fluency.pair_with_one_half,
    fluency.since_without_its_verb,
    fluency.owner_of_nothing,
    fluency.called_behind_an_and,
    fluency.subject_lost,
    fluency.first_of_nothing,
    fluency.ends_with_saying,
    fluency.ends_with_somebody,
    fluency.ends_pointing_back,
    fluency.past_behind_did,
    fluency.predicate_and_participle,
    fluency.was_to_be,
    fluency.object_behind_what_it_became,
    describing.term_of_a_whole_row,
    describing.description_fits_others,
    describing.term_told_before,
    describing.half_of_a_term,
    describing.named_and_no_term,
    describing.one_of_several_and_no_term,
    describing.one_thing_named_by_another,
    judgement.announced_for_later,
    judgement.loaded_word,
    single_answer.another_answer_fits,
    single_answer.one_of_several_doers,
    single_answer.happened_again,
    round_trip.key_not_in_evidence,
    round_trip.value_not_read_back,
)
"""Nobody should see what one of these finds."""

SIGNS: tuple[Rule, ...] = (
    worth.something_passing,
    worth.meeting_in_private,
    standing.says_nothing_exact,
    standing.clause_that_hangs,
    form.stem_is_winding,
    cut_names.blank_inside_a_name,
    joining.comma_in_a_predicate,
    figures.counts_nothing_lasting,
    figures.number_of_no_essential_part,
    unnamed.one_in_a_row_unnamed,
    standing.act_without_its_content,
    standing.month_of_no_year,
    worth.perishable_figure,
    worth.name_in_a_statistic,
    events.year_of_no_event,
    events.another_year_pins_it,
    keys.too_long_to_type,
    keys.short_for_a_longer_name,
    keys.office_in_passing,
    describing.asked_by_what_it_does,
    describing.thing_of_the_text,
    judgement.year_in_a_lesser_life,
)
"""What one of these finds speaks against a question; how much, the ratings say."""

DOUBTING: tuple[Rule, ...] = (
    standing.office_in_the_news,
    standing.goal_told_before,
    trust.surname_of_another_too,
    trust.heir_of_the_same_name,
    unnamed.founded_without_a_name,
    giving_away.article_tells_the_key,
    giving_away.world_war_to_be_guessed,
    giving_away.kind_is_half_the_name,
    describing.term_set_beside,
    judgement.words_of_somebody,
    unnamed.thing_told_by_its_kind,
    unnamed.institution_by_its_kind,
    standing.left_over_from_before,
    standing.such_without_its_like,
    standing.number_without_its_noun,
    standing.distance_from_a_place_told,
    form.key_is_conspicuously_long,
    form.only_the_key_is_a_range,
    giving_away.nationality_that_only_the_key_has,
    giving_away.where_the_subject_lies,
    keys.part_of_a_town,
    keys.life_of_somebody_else,
    whole_names.article_lost,
    single_answer.one_of_two_causes,
    single_answer.one_or_the_other,
    single_answer.said_again_with_another_value,
    round_trip.source_not_found_again,
)
"""What would be safe waits for an instructor where one of these finds something; the last ones
search the library."""

WEIGHED_DOUBTS = frozenset(
    {"thin", "bare_definite", "pronoun_unsure", "subject_not_nominal", "present_event"}
    | {"gap_in_a_longer_name", "quotes_or_brackets", "ends_in_the_air"}
    | {"progressive_or_perfect", "verb_without_its_goal"}
    | {"somebody_unnamed", "gap_in_a_list", "verbs_unjoined", "sentence_too_long"}
    | {"broken_rendering", "may_have_happened_more_than_once", "conditional"}
    | {"number_with_a_dash", "remark_goes_on", "two_times", "nearly_empty"}
    | {"opinion", "comparison_without_measure", "reported_speech", "modal_or_negated"}
    | {"phrase_moved", "moved_behind_a_verb", "predicate_on_a_noun", "loose_before_the_subject"}
    | {"somebody_named_twice", "name_left_out", "equation"}
    | {"points_at_context", "state_not_event", "said_of_somebody_unnamed"}
    | {"parse_debris", "cut_in_the_middle", "two_subjects"}
    | {"description_judges", "description_loose", "description_of_nothing"}
)
"""A fact's own doubts that weigh like a sign; its other doubts refuse."""

COUNTED = frozenset(
    {"meeting_duration", "meeting_date", "meeting_place", "meeting_venue", "meeting_before"}
    | {"visit_duration", "arrival_date", "delay", "postponement", "postponement_cause"}
    | {"office", "first_in", "meaning", "sort"}
)
"""Kinds of facts that require so much that a sign is enough to doubt them.

Of all others any clause can make some: whether one is worth asking is weighed.
"""
