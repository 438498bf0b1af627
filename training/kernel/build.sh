#!/bin/sh
# Builds the kernel and writes its bytes as src/sentence/kernel-bytes.ts. The hash is checked by test/sentence/kernel.test.ts.
set -e
cd "$(dirname "$0")/../.."
mkdir -p .cache
npx asc training/kernel/kernel.ts --outFile .cache/kernel.wasm -O3 --noAssert --runtime stub --enable simd --use abort= --initialMemory 1
{
  echo '/** The WebAssembly kernel, base64. Built from training/kernel/kernel.ts by `npm run kernel`; do not edit. */'
  echo "export const KERNEL_BYTES ="
  printf '  "%s";\n' "$(base64 -w0 .cache/kernel.wasm)"
} > src/sentence/kernel-bytes.ts
