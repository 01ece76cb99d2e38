"""Writes the trained likeness model and pair model as the files that the program loads, and checks them against the checkpoints.

    python export_texts.py --likeness RUN/likeness/last.pt --pairs RUN/pairs/last.pt --pretrained DIR --models ../models --version 2.0.0

The likeness model sums the states of each word's first piece, without marks and ends. The float32 checkpoints (PyTorch) and the int8
graphs (ONNX Runtime) read the same sentences of our own; how far they stand apart is printed, and the run fails where that is too
far. Each folder's parity.json then holds texts, pieces and numbers of the int8 graph, for ports.
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
from readout_training.graph import build_likeness, build_pairs
from readout_training.likeness import LikenessModel
from readout_training.lots import KINDS, LONGEST, counted_in
from readout_training.model import HIDDEN, Encoder
from readout_training.pairs import joined, load_pairs, stands_of
from readout_training.tokens import load_vocabulary, window_inputs, windows_over, words_in

# Pieces that the original was tuned for; a longer text is read in windows that do not overlap.
WINDOWS = {"size": 256, "left": 0, "right": 0}
# The program keeps vectors, and log probabilities, in such steps.
STEPS, STAND_STEPS = 1024, 32
# Least cosine of the int8 vector to the original's, and most that the cosine of two texts may change.
LEAST_AGREEMENT, MOST_CHANGE = 0.97, 0.08
# Least share of pairs whose likeliest stand stays.
LEAST_SAME = 0.93


def inputs_of(text: str, vocabulary) -> list[list[int]]:
    """Piece ids of each window."""
    words = words_in(text, vocabulary)
    windows = windows_over(words, WINDOWS["size"], WINDOWS["left"], WINDOWS["right"])
    return [window_inputs(words, window)[0] for window in windows]


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


def opened(path: Path):
    """Before the table of words is shared: the runtime reads it only from the graph's own folder."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


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


def pairs_of_our_own() -> list[tuple[str, str]]:
    """Each sentence with the next of its point, and one of a point with one of the next; in the order of their letters, as the program reads them."""
    pairs = []
    for file in sorted(Path("../cases/likeness").glob("*/points.json")):
        points = [[cell["quote"] for cell in point["cells"]] for point in json.loads(file.read_text())["points"]]
        for at, cells in enumerate(points):
            pairs += list(zip(cells, cells[1:])) + [(cells[0], points[at - 1][0])]
    return [(min(a, b), max(a, b)) for a, b in pairs]


def compare_stands(left: np.ndarray, right: np.ndarray) -> None:
    """Prints how far the chances stand apart."""
    apart = np.abs(np.exp(left) - np.exp(right)).max(1)
    same = (left.argmax(1) == right.argmax(1)).mean()
    print(f"pairs {len(left)}: the likeliest stand is the same in {same:.3f}; a chance differs by: mean {apart.mean():.4f}, most {apart.max():.4f}")
    if same < LEAST_SAME:
        raise SystemExit("the int8 graph is too far from the original")


def write_rows(path: Path, rows: list[dict]) -> None:
    path.write_text("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n", encoding="utf-8")


def shared_or_own(own: Path, shared: Path) -> Path:
    """The attribution model was trained with its table of words frozen: where that still holds, one file serves both."""
    if own.read_bytes() != shared.read_bytes():
        return own
    own.unlink()
    return shared


def described_from(path: Path, folder: Path) -> dict:
    return described(path) | {"path": Path(os.path.relpath(path, folder)).as_posix()}


def description_of(name: str, version: str, out: Path, shared: Path, rest: dict) -> dict:
    words = shared_or_own(out / "words.int8.bin", shared.parent / "words.int8.bin")
    return {
        "name": name,
        "version": version,
        "files": {
            "encoder": described(out / "encoder.int8.onnx"),
            "words": described_from(words, out),
            "vocabulary": described_from(shared, out),
        },
        "tokenizer": {"cls": tokens.CLS, "sep": tokens.SEP, "unknown": tokens.UNK, "longestWord": tokens.LONGEST_WORD},
    } | rest


