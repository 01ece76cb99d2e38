"""Trains the likeness model: vectors of tellings. Run again with the same --out to resume.

    python train_likeness.py --contacts contacts.jsonl --matters pairs/matters --dev dev.jsonl --pretrained DIR --out RUN --epochs 12

`npx tsx scripts/export-pairs.ts FOLDER…` writes the contacts; pairs/README.md says what a matter is.
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch

from readout_training.likeness import LikenessModel, cosines, loss_of, measured
from readout_training.lots import contact_lot, counted_in, load_contacts, load_matters, matters_lot
from readout_training.running import Run, add_arguments, groups, pace
from readout_training.tokens import load_vocabulary


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--contacts", required=True, nargs="+")
    p.add_argument("--matters", required=True)
    p.add_argument("--dev", required=True, nargs="+")
    p.add_argument("--pretrained", required=True, help="folder with model.safetensors and vocab.txt")
    p.add_argument("--out", required=True)
    p.add_argument("--start", help="checkpoint to begin from instead of the pretrained encoder")
    p.add_argument("--epochs", type=float, default=4)
    p.add_argument("--together", type=int, default=5, help="matters that are read together")
    p.add_argument("--likeness", type=float, default=0.5, help="weight of the vectors' loss")
    add_arguments(p, encoder_lr=1e-4)
    return p.parse_args()


def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    run = Run(a.out)
    say = run.say
    vocabulary = load_vocabulary(Path(a.pretrained) / "vocab.txt")
    contacts = [c for path in a.contacts for c in load_contacts(path)]
    dev = [c for path in a.dev for c in load_contacts(path)]
    matters = load_matters(a.matters)
    counted = torch.from_numpy(counted_in(vocabulary)).float().to(device)
    model = LikenessModel()
    model.encoder.load_pretrained(Path(a.pretrained) / "model.safetensors")
    if a.start:
        model.load_state_dict(torch.load(a.start, weights_only=True)["model"], strict=False)
    model.to(device)
    optimizer = torch.optim.AdamW(groups(model, a, features=False), betas=(0.9, 0.98))
    epoch, step = 0, 0
    if run.last.exists():
        state = torch.load(run.last, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        epoch, step = state["epoch"], state["step"]

    def save():
        run.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch, "step": step})

    def measure():
        say(epoch=epoch, dev=measured(model, dev, vocabulary, counted))

    say(contacts=len(contacts), dev=len(dev), matters=len(matters), epoch=epoch)
    if epoch == 0:
        measure()
    while epoch < a.epochs and not run.ended:
        rng = random.Random(a.seed * 1000 + epoch)
        order = load_matters(a.matters)
        rng.shuffle(order)
        model.eval()
        near = [cosines(model, c, vocabulary, counted) for c in contacts]
        lots = [lambda c=c, n=n: contact_lot(c, rng, n) for c, n in zip(contacts, near)]
        lots += [lambda some=order[at : at + a.together]: matters_lot(some, rng) for at in range(0, len(order), a.together)]
        rng.shuffle(lots)
        model.train()
        total, began = np.zeros(3), time.time()
        for i, lot in enumerate(lots):
            if run.ended:
                break
            done = (epoch + i / len(lots)) / a.epochs
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * pace(min(1, done), a.warmup)
            with torch.autocast(device, dtype=torch.bfloat16):
                loss, parts = loss_of(model, lot(), vocabulary, counted, rng, device, a.likeness)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            total += parts
            if i % 40 == 39:
                say(epoch=epoch, lots=i + 1, of=len(lots), losses=np.round(total / (i + 1), 3).tolist(), seconds=round(time.time() - began))
        if run.ended:
            save()  # what was learnt of this epoch stays; the epoch itself begins again
        else:
            epoch += 1
            save()
            say(epoch=epoch, step=step, losses=np.round(total / len(lots), 3).tolist(), seconds=round(time.time() - began))
            measure()


if __name__ == "__main__":
    main()
