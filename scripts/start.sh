#!/usr/bin/env bash
# The desk with the example contact, from a fresh clone: `npm start`. Builds
# what is not built, keeps its store in examples.db beside this folder's other
# files, and takes the flags of `readout serve`: `npm start -- --port 4700`.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ ! -f dist/cli.js ] || [ ! -f dist/desk/index.html ]; then
  echo "building" >&2
  bash scripts/build.sh
  echo "built in $SECONDS s" >&2
fi
export READOUT_STORE="${READOUT_STORE:-examples.db}"
exec node dist/cli.js serve --examples --open "$@"
