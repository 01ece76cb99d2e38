"""The network: a small BERT encoder, cue taggers, and a scorer of roles per cue.

The encoder reads a window once. Two linear taggers find cues (outermost, and at
any depth). For each cue, `roles` then tags every word of the window as source,
content or nothing, from three things: the state of the word, the state of the
cue, and where the word stands relative to the cue. All heavy products are per
word or per cue; only a small sum, ReLU and matrix are per pair, so that this
part runs outside the encoder graph.
"""

import json
import struct

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from .data import CUE_TAGS, ROLE_TAGS
from .tokens import FEATURES

HIDDEN, LAYERS, HEADS, INNER, VOCAB, POSITIONS = 384, 6, 12, 1536, 30522, 512
ADD, TIMES = 192, 64  # widths of the two halves of the role scorer
DISTANCES = 41  # buckets of signed distance in words
DISTANCE_EDGES = [9, 11, 13, 16, 20, 25, 32, 42, 56, 80, 112, 160]
LINES = 7  # buckets of signed distance in lines


def distance_bucket(d):
    """Signed distance in words to the cue, 0 inside it, as 0..40: exact to 8, then by growing steps."""
    sign, size = np.sign(d), np.abs(d)
    steps = np.where(size <= 8, size, 8 + np.searchsorted(DISTANCE_EDGES, size, side="right"))
    return (20 + sign * np.minimum(steps, 20)).astype(np.int64)


def line_bucket(d):
    return (np.clip(d, -3, 3) + 3).astype(np.int64)


def cue_distances(count: int, start: int, end: int):
    """Distance of each word to the cue: negative before it, 0 inside, positive after."""
    at = np.arange(count)
    return np.where(at < start, at - start, np.where(at >= end, at - end + 1, 0))


