"""From a tiny treebank to a pipeline that can be loaded, and the variations on the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from knowledge.language.augment import Example, Names, varied
from knowledge.language.labels import Label
from knowledge.language.pipeline import analyse
from knowledge.language.treebank import Sentence, Word

ROOT = Path(__file__).parents[3]
DOCUMENT = """\
# newdoc id = {number}
# newpar
# text = Ada Byron met Charles in London.
1\tAda\tAda\tPROPN\tNNP\t_\t3\tnsubj\t_\t_
2\tByron\tByron\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
4\tCharles\tCharles\tPROPN\tNNP\t_\t3\tobj\t_\t_
5\tin\tin\tADP\tIN\t_\t6\tcase\t_\t_
6\tLondon\tLondon\tPROPN\tNNP\t_\t3\tobl\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = It rained.
1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\trained\train\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


@pytest.fixture(scope="module")
def treebanks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("treebanks")
    for name in ("ewt-train", "ewt-dev", "gum-open-train"):
        documents = "".join(DOCUMENT.format(number=number) for number in range(12))
        (folder / f"{name}.conllu").write_text(documents, encoding="utf-8")
    return folder


def train(treebanks: Path, model: Path) -> None:
    command = [sys.executable, "-m", "knowledge.language.train", str(treebanks), str(model)]
    command += ["--steps", "24"]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)  # our own


def test_training_writes_a_pipeline_that_has_learnt(treebanks: Path, tmp_path: Path):
    train(treebanks, tmp_path / "model")
    first, second = next(
        analyse(["Ada Byron met Charles in London. It rained."], str(tmp_path / "model"))
    )
    assert [token.tag for token in first.tokens] == ["NNP", "NNP", "VBD", "NNP", "IN", "NNP", "."]
    assert [token.dep for token in second.tokens] == ["nsubj", "root", "punct"]
    assert first.tokens[0].entity == "PERSON"
    assert (tmp_path / "model" / "lemmas.json").exists()


def example() -> Example:
    tagged = ["Mr.", "Ada", "Byron", "saw", "Kenya", "'s", "``", "old", "''", "Welsh", "coast"]
    tags = ["NNP", "NNP", "NNP", "VBD", "NNP", "POS", "``", "JJ", "''", "JJ", "NN"]
    words = tuple(
        Word(text, text, "", tag, "dep", 0, space_after=True)
        for text, tag in zip(tagged, tags, strict=True)
    )
    labels = (Label(1, 3, "PERSON"), Label(4, 5, "GPE"), Label(9, 10, "NORP"))
    return Example(Sentence("document", opens_paragraph=True, words=words, mentions=None), labels)


NAMES = Names.of([example()])


def variations(count: int = 400) -> list[Example]:
    chance = Random(7)
    return [changed for _ in range(count) for changed in varied([example()], NAMES, chance)]


def test_variations_keep_words_tags_and_labels_in_their_places():
    for changed in variations():
        assert changed.labels == example().labels
        assert [word.tag for word in changed.sentence.words] == [
            word.tag for word in example().sentence.words
        ]


def test_variations_show_every_case_quotation_mark_and_other_names():
    texts = [[word.text for word in changed.sentence.words] for changed in variations()]
    flat = {text for words in texts for text in words}
    assert {"“", "”", "’s", "saw", "SAW", "Saw"} <= flat
    assert len({words[2].lower() for words in texts}) > 20
    assert len({words[4].lower() for words in texts}) > 20
    assert {words[0].lower() for words in texts} == {"mr."}


def test_the_same_chance_gives_the_same_variations():
    assert variations() == variations()
