"""From the network's numbers to attributions: the reference for every port.

Takes the words of a text and a `Scores` for it; gives attributions as spans in
code points. Pure numpy; the same steps are described in INFERENCE.md.
"""

from dataclasses import dataclass, field

import numpy as np

from .data import CONTENT, SOURCE, runs
from .model import ADD, cue_distances, distance_bucket, line_bucket
from .tokens import Window, Words

FORBIDDEN = -1e6  # score of a tag that a word may not have
NEVER = -(10**12)  # score of a start that cannot be
# Role tags: O, S-B, S-I, S-E, S-S, C-B, C-I, C-E, C-S. Cue tags: O, B, I, E, S.
PARTS = 4


def log_softmax(x: np.ndarray) -> np.ndarray:
    shifted = x - x.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))


def best_path(scores: np.ndarray) -> np.ndarray:
    """Viterbi over O and any number of kinds of B I E S.

    After O, E or S anything may begin; after B or I the same kind goes on. Scores are rounded to 1/1024 first and
    ties go to the lower tag, so that the order of a sum never decides.
    """
    count, tags = scores.shape
    if count == 0:
        return np.zeros(0, dtype=np.int64)
    rows = np.round(scores * 1024).astype(np.int64).tolist()
    closed = [0] + [t for t in range(1, tags) if (t - 1) % PARTS in (2, 3)]  # O, E, S: may end, anything may follow
    begins = list(range(1, tags, PARTS))
    best = [rows[0][t] + (NEVER if t and (t - 1) % PARTS in (1, 2) else 0) for t in range(tags)]
    back = []
    for row in rows[1:]:
        free = max(closed, key=lambda t: (best[t], -t))
        now, came = [best[free] + row[t] for t in range(tags)], [free] * tags
        for b in begins:
            held = b if best[b] >= best[b + 1] else b + 1  # B or I
            for t in (b + 1, b + 2):
                now[t], came[t] = best[held] + row[t], held
        best = now
        back.append(came)
    path = [max(closed, key=lambda t: (best[t], -t))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return np.array(path[::-1], dtype=np.int64)


def spans_of(path: np.ndarray, base: int) -> list[tuple[int, int]]:
    """Spans of one kind in a path of BIOES tags, as half-open runs of indices."""
    found, start = [], None
    for i, tag in enumerate(path):
        part = int(tag) - base
        if part == 3:
            found.append((i, i + 1))
        elif part == 0:
            start = i
        elif part == 2 and start is not None:
            found.append((start, i + 1))
            start = None
    return found


@dataclass
class RoleTables:
    """Small tables of the role scorer, in float32."""

    distance: np.ndarray  # 41 × ADD
    lines: np.ndarray  # 7 × ADD
    weight: np.ndarray  # tags × (ADD + TIMES)
    bias: np.ndarray  # tags


@dataclass
class WindowScores:
    """What the encoder says of one window, a row per word."""

    window: Window
    outer: np.ndarray
    any: np.ndarray
    unary: np.ndarray
    word: np.ndarray
    cue: np.ndarray


def role_scores(scores: WindowScores, tables: RoleTables, line: np.ndarray, start: int, end: int) -> np.ndarray:
    """Scores of the nine role tags for every word of the window, given the cue [start, end) in it."""
    cue = scores.cue[start:end].mean(0)
    distance = distance_bucket(cue_distances(len(scores.word), start, end))
    lines = line_bucket(line - line[start])
    added = scores.word[:, :ADD] + cue[:ADD] + tables.distance[distance] + tables.lines[lines]
    times = scores.word[:, ADD:] * cue[ADD:]
    pair = np.concatenate([np.maximum(added, 0), times], -1)
    return pair @ tables.weight.T + tables.bias + scores.unary


@dataclass
class Settings:
    """Thresholds, chosen on dev."""

    outer_bias: float = 0.0  # taken from O's log probability of the outer tagger
    any_bias: float = 1.0  # inner cues are found too seldom without it: see RUNS.md
    role_bias: float = 0.0  # taken from O's log probability of the role scorer
    inner: bool = True  # look for attributions inside contents
    min_inner_cue: float = 0.0
    rival_bias: float | None = 1.0  # how much less likely a second source may be and still be told
    unshare: bool = False  # a part of a content that is another attribution's own is given up
    close_gain: float = 0.25  # a cue that gains less than this over saying nothing is close


@dataclass
class Found:
    """One attribution in words of the document, with what its confidence is made from."""

    source: list
    cue: tuple
    content: list
    features: dict = field(default_factory=dict)
    parent: int | None = None
    rival: list = field(default_factory=list)  # another source nearly as likely
    close: bool = False  # so near the threshold that rounding on another machine may decide otherwise


def best_source(spans, gain):
    """The one source: the span that gains most over saying nothing; the earlier one on a tie."""
    if not spans:
        return []
    gains = [round(float(gain[a:b].sum()), 3) for a, b in spans]
    return [spans[int(np.argmax(gains))]]


def read_cue(scores, tables, words, cue, settings, allowed=None) -> Found | None:
    """Source and content of the cue (words of the document), or None where it has no content.

    `allowed` holds the words of the document that may have a role: those of the parent's content.
    """
    w = scores.window
    start, end = cue[0] - w.start, min(cue[1], w.end) - w.start
    logits = role_scores(scores, tables, words.line[w.start : w.end], start, end)
    tagged = log_softmax(logits)
    tagged[:, 0] -= settings.role_bias
    forbidden = np.zeros(len(tagged), dtype=bool)
    forbidden[start:end] = True
    if allowed is not None:
        forbidden |= ~allowed[w.start : w.end]
    tagged[forbidden, 1:] = FORBIDDEN
    path = best_path(tagged)
    contents = spans_of(path, CONTENT)
    if not contents:
        return None
    probabilities = np.exp(log_softmax(logits))
    chosen = tagged[np.arange(len(path)), path] - tagged[:, 0]
    sources = best_source(spans_of(path, SOURCE), chosen)
    rival = rival_source(tagged, sources, settings) if sources and settings.rival_bias is not None else []
    shift = lambda spans: [(a + w.start, b + w.start) for a, b in spans]
    inside = lambda spans, low, high: np.concatenate([probabilities[a:b, low:high].sum(1) for a, b in spans])
    edges = [probabilities[i, path[i]] for a, b in contents for i in (a, b - 1)]
    features = {
        "content_mean": float(inside(contents, 5, 9).mean()),
        "content_edge": float(min(edges)),
        "source_mean": float(inside(sources, 1, 5).mean()) if sources else 0.0,
        "no_source": 0.0 if sources else 1.0,
        "source_missed": float(probabilities[:, 1:5].sum(1).max()) if not sources else 0.0,
        "parts": float(len(contents)),
    }
    return Found(shift(sources), (cue[0], min(cue[1], w.end)), shift(contents), features, rival=shift(rival))


def rival_source(tagged, sources, settings) -> list:
    """The source that would be read if the chosen one were forbidden and O cost `rival_bias` more; often none."""
    other = tagged.copy()
    other[:, 0] -= settings.rival_bias
    for a, b in sources:
        other[a:b, 1:] = FORBIDDEN
    path = best_path(other)
    return best_source(spans_of(path, SOURCE), other[np.arange(len(path)), path] - other[:, 0])


def joined(scores: list[WindowScores], name: str, count: int) -> np.ndarray:
    """Per-word scores of the whole document, each word from the window that answers for it."""
    width = getattr(scores[0], name).shape[1] if scores else 5
    out = np.zeros((count, width), dtype=np.float64)
    for s in scores:
        w = s.window
        out[w.own_start : w.own_end] = getattr(s, name)[w.own_start - w.start : w.own_end - w.start]
    return out


def cues_in(logits: np.ndarray, bias: float, region: np.ndarray | None = None):
    """Cue spans; for each the mean probability, over its words, of being a cue at all, and its gain over saying nothing."""
    tagged = log_softmax(logits)
    yes = 1 - np.exp(tagged[:, 0])
    tagged[:, 0] -= bias
    if region is not None:
        tagged[~region, 1:] = FORBIDDEN
    path = best_path(tagged)
    gain = tagged[np.arange(len(path)), path] - tagged[:, 0]
    return [((a, b), float(yes[a:b].mean()), float(gain[a:b].sum())) for a, b in spans_of(path, 1)]


def within(span, passages) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in passages)


