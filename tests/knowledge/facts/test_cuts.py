"""What cutting and turning a clause may spoil, and what is done about it, on hand-made trees."""

import sys
from pathlib import Path

from knowledge.facts.kinds import agents, deeds, gaps, scenes, times

sys.path.insert(0, str(Path(__file__).parent))
from trees import read

KNOWN = "Danish writer Karen Holm met Mr. Per Dahl. The painter Nora Lund came."


def stated(kind, *parts):
    found, names = read(*parts, known=KNOWN)
    said = [statement for clause in found for statement in kind.statements(clause, names)]
    assert said
    return said


def doubts(kind, *parts):
    return {doubt for statement in stated(kind, *parts) for doubt in statement.doubts}


def test_who_somebody_is_is_no_second_subject():
    part = (
        "Karen Holm, the first judge of Bergen, was the founder of the court.",
        (
            "Karen/NNP/nsubj/12 Holm/NNP/flat/1 ,/,/punct/1 the/DT/det/6 first/JJ/amod/6"
            " judge/NN/nsubj/12 of/IN/case/8 Bergen/NNP/nmod/6 ,/,/punct/6 was/VBD/cop/12"
            " the/DT/det/12 founder/NN/root/0 of/IN/case/15 the/DT/det/15 court/NN/nmod/12"
            " ././punct/12"
        ),
    )
    (statement,) = stated(deeds, part)
    assert statement.arguments["deed"] == "was the founder of the court"


def test_a_verb_with_two_subjects_is_doubted():
    part = (
        "Karen Holm the judge saw the old court in 1921.",
        (
            "Karen/NNP/nsubj/5 Holm/NNP/flat/1 the/DT/det/4 judge/NN/nsubj/5 saw/VBD/root/0"
            " the/DT/det/8 old/JJ/amod/8 court/NN/obj/5 in/IN/case/10 1921/CD/obl/5 ././punct/5"
        ),
    )
    assert "two_subjects" in doubts(deeds, part)


def test_an_engineer_whose_name_is_cut_off_is_nobody():
    part = (
        "Karen Holm treated an old engineer, Per Dahl, in 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 treated/VBD/root/0 an/DT/det/6 old/JJ/amod/6"
            " engineer/NN/obj/3 ,/,/punct/8 Per/NNP/appos/6 Dahl/NNP/flat/8 ,/,/punct/8"
            " in/IN/case/12 1921/CD/obl/3 ././punct/3"
        ),
    )
    assert "name_left_out" in doubts(times, part)


def test_what_is_said_of_a_remark_goes_with_it():
    part = (
        "Karen Holm saw the wall, by the old singer, whose name is Per Dahl.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 saw/VBD/root/0 the/DT/det/5 wall/NN/obj/3"
            " ,/,/punct/10 by/IN/case/10 the/DT/det/10 old/JJ/amod/10 singer/NN/nmod/5"
            " ,/,/punct/15 whose/WP$/nmod:poss/13 name/NN/nsubj/15 is/VBZ/cop/15"
            " Per/NNP/conj/5 Dahl/NNP/flat/15 ././punct/3"
        ),
    )
    assert "remark_left_behind" in doubts(gaps, part)


def test_what_stood_before_the_and_is_not_lost_from_a_list():
    part = (
        "The old method was found by two scholars in Bergen, Per Dahl and Nora Lund.",
        (
            "The/DT/det/3 old/JJ/amod/3 method/NN/nsubj:pass/5 was/VBD/aux:pass/5"
            " found/VBN/root/0 by/IN/case/8 two/CD/nummod/8 scholars/NNS/obl:agent/5 in/IN/case/10"
            " Bergen/NNP/nmod/8 ,/,/punct/12 Per/NNP/appos/8 Dahl/NNP/flat/12 and/CC/cc/15"
            " Nora/NNP/conj/8 Lund/NNP/flat/15 ././punct/5"
        ),
    )
    assert "member_of_a_list_lost" in doubts(gaps, part)


def test_an_and_of_nouns_joins_no_verbs():
    part = (
        "Karen Holm wrote the song and the play was the old one of Bergen in 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 wrote/VBD/root/0 the/DT/det/5 song/NN/obj/3"
            " and/CC/cc/8 the/DT/det/8 play/NN/conj/5 was/VBD/cop/12 the/DT/det/12 old/JJ/amod/12"
            " one/NN/xcomp/3 of/IN/case/14 Bergen/NNP/nmod/12 in/IN/case/16 1921/CD/obl/3"
            " ././punct/3"
        ),
    )
    assert "verbs_unjoined" in doubts(times, part)


