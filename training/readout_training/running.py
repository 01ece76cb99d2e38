"""A training run: its folder with log and last checkpoint, and whether it was asked to end."""

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
