#!/usr/bin/env bash
# Every check: format and lint, types, types of the floors (without Node and
# without a browser), dead code, then the build and all tests. All are run, and
# those that failed are named at the end. `npm run ok`.
set -uo pipefail
cd "$(dirname "$0")/.."
PATH="$PWD/node_modules/.bin:$PATH"
[ -t 1 ] || export NO_COLOR=1

failed=()
check() {
  printf '\n== %s\n' "$1"
  "${@:2}" || failed+=("$1")
}

check "format and lint" biome check --error-on-warnings .
check "types" tsc -p tsconfig.json
check "types of the floors" tsc -p tsconfig.floors.json
check "types of the desk" svelte-check --tsconfig src/desk/tsconfig.json --fail-on-warnings
check "dead code" knip
check "build and tests" bash scripts/test.sh

if [ ${#failed[@]} -gt 0 ]; then
  printf '\nnot ok: %s\n' "$(printf '%s, ' "${failed[@]}" | sed 's/, $//')"
  exit 1
fi
printf '\nok\n'
