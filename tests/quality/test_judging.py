"""What judges say is read whole, or an error names the line that cannot be read."""

import pytest
import typer

from tests.quality.judging import verdicts

DRAWN = (
    "number\ttext\tkind\ttier\tdigest\tworth\toptions\n"
    "1\tlast1/01\tgap\tsafe\tab\t0.91\tfair\n"
    "2\tlast1/02\tbirth\tsafe\tcd\t0.98\t-\n"
)


@pytest.fixture
def sheets(tmp_path):
    (tmp_path / "drawn.tsv").write_text(DRAWN, encoding="utf-8")
    (tmp_path / "a01.txt").write_text("1 yes right fair\n2 yes right -\n", encoding="utf-8")
    (tmp_path / "b01.txt").write_text(
        "1. no right unfair - vague: which vote?\n\n2 yes doubted -\n", encoding="utf-8"
    )
    return tmp_path


def test_one_doubt_is_enough_to_doubt_a_key_or_its_options(sheets):
    first, second = verdicts(sheets)
    assert (first["first"], first["second"]) == ("yes", "no")
    assert (first["key"], first["options"]) == ("right", "unfair")
    assert (second["key"], second["options"]) == ("doubted", "-")


@pytest.mark.parametrize("line", ["2 perhaps right -", "2 yes rigth -", "2 yes right", "2"])
def test_a_line_that_is_no_verdict_is_named(sheets, line):
    (sheets / "a01.txt").write_text(f"1 yes right fair\n{line}\n", encoding="utf-8")
    with pytest.raises(typer.BadParameter, match=line):
        list(verdicts(sheets))


def test_a_question_that_one_judge_left_out_is_named(sheets):
    (sheets / "b01.txt").write_text("1 no right fair\n", encoding="utf-8")
    with pytest.raises(typer.BadParameter, match="2"):
        list(verdicts(sheets))
