"""The pair model: two tellings read together, [CLS] a [SEP] b [SEP].

Six answers: another point, or one point with the stand of the two to each other. It learns from the same lots as the likeness
model (`likeness.py`), and begins with that model's encoder.
"""

import random
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

from .lots import ATTRIBUTION, BARE, KINDS, bare, pieces
from .model import HIDDEN, Encoder
from .tokens import CLS, SEP

INNER = 256


@dataclass
class Row:
    ids: list
    split: int  # where the second telling begins
    kind: int
    weight: float


class PairModel(nn.Module):
    def __init__(self, encoder: Encoder, dropout=0.1):
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.inner = nn.Linear(4 * HIDDEN, INNER)
        self.out = nn.Linear(INNER, len(KINDS))

    def forward(self, ids, second, mask):
        """`second` is 1 where the second telling stands; both include their [SEP]."""
        x = self.encoder(ids, second, mask)
        first = mask & (second == 0)
        first[:, 0] = False
        mean = lambda which: (x * which[..., None]).sum(1) / which.sum(1, keepdim=True).clamp(min=1)
        a, b = mean(first.to(x.dtype)), mean((mask & (second == 1)).to(x.dtype))
        pooled = torch.cat([x[:, 0], a + b, (a - b).abs(), a * b], -1)
        return self.out(self.dropout(F.gelu(self.inner(pooled))))


def load_pairs(checkpoint) -> PairModel:
    """The model that `train_pairs.py` saved, with as many layers as it has."""
    state = torch.load(checkpoint, weights_only=True, map_location="cpu")["model"]
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))
    model = PairModel(Encoder(layers=layers))
    model.load_state_dict(state)
    return model


def joined(a, b, vocabulary):
    left = [CLS, *pieces(a, vocabulary), SEP]
    return left + [*pieces(b, vocabulary), SEP], len(left)


def rows_of(lot, vocabulary, rng: random.Random) -> list[Row]:
    """The pairs of a lot, either telling first."""
    rows = []
    for i, j, kind, weight in lot.pairs:
        a, b = lot.texts[i], lot.texts[j]
        if kind != ATTRIBUTION and rng.random() < BARE:
            a, b = bare(a), bare(b)
        if rng.random() < 0.5:
            a, b = b, a
        rows.append(Row(*joined(a, b, vocabulary), kind, weight))
    return rows


def collate(rows, device="cpu"):
    longest = max(len(row.ids) for row in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    second, mask = torch.zeros_like(ids), torch.zeros(len(rows), longest, dtype=torch.bool)
    for i, row in enumerate(rows):
        ids[i, : len(row.ids)] = torch.tensor(row.ids)
        second[i, row.split : len(row.ids)] = 1
        mask[i, : len(row.ids)] = True
    return [x.to(device) for x in (ids, second, mask)]


def loss_of(model, rows, device="cpu"):
    scores = model(*collate(rows, device)).float()
    heft = torch.tensor([row.weight for row in rows], device=device)
    each = F.cross_entropy(scores, torch.tensor([row.kind for row in rows], device=device), reduction="none", label_smoothing=0.05)
    return (each * heft).sum() / heft.sum()


def in_batches(rows, budget, rng):
    """Rows of about the same length together, so that little is padding."""
    order = sorted(rows, key=lambda row: len(row.ids) + rng.random() * 4)
    batches, batch, longest = [], [], 0
    for row in order:
        longest = max(longest, len(row.ids))
        if batch and longest * (len(batch) + 1) > budget:
            batches.append(batch)
            batch, longest = [], len(row.ids)
        batch.append(row)
    if batch:
        batches.append(batch)
    rng.shuffle(batches)
    return batches


@torch.no_grad()
def stands_of(model, couples, vocabulary, device="cpu"):
    """Log probabilities of the kinds for pairs of texts."""
    rows = [Row(*joined(a, b, vocabulary), 0, 1.0) for a, b in couples]
    order = sorted(range(len(rows)), key=lambda k: len(rows[k].ids))
    found = [None] * len(rows)
    for at in range(0, len(order), 48):
        some = order[at : at + 48]
        for k, one in zip(some, model(*collate([rows[k] for k in some], device)).float().log_softmax(-1).cpu().numpy()):
            found[k] = one
    return found
