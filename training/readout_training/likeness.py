"""The likeness model: a telling is read once, alone, for a vector; tellings of one point lie near each other.

While it learns, two tellings are also laid side by side piece by piece, each piece finding its fellows in the other, and must tell
how they stand. That part is not exported: reading both together does it better (`pairs.py`, RUNS.md); but the states of the pieces
learn from it what a point turns on.
"""

from collections import defaultdict

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from .lots import BARE, KINDS, OTHER, Lot, bare, kind_of, pieces, ranked
from .model import HIDDEN, Encoder
from .tokens import CLS, SEP

STATE, FOUND, INNER = 128, 96, 128
TEMPERATURE = 0.06


class LikenessModel(nn.Module):
    def __init__(self, dropout=0.1):
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.state = nn.Linear(2 * HIDDEN, STATE)  # of a piece: what it means here, and the word itself
        self.weight = nn.Linear(2 * HIDDEN, 1)  # how much a piece counts
        self.own = nn.Linear(STATE, FOUND)
        self.fellow = nn.Linear(STATE, FOUND, bias=False)
        self.both = nn.Linear(STATE, FOUND, bias=False)
        self.inner = nn.Linear(3 * FOUND + SCALARS, INNER)
        self.out = nn.Linear(INNER, len(KINDS))
        self.sharpness = nn.Parameter(torch.tensor(10.0))
        self.spread = nn.Parameter(torch.tensor(15.0))  # of coverages, in their loss
        nn.init.orthogonal_(self.state.weight)

    def states_in(self, texts, vocabulary):
        """Last states of texts, and of their words alone, with the pieces: lists in the order of the texts. Texts of one length are read together."""
        e = self.encoder
        order = sorted(range(len(texts)), key=lambda i: len(pieces(texts[i], vocabulary)))
        found = [None] * len(texts)
        for some in in_portions(order, lambda i: len(pieces(texts[i], vocabulary)) + 2):
            ids, mask = padded([texts[i] for i in some], vocabulary, e.words.weight.device)
            words = e.norm(e.words(ids) + e.positions.weight[: ids.shape[1]])
            states = e(ids, torch.zeros_like(ids), mask)
            for row, i in enumerate(some):
                length = len(pieces(texts[i], vocabulary)) + 2
                found[i] = (states[row, :length], words[row, :length], ids[row, :length])
        return found

    def read(self, texts, vocabulary, counted):
        """Of each text what it is laid beside others by, states of its pieces and how much each counts, without end marks; and
        all vectors: mean states of the words' first pieces, of length 1."""
        found, sums = [], []
        for states, words, ids in self.states_in(texts, vocabulary):
            both = torch.cat([states, words], -1)[1:-1]
            found.append((F.normalize(self.state(both).float(), dim=-1), F.softplus(self.weight(both)[..., 0].float())))
            sums.append((states.float() * counted[ids][:, None]).sum(0))
        return found, F.normalize(torch.stack(sums), dim=-1)

    def coverages(self, read):
        """How much of each telling stands in each other one, both ways added: [tellings, tellings]."""
        padded_states, padded_weights = stacked(read)
        states, weights = torch.cat([s for s, _ in read]), torch.cat([w for _, w in read])
        alike = torch.einsum("td,nld->tnl", states, padded_states)
        best = alike.float().masked_fill(padded_weights[None] <= 0, -1.0).amax(-1)
        home = torch.repeat_interleave(torch.arange(len(read), device=states.device), torch.tensor([len(w) for _, w in read], device=states.device))
        total = padded_weights.sum(1).clamp(min=1e-6)
        shares = (weights / total[home])[:, None]
        covered = torch.zeros(len(read), len(read), dtype=best.dtype, device=states.device).index_add(0, home, best * shares)
        return covered + covered.T

    def stands(self, read, pairs):
        """Scores of the kinds for pairs of tellings that were read, by index."""
        size = lambda pair: max(len(read[pair[0]][1]), len(read[pair[1]][1]))
        order = sorted(range(len(pairs)), key=lambda k: size(pairs[k]))
        scores = [None] * len(pairs)
        for some in in_portions(order, lambda k: size(pairs[k]), 12000):
            a, b = ([read[pairs[k][side]] for k in some] for side in (0, 1))
            for k, one in zip(some, self.beside(*stacked(a), *stacked(b))):
                scores[k] = one
        return torch.stack(scores)

    def beside(self, a, weights_a, b, weights_b):
        """States [pairs, pieces, STATE], weights [pairs, pieces]."""
        alike = a @ b.transpose(1, 2)
        left = self.side(alike, a, weights_a, b, weights_b)
        right = self.side(alike.transpose(1, 2), b, weights_b, a, weights_a)
        (found_a, covered_a, least_a), (found_b, covered_b, least_b) = left, right
        size_a, size_b = weights_a.sum(1), weights_b.sum(1)
        scalars = torch.stack([
            covered_a + covered_b, (covered_a - covered_b).abs(), torch.maximum(covered_a, covered_b), torch.minimum(covered_a, covered_b),
            torch.minimum(least_a, least_b), torch.log((size_a + 1) / (size_b + 1)).abs(),
        ], -1)
        pooled = torch.cat([found_a + found_b, (found_a - found_b).abs(), torch.maximum(found_a, found_b), scalars], -1)
        return self.out(self.dropout(F.gelu(self.inner(self.dropout(pooled)))))

    def side(self, alike, a, weights_a, b, weights_b):
        """What the pieces of a find in b, weighed; how much of a is covered; how little its least covered piece of weight is."""
        there = weights_b[:, None, :] > 0
        shares = (alike * self.sharpness).masked_fill(~there, -1e4).softmax(-1)
        fellow = shares @ b
        found = F.gelu(self.own(a) + self.fellow(fellow) + self.both(a * fellow))
        best = alike.masked_fill(~there, -1.0).amax(-1)
        shares_a = weights_a / weights_a.sum(1, keepdim=True).clamp(min=1e-6)
        covered = (best * shares_a).sum(1)
        lack = ((1 - best) * weights_a).amax(1)
        return (found * shares_a[..., None]).sum(1), covered, -lack


