#!/usr/bin/env bash
# Builds the program, then runs the tests: `npm test`. Arguments go to vitest:
# `npm test -- src/text` runs the tests of a folder.
set -euo pipefail
cd "$(dirname "$0")/.."

npx --no-install tsdown --logLevel warn
exec npx --no-install vitest run "$@"
