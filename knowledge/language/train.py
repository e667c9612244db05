"""Trains the English pipeline from UD English-EWT and UD English-GUM: run it as a program.

    python -m knowledge.language.train TREEBANKS MODEL

TREEBANKS is a folder with the files that ``model/README.md`` lists; MODEL is written anew.
EWT has no entities: what the gazetteers don't know of its names is labelled by the pipeline itself
when it has learnt for a while.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from spacy.util import load_config, load_model_from_config
from thinc.api import fix_random_seed, require_cpu

from knowledge.language.augment import Names, varied
from knowledge.language.corpus import Text, documents, pair, paragraphs, relabelled, texts
from knowledge.language.lemmas import LEMMAS, gathered

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example as Pair

_META: Final = {
    "name": "gobbet",
    "version": "1",
    "description": "Tags, trees, sentence bounds and names of English, small and for one core",
    "license": "CC BY-SA 4.0",
    "sources": ["UD English-EWT", "UD English-GUM"],
}
_CONFIG: Final = Path(__file__).parent / "training.cfg"
_TRAINING_FILES: Final = ("ewt-train", "ewt-dev", "gum-open-train")
_HELD_OUT_EVERY: Final = 16
_REPORTED: Final = ("tag_acc", "dep_uas", "dep_las", "sents_f", "ents_f")
_WEIGHTS: Final = {"tag_acc": 0.2, "dep_las": 0.4, "sents_f": 0.1, "ents_f": 0.3}
_DROPOUT: Final = 0.1
_HIGHEST_RATE, _LOWEST_RATE, _WARMING_UP = 0.002, 0.00002, 0.02
_LABELLING, _CHECKS = 0.35, 8
"""When names of unknown kind are labelled, and how often the pipeline is checked."""

_FIRST_WORDS, _LAST_WORDS = 200, 1000
"""Words in a batch, at the beginning and at the end."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents to learn from, and others to choose the best steps by."""

    training: list[Text]
    held_out: list[Text]

    @classmethod
    def read(cls, folder: Path) -> Corpus:
        """Every n-th document of each file is held out."""
        training: list[Text] = []
        held_out: list[Text] = []
        for name in _TRAINING_FILES:
            for number, document in enumerate(documents(folder, name)):
                (training if number % _HELD_OUT_EVERY else held_out).append(document)
        return cls(training, held_out)

    def relabelled(self, nlp: Language) -> Corpus:
        """The names whose kind was not known labelled as ``nlp`` sees them."""
        return Corpus([relabelled(nlp, document) for document in self.training], self.held_out)


def blank_pipeline() -> Language:
    """The untrained pipeline of ``training.cfg``."""
    return load_model_from_config(load_config(_CONFIG), auto_fill=True)


def training_texts(corpus: Corpus, chance: Random) -> Iterator[Text]:
    """Texts without end: every document once an epoch, cut and varied anew each time."""
    names = Names.of(example for document in corpus.training for example in document)
    while True:
        epoch = [text for document in corpus.training for text in texts(document, chance)]
        chance.shuffle(epoch)
        for text in epoch:
            yield varied(text, names, chance)


def trained(corpus: Corpus, steps: int, seed: int) -> Language:
    """The pipeline with its averaged weights of the best check."""
    fix_random_seed(seed)
    chance = Random(seed)  # noqa: S311  # chance for training, not for secrets
    nlp = blank_pipeline()
    sample = [pair(nlp, text) for document in corpus.training for text in paragraphs(document)]
    optimizer = nlp.initialize(lambda: sample)
    stream = training_texts(corpus, chance)
    best = Best()
    for step in range(1, steps + 1):
        optimizer.learn_rate = _rate(step / steps)
        nlp.update(_batch(nlp, stream, step / steps), sgd=optimizer, drop=_DROPOUT)
        if step == int(steps * _LABELLING):
            with nlp.use_params(optimizer.averages):
                stream = training_texts(corpus.relabelled(nlp), chance)
        if step % max(1, steps // _CHECKS) == 0 or step == steps:
            with nlp.use_params(optimizer.averages):
                best.check(nlp, corpus, step)
    return nlp.from_bytes(best.weights)


@dataclass(slots=True)
class Best:
    """The best weights so far."""

    weights: bytes = b""
    score: float = -1.0

    def check(self, nlp: Language, corpus: Corpus, step: int) -> None:
        """Keeps the weights of now if they read the held out documents better than all before."""
        scores = evaluated(nlp, corpus.held_out)
        score = sum(weight * scores[name] for name, weight in _WEIGHTS.items())
        typer.echo(f"{step:6} {score:.4f} " + _line(scores))
        if score > self.score:
            self.weights, self.score = nlp.to_bytes(), score


def _rate(progress: float) -> float:
    """The learning rate: up at once, then down to nothing."""
    return _HIGHEST_RATE * min(progress / _WARMING_UP, 1 - progress) + _LOWEST_RATE


def _batch(nlp: Language, stream: Iterator[Text], progress: float) -> list[Pair]:
    """The next texts; batches grow over the first half of the training."""
    size = _FIRST_WORDS + (_LAST_WORDS - _FIRST_WORDS) * min(1, 2 * progress)
    batch: list[Pair] = []
    while sum(len(example) for example in batch) < size:
        batch.append(pair(nlp, next(stream)))
    return batch


def evaluated(nlp: Language, held_out: list[Text]) -> dict[str, Any]:
    """The scores by spaCy on whole paragraphs, words found by the tokenizer itself."""
    return nlp.evaluate(
        [pair(nlp, text) for document in held_out for text in paragraphs(document)]
    )


def _line(scores: dict[str, Any]) -> str:
    return "  ".join(f"{name} {100 * scores[name]:.1f}" for name in _REPORTED)


def main(
    treebanks: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    model: Annotated[Path, typer.Argument(file_okay=False)],
    steps: int = 7000,
    seed: int = 1,
) -> None:
    """Train the pipeline and write it to MODEL."""
    require_cpu()
    corpus = Corpus.read(treebanks)
    save(trained(corpus, steps, seed), corpus, model)


def save(nlp: Language, corpus: Corpus, model: Path) -> None:
    """The pipeline with the words that its labels are made of, and the table of lemmas."""
    labels = {label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, ())}
    nlp.meta.update(_META)
    nlp.to_disk(model)
    (model / "vocab" / "strings.json").write_text(json.dumps(sorted(labels)), encoding="utf-8")
    documents = (*corpus.training, *corpus.held_out)
    examples = (example for document in documents for example in document)
    words = (word for example in examples for word in example.sentence.words)
    gathered(words).save(model / LEMMAS)


if __name__ == "__main__":
    typer.run(main)
