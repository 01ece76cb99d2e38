"""What the likeness model and the pair model learn from: lots of tellings that are read together, and pairs of them.

A telling is what the reader cuts from an account, with speaker and bare verb: "Vladimir Putin warn: new sanctions could lead to
a break". `pairs/README.md` says what contacts and matters are.
"""

import json
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .tokens import UNK, pieces_of, word_spans

KINDS = ("other", "confirmed", "scope-differs", "wording-differs", "attribution-differs", "contradicted")
OTHER, CONFIRMED, SCOPE, WORDING, ATTRIBUTION, CONTRADICTED = range(6)
# Pieces of one telling at most; what is longer is cut, in training and at run time alike.
LONGEST = 64

CACHE: dict[str, list[int]] = {}


def pieces(text, vocabulary):
    found = CACHE.get(text)
    if found is None:
        found = [piece for _, _, word in word_spans(text) for piece in pieces_of(word, vocabulary)][:LONGEST]
        CACHE[text] = found
    return found


def counted_in(vocabulary: dict[str, int]) -> np.ndarray:
    """First pieces of words and numbers, unknown ones too, so that each word counts once; no marks and no ends."""
    counted = np.zeros(len(vocabulary), dtype=bool)
    for piece, id in vocabulary.items():
        counted[id] = any(char.isalnum() for char in piece) and not piece.startswith(("[", "##"))
    counted[UNK] = True
    return counted


# -- lots: tellings that are read together, and pairs of them ---------------------------------------------------------


@dataclass
class Lot:
    texts: list[str]
    pairs: list[tuple[int, int, int, float]]  # two tellings, kind, weight
    same: set[tuple[int, int]]  # pairs that are one point, however they stand; for the vectors
    unknown: set[tuple[int, int]]  # pairs of which nothing is known


# How often a telling is read without its speaker and verb: the reader does not always find them.
BARE = 0.2


def bare(text):
    return re.sub(r"^[^:]{1,60}: ", "", text)


# -- contacts --------------------------------------------------------------------------------------------------------


