"""Places and countries that are guessed without reading."""

from knowledge.questions.rules import nations
from tests.knowledge.questions.rules.made import NOWHERE, asked, gap, library

LANDS = ("Belgium", "Germany", "Italy")


def test_a_doer_that_is_a_country_is_guessed():
    assert nations.land_in_a_question(gap("_____ built ten ships.", "France", "country"), NOWHERE)
    scene = gap("Ann Lee settled in _____ in 1990.", "France", "country")
    assert not nations.land_in_a_question(scene, NOWHERE)


def test_a_ship_shows_its_nation_by_letters():
    launched = gap("HMS Otter was launched by the _____.", "Royal Navy", "named navy")
    assert nations.ship_that_tells_the_nation(launched, NOWHERE)
    plain = gap("The Otter was launched by the _____.", "Royal Navy", "named navy")
    assert not nations.ship_that_tells_the_nation(plain, NOWHERE)


def test_an_accent_points_to_a_country():
    ship = gap("The sisters of Hélène were built in _____.", "France", "country", LANDS)
    assert nations.name_that_sounds_foreign(ship, NOWHERE)
    typed = gap("The sisters of Hélène were built in _____.", "France", "country")
    assert not nations.name_that_sounds_foreign(typed, NOWHERE)


def test_the_country_of_the_articles_person_is_told_at_its_opening():
    back = gap("Lee returned to _____ in 1920.", "China", "country", LANDS, title="Ann Lee")
    told = library(("Ann Lee", "Ann Lee was a Chinese linguist."))
    untold = library(("Ann Lee", "Ann Lee was a linguist."))
    assert nations.home_told_at_the_opening(back, told)
    assert not nations.home_told_at_the_opening(back, untold)


def test_oceans_and_streets_are_found_on_maps():
    ocean = asked("Which ocean parts the two?", "Pacific Ocean", "which ocean", of="deed")
    assert nations.found_on_a_map(ocean, NOWHERE)
    street = gap("The line was split at _____.", "Mill Street", "named street")
    assert nations.street_of_a_town(street, NOWHERE)
    assert not nations.street_of_a_town(gap("Lee lived at _____.", "Ely Hall", "place"), NOWHERE)


def test_among_cities_only_an_island_is_an_island():
    isle = gap("The fleet left the island of _____.", "Malta", "country", LANDS)
    assert nations.sort_told_before_the_blank(isle, NOWHERE)
    assert not nations.sort_told_before_the_blank(gap("It left _____.", "Malta"), NOWHERE)
