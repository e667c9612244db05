"""What is read between the names of a sentence, and how it is asked: one promise a sentence.

The texts are parsed by the shipped pipeline, all together and once.
"""

from functools import cache

import pytest

from knowledge.facts import extract
from knowledge.models import Article
from knowledge.questions import candidates
from knowledge.questions.relations import TEMPLATES

CLARA = """Clara Berg was a Norwegian composer. She was born in Bergen on 4 May 1851 to the
shipbuilder Ole Berg and his wife Ingrid Lund. She was the youngest of seven children. Berg
studied piano at the University of Leipzig. Berg taught harmony at Bergen College. In 1874 Berg
married the painter Erik Falk. Berg was appointed professor of composition at the Oslo
Conservatory in 1892. She became director of the Bergen Opera in 1899. In 1901 she moved to Paris.
She published her first opera, Vinter, in 1884. She was awarded the Order of Saint Olav in 1905.
Berg joined the Labour Party in 1906. Berg served as President of the Song Society from 1907 to
1909. Berg was succeeded as director by Nils Holt. She succeeded Anton Vik as editor of the Bergen
Times. She wrote under the pen name Vera Sund. She died of pneumonia at the age of seventy-one in
Copenhagen. Berg is buried in Assistens Cemetery."""

NORRA = """Norra is a port city in northern Sweden. It lies on the Kalix River. The city was
founded by King Gustav II in 1621. It was originally called Karlsborg. Norra is the capital of
Norway. The city is divided into eleven districts. Norra is named after the goddess Freja. The
Kalix River flows into the Bothnian Bay. Norra is the largest port in Sweden."""

WINTER = """The Long Winter is a 1931 novel by the Danish writer Inger Holt. It was published by
Nordisk Press. The novel is based on the memoir by Otto Krag."""

KELPWORT = """Kelpwort is a species of plant in the family Brassicaceae. It was first described by
Carl Linnaeus in 1753. The name Kelpwort derives from the Old English word for a plant."""

KELPGUM = """Kelpgum is a gum obtained from shrubs of the genus Kelpia, in the family Kelpaceae."""

TRADE = """The ministers of the World Trade Board (WTB) met in spring. The WTB had ten members
then. The WTB fell apart.
Copenhagen is the capital of Denmark."""

PER = """Per Dahl was a Danish painter. He may have studied at the University of Lund. Dahl was
not born in Aarhus. Legend says that Dahl died in Rome. Dahl married Anna Lund. In 1880 he
remarried. Dahl's teacher Karl Moe died of cholera. Dahl joined the army in 1870. Reportedly Dahl
attended Lund College. Dahl was appointed in 1881. The Aarhus Bridge was built by Karl Moe and Ida
Holt. Dahl has three sons. Aarhus has 300,000 inhabitants. Moss Church, on the open space called
the Ridge, was designed by Karl Moe. Aarhus is the commercial capital of Denmark. The Moss Fever
was described by Karl Moe in 1645 and by Ida Holt in 1650."""

SIRI = """Siri Vik was a Norwegian governor. Vik was born in Chalon-sur-Saône, in Burgundy,
where her father wrote for a newspaper. She died in office, of a heart attack, at Government House
in Lucknow."""

RUUD = """Nils Ruud was a Norwegian scholar. Ruud was born in Oslo or at Fredrikstad in 1640."""

HAUG = """Siri Haug was a Norwegian painter. Haug was born in the small town of Taverna, in
Calabria, the third child of a baker. In April 1919 Haug was appointed minister for labour by the
First Council. In 1921 Haug was appointed professor of drawing and graphic art. In
1925 Haug was appointed director of the museum and wrote its first catalogue. She died on 3 May
1949 at Government House, Lucknow."""

BRUN = """Karin Brun was a Norwegian painter. She was born in the Sandviken district of Bergen into
a rich family. Her father, originally named Olav Lie, was a judge. Brun had married Jens Moe, the
son of a baker, in 1880. Brun returned to Oslo already ill, and died in Stavanger of cholera."""

STRAND = """Ole Strand was a Norwegian sailor. He was born at Moss, near the eastern shore of the
fjord. Strand died in Bergen, probably of wounds."""

EK = """Nora Ek was a Swedish sailor. Ek was born on Nottingham Island, in Hudson Strait. Her
father was a tailor who later became a banker. Ek, born a second child, sailed in 1963. She
died at Bowood House in Wiltshire."""

