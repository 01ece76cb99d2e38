"""The networks as ONNX graphs, written out by hand: in float32 or in exact int8.

One graph reads one window: no batch, no padding, no mask. Dynamic int8 takes
its range from everything in a run, so a window read together with others would
get other numbers than alone; one window a run keeps a reading a function of
its text.

int8 here: weights are unsigned bytes with zero point 128 and one scale a
column; activations are quantised as they come (DynamicQuantizeLinear, unsigned).
Unsigned by unsigned products are summed exactly on every processor. Embedding
tables are bytes with one scale a row. Norms, softmax and heads stay float32.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .data import CUE_TAGS, ROLE_TAGS
from .lots import KINDS
from .model import ADD, HEADS, HIDDEN, POSITIONS, TIMES, Encoder, Reader
from .pairs import PairModel
from .tokens import CLS, FEATURES

OUTPUTS = (("outer", CUE_TAGS), ("any", CUE_TAGS), ("unary", ROLE_TAGS), ("word", ADD + TIMES), ("cue", ADD + TIMES))
OPSET = 17


class Graph:
    """Collects nodes and constants; every helper gives the name of its result."""

    def __init__(self):
        self.nodes, self.constants, self.count = [], [], 0

    def constant(self, name, array):
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, kind, inputs, outputs=1, name=None, **attributes):
        self.count += 1
        names = [name] if name else [f"{kind.lower()}_{self.count}" + (f"_{i}" if outputs > 1 else "") for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, **attributes))
        return names[0] if outputs == 1 else names


def bytes_by_column(weight: np.ndarray):
    """A matrix as unsigned bytes around 128 with one scale a column."""
    scale = np.maximum(np.abs(weight).max(0), 1e-8) / 127
    return (np.clip(np.round(weight / scale), -127, 127) + 128).astype(np.uint8), scale.astype(np.float32)


def bytes_by_row(table: np.ndarray):
    values, scale = bytes_by_column(table.T)
    return values.T, scale


def linear(g: Graph, name, x, weight, bias, int8, quantised=None):
    """x · weightᵀ + bias. `quantised` is x already as bytes, so that q, k and v share it."""
    bias_name = g.constant(f"{name}.bias", bias)
    if not int8:
        return g.add("Add", [g.add("MatMul", [x, g.constant(f"{name}.weight", weight.T)]), bias_name])
    values, scale = bytes_by_column(weight.T)
    data, data_scale, data_zero = quantised or g.add("DynamicQuantizeLinear", [x], 3)
    product = g.add("MatMulInteger", [data, g.constant(f"{name}.weight", values), data_zero, "zero_point"])
    scales = g.add("Mul", [data_scale, g.constant(f"{name}.scale", scale)])
    return g.add("Add", [g.add("Mul", [g.add("Cast", [product], to=TensorProto.FLOAT), scales]), bias_name])


def lookup(g: Graph, name, table, indices, int8):
    """Rows of an embedding table."""
    if not int8:
        return g.add("Gather", [g.constant(name, table), indices])
    values, scale = bytes_by_row(table)
    row = g.add("Cast", [g.add("Gather", [g.constant(name, values), indices])], to=TensorProto.FLOAT)
    scales = g.add("Gather", [g.constant(f"{name}.scale", scale[:, None]), indices])
    return g.add("Mul", [g.add("Sub", [row, "middle"]), scales])


def norm(g: Graph, name, x, module):
    weight, bias = module.weight.detach().numpy(), module.bias.detach().numpy()
    return g.add("LayerNormalization", [x, g.constant(f"{name}.weight", weight), g.constant(f"{name}.bias", bias)], epsilon=1e-12, axis=-1)


def gelu(g: Graph, x):
    raised = g.add("Add", [g.add("Erf", [g.add("Div", [x, "root_two"])]), "one"])
    return g.add("Mul", [g.add("Mul", [x, raised]), "half"])


def array(tensor) -> np.ndarray:
    return tensor.detach().numpy()


def states(g: Graph, e: Encoder, int8: bool, positions: int, features: int):
    """The encoder's last state of each piece, for windows of so many pieces at most; `features`: how many are in use, 0 for none."""
    for name, value in (("root_two", 2**0.5), ("one", 1.0), ("half", 0.5)) + ((("middle", 128.0),) if int8 else ()):
        g.constant(name, np.array(value, dtype=np.float32))
    if int8:
        g.constant("zero_point", np.array(128, dtype=np.uint8))
    g.constant("zero", np.array([0], dtype=np.int64))
    x = lookup(g, "words", array(e.words.weight), "ids", int8)
    places = g.constant("positions", array(e.positions.weight)[:positions])
    x = g.add("Add", [x, g.add("Slice", [places, "zero", g.add("Shape", ["ids"])])])
    if features:
        x = g.add("Add", [x, g.add("Gather", [g.constant("features_table", array(e.features.weight)[:features]), "features"])])
    x = norm(g, "norm", x, e.norm)
    size = HIDDEN // HEADS
    g.constant("split_heads", np.array([-1, HEADS, size], dtype=np.int64))
    g.constant("join_heads", np.array([-1, HIDDEN], dtype=np.int64))
    for i, layer in enumerate(e.layers):
        shared = g.add("DynamicQuantizeLinear", [x], 3) if int8 else None
        weight, bias = array(layer.qkv.weight), array(layer.qkv.bias)
        heads = []
        for k, part in enumerate("qkv"):
            rows = slice(k * HIDDEN, (k + 1) * HIDDEN)
            w, b = weight[rows], bias[rows]
            if part == "q":  # the scaling of attention, once and for all
                w, b = w / size**0.5, b / size**0.5
            y = linear(g, f"l{i}.{part}", x, w, b, int8, shared)
            y = g.add("Reshape", [y, "split_heads"])
            heads.append(g.add("Transpose", [y], perm=[1, 2, 0] if part == "k" else [1, 0, 2]))
        q, k, v = heads
        mixed = g.add("MatMul", [g.add("Softmax", [g.add("MatMul", [q, k])], axis=-1), v])
        mixed = g.add("Reshape", [g.add("Transpose", [mixed], perm=[1, 0, 2]), "join_heads"])
        x = norm(g, f"l{i}.norm1", g.add("Add", [linear(g, f"l{i}.out", mixed, array(layer.out.weight), array(layer.out.bias), int8), x]), layer.norm1)
        up = gelu(g, linear(g, f"l{i}.up", x, array(layer.up.weight), array(layer.up.bias), int8))
        down = linear(g, f"l{i}.down", up, array(layer.down.weight), array(layer.down.bias), int8)
        x = norm(g, f"l{i}.norm2", g.add("Add", [down, x]), layer.norm2)
    return x


