"""Trains the pair model: how two tellings stand that are read together. Ends by the clock.

    python train_pairs.py --contacts contacts.jsonl --matters pairs/matters --dev held.jsonl --likeness LIKENESS/last.pt --pretrained DIR --encoder FILE.onnx --out RUN --minutes 32
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch

from readout_training.likeness import LikenessModel, cosines
from readout_training.lots import KINDS, OTHER, contact_lot, counted_in, kind_of, load_contacts, load_matters, matters_lot, ranked
from readout_training.onnx_weights import load_encoder
from readout_training.pairs import PairModel, in_batches, load_pairs, loss_of, rows_of, stands_of
from readout_training.running import Run, add_arguments, group, groups, pace
from readout_training.tokens import load_vocabulary

# Pairs taken for training of a matter, of each kind.
TAKEN = {0: 8, 1: 5, 2: 3, 3: 4, 4: 2, 5: 4}


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--contacts", required=True, nargs="+")
    p.add_argument("--matters", required=True)
    p.add_argument("--dev", required=True, nargs="+")
    p.add_argument("--likeness", required=True, help="checkpoint of the likeness model, which says what is near")
    p.add_argument("--pretrained", required=True, help="folder with vocab.txt")
    p.add_argument("--encoder", required=True, help="ONNX file of the pretrained encoder")
    p.add_argument("--frozen", type=int, default=4, help="lowest layers that stay as they are")
    p.add_argument("--start", help="checkpoint of this model to begin from instead")
    p.add_argument("--out", required=True)
    p.add_argument("--minutes", type=float, default=32)
    p.add_argument("--budget", type=int, default=2000, help="padded pieces a batch")
    add_arguments(p, encoder_lr=1e-4)
    return p.parse_args()


def measured(model, contacts, nears, vocabulary, device) -> dict:
    """Of each contact the 300 nearest pairs of different origins with a point."""
    model.eval()
    scored, by_near, confusion = [], [], np.zeros((6, 6), dtype=int)
    for contact, near in zip(contacts, nears):
        tellings = contact["tellings"]
        pairs = [(i, j) for i in range(len(tellings)) for j in range(i + 1, len(tellings)) if tellings[i]["origin"] != tellings[j]["origin"] and (tellings[i]["homes"] or tellings[j]["homes"])]
        pairs = sorted(pairs, key=lambda p: -near[p])[:300]
        for (i, j), one in zip(pairs, stands_of(model, [(tellings[i]["text"], tellings[j]["text"]) for i, j in pairs], vocabulary, device)):
            kind = kind_of(contact, tellings[i], tellings[j])
            scored.append((-one[OTHER], kind != OTHER))
            by_near.append((near[i, j], kind != OTHER))
            if kind not in (None, OTHER):
                confusion[kind, 1 + int(np.argmax(one[1:]))] += 1
    model.train()
    f1s = [round(2 * confusion[k, k] / max(1, confusion[k].sum() + confusion[:, k].sum()), 3) for k in range(1, 6)]
    return {"near": [round(x, 4) for x in ranked(by_near)], "pairs": [round(x, 4) for x in ranked(scored)], "stands": f1s, "confusion": confusion[1:, 1:].tolist()}


def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    run = Run(a.out)
    say = run.say
    vocabulary = load_vocabulary(Path(a.pretrained) / "vocab.txt")
    counted = torch.from_numpy(counted_in(vocabulary)).float().to(device)
    contacts = [c for path in a.contacts for c in load_contacts(path)]
    dev = [c for path in a.dev for c in load_contacts(path)][::2]
    likeness = LikenessModel().to(device).eval()
    likeness.load_state_dict(torch.load(a.likeness, weights_only=True)["model"])
    near, near_dev = ([cosines(likeness, c, vocabulary, counted) for c in some] for some in (contacts, dev))
    model = (load_pairs(a.start) if a.start else PairModel(load_encoder(a.encoder))).to(device)
    for part in (model.encoder.positions, model.encoder.norm, *model.encoder.layers[: a.frozen]):
        part.requires_grad_(False)
    parameters = groups(model, a, features=False)
    model.encoder.features.weight.requires_grad_(True)
    parameters.append(group([model.encoder.features.weight], a.head_lr, decay=0.0))
    optimizer = torch.optim.AdamW(parameters, betas=(0.9, 0.98))
    save = lambda: run.save({"model": model.state_dict()})

    began, step, epoch, total, saved = time.time(), 0, 0, 0.0, time.time()
    share = lambda: (time.time() - began) / 60 / a.minutes
    while share() < 1 and not run.ended:
        rng = random.Random(a.seed * 1000 + epoch)
        matters = load_matters(a.matters)
        rng.shuffle(matters)
        lots = [contact_lot(c, rng, n, hard=2, easy=1) for c, n in zip(contacts, near)]
        lots += [matters_lot(matters[at : at + 5], rng, TAKEN) for at in range(0, len(matters), 5)]
        rows = [row for lot in lots for row in rows_of(lot, vocabulary, rng)]
        batches = in_batches(rows, a.budget, rng)
        say(epoch=epoch, pairs=len(rows), batches=len(batches), kinds=[sum(r.kind == k for r in rows) for k in range(len(KINDS))])
        model.train()
        for batch in batches:
            if share() >= 1 or run.ended:
                break
            for some in optimizer.param_groups:
                some["lr"] = some["peak"] * pace(share(), a.warmup)
            with torch.autocast(device, dtype=torch.bfloat16):
                loss = loss_of(model, batch, device)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step, total = step + 1, total + loss.item()
            if step % 200 == 0:
                say(epoch=epoch, step=step, loss=round(total / 200, 4), share=round(share(), 3))
                total = 0.0
            if time.time() - saved > 400:
                save()
                saved = time.time()
                say(step=step, dev=measured(model, dev[::2], near_dev[::2], vocabulary, device))
        epoch += 1
    save()
    say(epoch=epoch, step=step, dev=measured(model, dev, near_dev, vocabulary, device))


if __name__ == "__main__":
    main()