def export_likeness(checkpoint, version: str, out: Path, shared: Path, vocabulary) -> None:
    counted = counted_in(vocabulary)
    model = LikenessModel()
    model.load_state_dict(torch.load(checkpoint, weights_only=True, map_location="cpu")["model"])
    save_graph(build_likeness(model.encoder.eval(), WINDOWS["size"], counted, True), out, "encoder.int8.onnx", "words.int8.bin")
    session = opened(out / "encoder.int8.onnx")
    int8 = lambda ids: session.run(["sum"], {"ids": np.array(ids, dtype=np.int64)})[0][0].astype(float)
    float32 = original(model.encoder, counted)
    rest = {"windows": WINDOWS, "inputs": ["ids"], "outputs": {"sum": HIDDEN}, "steps": STEPS}
    (out / "model.json").write_text(json.dumps(description_of("readout-likeness", version, out, shared, rest), indent=2) + "\n")
    texts = texts_of_our_own()
    windows = {name: inputs_of(text, vocabulary) for name, text in texts.items()}
    vectors = {name: vector_of(windows[name], int8) for name in texts}
    # The sentences are for the comparison alone; a port needs the hard texts.
    hard = [name for name in texts if name in TEXTS]
    write_rows(out / "parity.json", [
        {"name": name, "text": texts[name], "windows": windows[name], "vector": np.round(vectors[name], 4).tolist()} for name in hard
    ])
    compare(np.array([vector_of(windows[name], float32) for name in texts]), np.array(list(vectors.values())))


def export_pairs(checkpoint, version: str, out: Path, shared: Path, vocabulary) -> None:
    model = load_pairs(checkpoint).eval()
    save_graph(build_pairs(model, 2 * LONGEST + 3, True), out, "encoder.int8.onnx", "words.int8.bin")
    session = opened(out / "encoder.int8.onnx")
    couples = pairs_of_our_own()
    rows = []
    for one, other in couples:
        ids, split = joined(one, other, vocabulary)
        given = {"ids": ids, "features": [0] * split + [1] * (len(ids) - split)}
        stands = session.run(["stands"], {name: np.array(value, dtype=np.int64) for name, value in given.items()})[0][0]
        rows.append({"pair": [one, other], "ids": ids, "split": split, "stands": np.round(stands.astype(float), 3).tolist()})
    rest = {"kinds": KINDS, "longest": LONGEST, "steps": STAND_STEPS, "inputs": ["ids", "features"], "outputs": {"stands": len(KINDS)}}
    (out / "model.json").write_text(json.dumps(description_of("readout-pairs", version, out, shared, rest), indent=2) + "\n")
    write_rows(out / "parity.json", rows[::12])
    compare_stands(np.array(stands_of(model, couples, vocabulary)), np.array([row["stands"] for row in rows]))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--likeness", required=True, help="checkpoint of train_likeness.py")
    p.add_argument("--pairs", required=True, help="checkpoint of train_pairs.py")
    p.add_argument("--pretrained", required=True)
    p.add_argument("--models", required=True, help="folder with attribution/, whose vocabulary and table of words are shared")
    p.add_argument("--version", required=True)
    a = p.parse_args()
    models = Path(a.models)
    shared = models / "attribution" / "vocab.txt"
    if (Path(a.pretrained) / "vocab.txt").read_bytes() != shared.read_bytes():
        raise SystemExit(f"{shared} is not the vocabulary of the pretrained encoder")
    torch.set_num_threads(1)
    vocabulary = load_vocabulary(shared)
    for name, checkpoint, export in (("likeness", a.likeness, export_likeness), ("pairs", a.pairs, export_pairs)):
        out = models / name
        out.mkdir(parents=True, exist_ok=True)
        export(checkpoint, a.version, out, shared, vocabulary)


if __name__ == "__main__":
    main()