MOVED = (
    "Karen Holm worked in Bergen and in 1921 moved to the old town of Turku.",
    (
        "Karen/NNP/nsubj/3 Holm/NNP/flat/1 worked/VBD/root/0 in/IN/case/5 Bergen/NNP/obl/3"
        " and/CC/cc/9 in/IN/case/8 1921/CD/obl/9 moved/VBD/conj/3 to/IN/case/13 the/DT/det/13"
        " old/JJ/amod/13 town/NN/obl/9 of/IN/case/15 Turku/NNP/nmod/13 ././punct/3"
    ),
)


def test_the_time_before_a_second_verb_goes_before_its_subject_again():
    sentences = {statement.arguments["sentence"] for statement in stated(gaps, MOVED)}
    assert "In _____ Karen Holm moved to the old town of Turku." in sentences


def test_the_time_before_a_second_verb_is_asked_for_like_any_other():
    events = {statement.arguments["event"] for statement in stated(times, MOVED)}
    assert "did Karen Holm move to the old town of Turku" in events


def test_what_somebody_was_does_not_move_behind_what_they_did():
    part = (
        "A heavy smoker, Karen Holm died of cancer in Norway.",
        (
            "A/DT/det/3 heavy/JJ/amod/3 smoker/NN/obl/7 ,/,/punct/7 Karen/NNP/nsubj/7"
            " Holm/NNP/flat/5 died/VBD/root/0 of/IN/case/9 cancer/NN/obl/7 in/IN/case/11"
            " Norway/NNP/obl/7 ././punct/7"
        ),
    )
    assert "description_moved" in doubts(scenes, part)


def test_a_remark_on_the_answer_does_not_stay_behind_without_it():
    part = (
        "Karen Holm wrote the old song in Norway, one of many lands.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 wrote/VBD/root/0 the/DT/det/6 old/JJ/amod/6"
            " song/NN/obj/3 in/IN/case/8 Norway/NNP/obl/3 ,/,/punct/10 one/CD/obl/3 of/IN/case/13"
            " many/JJ/amod/13 lands/NNS/nmod/10 ././punct/3"
        ),
    )
    assert "explained_behind" in doubts(scenes, part)


def test_a_participle_behind_a_comma_is_no_verb_of_the_subject():
    part = (
        "The old harbour, painted in 1921.",
        (
            "The/DT/det/3 old/JJ/amod/3 harbour/NN/nsubj/5 ,/,/punct/3 painted/VBD/root/0"
            " in/IN/case/7 1921/CD/obl/5 ././punct/5"
        ),
    )
    assert "comma_before_its_verb" in doubts(gaps, part)


def test_a_person_after_whom_a_thing_is_called_is_not_left_out():
    part = (
        "Karen Holm gave the Dahl lecture of Bergen.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 gave/VBD/root/0 the/DT/det/6 Dahl/NNP/compound/6"
            " lecture/NN/obj/3 of/IN/case/8 Bergen/NNP/nmod/6 ././punct/3"
        ),
    )
    assert "person_names_a_thing" in doubts(gaps, part)


def test_a_particle_stays_beside_its_verb_when_a_passive_is_turned():
    part = (
        "The old work was carried out by Karen Holm.",
        (
            "The/DT/det/3 old/JJ/amod/3 work/NN/nsubj:pass/5 was/VBD/aux:pass/5"
            " carried/VBN/root/0 out/RP/compound:prt/5 by/IN/case/8 Karen/NNP/obl:agent/5"
            " Holm/NNP/flat/8 ././punct/5"
        ),
    )
    (statement,) = stated(agents, part)
    assert statement.arguments["deed"] == "carried out the old work"


def test_the_time_of_saying_stands_before_what_was_said():
    part = (
        "In 1921 Karen Holm said that the old harbour burned.",
        (
            "In/IN/case/2 1921/CD/obl/5 Karen/NNP/nsubj/5 Holm/NNP/flat/3 said/VBD/root/0"
            " that/IN/mark/10 the/DT/det/9 old/JJ/amod/9 harbour/NN/nsubj/10 burned/VBD/ccomp/5"
            " ././punct/5"
        ),
    )
    (statement,) = stated(deeds, part)
    assert statement.arguments["deed"] == "said in 1921 that the old harbour burned"


