"""Weights of a BERT encoder out of an ONNX file whose matrices are dynamically quantised to int8: for encoders that are published so.

Matrices have no names of their own there: each is found by the bias that is added to what it makes.
"""

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .model import Encoder

def dequantised(constants, name):
    """A matrix or table of which NAME_quantized, NAME_scale and NAME_zero_point are kept."""
    base = name.removesuffix("_quantized")
    scale, zero = (constants[f"{base}_{kind}"].astype(np.float32) for kind in ("scale", "zero_point"))
    return (constants[name].astype(np.float32) - zero) * scale


def weights_in(path) -> dict[str, np.ndarray]:
    """All weights by BERT's names, matrices as [out, in]."""
    graph = onnx.load(path).graph
    constants = {c.name: numpy_helper.to_array(c) for c in graph.initializer}
    users = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, []).append(node)
    found = {name: value for name, value in constants.items() if name.startswith(("embeddings.", "encoder.")) and not name.endswith(("_quantized", "_scale", "_zero_point"))}
    for name in constants:
        if name.startswith("embeddings.") and name.endswith("_quantized"):
            found[name.removesuffix("_quantized")] = dequantised(constants, name)
    for node in graph.node:
        if node.op_type != "MatMulInteger" or node.input[1] not in constants:
            continue
        at = node
        while at.op_type != "Add":
            (at,) = users[at.output[0]]
        (bias,) = [name for name in at.input if name in constants]
        found[bias.removesuffix(".bias") + ".weight"] = dequantised(constants, node.input[1]).T
    return found


def load_encoder(path, dropout=0.1) -> Encoder:
    """An encoder of as many layers as the file has."""
    weights = {name: torch.from_numpy(value.copy()).float() for name, value in weights_in(path).items()}
    layers = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
    encoder = Encoder(dropout, layers)
    encoder.load_bert(weights)
    return encoder
