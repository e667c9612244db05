"""How likely a teacher is to ask a question unchanged: weights learned from ratings."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.json")


def worth(features: Mapping[str, float]) -> float:
    """The probability (0 to 1) that a teacher takes what shows these features.

    Logistic regression: the sigmoid of the sum of weight times value, features without a weight
    left out.
    """
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-(weights["always"] + total)))


@cache
def _weights() -> Mapping[str, float]:
    learned: Mapping[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return learned
