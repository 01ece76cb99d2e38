"""Confidence of an attribution: a logistic function of a few probabilities of the decode."""

import numpy as np

CONFIDENCE_INPUTS = ["cue", "cueAny", "contentMean", "contentEdge", "sourceMean", "noSource", "sourceMissed", "severalParts"]


def logit(x: float) -> float:
    x = min(max(x, 0.005), 0.995)
    return float(np.log(x / (1 - x)))


def confidence_inputs(f: dict) -> list[float]:
    """The inputs, in the order of CONFIDENCE_INPUTS."""
    alone = f["no_source"] > 0
    return [
        logit(f["cue"]), logit(f["cue_any"]), logit(f["content_mean"]), logit(f["content_edge"]),
        0.0 if alone else logit(f["source_mean"]), 1.0 if alone else 0.0,
        logit(f["source_missed"]) if alone else 0.0, 1.0 if f["parts"] > 1 else 0.0,
    ]


def probability(inputs: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-(inputs @ weights[1:] + weights[0])))


def fit(inputs: np.ndarray, right: np.ndarray, ridge: float = 3.0) -> np.ndarray:
    """Logistic regression by Newton's method; weights with the bias first, held back by a ridge."""
    x = np.concatenate([np.ones((len(inputs), 1)), inputs], 1)
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[0] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-(x @ weights)))
        slope = x.T @ (p - right) + penalty * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-9)
        weights -= np.linalg.solve(curve, slope)
    return weights


def expected_error(chances: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over bins of equal width."""
    at = np.minimum((chances * bins).astype(int), bins - 1)
    return float(sum(abs(chances[at == b].mean() - right[at == b].mean()) * (at == b).mean() for b in range(bins) if (at == b).any()))
