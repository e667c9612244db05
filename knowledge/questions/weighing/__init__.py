"""How likely a teacher is to ask a question unchanged: weights learned from ratings."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

WEIGHTS: Final = Path(__file__).with_name("weights.json")
TOGETHER: Final = Path(__file__).with_name("together.json")
_NEARLY: Final = 1e-9


def worth(features: Mapping[str, float]) -> float:
    """The probability (0 to 1) that a teacher takes what shows these features.

    Logistic regression: the sigmoid of the sum of weight times value, features without a weight
    left out.
    """
    return _sum(_learned(WEIGHTS), features)


def together(seen: float, read: float, grounds: Mapping[str, float]) -> float:
    """The probability by two opinions and what grounds the question.

    ``seen`` is one opinion by itself, ``read`` the other's logit.
    """
    return _sum(_learned(TOGETHER), {**opinions(seen, read), **grounds})


def opinions(seen: float, read: float) -> dict[str, float]:
    """Both opinions as features: logits."""
    return {"seen": logit(min(max(seen, _NEARLY), 1 - _NEARLY)), "read": read}


def _sum(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return _sigmoid(weights["always"] + total)


def logit(probability: float) -> float:
    """What the sigmoid makes the probability of."""
    return math.log(probability / (1 - probability))


def _sigmoid(total: float) -> float:
    return 1 / (1 + math.exp(-total))


@cache
def _learned(path: Path) -> Mapping[str, float]:
    learned: Mapping[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return learned
