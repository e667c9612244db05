"""A catalogue grows and is stored without its answers changing."""

from pathlib import Path

import pytest

from knowledge.models import Article
from knowledge.search.catalogue import Catalogue

BEES = Article("bees", "Bees", "Bees fly to flowers.\n\nHoney\n\nThey make honey in May.")
WASPS = Article("wasps", "Wasps", "Wasps sting. They eat honey, too.")
ANTS = Article("ants", "Ants", "Ants march. Émile studied them at Gospić.")


def found(catalogue: Catalogue, *terms: str) -> list[tuple[str, str, float]]:
    hits = [catalogue.hit(match) for match in catalogue.search(terms, 10)]
    return [(hit.article, hit.text, round(hit.score, 9)) for hit in hits]


def test_a_passage_knows_its_article_its_heading_and_its_sentences():
    catalogue = Catalogue.of([WASPS, BEES])
    place = catalogue.search(["may"], 1)[0].place
    assert catalogue.article(place) == BEES
    assert catalogue.heading(place) == "Honey"
    assert [sentence.text for sentence in catalogue.passage(place).sentences] == [
        "They make honey in May."
    ]


def test_an_extended_catalogue_is_that_of_all_articles():
    extended = Catalogue.of([BEES]).extended([WASPS]).extended([ANTS])
    whole = Catalogue.of([BEES, WASPS, ANTS])
    assert extended.articles == whole.articles
    for query in (["honey"], ["ant", "bee"], ["gospic"], ["they"]):
        assert found(extended, *query) == found(whole, *query)
    assert [extended.heading(n) for n in range(len(extended))] == [
        whole.heading(n) for n in range(len(whole))
    ]


def test_a_stored_catalogue_answers_as_before(tmp_path: Path):
    catalogue = Catalogue.of([BEES, WASPS, ANTS])
    catalogue.save(tmp_path / "state")
    loaded = Catalogue.load(tmp_path / "state", [BEES, WASPS, ANTS])
    assert loaded is not None
    assert found(loaded, "honey", "wasp") == found(catalogue, "honey", "wasp")
    assert loaded.speller.meant("gospicx") == catalogue.speller.meant("gospicx")
    assert loaded.is_name("gospić")
    assert found(loaded.extended([BEES]), "honey") == found(catalogue.extended([BEES]), "honey")


def test_an_empty_catalogue_is_stored_too(tmp_path: Path):
    Catalogue.of([]).save(tmp_path / "state")
    loaded = Catalogue.load(tmp_path / "state", [])
    assert loaded is not None
    assert loaded.search(["honey"], 3) == []
    assert found(loaded.extended([BEES]), "honey") == found(Catalogue.of([BEES]), "honey")


def test_what_is_not_there_whole_is_not_loaded(tmp_path: Path):
    assert Catalogue.load(tmp_path / "nothing", []) is None
    Catalogue.of([BEES]).save(tmp_path / "state")
    (tmp_path / "state" / "cases.npy").write_bytes(b"cut short")
    assert Catalogue.load(tmp_path / "state", [BEES]) is None


def test_saving_leaves_nothing_unfinished_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("numpy.save", full)
    with pytest.raises(OSError, match="No space"):
        Catalogue.of([BEES]).save(tmp_path / "state")
    assert list(tmp_path.iterdir()) == []


def test_a_state_that_is_there_already_is_kept(tmp_path: Path):
    Catalogue.of([BEES]).save(tmp_path / "state")
    before = (tmp_path / "state").stat().st_mtime_ns
    Catalogue.of([BEES]).save(tmp_path / "state")
    assert (tmp_path / "state").stat().st_mtime_ns == before


def test_what_was_stored_in_few_bytes_grows_beyond_them(tmp_path: Path):
    many = [Article(f"{n}", f"Ant {n}", f"Ant {n} carries {n * 7} leaves.") for n in range(300)]
    Catalogue.of(many[:200]).save(tmp_path / "state")
    loaded = Catalogue.load(tmp_path / "state", many[:200])
    assert loaded is not None
    grown, whole = loaded.extended(many[200:]), Catalogue.of(many)
    for query in (["ant"], ["ant", "7"], ["299"], ["2093", "leav"]):
        assert found(grown, *query) == found(whole, *query)


def test_a_word_that_an_added_article_writes_small_is_a_name_no_more():
    bakers = Article("bakers", "Bakers", "Bakers of the island sell Rolls. Rolls are sweet.")
    rolls = Article("rolls", "Breakfast", "On the island they eat rolls.")
    grown = Catalogue.of([bakers]).extended([rolls])
    assert Catalogue.of([bakers]).is_name("rolls")
    assert not grown.is_name("rolls")
    assert Catalogue.of([bakers]).speller.meant("rols") == "Rolls"
    assert grown.speller.meant("rols") is None
