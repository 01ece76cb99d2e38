"""Runs a network over texts and decodes: the whole reader in Python."""

import json
import re
import subprocess
from pathlib import Path

import numpy as np
import torch

from .decode import RoleTables, Settings, WindowScores, attributions_in, text_spans
from .model import Reader
from .tokens import utf16_offsets, window_inputs, windows_over, words_in


def tables_of(model: Reader) -> RoleTables:
    array = lambda t: t.detach().float().cpu().numpy()
    return RoleTables(array(model.distance.weight), array(model.lines.weight), array(model.role.weight), array(model.role.bias))


def settings_of(description: dict) -> Settings:
    """Decoding settings from model.json, which has them in camelCase."""
    return Settings(**{re.sub("[A-Z]", lambda m: "_" + m[0].lower(), k): v for k, v in description["decoding"].items()})


def load_tables(folder) -> RoleTables:
    """The role tables as exported."""
    description = json.loads((Path(folder) / "model.json").read_text())
    data = np.fromfile(Path(folder) / description["files"]["roles"]["path"], dtype="<f4")
    place = lambda t: data[t["offset"] : t["offset"] + int(np.prod(t["shape"]))].reshape(t["shape"])
    return RoleTables(**{name: place(t) for name, t in description["roles"]["tables"].items()})


def torch_scorer(model: Reader, device="cpu"):
    """A function from padded ids and features to per-piece heads, by the PyTorch model."""

    def run(ids, features, mask):
        model.eval()
        with torch.no_grad():
            tensor = lambda x: torch.tensor(x, device=device)
            h = model.encoder(tensor(ids), tensor(features), tensor(mask).bool())
            heads = (model.outer(h), model.any(h), model.unary(h), model.word(h), model.cue(h))
            return [x.float().cpu().numpy() for x in heads]

    return run


def onnx_scorer(path, threads=2):
    """The same by an exported graph, which takes one window at a time."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def run(ids, features, mask):
        assert len(ids) == 1
        heads = session.run(["outer", "any", "unary", "word", "cue"], {"ids": ids[0], "features": features[0]})
        return [h[None] for h in heads]

    return run


def scores_of(documents, run, size, left, right, budget=2048):
    """Scores for every window of every document, batched by length; `budget` 1 reads one window at a time."""
    jobs = []
    for d, words in enumerate(documents):
        for window in windows_over(words, size, left, right):
            jobs.append((d, window, *window_inputs(words, window)))
    jobs.sort(key=lambda j: len(j[2]))
    out = [[] for _ in documents]
    at = 0
    while at < len(jobs):
        to = at + 1
        while to < len(jobs) and len(jobs[to][2]) * (to + 1 - at) <= budget:
            to += 1
        batch, longest = jobs[at:to], len(jobs[to - 1][2])
        ids, features, mask = (np.zeros((len(batch), longest), dtype=np.int64) for _ in range(3))
        for i, (_, _, a, b, _) in enumerate(batch):
            ids[i, : len(a)], features[i, : len(b)], mask[i, : len(a)] = a, b, 1
        heads = run(ids, features, mask)
        for i, (d, window, _, _, firsts) in enumerate(batch):
            out[d].append(WindowScores(window, *(h[i][firsts] for h in heads)))
        at = to
    for windows in out:
        windows.sort(key=lambda s: s.window.start)
    return out


def rows_from(rows, documents, scores, tables, settings: Settings):
    """Predictions in the scorer's format, UTF-16 offsets, with parent and raw features."""
    out = []
    for row, words, windows in zip(rows, documents, scores):
        units = utf16_offsets(row["text"])
        place = lambda spans: [[int(units[a]), int(units[b])] for a, b in text_spans(words, spans)]
        found = attributions_in(words, windows, tables, settings)
        out.append({
            "id": row["id"],
            "attributions": [
                {"id": f"a{i}", "source": place(f.source), "cue": place([f.cue]), "content": place(f.content),
                 "parent": None if f.parent is None else f"a{f.parent}", "rival": place(f.rival), "close": f.close,
                 "features": f.features}
                for i, f in enumerate(found)
            ],
        })
    return out


SCORER = Path("/work/shared/tools/score-attribution.mjs")


def score(gold_path, predictions, where: Path, outermost: bool) -> dict:
    """The neutral scorer's verdict on the predictions."""
    where.write_text("".join(json.dumps(p) + "\n" for p in predictions))
    command = ["node", str(SCORER), str(gold_path), str(where), "--json"] + (["--outermost"] if outermost else [])
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def headline(result: dict) -> dict:
    """The numbers of the issue's bars."""
    fragments = result["fragmentExact"]
    return {
        "relaxed": result["attribution"]["relaxed"]["f1"],
        "p": result["attribution"]["relaxed"]["precision"],
        "r": result["attribution"]["relaxed"]["recall"],
        "strict": result["attribution"]["strict"]["f1"],
        "source": fragments["source"]["f1"],
        "cue": fragments["cue"]["f1"],
        "content": fragments["content"]["f1"],
    }
