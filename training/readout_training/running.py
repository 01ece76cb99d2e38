"""A training run: its folder with log and last checkpoint, whether it was asked to end, and how fast each part learns."""

import json
import os
import signal
import time
from pathlib import Path

import torch


class Run:
    def __init__(self, out: str):
        self.folder = Path(out)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.last = self.folder / "last.pt"
        self.log = open(self.folder / "log.jsonl", "a")
        self.ended = False
        signal.signal(signal.SIGTERM, self.end)

    def end(self, *_):
        """The loop looks at `ended`, saves and stops."""
        self.ended = True

    def say(self, **what):
        line = json.dumps({"time": time.strftime("%H:%M:%S"), **what})
        print(line, flush=True)
        self.log.write(line + "\n")
        self.log.flush()

    def save(self, state: dict):
        """Whole or not at all: a run that is killed while it writes keeps its former checkpoint."""
        torch.save(state, self.folder / "next.pt")
        os.replace(self.folder / "next.pt", self.last)


def add_arguments(p, encoder_lr: float):
    """What all trainers ask for alike."""
    p.add_argument("--encoder-lr", type=float, default=encoder_lr)
    p.add_argument("--head-lr", type=float, default=1e-3)
    p.add_argument("--layer-decay", type=float, default=0.9)
    p.add_argument("--warmup", type=float, default=0.06)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--threads", type=int, default=2)


def group(parameters, rate: float, decay: float) -> dict:
    return {"params": parameters, "lr": rate, "peak": rate, "weight_decay": decay}


def groups(model, a, features: bool) -> list[dict]:
    """Higher layers learn faster, heads fastest; word embeddings stay as they are, so that one table serves all models. `features`:
    whether their embedding is learnt with the rest."""
    e = model.encoder
    e.words.weight.requires_grad_(False)
    e.features.weight.requires_grad_(features)
    found = [([*e.positions.parameters(), *e.norm.parameters()], a.encoder_lr * a.layer_decay ** len(e.layers))]
    if features:
        found.append(([*e.features.parameters()], a.head_lr))
    for i, layer in enumerate(e.layers):
        found.append((list(layer.parameters()), a.encoder_lr * a.layer_decay ** (len(e.layers) - 1 - i)))
    found.append(([p for n, p in model.named_parameters() if not n.startswith("encoder.")], a.head_lr))
    out = []
    for parameters, rate in found:
        for decayed in (True, False):
            chosen = [p for p in parameters if (p.dim() > 1) == decayed]
            if chosen:
                out.append(group(chosen, rate, 0.01 if decayed else 0.0))
    return out


def pace(done: float, warmup: float) -> float:
    """Share of the peak learning rate: up in a line, then down in a line."""
    return done / warmup if done < warmup else max(0.02, (1 - done) / (1 - warmup))
