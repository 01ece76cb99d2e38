"""Articles with gold attributions, and the training examples made from them.

An example is one window with, for every word, what each head should say:

- `outer`  cue tags of the outermost attributions, as PolNeAR marks them;
- `any`    cue tags at any depth. PolNeAR does not mark cues inside a content,
           so this head is not taught there at all (weight 0) and must carry over
           what it learns outside; GUM and wrapped sentences teach it inside;
- `roles`  for each cue, which words are its source and its content.

All tags are BIOES; index 0 is O.
"""

import gzip
import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from .tokens import Window, Words, utf16_offsets, window_inputs, windows_over, words_in

O, B, I, E, S = range(5)  # cue tags
SOURCE, CONTENT = 1, 5  # where the four tags of a role begin: B I E S
CUE_TAGS, ROLE_TAGS = 5, 9
IGNORE = -100


@dataclass
class Mark:
    """One attribution. Spans are in code points; `depth` 0 is outermost.

    `known`: whoever marked this also marked every attribution inside its content.
    """

    source: list
    cue: list
    content: list
    depth: int = 0
    known: bool = False


@dataclass
class Article:
    id: str
    text: str
    marks: list[Mark]
    nested_known: bool  # are attributions inside contents marked too?
    extra: dict = field(default_factory=dict)


def read_jsonl(path) -> list[dict]:
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def holds(spans, start: int, end: int) -> bool:
    return any(s <= start and end <= e for s, e in spans)


def article_from(row: dict, nested_known: bool) -> Article:
    """A row of the corpora as an article in code points with depths filled in."""
    text = row["text"]
    points = np.searchsorted(utf16_offsets(text), np.arange(int(utf16_offsets(text)[-1]) + 1))
    place = lambda spans: [(int(points[s]), int(points[e])) for s, e in spans]
    marks = [Mark(place(a["source"]), place(a["cue"]), place(a["content"])) for a in row["attributions"]]
    for mark in marks:
        mark.depth = sum(holds(other.content, *mark.cue[0]) for other in marks if other is not mark)
    extra = {k: row[k] for k in ("publisher", "genre") if k in row}
    return Article(row["id"], text, marks, nested_known, extra)


def load_polnear(folder, split) -> list[Article]:
    return [article_from(r, False) for r in read_jsonl(Path(folder) / "polnear" / f"{split}.jsonl.gz")]


def load_gum(folder, split) -> list[Article]:
    return [article_from(r, True) for r in read_jsonl(Path(folder) / "gum-attribution" / f"{split}.jsonl.gz")]


# --- wrapping: sentences with one attribution become the content of another ---

SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”’)]*(?=\s|$)|(?=\n|$))")
PRONOUNS = ("He", "She", "They", "The official", "The spokesman", "The minister", "The aide", "The ministry",
            "The Kremlin", "The White House", "The president", "A senior official", "The foreign minister",
            "The agency", "Officials", "The ambassador", "The prime minister", "The adviser", "The State Department")
CUES = ("said", "said", "said", "added", "noted", "stressed", "stated", "told reporters", "explained", "announced",
        "recalled", "confirmed", "emphasised", "made clear", "pointed out", "insisted", "reported", "claimed")
LOWERED = {"The", "A", "An", "He", "She", "They", "It", "We", "In", "On", "At", "This", "That", "These", "But", "And",
           "His", "Her", "Their", "As", "For", "If", "When", "While", "There", "Some", "Many", "Both"}


def inner_marks_to_single(text: str) -> str:
    """Double quotation marks as single ones, length unchanged."""
    return text.replace("“", "‘").replace("”", "’").replace('"', "'")


def wrap_sentence(sentence: str, source: str, cue: str, style: int, curly: bool):
    """The sentence inside a new attribution: new text, how far the old one moved, and the new mark."""
    opening, closing = ("“", "”") if curly else ('"', '"')
    stop = sentence[-1] if sentence[-1] in ".!?" else ""
    core = sentence[: len(sentence) - len(stop)]
    first = core.split(" ", 1)[0]
    low = core[0].lower() + core[1:] if first in LOWERED else core

    def parts(*pieces):
        text, spans, kept = "", {}, 0
        for role, piece in pieces:
            if role:
                spans.setdefault(role, []).append((len(text), len(text) + len(piece)))
            if role == "content" and piece.lstrip("“\"") and not kept:
                kept = len(text)
            text += piece
        return text, spans, kept

    if style == 0:  # Y said that S.
        text, spans, kept = parts(("source", source), ("", " "), ("cue", cue), ("", " "), ("content", "that " + low), ("", stop or "."))
        return text, kept + 5, spans
    if style == 1:  # Y said S.
        text, spans, kept = parts(("source", source), ("", " "), ("cue", cue), ("", " "), ("content", low), ("", stop or "."))
        return text, kept, spans
    if style == 2:  # According to Y, S.
        low_source = source[0].lower() + source[1:] if source.split(" ")[0] in LOWERED else source
        text, spans, kept = parts(("cue", "According to"), ("", " "), ("source", low_source), ("", ", "), ("content", low), ("", stop or "."))
        return text, kept, spans
    quoted = inner_marks_to_single(core)
    if style == 3:  # “S,” Y said.
        text, spans, kept = parts(("content", opening + quoted + "," + closing), ("", " "), ("source", source), ("", " "), ("cue", cue), ("", "."))
        return text, kept + 1, spans
    if style == 4:  # Y said: “S.”
        text, spans, kept = parts(("source", source), ("", " "), ("cue", cue), ("", ": "), ("content", opening + quoted + (stop or ".") + closing))
        return text, kept + 1, spans
    text, spans, kept = parts(("content", low[0].upper() + low[1:]), ("", ", "), ("source", source), ("", " "), ("cue", cue), ("", stop or "."))
    return text, kept, spans  # S, Y said.


