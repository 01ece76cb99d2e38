"""Writes a checkpoint as the files that the program loads: int8 graph, tables, vocabulary, model.json.

    python export.py --checkpoint /work/train-runs/run1/final.pt --pretrained DIR --out ../models/attribution --version 1.0.0
"""

import argparse
import hashlib
import json
import re
import shutil
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx.external_data_helper import set_external_data

from readout_training import tokens
from readout_training.confidence import CONFIDENCE_INPUTS
from readout_training.decode import Settings
from readout_training.graph import OUTPUTS, build
from readout_training.model import ADD, DISTANCE_EDGES, HIDDEN, TIMES, Reader
from readout_training.predict import tables_of

WINDOWS = {"size": 384, "left": 64, "right": 40}

# Until tune.py has fitted one: the chance of the cue alone.
UNTUNED = {"inputs": CONFIDENCE_INPUTS, "weights": [1.0] + [0.0] * (len(CONFIDENCE_INPUTS) - 1), "bias": 0.0}


def save_graph(graph, folder: Path, name: str, words: str) -> None:
    """The graph in one file, the word table beside it."""
    for constant in graph.graph.initializer:
        if constant.name == "words":
            data = constant.raw_data
            set_external_data(constant, words, 0, len(data))
            constant.ClearField("raw_data")
            constant.data_location = onnx.TensorProto.EXTERNAL
            (folder / words).write_bytes(data)
    (folder / name).write_bytes(graph.SerializeToString())


def save_tables(tables, path: Path) -> dict:
    """The role scorer's tables as little-endian float32, one after another."""
    index, parts, at = {}, [], 0
    for name, array in asdict(tables).items():
        array = np.ascontiguousarray(array, dtype="<f4")
        index[name] = {"offset": at, "shape": list(array.shape)}
        parts.append(array.tobytes())
        at += array.size
    path.write_bytes(b"".join(parts))
    return index


def described(path: Path) -> dict:
    data = path.read_bytes()
    return {"path": path.name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def load_reader(checkpoint) -> Reader:
    model = Reader()
    model.load_state_dict(torch.load(checkpoint, weights_only=False, map_location="cpu")["model"])
    return model.eval()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--checkpoint", required=True)
    p.add_argument("--pretrained", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--version", required=True)
    p.add_argument("--float-out", help="where to write the float32 graph as well, to compare")
    p.add_argument("--settings", help="JSON of tune.py: thresholds and confidence")
    a = p.parse_args()
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    model = load_reader(a.checkpoint)
    save_graph(build(model, True), out, "encoder.int8.onnx", "words.int8.bin")
    if a.float_out:
        onnx.save(build(model, False), a.float_out)
    index = save_tables(tables_of(model), out / "roles.f32.bin")
    shutil.copyfile(Path(a.pretrained) / "vocab.txt", out / "vocab.txt")
    tuned = json.loads(Path(a.settings).read_text()) if a.settings else {"settings": asdict(Settings()), "confidence": UNTUNED}
    description = {
        "name": "readout-attribution",
        "version": a.version,
        "files": {
            "encoder": described(out / "encoder.int8.onnx"),
            "words": described(out / "words.int8.bin"),
            "roles": described(out / "roles.f32.bin"),
            "vocabulary": described(out / "vocab.txt"),
        },
        "tokenizer": {"cls": tokens.CLS, "sep": tokens.SEP, "unknown": tokens.UNK, "longestWord": tokens.LONGEST_WORD},
        "features": {"shapes": tokens.SHAPES, "breaks": tokens.BREAKS, "quotes": tokens.QUOTES},
        "windows": WINDOWS,
        "inputs": ["ids", "features"],
        "outputs": {name: width for name, width in OUTPUTS} | {"hidden": HIDDEN},
        "cueTags": ["O", "B", "I", "E", "S"],
        "roleTags": ["O", "source-B", "source-I", "source-E", "source-S", "content-B", "content-I", "content-E", "content-S"],
        "roles": {"add": ADD, "times": TIMES, "tables": index, "distanceEdges": DISTANCE_EDGES, "lineReach": 3},
        "decoding": {re.sub("_(.)", lambda m: m[1].upper(), k): v for k, v in tuned["settings"].items()},
        "confidence": tuned["confidence"],
    }
    (out / "model.json").write_text(json.dumps(description, indent=2) + "\n")
    print(json.dumps(description["files"], indent=2))


if __name__ == "__main__":
    main()
