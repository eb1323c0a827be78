#!/bin/sh
# Debian's packages of kernels, of four suites and three architectures, as DIR/SUITE-ARCHITECTURE/*.deb:
# what each metapackage stands for, and where that is split, its parts. DIR/ukify has the tool that
# makes unified kernel images, and DIR/root what a root file system has beside kernels, and Xen.
# What is there already is kept. apt has lists of its own for this, so the machine's suites do not
# matter, and it needs no root.
set -eu

# The suite, the architecture and the metapackage.
wanted='bullseye amd64 linux-image-cloud-amd64
bullseye i386 linux-image-686-pae
bookworm amd64 linux-image-cloud-amd64
bookworm i386 linux-image-686-pae
trixie amd64 linux-image-cloud-amd64
trixie arm64 linux-image-cloud-arm64
sid amd64 linux-image-cloud-amd64'
# The directory, the suite, and packages.
others='ukify trixie systemd-ukify systemd-boot-efi python3-pefile
root bookworm memtest86+ ipxe grub-efi-amd64-bin grub-pc-bin xen-hypervisor-4.17-amd64'
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

use_suite() {
  rm -rf "$root"
  mkdir -p "$root/lists/partial" "$root/cache/archives/partial" "$root/debs"
  : >"$root/status"
  echo "deb [signed-by=$keyring] $mirror $1 main" >"$root/sources.list"
  apt apt-get update
}

# A directory has all of its packages, or is not there.
download() {
  place=$1
  shift
  (cd "$root/debs" && apt apt-get download "$@") && mv "$root/debs" "$place"
}

fetch_kernel() {
  place=$dir/$suite-$architecture
  [ -d "$place" ] && return
  use_suite "$suite" || return 1
  kernel=$(depends "$1" | grep -m 1 .) || return 1
  echo "debian-packages: $suite $architecture: fetching $kernel" >&2
  # shellcheck disable=SC2046 # one name for each
  download "$place" "$1" "$kernel" $(depends "$kernel")
}

fetch_others() {
  place=$dir/$1
  [ -d "$place" ] && return
  use_suite "$2" || return 1
  echo "debian-packages: $1: fetching packages of $2" >&2
  shift 2
  download "$place" "$@"
}

echo "$wanted" | while read -r suite architecture metapackage; do
  fetch_kernel "$metapackage" || fail "$suite $architecture: cannot fetch $metapackage"
done
architecture=amd64
echo "$others" | while read -r place suite names; do
  # shellcheck disable=SC2086 # one name for each
  fetch_others "$place" "$suite" $names || fail "$place: cannot fetch $names"
done
