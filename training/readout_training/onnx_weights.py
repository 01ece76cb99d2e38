"""Weights of a BERT encoder out of an ONNX file whose matrices are dynamically quantised to int8: for encoders that are published so.

Matrices have no names of their own there: each is found by the bias that is added to what it makes.
"""

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .model import Encoder

PARTS = {
    "attention.output.dense": "out",
    "intermediate.dense": "up",
    "output.dense": "down",
}


def dequantised(constants, name):
    """A matrix or table of which NAME_quantized, NAME_scale and NAME_zero_point are kept."""
    base = name.removesuffix("_quantized")
    scale, zero = (constants[f"{base}_{kind}"].astype(np.float32) for kind in ("scale", "zero_point"))
    return (constants[name].astype(np.float32) - zero) * scale


def matrices(path) -> dict[str, np.ndarray]:
    """Name of the bias without ".bias" → matrix [in, out]; and all that is not quantised, by its own name."""
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
        found[bias.removesuffix(".bias") + ".weight"] = dequantised(constants, node.input[1])
    return found


def load_encoder(path, dropout=0.1) -> Encoder:
    """An encoder of as many layers as the file has; the token type embedding is folded into the positions."""
    w = {name: torch.from_numpy(value.copy()).float() for name, value in matrices(path).items()}
    layers = 1 + max(int(name.split(".")[2]) for name in w if name.startswith("encoder.layer."))
    encoder = Encoder(dropout, layers)
    with torch.no_grad():
        encoder.words.weight.copy_(w["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
        encoder.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(encoder.layers):
            p = f"encoder.layer.{i}."
            turned = lambda name, kind: w[f"{p}{name}.{kind}"].T if kind == "weight" else w[f"{p}{name}.{kind}"]
            for kind in ("weight", "bias"):
                getattr(layer.qkv, kind).copy_(torch.cat([turned(f"attention.self.{x}", kind) for x in ("query", "key", "value")]))
                for name, own in PARTS.items():
                    getattr(getattr(layer, own), kind).copy_(turned(name, kind))
                getattr(layer.norm1, kind).copy_(w[f"{p}attention.output.LayerNorm.{kind}"])
                getattr(layer.norm2, kind).copy_(w[f"{p}output.LayerNorm.{kind}"])
    return encoder
