"""What a small language model thinks of a question: a second opinion, beside what can be seen.

MiniLM (Wang et al. 2020; six layers) fine-tuned on the ratings; it reads what raters read.
``README.md`` tells data, licence, figures and how it is made.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from knowledge.questions.candidates import Candidate
from knowledge.questions.rules.shown import sentence
from knowledge.questions.second_opinion.pieces import Pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MODEL: Final = Path(__file__).with_name("model.onnx")
VOCABULARY: Final = Path(__file__).with_name("vocabulary.txt")


def opinion(candidate: Candidate) -> float:
    """The logit of the probability that a teacher takes the question; 0 is even."""
    import numpy as np  # noqa: PLC0415 - only where questions are made

    ids, kinds = _pieces().of(*read_of(candidate))
    inputs = {
        "ids": np.array([ids], dtype=np.int64),
        "kinds": np.array([kinds], dtype=np.int64),
    }
    (logits,) = _session().run(None, inputs)
    return float(logits[0][0])


def read_of(candidate: Candidate) -> tuple[str, str, str, str]:
    """Stem, answer, title and source sentence: what is read, in training as in use.

    Of a sentence to be completed only that sentence: what is asked for, the answer shows.
    """
    source = candidate.fact.citations[0].quote
    return sentence(candidate), candidate.answer, candidate.title, source


@cache
def _pieces() -> Pieces:
    return Pieces.read(VOCABULARY)


@cache
def _session() -> InferenceSession:
    import onnxruntime  # noqa: PLC0415 - slow to load, and only where questions are made

    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # a question is too short for two, and others work beside
    return onnxruntime.InferenceSession(str(MODEL), options, providers=["CPUExecutionProvider"])
