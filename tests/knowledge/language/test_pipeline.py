"""The shipped pipeline, read through its child process: exact places, order, limits, cures."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language import pipeline, worker
from knowledge.language.child import AnalysisStopped, Child, PipelineMissing, SpacyMissing
from knowledge.language.pipeline import ParsedSentence, Token, analyse

TRAVEL = (
    "Ada Lovelace was born in London on 10 December 1815. She met Charles Babbage in 1833,\n"
    "when she was seventeen years old.\n\n"
    "A HEADING\n"
    "“It didn’t   rain”, the American visitors said.  They stayed at Harvard University."
)


@pytest.fixture(scope="module")
def sentences() -> list[ParsedSentence]:
    return next(analyse([TRAVEL]))


def token(sentences: list[ParsedSentence], text: str) -> Token:
    return next(token for s in sentences for token in s.tokens if token.text == text)


def names(sentences: list[ParsedSentence]) -> dict[str, str]:
    found: dict[str, str] = {}
    for sentence in sentences:
        for first in sentence.tokens:
            if first.entity_iob == "B":
                last = first
                for other in sentence.tokens[sentence.tokens.index(first) + 1 :]:
                    if other.entity_iob != "I":
                        break
                    last = other
                found[TRAVEL[first.start : last.end]] = first.entity
    return found


def test_every_token_stands_at_its_offsets(sentences: list[ParsedSentence]):
    for sentence in sentences:
        for word in sentence.tokens:
            assert TRAVEL[word.start : word.end] == word.text
        assert sentence.start == sentence.tokens[0].start
        assert sentence.end == sentence.tokens[-1].end


def test_nothing_but_space_is_left_out(sentences: list[ParsedSentence]):
    read = "".join(word.text for sentence in sentences for word in sentence.tokens)
    assert read == "".join(TRAVEL.split())


def test_sentences_are_found_and_paragraphs_keep_them_apart(sentences: list[ParsedSentence]):
    assert [TRAVEL[sentence.start : sentence.end] for sentence in sentences] == [
        "Ada Lovelace was born in London on 10 December 1815.",
        "She met Charles Babbage in 1833,\nwhen she was seventeen years old.",
        "A HEADING",
        "“It didn’t   rain”, the American visitors said.",
        "They stayed at Harvard University.",
    ]


def test_words_have_tags_lemmas_and_parts_of_speech(sentences: list[ParsedSentence]):
    met = token(sentences, "met")
    assert (met.tag, met.lemma, met.pos) == ("VBD", "meet", "VERB")
    was = token(sentences, "was")
    assert (was.tag, was.lemma, was.pos) == ("VBD", "be", "AUX")
    assert token(sentences, "visitors").lemma == "visitor"


def test_trees_say_who_did_what(sentences: list[ParsedSentence]):
    met = sentences[1].tokens
    relations = {word.text: (word.dep, met[word.head].text) for word in met}
    assert relations["met"] == ("root", "met")
    assert relations["She"] == ("nsubj", "met")
    assert relations["Charles"] == ("obj", "met")
    assert relations["1833"] == ("obl", "met")


def test_names_are_found_with_their_kinds(sentences: list[ParsedSentence]):
    found = names(sentences)
    assert found["Ada Lovelace"] == "PERSON"
    assert found["Charles Babbage"] == "PERSON"
    assert found["London"] == "GPE"
    assert found["American"] == "NORP"
    assert found["10 December 1815"] == "DATE"
    assert found["Harvard University"] == "ORG"


def test_texts_come_back_in_order_and_empty_ones_too():
    texts = ["Snow fell.", "", "   \n", "It was cold. We left."]
    assert [len(sentences) for sentences in analyse(texts)] == [1, 0, 0, 2]


def test_odd_texts_keep_their_places_too():
    texts = [
        "\x00\x01 odd \ufeff mark.",
        "a" * 20_000,
        "\U0001f600 e\u0301 \u200d ok \ud800 half \udfff.",
        "שלום עולם. Hello.",
        "((((…))))",
        "\r\nA\r\n\r\nB\u2028C\xa0D",
        "see https://example.org/a?b=c#d or ask user@example.org",
    ]
    for text, sentences in zip(texts, analyse(texts), strict=True):
        tokens = [word for sentence in sentences for word in sentence.tokens]
        assert "".join(word.text for word in tokens) == "".join(text.split())
        assert all(text[word.start : word.end] == word.text for word in tokens)


def test_progress_counts_the_texts():
    done: list[int] = []
    list(analyse(["One came.", "Two went."], progress=done.append))
    assert done == [1, 2]


def test_results_stream_before_the_last_text_is_asked_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pipeline, "_BATCH_CHARACTERS", 1)

    def texts():
        yield "Snow fell."
        raise AssertionError("asked for too early")

    assert len(next(analyse(texts()))) == 1


def test_the_shipped_pipeline_is_small_and_says_whose_work_it_stands_on():
    files = [path for path in pipeline.SHIPPED.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 12_000_000
    licence = (pipeline.SHIPPED / "LICENSE").read_text(encoding="utf-8")
    assert all(name in licence for name in ("CC BY-SA 4.0", "UD English-EWT", "UD English-GUM"))


def test_the_caller_never_imports_spacy():
    code = (
        "import sys\nfrom knowledge.language.pipeline import analyse\n"
        "assert list(analyse(['Snow fell.']))\nassert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])


def test_the_child_ends_with_the_analysis(monkeypatch: pytest.MonkeyPatch):
    children: list[subprocess.Popen[str]] = []
    popen = subprocess.Popen

    def remembered(*args, **options):
        children.append(popen(*args, **options))
        return children[-1]

    monkeypatch.setattr(subprocess, "Popen", remembered)
    results = analyse(["Snow fell.", "We left."])
    next(results)
    results.close()
    assert children[0].poll() is not None


def test_a_pipeline_that_is_not_installed_is_named_with_its_cure():
    with pytest.raises(PipelineMissing, match=r"'en_nowhere' cannot be loaded .*Install it"):
        list(analyse(["Snow fell."], pipeline="en_nowhere"))


def test_without_spacy_the_cure_is_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "spacy.py").write_text("raise ModuleNotFoundError('no spacy here', name='spacy')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(SpacyMissing, match=r"no spacy here.*pip install spacy"):
        list(analyse(["Snow fell."]))


def test_a_child_that_runs_out_of_memory_is_reported():
    with pytest.raises(AnalysisStopped, match="more memory"):
        list(analyse(["Snow fell."], memory_mebibytes=64))


class Deadly(Child):
    """A child that dies over some texts, as if they took all memory."""

    texts: ClassVar[set[str]] = set()
    times: ClassVar[int] = 1_000
    asked: ClassVar[list[list[str]]] = []

    def ask(self, texts):
        self.asked.append(texts)
        if self.texts.intersection(texts) and Deadly.times > 0:
            Deadly.times -= 1
            self._process.kill()
            self._process.wait()
        return super().ask(texts)


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> type[Deadly]:
    monkeypatch.setattr(pipeline, "Child", Deadly)
    monkeypatch.setattr(Deadly, "asked", [])
    monkeypatch.setattr(Deadly, "times", 1_000)
    return Deadly


FIVE = ["Snow falls.", "It is cold.", "We left.", "Bees fly.", "Nobody survives this."]


def test_where_a_child_dies_at_the_last_of_five_texts_the_four_others_are_parsed(
    deadly: type[Deadly], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(deadly, "texts", {FIVE[-1]})
    assert list(analyse(FIVE)) == [*analyse(FIVE[:4]), []]
    assert "'Nobody survives this.' is not parsed" in caplog.text


def test_texts_that_were_received_are_not_asked_for_again(
    deadly: type[Deadly], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(deadly, "texts", {FIVE[-1]})
    monkeypatch.setattr(pipeline, "_BATCH_CHARACTERS", 1)
    assert [bool(sentences) for sentences in analyse(FIVE)] == [True, True, True, True, False]
    assert [each for [each] in deadly.asked[:4]] == FIVE[:4]
    assert not any(text in each for each in deadly.asked[4:] for text in FIVE[:4])


def test_a_child_that_is_ended_from_outside_costs_no_text(
    deadly: type[Deadly], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(deadly, "texts", {FIVE[-1]})
    monkeypatch.setattr(deadly, "times", 1)
    assert all(analyse(FIVE))


def test_where_no_child_reads_even_a_plain_sentence_the_analysis_fails(
    deadly: type[Deadly], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(deadly, "texts", {FIVE[-1], "Snow fell."})
    with pytest.raises(AnalysisStopped, match="ended before its answer"):
        list(analyse(FIVE))


def test_the_child_inherits_no_secret(monkeypatch: pytest.MonkeyPatch):
    seen: dict[str, str] = {}
    popen = subprocess.Popen

    def noted(*args, **options):
        seen.update(options["env"])
        return popen(*args, **options)

    monkeypatch.setenv("GOBBET_BOT_TOKEN", "secret")
    monkeypatch.setattr(subprocess, "Popen", noted)
    assert list(analyse(["Snow fell."]))
    assert "PYTHONPATH" in seen
    assert "secret" not in seen.values()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line.\nAnother line.", ["One line.", "Another line."]),
        ("A short heading\nThe text follows.", ["A short heading", "The text follows."]),
        ("The line is broken\ninside a sentence.", ["The line is broken\ninside a sentence."]),
        (
            "A line of a certain width that was broken up by a program for\nGreenland.",
            ["A line of a certain width that was broken up by a program for\nGreenland."],
        ),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        (" \n\n \n", []),
    ],
)
def test_paragraphs_end_where_lines_end_unless_the_line_is_only_wrapped(
    text: str, expected: list[str]
):
    assert [text[start:end] for start, end in worker.paragraphs(text)] == expected


def test_an_endless_paragraph_is_cut_between_sentences():
    text = "A sentence of a few words. " * 1000
    pieces = [text[start:end] for start, end in worker.paragraphs(text)]
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= 8_000
    assert all(piece.rstrip().endswith(".") for piece in pieces)


@given(st.text(alphabet=st.sampled_from("ab.é \n\r\t\u2028\xa0\ud800"), max_size=60))
def test_no_character_of_a_text_is_lost_or_moved(text: str):
    spans = list(worker.paragraphs(text))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    kept = ""
    for start, end in spans:
        spaced, offsets = worker.single_spaced(text, start, end)
        assert "  " not in spaced
        for character, offset in zip(spaced, offsets, strict=False):
            if character not in " \ufffd":
                assert text[offset] == character
        kept += spaced.replace(" ", "")
    assert kept == "".join(text.split()).replace("\ud800", "\ufffd")


def test_a_remark_that_parts_a_subject_from_its_verb_is_left_out_of_the_tree():
    text = "Niels Bohr, who said that he had seen it at once, explained the formula in 1913."
    (sentence,) = next(iter(analyse([text])))
    said = [text[token.start : token.end] for token in sentence.tokens]
    assert said == ["Niels", "Bohr", "explained", "the", "formula", "in", "1913", "."]
    assert (sentence.start, sentence.end) == (0, len(text))


def test_a_sentence_with_a_subject_keeps_its_remarks():
    text = "The bridge, built in 1990, fell."
    (sentence,) = next(iter(analyse([text])))
    assert "built" in [text[token.start : token.end] for token in sentence.tokens]


def test_another_item_of_a_list_is_no_remark():
    text = "George Holm in 1889, and Ida Moe in 1892, suggested it."
    (sentence,) = next(iter(analyse([text])))
    assert "Moe" in [text[token.start : token.end] for token in sentence.tokens]
