#!/usr/bin/env bash
# Builds program and desk into dist/, in this order: tsdown empties the folder.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH="$PWD/node_modules/.bin:$PATH"

tsdown --logLevel error
vite build --logLevel error
