#!/usr/bin/env bash
# Every check, in the order of how quickly it fails: format and lint, types,
# dead exports, then the build and all tests. `npm run ok`.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$1"; }

say "format and lint"
npx --no-install biome check --error-on-warnings .
say "types"
npx --no-install tsc -p tsconfig.json
say "types of the floors, without Node and without a browser"
npx --no-install tsc -p tsconfig.floors.json
say "dead code"
npx --no-install knip
say "build and tests"
exec bash scripts/test.sh