MOE = """Kari Moe was a Danish nurse. Her father was a carpenter and farmer. Moe was born on
Christmas Day in Oslo. Moe nursed a man in 1899, but the soldier fell ill and died in Bergen. Her
husband Nils Dahl, born and raised in Aarhus, sang in operas."""

LIEN = """Josef Lien was a Danish doctor. Lien was born in Aarhus. Lien's father kept a school
called Ida Holt. Lien's mother was the painter Nora Krag."""

SKRIM = """Skrim is a valley in Norway. The Drann, formed by streams from Mount Brenna, is the
longest river of Norway. King Olav Falk, a friend of the writer Jon Skrim, appointed him inspector
of mines in 1741. The airport at Brenna, named
after the pilot Jon Eide, is new. A story holds that the Moss Bridge was built by Karl Moe."""

TEXTS = {
    "Skrim": SKRIM,
    "Karin Brun": BRUN,
    "Ole Strand": STRAND,
    "Nora Ek": EK,
    "Kari Moe": MOE,
    "Josef Lien": LIEN,
    "Nils Ruud": RUUD,
    "Siri Haug": HAUG,
    "Siri Vik": SIRI,
    "Clara Berg": CLARA,
    "Norra": NORRA,
    "The Long Winter (novel)": WINTER,
    "Kelpwort": KELPWORT,
    "Kelpgum": KELPGUM,
    "Trade": TRADE,
    "Per Dahl": PER,
}


@cache
def asked() -> dict[tuple[str, str], str]:
    """Every stem of a relation and of a birth or death with its article's title: its answer."""
    articles = [
        Article(f"a{number}", title, " ".join(text.split()))
        for number, (title, text) in enumerate(TEXTS.items())
    ]
    kinds = {*TEMPLATES, "parts", "birth", "death"}
    made = candidates(extract(articles), articles)
    return {
        (each.fact.citations[0].title, each.stem): each.answer
        for each in made
        if each.fact.kind in kinds
    }


@pytest.mark.parametrize(
    ("title", "stem", "answer"),
    [
        ("Clara Berg", "In what year was Berg born?", "1851"),
        ("Clara Berg", "In which city was Berg born?", "Bergen"),
        ("Clara Berg", "What was the first name of Berg's father?", "Ole"),
        ("Clara Berg", "Who was Berg's mother?", "Ingrid Lund"),
        ("Clara Berg", "How many children did Berg's parents have?", "seven"),
        ("Clara Berg", "At which university did Berg study piano?", "University of Leipzig"),
        ("Clara Berg", "At which college did Berg teach harmony?", "Bergen College"),
        ("Clara Berg", "Whom did Berg marry in 1874?", "Erik Falk"),
        (
            "Clara Berg",
            "To what position was Berg appointed in 1892?",
            "professor of composition at the Oslo Conservatory",
        ),
        ("Clara Berg", "What did Berg become in 1899?", "director of the Bergen Opera"),
        ("Clara Berg", "To which city did Berg move in 1901?", "Paris"),
        ("Clara Berg", "Which opera did Berg publish in 1884?", "Vinter"),
        ("Clara Berg", "Which honour did Berg receive in 1905?", "Order of Saint Olav"),
        ("Clara Berg", "Which party did Berg join in 1906?", "Labour Party"),
        (
            "Clara Berg",
            "Which office did Berg hold from 1907 to 1909?",
            "President of the Song Society",
        ),
        ("Clara Berg", "Who succeeded Berg as director?", "Nils Holt"),
        ("Clara Berg", "Whom did Berg succeed as editor of the Bergen Times?", "Anton Vik"),
        ("Clara Berg", "Under what pen name did Berg write or perform?", "Vera Sund"),
        ("Clara Berg", "What was the cause of Berg's death?", "pneumonia"),
        ("Clara Berg", "At what age did Berg die?", "seventy-one"),
        ("Clara Berg", "In which city did Berg die?", "Copenhagen"),
        ("Clara Berg", "Where is Berg buried?", "Assistens Cemetery"),
        ("Karin Brun", "In which city was Karin Brun born?", "Bergen"),
        ("Karin Brun", "Whom did Karin Brun marry in 1880?", "Jens Moe"),
        ("Karin Brun", "Where did Karin Brun die?", "Stavanger"),
        ("Karin Brun", "What was the cause of Karin Brun's death?", "cholera"),
        ("Ole Strand", "Where was Ole Strand born?", "Moss"),
        ("Ole Strand", "In which city did Ole Strand die?", "Bergen"),
        ("Nora Ek", "Where was Nora Ek born?", "Nottingham Island"),
        ("Kari Moe", "In which city was Kari Moe born?", "Oslo"),
        ("Kari Moe", "In which city was Dahl born?", "Aarhus"),
        ("Siri Vik", "Where did Siri Vik die?", "Lucknow"),
        ("Siri Haug", "Where did Siri Haug die?", "Lucknow"),
        ("Siri Haug", "To what position was Siri Haug appointed in 1919?", "minister for labour"),
        ("Norra", "In which country does Norra lie?", "Sweden"),
        ("Norra", "On which river does Norra lie?", "Kalix River"),
        ("Norra", "Who founded Norra?", "Gustav II"),
        ("Norra", "What was Norra originally called?", "Karlsborg"),
        ("Norra", "Of which country is Norra the capital?", "Norway"),
        ("Trade", "What is the capital of Denmark?", "Copenhagen"),
        ("Norra", "Into how many districts is Norra divided?", "eleven"),
        ("Norra", "After whom or what was Norra named?", "Freja"),
        ("Norra", "Into which body of water does the Kalix River flow?", "Bothnian Bay"),
        ("Norra", "What is the largest port in Sweden?", "Norra"),
        ("The Long Winter (novel)", "Who wrote The Long Winter?", "Inger Holt"),
        ("The Long Winter (novel)", "Who published The Long Winter?", "Nordisk Press"),
        ("The Long Winter (novel)", "On whose memoir is The Long Winter based?", "Otto Krag"),
        ("Kelpwort", "To which biological family does Kelpwort belong?", "Brassicaceae"),
        ("Kelpwort", "Who first described Kelpwort?", "Carl Linnaeus"),
        ("Kelpwort", "From which language does the word “Kelpwort” come?", "Old English"),
        ("Trade", "What is the full form of the abbreviation WTB?", "World Trade Board"),
    ],
)
def test_a_plain_statement_is_asked_for_what_it_states(title, stem, answer):
    assert asked()[title, stem] == answer