def build(model: Reader, int8: bool) -> onnx.ModelProto:
    """The attribution model: `ids` and `features`, int64 [pieces], to the heads, float32 [pieces, width]."""
    model = model.cpu().float().eval()
    g = Graph()
    x = states(g, model.encoder, int8, POSITIONS, FEATURES)
    g.nodes.append(helper.make_node("Identity", [x], ["hidden"]))
    modules = [getattr(model, name) for name, _ in OUTPUTS]
    weight = np.concatenate([array(m.weight) for m in modules])
    bias = np.concatenate([array(m.bias) for m in modules])
    all_heads = linear(g, "heads", x, weight, bias, False)
    g.constant("widths", np.array([w for _, w in OUTPUTS], dtype=np.int64))
    g.nodes.append(helper.make_node("Split", [all_heads, "widths"], [n for n, _ in OUTPUTS], axis=1))
    shape = lambda name, kind, *rest: helper.make_tensor_value_info(name, kind, ["pieces", *rest])
    inputs = [shape("ids", TensorProto.INT64), shape("features", TensorProto.INT64)]
    outputs = [shape(n, TensorProto.FLOAT, w) for n, w in OUTPUTS] + [shape("hidden", TensorProto.FLOAT, HIDDEN)]
    return made(g, "readout-attribution", inputs, outputs)


def build_likeness(encoder: Encoder, positions: int, counted: np.ndarray, int8: bool) -> onnx.ModelProto:
    """The likeness model: `ids`, int64 [pieces], to `sum`, float32 [1, HIDDEN]: the states of those pieces that `counted` marks."""
    g = Graph()
    x = states(g, encoder.cpu().float().eval(), int8, positions, 0)
    table = g.constant("counted", counted.astype(np.uint8)[:, None])
    kept = g.add("Mul", [x, g.add("Cast", [g.add("Gather", [table, "ids"])], to=TensorProto.FLOAT)])
    g.add("ReduceSum", [kept, "zero"], name="sum", keepdims=1)
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["pieces"])]
    outputs = [helper.make_tensor_value_info("sum", TensorProto.FLOAT, [1, HIDDEN])]
    return made(g, "readout-likeness", inputs, outputs)


def mean_of(g: Graph, x, chosen):
    """Mean state of the pieces that `chosen`, float32 [pieces, 1], marks."""
    total = g.add("ReduceSum", [g.add("Mul", [x, chosen]), "zero"], keepdims=1)
    return g.add("Div", [total, g.add("ReduceSum", [chosen, "zero"], keepdims=1)])


def build_pairs(model: PairModel, positions: int, int8: bool) -> onnx.ModelProto:
    """The pair model: `ids` and `features` (1 where the second telling stands), int64 [pieces], to `stands`, float32 [1, kinds]: log probabilities."""
    model = model.cpu().float().eval()
    g = Graph()
    x = states(g, model.encoder, int8, positions, 2)
    g.constant("opening", np.array(CLS, dtype=np.int64))
    g.constant("column", np.array([1], dtype=np.int64))
    as_column = lambda y: g.add("Unsqueeze", [g.add("Cast", [y], to=TensorProto.FLOAT), "column"])
    second = as_column("features")
    inside = as_column(g.add("Not", [g.add("Equal", ["ids", "opening"])]))
    a, b = mean_of(g, x, g.add("Sub", [inside, second])), mean_of(g, x, second)
    parts = [g.add("Gather", [x, "zero"]), g.add("Add", [a, b]), g.add("Abs", [g.add("Sub", [a, b])]), g.add("Mul", [a, b])]
    pooled = g.add("Concat", parts, axis=-1)
    inner = gelu(g, linear(g, "inner", pooled, array(model.inner.weight), array(model.inner.bias), False))
    g.add("LogSoftmax", [linear(g, "outer", inner, array(model.out.weight), array(model.out.bias), False)], name="stands", axis=-1)
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["pieces"]) for name in ("ids", "features")]
    outputs = [helper.make_tensor_value_info("stands", TensorProto.FLOAT, [1, len(KINDS)])]
    return made(g, "readout-pairs", inputs, outputs)


def made(g: Graph, name: str, inputs, outputs) -> onnx.ModelProto:
    graph = helper.make_graph(g.nodes, name, inputs, outputs, g.constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="readout-training")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model
