"""Trains the reader. Run again with the same --out to resume from the last checkpoint.

    python train.py --data /work/shared/data --pretrained DIR --out /work/train-runs/run1 --epochs 6
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch

from readout_training.data import batches, examples_from, load_gum, load_polnear, read_jsonl, wrapped
from readout_training.model import Reader, collate, losses
from readout_training.running import Run, add_arguments, groups
from readout_training.predict import headline, rows_from, score, scores_of, tables_of, torch_scorer
from readout_training.decode import Settings
from readout_training.tokens import load_vocabulary, words_in

PARTS = {"outer": 1.0, "any": 0.5, "roles": 1.0, "unary": 0.3}


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True)
    p.add_argument("--pretrained", required=True, help="folder with model.safetensors and vocab.txt")
    p.add_argument("--out", required=True)
    p.add_argument("--start", help="checkpoint to begin from instead of the pretrained encoder")
    p.add_argument("--epochs", type=int, default=6)
    p.add_argument("--budget", type=int, default=2048, help="padded pieces a batch")
    p.add_argument("--size", type=int, default=512, help="pieces a window")
    p.add_argument("--left", type=int, default=48)
    p.add_argument("--right", type=int, default=24)
    p.add_argument("--wrap", type=float, default=0.05, help="share of fitting sentences wrapped into another attribution")
    p.add_argument("--until", help="HH:MM, today: end then, and lower the learning rate by the clock, not by steps")
    p.add_argument("--eval-every", type=int, default=1)
    p.add_argument("--limit", type=int, help="articles to train on, for a quick try")
    add_arguments(p, encoder_lr=2e-4)
    return p.parse_args()


def pace(step, total, warmup):
    """Share of the peak learning rate: up in a line, then down in a line."""
    rise = max(1, int(total * warmup))
    return step / rise if step < rise else max(0.02, (total - step) / (total - rise))


def time_left(until: str) -> float:
    """Seconds to HH:MM of today."""
    hour, minute = map(int, until.split(":"))
    now = time.localtime()
    return (hour - now.tm_hour) * 3600 + (minute - now.tm_min) * 60 - now.tm_sec


def short_sources(articles):
    """Names to put into wrapped sentences, from the training articles."""
    found = {a.text[s:e] for a in articles for m in a.marks for s, e in m.source}
    return sorted(x for x in found if len(x) > 3 and len(x.split()) <= 6 and "\n" not in x and x[0].isupper())


def evaluate(model, a, vocabulary, cache, where, device):
    """Dev scores by the neutral scorer, thresholds at their defaults."""
    out = {}
    run, tables = torch_scorer(model, device), tables_of(model)
    for name, outermost in (("polnear", True), ("gum-attribution", False)):
        path = Path(a.data) / name / "dev.jsonl.gz"
        rows = read_jsonl(path)
        documents = [words_in(r["text"], vocabulary, cache) for r in rows]
        scores = scores_of(documents, run, 384, a.left, a.right)
        predictions = rows_from(rows, documents, scores, tables, Settings())
        out[name] = headline(score(path, predictions, where / f"{name}.dev.jsonl", outermost))
    return out


def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    run = Run(a.out)
    say = run.say
    vocabulary = load_vocabulary(Path(a.pretrained) / "vocab.txt")
    cache = {}
    polnear, gum = load_polnear(a.data, "train"), load_gum(a.data, "train")
    if a.limit:
        polnear, gum = polnear[: a.limit], gum[: a.limit // 10 + 1]
    names = short_sources(polnear)

    torch.manual_seed(a.seed)
    model = Reader().to(device)
    model.encoder.load_pretrained(Path(a.pretrained) / "model.safetensors")
    if a.start:
        model.load_state_dict(torch.load(a.start, weights_only=False)["model"])
    optimizer = torch.optim.AdamW(groups(model, a, features=True), betas=(0.9, 0.98), eps=1e-6)
    state = {"epoch": 0, "batch": 0, "step": 0, "seconds": 0.0, "share": 1.0, "budget": a.budget}
    if run.last.exists():
        saved = torch.load(run.last, weights_only=False)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        state |= saved["state"]
        if state["budget"] != a.budget:  # other batches: begin the next epoch
            state |= {"budget": a.budget, "epoch": state["epoch"] + 1, "batch": 0}
        torch.manual_seed(a.seed + 1000 + state["step"])
        say(resumed=state)
    say(arguments=vars(a))

    def save():
        run.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "state": state, "arguments": vars(a)})

    total = None
    span, from_share = (time_left(a.until), state["share"]) if a.until else (0.0, 1.0)
    late = lambda: bool(a.until) and time_left(a.until) <= 0
    while state["epoch"] < a.epochs and not late():
        began, saved_at = time.time(), time.time()
        rng = random.Random(a.seed * 1000 + state["epoch"])
        examples = []
        for article in polnear + 2 * gum:  # GUM twice: it alone has nested ones by hand
            changed = wrapped(article, names, rng, a.wrap) if a.wrap else article
            first = rng.randint(a.size // 3, a.size)
            examples += examples_from(changed, vocabulary, cache, a.size, a.left, a.right, first)
        epoch = batches(examples, a.budget, rng)
        if total is None:
            total = state["step"] - state["batch"] + len(epoch) * (a.epochs - state["epoch"])
            say(batches=len(epoch), total=total, prepared=round(time.time() - began, 1))
        model.train()
        sums, pieces = {}, 0
        for number, batch in enumerate(epoch):
            if number < state["batch"]:
                continue
            if late():
                break
            share = pace(state["step"], total, a.warmup)
            if a.until and state["step"] > total * a.warmup:
                share = from_share * max(0.01, time_left(a.until) / span)
            state["share"] = share
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * share
            tensors = collate(batch, device)
            with torch.autocast(device, torch.bfloat16):
                found = losses(model, tensors)
            loss = sum(PARTS[name] * value for name, value in found.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
            optimizer.step()
            state["step"] += 1
            state["batch"] = number + 1
            pieces += int(tensors["mask"].sum())
            for name, value in found.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
            if state["step"] % 25 == 0:
                speed = pieces / (time.time() - began)
                say(step=state["step"], of=total, **{k: round(v / 25, 4) for k, v in sums.items()}, speed=round(speed), share=round(share, 3))
                sums = {}
            if time.time() - saved_at > 240 or run.ended:
                save()
                saved_at = time.time()
            if run.ended:
                say(stopped=state)
                return
        state["seconds"] += time.time() - began
        if late():
            break
        state["epoch"] += 1
        state["batch"] = 0
        save()
        if state["epoch"] % a.eval_every == 0:
            dev = evaluate(model, a, vocabulary, cache, run.folder, device)
            say(epoch=state["epoch"], minutes=round(state["seconds"] / 60, 1), dev=dev)
            model.train()
    torch.save({"model": model.state_dict(), "arguments": vars(a)}, run.folder / "final.pt")
    say(done=True)


if __name__ == "__main__":
    main()