def moved(spans, by: int):
    return [(s + by, e + by) for s, e in spans]


def wrapped(article: Article, sources: list[str], rng: random.Random, share: float) -> Article:
    """A copy of the article in which some sentences with attributions are wrapped into another one."""
    text, pieces, marks, at = article.text, [], [], 0
    remaining = sorted(article.marks, key=lambda m: min(s for s, _ in m.source + m.cue + m.content))
    bounds = lambda m: (min(s for s, _ in m.source + m.cue + m.content), max(e for _, e in m.source + m.cue + m.content))
    shift = 0
    curly = "“" in text
    changes = []  # (start, end, new text, moves of old marks, new marks)
    for match in SENTENCE.finditer(text):
        start, end = match.span()
        while start < end and text[start] == " ":
            start += 1
        if end - start < 20 or start < text.find("\n") or rng.random() > share:
            continue
        touching = [m for m in remaining if bounds(m)[0] < end and bounds(m)[1] > start]
        if not 1 <= len(touching) <= 2 or any(bounds(m)[0] < start or bounds(m)[1] > end for m in touching):
            continue
        sentence, by, added = text[start:end], 0, []
        for _ in range(2 if rng.random() < 0.15 else 1):
            style = rng.choice((0, 0, 0, 1, 2, 3, 3, 4, 5))
            if style in (3, 4) and sentence[-1] not in ".!?":
                style = 0
            source = rng.choice(sources) if rng.random() < 0.5 else rng.choice(PRONOUNS)
            sentence, move, spans = wrap_sentence(sentence, source, rng.choice(CUES), style, curly)
            added = [(by_old + move, old) for by_old, old in added] + [(0, spans)]
            by += move
        changes.append((start, end, sentence, by, added, touching))
    if not changes:
        return article
    moved_by = {}
    for start, end, sentence, by, added, touching in changes:
        pieces.append(text[at:start])
        base = start + shift
        for back, spans in added:
            marks.append(Mark(moved(spans["source"], base + back), moved(spans["cue"], base + back), moved(spans["content"], base + back), known=True))
        for m in touching:
            moved_by[id(m)] = shift + by
        pieces.append(sentence)
        shift += len(sentence) - (end - start)
        at = end
    pieces.append(text[at:])
    places = [(start, end, len(sentence) - (end - start)) for start, end, sentence, *_ in changes]
    for m in article.marks:
        if id(m) in moved_by:
            by = moved_by[id(m)]
            marks.append(Mark(moved(m.source, by), moved(m.cue, by), moved(m.content, by), m.depth))
            continue

        def shifted(span):
            by = sum(grown for _, end, grown in places if end <= span[0])
            return span[0] + by, span[1] + by

        marks.append(Mark([shifted(s) for s in m.source], [shifted(s) for s in m.cue], [shifted(s) for s in m.content], m.depth))
    for mark in marks:
        mark.depth = sum(holds(other.content, *mark.cue[0]) for other in marks if other is not mark)
    return Article(article.id, "".join(pieces), marks, article.nested_known, article.extra)


# --- examples ---


def words_of(spans, words: Words) -> np.ndarray:
    """Indices of the words that share a character with the spans."""
    found = set()
    for s, e in spans:
        a = int(np.searchsorted(words.end, s, side="right"))
        b = int(np.searchsorted(words.start, e, side="left"))
        found.update(range(a, b))
    return np.array(sorted(found), dtype=np.int64)


def runs(indices: np.ndarray) -> list[tuple[int, int]]:
    """Sorted indices as half-open runs."""
    found = []
    for i in indices:
        if found and found[-1][1] == i:
            found[-1][1] = int(i) + 1
        else:
            found.append([int(i), int(i) + 1])
    return [tuple(r) for r in found]


