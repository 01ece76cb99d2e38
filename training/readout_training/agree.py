"""Which predicted attributions are right: the neutral scorer's relaxed agreement, in Python.

Needed to fit confidences, which want a yes or no per attribution; the scorer
prints sums only. `tune.py` checks that both count the same.
"""

import regex

from .tokens import utf16_offsets

TOKEN = regex.compile(r"[\p{L}\p{N}\p{M}]+|['’](?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}])|[^\s]", regex.IGNORECASE)


def tokens_of(text):
    units = utf16_offsets(text)
    return [(int(units[m.start()]), int(units[m.end()])) for m in TOKEN.finditer(text)]


def token_set(spans, tokens):
    return {i for i, (s, e) in enumerate(tokens) for a, b in spans if s < b and e > a}


def prepared(attribution, tokens):
    return tuple(token_set(attribution[role], tokens) for role in ("source", "cue", "content"))


def agree(p, g) -> bool:
    """Cues share a token, sources share one or are both missing, contents have Dice of at least a half."""
    source = (not p[0] and not g[0]) or bool(p[0] & g[0])
    cue = (not p[1] and not g[1]) or bool(p[1] & g[1])
    return source and cue and 2 * len(p[2] & g[2]) >= 0.5 * (len(p[2]) + len(g[2]))


def matched(predicted, gold) -> list[bool]:
    """Largest one-to-one matching; for each prediction whether it found a partner."""
    options = [[j for j, g in enumerate(gold) if agree(p, g)] for p in predicted]
    owner = {}

    def place(i, seen):
        for j in options[i]:
            if j in seen:
                continue
            seen.add(j)
            if j not in owner or place(owner[j], seen):
                owner[j] = i
                return True
        return False

    for i in range(len(predicted)):
        place(i, set())
    placed = set(owner.values())
    return [i in placed for i in range(len(predicted))]


def outermost(attributions):
    """As the scorer's --outermost: drop those whose cue lies inside another's content."""
    inside = lambda a, b: len(a) > 0 and a <= b
    return [
        i
        for i, a in enumerate(attributions)
        if not any(b is not a and inside(a[1], b[2]) and not inside(b[1], a[2]) for b in attributions)
    ]
