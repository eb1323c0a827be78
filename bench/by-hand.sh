#!/bin/sh
# The same by hand: reads the Xen notes of a kernel. If it is no ELF file, this looks for the magic of
# each compression, decompresses from there until the result is an ELF file, and reads its notes.
set -u
export LC_ALL=C

kernel=$1
vmlinux=$(mktemp)
trap 'rm -f "$vmlinux"' EXIT

show_notes() {
  readelf -h "$1" >/dev/null 2>&1 && readelf -n "$1"
}

# try MAGIC COMMAND…: MAGIC is a Perl regular expression
try() {
  magic=$1
  shift
  for position in $(grep -aboP "$magic" "$kernel" | cut -d: -f1); do
    tail -c "+$((position + 1))" "$kernel" | "$@" >"$vmlinux" 2>/dev/null
    show_notes "$vmlinux" && exit 0
  done
}

# The kernel's own script (scripts/extract-vmlinux in its sources), where it is at hand.
if [ -n "${EXTRACT_VMLINUX:-}" ]; then
  sh "$EXTRACT_VMLINUX" "$kernel" >"$vmlinux" && show_notes "$vmlinux"
  exit
fi

show_notes "$kernel" && exit 0
try '\x1f\x8b\x08' gzip -dc
try '\xfd7zXZ\x00' xz -dc
try 'BZh' bzip2 -dc
try '\x5d\x00\x00\x00' lzma -dc
try '\x89LZO\x00' lzop -dc
try '\x02!L\x18' lz4 -dc
try '\x28\xb5\x2f\xfd' zstd -dc
echo "by-hand: no kernel found in $kernel" >&2
exit 1
