"""Wrong options are of the key's kind and world, or there are none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.language.names import Names
from knowledge.models import Article, Citation, Expected, Fact
from knowledge.questions.candidates import Candidate
from knowledge.questions.elsewhere import Elsewhere
from knowledge.questions.options.distractors import distractors
from knowledge.questions.rules.form import too_few_wrong_options
from knowledge.questions.surroundings import Surroundings


def around(names=(), dated=(), published=None, lives=()):
    return Surroundings(
        (), Names(), (), {"own": published}, {}, frozenset(), frozenset(),
        {"own": frozenset(names)}, {"own": ("own",)}, {}, {"own": dated}, {"own": lives},
    )  # fmt: skip


def candidate(stem, answer, kind, title=""):
    citation = Citation("own", "Own", "", stem.replace("_____", answer), 0, 0)
    expected = {
        "date": Expected("date", date=answer),
        "number": Expected("quantity", 0, 0, "thing"),
    }.get(kind, Expected("name", names=(answer,)))
    fact = Fact("01", "gap", {"sentence": stem}, answer, "", 1.0, (citation,), (), expected)
    return Candidate(fact, "gap", stem, answer, kind, title=title)


def offered(stem, answer, kind, title="", **there):
    return distractors(candidate(stem, answer, kind, title), around(**there))


def test_a_city_stands_beside_cities_of_its_state():
    wrong = offered("He lives in _____, Florida.", "Tampa", "city")
    assert set(wrong) <= {"Miami", "Orlando", "Jacksonville", "Tallahassee"}
    assert len(wrong) == 3


def test_a_city_of_a_region_that_no_list_tells_is_typed():
    assert offered("Moss lies in the province of _____, Tuscany.", "Pisa", "city") == ()
    assert offered("Moss lies in the province of _____, Italy.", "Pisa", "city")
    assert offered("In _____, Lee wrote a book.", "Oslo", "city")


@pytest.mark.parametrize("where", ["80 km west of", "20 miles from", "between Orlando and"])
def test_a_city_near_which_something_lies_is_typed(where):
    assert offered(f"Moss is a town in Florida, {where} _____.", "Tampa", "city") == ()


def test_a_city_that_is_called_like_one_abroad_is_typed():
    told = [Article(id="own", title="Own", text="Lee left Canada for Queen's University.")]
    abroad = replace(around(), elsewhere=Elsewhere(told))
    asked = candidate("In 1965 Lee left for Queen's University in _____.", "Kingston", "city")
    assert distractors(asked, around())
    assert distractors(asked, abroad) == ()


def test_a_city_of_two_countries_is_typed_unless_the_sentence_tells_which():
    assert offered("He lives in _____.", "Birmingham", "city") == ()
    assert "Manchester" in offered("He left the United Kingdom and _____.", "Birmingham", "city")


def test_an_unlisted_town_is_typed():
    assert offered("He lives in _____.", "Little Snoring", "city") == ()


def test_a_country_stands_beside_its_neighbours_of_that_time():
    wrong = offered("The war reached _____ in 1914.", "Serbia", "country")
    assert not {"Croatia", "Slovenia", "Kosovo", "Bosnia and Herzegovina"} & set(wrong)


def test_a_country_whose_city_or_people_the_stem_names_is_not_offered():
    wrong = offered("From Berlin a Danish ship sailed to _____.", "France", "country")
    assert not {"Germany", "Denmark"} & set(wrong)


def test_the_state_that_has_the_most_is_typed():
    stem = "Which state gained the most electoral votes?"
    assert offered(stem, "California", "state") == ()


def test_a_name_of_the_same_articles_with_the_same_last_word_is_offered():
    names = {"Stamp Act Congress", "Provincial Congress", "Valley Forge"}
    wrong = offered(
        "He served in the _____.", "Continental Congress", "named congress", names=names
    )
    assert set(wrong) == {"Stamp Act Congress", "Provincial Congress"}


def test_an_association_stands_beside_no_other_that_only_shares_a_word():
    wrong = offered("He led the _____.", "Muscular Dystrophy Association", "named association")
    assert wrong == ()


def test_an_article_before_the_gap_fits_every_option():
    wrong = offered("She received an _____.", "Academy Award", "named award")
    assert all(option[0] in "AEIOU" for option in wrong)


def test_a_year_in_the_stem_tells_which_war_is_meant():
    assert offered("Paris fell during _____ in 1940.", "World War II", "named ii") == ()
    assert "Korean War" in offered("He served in _____.", "World War II", "named ii")


def years(stem, answer, **there):
    return [int(option) for option in offered(stem, answer, "date", **there)]


@pytest.mark.parametrize(
    "stem", ["She won the election of _____.", "It took part in the _____ Olympics."]
)
def test_years_of_elections_and_games_stay_in_step(stem):
    assert all((year - 1960) % 4 == 0 for year in years(stem, "1960"))


def test_years_in_the_stem_bound_the_others():
    assert all(
        1945 < year < 1950 for year in years("Between 1945 and 1950, in _____, he left.", "1948")
    )


def test_a_president_appoints_within_his_term():
    stem = "In _____, President Theodore Roosevelt appointed him."
    assert all(1901 <= year <= 1909 for year in years(stem, "1904"))


def test_where_fewer_than_two_other_years_are_possible_the_year_is_typed():
    assert years("In _____, between 1974 and 1976, it rained.", "1975") == []


def test_nothing_happens_to_a_thing_before_it_is_founded():
    dated = ["Acme was founded in 1950."]
    assert all(year > 1950 for year in years("In _____ Acme moved to Ohio.", "1953", dated=dated))


def test_nobody_acts_before_they_are_grown_or_after_they_die():
    def life(kind, year):
        return Fact(
            kind, kind, {"who": "Ann Reed"}, year, "", 1.0, (), (), Expected("date", date=year)
        )

    lives = [life("birth", "1900"), life("death", "1923")]
    assert all(1916 <= y <= 1923 for y in years("In _____ Reed sang.", "1920", lives=lives))


def test_no_year_after_the_article_was_written_is_offered():
    wrong = years("In _____ the bridge opened.", "2010", published=date(2011, 1, 1))
    assert len(wrong) == 3
    assert max(wrong) <= 2011


def test_no_day_after_the_article_was_written_is_offered():
    wrong = offered("It opened on _____.", "2023-06-18", "date", published=date(2023, 6, 19))
    days = [int(option.split()[0]) for option in wrong]
    assert len(days) == 3
    assert max(days) <= 19
    assert all(option.endswith(" June 2023") for option in wrong)


def test_no_month_after_the_article_was_written_is_offered():
    wrong = offered("It opened in _____.", "2023-02", "date", published=date(2023, 3, 9))
    assert len(wrong) == 3
    assert not {"April 2023", "May 2023"} & set(wrong)


def test_an_article_about_the_future_bounds_no_day():
    wrong = offered("It will open on _____.", "2023-07-01", "date", published=date(2023, 6, 19))
    assert len(wrong) == 3


@pytest.mark.parametrize("key", ["2023-01", "2023-02", "2023-11", "2023-12"])
def test_wrong_months_are_of_the_years_own(key):
    wrong = offered("It opened in _____.", key, "date")
    assert [option.split()[1] for option in wrong] == ["2023"] * 3


def numbers(stem, answer):
    return offered(stem, answer, "number")


@pytest.mark.parametrize("share", ["_____% of them", "_____ per cent of them", "_____ percent"])
def test_a_share_is_no_more_than_a_hundred(share):
    assert all(float(n) <= 100 for n in numbers(f"It was {share}.", "77"))


def test_a_part_is_no_more_than_the_whole():
    assert all(float(n) <= 12 for n in numbers("It won _____ of the 12 games.", "9"))
    assert len(numbers("The hall has _____ rows of 20 seats.", "30")) == 3
    assert all(float(n) <= 611 for n in numbers("Lee got _____ of 611 votes.", "397"))


def test_numbers_stay_near_and_as_exact_and_in_the_same_manner():
    assert all(5 <= int(n) <= 22 for n in numbers("He won _____ titles.", "11"))
    assert all(n.endswith(",000") for n in numbers("It has _____ users.", "120,000"))
    assert all("." in n for n in numbers("It measures _____ feet.", "26.7"))
    assert all(n.isalpha() for n in numbers("It has _____ arches.", "nine"))


def test_only_what_can_be_typed_is_asked_without_options():
    nobody = candidate("_____ sang.", "Ann Lee", "person")
    cause = candidate("What made it rain?", "a cloud", "phrase")
    assert not too_few_wrong_options(nobody, around())
    assert too_few_wrong_options(cause, around())


def test_numbers_of_the_stem_are_no_options():
    assert "15" not in numbers("It has _____ arches and 15 gates.", "11")


def test_a_capital_that_stands_for_its_government_is_typed():
    assert offered("He blamed _____ for the long quarrel.", "Washington", "city") == ()
    assert "Chicago" in offered("He lives in _____.", "Washington", "city")


def test_what_exceeds_ten_exceeds_five_as_well():
    assert all(int(n) > 40 for n in numbers("The loss exceeded _____ ships.", "40"))
    assert all(int(n) < 40 for n in numbers("It seats up to _____ guests.", "40"))


def test_a_number_close_to_one_in_the_stem_is_no_option():
    assert "140" not in numbers("It has _____ arches and 135 gates.", "110")
    assert "140" in numbers("It has _____ arches and 400 gates.", "110")


def test_a_share_that_rounds_to_more_than_all_is_no_option():
    assert all(int(n) <= 100 for n in numbers("It was _____% of them.", "84"))


def test_an_undated_article_tells_of_no_year_long_after_those_it_names():
    assert max(years("In _____ the bridge opened.", "1910")) <= 1914


def test_an_article_of_a_short_time_tells_of_no_other():
    stem = "In _____ the fleet left Oslo."
    dated = ("The war broke out in 1940.", "In 1942 the fleet left Oslo.", "It ended in 1944.")
    assert set(offered(stem, "1942", "date", dated=dated)) <= set(map(str, range(1938, 1947)))


def test_one_fits_no_plural():
    assert "one" not in offered("Moss had _____ gates.", "two", "number")


def test_the_sentence_that_is_asked_about_bounds_nothing():
    stem = "Acme was dissolved in _____."
    assert max(years(stem, "1953", dated=["Acme was dissolved in 1953."])) > 1953


def test_nothing_happens_to_a_thing_after_its_end():
    dated = ["Acme was dissolved in 1955."]
    wrong = years("In _____ Acme moved to Ohio.", "1953", dated=dated)
    assert len(wrong) == 3
    assert max(wrong) <= 1955


def test_a_child_acts_in_no_year_before_its_birth():
    born = Fact(
        "birth",
        "birth",
        {"who": "Ann Reed"},
        "1900",
        "",
        1.0,
        (),
        (),
        Expected("date", date="1900"),
    )
    assert min(years("In _____ Reed sang.", "1902", lives=[born])) >= 1900


def test_values_of_other_articles_are_offered_only_far_from_the_key():
    def lasted(hours):
        expected = Expected("quantity", hours, hours, "hour")
        told = f"{hours} hours"
        return Fact(f"{hours:02x}", "crossing", {"of": told}, told, "", 1.0, (), (), expected)

    key = Candidate(lasted(20), "crossing", "How long?", "20 hours", "quantity")
    there = replace(around(), facts=(lasted(22), lasted(17), lasted(36), lasted(40)))
    wrong = distractors(key, there)
    assert "36 hours" in wrong
    assert not {"22 hours", "17 hours", "40 hours"} & set(wrong)


@pytest.mark.parametrize(
    ("height", "told", "step"), [(24.5, "24.5 metres", 0.1), (1483, "1,483 metres", 1)]
)
def test_wrong_measures_are_as_exact_as_the_key(height, told, step):
    expected = Expected("quantity", height, height, "metre")
    fact = Fact("1", "measure", {"of": "a vase"}, told, "", 1.0, (), (), expected)
    wrong = distractors(Candidate(fact, "measure", "How high?", told, "quantity"), around())
    heights = [float(each.split()[0].replace(",", "")) for each in wrong]
    assert len(heights) == len(set(heights)) == 3
    assert all(round(each / step) % 10 for each in heights)


@pytest.mark.parametrize(
    ("hours", "told", "wrong"),
    [
        (2.5, "two and a half hours", {"one and a half", "five", "seven and a half"}),
        (4 / 3, "1 hour 20 minutes", {"two", "three", "five"}),
        (250, "250 hours", {"150", "500", "750"}),
    ],
)
def test_halves_stay_halves_and_what_is_no_fraction_is_whole(hours, told, wrong):
    expected = Expected("quantity", hours, hours, "hour")
    fact = Fact("1", "crossing", {"of": "a strait"}, told, "", 1.0, (), (), expected)
    made = distractors(Candidate(fact, "crossing", "How long?", told, "quantity"), around())
    assert {each.removesuffix(" hours") for each in made} == wrong


def test_the_whole_is_more_than_its_part():
    wrong = offered("The party won 51 of _____ seats in July 1955.", "52", "number")
    assert all(float(each) > 51 for each in wrong)
    assert len(wrong) == 3
