"""Thresholds and confidence, from dev alone: writes settings.json for export.py.

    python tune.py --graph encoder.onnx --tables DIR --data /work/shared/data --out settings.json

Thresholds are taken where dev relaxed F1 is best (a coarse grid: finer would fit noise). Confidence is a logistic
regression on one half of the dev articles, measured on the other half, then both ways round.
"""

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from readout_training.agree import matched, outermost, prepared, tokens_of
from readout_training.confidence import CONFIDENCE_INPUTS, confidence_inputs, expected_error, fit, probability
from readout_training.data import read_jsonl
from readout_training.decode import Settings
from readout_training.predict import headline, load_tables, onnx_scorer, rows_from, score, scores_of
from readout_training.tokens import load_vocabulary, words_in


def labelled(rows, predictions):
    """For every outermost prediction: inputs of the confidence, and whether it is right."""
    inputs, right, article = [], [], []
    for k, (row, guess) in enumerate(zip(rows, predictions)):
        tokens = tokens_of(row["text"])
        p = [prepared(a, tokens) for a in guess["attributions"]]
        g = [prepared(a, tokens) for a in row["attributions"]]
        kept = outermost(p)
        gold = [g[i] for i in outermost(g)]
        for i, yes in zip(kept, matched([p[i] for i in kept], gold)):
            inputs.append(confidence_inputs(guess["attributions"][i]["features"]))
            right.append(yes)
            article.append(k)
    return np.array(inputs), np.array(right), np.array(article)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--graph", required=True)
    p.add_argument("--model", required=True, help="folder of export.py: tables, vocabulary, model.json")
    p.add_argument("--data", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--work", default="/tmp")
    p.add_argument("--fixed", action="store_true", help="keep default thresholds, fit the confidence only")
    a = p.parse_args()
    folder, work = Path(a.model), Path(a.work)
    description = json.loads((folder / "model.json").read_text())
    w = description["windows"]
    vocabulary = load_vocabulary(folder / "vocab.txt")
    tables, run = load_tables(folder), onnx_scorer(a.graph)
    sets = {}
    for name in ("polnear", "gum-attribution"):
        path = Path(a.data) / name / "dev.jsonl.gz"
        rows = read_jsonl(path)
        documents = [words_in(r["text"], vocabulary) for r in rows]
        sets[name] = path, rows, documents, scores_of(documents, run, w["size"], w["left"], w["right"], 1)

    def measure(name, settings):
        path, rows, documents, scores = sets[name]
        predictions = rows_from(rows, documents, scores, tables, settings)
        return predictions, headline(score(path, predictions, work / "tune.jsonl", name == "polnear"))

    best = Settings()
    if not a.fixed:
        for field, values in (("outer_bias", (-0.5, 0.0, 0.5, 1.0, 1.5)), ("role_bias", (-0.5, 0.0, 0.5, 1.0))):
            tried = []
            for value in values:
                settings = replace(best, inner=False, rival_bias=None, **{field: value})
                _, result = measure("polnear", settings)
                print(field, value, json.dumps(result), flush=True)
                tried.append((result["relaxed"] + 0.5 * result["strict"], -abs(value), value))
            best = replace(best, **{field: max(tried)[2]})
        # GUM dev has three nested ones: too few to choose by; the grid is printed to be looked at.
        for bias, least in ((-1.0, 0.0), (0.0, 0.0), (0.0, 0.5), (1.0, 0.0)):
            _, result = measure("gum-attribution", replace(best, rival_bias=None, any_bias=bias, min_inner_cue=least))
            print("any_bias", bias, "min_inner_cue", least, json.dumps(result), flush=True)
    for name in sets:
        predictions, result = measure(name, best)
        print("chosen", name, json.dumps(result), flush=True)
        if name == "polnear":
            polnear = predictions
    rows = sets["polnear"][1]
    inputs, right, article = labelled(rows, polnear)
    if len(right) < 100:
        raise SystemExit(f"Cannot fit a confidence: the model finds {len(right)} attributions on dev, at least 100 are needed")
    counted = headline(score(sets["polnear"][0], polnear, work / "tune.jsonl", True))
    print("right", int(right.sum()), "of", len(right), "precision", round(100 * right.mean(), 2), "scorer says", counted["p"])
    halves, curves = article % 2 == 0, []
    for name, train in (("even", halves), ("odd", ~halves)):
        weights = fit(inputs[train], right[train])
        chances = probability(inputs[~train], weights)
        error = expected_error(chances, right[~train])
        curves.append((chances.tolist(), right[~train].astype(int).tolist()))
        print(f"fitted on {name} articles: expected calibration error on the others {error:.4f}, "
              f"mean confidence {chances.mean():.3f}, right {right[~train].mean():.3f}")
    # Shipped are the weights of the even articles: the first of the two numbers is theirs.
    weights = fit(inputs[halves], right[halves])
    confidence = {"inputs": CONFIDENCE_INPUTS, "weights": [round(x, 4) for x in weights[1:].tolist()], "bias": round(float(weights[0]), 4)}
    Path(a.out).write_text(json.dumps({"settings": asdict(best), "confidence": confidence, "curve": curves[0]}, indent=1))


if __name__ == "__main__":
    main()
