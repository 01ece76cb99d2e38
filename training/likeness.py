"""Writes the pretrained sentence encoder as the files that the program loads, and checks it against the original.

    python likeness.py --pretrained DIR --out ../models/likeness --version 1.0.0

Nothing is trained. Unlike the published model it sums the states of each word's first piece, without marks and ends, which
measures better here (MODEL_CARD.md). The float32 original (PyTorch) and the int8 graph (ONNX Runtime) read the same sentences of our own;
how far they stand apart is printed, and the run fails where that is too far. parity.json then holds texts, pieces and
vectors of the int8 graph, for ports.
"""

import argparse
import json
import os
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from export import described, save_graph
from parity import TEXTS
from readout_training import tokens
from readout_training.graph import build_likeness
from readout_training.model import HIDDEN, Encoder
from readout_training.tokens import load_vocabulary, window_inputs, windows_over, words_in

# Pieces that the original was tuned for; a longer text is read in windows that do not overlap.
WINDOWS = {"size": 256, "left": 0, "right": 0}
# The program keeps vectors in such steps.
STEPS = 1024
# Least cosine of the int8 vector to the original's, and most that the cosine of two texts may change.
LEAST_AGREEMENT, MOST_CHANGE = 0.97, 0.06


def inputs_of(text: str, vocabulary) -> list[list[int]]:
    """Piece ids of each window."""
    words = words_in(text, vocabulary)
    windows = windows_over(words, WINDOWS["size"], WINDOWS["left"], WINDOWS["right"])
    return [window_inputs(words, window)[0] for window in windows]


def counted_in(vocabulary: dict[str, int]) -> np.ndarray:
    """First pieces of words and numbers, unknown ones too, so that each word counts once; no marks and no ends."""
    counted = np.zeros(len(vocabulary), dtype=bool)
    for piece, id in vocabulary.items():
        counted[id] = any(char.isalnum() for char in piece) and not piece.startswith(("[", "##"))
    counted[tokens.UNK] = True
    return counted


def vector_of(windows: list[list[int]], run) -> np.ndarray:
    """The sum over all windows, of length 1; zeros where nothing counts."""
    total = sum((run(ids) for ids in windows), np.zeros(HIDDEN))
    return total / max(np.linalg.norm(total), 1e-9)


def original(encoder: Encoder, counted: np.ndarray):
    def run(ids):
        with torch.no_grad():
            x = torch.tensor([ids])
            states = encoder(x, torch.zeros_like(x), torch.ones_like(x).bool())[0].numpy().astype(float)
        return states[counted[ids]].sum(0)

    return run


def exported(path: Path):
    """Before the table of words is shared: the runtime reads it only from the graph's own folder."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return lambda ids: session.run(["sum"], {"ids": np.array(ids, dtype=np.int64)})[0][0].astype(float)


def texts_of_our_own() -> dict[str, str]:
    files = sorted(Path("../cases/likeness").glob("*/points.json"))
    cells = [cell for file in files for point in json.loads(file.read_text())["points"] for cell in point["cells"]]
    return {f"sentence-{i}": cell["quote"] for i, cell in enumerate(cells, 1)} | TEXTS


def compare(left: np.ndarray, right: np.ndarray) -> None:
    """Prints how far the two stand apart; texts without words are left out."""
    real = np.linalg.norm(left, axis=1) > 0
    left, right = left[real], right[real]
    agreement = (left * right).sum(1)
    upper = np.triu_indices(len(left), 1)
    change = np.abs((left @ left.T - right @ right.T)[upper])
    rounded = np.round(right * STEPS) / STEPS
    rounding = np.abs((right @ right.T - rounded @ rounded.T)[upper])
    print(f"texts {len(left)}, pairs {len(change)}")
    print(f"int8 to float32, cosine of the same text: mean {agreement.mean():.4f}, least {agreement.min():.4f}")
    print(f"cosine of two texts changes by: mean {change.mean():.4f}, 95 % below {np.quantile(change, 0.95):.4f}, most {change.max():.4f}")
    print(f"rounding to 1/{STEPS} changes it by: mean {rounding.mean():.5f}, most {rounding.max():.5f}")
    if agreement.min() < LEAST_AGREEMENT or change.max() > MOST_CHANGE:
        raise SystemExit("the int8 graph is too far from the original")


def write_parity(path: Path, texts, windows, vectors) -> None:
    """The sentences are for the comparison alone; a port needs the hard texts."""
    rows = [
        {"name": name, "text": text, "windows": windows[name], "vector": np.round(vectors[name], 4).tolist()}
        for name, text in texts.items()
        if name in TEXTS
    ]
    path.write_text("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n", encoding="utf-8")


def shared_or_own(own: Path, shared: Path) -> Path:
    """The attribution model was trained with its table of words frozen: where that still holds, one file serves both."""
    if own.read_bytes() != shared.read_bytes():
        return own
    own.unlink()
    return shared


def described_from(path: Path, folder: Path) -> dict:
    return described(path) | {"path": Path(os.path.relpath(path, folder)).as_posix()}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--pretrained", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--version", required=True)
    p.add_argument("--attribution", default="../models/attribution", help="the attribution model, whose vocabulary and table of words are shared")
    a = p.parse_args()
    out, shared = Path(a.out), Path(a.attribution) / "vocab.txt"
    if (Path(a.pretrained) / "vocab.txt").read_bytes() != shared.read_bytes():
        raise SystemExit(f"{shared} is not the vocabulary of the pretrained encoder")
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    vocabulary = load_vocabulary(shared)
    counted = counted_in(vocabulary)
    encoder = Encoder(0.0)
    encoder.load_pretrained(Path(a.pretrained) / "model.safetensors")
    save_graph(build_likeness(encoder.eval(), WINDOWS["size"], counted, True), out, "encoder.int8.onnx", "words.int8.bin")
    float32, int8 = original(encoder, counted), exported(out / "encoder.int8.onnx")
    words = shared_or_own(out / "words.int8.bin", Path(a.attribution) / "words.int8.bin")
    description = {
        "name": "readout-likeness",
        "version": a.version,
        "files": {
            "encoder": described(out / "encoder.int8.onnx"),
            "words": described_from(words, out),
            "vocabulary": described_from(shared, out),
        },
        "tokenizer": {"cls": tokens.CLS, "sep": tokens.SEP, "unknown": tokens.UNK, "longestWord": tokens.LONGEST_WORD},
        "windows": WINDOWS,
        "inputs": ["ids"],
        "outputs": {"sum": HIDDEN},
        "steps": STEPS,
    }
    (out / "model.json").write_text(json.dumps(description, indent=2) + "\n")
    texts = texts_of_our_own()
    windows = {name: inputs_of(text, vocabulary) for name, text in texts.items()}
    vectors = {name: vector_of(windows[name], int8) for name in texts}
    write_parity(out / "parity.json", texts, windows, vectors)
    print(json.dumps(description["files"], indent=2))
    compare(np.array([vector_of(windows[name], float32) for name in texts]), np.array(list(vectors.values())))


if __name__ == "__main__":
    main()