def test_what_moves_behind_does_not_stop_beside_another_verb():
    part = (
        "In Norway Karen Holm wrote the old song that pleased Per Dahl.",
        (
            "In/IN/case/2 Norway/NNP/obl/5 Karen/NNP/nsubj/5 Holm/NNP/flat/3 wrote/VBD/root/0"
            " the/DT/det/8 old/JJ/amod/8 song/NN/obj/5 that/WDT/nsubj/10 pleased/VBD/acl:relcl/8"
            " Per/NNP/obj/10 Dahl/NNP/flat/11 ././punct/5"
        ),
    )
    assert "moved_behind_a_verb" in doubts(deeds, part)


def test_a_name_between_two_commas_is_no_comma_before_the_verb():
    part = (
        "The old mayor, Karen Holm, opened the bridge of Bergen in 1921.",
        (
            "The/DT/det/3 old/JJ/amod/3 mayor/NN/nsubj/8 ,/,/punct/5 Karen/NNP/appos/3"
            " Holm/NNP/flat/5 ,/,/punct/5 opened/VBD/root/0 the/DT/det/10 bridge/NN/obj/8"
            " of/IN/case/12 Bergen/NNP/nmod/10 in/IN/case/14 1921/CD/obl/8 ././punct/8"
        ),
    )
    assert "comma_before_its_verb" not in doubts(gaps, part)


def test_an_american_date_takes_its_second_comma_along():
    part = (
        "The old bridge was opened on May 24, 1883, in Norway.",
        (
            "The/DT/det/3 old/JJ/amod/3 bridge/NN/nsubj:pass/5 was/VBD/aux:pass/5"
            " opened/VBN/root/0 on/IN/case/7 May/NNP/obl/5 24/CD/nummod/7 ,/,/punct/7"
            " 1883/CD/nmod:unmarked/7 ,/,/punct/5 in/IN/case/13 Norway/NNP/obl/5 ././punct/5"
        ),
    )
    (statement,) = stated(times, part)
    assert statement.arguments["event"] == "was the old bridge opened in Norway"
    assert "explained_behind" not in statement.doubts


def test_a_subject_without_its_middle_is_no_subject():
    part = (
        "Old Bergen, on the northern side of the town, was painted by Karen Holm in 1921.",
        (
            "Old/NNP/compound/7 Bergen/NNP/flat/1 ,/,/punct/6 on/IN/case/6 the/DT/det/6"
            " northern/JJ/nmod/1 side/NN/nsubj:pass/13 of/IN/case/10 the/DT/det/10 town/NN/nmod/7"
            " ,/,/punct/7 was/VBD/aux:pass/13 painted/VBN/root/0 by/IN/case/15"
            " Karen/NNP/obl:agent/13 Holm/NNP/flat/15 in/IN/case/18 1921/CD/obl/13 ././punct/13"
        ),
    )
    assert "subject_cut" in doubts(times, part)


def test_what_stands_behind_a_second_verb_is_that_verbs():
    part = (
        "Karen Holm painted the harbour and had studied the sea, its ships since 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 painted/VBD/root/0 the/DT/det/5 harbour/NN/obj/3"
            " and/CC/cc/8 had/VBD/aux/8 studied/VBN/conj/3 the/DT/det/10 sea/NN/obj/8 ,/,/punct/3"
            " its/PRP$/nmod:poss/13 ships/NNS/obj/3 since/IN/case/15 1921/CD/nmod/13 ././punct/3"
        ),
    )
    assert "behind_the_second_verb" in doubts(gaps, part)


def test_a_numeral_that_looks_like_a_pronoun_stays_a_numeral():
    part = (
        "In 1921 King Harald I painted the harbour of Bergen.",
        (
            "In/IN/case/2 1921/CD/nummod/4 King/NNP/nmod:desc/4 Harald/NNP/obl/6 I/PRP/nsubj/6"
            " painted/VBD/root/0 the/DT/det/8 harbour/NN/obj/6 of/IN/case/10 Bergen/NNP/nmod/8"
            " ././punct/6"
        ),
    )
    said = {statement.arguments["sentence"] for statement in stated(gaps, part)}
    assert not any("Harald Harald" in sentence for sentence in said)


def test_what_follows_a_who_may_be_its_own_second_verb():
    part = (
        "The court was led by Karen Holm, who studied law and joined the choir in 1921.",
        (
            "The/DT/det/2 court/NN/nsubj:pass/4 was/VBD/aux:pass/4 led/VBN/root/0 by/IN/case/6"
            " Karen/NNP/obl/4 Holm/NNP/flat/6 ,/,/punct/10 who/WP/nsubj/10 studied/VBD/acl:relcl/6"
            " law/NN/obj/10 and/CC/cc/13 joined/VBD/conj/4 the/DT/det/15 choir/NN/obj/13"
            " in/IN/case/17 1921/CD/obl/13 ././punct/4"
        ),
    )
    found, names = read(part, known=KNOWN)
    said = [statement for clause in found for statement in times.statements(clause, names)]
    assert not any("join" in statement.arguments["event"] for statement in said)


