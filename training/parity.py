"""Writes parity.json: short texts of our own with every intermediate result, for ports of the inference.

    python parity.py --model ../models/attribution
"""

import argparse
import json
from pathlib import Path

import numpy as np

from readout_training.confidence import confidence_inputs, probability
from readout_training.predict import load_tables, onnx_scorer, rows_from, scores_of, settings_of
from readout_training.tokens import load_vocabulary, utf16_offsets, window_inputs, windows_over, words_in

TEXTS = {
    "nested-quote": (
        "Aide: call was useful\n\n"
        "The two presidents spoke for about an hour on Tuesday, the aide to the president, Marek Vale, told reporters.\n\n"
        "“We are satisfied with the conversation,” Vale said. “The president warned that new sanctions would be a mistake, "
        "and his counterpart promised to study our proposals.”\n\n"
        "According to Vale, the other side confirmed that it does not plan to place missiles there."
    ),
    "accents-curly": (
        "Președintele’s office said Erdoğan and Škoda had “a frank exchange”. Ms. Ibáñez-Łuk added: “Nous n’avons rien décidé.” "
        "She stressed that the naïve reading — that talks had failed — was wrong."
    ),
    "emoji-cjk": (
        "The spokesman posted: “Great call with Tokyo 👍🏽🇯🇵!” Japan’s foreign ministry (外務省) said Ｍｉｎｉｓｔｅｒ Tanaka had asked for the call. "
        "𝒜 source close to the talks said no date was set."
    ),
    "paragraphs-of-one-quote": (
        "The minister set out three points:\n\n"
        "“First, the corridor must stay open.\n\n"
        "“Second, no party may arm its ships there.\n\n"
        "“Third, we expect an answer in writing.”\n\n"
        "The embassy declined to comment."
    ),
    "readout": (
        "Telephone conversation with the President of Ortania\n\n"
        "The call took place at the initiative of the Ortanian side. The leaders discussed the settlement in the valley and "
        "agreed to continue contacts at various levels. The President of Ortania thanked his counterpart for the help; "
        "in response, it was noted that the work of the joint commission should be resumed."
    ),
    "chain": (
        "\"Moscow hopes that the letter will be answered,\" the agency quoted Petrov as saying that the president had told Biden. "
        "If the bases are not closed, we shall have to respond, the diplomat threatened, while the White House, which believes the threat is empty, denied that a deadline had been named."
    ),
    "long": "",
    "empty": " \n\t\u200b",
}
TEXTS["long"] = "\n\n".join(
    f"Round {i} of the talks\n\nThe head of delegation number {i} said that the text of article {i} was nearly ready. “We shall return to it in {i} days,” "
    f"he added, although his counterpart insisted that {i} brackets remain. Officials believe the deadline of {i} March may slip."
    for i in range(1, 14)
)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--model", required=True)
    p.add_argument("--show", action="store_true")
    folder = Path(p.parse_args().model)
    description = json.loads((folder / "model.json").read_text())
    w = description["windows"]
    vocabulary = load_vocabulary(folder / "vocab.txt")
    tables, run, settings = load_tables(folder), onnx_scorer(folder / "encoder.int8.onnx"), settings_of(description)
    confidence = description["confidence"]
    out = []
    for name, text in TEXTS.items():
        words = words_in(text, vocabulary)
        units = utf16_offsets(text)
        scores = scores_of([words], run, w["size"], w["left"], w["right"], 1)
        (row,) = rows_from([{"id": name, "text": text}], [words], scores, tables, settings)
        for a in row["attributions"]:
            inputs = np.array([confidence_inputs(a["features"])])
            a["features"] = {k: round(v, 3) for k, v in a["features"].items()}
            if confidence:
                weights = np.array([confidence["bias"], *confidence["weights"]])
                a["confidence"] = round(float(probability(inputs, weights)[0]), 3)
            a["text"] = {r: [text.encode("utf-16-le")[2 * s : 2 * e].decode("utf-16-le") for s, e in a[r]] for r in ("source", "cue", "content")}
        windows = []
        for window, s in zip(windows_over(words, w["size"], w["left"], w["right"]), scores[0]):
            ids, features, firsts = window_inputs(words, window)
            windows.append({
                "words": [window.start, window.end], "own": [window.own_start, window.own_end],
                "ids": ids, "features": features, "firsts": firsts,
                "outer": np.round(s.outer.astype(float), 2).tolist(), "any": np.round(s.any.astype(float), 2).tolist(),
            })
        out.append({
            "name": name, "text": text,
            "words": [[int(units[a]), int(units[b])] for a, b in zip(words.start, words.end)],
            "line": words.line.tolist(), "sentence": words.sentence.astype(int).tolist(),
            "windows": windows, "attributions": row["attributions"],
        })
        if p.parse_args().show:
            print("==", name)
            for a in row["attributions"]:
                print(a["id"], a["parent"], a.get("confidence"), a["text"], a["rival"], a["close"])
    path = folder / "parity.json"
    path.write_text("[\n" + ",\n".join(json.dumps(x, ensure_ascii=False) for x in out) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