def read_safetensors(path) -> dict[str, np.ndarray]:
    """A reader for the one file format that the pretrained weights come in."""
    with open(path, "rb") as file:
        (size,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(size))
        body = file.read()
    kinds = {"F32": np.float32, "I64": np.int64}
    return {
        name: np.frombuffer(body[slice(*info["data_offsets"])], dtype=kinds[info["dtype"]]).reshape(info["shape"])
        for name, info in header.items()
        if name != "__metadata__"
    }


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        count, length, _ = x.shape
        q, k, v = self.qkv(x).view(count, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(count, length, HIDDEN))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, dropout=0.1, layers=LAYERS):
        super().__init__()
        self.words = nn.Embedding(VOCAB, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.features = nn.Embedding(FEATURES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.features.weight)

    def forward(self, ids, features, mask):
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.features(features)
        x = self.dropout(self.norm(x))
        wide = torch.zeros(mask.shape, dtype=x.dtype, device=x.device).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        return x

    def load_pretrained(self, path):
        """Weights of BERT as published."""
        self.load_bert({name.removeprefix("bert."): torch.from_numpy(value.copy()) for name, value in read_safetensors(path).items()})

    def load_bert(self, w: dict[str, torch.Tensor]):
        """Weights by BERT's names; the token type embedding is folded into the positions."""
        with torch.no_grad():
            self.words.weight.copy_(w["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
            self.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
            for i, layer in enumerate(self.layers):
                p = f"encoder.layer.{i}."
                for kind in ("weight", "bias"):
                    parts = [w[f"{p}attention.self.{x}.{kind}"] for x in ("query", "key", "value")]
                    getattr(layer.qkv, kind).copy_(torch.cat(parts))
                    getattr(layer.out, kind).copy_(w[f"{p}attention.output.dense.{kind}"])
                    getattr(layer.norm1, kind).copy_(w[f"{p}attention.output.LayerNorm.{kind}"])
                    getattr(layer.up, kind).copy_(w[f"{p}intermediate.dense.{kind}"])
                    getattr(layer.down, kind).copy_(w[f"{p}output.dense.{kind}"])
                    getattr(layer.norm2, kind).copy_(w[f"{p}output.LayerNorm.{kind}"])


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self, dropout=0.1):
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.outer = nn.Linear(HIDDEN, CUE_TAGS)
        self.any = nn.Linear(HIDDEN, CUE_TAGS)
        self.unary = nn.Linear(HIDDEN, ROLE_TAGS)  # helps training, adds to the role scores
        self.word = nn.Linear(HIDDEN, ADD + TIMES)
        self.cue = nn.Linear(HIDDEN, ADD + TIMES)
        self.distance = nn.Embedding(DISTANCES, ADD)
        self.lines = nn.Embedding(LINES, ADD)
        self.role = nn.Linear(ADD + TIMES, ROLE_TAGS)
        for table in (self.distance, self.lines):
            nn.init.normal_(table.weight, std=0.1)

    def states(self, ids, features, mask, firsts):
        """State of every word: that of its first piece. `firsts` is padded with 0."""
        x = self.encoder(ids, features, mask)
        return self.dropout(x.gather(1, firsts[:, :, None].expand(-1, -1, HIDDEN)))

    def cue_states(self, h, where, spans):
        """Mean state over the words of each cue."""
        sums = torch.cat([h.new_zeros(h.shape[0], 1, HIDDEN), h.float().cumsum(1)], 1)
        total = sums[where, spans[:, 1]] - sums[where, spans[:, 0]]
        return total / (spans[:, 1] - spans[:, 0])[:, None]

    def roles(self, h, where, spans, distances, lines):
        """Scores of the role tags: cues × words × tags."""
        words, cues = self.word(h), self.cue(self.cue_states(h, where, spans))
        pair = words[where]
        added = pair[..., :ADD] + cues[:, None, :ADD] + self.distance(distances) + self.lines(lines)
        times = pair[..., ADD:] * cues[:, None, ADD:]
        return self.role(torch.cat([F.relu(added), times], -1)) + self.unary(h)[where]


def collate(batch, device="cpu"):
    """A list of examples as padded tensors."""
    longest, most = max(len(e.ids) for e in batch), max(len(e.firsts) for e in batch)
    pad = lambda rows, size, value, kind: torch.tensor(
        np.stack([np.concatenate([np.asarray(r), np.full(size - len(r), value)]) for r in rows]), dtype=kind, device=device
    )
    long, real = torch.long, torch.float32
    out = {
        "ids": pad([e.ids for e in batch], longest, 0, long),
        "features": pad([e.features for e in batch], longest, 0, long),
        "mask": pad([np.ones(len(e.ids)) for e in batch], longest, 0, torch.bool),
        "firsts": pad([e.firsts for e in batch], most, 0, long),
    }
    for name in ("outer", "any", "unary"):
        out[name] = pad([getattr(e, name) for e in batch], most, 0, long)
        out[f"{name}_weight"] = pad([getattr(e, f"{name}_weight") for e in batch], most, 0, real)
    where, spans, distances, lines, roles, weight = [], [], [], [], [], []
    for i, e in enumerate(batch):
        count = len(e.firsts)
        for cue, tags in zip(e.cues, e.roles):
            where.append(i)
            spans.append(cue)
            distances.append(np.concatenate([distance_bucket(cue_distances(count, *cue)), np.zeros(most - count)]))
            lines.append(np.concatenate([line_bucket(e.line - e.line[cue[0]]), np.zeros(most - count)]))
            roles.append(np.concatenate([tags, np.zeros(most - count)]))
            weight.append(np.concatenate([np.ones(count), np.zeros(most - count)]))
    as_tensor = lambda x, kind: torch.tensor(np.array(x), dtype=kind, device=device)
    out["where"] = as_tensor(where, long)
    if where:
        out["spans"], out["distances"], out["lines"] = (as_tensor(x, long) for x in (spans, distances, lines))
        out["roles"], out["roles_weight"] = as_tensor(roles, long), as_tensor(weight, real)
    return out


def losses(model: Reader, batch: dict) -> dict[str, torch.Tensor]:
    """Loss of each head, each divided by the number of words the window answers for."""
    h = model.states(batch["ids"], batch["features"], batch["mask"], batch["firsts"])
    total = batch["outer_weight"].sum().clamp(min=1.0)

    def tagged(scores, name):
        each = F.cross_entropy(scores.float().transpose(1, 2), batch[name], reduction="none")
        return (each * batch[f"{name}_weight"]).sum() / total

    found = {
        "outer": tagged(model.outer(h), "outer"),
        "any": tagged(model.any(h), "any"),
        "unary": tagged(model.unary(h), "unary"),
    }
    if len(batch["where"]):
        scores = model.roles(h, batch["where"], batch["spans"], batch["distances"], batch["lines"])
        found["roles"] = tagged(scores, "roles")
    return found
