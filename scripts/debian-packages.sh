#!/bin/sh
# Debian's packages of kernels, of four suites and two architectures, as DIR/SUITE-ARCHITECTURE/*.deb:
# what each metapackage stands for, and where that is split, its parts. What is there already is kept.
# apt has lists of its own for this, so the machine's suites do not matter, and it needs no root.
set -eu

# The suite, the architecture and the metapackage.
wanted='bullseye amd64 linux-image-cloud-amd64
bullseye i386 linux-image-686-pae
bookworm amd64 linux-image-cloud-amd64
bookworm i386 linux-image-686-pae
trixie amd64 linux-image-cloud-amd64
sid amd64 linux-image-cloud-amd64'
mirror=http://deb.debian.org/debian
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

fail() {
  echo "debian-packages: $*" >&2
  exit 1
}

[ $# -eq 1 ] || fail 'usage: debian-packages.sh DIR'
for tool in apt-get apt-cache; do
  command -v "$tool" >/dev/null || fail "$tool is missing: this needs Debian"
done
mkdir -p "$1" || fail "cannot write to $1"
dir=$(cd "$1" && pwd)
root=$dir/.apt
trap 'rm -rf "$root"' EXIT

# The apt of one suite and architecture.
apt() {
  program=$1
  shift
  "$program" -qq -o "Dir::Etc::SourceList=$root/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o "Dir::State::Lists=$root/lists" -o "Dir::State::Status=$root/status" \
    -o "Dir::Cache=$root/cache" -o "APT::Architecture=$architecture" \
    -o "APT::Architectures=$architecture" -o APT::Sandbox::User=root -o Acquire::Languages=none "$@"
}

depends() {
  apt apt-cache depends --important "$1" | sed -n 's/^ *|\{0,1\}Depends: \(linux-\(image\|binary\)-[^ ]*\)$/\1/p'
}

fetch() {
  place=$dir/$suite-$architecture
  [ -d "$place" ] && return
  rm -rf "$root"
  mkdir -p "$root/lists/partial" "$root/cache/archives/partial" "$root/debs"
  : >"$root/status"
  echo "deb [signed-by=$keyring] $mirror $suite main" >"$root/sources.list"
  apt apt-get update || return 1
  kernel=$(depends "$1" | grep -m 1 .) || return 1
  echo "debian-packages: $suite $architecture: fetching $kernel" >&2
  # shellcheck disable=SC2046 # one name for each
  (cd "$root/debs" && apt apt-get download "$1" "$kernel" $(depends "$kernel")) || return 1
  mv "$root/debs" "$place"
}

echo "$wanted" | while read -r suite architecture metapackage; do
  fetch "$metapackage" || fail "$suite $architecture: cannot fetch $metapackage"
done