def attributions_in(words: Words, scores: list[WindowScores], tables: RoleTables, settings: Settings) -> list[Found]:
    """All attributions of a document, in order of their cues, each with its parent."""
    count = len(words)
    if count == 0:
        return []
    owner = np.zeros(count, dtype=np.int64)
    for k, s in enumerate(scores):
        owner[s.window.own_start : s.window.own_end] = k
    outer, every = joined(scores, "outer", count), joined(scores, "any", count)
    any_yes = 1 - np.exp(log_softmax(every)[:, 0])
    found = []
    for cue, chance, gain in cues_in(outer, settings.outer_bias):
        one = read_cue(scores[owner[cue[0]]], tables, words, cue, settings)
        if one is None:
            continue
        one.features.update(cue=chance, cue_any=float(any_yes[cue[0] : cue[1]].mean()), inner=0.0)
        one.close = gain < settings.close_gain
        found.append(one)
    if settings.unshare:
        give_up_shared(found)
    if settings.inner:
        taken = [f.cue for f in found]
        for top in list(found):
            region = np.zeros(count, dtype=bool)
            for a, b in top.content:
                region[a:b] = True
            for a, b in taken:
                region[a:b] = False
            for cue, chance, gain in cues_in(every, settings.any_bias, region):
                if chance < settings.min_inner_cue or any(cue[0] < b and a < cue[1] for a, b in taken):
                    continue
                one = read_cue(scores[owner[cue[0]]], tables, words, cue, settings, region)
                if one is None:
                    continue
                one.features.update(cue=chance, cue_any=chance, inner=1.0)
                one.close = gain < settings.close_gain
                found.append(one)
                taken.append(cue)
    found.sort(key=lambda f: f.cue)
    for i, one in enumerate(found):
        holders = [j for j, other in enumerate(found) if j != i and within(one.cue, other.content)]
        # The innermost holder: the one with the least content; the later one on a tie.
        holders.sort(key=lambda j: (sum(b - a for a, b in found[j].content), -j))
        one.parent = holders[0] if holders else None
    return found


def give_up_shared(found: list[Found]) -> None:
    """Takes a further content span from an attribution where another one claims it with more confidence.

    Outermost contents never share words, unless one attribution holds the other. Only one of several spans is given
    up, never the last one; decided on the contents as first read, in order of cues.
    """
    before = [list(f.content) for f in found]
    for i, one in enumerate(found):
        for span in before[i]:
            for j, other in enumerate(found):
                shares = any(a < span[1] and span[0] < b for a, b in before[j])
                if j == i or not shares or within(other.cue, before[i]) or within(one.cue, before[j]):
                    continue
                surer = round(other.features["content_mean"], 3) > round(one.features["content_mean"], 3) or len(before[j]) == 1
                if surer and len(one.content) > 1 and span in one.content:
                    one.content.remove(span)
                    one.features["parts"] = float(len(one.content))


def text_spans(words: Words, spans) -> list[list[int]]:
    """Runs of words as places in the text, in code points."""
    return [[int(words.start[a]), int(words.end[b - 1])] for a, b in spans]
