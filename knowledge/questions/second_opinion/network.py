"""The network in PyTorch, for training alone: MiniLM's encoder and two layers that judge.

Layers as in BERT (Devlin et al. 2019), 384 wide with 12 heads. Needs torch and safetensors.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, INNER, HEADS, LAYERS, PLACES = 384, 1536, 12, 6, 512
_SMALL: Final = 1e-12
_PRETRAINED: Final = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "mixed",
    "attention.output.LayerNorm": "after_attention",
    "intermediate.dense": "widened",
    "output.dense": "narrowed",
    "output.LayerNorm": "after_all",
}


class Layer(nn.Module):  # type: ignore[misc]  # torch is not installed where this is checked
    """Attention over the pieces, then each piece by itself."""

    def __init__(self) -> None:
        """As BERT's."""
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.value, self.mixed = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.after_attention = nn.LayerNorm(WIDTH, _SMALL)
        self.widened, self.narrowed = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after_all = nn.LayerNorm(WIDTH, _SMALL)
        self.dropout = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, mask: Tensor | None) -> Tensor:
        """``pieces``: batch, length, width; ``mask``: batch, length, true for pieces, or None."""
        batch, length, _ = pieces.shape

        def by_head(each: Tensor) -> Tensor:
            return each.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        attended = functional.scaled_dot_product_attention(
            by_head(self.query(pieces)),
            by_head(self.key(pieces)),
            by_head(self.value(pieces)),
            attn_mask=None if mask is None else mask[:, None, None, :],
        )
        mixed = self.mixed(attended.transpose(1, 2).reshape(batch, length, WIDTH))
        pieces = self.after_attention(pieces + self.dropout(mixed))
        inner = self.narrowed(functional.gelu(self.widened(pieces)))
        result: Tensor = self.after_all(pieces + self.dropout(inner))
        return result


def _mean(pieces: Tensor, mask: Tensor) -> Tensor:
    kept = mask[..., None].float()
    return (pieces * kept).sum(1) / kept.sum(1)


class Judge(nn.Module):  # type: ignore[misc]  # as above
    """Logits of a question: that a teacher takes it, then of each fault that raters name."""

    def __init__(self, vocabulary: int, faults: int) -> None:
        """For so many pieces and faults."""
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.kinds, self.first = nn.Embedding(2, WIDTH), nn.LayerNorm(WIDTH, _SMALL)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.hidden, self.out = nn.Linear(2 * WIDTH, 192), nn.Linear(192, 1 + faults)
        self.dropout, self.much_dropout = nn.Dropout(0.1), nn.Dropout(0.15)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor | None = None) -> Tensor:
        """``ids``, ``kinds``, ``mask``: batch, length. Logits: batch, 1 + faults.

        Without a mask there is a piece everywhere, as in a question that is read alone.
        """
        places = self.places.weight[: ids.shape[1]][None]
        pieces = self.dropout(self.first(self.words(ids) + self.kinds(kinds) + places))
        for layer in self.layers:
            pieces = layer(pieces, mask)
        mean = pieces.mean(1) if mask is None else _mean(pieces, mask)
        joined = torch.cat([pieces[:, 0], mean], 1)
        logits: Tensor = self.out(self.much_dropout(functional.gelu(self.hidden(joined))))
        return logits


def pretrained(weights: Path, kept: list[int], faults: int) -> Judge:
    """The network with MiniLM's weights, of its vocabulary only the pieces ``kept``."""
    known, judge = load_file(weights), Judge(len(kept), faults)
    loaded: dict[str, Any] = {
        "words.weight": known["embeddings.word_embeddings.weight"][kept],
        "places.weight": known["embeddings.position_embeddings.weight"],
        "kinds.weight": known["embeddings.token_type_embeddings.weight"],
        "first.weight": known["embeddings.LayerNorm.weight"],
        "first.bias": known["embeddings.LayerNorm.bias"],
    }
    for layer in range(LAYERS):
        for theirs, ours in _PRETRAINED.items():
            for part in ("weight", "bias"):
                name = f"encoder.layer.{layer}.{theirs}.{part}"
                loaded[f"layers.{layer}.{ours}.{part}"] = known[name]
    missing, _ = judge.load_state_dict(loaded, strict=False)
    if any(not name.startswith(("hidden", "out")) for name in missing):
        raise ValueError(f"{weights} is no MiniLM of six layers: it lacks {missing[0]}.")
    return judge