def paint(tags: np.ndarray, start: int, end: int, base: int = 1) -> None:
    """Writes one span as B I.. E or S, with tags beginning at `base`."""
    if end - start == 1:
        tags[start] = base + 3
        return
    tags[start] = base
    tags[start + 1 : end - 1] = base + 1
    tags[end - 1] = base + 2


@dataclass
class Example:
    ids: list[int]
    features: list[int]
    firsts: list[int]
    outer: np.ndarray
    outer_weight: np.ndarray
    any: np.ndarray
    any_weight: np.ndarray
    unary: np.ndarray
    unary_weight: np.ndarray
    cues: list[tuple[int, int]]
    roles: np.ndarray  # cues × words
    line: np.ndarray


@dataclass
class Weights:
    """How far silence is believed: weight of a word that is marked as nothing.

    GUM marks clausal content only. In its news that silence is half believed, for the news is to be read as PolNeAR
    reads it; in speech and scholarship ("we hope to", "we are talking about") it is believed.
    """

    gum_news: float = 0.5
    gum_other: float = 1.0


def examples_from(article: Article, vocabulary, cache, size, left, right, first=None, weights=Weights()) -> list[Example]:
    words = words_in(article.text, vocabulary, cache)
    n = len(words)
    outer = np.zeros(n, dtype=np.int64)
    every = np.zeros(n, dtype=np.int64)
    unary = np.zeros(n, dtype=np.int64)
    silence = weights.gum_news if article.extra.get("genre") == "news" else weights.gum_other
    outer_weight = np.full(n, silence, dtype=np.float32)
    any_weight = np.full(n, silence, dtype=np.float32)
    unary_weight = np.full(n, silence, dtype=np.float32)
    placed = []
    for mark in sorted(article.marks, key=lambda m: m.depth):
        cue, source, content = (words_of(x, words) for x in (mark.cue, mark.source, mark.content))
        if not len(cue) or not len(content):
            continue
        cue = np.arange(cue[0], cue[-1] + 1)
        content = np.setdiff1d(content, cue)
        source = np.setdiff1d(source, np.concatenate([cue, content]))
        if not len(content):
            continue
        placed.append((cue, source, content, mark.depth))
        if not article.nested_known and not mark.known:  # nobody looked for cues inside this content
            any_weight[content] = 0.0
    for cue, source, content, depth in placed:
        paint(every, cue[0], cue[-1] + 1)
        any_weight[cue] = 1.0
        if depth == 0:
            paint(outer, cue[0], cue[-1] + 1)
            outer_weight[cue] = 1.0
            for a, b in runs(source):
                paint(unary, a, b, SOURCE)
                unary_weight[a:b] = 1.0
            for a, b in runs(content):
                paint(unary, a, b, CONTENT)
                unary_weight[a:b] = 1.0
                outer_weight[a:b] = 1.0  # inside a content, silence of the outer head is certain
    found = []
    for window in windows_over(words, size, left, right, first):
        ids, features, firsts = window_inputs(words, window)
        own = np.zeros(n, dtype=np.float32)
        own[window.own_start : window.own_end] = 1.0
        cut = slice(window.start, window.end)
        cues, roles = [], []
        for cue, source, content, _ in placed:
            if not window.own_start <= cue[0] < window.own_end or cue[-1] >= window.end:
                continue
            tags = np.zeros(n, dtype=np.int64)
            for a, b in runs(source):
                paint(tags, a, b, SOURCE)
            for a, b in runs(content):
                paint(tags, a, b, CONTENT)
            cues.append((int(cue[0]) - window.start, int(cue[-1]) + 1 - window.start))
            roles.append(tags[cut])
        found.append(
            Example(
                ids, features, firsts,
                outer[cut], (outer_weight * own)[cut], every[cut], (any_weight * own)[cut],
                unary[cut], (unary_weight * own)[cut], cues,
                np.array(roles, dtype=np.int64).reshape(len(cues), window.end - window.start),
                words.line[cut],
            )
        )
    return found


def batches(examples: list[Example], budget: int, rng: random.Random) -> list[list[Example]]:
    """Examples of like length together, at most `budget` padded pieces a batch, in random order."""
    order = sorted(range(len(examples)), key=lambda i: (len(examples[i].ids) // 24, rng.random()))
    found, current = [], []
    for i in order:
        longest = max([len(examples[j].ids) for j in current] + [len(examples[i].ids)])
        if current and longest * (len(current) + 1) > budget:
            found.append(current)
            current = []
        current.append(i)
    if current:
        found.append(current)
    rng.shuffle(found)
    return [[examples[i] for i in batch] for batch in found]
