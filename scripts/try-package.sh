#!/usr/bin/env bash
# scripts/try-package.sh: installs the tarball of `npm run package` into an empty directory, as a user
# does, and tries its command line, its library and its types. Needs no network.
set -euo pipefail
cd "$(dirname "$0")/.."

root=$PWD
tarball=$(ls build/xen-boot-gate-*.tgz)
kernel=$root/test/kernels/vmlinuz-6.12.94+deb13-amd64.img
empty=$(mktemp -d)
trap 'rm -rf "$empty"' EXIT

size=$(stat --format %s "$tarball")
[ "$size" -lt 3000000 ] || { echo "$tarball has $size bytes, more than 3 MB"; exit 1; }

cd "$empty"
echo '{ "private": true, "type": "module" }' >package.json
npm install --offline "$root/$tarball"
installed=$(ls node_modules)
[ "$installed" = xen-boot-gate ] || { echo "it installs more than itself: $installed"; exit 1; }

npx --offline xen-boot-gate check --xen debian-12 --boot pvh-domu "$kernel"
cp "$root"/examples/library.mjs .
node library.mjs "$kernel"

cat >types.mts <<'TS'
import { type CheckOptions, check, type PublishedReport } from 'xen-boot-gate';
const options: CheckOptions = { xen: ['4.17'], boot: ['pv-domu'] };
const report: PublishedReport = await check([{ name: 'empty', bytes: new Uint8Array() }], options);
export const failed: number = report.gate.failed;
TS
node "$root/node_modules/typescript/bin/tsc" --ignoreConfig --strict --noEmit --module nodenext \
  --target es2023 --types node --typeRoots "$root/node_modules/@types" types.mts