def test_what_is_hedged_denied_shared_changing_or_said_of_somebody_else_is_not_asked():
    stems = {stem for title, stem in asked() if title == "Per Dahl"}
    assert stems <= {
        "What was the cause of Moe's death?",
        "What was the cause of Karl Moe's death?",
    }


def test_what_a_town_lies_in_is_no_place_of_birth_where_the_town_is_told():
    births = {key: answer for key, answer in asked().items() if " born?" in key[1]}
    assert not {key for key in births if key[0] == "Siri Vik"}
    assert "Calabria" not in births.values()


def test_of_two_towns_neither_is_a_place_of_birth():
    assert ("Nils Ruud", "Where was Nils Ruud born?") not in asked()
    assert ("Nils Ruud", "In what year was Nils Ruud born?") in asked()


def test_what_is_probable_and_what_somebody_was_once_called_is_not_asked():
    stems = {stem for title, stem in asked() if title in {"Karin Brun", "Ole Strand"}}
    assert not {stem for stem in stems if "Brun's father" in stem or "cause of Ole" in stem}


def test_of_two_trades_of_a_year_in_a_later_verb_and_of_a_house_in_a_county_nothing_is_told():
    stems = {stem for title, stem in asked() if title == "Nora Ek"}
    assert not {s for s in stems if "father" in s or "what year" in s or "die" in s}


def test_nobody_dies_the_death_of_whom_they_nursed():
    assert not {stem for title, stem in asked() if title == "Kari Moe" and "die" in stem}


def test_what_a_father_kept_is_not_who_he_was():
    told = {stem: answer for (title, stem), answer in asked().items() if title == "Josef Lien"}
    assert "Who was Lien's father?" not in told
    assert told["Who was Lien's mother?"] == "Nora Krag"


def test_what_is_got_from_a_plant_is_of_no_family():
    assert not {stem for title, stem in asked() if title == "Kelpgum" and "family" in stem}


def test_of_two_trades_neither_is_asked_for():
    assert not {stem for title, stem in asked() if title == "Kari Moe" and "living" in stem}


def test_half_a_post_is_no_post():
    assert ("Siri Haug", "To what position was Siri Haug appointed in 1921?") not in asked()
    assert asked()["Siri Haug", "To what position was Siri Haug appointed in 1925?"] == (
        "director of the museum"
    )


def test_a_name_in_a_remark_a_post_of_another_and_a_story_tell_nothing():
    told = {stem for title, stem in asked() if title == "Skrim"}
    said = ("longest", "appointed", "built", "named")
    assert not {stem for stem in told if any(word in stem for word in said)}