def test_what_stands_behind_a_place_is_said_of_the_place():
    part = (
        "Entry to the Bergen Park, established in 1954, was free.",
        (
            "Entry/NN/nsubj/12 to/IN/case/5 the/DT/det/5 Bergen/NNP/compound/5 Park/NNP/nmod/1"
            " ,/,/punct/7 established/VBN/acl/1 in/IN/case/9 1954/CD/obl/7 ,/,/punct/7"
            " was/VBD/cop/12 free/JJ/root/0 ././punct/12"
        ),
    )
    found, names = read(part, known=KNOWN)
    assert not [told for clause in found for told in times.statements(clause, names)]


FIRST = (
    "Karen Holm left Bergen in 1920.",
    (
        "Karen/NNP/nsubj/3 Holm/NNP/flat/1 left/VBD/root/0 Bergen/NNP/obj/3 in/IN/case/6"
        " 1920/CD/obl/3 ././punct/3"
    ),
)


def test_a_name_in_the_place_of_she_is_set_off_from_the_name_before_it():
    part = (
        "In Turku she met the painter Nora Lund.",
        (
            "In/IN/case/2 Turku/NNP/obl/4 she/PRP/nsubj/4 met/VBD/root/0 the/DT/det/6"
            " painter/NN/compound/7 Nora/NNP/obj/4 Lund/NNP/flat/7 ././punct/4"
        ),
    )
    sentences = {statement.arguments["sentence"] for statement in stated(gaps, FIRST, part)}
    assert "In Turku, Karen Holm met the painter _____." in sentences


def test_an_and_behind_a_comma_joins_all_of_a_clause():
    part = (
        "Many left the land, and Karen Holm sold the old mill in 1921.",
        (
            "Many/NNS/nsubj/2 left/VBD/root/0 the/DT/det/4 land/NN/obj/2 ,/,/punct/9 and/CC/cc/7"
            " Karen/NNP/nsubj/9 Holm/NNP/flat/7 sold/VBD/conj/2 the/DT/det/12 old/JJ/amod/12"
            " mill/NN/obj/9 in/IN/case/14 1921/CD/obl/9 ././punct/2"
        ),
    )
    assert "conjunction_lost" not in doubts(times, part)


def test_a_name_of_several_is_set_off_as_well():
    part = (
        "In the United States she met the painter Nora Lund.",
        (
            "In/IN/case/4 the/DT/det/4 United/NNP/compound/4 States/NNPS/obl/6 she/PRP/nsubj/6"
            " met/VBD/root/0 the/DT/det/8 painter/NN/compound/9 Nora/NNP/obj/6 Lund/NNP/flat/9"
            " ././punct/6"
        ),
    )
    sentences = {statement.arguments["sentence"] for statement in stated(gaps, FIRST, part)}
    assert "In the United States, Karen Holm met the painter _____." in sentences


def test_a_number_in_a_name_counts_nothing():
    part = (
        "Karen Holm fought in the Five Days of Bergen and sold five mills.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 fought/VBD/root/0 in/IN/case/7 the/DT/det/7"
            " Five/CD/nummod/7 Days/NNS/obl/3 of/IN/case/9 Bergen/NNP/nmod/7 and/CC/cc/11"
            " sold/VBD/conj/3 five/CD/nummod/13 mills/NNS/obj/11 ././punct/3"
        ),
    )
    assert {s.value for s in stated(gaps, part) if s.expected.kind == "quantity"} == {"five"}


def test_whom_a_lake_is_called_after_is_not_left_out():
    part = (
        "The boat of Holm's Lake sank in 1921.",
        (
            "The/DT/det/2 boat/NN/nsubj/7 of/IN/case/6 Holm/NNP/nmod:poss/6 's/POS/case/4"
            " Lake/NNP/nmod/2 sank/VBD/root/0 in/IN/case/9 1921/CD/obl/7 ././punct/7"
        ),
    )
    blanks = [s for s in stated(gaps, part) if s.value == "Karen Holm"]
    assert all("gap_in_a_longer_name" in s.doubts for s in blanks)


