"""What the small model is shown of a question, and what it thinks of plain and of broken ones."""

import pytest

from knowledge.questions.second_opinion import VOCABULARY, opinion, read_of
from knowledge.questions.second_opinion.pieces import Pieces, words
from tests.knowledge.questions.rules.made import asked, gap

SOURCE = "Ann Lee built the Moss Bridge of stone in 1990."


@pytest.fixture(scope="module")
def pieces():
    return Pieces.read(VOCABULARY)


def test_words_have_no_case_and_no_accents():
    assert list(words("Ørsted, 1990: “Café”_")) == [
        *("ørsted", ",", "1990", ":", "“", "cafe", "”", "_")
    ]


def test_question_and_answer_are_of_one_kind_and_the_source_of_another(pieces):
    ids, kinds = pieces.of("Who built the bridge?", "Ann Lee", "Moss Bridge", SOURCE)
    asked_part = kinds.count(0)
    assert len(ids) == len(kinds)
    assert kinds == [0] * asked_part + [1] * (len(kinds) - asked_part)
    assert ids[0] == pieces.numbers["[CLS]"]
    assert ids[asked_part - 1] == ids[-1] == pieces.numbers["[SEP]"]


def test_a_rare_word_is_cut_and_a_strange_sign_is_unknown(pieces):
    ids, _ = pieces.of("bridgebuildingest", "☃", "", "")
    by_number = {number: piece for piece, number in pieces.numbers.items()}
    read = [by_number[number] for number in ids]
    assert "".join(part.removeprefix("##") for part in read[1:-5]) == "bridgebuildingest"
    assert read[-4] == "[UNK]"


def test_long_texts_are_cut(pieces):
    ids, _ = pieces.of("stone " * 500, "stone " * 500, "stone " * 500, "stone " * 500)
    assert len(ids) <= 64 + 16 + 16 + 72 + 5


def test_a_whole_question_is_thought_more_of_than_a_broken_one():
    whole = asked(
        "In what year was the Moss Bridge built?", "1990", title="Moss Bridge", quote=SOURCE
    )
    broken = asked("What did the built of it?", "the the", title="Moss Bridge", quote=SOURCE)
    assert opinion(whole) > opinion(broken) + 1


def test_what_the_source_repeats_is_read_once(pieces):
    by_number = {number: piece for piece, number in pieces.numbers.items()}
    ids, _ = pieces.of(
        "In _____ Lee built the bridge.", "1990", "", "In 1990 Lee built the bridge."
    )
    read = " ".join(by_number[number] for number in ids)
    assert read.endswith("[SEP] [SEP] in 1990 … [SEP]")
    assert read.count("_") == 1


def test_a_sentence_to_complete_is_read_without_the_request_to_complete_it():
    read, *_ = read_of(gap("_____ built the bridge.", "Ann Lee"))
    assert read == "_____ built the bridge."
