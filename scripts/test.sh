#!/usr/bin/env bash
# Builds the program, then runs the tests: `npm test`. Arguments go to vitest:
# `npm test -- src/text` runs the tests of a folder.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH="$PWD/node_modules/.bin:$PATH"
# In a pipe or a log, plain letters: "Tests  400 passed (400)".
[ -t 1 ] || export NO_COLOR=1

bash scripts/build.sh
exec vitest run "$@"