def test_who_stands_before_the_second_verb_did_it():
    part = (
        "Norway left the land, and the painter Karen Holm sold the old mill in 1921.",
        (
            "Norway/NNP/nsubj/2 left/VBD/root/0 the/DT/det/4 land/NN/obj/2 ,/,/punct/11"
            " and/CC/cc/9 the/DT/det/8 painter/NN/nmod:desc/9 Karen/NNP/fixed/5 Holm/NNP/flat/9"
            " sold/VBD/conj/2 the/DT/det/13 old/JJ/amod/13 mill/NN/obj/11 in/IN/case/15"
            " 1921/CD/obl/11 ././punct/2"
        ),
    )
    assert "somebody_before_the_verb" in doubts(gaps, part)


def test_who_is_named_with_the_doer_is_no_other_doer():
    part = (
        "Karen Holm left Turku and with the painter Nora Lund founded the old school in 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 left/VBD/root/0 Turku/NNP/obj/3 and/CC/cc/11"
            " with/IN/case/9 the/DT/det/9 painter/NN/compound/9 Nora/NNP/obl/11 Lund/NNP/flat/9"
            " founded/VBD/conj/3 the/DT/det/14 old/JJ/amod/14 school/NN/obj/11 in/IN/case/16"
            " 1921/CD/obl/11 ././punct/3"
        ),
    )
    assert "somebody_before_the_verb" not in doubts(times, part)


def test_what_somebody_had_moved_moved_itself_for_nobody():
    part = (
        "Karen Holm had the stone cut in Moss and later moved to Bergen in 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 had/VBD/root/0 the/DT/det/5 stone/NN/obj/3"
            " cut/VBN/acl/5 in/IN/case/8 Moss/NNP/obl/6 and/CC/cc/11 later/RB/advmod/11"
            " moved/VBD/conj/3 to/IN/case/13 Bergen/NNP/obl/11 in/IN/case/15 1921/CD/obl/11"
            " ././punct/3"
        ),
    )
    assert "had_it_done" in doubts(times, part)


def test_who_had_a_daughter_and_moved_moved():
    part = (
        "Karen Holm had a daughter named Ida and later moved to Bergen in 1921.",
        (
            "Karen/NNP/nsubj/3 Holm/NNP/flat/1 had/VBD/root/0 a/DT/det/5 daughter/NN/obj/3"
            " named/VBN/acl/5 Ida/NNP/obj/6 and/CC/cc/10 later/RB/advmod/10 moved/VBD/conj/3"
            " to/IN/case/12 Bergen/NNP/obl/10 in/IN/case/14 1921/CD/obl/10 ././punct/3"
        ),
    )
    assert "had_it_done" not in doubts(times, part)


def test_of_two_sentences_with_a_comma_between_none_is_asked():
    part = (
        "Whalers came early, Karen Holm left Moss in 1921.",
        (
            "Whalers/NNS/nsubj/2 came/VBD/advcl/7 early/RB/advmod/2 ,/,/punct/2"
            " Karen/NNP/nsubj/7 Holm/NNP/flat/5 left/VBD/root/0 Moss/NNP/obj/7 in/IN/case/10"
            " 1921/CD/obl/7 ././punct/7"
        ),
    )
    assert "sentences_spliced" in doubts(times, part)


def test_a_clause_with_its_when_hangs_on_the_next():
    part = (
        "When whalers came, Karen Holm left Moss in 1921.",
        (
            "When/WRB/advmod/3 whalers/NNS/nsubj/3 came/VBD/advcl/7 ,/,/punct/3"
            " Karen/NNP/nsubj/7 Holm/NNP/flat/5 left/VBD/root/0 Moss/NNP/obj/7 in/IN/case/10"
            " 1921/CD/obl/7 ././punct/7"
        ),
    )
    assert "sentences_spliced" not in doubts(times, part)


def test_a_remark_in_the_subject_is_closed_behind_brackets():
    part = (
        "Karen Holm, from 1784 Lady Holm (born 1722), was a doctor in Bergen.",
        (
            "Karen/NNP/nsubj/15 Holm/NNP/flat/1 ,/,/punct/7 from/IN/case/7 1784/CD/nummod/7"
            " Lady/NNP/compound/7 Holm/NNP/list/1 (/-LRB-/punct/9 born/VBN/acl/7 1722/CD/obl/9"
            " )/-RRB-/punct/9 ,/,/punct/1 was/VBD/cop/15 a/DT/det/15 doctor/NN/root/0"
            " in/IN/case/17 Bergen/NNP/nmod/15 ././punct/15"
        ),
    )
    said = {statement.arguments["sentence"] for statement in stated(gaps, part)}
    assert "Karen Holm, from 1784 Lady Holm, was a doctor in _____." in said