SCALARS = 6


def in_portions(order, size, budget=1600):
    """Runs of a list in growing size, each of so many padded pieces at most."""
    portion = []
    for one in order:
        if portion and size(one) * (len(portion) + 1) > budget:
            yield portion
            portion = []
        portion.append(one)
    if portion:
        yield portion


def stacked(read):
    """Several read tellings as padded tensors; what is padding has no weight."""
    return (nn.utils.rnn.pad_sequence([states for states, _ in read], batch_first=True), nn.utils.rnn.pad_sequence([weights for _, weights in read], batch_first=True))


def padded(texts, vocabulary, device="cpu"):
    rows = [[CLS, *pieces(text, vocabulary), SEP] for text in texts]
    longest = max(map(len, rows))
    ids, mask = torch.zeros(len(rows), longest, dtype=torch.long), torch.zeros(len(rows), longest, dtype=torch.bool)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        mask[i, : len(row)] = True
    return ids.to(device), mask.to(device)


def loss_of(model: LikenessModel, lot: Lot, vocabulary, counted, rng, device="cpu", likeness=0.5):
    texts = [bare(t) if rng.random() < BARE else t for t in lot.texts]
    read, vectors = model.read(texts, vocabulary, counted)
    kinds, heft = torch.tensor([p[2] for p in lot.pairs], device=device), torch.tensor([p[3] for p in lot.pairs], device=device)
    scores = model.stands(read, [p[:2] for p in lot.pairs]).float()
    each = F.cross_entropy(scores, kinds, reduction="none", label_smoothing=0.05)
    loss = (each * heft).sum() / heft.sum()
    same, out = (torch.zeros(len(texts), len(texts), dtype=torch.bool, device=device) for _ in range(2))
    out.fill_diagonal_(True)
    for pairs, marked in ((lot.same, same), (lot.unknown, out)):
        for i, j in pairs:
            marked[i, j] = marked[j, i] = True

    def ranked_loss(scores):
        """Each telling should have its fellows above all that is another point."""
        log = scores.float().masked_fill(out, -1e4).log_softmax(-1)
        rows = same.any(1)
        return -(log.masked_fill(~same, 0).sum(1)[rows] / same.sum(1)[rows]).mean()

    alike = ranked_loss(vectors @ vectors.T / TEMPERATURE)
    covered = ranked_loss(model.coverages(read) * model.spread)
    return loss + likeness * (alike + covered), (loss.item(), alike.item(), covered.item())


