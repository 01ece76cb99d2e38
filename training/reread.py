"""An experiment: nested attributions by reading each content again as a document of its own, against the inner heads.

    python reread.py --model ../models/attribution --data /work/shared/data
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

from evaluate import nested_cases, seed_report
from readout_training.data import read_jsonl
from readout_training.predict import headline, load_tables, onnx_scorer, rows_from, score, scores_of, settings_of
from readout_training.tokens import load_vocabulary, words_in


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--model", required=True)
    p.add_argument("--data", required=True)
    p.add_argument("--depth", type=int, default=3)
    a = p.parse_args()
    folder = Path(a.model)
    description = json.loads((folder / "model.json").read_text())
    w, settings = description["windows"], replace(settings_of(description), inner=False, rival_bias=None)
    vocabulary, tables = load_vocabulary(folder / "vocab.txt"), load_tables(folder)
    run = onnx_scorer(folder / "encoder.int8.onnx")

    def outermost(rows):
        documents = [words_in(r["text"], vocabulary) for r in rows]
        return rows_from(rows, documents, scores_of(documents, run, w["size"], w["left"], w["right"], 1), tables, settings)

    def predict(rows):
        """Outermost first; then every content (its spans read one by one), down to `depth`. BMP texts only."""
        found = outermost(rows)
        for row, result in zip(rows, found):
            level = result["attributions"]
            for depth in range(a.depth):
                parts = [(s, e, x["id"]) for x in level for s, e in x["content"] if e - s > 15]
                if not parts:
                    break
                read = outermost([{"id": str(i), "text": row["text"][s:e]} for i, (s, e, _) in enumerate(parts)])
                level = []
                for (s, _, parent), inner in zip(parts, read):
                    for x in inner["attributions"]:
                        for role in ("source", "cue", "content"):
                            x[role] = [[b + s, e + s] for b, e in x[role]]
                        x["id"], x["parent"] = f"{parent}.{depth}.{x['id']}.{s}", parent
                        level.append(x)
                result["attributions"] += level
        return found

    path = Path(a.data) / "gum-attribution" / "dev.jsonl.gz"
    print("gum dev", json.dumps(headline(score(path, predict(read_jsonl(path)), Path("/tmp/reread.jsonl"), False))))
    seed_report(Path(a.data) / "seed", predict)
    nested_cases(Path(__file__).parent / "nested-cases.json", predict)


if __name__ == "__main__":
    main()
