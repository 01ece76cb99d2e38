"""Prints the numbers of the bars for an exported model, by the neutral scorer.

    python evaluate.py --model ../models/attribution --data /work/shared/data
    python evaluate.py --model ../models/attribution --graph /work/train-runs/float.onnx ...   the same with the float32 graph
"""

import argparse
import json
import time
from collections import defaultdict
from pathlib import Path

import numpy as np

from readout_training.confidence import confidence_inputs, probability
from readout_training.data import read_jsonl
from readout_training.predict import headline, load_tables, onnx_scorer, rows_from, score, scores_of, settings_of
from readout_training.tokens import load_vocabulary, words_in


def overlap_of_union(mine, theirs) -> float:
    a = {i for s, e in mine for i in range(s, e)}
    b = {i for s, e in theirs for i in range(s, e)}
    return len(a & b) / max(1, len(a | b))


def seed_report(folder: Path, predict):
    """The one real report: required attributions found, and nestings, by a plain reading of its gold."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    text = (folder / "report.txt").read_text(encoding="utf-8")
    (row,) = predict([{"id": "seed", "text": text}])
    place = lambda s: [(s["start"], s["end"])] if s else []
    touch = lambda xs, ys: any(a < d and c < b for a, b in xs for c, d in ys)
    found = {}
    for g in gold["attributions"]:
        content = [(s["start"], s["end"]) for s in g["content"]]
        for a in row["attributions"]:
            source = touch(place(g["source"]), a["source"]) if g["source"] else not a["source"]
            cue = touch(place(g["cue"]), a["cue"]) if g["cue"] else True
            enough = overlap_of_union(content, a["content"]) >= 0.8 or any(
                overlap_of_union([c], [m]) >= 0.8 for c in content for m in a["content"])
            if source and cue and enough:
                found[g["id"]] = a
    nested = 0
    by_id = {a["id"]: a for a in row["attributions"]}
    pairs = gold["scoring"]["nested"]
    for outer, inner in pairs:
        if outer in found and inner in found:
            at = found[inner]["parent"]
            while at and at != found[outer]["id"]:
                at = by_id[at]["parent"]
            nested += at is not None
    required = gold["scoring"]["requiredAttributions"]
    missed = [i for i in required if i not in found]
    print(f"seed: {len(required) - len(missed)} of {len(required)} required, {nested} of {len(pairs)} nestings; missed {' '.join(missed)}")


def nested_cases(path: Path, predict):
    """Our own sentences with nesting: each case lists `source | cue | content start` chains, outermost first."""
    cases = json.loads(path.read_text(encoding="utf-8"))
    rows = predict([{"id": str(i), "text": c["text"]} for i, c in enumerate(cases)])
    right = total = linked = 0
    for case, row in zip(cases, rows):
        text, by_cue = case["text"], {}
        says = lambda spans: " … ".join(text[s:e] for s, e in spans)
        for a in row["attributions"]:
            by_cue.setdefault(says(a["cue"]), a)
        for expected in case["attributions"]:
            total += 1
            got = next((a for cue, a in by_cue.items() if expected["cue"] in cue or cue in expected["cue"]), None)
            source = got is not None and (expected["source"] in says(got["source"]) if expected["source"] else not got["source"])
            content = got is not None and expected["content"] in says(got["content"])
            ok = source and content
            right += ok
            if not ok:
                print("  missed:", expected, "| got", None if got is None else [says(got[r]) for r in ("source", "cue", "content")])
            if expected.get("parent"):
                parent = next((a for a in row["attributions"] if got is not None and a["id"] == got["parent"]), None)
                linked += parent is not None and expected["parent"] in says(parent["cue"])
    wanted = sum(bool(e.get("parent")) for c in cases for e in c["attributions"])
    print(f"own nested cases: {right} of {total} attributions, {linked} of {wanted} nestings")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--model", required=True)
    p.add_argument("--data", required=True)
    p.add_argument("--graph", help="another graph instead of the int8 one")
    p.add_argument("--out", default="/tmp/readout-evaluation")
    p.add_argument("--by", action="store_true", help="by publisher and by manner too")
    a = p.parse_args()
    folder, out = Path(a.model), Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    description = json.loads((folder / "model.json").read_text())
    w, settings = description["windows"], settings_of(description)
    vocabulary, tables = load_vocabulary(folder / "vocab.txt"), load_tables(folder)
    run = onnx_scorer(a.graph or folder / "encoder.int8.onnx")

    def predict(rows):
        documents = [words_in(r["text"], vocabulary) for r in rows]
        return rows_from(rows, documents, scores_of(documents, run, w["size"], w["left"], w["right"], 1), tables, settings)

    for name, outermost in (("polnear", True), ("gum-attribution", False)):
        path = Path(a.data) / name / "dev.jsonl.gz"
        rows = read_jsonl(path)
        began = time.time()
        predictions = predict(rows)
        took = time.time() - began
        result = score(path, predictions, out / f"{name}.dev.jsonl", outermost)
        print(name, json.dumps(headline(result)), f"{len(rows) / took:.1f} documents/s in Python")
        if a.by:
            for kind, r in result["byType"].items():
                print("  ", kind, f"P {r['precision']} R {r['recall']} F1 {r['f1']}")
            groups = defaultdict(list)
            for row in rows:
                groups[row.get("publisher") if name == "polnear" else row.get("genre")].append(row)
            for group, members in sorted(groups.items()):
                ids = {m["id"] for m in members}
                gold = out / "group.gold.jsonl"
                gold.write_text("".join(json.dumps(m) + "\n" for m in members))
                part = score(gold, [x for x in predictions if x["id"] in ids], out / "group.jsonl", outermost)
                h = headline(part)
                print("  ", group, len(members), "articles: relaxed", h["relaxed"], "strict", h["strict"])
    if (Path(a.data) / "seed" / "gold.json").exists():
        seed_report(Path(a.data) / "seed", predict)
    nested_cases(Path(__file__).parent / "nested-cases.json", predict)


if __name__ == "__main__":
    main()