# -- how well --------------------------------------------------------------------------------------------------------


def less_common(vectors):
    """Cosines of a contact's tellings, less what all have in common, as the program has it."""
    v = vectors.float().cpu().numpy()
    v = v - v.mean(0) * len(v) / (len(v) + 10)
    v /= np.linalg.norm(v, axis=1, keepdims=True) + 1e-9
    return v @ v.T


@torch.no_grad()
def cosines(model, contact, vocabulary, counted):
    return less_common(model.read([t["text"] for t in contact["tellings"]], vocabulary, counted)[1])


@torch.no_grad()
def measured(model, contacts, vocabulary, counted) -> dict:
    """Pairs of different origins of which one stands in a point at least: by words and vectors as before ("near"), by the
    new vectors, by the pair model; and how stands are told where two are one point."""
    model.eval()
    by_near, by_cosine, by_cover, by_model = [], [], [], []
    first = third = total = 0
    confusion = np.zeros((6, 6), dtype=int)
    for contact in contacts:
        tellings, near = contact["tellings"], {(a, b): s for a, b, s in contact["near"]}
        read, vectors = model.read([t["text"] for t in tellings], vocabulary, counted)
        cosine, covered = less_common(vectors), model.coverages(read).cpu().numpy()
        pairs = [(i, j) for i in range(len(tellings)) for j in range(i + 1, len(tellings)) if tellings[i]["origin"] != tellings[j]["origin"] and (tellings[i]["homes"] or tellings[j]["homes"])]
        for at in range(0, len(pairs), 256):
            part = pairs[at : at + 256]
            scores = model.stands(read, part).float().log_softmax(-1).cpu().numpy()
            for (i, j), one in zip(part, scores):
                kind = kind_of(contact, tellings[i], tellings[j])
                same = kind != OTHER
                by_near.append((near.get((i, j), 0), same))
                by_cosine.append((cosine[i, j], same))
                by_cover.append((covered[i, j], same))
                by_model.append((-one[OTHER], same))
                if kind is not None and same:
                    confusion[kind, 1 + int(np.argmax(one[1:]))] += 1
        for i, one in enumerate(tellings):
            by = defaultdict(list)
            for j, other in enumerate(tellings):
                if one["origin"] != other["origin"]:
                    by[other["account"]].append(j)
            for places in by.values():
                order = sorted(places, key=lambda j: -cosine[i, j])
                for rank, j in enumerate(order):
                    if {h["point"] for h in one["homes"]} & {h["point"] for h in tellings[j]["homes"]}:
                        total += 1
                        first += rank < 1
                        third += rank < 3
    model.train()
    f1s = []
    for kind in range(1, 6):
        count = confusion[kind].sum() + confusion[:, kind].sum()
        f1s.append(round(2 * confusion[kind, kind] / count, 3) if count else None)
    show = lambda scored: [round(x, 4) for x in ranked(scored)]
    return {
        "near": show(by_near), "cosine": show(by_cosine), "covered": show(by_cover), "pairs": show(by_model), "nearest": round(first / total, 3), "of three": round(third / total, 3),
        "stands": f1s, "right": round(float(np.trace(confusion)) / max(1, confusion.sum()), 3), "confusion": confusion[1:, 1:].tolist(),
    }
