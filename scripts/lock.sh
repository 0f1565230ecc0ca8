#!/usr/bin/env bash
# Pin what development and tests need, with hashes; needs uv.
set -euo pipefail
cd "$(dirname "$0")/.."
uv pip compile --universal --python-version 3.11 --extra report --extra zstd --extra dev \
  --generate-hashes --no-emit-index-url --quiet \
  --custom-compile-command scripts/lock.sh pyproject.toml -o requirements-dev.lock "$@"
