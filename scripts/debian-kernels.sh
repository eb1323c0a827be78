#!/bin/sh
# Three of Debian 12's kernels, one for each codec that it uses, as DIR/<metapackage>/vmlinuz.
# What is there already is kept. Needs root only to refresh the package lists.
set -eu

metapackages='linux-image-amd64 linux-image-cloud-amd64 linux-image-6.12-amd64'

fail() {
  echo "debian-kernels: $*" >&2
  exit 1
}

[ $# -eq 1 ] || fail 'usage: debian-kernels.sh DIR'
dir=$1
for tool in apt-get apt-cache dpkg-deb tar; do
  command -v "$tool" >/dev/null || fail "$tool is missing: this needs Debian 12"
done

# The package that a metapackage stands for today; fails where the lists do not know it.
kernel_package() {
  apt-cache depends --important "$1" 2>/dev/null |
    sed -n 's/^ *Depends: \(linux-image-[^ ]*\)$/\1/p' | grep -m 1 .
}

refresh_lists() {
  if [ "$(id -u)" -eq 0 ]; then
    apt-get update -qq
  else
    sudo apt-get update -qq
  fi || fail 'cannot refresh the package lists: run "apt-get update" as root'
}

# Downloads and extracts in $work, so that DIR only ever holds whole kernels.
fetch() {
  package=$(kernel_package "$1") || return 1
  rm -rf "$work" && mkdir -p "$work" || return 1
  echo "debian-kernels: $1: fetching $package" >&2
  # As root, apt downloads as another user, who cannot write here, and warns of it at length.
  (cd "$work" && apt-get download -qq -o APT::Sandbox::User=root "$package") || return 1
  dpkg-deb --fsys-tarfile "$work"/*.deb |
    tar -xf - -C "$work" --wildcards --strip-components=2 './boot/vmlinuz-*' || return 1
  mkdir -p "$dir/$1" && mv "$work"/vmlinuz-* "$dir/$1/vmlinuz"
}

work=$dir/.fetching
trap 'rm -rf "$work"' EXIT
mkdir -p "$dir" || fail "cannot write to $dir"
for metapackage in $metapackages; do
  [ -s "$dir/$metapackage/vmlinuz" ] && continue
  fetch "$metapackage" && continue
  refresh_lists
  fetch "$metapackage" || fail "$metapackage: no package of that name can be fetched: is this Debian 12?"
done