def load_contacts(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


def kind_of(contact, one, other):
    """The stand of two tellings; None where the list does not say it."""
    places = {h["point"]: h["group"] for h in one["homes"]}
    kinds = []
    for home in other["homes"]:
        if home["point"] not in places:
            continue
        point = contact["points"][home["point"]]
        said = [s["kind"] for s in point["stands"] if set(s["between"]) == {one["account"], other["account"]}]
        if said:
            kinds.append(KINDS.index(said[0]) if said[0] in KINDS else None)
        elif point["verdict"] in ("confirmed", "one-account-only"):
            kinds.append(CONFIRMED)
        elif home["group"] is None:
            cells = sum(any(h["point"] == home["point"] for h in t["homes"]) for t in contact["tellings"])
            kinds.append(KINDS.index(point["verdict"]) if cells == 2 else None)
        else:
            kinds.append(CONFIRMED if home["group"] == places[home["point"]] else KINDS.index(point["verdict"]))
    if not kinds:
        return OTHER
    return max((k for k in kinds if k is not None), default=None)


def contact_lot(contact, rng: random.Random, cosine, hard=4, easy=2) -> Lot:
    """All pairs of one point; of other points the nearest by words and the model's own vectors, more often, and some at random."""
    tellings = contact["tellings"]
    words = {(a, b): s for a, b, s in contact["near"]}
    near = {(i, j): words.get((i, j), 0) + cosine[i, j] for i in range(len(tellings)) for j in range(i + 1, len(tellings))}
    pairs, other, same, unknown = [], [], set(), set()
    for i, one in enumerate(tellings):
        for j in range(i + 1, len(tellings)):
            two = tellings[j]
            if one["account"] == two["account"]:
                unknown.add((i, j))
                continue
            kind = kind_of(contact, one, two)
            if kind != OTHER:
                same.add((i, j))
                if kind is not None:
                    pairs.append((i, j, kind, 0.5 if one["origin"] == two["origin"] else 1.0))
            elif one["homes"] or two["homes"]:
                other.append((near[(i, j)], (i, j, OTHER, 1.0)))
            else:
                unknown.add((i, j))
    other.sort(key=lambda x: -x[0])
    count = len(pairs)
    top = [pair for _, pair in other[: count * hard * 2]]
    rest = [pair for _, pair in other[len(top) :]]
    pairs += rng.sample(top, min(len(top), count * hard)) + rng.sample(rest, min(len(rest), count * easy))
    return Lot([t["text"] for t in tellings], pairs, same, unknown)


# -- matters ---------------------------------------------------------------------------------------------------------


@dataclass
class Line:
    mark: str
    speaker: str
    verb: str
    words: str

    def text(self, speaker=None):
        who = " ".join(part for part in (speaker or self.speaker, self.verb) if part and part != "-")
        return f"{who}: {self.words}" if who else self.words


def load_matters(folder) -> list[list[Line]]:
    matters = []
    for path in sorted(Path(folder).glob("*.txt")):
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").replace("\r", "")):
            lines = []
            for line in block.strip().split("\n"):
                found = re.match(r"^([@=swco]) (.+?) \| (.+?)(?: \|\| .*)?$", line)
                if found:
                    mark, who, words = found.groups()
                    parts = who.split()
                    lines.append(Line(mark, " ".join(parts[:-1]) if len(parts) > 1 else "-", parts[-1], words))
            if lines and lines[0].mark == "@":
                matters.append(lines)
    return matters


STANDS = {"s": SCOPE, "w": WORDING, "c": CONTRADICTED, "o": OTHER}
# Pairs of each kind from one matter at a time.
TAKEN = {CONFIRMED: 10, SCOPE: 6, WORDING: 8, CONTRADICTED: 7, OTHER: 16, ATTRIBUTION: 3}


def named(line: Line) -> bool:
    return line.speaker[:1].isupper() or line.speaker.startswith(("the ", "a ", "an "))


def matters_lot(matters, rng: random.Random, taken=TAKEN) -> Lot:
    """Some matters read together. At run time one man has one name in all accounts, so mostly here, too."""
    lot = Lot([], [], set(), set())
    spans = []
    for lines in matters:
        start = len(lot.texts)
        main = lines[0].speaker
        level = main != "-" and rng.random() < 0.7
        for x in lines:
            lot.texts.append(x.text(main) if level and x.mark != "o" and x.speaker != "-" else x.text())
        found = defaultdict(list)
        for i, x in enumerate(lines):
            for j in range(i + 1, len(lines)):
                y = lines[j]
                place = (start + i, start + j)
                if x.mark in "@=":
                    kind = CONFIRMED if y.mark in "@=" else STANDS[y.mark]
                elif "o" in (x.mark, y.mark):
                    kind = OTHER
                else:
                    kind = None  # two that both differ from the anchor: one point, and nobody said how they stand
                if kind != OTHER:
                    lot.same.add(place)
                if kind is not None:
                    found[kind].append((*place, kind, 1.0))
        # The same words from another mouth.
        mouths = [x.speaker for x in lines if x.mark == "o" and x.speaker not in ("-", main) and named(x)]
        mouths = mouths or [x.speaker for x in rng.choice(matters) if x.speaker not in ("-", main) and named(x)]
        alike = [i for i, x in enumerate(lines) if x.mark in "@="]
        if main != "-" and mouths:
            for i in rng.sample(alike, min(2, len(alike))):
                x = lines[i]
                said = Line("=", rng.choice(mouths), x.verb if x.verb != "-" else "say", x.words)
                lot.texts.append(said.text())
                at = len(lot.texts) - 1
                for j in alike:
                    if lines[j].speaker != "-" or rng.random() < 0.3:
                        found[ATTRIBUTION].append((start + j, at, ATTRIBUTION, 1.0))
                for j in range(len(lines)):
                    lot.unknown.add((start + j, at))
                lot.unknown.update((k, at) for k in range(start + len(lines), at))
        for kind, some in found.items():
            lot.pairs += rng.sample(some, min(len(some), taken[kind]))
        spans.append((start, len(lot.texts)))
    for (start, end), (other_start, other_end) in zip(spans, spans[1:]):
        for _ in range(4):
            lot.pairs.append((rng.randrange(start, end), rng.randrange(other_start, other_end), OTHER, 1.0))
    return lot


# -- how well --------------------------------------------------------------------------------------------------------


def ranked(scored):
    """Area under the ROC curve, best F1."""
    order = sorted(scored, key=lambda x: -x[0])
    positives = sum(y for _, y in order)
    hits, misses, below, best = 0, 0, 0, 0.0
    for _, y in order:
        if y:
            hits += 1
        else:
            misses += 1
            below += hits
        best = max(best, 2 * hits / (hits + misses + positives))
    return below / max(1, positives * misses), best
